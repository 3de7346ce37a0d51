"""What SIKAP says by itself: on working days, to who owes something, once a day however often the worker asks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from alat_orang import Orang
from alat_rute import buka  # noqa: F401 - opens all counters
from chalicelib.actions import jadwal
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules.jadwal import ingatkan

from schemas.jadwal import libur
from schemas.usulan import Status


@pytest.fixture
def kasus(pesan):
    """kasus(status, **fields) -> SOEKARJONO's case, put there without the way."""
    tini = Orang(pesan.kantor, "tini")
    id_ = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)["id"]

    def atur(status, **isi):
        u = rak_usulan.ambil(pesan.kantor.store, id_)
        pesan.kantor.store.write(rak_usulan.RAK.taruh(u.model_copy(update={"status": status, **isi})))

    return atur


def baru(pesan, siapa, kode):
    return [k for k in pesan.kabar(siapa) if k.kode == kode]


def test_a_repair_is_called_to_mind_once_a_day_to_who_owes_it(pesan, kasus):
    kasus(Status.BTS_BKPSDM, tenggat=date(2026, 12, 2))  # today is 25 November, ten in the morning
    assert [jadwal.kerjakan(pesan.kantor) for _ in range(3)] == [2, 0, 0]
    (kabar,) = baru(pesan, "karno", "INGAT1")
    assert "tinggal 7 hari, yaitu 2 Desember 2026" in kabar.isi
    assert len(baru(pesan, "tini", "INGAT1")) == 1 and baru(pesan, "marni", "INGAT1") == []

    pesan.kantor.jam.maju(days=1)
    assert jadwal.kerjakan(pesan.kantor) == 0
    pesan.kantor.jam.maju(days=1)  # Friday: five left, but Sunday's H-3 falls on a day off
    assert jadwal.kerjakan(pesan.kantor) == 2
    pesan.kantor.jam.maju(days=1)
    assert jadwal.kerjakan(pesan.kantor) == 0


def test_a_worker_that_died_half_way_tells_the_rest_and_nobody_twice(pesan, kasus, monkeypatch):
    kasus(Status.BTS_BKPSDM, tenggat=date(2026, 12, 2))
    asli, kali = jadwal._sekali, iter(range(9))

    def mati(*isi):
        if next(kali) == 1:
            raise KeyboardInterrupt
        return asli(*isi)

    monkeypatch.setattr(jadwal, "_sekali", mati)
    with pytest.raises(KeyboardInterrupt):
        jadwal.kerjakan(pesan.kantor)
    assert jadwal.kerjakan(pesan.kantor) == 1
    assert len(baru(pesan, "karno", "INGAT1")) == len(baru(pesan, "tini", "INGAT1")) == 1


def test_a_periods_deadline_is_told_to_the_desk_that_still_holds_cases(pesan, kasus):
    from chalicelib.actions.periode import semua

    tutup = next(p for p in semua(pesan.kantor) if p.tmt == date(2027, 2, 1)).usul_tutup_opd
    hari = next(h for n in range(7, 20) if ingatkan(h := tutup - timedelta(days=n), tutup, (7,), libur()))
    pesan.kantor.jam.maju(days=(hari - date(2026, 11, 25)).days)
    jadwal.kerjakan(pesan.kantor)
    (kabar,) = baru(pesan, "tini", "INGAT2")
    assert "Masih 1 usul" in kabar.isi and "pengusulan OPD" in kabar.isi
    assert baru(pesan, "marni", "INGAT2") == []


def test_the_digest_counts_the_desk_and_what_lay_too_long_goes_to_the_kabid(pesan, kasus):
    kasus(Status.VERIFIKASI, verifikator="vera", sejak=pesan.kantor.jam() - timedelta(days=14))
    jadwal.kerjakan(pesan.kantor)
    (vera,), (kabul,) = baru(pesan, "vera", "RINGKAS1"), baru(pesan, "kabul", "RINGKAS2")
    assert "1 usul Saudara periksa, 1 di antaranya melewati" in vera.isi
    assert "semua meja: 1 usul, terlama 5 hari kerja" in kabul.isi
    assert baru(pesan, "vino", "RINGKAS1") == []


