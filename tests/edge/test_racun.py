"""Hostile input: every counter, every field, every kind of nonsense. A clear refusal, never a fault of ours, nothing written.

The counters and fields come from the list of counters itself, so a new one is walked without a line here.
"""

from __future__ import annotations

import json
import re
import sqlite3

import chalicelib.wiring as wiring
import pytest
from alat_isian import contoh, ganti, skema, tempat
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
ISI = "select pk, sk, v from item where pk not like 'MASUK#%' and pk not like 'KODE#%' and pk not like 'LAJU#%'"
"""Everything on record but the counts of tries: that one was refused is itself remembered there (lock-out)."""
ASING = re.compile(
    r"\b(should|must|input|valid|invalid|required|expected|unexpected|string|field|error|found|value)\b", re.I
)
"""Words of a machine that speaks English."""
KEPALA = {
    "origin": ("http://[", "null", "http://jahat.example", "//", "http://localhost:8000@jahat.example", "\x00"),
    "idempotency-key": ("x", "a" * 81, "kunci\r\nx: y", "\xff" * 20, "../../..", " " * 20),
    "cookie": ("sid", "sid=", "sid=\x00", "sid=" + "a" * 5_000, ";;;=;=", "sid=../..; sid=x", "\xff"),
    "content-type": ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "\xff", ""),
    "content-encoding": ("gzip", "br", "\x00"),
    "accept-encoding": ("gzip;q=x", "br;q=", ",,,;;;", "\xff" * 50, "identity;q=0, *;q=0"),
    "accept": ("text/html", "\xff"),
    "x-forwarded-for": ("x, y, z", "\r\n", "127.0.0.1" * 500),
    "user-agent": ("\x00", "Chrome" * 5_000, "<script>"),
    "host": ("", "[", "jahat.example", "\xff"),
}  # fmt: skip


@pytest.fixture(scope="module")
def dunia(tmp_path_factory):
    """The office, and an ear at its records."""
    berkas = str(tmp_path_factory.mktemp("racun") / "sikap.db")
    kantor, asli = buat_kantor(berkas, cek_per_menit=100_000), wiring.kantor
    wiring.kantor = lambda: kantor
    isi = buka(kantor)
    dengar = sqlite3.connect(berkas)
    yield isi, lambda: dengar.execute(ISI).fetchall()
    dengar.close()
    wiring.kantor = asli


def siapa(nama: str) -> str:
    """Somebody for whom this door opens."""
    return "karno" if MATRIKS[nama] == UMUM else (MATRIKS[nama].split() or ["admi"])[0]


def kirim(dunia, nama: str, apa: str, badan: bytes, jalur: str, **kepala: str) -> None:
    """Send it: taken as harmless text, or refused in the counter's own words with nothing written."""
    kantor, catatan = dunia
    sebelum = catatan()
    jawab = kantor.peramban[siapa(nama)].kirim_mentah(NAMA[nama].cara, jalur, badan, **kepala)

    assert jawab.status < 500, f"{nama} {apa}: {jawab.status} {jawab.isi}"
    if jawab.status < 400:
        return
    assert jawab.kepala["content-type"] == "application/problem+json", f"{nama} {apa}"
    assert jawab.isi["detail"] and jawab.isi["kode"], f"{nama} {apa}"
    assert len(jawab.badan) < 20_000, f"{nama} {apa}: the refusal repeats what was sent"
    kalimat = " ".join([jawab.isi["detail"], jawab.isi["petunjuk"], *(t["pesan"] for t in jawab.isi["temuan"])])
    assert not ASING.search(kalimat.replace("bidang_asing", "")), f"{nama} {apa}: {kalimat}"
    assert catatan() == sebelum, f"{nama} {apa}: refused with {jawab.status}, yet something was written"


BERISI = sorted(n for n, r in NAMA.items() if r.masuk)


@pytest.mark.parametrize("nama", BERISI)
def test_nonsense_in_any_field_is_refused_and_writes_nothing(nama, dunia):
    for bidang in [*NAMA[nama].masuk.model_fields, "bidang_asing"]:
        for apa, nilai in NILAI.items():
            badan = json.dumps(ISIAN.get(nama, {}) | {bidang: nilai}).encode()
            kirim(dunia, nama, f"{bidang}={apa}", badan, alamat(nama, dunia[0]))


@pytest.mark.parametrize("nama", BERISI)
def test_nonsense_inside_of_fields_is_refused_and_writes_nothing(nama, dunia):
    s = skema(NAMA[nama].masuk)
    utuh = contoh(s) | ISIAN.get(nama, {})
    for jalur in tempat(s):
        for apa, nilai in (NILAI | {"kunci-nul": {"a\x00b": "x"}, "kunci-surogat": {"\ud800": "x"}}).items():
            if len(jalur) > 1 or apa.startswith("kunci-"):
                kirim(
                    dunia,
                    nama,
                    f"{jalur}={apa}",
                    json.dumps(ganti(utuh, jalur, nilai)).encode(),
                    alamat(nama, dunia[0]),
                )


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


@pytest.mark.parametrize("kepala", KEPALA)
@pytest.mark.parametrize("nama", sorted(set(NAMA) - {"DELETE /sesi"}))
def test_a_header_that_makes_no_sense_breaks_nothing(nama, kepala, dunia):
    for isi in KEPALA[kepala]:
        badan = json.dumps(ISIAN.get(nama, {})).encode() if NAMA[nama].masuk else b""
        kirim(dunia, nama, f"{kepala}: {isi[:30]!r}", badan, alamat(nama, dunia[0]), **{kepala: isi})


def test_an_address_at_the_edge_of_time_is_refused(dunia):
    for tmt in ("9999-12-01", "0001-01-01", "2026-W01-1", "20270301", "2027-02-30"):
        badan = json.dumps(contoh(skema(NAMA["PUT /periode/{tmt}"].masuk))).encode()
        kirim(dunia, "PUT /periode/{tmt}", tmt, badan, f"/periode/{tmt}")
