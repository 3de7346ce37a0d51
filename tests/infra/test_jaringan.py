"""`infra/run --jaringan`: which address, whose certificate, what the gate lets through, and what is refused with a sentence."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import ssl
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import segno
from cryptography import x509

from infra.jaringan import alamat, halaman, kode_qr, nyala, sertifikat
from infra.jaringan.gerbang import Gerbang, Tujuan
from infra.jaringan.nyala import Jaringan
from infra.tempat import Berhenti

KINI = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
SITUS = "https://192.168.1.5:8443"


def _isi(folder: Path, nama: str) -> x509.Certificate:
    return x509.load_pem_x509_certificate((folder / nama).read_bytes())


@pytest.mark.parametrize(
    ("diminta", "sebab"),
    [
        ("8.8.8.8", "dapat dijangkau dari internet"),
        ("192.168.254.253", "bukan alamat komputer ini"),
        ("komputer-saya", "bukan alamat IPv4"),
        ("0.0.0.0", "dapat dijangkau dari internet"),
    ],
)
def test_an_address_that_phones_cannot_or_must_not_use_is_refused(diminta, sebab):
    with pytest.raises(Berhenti, match=sebab):
        alamat.pilih(diminta)


def test_without_a_network_it_says_so(monkeypatch):
    monkeypatch.setattr(alamat, "_ke_luar", lambda: "")
    with pytest.raises(Berhenti, match="(?s)belum tersambung ke jaringan.*jalankan lagi"):
        alamat.pilih()


def test_the_address_of_the_default_route_is_taken(monkeypatch):
    monkeypatch.setattr(alamat, "LUAR", ("127.0.0.1", 9))
    assert alamat.pilih() == "127.0.0.1"
    assert alamat.pilih("127.0.0.2") == "127.0.0.2"


def test_other_addresses_are_offered(monkeypatch):
    monkeypatch.setattr(alamat, "_kartu", lambda: ["lo", "wlan0", "tiada", "tun0"])
    monkeypatch.setattr(alamat, "_alamat", {"lo": "127.0.0.1", "wlan0": "10.1.2.3", "tun0": "10.8.0.2"}.get)
    monkeypatch.setattr(alamat.sys, "platform", "linux")
    assert alamat.lain("10.1.2.3") == ["10.8.0.2"]
    with pytest.raises(Berhenti, match=r"Alamat komputer ini: 10\.1\.2\.3, 10\.8\.0\.2"):
        alamat.pilih("192.168.254.253")


def test_a_taken_port_is_told_with_the_next_free_one():
    with socket.create_server(("127.0.0.2", 0)) as soket:
        pintu = soket.getsockname()[1]
        with pytest.raises(Berhenti, match=f"Pintu {pintu} di 127.0.0.2 sedang dipakai") as galat:
            nyala.periksa_pintu(Jaringan("127.0.0.2", pintu))
        bebas = int(re.search(r"--pintu-jaringan (\d+)", str(galat.value))[1])
        nyala.periksa_pintu(Jaringan("127.0.0.2", bebas))


def test_the_keys_are_for_their_owner_only(tmp_path):
    assert sertifikat.siapkan(tmp_path / "j", "192.168.1.5") is False
    cara = {b.name: stat.S_IMODE(b.stat().st_mode) for b in (tmp_path / "j").iterdir()}
    assert cara == {"ca.pem": 0o600, "ca.crt": 0o600, "server.pem": 0o600}
    assert stat.S_IMODE((tmp_path / "j").stat().st_mode) == 0o700
    assert b"PRIVATE" not in (tmp_path / "j" / "ca.crt").read_bytes()


def test_the_certificate_names_address_localhost_and_the_computer(tmp_path):
    sertifikat.siapkan(tmp_path, "192.168.1.5", tuan="Kantor.bkpsdm.go.id")
    nama = _isi(tmp_path, "server.pem").extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(n.value) for n in nama] == ["192.168.1.5", "localhost", "kantor.local"]


def test_what_is_still_good_is_kept_and_what_ends_soon_is_made_anew(tmp_path):
    sertifikat.siapkan(tmp_path, "192.168.1.5", kini=KINI)
    awal, ca = _isi(tmp_path, "server.pem"), (tmp_path / "ca.crt").read_bytes()
    sertifikat.siapkan(tmp_path, "192.168.1.5", kini=KINI + sertifikat.UMUR - sertifikat.SISA)
    assert _isi(tmp_path, "server.pem") == awal
    sertifikat.siapkan(tmp_path, "192.168.1.5", kini=KINI + sertifikat.UMUR - sertifikat.SISA + timedelta(seconds=1))
    assert _isi(tmp_path, "server.pem").not_valid_after_utc > awal.not_valid_after_utc
    assert (tmp_path / "ca.crt").read_bytes() == ca


def test_another_address_gets_another_certificate_from_the_same_ca(tmp_path):
    sertifikat.siapkan(tmp_path, "192.168.1.5")
    ca = (tmp_path / "ca.crt").read_bytes()
    assert sertifikat.siapkan(tmp_path, "192.168.1.77") is False
    assert (tmp_path / "ca.crt").read_bytes() == ca
    assert "192.168.1.77" in str(_isi(tmp_path, "server.pem").extensions)


@pytest.mark.parametrize("rusak", ["hilang", "terpotong", "hampir habis"])
def test_a_ca_that_is_no_longer_good_is_replaced_and_told(tmp_path, rusak):
    sertifikat.siapkan(tmp_path, "192.168.1.5", kini=KINI)
    kini, ca = KINI, tmp_path / "ca.pem"
    match rusak:
        case "hilang":
            ca.unlink()
        case "terpotong":
            ca.write_bytes(ca.read_bytes()[:-90])
        case _:
            kini += sertifikat.UMUR_CA - sertifikat.SISA_CA + timedelta(days=1)
    assert sertifikat.siapkan(tmp_path, "192.168.1.5", kini=kini) is True
    _isi(tmp_path, "server.pem").verify_directly_issued_by(_isi(tmp_path, "ca.crt"))


def test_the_ca_vouches_for_the_office_network_and_for_nothing_else(tmp_path):
    sertifikat.siapkan(tmp_path, "192.168.1.5")
    assert _jabat(tmp_path, "192.168.1.5") == "192.168.1.5"
    ca = sertifikat._baca(tmp_path / "ca.pem")
    curian = sertifikat._buat(ca, "x", [x509.DNSName("bank.example")], datetime.now(UTC))
    sertifikat._tulis(tmp_path / "server.pem", curian)
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        _jabat(tmp_path, "bank.example")


def _jabat(folder: Path, tuan: str) -> str:
    """Shake hands over TLS as a phone that trusts the CA; the name it was satisfied with."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(folder / "server.pem")
    a, b = socket.socketpair()
    for soket in (a, b):
        soket.settimeout(10)

    def layani() -> None:
        try:
            server.wrap_socket(a, server_side=True).recv(1)
        except (ssl.SSLError, OSError):
            a.close()

    utas = threading.Thread(target=layani)
    utas.start()
    try:
        with ssl.create_default_context(cafile=folder / "ca.crt").wrap_socket(b, server_hostname=tuan) as aman:
            return str(aman.server_hostname)
    finally:
        b.close()
        utas.join()
        a.close()


