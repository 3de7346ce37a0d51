"""`status` on the server: each thing that is not well is named, with the way out."""

from __future__ import annotations

import json
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from types import SimpleNamespace

import pytest
from alat_server import MesinTiruan, sertifikat, setelan

from infra import sasaran
from infra.langkah import Langkah
from infra.server import periksa, periksa_mesin, unit

DOCTOR = [
    {"bagian": "antrean kabar", "baik": True, "keterangan": "tidak ada kabar yang tertunda"},
    {"bagian": "cadangan", "baik": False, "keterangan": "belum pernah. Jalankan: infra/sikap backup"},
    {"bagian": "ruang cakram", "baik": True, "keterangan": "yang dilihat fungsi"},
]
"""What the functions say of themselves."""


class Mesin(MesinTiruan):
    """Programs answer what a test wants."""

    def __init__(self, akar, **jawab: str) -> None:
        super().__init__(akar)
        self.jawab = {"python3": "Python 3.11.2", "psql": "psql (PostgreSQL) 15.9", "sh": "nginx version: nginx/1.22.1", "timedatectl": "NTPSynchronized=yes", "systemd-run": json.dumps(DOCTOR[:1])} | jawab  # fmt: skip

    def _jalan(self, perintah, lingkungan):
        jawab = self.jawab.get(perintah[0], "")
        return subprocess.CompletedProcess(perintah, 0 if jawab else 1, jawab, "")


@pytest.fixture
def s(tmp_path):
    s = setelan(tmp_path, **{"layanan.proses": 1, "cadangan.tujuan": str(tmp_path / "cadangan")})
    sertifikat(s)
    s.isi |= {n: v.removeprefix(str(tmp_path)) for n, v in s.isi.items() if isinstance(v, str) and v.startswith(str(tmp_path))}  # fmt: skip
    return s


@pytest.fixture
def m(tmp_path):
    m = Mesin(tmp_path)
    for jalur in (unit.SETELAN, unit.IDENTITAS):
        m.tulis(jalur, "rahasia", 0o640)
    return m


