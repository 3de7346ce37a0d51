"""A machine's write beside a person's is not the person's conflict; another person's is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from alat_kantor import Sela
from alat_orang import kertas
from alat_paket import berkas, kasus
from chalicelib.actions import gambar, pasang
from chalicelib.actions.usulan import ambil_berikutnya
from chalicelib.galat import TidakAda
from chalicelib.records import berkas as rak
from chalicelib.records import usulan as rak_usulan
from chalicelib.store import Conflict

from schemas.peran import Pelaku, Peran
from schemas.usulan import IsianPeriksaButir, Status

VERA = Pelaku(id="vera", nama="x", peran=frozenset({Peran.VERIFIKATOR}))


def terima(kantor, usulan, sela):
    isian = IsianPeriksaButir(versi=rak_usulan.ambil(kantor.store, usulan).versi, slot="sk-kp", putusan="terima")
    return pasang.periksa(replace(kantor, store=Sela(kantor.store, sela)), VERA, usulan, isian)


@pytest.fixture
def diperiksa(kantor):
    """(case that vera checks, the id of its one document, whose pages wait to be drawn)."""
    id_ = berkas(kantor, "karno", "sk-kp", kertas("SURAT KEPUTUSAN"))
    usulan = kasus(kantor, "karno", "dinas", Status.VERIFIKASI, {"sk-kp": id_})
    diambil = rak_usulan.ambil(kantor.store, usulan).model_copy(update={"verifikator": "vera"})
    kantor.store.write(rak_usulan.RAK.taruh(diambil))
    return usulan, id_


def test_a_verdict_stands_though_the_worker_drew_the_pages_meanwhile(kantor, diperiksa):
    usulan, id_ = diperiksa
    jadi = terima(kantor, usulan, lambda: gambar.kerjakan(kantor))
    b = rak.ambil(kantor.store, id_)
    assert (b.pratinjau, b.periksaan.putusan, b.periksaan.oleh) == (1, "terima", "vera")
    assert [x.putusan for x in jadi.butir] == ["terima"]
    assert jadi == rak_usulan.ambil(kantor.store, usulan)
    assert [p.aksi for p in rak_usulan.riwayat(kantor.store, usulan).isi].count("periksa") == 1


def test_a_verdict_on_a_case_that_somebody_changed_is_refused(kantor, diperiksa):
    usulan, id_ = diperiksa
    lama = rak_usulan.ambil(kantor.store, usulan)

    def orang_lain():
        gambar.kerjakan(kantor)
        kantor.store.write(rak_usulan.RAK.taruh(lama))

    with pytest.raises(Conflict):
        terima(kantor, usulan, orang_lain)
    assert rak.ambil(kantor.store, id_).periksaan is None


def test_who_is_second_to_the_first_in_line_gets_the_next(kantor):
    satu = kasus(kantor, "karno", "dinas", Status.DIUSULKAN_OPD, {})
    dua = kasus(kantor, "paimin", "rsud", Status.DIUSULKAN_OPD, {})
    depan, belakang = [u.id for u in rak_usulan.berstatus(kantor.store, Status.DIUSULKAN_OPD, sekali=5)]
    assert {depan, belakang} == {satu, dua}
    vino = VERA.model_copy(update={"id": "vino"})
    lambat = replace(kantor, store=Sela(kantor.store, lambda: ambil_berikutnya(kantor, vino)))
    assert ambil_berikutnya(lambat, VERA).id == belakang
    assert [rak_usulan.ambil(kantor.store, i).verifikator for i in (depan, belakang)] == ["vino", "vera"]
    with pytest.raises(TidakAda):
        ambil_berikutnya(kantor, VERA)
