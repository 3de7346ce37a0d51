"""Kabari: the messages an act owes, made with the act; and handing over what is owed, later and apart from any request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.galat import Galat
from chalicelib.notify import Surat
from chalicelib.records import akun as rak_akun
from chalicelib.records import kabar as rak_kabar
from chalicelib.store import Conflict, Put
from schemas.berkas import label_slot
from schemas.kabar import KABAR, Kabar, KeadaanKabar, Penerima, tulis_kabar
from schemas.peran import Peran
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Usulan

SEWA = timedelta(minutes=2)
"""How long one worker may take over a message before another may try."""
BATAS_COBA = 8


def terutang(kantor: Kantor, buku: Buku, usulan: Usulan, kode: tuple[str, ...], oleh: str) -> list[Put]:
    """The messages these codes owe for a case, one for each person (never to the one who acted), as writes."""
    isi = _isi(buku, usulan)
    surat = [
        Kabar(
            id=kantor.id_baru(),
            kode=k,
            kepada=kepada,
            judul=judul,
            isi=teks,
            usulan=usulan.id,
            dibuat_pada=kantor.jam(),
            jatuh_tempo=kantor.jam(),
        )
        for k in kode
        for judul, teks in [tulis_kabar(k, **isi)]
        for kepada in sorted(_penerima(kantor, buku, usulan, KABAR[k].penerima) - {oleh})
    ]
    return [rak_kabar.RAK.taruh(s) for s in surat]


def kepada_diri(kantor: Kantor, akun: str, kode: str, *, tujuan: str = "", **isi: object) -> Put:
    """A message to an account about itself, as a write; `tujuan` pins the number (an old one that is told of a new)."""
    judul, teks = tulis_kabar(kode, **isi)
    saat = kantor.jam()
    return rak_kabar.RAK.taruh(
        Kabar(
            id=kantor.id_baru(),
            kode=kode,
            kepada=akun,
            judul=judul,
            isi=teks,
            tujuan=tujuan,
            dibuat_pada=saat,
            jatuh_tempo=saat,
        )
    )


def _isi(buku: Buku, u: Usulan) -> dict[str, str]:
    minta = [label_slot(b.slot) for b in u.butir if b.diminta]
    return {
        "nama": buku.nama(u.pegawai),
        "opd": buku.nama_unit(u.opd),
        "periode": tanggal_panjang(u.periode),
        "daftar": ", ".join(minta) or "lihat catatan di SIKAP",
        "tanda_terima": u.tanda_terima,
        "tenggat": tanggal_panjang(u.tenggat) if u.tenggat else "secepatnya",
        "tanggal_kirim": tanggal_panjang(u.pengiriman.tanggal) if u.pengiriman else "",
        "nomor_pertek": u.pertek.nomor if u.pertek else "",
        "tanggal_pertek": tanggal_panjang(u.pertek.tanggal) if u.pertek else "",
        "golongan_baru": u.kelayakan.golongan_baru.tulisan if u.kelayakan and u.kelayakan.golongan_baru else "",
        "tmt_sk": tanggal_panjang(u.sk.tmt) if u.sk and u.sk.tmt else "",
    }


def _penerima(kantor: Kantor, buku: Buku, u: Usulan, kepada: tuple[Penerima, ...]) -> set[str]:
    ada: set[str] = set()
    for p in kepada:
        ada |= set(_orang(kantor, buku, u, p))
    return ada


def _orang(kantor: Kantor, buku: Buku, u: Usulan, p: Penerima) -> Iterator[str]:
    match p:
        case Penerima.PNS:
            yield u.pegawai
        case Penerima.PEMEGANG if u.verifikator:
            yield u.verifikator
        case Penerima.PENGELOLA:
            for unit in buku.jalur(u.unit, u.opd):
                yield from rak_akun.pemegang(kantor.store, Peran.PENGELOLA_OPD, unit)
        case Penerima.KABID:
            yield from rak_akun.pemegang(kantor.store, Peran.KABID)
        case Penerima.OPERATOR:
            yield from rak_akun.pemegang(kantor.store, Peran.OPERATOR_SIASN)


def antar(kantor: Kantor, batas: int = 50) -> int:
    """Hand over what is due: claim by lease, deliver, record; answers how many were worked on.

    A worker that dies in between leaves the lease to run out, and the next one tries again. What a channel refuses
    for now comes back later (1, 2, 4 … 60 minutes); what it refuses for good ends as `gagal` with its reason.
    """
    kerja = rak_kabar.jatuh_tempo(kantor.store, kantor.jam().isoformat(), batas)
    for kabar in kerja:
        if dipegang := _sewa(kantor, kabar):
            _serahkan(kantor, dipegang)
    return len(kerja)


def _sewa(kantor: Kantor, k: Kabar) -> Kabar | None:
    pegang = k.model_copy(
        update={"keadaan": KeadaanKabar.MENGIRIM, "jatuh_tempo": kantor.jam() + SEWA, "coba": k.coba + 1}
    )
    try:
        [versi] = kantor.store.write(rak_kabar.RAK.taruh(pegang))
    except Conflict:
        return None
    return pegang.model_copy(update={"versi": versi})


def _serahkan(kantor: Kantor, k: Kabar) -> None:
    kanal = kantor.notify[kantor.setelan.kanal]
    orang = Buku(kantor.store).pegawai(k.kepada)
    tujuan = k.tujuan or (orang.telepon if orang else "")
    try:
        hasil = kanal.kirim(Surat(id=k.id, tujuan=tujuan, isi=k.isi, kode=k.kode))
        ulangi, keadaan, alasan, rujukan = hasil.ulangi, KeadaanKabar(hasil.keadaan), hasil.alasan, hasil.rujukan
    except Galat as galat:
        ulangi, keadaan, alasan, rujukan = True, KeadaanKabar.ANTRE, galat.pesan, ""
    ubah: dict[str, object] = {"kanal": kanal.nama, "tujuan": tujuan, "alasan": alasan, "rujukan": rujukan}
    if ulangi and k.coba < BATAS_COBA:
        ubah |= {
            "keadaan": KeadaanKabar.ANTRE,
            "jatuh_tempo": kantor.jam() + timedelta(minutes=min(60, 2 ** (k.coba - 1))),
        }
    else:
        ubah |= {"keadaan": KeadaanKabar.GAGAL if ulangi else keadaan}
    if KABAR[k.kode].rahasia and not kantor.setelan.demo and ubah["keadaan"] != KeadaanKabar.ANTRE:
        ubah["isi"] = "(kode sudah diserahkan dan dihapus)"
    try:
        kantor.store.write(rak_kabar.RAK.taruh(k.model_copy(update=ubah)))
    except Conflict:
        return  # read by its owner meanwhile, or taken over after the lease: the next round settles it
