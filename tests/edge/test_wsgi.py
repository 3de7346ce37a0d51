"""The adapter answers as API Gateway in front of Lambda would, and says everything it refuses as a problem."""

from __future__ import annotations

import gzip
import json

import brotli
import pytest
from chalicelib.edge.peminta import alamat_peminta
from chalicelib.edge.routing import Peta

JSON = "application/json"


@pytest.mark.parametrize(
    "path, satu, dua",
    [
        ("/api/gema/a/isi/b", "a", "b"),
        ("/api/gema/é ü/isi/名", "é ü", "名"),
        ("/api/gema/a%2Fb/isi/c", "a%2Fb", "c"),
        ("/api/gema/../isi/..", "..", ".."),
    ],
)
def test_names_in_a_path_arrive_decoded_once(minta, path, satu, dua):
    assert minta("GET", path).json | {"kueri": 0} == {"satu": satu, "dua": dua, "kueri": 0, "dari": "192.0.2.7"}


def test_fixed_words_win_over_names(minta):
    assert minta("GET", "/api/gema/tetap/isi/x").json == {"tetap": "x"}


def test_no_parameter_of_another_route_leaks():
    peta = Peta(["/a/{satu}/x", "/b/{dua}/y"])
    assert peta.cari("/b/1/y").parameter == {"dua": "1"}


@pytest.mark.parametrize(
    "path", ["/api", "/api/", "/api/tiada", "/api/kue/", "/api/gema//isi/b", "/api/gema/a/isi/", "/apikue"]
)
def test_an_unknown_path_is_a_404_problem(minta, path):
    jawaban = minta("GET", path)
    assert (jawaban.status, jawaban.json["kode"], jawaban["Content-Type"]) == (
        404,
        "tidak-ada",
        "application/problem+json",
    )


@pytest.mark.parametrize(
    "kueri, hasil",
    [
        ("a=1&a=2&b=", {"a": ["1", "2"], "b": [""]}),
        ("a=%C3%A9+x", {"a": ["é x"]}),
        ("", {}),
    ],
)
def test_query_keys_may_repeat(minta, kueri, hasil):
    assert minta("GET", f"/api/gema/a/isi/b?{kueri}").json["kueri"] == hasil


@pytest.mark.parametrize("kueri", ["a=%FF", "&".join(f"k{n}=1" for n in range(101))])
def test_a_query_that_cannot_be_read_is_refused(minta, kueri):
    assert minta("GET", f"/api/gema/a/isi/b?{kueri}").json["kode"] == "permintaan-rusak"


def test_a_path_that_is_not_utf8_is_refused(minta):
    assert minta("GET", b"/api/gema/\xff/isi/b").json["kode"] == "permintaan-rusak"


def test_json_goes_in_and_out(minta):
    assert minta("POST", "/api/kirim", b'{"a":"\xc3\xa9"}', Content_Type=JSON).json == {"isi": {"a": "é"}}


@pytest.mark.parametrize(
    "isi",
    [b"{", b"", b"NaN", b'{"a":Infinity}', b"[" * 200_000, b'"\xff"', b"\x00", b"1" * 5000, b'{"a":1}x'],
    ids=["open", "empty", "nan", "infinity", "bottomless", "latin1", "nul", "huge-number", "trailing"],
)
def test_a_body_that_is_not_json_is_a_400(minta, isi):
    jawaban = minta("POST", "/api/kirim", isi, Content_Type=JSON)
    assert (jawaban.status, jawaban.json["kode"]) == (400, "json-rusak")


def test_another_media_type_is_a_415(minta):
    jawaban = minta("POST", "/api/kirim", b"a=1", Content_Type="application/x-www-form-urlencoded")
    assert (jawaban.status, jawaban.json["kode"]) == (415, "jenis-badan")


def test_a_large_body_is_refused_unread(minta):
    jawaban = minta("POST", "/api/kirim", b'"' + b"x" * 1_000_000 + b'"', Content_Type=JSON)
    assert (jawaban.status, jawaban.json["kode"]) == (413, "terlalu-besar")


