"""Honest files of real programs, each made once by the program that `contoh/daftar.tsv` names: all received, each byte as it was sent.

What we write ourselves, and files put together by hand, are in `test_pemeriksaan`.
"""

from __future__ import annotations

import csv
import hashlib
import re
import zlib
from pathlib import Path

import pypdfium2
import pytest
from alat_pindaian import PINDAIAN
from chalicelib.actions import unggah
from chalicelib.documents.pemeriksaan import periksa

from schemas.berkas import IsianTiket
from schemas.peran import Pelaku, Peran

CONTOH = Path(__file__).parent / "contoh"
BERKAS = {p.name: p.read_bytes() for p in sorted(CONTOH.glob("*.pdf"))} | {
    f"{n}.pdf": isi for n, isi in PINDAIAN.items()
}
TANDA = re.compile(r"ttd|pades|pyhanko-(adobe|arsip|dua|qr|sertifikasi|stempel)")
KARNO = Pelaku(id="karno", nama="x", peran=frozenset({Peran.PNS}))


def daftar() -> list[dict[str, str]]:
    with (CONTOH / "daftar.tsv").open() as isi:
        return list(csv.DictReader(isi, delimiter="\t"))


@pytest.mark.parametrize("nama", BERKAS)
def test_what_a_real_program_wrote_is_received(nama):
    hasil = periksa(BERKAS[nama], batas_halaman=50)
    assert hasil.halaman == len(pypdfium2.PdfDocument(BERKAS[nama]))
    assert hasil.bertanda_tangan is bool(TANDA.search(nama)) is (b"/ByteRange" in BERKAS[nama])


def test_every_file_is_kept_and_served_byte_for_byte(kantor):
    """A signature covers bytes: what is read at the address that a person gets is what was sent."""
    for nama, isi in BERKAS.items():
        sidik = hashlib.sha256(isi).hexdigest()
        minta = IsianTiket(pegawai="karno", slot="sk-kp", nama=nama, ukuran=len(isi), sha256=sidik)
        tiket = unggah.tiket(kantor, KARNO, minta)
        assert tiket.tiket and kantor.documents.unggah(tiket.tiket.url, isi) == 200
        assert unggah.terima(kantor, KARNO, tiket.id).sha256 == sidik
        alamat = unggah.alamat(kantor, KARNO, tiket.id, unduh=True).url
        tersaji = kantor.documents.baca(alamat.split("invalid/")[1].split("?")[0])
        assert hashlib.sha256(tersaji).hexdigest() == sidik, nama


def test_they_are_of_forty_programs_and_each_is_named():
    isi = daftar()
    assert {b["berkas"] for b in isi} == {p.name for p in CONTOH.iterdir()} - {"daftar.tsv"}
    assert len({b["pembuat"] for b in isi if b["berkas"].endswith(".pdf")}) >= 40
    assert sum(bool(TANDA.search(n)) for n in BERKAS) >= 8


def test_no_sample_tells_of_the_computer_it_was_made_on():
    for p in CONTOH.iterdir():
        isi = terbuka(p.read_bytes())
        assert not re.search(rb"/(home|root|tmp|work|usr|var)/|root@|localhost", isi), p.name


def terbuka(isi: bytes) -> bytes:
    """The bytes, and what its compressed streams hold."""
    semua = [isi]
    for aliran in re.findall(rb"stream\r?\n(.*?)endstream", isi, re.S):
        try:
            semua.append(zlib.decompressobj().decompress(aliran))
        except zlib.error:
            continue
    return b"\n".join(semua)
