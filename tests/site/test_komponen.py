from __future__ import annotations

import re

import pytest
from sitebuild.aset import TEMPLAT
from sitebuild.cetak import contoh, lingkungan
from sitebuild.kolom import kolom
from sitebuild.tolak import SitusRusak

SEMUA = [(nama, judul, isi) for nama, semua in contoh().items() for judul, isi in semua.items()]


@pytest.fixture(scope="module")
def komponen():
    return lingkungan().globals["komponen"]


@pytest.mark.parametrize(("nama", "judul", "contoh"), SEMUA, ids=[f"{n}: {j}" for n, j, _ in SEMUA])
def test_every_example_renders_as_it_says(komponen, nama, judul, contoh):
    html = komponen(nama, **contoh["isi"])
    assert html.strip()
    assert "html" not in contoh or html == contoh["html"]


def test_every_component_is_whole():
    folder = sorted(p for p in (TEMPLAT / "components").iterdir() if p.is_dir())
    assert len(folder) > 20
    assert [p.name for p in folder if not {"template.html", "contoh.toml"} <= {f.name for f in p.iterdir()}] == []


def test_every_class_of_a_style_belongs_to_its_component():
    for berkas in (TEMPLAT / "components").glob("*/style.css"):
        kelas = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"\{[^}]*\}", "{}", berkas.read_text())))
        html = "".join(p.read_text() for p in berkas.parent.glob("template.html"))
        asing = {
            k for k in kelas if not k.startswith(berkas.parent.name.split("-")[-1]) and k.split("--")[0] not in html
        }
        assert asing <= {"isian-sandi__baris", "baris", "rincian__ubah", "wadah", "strip", "kartu"}, berkas


def test_text_is_never_obeyed_as_html(komponen):
    jahat = "<img src=x onerror=alert(1)>"
    for nama, isi in [
        ("tombol", {"teks": jahat}),
        ("kosong", {"judul": jahat, "lanjut": jahat}),
        ("kartu", {"isi": jahat}),
    ]:
        assert "<img" not in komponen(nama, **isi)


def test_no_template_marks_anything_but_the_style_as_safe():
    aman = [
        p.name for p in TEMPLAT.rglob("*.html") for b in p.read_text().splitlines() if "safe" in b and "gaya" not in b
    ]
    assert aman == []


def test_an_unknown_component_stops_the_build(komponen):
    with pytest.raises(SitusRusak, match="no such component"):
        komponen("tiada")


def test_a_field_brings_its_words_from_the_schema():
    nip = kolom("IsianMasuk.nip")
    assert (nip.label, nip.jenis, nip.wajib) == ("NIP", "isian-nip", True)
    assert (nip.kosong, nip.bentuk) == ("Masukkan NIP.", "NIP harus terdiri dari 18 angka.")
    assert nip.pola == "^[0-9]{18}$"


@pytest.mark.parametrize(
    ("alamat", "jenis", "wajib"),
    [
        ("IsianUsulkan.tanggal_surat", "isian-tanggal", True),
        ("IsianUsulkan.nomor_surat", "isian", True),
        ("IsianUsulkan.catatan", "teks-panjang", False),
        ("IsianUsulan.jenis", "pilihan", True),
        ("IsianUbahUsulan.jenis", "pilihan", False),
        ("IsianAkun.terkunci", "centang", False),
        ("IsianSk.mk_tahun", "isian", True),
    ],
)
def test_the_kind_of_a_field_follows_from_its_type(alamat, jenis, wajib):
    hasil = kolom(alamat, label="Label")
    assert (hasil.jenis, hasil.wajib) == (jenis, wajib)


@pytest.mark.parametrize("alamat", ["Tiada.nip", "IsianMasuk.tiada", "IsianUsulkan.nomor_surat"])
def test_a_field_without_class_or_words_stops_the_build(alamat):
    with pytest.raises(SitusRusak, match=alamat.split(".")[0]):
        kolom(alamat)


def test_what_a_class_says_to_programmers_is_no_hint():
    assert kolom("IsianUjiRiwayat.jenis", label="Jenis riwayat").petunjuk == ""
