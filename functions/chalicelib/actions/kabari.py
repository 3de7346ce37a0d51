"""Kabari: the messages an act owes, made with the act. Handing them over is `antar`'s work, later and apart from any request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.records import akun as rak_akun
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.store import Put
from schemas.berkas import label_slot
from schemas.kabar import ABJAD_TANDA, KABAR, PANJANG_TANDA, Kabar, Penerima, nilai_kabar, tulis_kabar
from schemas.peran import Peran
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Status, Usulan


def terutang(kantor: Kantor, buku: Buku, usulan: Usulan, kode: tuple[str, ...], oleh: str) -> list[Put]:
    """The messages these codes owe for a case, one for each person (never to the one who acted), as writes."""
    isi: dict[str, Any] = {**_isi(kantor, buku, usulan)}
    surat = [
        tulis(kantor, kepada, k, usulan=usulan.id, **isi)
        for k in kode
        for kepada in sorted(_penerima(kantor, buku, usulan, KABAR[k].penerima) - {oleh})
    ]
    return [rak_kabar.RAK.taruh(s) for s in surat]


def satu_satu(kantor: Kantor, buku: Buku, usulan: Usulan, kode: str, **lain: object) -> list[tuple[str, Put]]:
    """(person, write) for each who is told of this; `lain` fills what the case itself does not say."""
    isi: dict[str, Any] = {**_isi(kantor, buku, usulan), **lain}
    siapa = sorted(_penerima(kantor, buku, usulan, KABAR[kode].penerima))
    return [(s, rak_kabar.RAK.taruh(tulis(kantor, s, kode, usulan=usulan.id, **isi))) for s in siapa]


def meja(kantor: Kantor, buku: Buku, u: Usulan) -> set[str]:
    """At whose desk a case lies, before BKN has it: accounts."""
    match u.status:
        case Status.DIUSULKAN_OPD:
            return set(rak_akun.pemegang(kantor.store, Peran.VERIFIKATOR))
        case Status.VERIFIKASI:
            return _penerima(kantor, buku, u, (Penerima.PEMEGANG,))
        case Status.SIAP_KIRIM_BKN:
            return _penerima(kantor, buku, u, (Penerima.OPERATOR,))
    return _penerima(kantor, buku, u, (Penerima.PENGELOLA,))


def kepada_diri(kantor: Kantor, akun: str, kode: str, *, tujuan: str = "", **isi: Any) -> Put:
    """A message to an account about itself, as a write; `tujuan` pins the number (an old one that is told of a new)."""
    return rak_kabar.RAK.taruh(tulis(kantor, akun, kode, tujuan=tujuan, **isi))


def tulis(
    kantor: Kantor, kepada: str, kode: str, *, usulan: str | None = None, tujuan: str = "", **isi: object
) -> Kabar:
    """One message, due at once, with a code of its own by which anybody can ask whether it is ours."""
    tanda = "" if KABAR[kode].rahasia else tanda_baru(kantor)
    judul, teks = tulis_kabar(kode, tanda, **isi)
    saat = kantor.jam()
    return Kabar(
        id=kantor.id_baru(),
        kode=kode,
        kepada=kepada,
        judul=judul,
        isi=teks,
        usulan=usulan,
        tujuan=tujuan,
        tanda=tanda,
        nilai=nilai_kabar(kode, tanda, **isi),
        dibuat_pada=saat,
        jatuh_tempo=saat,
    )


def tanda_baru(kantor: Kantor) -> str:
    """Forty bits that nobody guesses, as eight letters and digits."""
    angka = int.from_bytes(kantor.rahasia(5))
    return "".join(ABJAD_TANDA[angka >> 5 * i & 31] for i in reversed(range(PANJANG_TANDA)))


def _isi(kantor: Kantor, buku: Buku, u: Usulan) -> dict[str, str]:
    minta = [label_slot(b.slot) for b in u.butir if b.diminta]
    return {
        "nama": buku.nama(u.pegawai),
        "sapaan": rak_pilihan.ambil(kantor.store, u.pegawai).sapaan,
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
        case Penerima.VERIFIKATOR:
            yield from rak_akun.pemegang(kantor.store, Peran.VERIFIKATOR)
        case Penerima.KABID:
            yield from rak_akun.pemegang(kantor.store, Peran.KABID)
        case Penerima.OPERATOR:
            yield from rak_akun.pemegang(kantor.store, Peran.OPERATOR_SIASN)