def test_the_qr_code_is_the_address_dark_on_light():
    baris = kode_qr.gambar(SITUS).splitlines()
    assert all(b.startswith("\033[38;5;16;48;5;231m") and b.endswith("\033[0m") for b in baris)
    polos = [re.sub("\033\\[[0-9;]*m", "", b) for b in baris]
    atas_bawah = [[[c in "▀█" for c in b], [c in "▄█" for c in b]] for b in polos]
    gelap = [b for dua in atas_bawah for b in dua]
    asli = [[bool(n & 1) for n in b] for b in segno.make(SITUS, error="l").matrix_iter(border=2)]
    assert gelap[: len(asli)] == asli
    assert len(polos) <= 18 and len(polos[0]) <= 40, "it must fit into a small terminal"


class _Gema(BaseHTTPRequestHandler):
    """Answers with what it was asked."""

    protocol_version = "HTTP/1.1"

    def _jawab(self) -> None:
        badan = self.rfile.read(int(self.headers.get("content-length", 0)))
        isi = {"baris": self.requestline, "kepala": self.headers.items(), "badan": len(badan)}
        keluar = json.dumps(isi).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(keluar)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(keluar)

    do_GET = do_PUT = do_POST = _jawab

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def gema():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Gema) as server:
        utas = threading.Thread(target=server.serve_forever)
        utas.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        utas.join()


def _minta(
    gerbang: Gerbang, cara: str, sasaran: str, badan: list[bytes] | None = None, **kepala: str
) -> tuple[int, dict[bytes, bytes], bytes]:
    """One request through the gate; status 0 when it says nothing."""
    jalur, _, kueri = sasaran.partition("?")
    semua = {"host": SITUS.partition("://")[2]} | {k.replace("_", "-"): v for k, v in kepala.items()}
    scope = {
        "type": "http",
        "method": cara,
        "path": jalur,
        "raw_path": jalur.encode(),
        "query_string": kueri.encode(),
        "headers": [(k.encode(), v.encode()) for k, v in semua.items()],
        "client": ("192.168.1.30", 50_000),
    }
    masuk = [{"type": "http.request", "body": b, "more_body": True} for b in badan or []]
    masuk += [{"type": "http.request"}] if badan is not None or cara == "GET" else [{"type": "http.disconnect"}]
    keluar: list[dict] = []

    async def terima():
        return masuk.pop(0)

    async def kirim(pesan):
        keluar.append(pesan)

    # In a thread of its own: where a browser was driven before, this one already has a running loop.
    with ThreadPoolExecutor(1) as samping:
        samping.submit(lambda: asyncio.run(gerbang(scope, terima, kirim))).result()
    if not keluar:
        return 0, {}, b""
    return keluar[0]["status"], dict(keluar[0]["headers"]), b"".join(p.get("body", b"") for p in keluar[1:])


