"""What lists and cases say: each thing once, in whole sentences, counted in working days of this county."""

from __future__ import annotations

from datetime import timedelta

import pytest
from alat_orang import Orang
from chalicelib.actions.sajikan_berkas import kalimat
from chalicelib.records import jadwal as rak_jadwal
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules.hari_kerja import hari_kerja, hari_wib

from schemas.jadwal import HariLibur, Libur


@pytest.fixture
def dikembalikan(kantor):
    """karno's case, its sk-kp returned to be made anew."""
    tini, vera = Orang(kantor, "tini"), Orang(kantor, "vera")
    kasus = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)
    for b in kasus["butir"]:
        if b["wajib"]:
            tini.isi(kasus["id"], b["slot"])
    tini.lakukan(kasus["id"], "pengusulan", nomor_surat="800/1", tanggal_surat="2026-11-25")
    vera.minta("POST", "/antrean/berikutnya")
    buram = [{"slot": "sk-kp", "alasan": "tidak-terbaca", "catatan": "Nama tidak terbaca."}]
    vera.lakukan(kasus["id"], "pengembalian", butir=buram, tenggat="2026-12-10")
    return kasus["id"]


def test_a_returned_line_says_why_in_sentences_and_what_stands_in_the_way(kantor, dikembalikan):
    kasus = Orang(kantor, "karno").minta("GET", f"/usulan/{dikembalikan}")
    butir = next(b for b in kasus["butir"] if b["slot"] == "sk-kp")

    assert butir["perlu"] == "Tulisan tidak terbaca atau buram: Nama tidak terbaca."
    assert ".." not in butir["ket"] and ".," not in butir["ket"] and butir["ket"].endswith(butir["perlu"])
    (perbaiki,) = [a for a in kasus["aksi"] if a["aksi"] == "perbaiki"]
    assert "Belum diganti atau dijawab" in perbaiki["penghalang"][0]


def test_a_case_is_called_by_its_date_to_its_owner_and_by_his_name_to_others(kantor, dikembalikan):
    judul = {s: Orang(kantor, s).minta("GET", f"/usulan/{dikembalikan}")["judul"] for s in ("karno", "tini")}
    assert judul == {"karno": "Kenaikan pangkat 1 Februari 2027", "tini": "SOEKARJONO"}


def test_its_age_leaves_the_holidays_of_the_county_out(kantor, dikembalikan):
    kantor.jam.maju(days=10)
    hari = hari_wib(kantor.jam())
    mulai = hari_wib(rak_usulan.ambil(kantor.store, dikembalikan).antre_pada)
    tini = Orang(kantor, "tini")
    tanpa = hari_kerja(mulai, hari)
    libur = next(d for d in (hari - timedelta(days=n) for n in range(1, 8)) if d.weekday() < 5)
    kantor.store.write(
        rak_jadwal.RAK_LIBUR.taruh(
            Libur(tahun=libur.year, nomor=1, hari=(HariLibur(tanggal=libur, nama="Hari jadi"),), sumber="Perbup")
        )
    )

    assert tini.minta("GET", f"/usulan/{dikembalikan}")["umur_hari_kerja"] == tanpa - 1


@pytest.mark.parametrize(
    "bagian, jadi",
    [(("Satu", "", "Dua."), "Satu. Dua."), (("Diterima BUDI, S.Sos.",), "Diterima BUDI, S.Sos."), ((), "")],
)
def test_every_part_ends_with_one_full_stop(bagian, jadi):
    assert kalimat(*bagian) == jadi


def test_one_document_reads_its_owner_once(kantor, dikembalikan, monkeypatch):
    vera = Orang(kantor, "vera")
    berkas = next(b["berkas"] for b in vera.minta("GET", f"/usulan/{dikembalikan}")["butir"] if b["slot"] == "sk-kp")
    dibaca, ambil = [], kantor.store.get
    monkeypatch.setattr(kantor.store, "get", lambda pk, sk: dibaca.append((pk, sk)) or ambil(pk, sk))
    assert vera.minta("GET", f"/berkas/{berkas['id']}")["boleh_isi"]
    assert dibaca.count(("PEGAWAI#karno", "-")) == 1
