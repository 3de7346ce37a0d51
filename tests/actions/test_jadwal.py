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