@pytest.fixture
def loket(s):
    """A counter on the port that status asks; `isi` is what it answers."""
    isi = {"sehat": (200, {"bagian": {"catatan": True, "berkas": True}})}

    class Jawab(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(isi["sehat"][0])
            self.end_headers()
            self.wfile.write(json.dumps(isi["sehat"][1]).encode())

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", s.pintu[0]), Jawab) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield isi
        server.shutdown()


def lihat(s, m) -> dict[str, periksa.Hasil]:
    return {h.bagian: h for h in periksa.semua(s, m)}


def test_all_is_well(s, m, loket):
    hasil = lihat(s, m)
    assert [h for h in hasil.values() if not h.baik] == []
    assert {"versi", "hak berkas rahasia", "sertifikat", "jam server", "ruang cakram", "antrean kabar"} < set(hasil)  # fmt: skip
    assert "psql 15.9" in hasil["versi"].keterangan


def test_a_process_that_is_away_and_one_whose_database_is(s, m, loket):
    loket["sehat"] = (503, {"bagian": {"catatan": False, "berkas": True}})
    nama = f"layanan {s.pintu[0]}"
    assert "catatan" in (k := lihat(s, m)[nama].keterangan) and "systemctl status 'postgresql*'" in k
    s.isi["layanan.pintu"] += 1
    hasil = lihat(s, m)
    assert "journalctl -u sikap-layanan@" in hasil[f"layanan {s.pintu[0]}"].keterangan


def test_what_the_functions_find_is_told_in_their_own_words(s, m, loket):
    m.jawab["systemd-run"] = json.dumps(DOCTOR)
    hasil = lihat(s, m)
    assert not hasil["cadangan"].baik and hasil["cadangan"].keterangan == DOCTOR[1]["keterangan"]
    assert "yang paling sempit" in hasil["ruang cakram"].keterangan, "the machine knows more of its disks"
    m.jawab["systemd-run"] = ""
    assert "sudo sikap doctor" in lihat(s, m)["keterangan layanan"].keterangan


def test_status_and_doctor_say_the_same_and_status_the_steps_too(s, m, loket, capsys, monkeypatch):
    langkah = [Langkah("paket", "akan", "batal", lambda: True, lambda: None)]
    monkeypatch.setattr(sasaran, "buka", lambda berkas, lihat: sasaran.Sasaran(langkah, periksa.semua(s, m) if lihat else []))  # fmt: skip
    m.jawab["systemd-run"] = json.dumps(DOCTOR)
    assert sasaran.main(["doctor", "x.toml"]) == sasaran.main(["status", "x.toml"]) == 1
    keluaran = capsys.readouterr().out.splitlines()
    tengah = keluaran.index("baik   paket: seperti rencana")
    assert keluaran[:tengah] == keluaran[tengah + 1 :] and "BELUM  cadangan: belum pernah" in "\n".join(keluaran)


@pytest.mark.parametrize(
    ("jawab", "bagian", "jalan_keluar"),
    [
        ({"timedatectl": "NTPSynchronized=no"}, "jam server", "set-ntp true"),
        ({"timedatectl": ""}, "jam server", "Jalankan: timedatectl"),
        ({"psql": "psql (PostgreSQL) 13.1"}, "versi", "Debian 12"),
        ({"sh": ""}, "versi", "apt-get install nginx"),
    ],
)
def test_what_the_machine_lacks_has_a_way_out(s, m, loket, jawab, bagian, jalan_keluar):
    m.jawab |= jawab
    hasil = lihat(s, m)[bagian]
    assert not hasil.baik and jalan_keluar in hasil.keterangan


def test_secrets_open_to_all_a_bad_certificate_and_a_full_disk(s, m, loket, monkeypatch):
    m.letak(unit.SETELAN).chmod(0o644)
    m.letak(s["tls.sertifikat"]).write_text("x")
    monkeypatch.setattr(periksa_mesin, "RUANG", 10**18)
    hasil = lihat(s, m)
    assert f"chmod o= {unit.SETELAN}" in hasil["hak berkas rahasia"].keterangan
    assert "BEGIN CERTIFICATE" in hasil["sertifikat"].keterangan and "Tambah cakram" in hasil["ruang cakram"].keterangan
    m.letak(unit.SETELAN).unlink()
    m.letak(s["tls.sertifikat"]).unlink()
    hasil = lihat(s, m)
    assert "apply" in hasil["hak berkas rahasia"].keterangan and "acme" in hasil["sertifikat"].keterangan


def test_a_certificate_near_its_end(s, m, loket, monkeypatch):
    monkeypatch.setattr(periksa_mesin, "SERTIFIKAT_HARI", 60)
    assert "Perbarui" in lihat(s, m)["sertifikat"].keterangan


def test_of_folders_on_one_disk_the_same_one_is_named_every_time(s, m, monkeypatch):
    """Somebody writes between two questions: the second folder of the same disk seems narrower, and the narrowest of all."""
    kosong = iter(range(9_000_000_000, 0, -1_000_000_000))
    monkeypatch.setattr(periksa_mesin.shutil, "disk_usage", lambda _: SimpleNamespace(free=next(kosong)))
    satu, dua = periksa_mesin._ruang(s, m), periksa_mesin._ruang(s, m)
    assert s["berkas.folder"] in satu[1] and s["berkas.folder"] in dua[1]


def test_of_two_disks_the_narrower_is_named(s, m, monkeypatch):
    m.letak("/var/log").mkdir(parents=True)
    log = m.letak("/var/log")
    monkeypatch.setattr(periksa_mesin, "_cakram", lambda folder: 2 if folder == log else 1)
    monkeypatch.setattr(
        periksa_mesin.shutil, "disk_usage", lambda f: SimpleNamespace(free=10**9 * (3 if f == log else 5))
    )
    assert periksa_mesin._ruang(s, m) == (True, "3 GB kosong di /var/log, yang paling sempit")
