"""The compose file is what the compose schema allows, and starts what the units start."""

from __future__ import annotations

import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alat_server import exec_start, setelan

from infra import sasaran
from infra.server import wadah
from infra.server.aturan import ATURAN, Server

CONTOH = Server({n: b.bawaan for n, b in ATURAN.items()} | {"situs.alamat": "https://sikap.contohkab.go.id"})
BERKAS = {"compose.yaml", "setelan", "seaweedfs.json", "sikap.conf", "sedang-terganggu.html"}


@pytest.fixture
def folder(tmp_path):
    wadah.tulis(CONTOH, Path("/usr/local/src/sikap"), tmp_path)
    return tmp_path


def skema(berkas: Path) -> subprocess.CompletedProcess[str]:
    perintah = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(berkas)]
    return subprocess.run(perintah, capture_output=True, text=True)


def test_the_compose_schema_has_no_objection(folder):
    hasil = skema(folder / "compose.yaml")
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr


def test_the_schema_would_object(folder):
    berkas = folder / "compose.yaml"
    berkas.write_text(berkas.read_text().replace('    restart: "always"', '    restartt: "always"', 1))
    assert skema(berkas).returncode == 1


def test_it_runs_the_commands_of_the_units(tmp_path):
    s = setelan(tmp_path)
    layanan = wadah.susunan(s, tmp_path)["services"]
    assert layanan["berkas"]["command"] == exec_start(s, "sikap-berkas.service")
    assert layanan["pekerja"]["command"] == exec_start(s, "sikap-pekerja.service")
    for pintu in s.pintu:
        assert layanan[f"layanan-{pintu}"]["command"] == exec_start(s, "sikap-layanan@.service", str(pintu))


def test_only_the_proxy_is_reached_from_outside(folder):
    layanan = wadah.susunan(CONTOH, folder)["services"]
    assert {n for n, isi in layanan.items() if "ports" in isi} == {"jaring"}
    assert layanan["jaring"]["ports"] == ["80:80", "443:443"]
    dalam = [shlex.join(isi["command"]) for isi in layanan.values() if "command" in isi]
    assert not [k for k in dalam if "0.0.0.0" in k]
    assert layanan["catatan"]["network_mode"] == "none"


def test_everything_it_mounts_from_its_folder_is_there_and_secrets_stay(folder):
    teks = (folder / "compose.yaml").read_text()
    assert set(re.findall(r'"\./([\w.-]+):', teks)) | {"compose.yaml", "setelan"} == BERKAS
    assert {b.name for b in folder.iterdir()} == BERKAS
    assert stat.S_IMODE((folder / "setelan").stat().st_mode) == 0o600
    lama = (folder / "setelan").read_text()
    wadah.tulis(CONTOH, Path("/usr/local/src/sikap"), folder)
    assert (folder / "setelan").read_text() == lama
    assert not [b for b in lama.splitlines() if "RAHASIA=" in b and b.split("=")[1] in teks]


def test_the_command_writes_it_beside_the_settings_and_says_what_was_not_tried(tmp_path, capsys):
    berkas = tmp_path / "sikap.toml"
    berkas.write_text('[sasaran]\njenis = "server"\n[situs]\nalamat = "https://sikap.contohkab.go.id"\n')
    assert sasaran.main(["compose", str(berkas)]) == 0
    assert "Belum pernah dijalankan" in capsys.readouterr().err
    assert "BELUM PERNAH dijalankan" in (tmp_path / "sikap-compose/compose.yaml").read_text()
