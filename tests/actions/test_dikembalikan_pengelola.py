"""A case that the pengelola sent back: what he asked for stays asked until it is replaced or answered, and then it is over."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from chalicelib.records import usulan as rak

SURAT = {"nomor_surat": "800/12", "tanggal_surat": "2026-11-25"}
DIMINTA = [{"slot": "sk-kp", "alasan": "tidak-terbaca"}, {"slot": "drh", "alasan": "tidak-ada"}]


@pytest.fixture
def kasus(kantor):
    """karno's own case, complete, sent back by tini: one line of the list, and one document that the list does not ask for."""
    karno, tini = Orang(kantor, "karno"), Orang(kantor, "tini")
    baru = karno.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)
    for b in baru["butir"]:
        if b["wajib"]:
            karno.isi(baru["id"], b["slot"])
    karno.lakukan(baru["id"], "pengajuan")
    assert "drh" not in {b["slot"] for b in baru["butir"]}
    tini.lakukan(baru["id"], "pengembalian", butir=DIMINTA, tenggat="2026-12-10")
    return karno, tini, baru["id"]


def diminta(u) -> dict[str, str]:
    return {b["slot"]: b["perlu"] for b in u["butir"] if b["diminta"]}


@pytest.mark.parametrize("ubah", [{}, {"periode": "2027-03-01"}, {"jenis": "FUNGSIONAL"}])
def test_another_kind_or_period_takes_no_mark_away(kasus, ubah):
    karno, _, id_ = kasus
    lama = karno.lihat(id_)
    baru = karno.minta("PATCH", f"/usulan/{id_}", {"versi": lama["versi"], **ubah})
    assert diminta(baru) == diminta(lama) and set(diminta(lama)) == {"sk-kp", "drh"}
    tolak = karno.lakukan(id_, "pengajuan", 403)
    assert "belum-diperbaiki" in {t["kode"] for t in tolak["temuan"]}


def test_what_was_answered_is_asked_no_more_once_bkpsdm_has_it(kantor, kasus):
    karno, tini, id_ = kasus
    karno.isi(id_, "sk-kp", "lebih jelas")
    isi = {"versi": karno.lihat(id_)["versi"], "jawaban": "Tidak ada perubahan data."}
    karno.minta("PUT", f"/usulan/{id_}/berkas/drh/jawaban", isi)
    tini.lakukan(id_, "pengusulan", **SURAT)
    ada = rak.ambil(kantor.store, id_)
    assert [(b.slot, b.putusan, b.jawaban) for b in ada.butir if b.diminta or b.jawaban] == [
        ("drh", None, "Tidak ada perubahan data.")
    ]
    assert not any(b.diminta for b in ada.butir) and ada.tenggat is None
