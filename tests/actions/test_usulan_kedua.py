"""The second proposal of the same person: what was verified and has not changed is asked of nobody again."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from chalicelib.actions import cari, periksa_ulang
from chalicelib.documents import kunci as k
from chalicelib.records import berkas as rak
from chalicelib.records import usulan as rak_usulan

from schemas.aturan import aturan
from schemas.berkas import SLOT, urai_slot

HARI_INI = "2026-11-25"
SURAT = {"nomor_surat": "800/12", "tanggal_surat": HARI_INI}
BUAT = {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}


@pytest.fixture
def pertama(kantor):
    """A first case, checked to the last line and then ended; the people of it, and its required slots."""
    cari.perbarui(kantor)
    tini, vera = Orang(kantor, "tini"), Orang(kantor, "vera")
    usulan = tini.minta("POST", "/usulan", BUAT, 201)["id"]
    wajib = [b["slot"] for b in tini.lihat(usulan)["butir"] if b["wajib"]]
    for slot in wajib:
        tini.isi(usulan, slot)
    tini.lakukan(usulan, "pengusulan", **SURAT)
    assert vera.minta("POST", "/antrean/berikutnya")["id"] == usulan
    for slot in wajib:
        vera.putuskan(usulan, slot, "terima")
    Orang(kantor, "kabul").lakukan(usulan, "pembatalan", alasan="lain", catatan="Atas permintaan sendiri")
    return tini, vera, wajib


def lagi(tini) -> dict:
    return tini.minta("POST", "/usulan", BUAT, 201)


def test_nothing_is_asked_that_was_verified_and_has_not_changed(pertama):
    tini, vera, wajib = pertama
    kedua = lagi(tini)
    assert kedua["sudah_ada"] == len(wajib) >= 3
    assert {b["keadaan"] for b in kedua["butir"] if b["slot"] in wajib} == {"diterima"}
    tini.lakukan(kedua["id"], "pengusulan", **SURAT)
    vera.minta("POST", "/antrean/berikutnya")
    vera.lakukan(kedua["id"], "pernyataan-ms", alasan_beda="Riwayat dicocokkan dengan arsip kertas")
    assert vera.lihat(kedua["id"])["status"] == "menunggu_persetujuan", "no line was asked of the verifikator either"


def test_the_archive_says_as_what_it_was_verified_and_which_cases_use_it(pertama, kantor):
    tini, _, wajib = pertama
    kedua = lagi(tini)
    satu = next(b for b in kedua["butir"] if b["slot"] == wajib[0])
    baris = {b["slot"]: b["terbaru"] for b in Orang(kantor, "karno").minta("GET", "/pegawai/karno/berkas")["isi"]}
    lama, kini = (u.nomor for u in rak_usulan.milik(kantor.store, "karno"))
    assert f"Diperiksa sebagai “{satu['sebab']}”." in baris[wajib[0]]["keterangan"]
    assert f"Dipakai dalam usulan {lama}, {kini}." in baris[wajib[0]]["keterangan"] and kini == kedua["nomor"]
    assert rak.ambil(kantor.store, satu["berkas"]["id"]).periksaan.aturan == aturan().edisi
    baru = tini.unggah("karno", wajib[0], "belum dipakai")
    semua = tini.minta("GET", f"/pegawai/karno/berkas/{wajib[0]}")["isi"]
    assert ["Dipakai" in v["keterangan"] for v in semua] == [False, True] and semua[0]["id"] == baru


def test_a_newer_version_is_looked_at_again_and_only_that(pertama):
    tini, vera, wajib = pertama
    baru = tini.unggah("karno", wajib[0], "versi baru")
    kedua = lagi(tini)
    assert kedua["sudah_ada"] == len(wajib) - 1
    baris = next(b for b in kedua["butir"] if b["slot"] == wajib[0])
    assert (baris["berkas"]["id"], baris["putusan"], baris["keadaan"]) == (baru, None, "ada")
    tini.lakukan(kedua["id"], "pengusulan", **SURAT)
    vera.minta("POST", "/antrean/berikutnya")
    tolak = vera.lakukan(kedua["id"], "pernyataan-ms", 403, alasan_beda="Riwayat dicocokkan dengan arsip kertas")
    assert tolak["kode"] == "belum-diputuskan" and baris["label"] in tolak["detail"]


def test_a_version_that_was_returned_or_damaged_gives_way_to_the_verified_one_before_it(pertama, kantor):
    tini, _, wajib = pertama
    dahulu = {s: rak.slot(kantor.store, "karno", s).terbaru for s in wajib}
    buram = rak.ambil(kantor.store, tini.unggah("karno", wajib[0], "buram"))
    periksaan = rak.ambil(kantor.store, dahulu[wajib[0]]).periksaan.model_copy(update={"putusan": "kembalikan"})
    kantor.store.write(rak.RAK.taruh(buram.model_copy(update={"periksaan": periksaan})))
    rusak = rak.ambil(kantor.store, tini.unggah("karno", wajib[1], "akan rusak"))
    kantor.documents.hapus(k.isi(rusak.sha256))
    kantor.jam.maju(days=91)
    while periksa_ulang.kerjakan(kantor):
        pass
    tini = Orang(kantor, "tini")
    periode = next(p["tmt"] for p in tini.minta("GET", "/periode")["isi"])
    kedua = tini.minta("POST", "/usulan", BUAT | {"periode": periode}, 201)
    isi = {b["slot"]: b["berkas"]["id"] for b in kedua["butir"] if b["berkas"]}
    assert [isi[s] for s in wajib[:2]] == [dahulu[s] for s in wajib[:2]]


def test_the_decree_of_the_last_case_is_the_last_decree_of_the_next(pertama):
    tini, _, wajib = pertama
    assert "sk-kp" in wajib
    sk = Orang(tini.kantor, "opi").unggah("karno", "sk-kp-baru")
    baris = next(b for b in lagi(tini)["butir"] if b["slot"] == "sk-kp")
    assert (baris["berkas"]["id"], baris["putusan"]) == (sk, None), "not asked of the person, but looked at"


def test_successors_are_slots_that_exist():
    from schemas.berkas import PENERUS

    assert all(urai_slot(lama) and baru in SLOT for lama, baru in PENERUS.items())
