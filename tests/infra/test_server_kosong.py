"""Twenty people at work on an installed Debian, with the real systemd, PostgreSQL, SeaweedFS and nginx; and each of them killed.

How it comes to be there, and what a browser makes of it: test_server_perjalanan.py, with what both need.
"""

from __future__ import annotations

import sys
import time
from shlex import split

import alat_distribusi
import alat_dua_puluh
import alat_kosong
import pytest
from alat_kosong import SETELAN, SITUS, SUMBER, Kosong

pytestmark = pytest.mark.panjang
SAMPAI = (alat_distribusi.DEBIAN_12, alat_distribusi.UBUNTU_26)
"""The oldest and the newest of everything that restarts things: systemd, PostgreSQL's and nginx's own units."""


@pytest.fixture(scope="module", params=SAMPAI, ids=lambda d: d.suite)
def server(request, tmp_path_factory):
    """A server as the guide makes it, with twenty people; `layanan` are the units that must not stay away."""
    if kurang := alat_distribusi.kurang():
        pytest.skip(kurang)
    with alat_kosong.hidup(request.param, tmp_path_factory.mktemp("kosong")) as kosong:
        kosong.bersiap()
        kosong.pasang()
        _isi(kosong)
        milik_kita = ["sikap-layanan@8001", "sikap-layanan@8002", "sikap-pekerja", "sikap-berkas"]
        kosong.layanan = [*milik_kita, f"postgresql@{request.param.postgresql}-main", "nginx"]
        yield kosong


def _isi(kosong: Kosong) -> None:
    """People, through the release's own libraries, as the services' own user."""
    jalur = "/mnt/uji:/opt/sikap/kini:/opt/sikap/kini/functions"
    kosong.jalan(
        *split("systemd-run --quiet --pipe --wait --uid=sikap -p EnvironmentFile=/etc/sikap/setelan"),
        *("-E", f"PYTHONPATH={jalur}", "-E", "PYTHONDONTWRITEBYTECODE=1"),
        *split("/opt/sikap/kini/.venv/bin/python -P /mnt/uji/alat_dua_puluh.py --isi"),
    )


def test_a_backup_runs_by_its_timer_and_opens_again(server):
    umum = server.jalan("sh", "-c", f"cd /tmp && {SUMBER}/infra/sikap backup --buat-kunci /root/kunci.txt").strip()
    berkas = server.isi(SETELAN)
    isi = berkas.read_text().replace("penerima = []", f'penerima = ["{umum}"]')
    berkas.write_text(isi.replace('tujuan = ""', 'tujuan = "/mnt/cadangan"'))
    server.pasang()
    server.jalan("systemctl", "start", "sikap-cadangan.service")
    server.jalan("install", "-o", "sikap", "-m", "600", "/root/kunci.txt", "/var/tmp/kunci.txt")
    assert "semua sama dengan cadangan" in server.jalan(
        "sikap", "backup", "/mnt/cadangan", "--rehearse", "--kunci", "/var/tmp/kunci.txt"
    )


def test_status_and_doctor_find_everything_well(server):
    """But for the clock, which a container may not set; the backup was made by the test before."""
    status = server.jalan("sikap", "status", harus=False).splitlines()
    assert [b for b in status if b.startswith("BELUM")] == [b for b in status if "jam server" in b]
    doctor = server.jalan("sikap", "doctor", harus=False).splitlines()
    assert len(doctor) > 10 and {b.split(":")[0] for b in doctor} <= {b.split(":")[0] for b in status}


def test_every_service_killed_comes_back_and_no_receipt_is_lost(server):
    detik = {}
    with alat_dua_puluh.kerja(server.luar(), SITUS) as hasil:
        time.sleep(10)
        for nama in server.layanan:
            lama = server.utama(nama)
            assert lama, f"{nama} does not run"
            server.jalan("sh", "-c", f"kill -9 {lama}")
            detik[nama] = _kembali(server, nama, lama)
            time.sleep(4)
    print(f"\n{hasil}\nDetik sampai kembali: {detik}", file=sys.stderr)
    assert hasil["salah"] == [] and hasil["hilang"] == []
    assert hasil["resi"] > 100
    assert hasil["terlama_detik"] < 60
    assert not [g for g in hasil["gagal"] if g.startswith("500 ")], "a fault is no sentence"


def test_an_upgrade_on_a_working_day_and_back_fails_not_one_act(server):
    """`apply` of a second release while twenty people work, then the first release's own `apply` as the guide says."""
    awal = server.jalan("readlink", "/opt/sikap/kini").strip()
    (server.isi(SUMBER) / "schemas" / "catatan-uji.txt").write_text("rilis kedua")
    with alat_dua_puluh.kerja(server.luar(), SITUS) as hasil:
        time.sleep(5)
        server.pasang()
        kedua = server.jalan("readlink", "/opt/sikap/kini").strip()
        time.sleep(5)
        server.jalan(f"{awal}/infra/sikap", "apply", SETELAN)
        time.sleep(5)
    print(f"\n{hasil}", file=sys.stderr)
    assert kedua != awal == server.jalan("readlink", "/opt/sikap/kini").strip()
    assert hasil["salah"] == [] and hasil["hilang"] == [] and hasil["gagal"] == {}
    assert hasil["resi"] > 100


def _kembali(server: Kosong, nama: str, lama: int) -> float:
    """Seconds until a new process of the unit works: it answers itself, where it can be asked, and the whole is well."""
    mulai = time.monotonic()
    while time.monotonic() - mulai < 60:
        if server.utama(nama) not in (0, lama) and _bekerja(server, nama):
            return round(time.monotonic() - mulai, 1)
        time.sleep(0.1)
    raise AssertionError(f"{nama} stays away:\n" + server.jalan("systemctl", "status", nama, harus=False))


def _bekerja(server: Kosong, nama: str) -> bool:
    _, _, pintu = nama.partition("sikap-layanan@")
    if pintu:
        return bool(server.minta(f"http://127.0.0.1:{pintu}/api/sehat?dalam=1"))
    if nama == "sikap-pekerja":
        baris = server.jalan("journalctl", "-u", nama, "-o", "cat", f"_PID={server.utama(nama)}", harus=False)
        return "Pekerja SIKAP berjalan" in baris
    return '"baik":true' in server.minta(f"{SITUS}/api/sehat?dalam=1")
