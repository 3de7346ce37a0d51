"""Every refusal becomes one kind of answer: status, words, findings."""

from __future__ import annotations

import pytest
from chalicelib.edge.jawab import problem
from chalicelib.galat import Galat, TakSah, TemuanGalat


@pytest.mark.parametrize(
    "tolakan, status, kode",
    [
        ("tak-sah", 422, "isian-tak-sah"),
        ("tidak-ada", 404, "tidak-ada"),
        ("bentrok", 409, "bentrok"),
        ("konflik", 409, "bentrok"),
        ("tidak-boleh", 403, "tidak-boleh"),
        ("belum-masuk", 401, "belum-masuk"),
        ("terlalu-sering", 429, "terlalu-sering"),
        ("terlalu-besar", 413, "terlalu-besar"),
        ("terhenti", 503, "terhenti"),
        ("isian", 422, "isian-tak-sah"),
        ("catatan-rusak", 500, "kesalahan-sistem"),
        ("lain", 500, "kesalahan-sistem"),
    ],
)
def test_each_family_has_its_status(minta, tolakan, status, kode):
    jawaban = minta("GET", f"/api/tolak/{tolakan}")
    assert (jawaban.status, jawaban.json["status"], jawaban.json["kode"]) == (status, status, kode)
    assert jawaban.json["type"] == f"urn:sikap:galat:{kode}"


@pytest.mark.parametrize("tolakan, tunggu", [("terlalu-sering", "42"), ("terhenti", "10"), ("bentrok", None)])
def test_waiting_is_told_in_seconds(minta, tolakan, tunggu):
    assert minta("GET", f"/api/tolak/{tolakan}")["Retry-After"] == tunggu


def test_each_wrong_field_is_named_in_its_own_words(minta):
    temuan = {t["bidang"]: (t["kode"], t["pesan"]) for t in minta("GET", "/api/tolak/isian").json["temuan"]}
    assert temuan == {
        "nip": ("bentuk", "NIP harus terdiri dari 18 angka."),
        "sandi": ("kosong", "Masukkan kata sandi."),
        "lain": ("tak-dikenal", "Isian “lain” tidak dikenal di sini."),
    }


def test_a_finding_keeps_its_legal_basis():
    galat = TakSah("Belum.", temuan=[TemuanGalat("masa-kerja", "Belum empat tahun.", dasar="PP 99/2000 ps. 6")])
    assert problem(galat).body["temuan"][0]["dasar"] == "PP 99/2000 ps. 6"


def test_a_new_member_of_the_family_is_refused_as_its_parent():
    class Khusus(TakSah):
        kode = "khusus"

    assert (problem(Khusus("Belum.")).status_code, problem(Galat("Belum.")).status_code) == (422, 400)


def test_the_log_tells_where_but_never_what(minta, caplog):
    minta("GET", "/api/tolak/lain")
    baris = caplog.records[-1].getMessage()
    assert "RuntimeError" in baris and "conftest.py:" in baris
    assert "Budi" not in baris and "1990" not in baris
