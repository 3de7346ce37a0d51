"""The list of persons concerned by a leak: everybody, or a unit and below; for its owner only; nothing a spreadsheet would obey."""

from __future__ import annotations

import csv
import stat

import alat_kantor
from chalicelib.actions.terdampak import KOLOM, daftar
from chalicelib.edge.perintah import main


def test_everybody_is_on_it_with_what_is_kept_of_him(kantor):
    semua = {t.nip: t for t in daftar(kantor)}
    assert len(semua) == len(alat_kantor.ORANG)
    karno = semua[alat_kantor.nip(0)]
    assert (karno.nama, karno.unit, karno.telepon) == ("SOEKARJONO", "Unit sd-1", "+6281234567890")
    assert karno.data == "data kepegawaian; nomor telepon"


def test_a_unit_takes_those_below_along(kantor):
    assert {t.nama for t in daftar(kantor, "dinas")} == {"SOEKARJONO", "SUTINI"}
    assert [t.nama for t in daftar(kantor, "sd-1")] == ["SOEKARJONO"]


def test_the_file_is_the_owners_alone_and_never_overwritten(kantor, tmp_path, capsys):
    berkas = tmp_path / "terdampak.csv"
    assert main(["terdampak", str(berkas)]) == 0
    assert stat.S_IMODE(berkas.stat().st_mode) == 0o600
    with berkas.open(encoding="utf-8-sig", newline="") as isi:
        baris = list(csv.reader(isi, delimiter=";"))
    assert tuple(baris[0]) == KOLOM and len(baris) == 1 + len(alat_kantor.ORANG)
    assert all(b[0].startswith("'") and b[3].startswith("'+62") for b in baris[1:]), (
        "digits stay digits, + is no formula"
    )
    assert main(["terdampak", str(berkas)]) == 1
    assert alat_kantor.nip(0) not in capsys.readouterr().out
