"""The start page: what waits for a person in his own case stands first."""

from __future__ import annotations

from alat_orang import Orang


def menunggu(orang: Orang) -> list[tuple[str, str]]:
    return [(m["judul"], m["rincian"]) for m in orang.minta("GET", "/saya")["menunggu"]]


def test_a_draft_of_his_own_waits_for_him_and_one_of_his_pengelola_does_not(kantor):
    karno, tini = Orang(kantor, "karno"), Orang(kantor, "tini")
    isi = {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}
    milik = karno.minta("POST", "/usulan", isi, 201)["id"]
    assert menunggu(karno)[0][0] == "Usulan Anda belum diajukan"

    karno.lakukan(milik, "pembatalan", alasan="lain", catatan="Biar pengelola saja")
    tini.minta("POST", "/usulan", isi, 201)
    assert menunggu(karno) == []


def test_a_returned_document_waits_for_its_owner_with_the_last_day(kantor):
    karno, tini, vera = (Orang(kantor, s) for s in ("karno", "tini", "vera"))
    kasus = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)
    for b in kasus["butir"]:
        if b["wajib"]:
            tini.isi(kasus["id"], b["slot"])
    tini.lakukan(kasus["id"], "pengusulan", nomor_surat="800/1", tanggal_surat="2026-11-25")
    assert menunggu(karno) == []

    vera.minta("POST", "/antrean/berikutnya")
    buram = [{"slot": "sk-kp", "alasan": "tidak-terbaca", "catatan": "Halaman kedua"}]
    vera.lakukan(kasus["id"], "pengembalian", butir=buram, tenggat="2026-12-10")

    ((judul, rincian),) = menunggu(karno)
    assert judul == "Berkas usulan Anda perlu diperbaiki"
    assert rincian.endswith("Paling lambat 10 Desember 2026.")
