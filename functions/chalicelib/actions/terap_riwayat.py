"""Terap riwayat: read a table of histories, lay it over what is known, write it person by person; for the worker and the command."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime

from chalicelib.actions import Kantor
from chalicelib.actions.berkelompok import SEKALI_BACA, berbekal, tulis_berkelompok
from chalicelib.actions.meja_impor import CONTOH_UBAH, maju, tulis_pratinjau
from chalicelib.actions.pelaku import sistem
from chalicelib.actions.pindah import simpan_pegawai
from chalicelib.documents import kunci as k
from chalicelib.documents.tabel import Tabel, baca_tabel
from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.records import fakta as rak_fakta
from chalicelib.records import impor as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.rules import kolom_fakta
from chalicelib.rules.baca_fakta import FaktaTerbaca, HasilRiwayat
from chalicelib.rules.baca_fakta import baca as baca_baris
from chalicelib.rules.daftar_asn import Temuan
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.kolom_asn import slug
from chalicelib.rules.kolom_fakta import Peta
from chalicelib.rules.padukan_fakta import Paduan, padukan
from chalicelib.rules.riwayat import segarkan
from chalicelib.store import Operasi
from chalicelib.store.muka import Muka
from schemas.fakta import SEBUTAN_FAKTA, JenisFakta
from schemas.impor import ImporRiwayat, KeadaanImpor, Pemetaan
from schemas.pandangan_kantor import BarisImpor
from schemas.riwayat import Asal

SEKALI_TULIS = 20
"""People in one write: up to five operations each."""


def tabel(isi: bytes, nama: str) -> Tabel:
    """The table of histories in a workbook or CSV. Raises TakSah, TerlaluBesar."""
    return baca_tabel(isi, nama, kenal=kolom_fakta.mengenal)


def sidik(judul: Sequence[str]) -> str:
    """Tables with the same headings come from the same source."""
    return hashlib.sha256("\n".join(slug(j) for j in judul).encode()).hexdigest()[:24]


def peta(kantor: Kantor | None, judul: Sequence[str], jenis: JenisFakta | None, kolom: dict[str, str]) -> Peta:
    """The mapping to read with: as given, else as saved for these headings, else as guessed. Raises TakSah when none fits."""
    if jenis and kolom:
        return Peta(jenis, kolom)
    ada = rak.RAK_PEMETAAN.ambil(kantor.store, "PEMETAAN", sidik(judul)) if kantor else None
    if ada and jenis in (None, ada.jenis):
        return Peta(ada.jenis, ada.kolom)
    tebakan = Peta(jenis, kolom_fakta.tebak_kolom(judul, jenis)) if jenis else kolom_fakta.tebak(judul)
    if tebakan is None:
        pesan = "Jenis riwayat dalam berkas ini tidak dapat dikenali dari judul kolomnya."
        raise TakSah(
            pesan,
            kode="jenis-tak-dikenal",
            petunjuk="Sebutkan jenisnya, lalu tunjuk kolom untuk setiap isian.",
            temuan=[TemuanGalat("jenis-tak-dikenal", pesan, "jenis")],
        )
    return tebakan


def lengkapi(isi: bytes, nama: str, jenis: JenisFakta, kolom: dict[str, str]) -> dict[str, str]:
    """A mapping given in part, the rest guessed from the headings."""
    return kolom_fakta.tebak_kolom(tabel(isi, nama).judul, jenis) | kolom


def baca(t: Tabel, p: Peta, hari_ini: date) -> HasilRiwayat:
    """The rows under a mapping. Raises TakSah when a required column is not mapped."""
    letak = kolom_fakta.periksa(t.judul, p.jenis, p.kolom)
    return baca_baris(t.baris, p.jenis, letak, hari_ini=hari_ini, mulai=t.mulai)


_ingatan: dict[str, HasilRiwayat] = {}
"""One import's rows, kept between the slices of its application."""


def _terbaca(
    kantor: Kantor, id_: str, nama: str, jenis: JenisFakta, kolom: tuple[tuple[str, str], ...]
) -> HasilRiwayat:
    kunci = f"{id_} {jenis} {kolom}"
    if kunci not in _ingatan:
        _ingatan.clear()
        t = tabel(kantor.documents.baca(k.masuk(id_)), nama)
        _ingatan[kunci] = baca(t, Peta(jenis, dict(kolom)), hari_wib(kantor.jam()))
    return _ingatan[kunci]


