"""The command line: clean results, reasons on standard error, three exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from chalicelib.edge import perintah
from chalicelib.edge.perintah import PERINTAH, main
from chalicelib.edge.ucapan import Perintah
from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.wiring import SetelanSalah, kantor, setelan


@pytest.fixture(autouse=True)
def lupakan():
    """A process reads its settings once; each test is a process of its own here."""
    yield
    setelan.cache_clear()
    kantor.cache_clear()


@pytest.fixture
def pasang(monkeypatch):
    """pasang(work): a command "coba" that does this work."""
    return lambda kerja: monkeypatch.setattr(perintah, "PERINTAH", (Perintah("coba", "Coba.", lambda p: None, kerja),))


@pytest.mark.parametrize("argv", [[], ["tiada"], ["serve", "--pintu", "x"], ["kelayakan"], ["doctor", "lebih"]])
def test_a_wrong_call_is_exit_2_in_indonesian(argv, capsys):
    with pytest.raises(SystemExit) as keluar:
        main(argv)
    galat = capsys.readouterr().err
    assert keluar.value.code == 2
    assert "Keterangan: infra/sikap" in galat
    assert not [k for k in ("usage", "error", "required", "invalid", "argument", "choose") if k in galat]


@pytest.mark.parametrize("nama", [None, *(p.nama for p in PERINTAH)])
def test_every_command_explains_itself_in_indonesian(nama, capsys):
    with pytest.raises(SystemExit) as keluar:
        main([n for n in (nama, "--help") if n])
    teks = capsys.readouterr().out
    assert keluar.value.code == 0
    assert teks.startswith("Cara pakai: infra/sikap") and "options:" not in teks and "show this" not in teks


def test_a_refusal_is_exit_1_with_its_reason_and_clean_output(pasang, capsys):
    def tolak(_):
        raise TakSah("Belum bisa.", petunjuk="Tunggu.", temuan=[TemuanGalat("kosong", "Isi NIP.", "nip")])

    pasang(tolak)
    assert main(["coba"]) == 1
    assert capsys.readouterr() == ("", "Ditolak: Belum bisa.\nTunggu.\n  nip: Isi NIP.\n")


def test_a_wrong_setting_is_exit_1_and_named(pasang, capsys):
    def salah(_):
        raise SetelanSalah("SIKAP_STORE: tulis sqlite:BERKAS.")

    pasang(salah)
    assert main(["coba"]) == 1
    assert "SIKAP_STORE" in capsys.readouterr().err


def test_a_missing_file_is_exit_1_and_named(pasang, capsys):
    pasang(lambda _: Path("/tiada/berkas.json").read_text())
    assert main(["coba"]) == 1
    assert capsys.readouterr().err.startswith("Ditolak: /tiada/berkas.json tidak ditemukan;")


def test_our_own_fault_is_exit_1_without_a_stack_trace(pasang, capsys):
    pasang(lambda _: 1 // 0)
    assert main(["coba"]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_doctor_says_what_is_missing_as_json(capsys, monkeypatch):
    monkeypatch.setenv("SIKAP_RAHASIA", "")
    assert main(["doctor", "--json"]) == 1
    bagian = {b["bagian"]: b["baik"] for b in json.loads(capsys.readouterr().out)}
    assert bagian["python"] and not bagian["catatan"]
