"""Hostile input: every counter, every field, every kind of nonsense. A clear refusal, never a fault of ours, nothing written.

The counters and fields come from the list of counters itself, so a new one is walked without a line here.
"""

from __future__ import annotations

import json
import sqlite3

import chalicelib.wiring as wiring
import pytest
from alat_kantor import buat_kantor
from alat_rute import CONTOH, ISIAN, MATRIKS, NAMA, UMUM, alamat, buka

NILAI = {
    "tiada": None, "kosong": "", "spasi": "   ", "angka": 7, "minus": -1, "raksasa": 10**400, "pecahan": 1.5, "benar": True,
    "daftar": [], "daftar-raksasa": ["x"] * 20_000, "objek": {}, "dalam": {"a": {"b": {"c": [[[[{}]]]]}}}, "nul": "a\x00b",
    "surogat": "a\ud800b", "bidi": "\u202egpj.fdp", "panjang": "A" * 200_000, "jalur": "../../etc/passwd", "kunci": "USULAN#01#..%2f",
    "sql": "' OR 1=1; DROP TABLE sikap;--", "html": "<script>alert(1)</script>", "templat": "{{7*7}}${7*7}", "baris": "a\r\nSet-Cookie: sid=x",
    "tanggal-tiada": "2026-02-30", "tanggal-jauh": "9999-12-31", "tanggal-purba": "0001-01-01", "emoji": "👨‍👩‍👧‍👦" * 50,
    "gabung": "a" + "\u0301" * 500, "rumus": "=cmd|' /C calc'!A0", "nip-arab": "١٩٧٠٠٣١١١٩٩٥٠٣١٩٠١",
}  # fmt: skip
BADAN = {
    "kosong": b"", "bukan-json": b"{", "daftar": b"[]", "teks": b'"x"', "null": b"null", "nan": b'{"versi": NaN}', "tak-hingga": b'{"versi": Infinity}',
    "utf16": '{"versi":1}'.encode("utf-16"), "latin": b'{"nama":"\xe9"}', "dalam": b"[" * 50_000, "objek-dalam": b'{"a":' * 50_000,
    "ganda": b'{"versi":1,"versi":2}', "nul": b"\x00" * 40, "asing": b'{"__proto__":{"peran":"admin"},"peran":["admin"],"id":"x"}',
    "angka-raksasa": b'{"versi":' + b"9" * 5_000 + b"}", "bom-utf8": b"\xef\xbb\xbf{}",
}  # fmt: skip
MENCATAT = {
    "POST /sesi",
    "POST /sesi/kode",
    "POST /akun/kode",
    "POST /akun/aktivasi",
    "POST /akun/pemulihan",
    "DELETE /sesi",
    "POST /saya/sandi",
    "DELETE /saya/totp",
}
"""A refused try is itself remembered there (lock-out)."""


@pytest.fixture(scope="module")
def dunia(tmp_path_factory):
    """The office, and an ear at its records."""
    berkas = str(tmp_path_factory.mktemp("racun") / "sikap.db")
    kantor, asli = buat_kantor(berkas), wiring.kantor
    wiring.kantor = lambda: kantor
    isi = buka(kantor)
    dengar = sqlite3.connect(berkas)
    yield isi, lambda: dengar.execute("PRAGMA data_version").fetchone()[0]
    dengar.close()
    wiring.kantor = asli


def siapa(nama: str) -> str:
    """Somebody for whom this door opens."""
    return "karno" if MATRIKS[nama] == UMUM else (MATRIKS[nama].split() or ["admi"])[0]


def kirim(dunia, nama: str, apa: str, badan: bytes, jalur: str) -> None:
    """Send it: taken as harmless text, or refused in the counter's own words with nothing written."""
    kantor, catatan = dunia
    sebelum = catatan()
    jawab = kantor.peramban[siapa(nama)].kirim_mentah(NAMA[nama].cara, jalur, badan)

    assert jawab.status < 500, f"{nama} {apa}: {jawab.status} {jawab.isi}"
    if jawab.status < 400:
        return
    assert jawab.kepala["content-type"] == "application/problem+json", f"{nama} {apa}"
    assert jawab.isi["detail"] and jawab.isi["kode"], f"{nama} {apa}"
    assert len(jawab.badan) < 20_000, f"{nama} {apa}: the refusal repeats what was sent"
    if nama not in MENCATAT:
        assert catatan() == sebelum, f"{nama} {apa}: refused with {jawab.status}, yet something was written"


BERISI = sorted(n for n, r in NAMA.items() if r.masuk)


@pytest.mark.parametrize("nama", BERISI)
def test_nonsense_in_any_field_is_refused_and_writes_nothing(nama, dunia):
    for bidang in [*NAMA[nama].masuk.model_fields, "bidang_asing"]:
        for apa, nilai in NILAI.items():
            badan = json.dumps(ISIAN.get(nama, {}) | {bidang: nilai}).encode()
            kirim(dunia, nama, f"{bidang}={apa}", badan, alamat(nama, dunia[0]))


@pytest.mark.parametrize("nama", BERISI)
def test_a_body_that_is_none_is_refused_and_writes_nothing(nama, dunia):
    for apa, badan in BADAN.items():
        kirim(dunia, nama, apa, badan, alamat(nama, dunia[0]))


@pytest.mark.parametrize("nama", sorted(n for n, r in NAMA.items() if "{" in r.jalur))
def test_an_address_that_names_nothing_says_so(nama, dunia):
    for apa in ("..%2f..%2fetc", "%00", "a" * 5_000, "%ed%a0%80", "KASUS%23x", "%3Cscript%3E", "-", "%F0%9F%92%A9"):
        jalur = alamat(nama, dunia[0])
        for isi in {"karno", "sd-1", dunia[0].usulan, dunia[0].berkas, *CONTOH.values()} & set(jalur.split("/")):
            kirim(dunia, nama, apa, json.dumps(ISIAN.get(nama, {})).encode(), jalur.replace(f"/{isi}", f"/{apa}", 1))


@pytest.mark.parametrize("nama", sorted(n for n, r in NAMA.items() if r.kueri))
def test_a_question_that_makes_no_sense_is_refused(nama, dunia):
    for bidang in NAMA[nama].kueri.model_fields:
        for apa in (
            "",
            "-1",
            "%00",
            "x" * 4_000,
            "%ed%a0%80",
            "9999999999999999999999",
            "2026-13",
            "%27%20OR%201",
            "[]",
            "0",
        ):
            kirim(dunia, nama, f"{bidang}={apa}", b"", f"{alamat(nama, dunia[0]).split('?')[0]}?{bidang}={apa}")
