"""`infra/run --jaringan` as a phone of the office meets it: TLS with the house's own CA, sign-in, a photo that arrives."""

from __future__ import annotations

import hashlib
import ssl
import sys
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest
from alat_foto import buat
from alat_jaringan import ALAMAT, jalankan, salin
from alat_produk import BUAT_USULAN, masuk, sehat
from playwright.sync_api import expect

LAMA = 60_000
SLOT = "sk-kp"
BACA = "async (alamat) => (await fetch(alamat)).json()"
PEKERJA = """async (tunggu) => {
  const ada = tunggu ? await navigator.serviceWorker.ready : await navigator.serviceWorker.getRegistration();
  return Boolean(ada?.active && 'sync' in ada);
}"""


@pytest.fixture(scope="module")
def jalan(situs, tmp_path_factory):
    with jalankan(salin(tmp_path_factory.mktemp("jaringan") / "sikap", situs), "--tanpa-demo") as jalan:
        yield jalan
        assert jalan.hentikan() == 0, jalan.layar


@pytest.fixture
def ponsel(playwright, chromium, jalan, tmp_path):
    """ponsel(trusted) -> a page on a phone that has the CA, or whose owner clicked the warning away."""
    konteks = []

    def buka(dipercaya: bool):
        arg = [f"--ignore-certificate-errors-spki-list={jalan.spki()}"] if dipercaya else []
        konteks.append(
            playwright.chromium.launch_persistent_context(
                tmp_path / f"profil-{dipercaya}",
                executable_path=chromium,
                args=["--no-sandbox", *arg],
                base_url=jalan.alamat,
                viewport={"width": 360, "height": 740},
                locale="id-ID",
                is_mobile=True,
                has_touch=True,
                ignore_https_errors=not dipercaya,
            )  # fmt: skip
        )
        return konteks[-1].pages[0]

    yield buka
    for satu in konteks:
        satu.close()


def _ambil(jalan, sasaran: str, **kepala: str):
    """A request as from a program that trusts the CA and nobody else; redirects are not followed."""

    class Diam(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    tls = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=jalan.ca))
    pembuka = urllib.request.build_opener(tls, Diam, urllib.request.ProxyHandler({}))
    try:
        return pembuka.open(urllib.request.Request(jalan.alamat + sasaran, headers=kepala), timeout=20)
    except urllib.error.HTTPError as galat:
        return galat


@pytest.mark.parametrize("dipercaya", [True, False], ids=["dengan CA", "peringatan dilewati"])
def test_a_photo_arrives_through_tls(ponsel, jalan, dipercaya):
    halaman = ponsel(dipercaya)
    minta, keluhan = [], []
    halaman.on("request", lambda m: minta.append(m.url))
    halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
    halaman.on("console", lambda kata: "Content Security" in kata.text and keluhan.append(kata.text))
    siapa = "karno" if dipercaya else "paimin"
    masuk(halaman, siapa, jalan)
    (kue,) = halaman.context.cookies()
    assert (kue["name"], kue["secure"], kue["sameSite"]) == ("__Host-sid", True, "Strict")
    assert halaman.evaluate("() => isSecureContext && !!crypto.subtle")

    usulan = halaman.evaluate(BUAT_USULAN.replace("'karno'", f"'{siapa}'"))
    halaman.goto(f"/usulan/unggah/?id={usulan}&slot={SLOT}")
    foto = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": buat(1).jpeg}
    halaman.locator(".unggah input[capture]").set_input_files(foto)
    expect(halaman.get_by_text("Kertas ditemukan.")).to_be_visible(timeout=LAMA)
    halaman.get_by_role("button", name="Pakai", exact=True).click()
    halaman.get_by_role("button", name="Kirim sebagai PDF").click()
    expect(halaman.locator("#sekarang")).to_contain_text("1 halaman, diterima", timeout=LAMA)

    (satu,) = halaman.evaluate(BACA, f"/api/pegawai/{siapa}/berkas/{SLOT}")["isi"]
    url = halaman.evaluate(BACA, f"/api/berkas/{satu['id']}/isi?unduh=false")["url"]
    jawab = _ambil(jalan, url.removeprefix(jalan.alamat))
    assert hashlib.sha256(jawab.read()).hexdigest() == satu["sha256"]
    assert "script-src 'none'" in jawab.headers["Content-Security-Policy"]
    assert {m for m in minta if not m.startswith((f"{jalan.alamat}/", "blob:", "data:"))} == set()
    assert any(m.startswith(f"{jalan.alamat}/sikap/masuk/") for m in minta), "the file did not go straight to storage"
    assert halaman.evaluate(PEKERJA, dipercaya) is dipercaya, "what the screen says of the certificate is wrong"
    assert keluhan == []


