"""Ramalan: the worker keeps everybody's forecast: those whose facts changed at once, all when the month or the rules change."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from chalicelib.actions import Kantor, menilai
from chalicelib.galat import Terhenti, TidakAda
from chalicelib.records import fakta as rak_fakta
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.janggal import cari as cari_janggal
from chalicelib.rules.ramalan import hitung, ramal
from chalicelib.store import Conflict, Delete, Item, Operasi
from schemas.aturan import Aturan, aturan
from schemas.pegawai import Pegawai
from schemas.ramalan import Hitungan, Ramalan
from schemas.tanggal import tanggal_panjang

SEKALI = 14
"""People in one write: forecast, note, note of a fault, and at most the counts of two OPDs and two units each."""
CARA_HITUNG = 2
"""Raised when more is counted: everybody is then seen anew, as after a change of the rules."""
TANDAI = 90


class TakTerhitung(Exception):
    """These people could not be computed; they are named by their ids alone, what broke is the cause."""

    tanpa_data = True


def bulan_depan(hari_ini: date) -> date:
    """The first of next month: the soonest period that is still ahead."""
    return date(hari_ini.year + hari_ini.month // 12, hari_ini.month % 12 + 1, 1)


def kerjakan(kantor: Kantor) -> bool:
    """The worker's share: some people whose facts changed, else the next step of the month's round. True when more waits."""
    antre, _ = kantor.store.query(rak.ANTRE, limit=SEKALI)
    if not antre:
        return putari(kantor)
    _hitung_kelompok(kantor, antre)
    return True


def _hitung_kelompok(kantor: Kantor, antre: Sequence[Item]) -> None:
    """One of them changed meanwhile, or cannot be computed: each by himself, that one in the next round, and after some tries not
    before his facts change or the next month's round. A fault is raised when the others are done."""
    rusak: dict[str, Exception] = {}
    try:
        _hitung(kantor, antre)
    except Terhenti:
        raise
    except Exception:
        for satu in antre:
            try:
                _hitung(kantor, [satu])
            except (Conflict, Terhenti):
                continue
            except Exception as sebab:
                rusak[satu.sk] = sebab
                _tunda(kantor, satu)
    if rusak:
        raise TakTerhitung(f"Ramalan tidak dapat dihitung: {', '.join(rusak)}.") from next(iter(rusak.values()))


def _tunda(kantor: Kantor, item: Item) -> None:
    with suppress(Conflict):  # his facts have changed meanwhile, or another worker was here: he is tried anew
        habis = rak.habis(item)
        kantor.store.write(*rak.tunda(item), *(_maju(kantor, 1) if habis and item.pk == rak.PUTARAN else []))


def _hitung(kantor: Kantor, antre: Sequence[Item]) -> None:
    hitungan: dict[str, Hitungan] = {}
    tulis: list[Operasi] = [Delete(*kunci) for kunci in kantor.store.get_many((rak.RUSAK, i.sk) for i in antre)]
    for item in antre:
        lama = rak.ambil(kantor.store, item.sk)
        baru = susun(kantor, item.sk)
        if baru:
            tulis.append(rak.RAK.taruh(baru.model_copy(update={"versi": lama.versi if lama else 0})))
        elif lama:
            tulis.append(rak.RAK.buang(lama))
        tulis.append(Delete(item.pk, item.sk, expect=item.version))
        for laci in rak.laci(lama) | rak.laci(baru):
            ada = hitungan.get(laci) or rak.hitungan(kantor.store, laci)
            hitungan[laci] = hitung(ada, *(x if laci in rak.laci(x) else None for x in (lama, baru)))
    maju = _maju(kantor, sum(item.pk == rak.PUTARAN for item in antre))
    kantor.store.write(*tulis, *[rak.RAK_HITUNGAN.taruh(h) for h in hitungan.values()], *maju)


def _maju(kantor: Kantor, banyak: int) -> list[Operasi]:
    """So many more of the round are done."""
    ada = rak.penanda(kantor.store) if banyak else None
    return [rak.RAK_PENANDA.taruh(ada.model_copy(update={"dihitung": ada.dihitung + banyak}))] if ada else []


def susun(kantor: Kantor, id_: str, tabel: Aturan | None = None) -> Ramalan | None:
    """The forecast of one person as his facts stand; None for one who does not rise in rank (gone, or no PNS).

    `tabel` stands in for the rules in use.
    """
    try:
        p = rak_pegawai.ambil(kantor.store, id_)
    except TidakAda:
        return None
    if p.status != "PNS":
        return None
    hari_ini, riwayat = hari_wib(kantor.jam()), rak_fakta.riwayat(kantor.store, id_)
    orang = menilai.orang(kantor, p, riwayat, tmt=bulan_depan(hari_ini))
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
        hasil=ramal(orang, tabel or aturan()),
        janggal=cari_janggal(p, riwayat),
        per_unit=True,
    )


def _lahir(p: Pegawai) -> str:
    return ", ".join(x for x in (p.tempat_lahir, tanggal_panjang(p.tanggal_lahir) if p.tanggal_lahir else "") if x)


def putari(kantor: Kantor) -> bool:
    """One step of the round that sees everybody once a month and after a change of the rules: begin it, note a page of people,
    compute some, or write down that it is finished. True when more waits."""
    kunci = f"{hari_wib(kantor.jam()):%Y-%m} {aturan().edisi} {CARA_HITUNG}"
    ada = rak.penanda(kantor.store)
    if ada is None or ada.kunci != kunci:
        semua = (*(u.id for u in rak_kantor.semua_unit(kantor.store)), rak_pegawai.TANPA_UNIT)
        lalu = {"versi": ada.versi, "selesai": ada.selesai} if ada else {}
        kantor.store.write(rak.RAK_PENANDA.taruh(rak.Penanda.model_validate({"kunci": kunci, "sisa": semua, **lalu})))
        return True
    if ada.sisa:
        _tandai(kantor, ada)
        return True
    antre, _ = kantor.store.query(rak.PUTARAN, limit=SEKALI)
    if antre:
        _hitung_kelompok(kantor, antre)
    elif not ada.tuntas:
        kantor.store.write(rak.RAK_PENANDA.taruh(ada.model_copy(update={"tuntas": True, "selesai": kantor.jam()})))
    return bool(antre)


def _tandai(kantor: Kantor, ada: rak.Penanda) -> None:
    halaman = rak_pegawai.RAK.daftar(kantor.store, f"UNIT#{ada.sisa[0]}", indeks="g1", batas=TANDAI, kursor=ada.kursor)
    maju = {
        "sisa": ada.sisa if halaman.kursor else ada.sisa[1:],
        "kursor": halaman.kursor,
        "ditandai": ada.ditandai + len(halaman.isi),
    }
    tanda = [rak.tanda(p.id, rak.PUTARAN) for p in halaman.isi]
    kantor.store.write(rak.RAK_PENANDA.taruh(ada.model_copy(update=maju)), *tanda)
