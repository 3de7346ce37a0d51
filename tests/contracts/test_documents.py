"""The promises of the documents port, kept by SeaweedFS through the S3 adapter and by the storage that tests use instead."""

from __future__ import annotations

import hashlib
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import alat_pintu
import pytest
from alat_berkas import Lemari
from chalicelib.documents import Documents, Tiket
from chalicelib.documents.s3 import S3Documents
from chalicelib.galat import Terhenti, TidakAda

SITUS = "http://localhost:8000"
ISI = b"%PDF-1.7 isi contoh\n" * 500
Kirim = Callable[..., int]


def sidik(isi: bytes) -> str:
    return hashlib.sha256(isi).hexdigest()


def http(cara: str, url: str, isi: bytes | None, kepala: dict[str, str]) -> tuple[int, bytes, dict[str, str]]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, isi, kepala, method=cara), timeout=20) as j:
            return j.status, j.read(), {k.lower(): v for k, v in j.headers.items()}
    except urllib.error.HTTPError as sebab:
        return sebab.code, sebab.read(), {k.lower(): v for k, v in sebab.headers.items()}


@pytest.fixture(scope="session")
def seaweed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Documents]:
    from alat_produk import penyimpanan

    with penyimpanan(tmp_path_factory.mktemp("seaweed"), SITUS) as setelan:
        dokumen = S3Documents(
            "sikap",
            alamat=setelan["SIKAP_S3_ALAMAT"],
            kunci=setelan["SIKAP_S3_KUNCI"],
            rahasia=setelan["SIKAP_S3_RAHASIA"],
        )
        dokumen.siapkan([SITUS])
        yield dokumen


@pytest.fixture(params=["seaweedfs", "lemari"])
def lemari(request: pytest.FixtureRequest) -> tuple[Documents, Kirim]:
    """A storage, and how a browser sends bytes to a ticket of it."""
    if request.param == "lemari":
        palsu = Lemari()
        return palsu, lambda t, isi, **_: palsu.unggah(t.url, isi)
    return request.getfixturevalue("seaweed"), lambda t, isi, **lain: http("PUT", t.url, isi, {**t.kepala, **lain})[0]


@pytest.fixture
def kunci(request: pytest.FixtureRequest) -> str:
    return f"masuk/{sidik(request.node.name.encode())[:26]}"


def tiket(dokumen: Documents, kunci: str, isi: bytes = ISI, **lain: Any) -> Tiket:
    return dokumen.tiket(kunci, ukuran=len(isi), tipe="application/pdf", sha256=sidik(isi), **lain)


def test_exactly_these_bytes_once(lemari, kunci):
    dokumen, kirim = lemari
    t = tiket(dokumen, kunci)
    assert dokumen.keterangan(kunci) is None
    assert kirim(t, ISI) == 200
    assert kirim(t, ISI) == 412
    ada = dokumen.keterangan(kunci)
    assert ada is not None and (ada.ukuran, ada.tipe) == (len(ISI), "application/pdf")
    assert ada.sha256 in (None, sidik(ISI))
    assert dokumen.baca(kunci) == ISI


@pytest.mark.parametrize("isi, status", [(ISI + b"x", 403), (ISI[:-1], 403), (ISI[:-1] + b"x", 400), (b"", 403)])
def test_other_bytes_are_not_taken(lemari, kunci, isi, status):
    dokumen, kirim = lemari
    assert kirim(tiket(dokumen, kunci), isi) == status
    assert dokumen.keterangan(kunci) is None


def test_what_is_missing_is_said_so(lemari):
    dokumen, _ = lemari
    for tanya in (dokumen.baca, lambda k: list(dokumen.alir(k)), lambda k: dokumen.salin(k, "berkas/x")):
        with pytest.raises(TidakAda):
            tanya("masuk/tiada")
    assert dokumen.keterangan("masuk/tiada") is None
    dokumen.hapus("masuk/tiada")


def test_keep_replace_copy_remove(lemari, kunci):
    dokumen, _ = lemari
    dokumen.taruh(kunci, b"satu", "text/plain")
    dokumen.taruh(kunci, b"dua", "text/plain")
    dokumen.salin(kunci, f"{kunci}-salin")
    dokumen.hapus(kunci)
    assert dokumen.keterangan(kunci) is None
    assert dokumen.baca(f"{kunci}-salin") == b"dua"


def test_a_large_object_in_pieces(lemari, kunci):
    dokumen, _ = lemari
    isi = bytes(range(256)) * 20_000
    dokumen.taruh(kunci, isi, "application/octet-stream")
    potongan = list(dokumen.alir(kunci, 100_000))
    assert b"".join(potongan) == isi and len(potongan) > 10


def test_nothing_at_all_can_be_kept(lemari, kunci):
    dokumen, _ = lemari
    dokumen.taruh(kunci, b"", "text/plain")
    assert dokumen.baca(kunci) == b""


