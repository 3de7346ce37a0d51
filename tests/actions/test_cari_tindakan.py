"""Search as an action: whom one may find, and what is merged in before the next snapshot."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chalicelib.actions import cari
from chalicelib.actions.pelaku import sistem
from chalicelib.actions.pindah import UBAH_NAMA, simpan_pegawai
from chalicelib.galat import TidakAda
from chalicelib.records import pegawai as rak_pegawai

from schemas.kueri import IsianCari
from schemas.peran import Pelaku, Peran


def pelaku(peran: Peran, lingkup: str | None = None) -> Pelaku:
    return Pelaku(id="x", nama="x", peran=frozenset({peran}), lingkup=lingkup)


VERIFIKATOR = pelaku(Peran.VERIFIKATOR)


def temukan(kantor, siapa: Pelaku, teks: str, **lain) -> list[str]:
    return [b.id for b in cari.cari(kantor, siapa, IsianCari(cari=teks, **lain)).isi]


def test_a_changed_name_is_found_before_the_next_snapshot(kantor):
    cari.perbarui(kantor)
    lama = rak_pegawai.ambil(kantor.store, "karno")
    kantor.store.write(*simpan_pegawai(kantor, sistem(), lama.model_copy(update={"nama": "TJOKROAMINOTO"}), lama))
    assert temukan(kantor, VERIFIKATOR, "cokro") == ["karno"]
    assert cari.cari(kantor, VERIFIKATOR, IsianCari(cari="sukarjono")).terdekat
    assert cari.perbarui(kantor, paksa=True)
    assert temukan(kantor, VERIFIKATOR, "cokro aminoto") == ["karno"]


def test_a_snapshot_that_is_replaced_while_it_is_fetched_is_fetched_anew(kantor):
    cari.perbarui(kantor)
    sela = [lambda: cari.perbarui(kantor, paksa=True)]

    class Sela:
        def __getattr__(self, nama):
            return getattr(kantor.documents, nama)

        def baca(self, kunci):
            if sela:
                sela.pop()()
            return kantor.documents.baca(kunci)

    assert temukan(replace(kantor, documents=Sela()), VERIFIKATOR, "sukarjono") == ["karno"]
    assert not sela


@pytest.mark.parametrize("saat", ["sebelum", "sesudah"])
def test_who_searches_while_the_next_snapshot_is_put_in_place_finds_what_it_took_up(kantor, saat):
    """Changes go away with the snapshot that has them: a process that remembers the one before must not miss them in between."""
    sela = []

    class Sela:
        def __getattr__(self, nama):
            return getattr(kantor.store, nama)

        def query(self, pk, **lain):
            if pk == UBAH_NAMA and sela and saat == "sebelum":
                sela.pop()()
            hasil = kantor.store.query(pk, **lain)
            if pk == UBAH_NAMA and sela:
                sela.pop()()
            return hasil

    cari.perbarui(kantor)
    penyela = replace(kantor, store=Sela())
    assert temukan(penyela, VERIFIKATOR, "sukarjono") == ["karno"]
    lama = rak_pegawai.ambil(kantor.store, "karno")
    kantor.store.write(*simpan_pegawai(kantor, sistem(), lama.model_copy(update={"nama": "TJOKROAMINOTO"}), lama))
    sela.append(lambda: cari.perbarui(kantor, paksa=True))
    assert temukan(penyela, VERIFIKATOR, "cokro") == ["karno"]
    assert not sela


@pytest.mark.parametrize("lingkup, ketemu", [("dinas", True), ("sd-1", True), ("rsud", False), ("bkpsdm", False)])
def test_a_pengelola_finds_his_own_and_what_is_below(kantor, lingkup, ketemu):
    cari.perbarui(kantor)
    assert ("karno" in temukan(kantor, pelaku(Peran.PENGELOLA_OPD, lingkup), "sukarjono")) is ketemu


@pytest.mark.parametrize("peran", [Peran.PNS, Peran.PENGELOLA_OPD])
def test_who_serves_nobody_finds_nobody(kantor, peran):
    with pytest.raises(TidakAda):
        cari.cari(kantor, pelaku(peran), IsianCari(cari="karno"))


def test_nothing_that_fits_says_so_and_never_breaks(kantor):
    cari.perbarui(kantor)
    for teks in (
        "",
        "   ",
        "zzqqxx",
        "%",
        "%%_",
        "\\",
        "(",
        "[a",
        "'",
        "٣٤٥",
        "👩",
        "a" * 200,
        "1",
        "19",
        "0000000000",
    ):
        hasil = cari.cari(kantor, VERIFIKATOR, IsianCari(cari=teks))
        assert hasil.pesan or hasil.isi, teks


def test_pages_follow_one_another_without_a_gap(kantor):
    cari.perbarui(kantor)
    satu = cari.cari(kantor, VERIFIKATOR, IsianCari(cari="1970", batas=4))
    dua = cari.cari(kantor, VERIFIKATOR, IsianCari(cari="1970", batas=4, kursor=satu.kursor))
    assert len({b.id for b in [*satu.isi, *dua.isi]}) == 8


@pytest.mark.parametrize("kursor", ["-1", "x", "99999", "999999999999", "", "1e3", "٣"])
def test_a_foreign_cursor_breaks_nothing(kantor, kursor):
    cari.perbarui(kantor)
    assert cari.cari(kantor, VERIFIKATOR, IsianCari(cari="1970", kursor=kursor)).pesan is not None


def test_two_snapshots_at_once_leave_one(kantor):
    cari.perbarui(kantor)
    ditaruh = kantor.documents.taruh

    def disela(*isi):
        kantor.documents.taruh = ditaruh
        assert cari.perbarui(kantor, paksa=True)
        return ditaruh(*isi)

    kantor.documents.taruh = disela
    assert not cari.perbarui(kantor, paksa=True)
    assert len(kantor.documents.daftar("cuplikan/")) == 1
    assert temukan(kantor, VERIFIKATOR, "sukarjono") == ["karno"]


def test_more_than_a_page_holds_says_how_many_and_offers_the_units(kantor):
    cari.perbarui(kantor)
    luas = cari.cari(kantor, VERIFIKATOR, IsianCari(cari="1970", batas=4))

    banyak = int(luas.pesan.removeprefix("Terlalu banyak yang cocok: ").split(" orang.")[0])
    assert banyak > 4 and "pilih unit kerjanya" in luas.pesan
    semua, *opd = luas.sempit
    assert (semua.id, semua.nama) == ("", "Semua unit kerja")
    assert "dinas" in [s.id for s in opd]

    sempit = cari.cari(kantor, VERIFIKATOR, IsianCari(cari="1970", batas=4, unit="dinas"))
    dalam = len(sempit.isi)
    assert 0 < dalam < banyak
    assert sempit.sempit[1].id == "dinas" and sempit.sempit[1].nama.endswith(f"({dalam})")
    assert "sd-1" in [s.id for s in sempit.sempit], "one step further down"


def test_what_fits_on_a_page_is_counted_and_nothing_is_offered(kantor):
    cari.perbarui(kantor)
    hasil = cari.cari(kantor, VERIFIKATOR, IsianCari(cari="sukarjono soekarjono"))
    assert hasil.sempit == []
    satu = cari.cari(kantor, VERIFIKATOR, IsianCari(cari=rak_pegawai.ambil(kantor.store, "karno").nip))
    assert (satu.pesan, satu.kursor) == ("1 orang ditemukan.", None)


def test_narrowing_never_widens_whom_one_may_find(kantor):
    cari.perbarui(kantor)
    assert temukan(kantor, pelaku(Peran.PENGELOLA_OPD, "rsud"), "sukarjono", unit="dinas") == []