def uji(kantor: Kantor, impor: ImporRiwayat) -> None:
    """The dry run: findings and changes are written down beside the import; nothing else changes. Raises TakSah."""
    _ingatan.clear()
    t = tabel(kantor.documents.baca(k.masuk(impor.id)), impor.nama)
    judul = tuple(str(j)[:100] for j in t.judul[:80])
    try:
        p = peta(kantor, t.judul, impor.jenis, impor.peta)
        hasil = baca(t, p, hari_wib(kantor.jam()))
    except TakSah as galat:
        ubah = {"judul": judul, "keadaan": KeadaanImpor.DITOLAK, "pesan": f"{galat.pesan} {galat.petunjuk}"[:200]}
        kantor.store.write(rak.RAK_RIWAYAT.taruh(impor.model_copy(update=ubah)))
        return
    paduan, tolak = padukan_semua(kantor, impor, hasil)
    tulis_hasil(kantor, impor, hasil, paduan, tolak)
    tersimpan = rak.RAK_PEMETAAN.ambil(kantor.store, "PEMETAAN", sidik(t.judul))
    hitung: dict[str, object] = {
        "jenis": p.jenis, "peta": p.kolom, "judul": judul, "jumlah": hasil.jumlah, "diterima": len(paduan),
        "baru": sum(x.baru for x in paduan), "berubah": sum(x.berubah for x in paduan), "sama": sum(x.sama for x in paduan),
        "ditolak": len(tolak), "kemajuan": 0, "keadaan": KeadaanImpor.SIAP, "pesan": "",
        "tersimpan": tersimpan is not None and tersimpan.kolom == p.kolom,
        "sumber": impor.sumber or (tersimpan.sumber if tersimpan else ""),
    }  # fmt: skip
    kantor.store.write(rak.RAK_RIWAYAT.taruh(impor.model_copy(update=hitung)))


def padukan_semua(kantor: Kantor, impor: ImporRiwayat, hasil: HasilRiwayat) -> tuple[list[Paduan], list[Temuan]]:
    """What every person's rows would do, and all refusals in the order of the sheet."""
    paduan, tolak = [], list(hasil.ditolak)
    for dekat, (nip, baris) in (
        (d, b) for d, x in berbekal(kantor, hasil.orang.items(), SEKALI_BACA, _bekal) for b in x
    ):
        satu = _padukan(dekat, nip, baris, hasil.jenis, impor)
        tolak += satu.ditolak if isinstance(satu, Paduan) else satu
        paduan += [satu] if isinstance(satu, Paduan) else []
    return paduan, sorted(tolak, key=lambda x: x.baris)


def _padukan(
    kantor: Kantor, nip: str, baris: list[FaktaTerbaca], jenis: JenisFakta, impor: ImporRiwayat
) -> Paduan | list[Temuan]:
    orang = rak_pegawai.menurut_nip(kantor.store, nip)
    if orang is None:
        pesan = "NIP ini tidak ada dalam daftar pegawai. Impor daftar ASN dahulu, atau periksa NIP-nya."
        return [Temuan(b.baris, "nip-tak-terdaftar", pesan) for b in baris]

    if orang.id in (impor.oleh, impor.penerap):
        pesan = "Riwayat pembawa berkas sendiri tidak ikut. Usulkan di halaman Fakta; petugas lain mengesahkannya."
        return [Temuan(b.baris, "fakta-sendiri", pesan) for b in baris]

    def asal(b: FaktaTerbaca) -> Asal:
        sumber = ", ".join(x for x in (b.sumber, impor.sumber, f"{impor.nama[:60]} baris {b.baris}") if x)
        return Asal(sumber=sumber[:200], oleh=impor.oleh, pada=kantor.jam())

    return padukan(rak_fakta.riwayat(kantor.store, orang.id), jenis, baris, asal, kantor.id_baru)