def test_the_largest_body_is_taken(minta):
    assert minta("POST", "/api/kirim", b'"' + b"x" * 999_998 + b'"', Content_Type=JSON).status == 200


def test_binary_goes_in_and_out_unchanged(minta):
    jenis = "application/octet-stream"
    jawaban = minta("POST", "/api/biner", bytes(range(256)), Content_Type=jenis, Accept=jenis)
    assert (jawaban.isi, jawaban["Content-Type"]) == (bytes(range(255, -1, -1)), jenis)


def test_each_cookie_has_its_own_header(minta):
    jawaban = minta("GET", "/api/kue")
    assert [v for k, v in jawaban.kepala if k == "Set-Cookie"] == ["a=1; Path=/", "b=2; Path=/"]


def test_no_content_has_no_length_and_no_type(minta):
    jawaban = minta("GET", "/api/kue")
    assert (jawaban.status, jawaban.isi, jawaban["Content-Length"], jawaban["Content-Type"]) == (204, b"", None, None)


def test_head_is_get_without_a_body(minta):
    kepala, penuh = minta("HEAD", "/api/panjang"), minta("GET", "/api/panjang")
    assert (kepala.status, kepala.isi, kepala["Content-Length"]) == (200, b"", str(len(penuh.isi)))


def test_a_wrong_method_is_told_the_right_ones(minta):
    jawaban = minta("DELETE", "/api/kirim")
    assert (jawaban.status, jawaban.json["kode"], jawaban["Allow"]) == (405, "metode", "OPTIONS, POST, PUT")


def test_options_names_the_methods_and_grants_other_origins_nothing(minta):
    jawaban = minta("OPTIONS", "/api/panjang", Origin="https://lain.example", Access_Control_Request_Method="GET")
    assert (jawaban.status, jawaban["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert not [k for k, _ in jawaban.kepala if k.lower().startswith("access-control")]


@pytest.mark.parametrize(
    "terima, sandian",
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("", None), ("identity", None)],
)
def test_long_json_travels_compressed_as_asked(minta, terima, sandian):
    jawaban = minta("GET", "/api/panjang", Accept_Encoding=terima)
    buka = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[sandian]
    assert jawaban["Content-Encoding"] == sandian
    assert jawaban["Vary"] == "Accept-Encoding"
    assert len(json.loads(buka(jawaban.isi))["isi"]) == 100


def test_short_json_travels_as_it_is(minta):
    assert minta("GET", "/api/gema/a/isi/b", Accept_Encoding="br")["Content-Encoding"] is None


@pytest.mark.parametrize("path", ["/api/panjang", "/api/tiada", "/api/rusak", "/api/tolak/bentrok", "/api/kue"])
def test_every_answer_has_an_id_and_is_never_kept(minta, path):
    jawaban = minta("GET", path)
    assert len(jawaban["X-Request-Id"]) == 32
    assert (jawaban["Cache-Control"], jawaban["X-Content-Type-Options"]) == ("no-store", "nosniff")


def test_a_view_that_breaks_says_its_number_and_nothing_else(minta):
    jawaban = minta("GET", "/api/rusak")
    assert (jawaban.status, jawaban.json["permintaan"]) == (500, jawaban["X-Request-Id"])
    assert b"Budi" not in jawaban.isi and b"Traceback" not in jawaban.isi


def test_an_app_that_breaks_is_a_502_problem(minta, app, monkeypatch):
    monkeypatch.setattr(type(app), "__call__", lambda *_: 1 / 0)
    jawaban = minta("GET", "/api/panjang")
    assert (jawaban.status, jawaban.json["status"], jawaban.json["permintaan"]) == (502, 502, jawaban["X-Request-Id"])


@pytest.mark.parametrize(
    "proksi, diteruskan, alamat",
    [
        (0, "203.0.113.9", "192.0.2.7"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9", "198.51.100.1"),
        (2, "203.0.113.9", "192.0.2.7"),
        (1, "", "192.0.2.7"),
    ],
)
def test_only_our_own_proxies_are_believed(proksi, diteruskan, alamat):
    assert alamat_peminta(diteruskan, "192.0.2.7", proksi) == alamat
