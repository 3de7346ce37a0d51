"""From an empty Debian or Ubuntu to the decree in hand: installed as the guide says, filled from the roster, walked by a browser through TLS.

Needs root, debootstrap, systemd-nspawn and dpkg-dev; the first run fetches about 400 MB for each (kept in build/uji/debian).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import alat_distribusi
import alat_kosong
import alat_peramban
import pytest
from alat_kosong import SERTIFIKAT, SITUS, Kosong
from alat_pdf import kode_slip

pytestmark = pytest.mark.panjang
NASKAH = Path(__file__).resolve().parents[1] / "alat_kosong_perjalanan.py"
PEMAIN = {
    "admi": "admin", "tini": "pengelola_dikbud", "vera": "verifikator_1", "kabul": "kabid", "opi": "operator_siasn",
    "karno": "soekarjono",
}  # fmt: skip
"""Who of the demo county plays whom of the walk."""
EKSPOR, SLIP = "/var/tmp/data_asn.xlsx", "/var/tmp/slip.pdf"


@pytest.fixture(scope="module", params=alat_distribusi.SEMUA, ids=lambda d: d.suite)
def server(request, tmp_path_factory):
    """A server as the guide makes it; `menit` from the first command to the page."""
    if kurang := alat_distribusi.kurang():
        pytest.skip(kurang)
    with alat_kosong.hidup(request.param, tmp_path_factory.mktemp(request.param.suite)) as kosong:
        mulai = time.monotonic()
        kosong.bersiap()
        kosong.pasang()
        assert kosong.minta(f"{SITUS}/masuk/").startswith("<!doctype html>")
        kosong.menit = (time.monotonic() - mulai) / 60
        print(f"\n{request.param.nama}: {kosong.menit:.1f} menit sampai halaman masuk, tanpa unduh.", file=sys.stderr)
        yield kosong


def test_it_takes_less_than_ten_minutes_and_a_second_apply_nothing(server):
    assert server.menit < 10
    assert "Tidak ada yang perlu dikerjakan" in server.pasang()


def test_a_case_goes_from_the_first_administrator_to_the_decree_in_hand(server, demo, chromium, tmp_path):
    """In a county of 8,000 that knows of its people what the roster says."""
    akun = {a["kunci"]: a for a in demo.akun}
    orang = {siapa: _orang(akun[kunci]) for siapa, kunci in PEMAIN.items()}
    bahan = {"orang": orang, "slip": _administrator_pertama(server, demo.folder / "roster.xlsx", orang["admi"]["nip"])}
    sidik = alat_peramban.spki(server.isi(SERTIFIKAT).read_bytes())
    mulai = time.monotonic()
    hasil = subprocess.run(
        server.luar(sys.executable, str(NASKAH), chromium, SITUS, sidik, str(tmp_path)),
        env=os.environ | {"PYTHONPATH": str(NASKAH.parent)},
        input=json.dumps(bahan), capture_output=True, text=True,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stderr
    print(f"\nPerjalanan: {(time.monotonic() - mulai) / 60:.1f} menit", file=sys.stderr)
    _periksa(**json.loads(hasil.stdout))


def _orang(akun: dict) -> dict:
    peran = next((p for p in akun["peran"] if p != "pns"), "")
    return {n: akun[n] for n in ("nip", "nama", "lingkup")} | {
        "sebutan": akun["nama"], "peran": peran, "kode": bool(akun["totp"])
    }  # fmt: skip


def _administrator_pertama(server: Kosong, ekspor: Path, nip: str) -> str:
    """The guide's own commands, in its order; the code on the slip."""
    shutil.copy(ekspor, server.isi("/root/data_asn.xlsx"))
    server.jalan("install", "-o", "sikap", "-m", "600", "/root/data_asn.xlsx", EKSPOR)
    server.jalan("sikap", "impor", EKSPOR, "--uji")
    mulai = time.monotonic()
    kata = server.jalan("sikap", "impor", EKSPOR)
    print(f"\nImpor {time.monotonic() - mulai:.0f} detik. {kata.splitlines()[0]}", file=sys.stderr)
    server.jalan("sikap", "akun", "peran", nip, "admin")
    server.jalan("sikap", "akun", "slip", nip, "--ke", SLIP)
    return kode_slip(server.isi(SLIP))


def _periksa(kiriman: list[tuple[str, str, int]], keluhan: list[str]) -> None:
    """Every request went to the one address; every document was taken by the storage behind it."""
    assert keluhan == []
    assert [url for _, url, _ in kiriman if url.startswith("http") and not url.startswith(f"{SITUS}/")] == []
    dokumen = [status for cara, url, status in kiriman if cara == "PUT" and url.startswith(f"{SITUS}/berkas/masuk/")]
    assert len(dokumen) >= 6 and set(dokumen) == {200}


def test_status_finds_everything_well_but_the_clock(server):
    """Which a container may not set."""
    status = server.jalan("sikap", "status", harus=False).splitlines()
    belum = [b for b in status if b.startswith("BELUM")]
    assert len(status) > 15 and belum == [b for b in belum if "jam server" in b or "cadangan" in b]
