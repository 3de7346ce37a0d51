"""Ramalan: the worker keeps everybody's forecast: those whose facts changed at once, all when the month or the rules change."""

from __future__ import annotations

from datetime import date

from chalicelib.actions import Kantor, menilai
from chalicelib.galat import TidakAda
from chalicelib.records import fakta as rak_fakta
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.ramalan import hitung, ramal
from chalicelib.store import Conflict, Delete, Item, Operasi
from schemas.aturan import aturan
from schemas.pegawai import Pegawai
from schemas.ramalan import Hitungan, Ramalan
from schemas.tanggal import tanggal_panjang

SEKALI = 20
"""People in one write: forecast, note and at most two offices' counts each."""
TANDAI = 90


def bulan_depan(hari_ini: date) -> date:
    """The first of next month: the soonest period that is still ahead."""
    return date(hari_ini.year + hari_ini.month // 12, hari_ini.month % 12 + 1, 1)


def kerjakan(kantor: Kantor) -> bool:
    """The worker's share: some people, or the next step of the month's round. True when more waits."""
    antre, _ = kantor.store.query(rak.ANTRE, limit=SEKALI)
    if not antre:
        return putari(kantor)
    try:
        _hitung(kantor, antre)
    except Conflict:
        for satu in antre:  # one of them changed meanwhile: each by himself, the changed one in the next round
            try:
                _hitung(kantor, [satu])
            except Conflict:
                continue
    return True


def _hitung(kantor: Kantor, antre: list[Item] | tuple[Item, ...]) -> None:
    hitungan: dict[str, Hitungan] = {}
    tulis: list[Operasi] = []
    for item in antre:
        lama = rak.ambil(kantor.store, item.sk)
        baru = susun(kantor, item.sk)
        if baru:
            tulis.append(rak.RAK.taruh(baru.model_copy(update={"versi": lama.versi if lama else 0})))
        elif lama:
            tulis.append(rak.RAK.buang(lama))
        tulis.append(Delete(rak.ANTRE, item.sk, expect=item.version))
        for opd in {x.opd or "tanpa-opd" for x in (lama, baru) if x} | {rak.SEMUA}:
            ada = hitungan.get(opd) or rak.hitungan(kantor.store, opd)
            milik = [x if x and opd in (rak.SEMUA, x.opd or "tanpa-opd") else None for x in (lama, baru)]
            hitungan[opd] = hitung(ada, milik[0], milik[1])
    kantor.store.write(*tulis, *[rak.RAK_HITUNGAN.taruh(h) for h in hitungan.values()])


def susun(kantor: Kantor, id_: str) -> Ramalan | None:
    """The forecast of one person as his facts stand; None for one who does not rise in rank (gone, or no PNS)."""
    try:
        p = rak_pegawai.ambil(kantor.store, id_)
    except TidakAda:
        return None
    if p.status != "PNS":
        return None
    hari_ini = hari_wib(kantor.jam())
    orang = menilai.orang(kantor, p, rak_fakta.riwayat(kantor.store, id_), tmt=bulan_depan(hari_ini))
    nilai_tahun = {k.tahun: k.predikat for k in orang.kinerja or []}
    return Ramalan(
        pegawai=p.id,
        nama=p.nama_lengkap,
        nip=p.nip,
        opd=p.opd,
        unit=p.unit,
        lahir=_lahir(p),
        pendidikan=" ".join(str(x) for x in (p.pendidikan, p.tahun_lulus) if x)[:200],
        golongan=p.golongan.tulisan if p.golongan else "",
        tmt_golongan=p.tmt_golongan,
        mkg=(p.mk_tahun, p.mk_bulan or 0) if p.mk_tahun is not None else None,
        jabatan=p.jabatan,
        kinerja=(nilai_tahun.get(hari_ini.year - 1, ""), nilai_tahun.get(hari_ini.year - 2, "")),
        hasil=ramal(orang, aturan()),
    )


def _lahir(p: Pegawai) -> str:
    return ", ".join(x for x in (p.tempat_lahir, tanggal_panjang(p.tanggal_lahir) if p.tanggal_lahir else "") if x)


def putari(kantor: Kantor) -> bool:
    """Note everybody once a month and after a change of the rules, a page at a time. True when more waits."""
    kunci = f"{hari_wib(kantor.jam()):%Y-%m} {aturan().edisi}"
    ada = rak.penanda(kantor.store)
    if ada is None or ada.kunci != kunci:
        semua = tuple(u.id for u in rak_kantor.semua_unit(kantor.store))
        baru = rak.Penanda(kunci=kunci, sisa=semua, versi=ada.versi if ada else 0)
        kantor.store.write(rak.RAK_PENANDA.taruh(baru))
        return True
    if not ada.sisa:
        return False
    halaman = rak_pegawai.RAK.daftar(kantor.store, f"UNIT#{ada.sisa[0]}", indeks="g1", batas=TANDAI, kursor=ada.kursor)
    sisa = ada.sisa if halaman.kursor else ada.sisa[1:]
    maju = ada.model_copy(update={"sisa": sisa, "kursor": halaman.kursor})
    kantor.store.write(rak.RAK_PENANDA.taruh(maju), *[rak.tanda(p.id) for p in halaman.isi])
    return True