@pytest.fixture
def gerbang(gema, tmp_path):
    (tmp_path / "ca.crt").write_text("sertifikat")
    return Gerbang(Tujuan(SITUS, gema, gema, "sikap", tmp_path / "ca.crt"), batas=1000)


def test_host_path_and_query_reach_storage_as_they_were_signed(gerbang):
    sasaran = "/sikap/masuk/01%2Fa%20b?X-Amz-Signature=ab%2Bc&x=%e2"
    status, kepala, isi = _minta(gerbang, "PUT", sasaran, [b"a" * 600, b"b" * 400], content_type="application/pdf")
    dapat = json.loads(isi)
    assert (status, dapat["baris"], dapat["badan"]) == (200, f"PUT {sasaran} HTTP/1.1", 1000)
    assert ["host", "192.168.1.5:8443"] in dapat["kepala"] and ["content-type", "application/pdf"] in dapat["kepala"]
    assert kepala[b"content-security-policy"] == b"script-src 'none'; frame-ancestors 'self'"
    assert b"connection" not in kepala and b"strict-transport-security" not in kepala


def test_a_phone_cannot_say_that_it_is_another(gerbang):
    _, _, isi = _minta(gerbang, "GET", "/api/saya", x_forwarded_for="10.0.0.1", forwarded="for=10.0.0.1")
    kepala = [tuple(k) for k in json.loads(isi)["kepala"]]
    assert [k for k in kepala if "forwarded" in k[0].lower()] == [("X-Forwarded-For", "192.168.1.30")]


def test_what_is_too_large_or_gave_up_reaches_nobody(gerbang):
    assert _minta(gerbang, "PUT", "/sikap/masuk/a", [b"a" * 1001])[0] == 413
    assert _minta(gerbang, "PUT", "/sikap/masuk/a")[0] == 0


def test_figures_of_the_house_are_not_for_the_network(gerbang):
    assert _minta(gerbang, "GET", "/api/metrik")[0] == 404


def test_every_other_name_leads_to_the_one_address(gerbang):
    status, kepala, _ = _minta(gerbang, "GET", "/masuk/?a=1", host="localhost:8443")
    assert (status, kepala[b"location"]) == (307, f"{SITUS}/masuk/?a=1".encode())


def test_the_certificate_can_be_fetched_with_the_way_to_install_it(gerbang):
    status, kepala, isi = _minta(gerbang, "GET", "/sertifikat")
    assert status == 200 and b'href="/sertifikat/sikap.crt"' in isi
    assert b"'unsafe-inline'" not in kepala[b"content-security-policy"]
    status, kepala, isi = _minta(gerbang, "GET", halaman.UNDUH.decode())
    assert (status, kepala[b"content-type"], isi) == (200, b"application/x-x509-ca-cert", b"sertifikat")


def test_when_nobody_is_behind_the_gate_it_says_so(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as soket:
        kosong = f"127.0.0.1:{soket.getsockname()[1]}"
    status, _, isi = _minta(Gerbang(Tujuan(SITUS, kosong, kosong, "sikap", tmp_path)), "GET", "/")
    assert status == 502 and b"Coba lagi" in isi


@pytest.mark.parametrize(
    ("ada", "publik"),
    [
        ({"SIKAP_S3_ALAMAT": "http://127.0.0.1:8333"}, SITUS),
        ({"SIKAP_S3_ALAMAT": "https://s3.contoh.go.id"}, None),
        ({"SIKAP_S3_ALAMAT": "http://10.0.0.9:8333", "SIKAP_S3_ALAMAT_PUBLIK": "https://s3.contoh.go.id"}, None),
    ],
)
def test_a_storage_with_https_of_its_own_is_left_alone(ada, publik):
    hasil = nyala.setelan(Jaringan("192.168.1.5", 8443), ada)
    assert hasil.get("SIKAP_S3_ALAMAT_PUBLIK") == publik
    assert hasil["SIKAP_PROKSI_TEPERCAYA"] == "1"


def test_an_address_alone_is_no_network():
    from infra import jalankan

    with pytest.raises(Berhenti, match="hanya berlaku bersama --jaringan"):
        jalankan._jaringan(jalankan._pengurai().parse_args(["--alamat", "127.0.0.2"]))
    assert jalankan._jaringan(jalankan._pengurai().parse_args([])) is None
