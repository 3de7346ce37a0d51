"""The papers: each opens, passes the acceptance, names its owner, and says that it is no real document."""

from __future__ import annotations

from io import BytesIO

import pytest
from chalicelib.documents.pemeriksaan import periksa
from PIL import Image
from pypdf import PdfReader

from infra.demo.kata import rupiah, terbilang


def isi(pdf: bytes) -> str:
    return " ".join(" ".join(h.extract_text() for h in PdfReader(BytesIO(pdf)).pages).split())


def unggahan(demo):
    for p in demo.perkara:
        yield from ((p["nip"], demo.folder / s["berkas"]) for s in p["langkah"] if s["aksi"] == "unggah")


def test_every_paper_passes_the_acceptance(demo):
    for _, berkas in unggahan(demo):
        assert periksa(berkas.read_bytes(), batas_halaman=50), berkas


def test_every_paper_names_its_owner_and_says_contoh(demo):
    for nip, berkas in unggahan(demo):
        teks = isi(berkas.read_bytes())
        assert not teks or (demo.riwayat[nip]["nama"] in teks and "Bukan dokumen resmi" in teks), berkas


def test_papers_are_light_enough_for_a_weak_signal(demo):
    assert max(b.stat().st_size for _, b in unggahan(demo)) < 400_000
    assert sum(b.stat().st_size for _, b in unggahan(demo)) < 4_000_000


def test_the_decree_prints_rank_masa_kerja_and_pay(demo):
    p = next(p for p in demo.perkara if p["kunci"] == "perkara-01")
    sk = next(s for s in p["langkah"] if s["aksi"] == "catat_sk")["isian"]
    teks = isi((demo.folder / "documents/perkara-01/sk-kp-baru.pdf").read_bytes())
    assert sk["nomor"] in teks and rupiah(sk["gaji_pokok"]) in teks
    assert f"{sk['mk_tahun']} tahun {sk['mk_bulan']} bulan" in teks


def test_some_papers_are_photos_without_a_word_to_search(demo):
    foto = [b for _, b in unggahan(demo) if not isi(b.read_bytes())]
    assert 4 <= len(foto) <= 20


def test_papers_to_try_uploads_with_belong_to_no_step(demo):
    coba = {p.name for p in (demo.folder / "documents/untuk-dicoba").iterdir()}
    assert len(coba) == 4 and sum(n.endswith(".pdf") for n in coba) == 3
    assert Image.open(demo.folder / "documents/untuk-dicoba/soekarjono skp-2025 difoto.jpg").format == "JPEG"


@pytest.mark.parametrize(
    "angka,kata",
    [
        (11, "sebelas"),
        (2_933_200, "dua juta sembilan ratus tiga puluh tiga ribu dua ratus"),
        (1_100_115, "satu juta seratus ribu seratus lima belas"),
        (1_013, "seribu tiga belas"),
    ],
)
def test_money_is_written_in_words(angka, kata):
    assert terbilang(angka) == kata
