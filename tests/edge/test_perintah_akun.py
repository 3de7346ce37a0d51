"""`infra/sikap akun`: how an office gets its first administrator, and helps who is locked out."""

from __future__ import annotations

import json

import chalicelib.wiring as wiring
import pytest
from alat_kantor import buat_kantor, nip
from alat_pdf import kode_slip
from chalicelib.actions.kode import pakai
from chalicelib.edge.perintah import main
from chalicelib.edge.perintah_akun import _kalimat
from chalicelib.records.akun import ambil

from schemas.akun import Tujuan
from schemas.peran import Peran

KARNO, TINI = nip(0), nip(1)


@pytest.fixture
def kantor(monkeypatch):
    kantor = buat_kantor()
    monkeypatch.setattr(wiring, "kantor", lambda: kantor)
    return kantor


def test_a_first_administrator_is_made_by_nip(kantor, capsys):
    assert main(["akun", "peran", KARNO, "admin"]) == 0
    assert ambil(kantor.store, "karno").peran == {Peran.PNS, Peran.ADMIN}
    assert "Administrator" in capsys.readouterr().out


def test_his_slip_is_a_file_although_the_site_cannot_be_reached(kantor, tmp_path):
    main(["akun", "peran", nip(3), "admin"])
    assert main(["akun", "slip", nip(3), "--ke", str(tmp_path / "slip.pdf")]) == 0
    kode = kode_slip(tmp_path / "slip.pdf")
    assert pakai(kantor, "paimin", Tujuan.PEMULIHAN, kode).tujuan is Tujuan.PEMULIHAN


def test_a_slip_that_cannot_be_written_leaves_the_last_one_good(kantor, tmp_path, capsys):
    main(["akun", "slip", nip(3), "--ke", str(tmp_path / "slip.pdf")])
    assert main(["akun", "slip", nip(3), "--ke", str(tmp_path / "tiada" / "slip.pdf")]) == 1
    assert "tidak ditemukan" in capsys.readouterr().err
    assert pakai(kantor, "paimin", Tujuan.PEMULIHAN, kode_slip(tmp_path / "slip.pdf"))


def test_a_slip_is_for_its_owner_only_and_an_unknown_nip_leaves_no_file(kantor, tmp_path):
    main(["akun", "slip", nip(3), "--ke", str(tmp_path / "slip.pdf")])
    assert (tmp_path / "slip.pdf").stat().st_mode & 0o077 == 0
    assert main(["akun", "slip", "1" * 18, "--ke", str(tmp_path / "lain.pdf")]) == 1
    assert not (tmp_path / "lain.pdf").exists()


def test_an_account_is_locked_and_opened_again(kantor):
    assert main(["akun", "kunci", TINI]) == 0 and ambil(kantor.store, "tini").terkunci
    assert main(["akun", "buka", TINI]) == 0 and not ambil(kantor.store, "tini").terkunci


def test_a_lost_phone_is_helped(kantor):
    assert ambil(kantor.store, "admi").totp
    assert main(["akun", "lepas-kode", nip(10)]) == 0
    assert not ambil(kantor.store, "admi").totp


@pytest.mark.parametrize(
    "argv, kata",
    [
        (["lihat", "1" * 18], "belum ada di daftar pegawai"),
        (["peran", KARNO, "raja"], "peran yang dikenal"),
        (["peran", KARNO], "peran yang dipegang"),
        (["peran", KARNO, "pengelola_opd"], "memerlukan unit"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(kantor, capsys, argv, kata):
    assert main(["akun", *argv]) == 1
    assert kata in capsys.readouterr().err
    assert ambil(kantor.store, "karno").peran == {Peran.PNS}


def test_the_account_is_readable_for_people_and_programs(kantor, capsys):
    main(["akun", "lihat", KARNO, "--json"])
    akun = json.loads(capsys.readouterr().out)
    assert (akun["nip"], akun["aktif"]) == (KARNO, True)
    main(["akun", "lihat", KARNO])
    assert "SOEKARJONO" in capsys.readouterr().out


def test_a_locked_account_says_so(kantor):
    main(["akun", "kunci", KARNO])
    from chalicelib.actions.administrasi import akun

    assert _kalimat(akun(kantor, KARNO)).endswith("PNS; terkunci")
