"""The built site as it is served."""

from __future__ import annotations

import gzip
import json

import pytest
from chalicelib.edge.static import situs


@pytest.fixture
def papan(tmp_path, panggil_wsgi):
    isi = {
        "index.html": "beranda",
        "masuk/index.html": "masuk",
        "404.html": "tidak ditemukan",
        "sw.js": "kerja",
        "a/0123456789/js/inti.mjs": "inti" * 300,
        "manifest.webmanifest": "{}",
        "_kepala.json": json.dumps({"Content-Security-Policy": "img-src 'self' {penyimpanan}", "X-Lain": "ya"}),
    }
    for nama, teks in isi.items():
        (tmp_path / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / nama).write_text(teks)
    (tmp_path / "a/0123456789/js/inti.mjs.gz").write_bytes(gzip.compress(b"inti" * 300))
    wsgi = situs(tmp_path, "http://127.0.0.1:8333")
    return lambda metode, path, **kepala: panggil_wsgi(wsgi, metode, path, **kepala)


@pytest.mark.parametrize(
    "path, isi", [("/", b"beranda"), ("/masuk", b"masuk"), ("/masuk/", b"masuk"), ("/masuk?x=1", b"masuk")]
)
def test_a_page_is_served_with_and_without_its_last_slash(papan, path, isi):
    jawaban = papan("GET", path)
    assert (jawaban.status, jawaban.isi) == (200, isi)
    assert (jawaban["Cache-Control"], jawaban["Content-Type"]) == ("no-cache", 'text/html; charset="utf-8"')


@pytest.mark.parametrize("path", ["/", "/tiada", "/sw.js"])
def test_the_sites_own_headers_stand_on_every_answer(papan, path):
    jawaban = papan("GET", path)
    assert jawaban["Content-Security-Policy"] == "img-src 'self' http://127.0.0.1:8333"
    assert (jawaban["X-Lain"], jawaban["X-Content-Type-Options"]) == ("ya", "nosniff")


def test_hashed_assets_are_kept_for_ever_and_come_compressed(papan):
    jawaban = papan("GET", "/a/0123456789/js/inti.mjs", Accept_Encoding="gzip")
    assert "immutable" in jawaban["Cache-Control"]
    assert (jawaban["Content-Encoding"], jawaban["Content-Type"]) == ("gzip", 'text/javascript; charset="utf-8"')
    assert gzip.decompress(jawaban.isi) == b"inti" * 300


def test_the_service_worker_is_always_asked_again(papan):
    assert papan("GET", "/sw.js")["Cache-Control"] == "no-cache"


def test_an_unchanged_page_is_not_sent_again(papan):
    assert papan("GET", "/", If_None_Match=papan("GET", "/")["ETag"]).status == 304


@pytest.mark.parametrize(
    "path", ["/tiada", "/_kepala.json", "/../pyproject.toml", "/masuk/../../x", "/a/0123456789/", "/\x00"]
)
def test_what_is_not_there_gets_our_own_page(papan, path):
    jawaban = papan("GET", path)
    assert (jawaban.status, jawaban.isi) == (404, b"tidak ditemukan")


def test_an_unbuilt_site_answers_in_words(tmp_path, panggil_wsgi):
    assert panggil_wsgi(situs(tmp_path / "tiada", ""), "GET", "/").json["kode"] == "tidak-ada"
