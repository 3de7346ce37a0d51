"""Paket, later: is a ZIP still what SIKAP made, and does the archive still hold what was in it? Judged by SIKAP's own list."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from chalicelib.actions import Kantor
from chalicelib.actions.paket_kerja import MANIFES, SAMPUL, baca_baris
from chalicelib.documents import kunci
from chalicelib.documents.tabel import baca_tabel
from chalicelib.galat import Galat, TakSah, TidakAda
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import paket as rak
from schemas.paket import BagianPaket, BarisPaket, Paket

POTONG = 1_000_000
BATAS_MANIFES = 50_000_000


class HasilPaket(NamedTuple):
    """`persis`: the very file that SIKAP made. `masalah`: sentences about the ZIP or the archive; `baru`: what has newer versions."""

    paket: str
    bagian: int
    dokumen: int
    persis: bool
    masalah: list[str]
    baru: list[str]


def periksa(kantor: Kantor, berkas: BinaryIO) -> HasilPaket:
    """Compare a ZIP with the list kept when it was made, and the list with the archive. Raises TakSah: not a pack of this SIKAP."""
    sidik = _sidik(iter(lambda: berkas.read(POTONG), b""))
    berkas.seek(0)
    try:
        with zipfile.ZipFile(berkas) as z:
            paket = _paket(kantor, z)
            bagian = next((b for b in paket.bagian if b.sha256 == sidik), None)
            persis = bagian is not None
            bagian, baris = _bagian(kantor, paket, bagian, set(z.namelist()))
            masalah = [] if persis else [*_zip(z, baris)]
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError) as sebab:
        raise _bukan("ZIP ini rusak atau terpotong.") from sebab
    baru: list[str] = []
    for b in baris:
        masalah += _arsip(kantor, b, baru)
    return HasilPaket(paket.id, bagian.nomor, len(baris), persis, masalah, baru)


def _bukan(pesan: str) -> TakSah:
    return TakSah(pesan, kode="bukan-paket", petunjuk="Pakai ZIP yang diunduh dari halaman Paket berkas SIKAP ini.")


def _paket(kantor: Kantor, z: zipfile.ZipFile) -> Paket:
    """The pack that the manifest inside names."""
    try:
        with z.open(MANIFES) as m:
            tabel = baca_tabel(m.read(BATAS_MANIFES), MANIFES)
        return rak.ambil(kantor.store, str(tabel.baris[0][tabel.judul.index("ID paket")]))
    except (KeyError, ValueError, IndexError, Galat) as sebab:
        raise _bukan("ZIP ini bukan paket dari SIKAP ini.") from sebab


def _bagian(
    kantor: Kantor, paket: Paket, bagian: BagianPaket | None, isi: set[str]
) -> tuple[BagianPaket, list[BarisPaket]]:
    """The part and its list; for a file that was changed, the part with which it shares most names."""
    semua = [
        (b, baca_baris(kantor.documents.baca(b.kunci.removesuffix(".zip") + ".json")))
        for b in ([bagian] if bagian else paket.bagian)
    ]
    if not semua:
        raise _bukan("Paket ini belum selesai dibuat.")
    return max(semua, key=lambda s: len(isi & {b.jalur for b in s[1]}))


def _zip(z: zipfile.ZipFile, baris: list[BarisPaket]) -> Iterator[str]:
    ada = set(z.namelist())
    harus = {b.jalur: b.sha256_paket for b in baris if b.sha256_paket}
    for jalur, sha256 in harus.items():
        if jalur not in ada:
            yield f"{jalur}: hilang dari ZIP"
            continue
        with z.open(jalur) as f:
            if _sidik(iter(lambda f=f: f.read(POTONG), b"")) != sha256:  # type: ignore[misc]
                yield f"{jalur}: isinya lain daripada ketika dibuat"
    for jalur in sorted(ada - set(harus) - {MANIFES, SAMPUL}):
        yield f"{jalur}: bukan dari SIKAP"


def _arsip(kantor: Kantor, b: BarisPaket, baru: list[str]) -> Iterator[str]:
    nama = b.jalur
    try:
        utuh = _sidik(kantor.documents.alir(kunci.isi(b.sha256))) == b.sha256
        arsip = rak_berkas.ambil(kantor.store, b.berkas)
    except TidakAda:
        yield f"{nama}: versi {b.versi_berkas} tidak ada lagi dalam arsip"
        return
    if not utuh or arsip.sha256 != b.sha256:
        yield f"{nama}: versi {b.versi_berkas} dalam arsip tidak utuh lagi"
    if rak_berkas.slot(kantor.store, b.pegawai, b.slot).terbaru != b.berkas:
        baru.append(nama)


def _sidik(potongan: Iterator[bytes]) -> str:
    sidik = hashlib.sha256()
    for satu in potongan:
        sidik.update(satu)
    return sidik.hexdigest()
