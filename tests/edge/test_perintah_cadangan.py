"""The commands themselves, on real storage: back up, lose everything, restore on another engine into other storage, rehearse."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from alat_kantor import isi
from alat_produk import penyimpanan
from chalicelib.documents.kunci import isi as letak
from chalicelib.wiring import baca_setelan, buat_kantor

AKAR = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def s3(tmp_path_factory):
    with penyimpanan(tmp_path_factory.mktemp("s3"), "http://localhost:1") as setelan:
        yield setelan


def sikap(lingkungan: dict[str, str], *kata: str) -> subprocess.CompletedProcess[str]:
    jalur = os.pathsep.join([str(AKAR), str(AKAR / "functions")])
    return subprocess.run(
        [sys.executable, "-m", "chalicelib.edge.perintah", *kata],
        env={**os.environ, **lingkungan, "PYTHONPATH": jalur},
        cwd=AKAR,
        capture_output=True,
        text=True,
    )


def test_from_one_computer_to_the_countys_server_and_a_rehearsal(s3, postgresql, tmp_path):
    kunci = tmp_path / "kunci.txt"
    dari = s3 | {"SIKAP_STORE": f"sqlite:{tmp_path / 'a.db'}", "SIKAP_RAHASIA": "r" * 32, "SIKAP_S3_EMBER": "asal"}
    umum = sikap(dari, "backup", "--buat-kunci", str(kunci)).stdout.strip()
    assert umum.startswith("age1") and kunci.stat().st_mode & 0o777 == 0o600
    assert sikap(dari, "backup", "--buat-kunci", str(kunci)).returncode == 1, "an existing key is never overwritten"
    dari |= {"SIKAP_CADANGAN_PENERIMA": umum, "SIKAP_CADANGAN_S3_ALAMAT": s3["SIKAP_S3_ALAMAT"]}
    dari |= {
        "SIKAP_CADANGAN_S3_KUNCI": s3["SIKAP_S3_KUNCI"],
        "SIKAP_CADANGAN_S3_RAHASIA": s3["SIKAP_S3_RAHASIA"],
    }
    kantor = buat_kantor(baca_setelan(dari))
    kantor.documents.siapkan(["http://localhost:1"])
    isi(kantor)
    sidik = "ab" + "0" * 62
    with pytest.raises(Exception, match="tidak ditemukan"):
        kantor.documents.baca(letak(sidik))
    kantor.documents.taruh("intisari/2026-11-24.json", b"{}", "application/json")
    tempat = buat_kantor(baca_setelan(dari | {"SIKAP_S3_EMBER": "cadangan"})).documents
    tempat.siapkan(["http://localhost:1"])

    buat = sikap(dari, "backup", "s3://cadangan/harian", "--json")
    assert buat.returncode == 0, buat.stderr
    hasil = json.loads(buat.stdout)
    assert hasil["berkas"] == 1 and all(k.startswith("harian/") for k in tempat.daftar(""))

    ke = dari | {"SIKAP_STORE": postgresql.baru(), "SIKAP_S3_EMBER": "tujuan"}
    buat_kantor(baca_setelan(ke)).documents.siapkan(["http://localhost:1"])
    tanpa = sikap(ke, "restore", "s3://cadangan/harian")
    assert tanpa.returncode == 1 and "--kunci" in tanpa.stderr
    pulih = sikap(ke, "restore", "s3://cadangan/harian", "--kunci", str(kunci), "--json")
    assert pulih.returncode == 0, pulih.stderr
    assert (json.loads(pulih.stdout)["item"], json.loads(pulih.stdout)["berkas"]) == (hasil["item"], 1)
    lagi = sikap(ke, "restore", "s3://cadangan/harian", "--kunci", str(kunci))
    assert lagi.returncode == 1 and "tidak kosong" in lagi.stderr

    latih = sikap(dari, "backup", "s3://cadangan/harian", "--rehearse", "--kunci", str(kunci))
    assert latih.returncode == 0 and "menit" in latih.stdout, latih.stderr
    assert kantor.store.get("CADANGAN", "latihan").body["item"] == hasil["item"]


def test_without_a_place_or_with_a_missing_key_file_one_is_told(tmp_path):
    milik = {"SIKAP_STORE": f"sqlite:{tmp_path / 'a.db'}", "SIKAP_RAHASIA": "r" * 32}
    assert "SIKAP_CADANGAN_TUJUAN" in sikap(milik, "backup").stderr
    hilang = sikap(milik, "restore", str(tmp_path), "--kunci", str(tmp_path / "tiada"))
    assert hilang.returncode == 1 and "tiada" in hilang.stderr and "Traceback" not in hilang.stderr