def tulis_hasil(
    kantor: Kantor, impor: ImporRiwayat, hasil: HasilRiwayat, paduan: list[Paduan], tolak: list[Temuan]
) -> None:
    """The preview, row by row; that of a former reading goes away first."""
    ubah = sorted((u for p in paduan for u in p.ubah), key=lambda u: u[0])[:CONTOH_UBAH]
    nama = SEBUTAN_FAKTA[hasil.jenis]
    isi = {
        "ditolak": [BarisImpor(baris=x.baris, kode=x.kode, pesan=x.pesan) for x in tolak],
        "ubah": [BarisImpor(baris=n, kode="ubah" if lama_ else "baru", pesan="", ubah=[(nama, lama_ or "(belum ada)", baru)]) for n, lama_, baru in ubah],
    }  # fmt: skip
    tulis_pratinjau(kantor, impor.id, isi)


def potong(kantor: Kantor, impor: ImporRiwayat) -> None:
    """Apply the next slice; at the end the mapping is kept for the source."""
    assert impor.jenis is not None  # it was read before it could be applied
    hasil = _terbaca(kantor, impor.id, impor.nama, impor.jenis, tuple(impor.peta.items()))
    orang = list(hasil.orang.items())
    impor = impor.model_copy(update={"pesan": _lewat(kantor, impor, hasil)})
    if maju(
        kantor,
        rak.RAK_RIWAYAT,
        impor,
        orang,
        lambda x: terapkan(kantor, x, impor),
        lambda: [simpan_peta(kantor, impor)],
    ):
        _ingatan.clear()


def _lewat(kantor: Kantor, impor: ImporRiwayat, hasil: HasilRiwayat) -> str:
    """What the preview could not say yet: rows about the one who applies what another brought are left out."""
    penerap = rak_pegawai.RAK.ambil(kantor.store, f"PEGAWAI#{impor.penerap}") if impor.penerap != impor.oleh else None
    baris = hasil.orang.get(penerap.nip, []) if penerap else []
    kata = "Riwayat yang menerapkan sendiri tidak ikut; usulkan di halaman Fakta. Baris "
    return f"{kata}{', '.join(str(b.baris) for b in baris[:10])}." if baris else ""


def simpan_peta(kantor: Kantor, impor: ImporRiwayat) -> Operasi:
    """The mapping of this import, kept for the next table with the same headings."""
    assert impor.jenis is not None
    cap = sidik(impor.judul)
    ada = rak.RAK_PEMETAAN.ambil(kantor.store, "PEMETAAN", cap)
    isi = Pemetaan(sidik=cap, sumber=impor.sumber or impor.nama, jenis=impor.jenis, kolom=impor.peta)
    return rak.RAK_PEMETAAN.taruh(isi.model_copy(update={"versi": ada.versi if ada else 0}))


def terapkan(kantor: Kantor, orang: Sequence[tuple[str, list[FaktaTerbaca]]], impor: ImporRiwayat) -> None:
    """Write these people's facts. Repeating it changes nothing more."""
    tulis_berkelompok(kantor, orang, SEKALI_TULIS, lambda dekat, x: _rencana(dekat, *x, impor), _bekal)


def _bekal(muka: Muka, orang: Sequence[tuple[str, list[FaktaTerbaca]]]) -> None:
    rak_pegawai.bekali(muka, [nip for nip, _ in orang], lambda p: [rak_fakta.kunci_riwayat(p.id)])


def _rencana(kantor: Kantor, nip: str, baris: list[FaktaTerbaca], impor: ImporRiwayat) -> list[Operasi]:
    assert impor.jenis is not None
    satu = _padukan(kantor, nip, baris, impor.jenis, impor)
    orang = rak_pegawai.menurut_nip(kantor.store, nip)
    if not isinstance(satu, Paduan) or not satu.ubah or orang is None:
        return []
    baru = segarkan(orang, satu.riwayat, hari_wib(kantor.jam()))
    tetap = [rak_pegawai.masih(orang), rak_ramalan.tanda(orang.id)]
    pegawai = simpan_pegawai(kantor, sistem(), baru, orang) if baru != orang else tetap
    return [rak_fakta.RAK_RIWAYAT.taruh(satu.riwayat), *pegawai]


def periksa(
    isi: bytes, nama: str, jenis: JenisFakta | None, kolom: dict[str, str], kantor: Kantor | None
) -> HasilRiwayat:
    """The command's dry run: cells and headings, without any record when there is no office. Raises TakSah."""
    t = tabel(isi, nama)
    return baca(t, peta(kantor, t.judul, jenis, kolom), hari_wib(kantor.jam() if kantor else datetime.now(UTC)))