def test_nothing_is_said_at_dawn_or_on_a_day_off(pesan, kasus):
    kasus(Status.BTS_BKPSDM, tenggat=date(2026, 12, 9))
    pesan.kantor.jam.maju(hours=20)  # 06.00 WIB
    assert jadwal.kerjakan(pesan.kantor) == 0
    pesan.kantor.jam.maju(days=2)
    assert jadwal.kerjakan(pesan.kantor) == 0


def test_what_lay_too_long_at_a_pengelolas_desk_is_told_to_him_alone(pesan, kasus):
    kasus(Status.DIAJUKAN_PNS, sejak=pesan.kantor.jam() - timedelta(days=14))
    jadwal.kerjakan(pesan.kantor)
    (tini,) = baru(pesan, "tini", "RINGKAS3")
    assert "1 usul PNS menunggu pemeriksaan Saudara melebihi batas pelayanan, dan 0 usul" in tini.isi
    assert baru(pesan, "marni", "RINGKAS3") == []


def test_a_repair_past_its_deadline_is_told_to_the_pengelola_and_within_it_is_not(pesan, kasus):
    kasus(Status.BTS_BKPSDM, tenggat=date(2026, 11, 25))
    jadwal.kerjakan(pesan.kantor)
    assert baru(pesan, "tini", "RINGKAS3") == []
    pesan.kantor.jam.maju(days=1)
    jadwal.kerjakan(pesan.kantor)
    (tini,) = baru(pesan, "tini", "RINGKAS3")
    assert "dan 1 usul melewati batas perbaikannya" in tini.isi


@pytest.fixture
def berhak(pesan):
    """PAIMIN is expected to be eligible in the first period that is open; the clock stands on a working day of it."""
    from chalicelib.actions.periode import semua
    from chalicelib.records import ramalan as rak_ramalan
    from chalicelib.rules.jadwal import masuk_kerja

    from schemas.ramalan import HasilRamal, Ramalan

    kini = pesan.kantor.jam().date()
    p = next(p for p in semua(pesan.kantor) if p.usul_tutup_opd > kini + timedelta(days=14))
    hari = next(h for n in range(30) if masuk_kerja(h := max(p.usul_buka, kini) + timedelta(days=n), libur()))
    pesan.kantor.jam.maju(days=(hari - kini).days)
    hasil = HasilRamal(
        jenis="REGULER", golongan_baru="III/b", paling_cepat=p.tmt, mkg=None, gaji_pokok=None, berkas_kurang=("sk-kp", "skp-2025")
    )  # fmt: skip
    ramalan = Ramalan(pegawai="paimin", nama="PAIMIN", nip="1", opd="rsud", unit="rsud", hasil=(hasil,))
    pesan.kantor.store.write(rak_ramalan.RAK.taruh(ramalan))
    return p


def test_who_is_expected_to_be_eligible_is_told_once_for_the_period(pesan, berhak):
    jadwal.kerjakan(pesan.kantor)
    (kabar,) = baru(pesan, "paimin", "N17")
    assert "Bapak/Ibu PAIMIN diperkirakan memenuhi syarat kenaikan pangkat reguler" in kabar.isi
    assert "SK kenaikan pangkat terakhir, " in kabar.isi and "Keputusan tetap pada petugas" in kabar.isi
    pesan.kantor.jam.maju(days=7)
    jadwal.kerjakan(pesan.kantor)
    assert len(baru(pesan, "paimin", "N17")) == 1 and baru(pesan, "karno", "N17") == []


def test_who_has_a_case_already_needs_no_such_notice(pesan, berhak):
    marni = Orang(pesan.kantor, "marni")
    marni.minta("POST", "/usulan", {"pegawai": "paimin", "jenis": "REGULER", "periode": str(berhak.tmt)}, 201)
    jadwal.kerjakan(pesan.kantor)
    assert baru(pesan, "paimin", "N17") == []