def test_lists_are_in_order_and_go_on(lemari, kunci):
    dokumen, _ = lemari
    semua = [f"{kunci}/daftar/{n:03d}" for n in range(25)]
    for k in reversed(semua):
        dokumen.taruh(k, b"x", "text/plain")
    satu = dokumen.daftar(f"{kunci}/daftar/", batas=10)
    dua = dokumen.daftar(f"{kunci}/daftar/", sesudah=satu[-1], batas=100)
    assert satu + dua == semua
    assert dokumen.daftar(f"{kunci}/daftar/tiada") == []


def test_it_says_that_it_is_well(lemari):
    assert lemari[0].sehat() is None


# --- what only a real storage can show


@pytest.mark.parametrize(
    "ubah", [{"Content-Type": "text/html"}, {"x-amz-checksum-sha256": "AAAA"}, {"If-None-Match": "x"}]
)
def test_a_changed_header_breaks_the_ticket(seaweed, kunci, ubah):
    t = tiket(seaweed, kunci)
    assert http("PUT", t.url, ISI, {**t.kepala, **ubah})[0] in (400, 403)
    assert seaweed.keterangan(kunci) is None


@pytest.mark.parametrize("hilang", ["Content-Type", "x-amz-checksum-sha256", "If-None-Match"])
def test_a_missing_header_breaks_the_ticket(seaweed, kunci, hilang):
    t = tiket(seaweed, kunci)
    assert http("PUT", t.url, ISI, {k: v for k, v in t.kepala.items() if k != hilang})[0] in (400, 403)
    assert seaweed.keterangan(kunci) is None


def test_a_ticket_fits_no_other_key_and_no_other_act(seaweed, kunci):
    t = tiket(seaweed, kunci)
    assert http("PUT", t.url.replace("masuk/", "berkas/"), ISI, dict(t.kepala))[0] == 403
    assert http("GET", t.url, None, {})[0] == 403
    assert http("DELETE", t.url, None, {})[0] == 403
    polos = t.url.partition("?")[0]
    assert http("PUT", polos, ISI, dict(t.kepala))[0] == 403
    assert http("GET", polos, None, {})[0] == 403


def test_a_ticket_ends(seaweed, kunci):
    t = tiket(seaweed, kunci, detik=1)
    import time

    time.sleep(2.1)
    assert http("PUT", t.url, ISI, dict(t.kepala))[0] == 403


def test_an_address_shows_the_object_under_our_name_and_type(seaweed, kunci):
    seaweed.taruh(kunci, ISI, "application/pdf")
    url = seaweed.alamat(kunci, nama='SK "baru"; é\r\nX: y.pdf', tipe="application/pdf", sisip=False)
    status, isi, kepala = http("GET", url, None, {})
    assert (status, isi, kepala["content-type"]) == (200, ISI, "application/pdf")
    assert kepala["content-disposition"].startswith("attachment; filename*=UTF-8''SK%20%22baru%22")
    assert "x" not in kepala
    lain = url.replace("attachment", "inline")
    assert http("GET", lain, None, {})[0] == 403


@pytest.mark.parametrize("banyak", [0, 3, 20_000_001])
def test_a_stream_of_any_length_is_kept_whole(lemari, kunci, banyak):
    dokumen, _ = lemari
    dokumen.alirkan(kunci, (b"x" * min(700_000, banyak - i) for i in range(0, banyak, 700_000)), "application/zip")
    assert dokumen.baca(kunci) == b"x" * banyak
    assert dokumen.keterangan(kunci).ukuran == banyak


def test_a_stream_that_breaks_leaves_nothing(seaweed, kunci):
    def putus() -> Iterator[bytes]:
        yield b"x" * 9_000_000
        raise RuntimeError

    with pytest.raises(RuntimeError):
        seaweed.alirkan(kunci, putus(), "application/zip")
    assert seaweed.keterangan(kunci) is None


def test_only_the_site_may_ask_from_a_page(seaweed, kunci):
    t = tiket(seaweed, kunci)
    tanya = {"Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "content-type,if-none-match"}
    for asal, boleh in ((SITUS, SITUS), ("http://jahat.example", None)):
        kepala = http("OPTIONS", t.url, None, {**tanya, "Origin": asal})[2]
        assert kepala.get("access-control-allow-origin") == boleh


def test_storage_that_is_away_is_a_refusal_not_a_fault():
    jauh = S3Documents("sikap", alamat=f"http://127.0.0.1:{alat_pintu.ambil()}", kunci="x", rahasia="y" * 20)
    for tanya in (jauh.sehat, lambda: jauh.baca("x"), lambda: jauh.taruh("x", b"", "x"), lambda: jauh.keterangan("x")):
        with pytest.raises(Terhenti):
            tanya()


def test_a_wrong_key_is_a_refusal_not_a_fault(seaweed):
    asing = S3Documents("sikap", alamat=seaweed._alamat, kunci="bukan", rahasia="bukan" * 8)
    with pytest.raises(Terhenti):
        asing.baca("masuk/apa")
