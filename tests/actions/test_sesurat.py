"""A covering letter names its batch, however many other cases its OPD has, and whatever became of them since."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from alat_paket import kasus
from chalicelib.records import usulan as rak

from schemas.usulan import Status, SuratPengantar

SURAT = {"nomor_surat": "800/1", "tanggal_surat": "2026-11-25"}


@pytest.fixture
def bersurat(kantor):
    """karno's case, proposed by tini with a collective letter."""
    tini = Orang(kantor, "tini")
    u = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)
    for b in u["butir"]:
        if b["wajib"]:
            tini.isi(u["id"], b["slot"])
    satu = {"id": u["id"], "versi": tini.lihat(u["id"])["versi"]}
    jawab = tini.minta("POST", "/kolektif/pengusulan", {"uji": False, "usulan": [satu], "isian": SURAT})
    assert jawab["berhasil"] == 1, jawab
    return u["id"]


def test_the_letter_reads_its_batch_and_not_the_cases_of_its_opd(kantor, bersurat, monkeypatch):
    for _ in range(30):
        kasus(kantor, "tini", "dinas", Status.DIUSULKAN_OPD, {})
    dibaca, tanya = [], kantor.store.query

    def query(*bagian, **pilihan):
        isi = tanya(*bagian, **pilihan)
        dibaca.extend(i.pk for i in isi[0] if i.pk.startswith("USULAN#"))
        return isi

    monkeypatch.setattr(kantor.store, "query", query)
    assert Orang(kantor, "vera").minta("POST", f"/usulan/{bersurat}/surat-pengantar", {})["url"]
    assert set(dibaca) <= {f"USULAN#{bersurat}"}


def test_a_letter_that_is_printed_stands_in_the_journal(kantor, bersurat):
    nomor = Orang(kantor, "vera").minta("GET", f"/usulan/{bersurat}")["nomor"]
    Orang(kantor, "vera").minta("POST", f"/usulan/{bersurat}/surat-pengantar", {})
    catat = Orang(kantor, "audi").minta("GET", f"/audit?bulan={kantor.jam():%Y-%m}")["isi"][0]
    assert (catat["aksi"], catat["tentang"], catat["isi"]) == (
        "unduh surat pengantar", "Unit dinas", {"usulan": nomor, "orang": 1})  # fmt: skip


def test_a_case_moved_to_another_period_stays_in_its_letter(kantor, bersurat):
    u = rak.ambil(kantor.store, bersurat)
    assert u.surat_pengantar
    lain = u.model_copy(update={"id": kantor.id_baru(), "pegawai": "tini", "versi": 0})
    kantor.store.write(rak.RAK.taruh(lain), *rak.surati(lain))
    kantor.store.write(rak.RAK.taruh(u.model_copy(update={"periode": u.periode.replace(month=4)})))
    assert {s.pegawai for s in rak.sesurat(kantor.store, lain)} == {"karno", "tini"}


def test_a_letter_from_before_batches_were_noted_is_put_together_from_its_period(kantor):
    surat = SuratPengantar(nomor="800/1", tanggal=kantor.jam().date(), kolektif="surat-1")
    semua = [rak.ambil(kantor.store, kasus(kantor, o, "dinas", Status.VERIFIKASI, {})) for o in ("karno", "tini")]
    for u in semua:
        kantor.store.write(rak.RAK.taruh(u.model_copy(update={"surat_pengantar": surat})))
    satu = rak.ambil(kantor.store, semua[0].id)
    assert {s.pegawai for s in rak.sesurat(kantor.store, satu)} == {"karno", "tini"}