def test_the_page_about_the_certificate_can_be_used_on_a_phone(ponsel, jalan):
    halaman = ponsel(False)
    halaman.goto("/sertifikat")
    sehat(halaman)
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh sertifikat").click()
    assert unduhan.value.suggested_filename == "sikap.crt"
    assert Path(unduhan.value.path()).read_bytes() == jalan.ca.read_bytes()


def test_the_owner_reads_where_what_works_and_what_to_beware_of(jalan):
    for kata in (jalan.alamat, f"{jalan.alamat}/sertifikat", "Sidik jari SHA-256: ", "PERHATIAN", "firewall"):
        assert kata in jalan.layar
    assert "▀" not in jalan.layar and "\033" not in jalan.layar, "no picture where nobody looks"
    assert "tidak berlaku lagi" not in jalan.layar


def test_no_promise_outlives_the_trial(jalan):
    jawab = _ambil(jalan, "/masuk/")
    assert jawab.status == 200
    assert "Strict-Transport-Security" not in jawab.headers
    assert _ambil(jalan, "/masuk/", Host="localhost").headers["Location"] == f"{jalan.alamat}/masuk/"
    assert _ambil(jalan, "/api/metrik").status == 404


def test_a_second_start_in_the_same_folder_names_the_first(jalan):
    with pytest.raises(AssertionError, match=f"sudah berjalan: {jalan.alamat}"), jalankan(jalan.akar):
        pass


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who listens where")
def test_only_the_gate_listens_outside_of_this_computer(jalan):
    milik = _keturunan(jalan.proses.pid)
    dengar = {alamat for alamat, inode in _dengar() if inode in {i for p in milik for i in _soket(p)}}
    luar = {a for a in dengar if not a.startswith("127.0.0.1:")}
    assert len(dengar) > 3
    assert luar == {f"{ALAMAT}:{jalan.alamat.rpartition(':')[2]}"}


def _keturunan(pid: int) -> set[int]:
    induk = {}
    for p in Path("/proc").glob("[0-9]*/stat"):
        try:
            induk[int(p.parent.name)] = int(p.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # it ended meanwhile
    keluarga, tambah = set(), {pid}
    while tambah:
        keluarga |= tambah
        tambah = {anak for anak, ayah in induk.items() if ayah in keluarga} - keluarga
    return keluarga


def _soket(pid: int) -> set[str]:
    hasil = set()
    with suppress(FileNotFoundError, ProcessLookupError):  # the process, or what it held open, ended meanwhile
        for f in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(FileNotFoundError):
                hasil.add(str(f.readlink()))
    return {t[8:-1] for t in hasil if t.startswith("socket:[")}


def _dengar() -> list[tuple[str, str]]:
    """(address:port, inode) of every listening socket."""
    hasil = []
    for baris in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        kata = baris.split()
        if kata[3] == "0A":
            ip, pintu = kata[1].split(":")
            hasil.append((f"{'.'.join(str(b) for b in bytes.fromhex(ip)[::-1])}:{int(pintu, 16)}", kata[9]))
    for baris in Path("/proc/net/tcp6").read_text().splitlines()[1:]:
        kata = baris.split()
        if kata[3] == "0A":
            hasil.append((f"[{kata[1]}]", kata[9]))
    return hasil
