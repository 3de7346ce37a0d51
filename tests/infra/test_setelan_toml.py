"""A settings file with ten different mistakes: each is named with its line and the way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from infra.server.aturan import ATURAN
from infra.setelan_toml import baca, periksa
from infra.tempat import Berhenti

AKAR = Path(__file__).resolve().parents[2]
SALAH = """\
[sasaran]
jenis = "serverr"
[situs]
alamat = "http://sikap.contohkab.go.id/"
bantuan_telpon = "1"
[tls]
cara = 1
sertifikat = "situs.pem"
surel = "bukan surel"
[layanan]
proses = "dua"
pintu = 80
[berkas]
ember = "A B"
[cadangan]
penerima = ["AGE-SECRET-KEY-1"]
jam = "25:00"
[proksii]
x = 1
"""
BARIS = [2, 4, 5, 7, 8, 9, 11, 12, 14, 16, 17, 19]


def test_each_mistake_has_its_line_and_a_way_out():
    salah = periksa(SALAH, ATURAN)
    assert [s.baris for s in salah] == BARIS
    assert all(len(s.kalimat) > 25 for s in salah)
    assert "situs.bantuan_telepon?" in salah[2].kalimat and "situs.alamat" in salah[1].kalimat


def test_a_missing_setting_points_to_its_section():
    salah = periksa('[sasaran]\njenis = "server"\n\n[situs]\n', ATURAN)
    assert [(s.baris, s.kalimat.split(":")[0]) for s in salah] == [(4, "situs.alamat")]


@pytest.mark.parametrize("teks, baris", [("[situs\n", 1), ("[situs]\nalamat = https://x\n", 2), ("a = 'b\n\n", 1)])
def test_what_is_no_toml_is_shown(teks, baris):
    satu = periksa(teks, ATURAN)[0]
    assert satu.baris == baris and "bukan TOML" in satu.kalimat


def test_the_command_lists_file_and_line(tmp_path):
    berkas = tmp_path / "sikap.toml"
    berkas.write_text(SALAH)
    with pytest.raises(Berhenti) as henti:
        baca(berkas, ATURAN)
    baris = str(henti.value).splitlines()
    assert len(baris) == 12 and baris[0].startswith(f"{berkas}:2: sasaran.jenis: ")


def test_the_example_is_the_documentation_and_true():
    contoh = AKAR / "infra/server/contoh.toml"
    isi = baca(contoh, ATURAN)
    assert {n: isi[n] for n, b in ATURAN.items() if b.bawaan is not None} == {
        n: b.bawaan for n, b in ATURAN.items() if b.bawaan is not None
    }
    tertulis = set(re.findall(r"^([a-z_]+) =", contoh.read_text(), re.M))
    assert tertulis == {n.split(".")[1] for n in ATURAN}
