"""The office tree: new, renamed, moved, merged; everybody below follows, with his open case, and nobody is left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from alat_kantor import Sela, orang
from alat_rute import buka
from chalicelib.actions import Kantor, pindah, unit
from chalicelib.actions.buku import Buku
from chalicelib.actions.pelaku import sistem
from chalicelib.galat import Bentrok, Galat, TakSah, TidakAda
from chalicelib.records import kantor as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import usulan as rak_usulan
from chalicelib.store import Conflict

from schemas.opd import IsianGabung, IsianUbahUnit, IsianUnit
from schemas.peran import Pelaku, Peran

ADMIN = sistem()
BUKAN = Pelaku(id="vera", nama="x", peran=frozenset({Peran.VERIFIKATOR}))


def versi(kantor: Kantor, id_: str) -> int:
    return rak.unit(kantor.store, id_).versi


def selesaikan(kantor: Kantor) -> None:
    for _ in range(100):
        if not pindah.kerjakan_pindahan(kantor):
            return
    pytest.fail("the worker never comes to an end")


def letak(kantor: Kantor, id_: str) -> tuple[str | None, str | None]:
    p = rak_pegawai.ambil(kantor.store, id_)
    return p.unit, p.opd


def test_a_new_unit_lies_below_its_own(kantor):
    baru = unit.buat(kantor, ADMIN, IsianUnit(nama="SDN 2 Paron", induk="dinas"))
    assert rak.unit(kantor.store, baru.id).jalur == ("dinas", baru.id)


@pytest.mark.parametrize(
    "kerja, galat",
    [
        (lambda k: unit.buat(k, BUKAN, IsianUnit(nama="Unit baru")), TidakAda),
        (lambda k: unit.buat(k, ADMIN, IsianUnit(nama="UNIT SD-1", induk="dinas")), TakSah),
        (lambda k: unit.buat(k, ADMIN, IsianUnit(nama="Unit baru", induk="tiada")), TidakAda),
        (lambda k: unit.ubah(k, ADMIN, "sd-1", IsianUbahUnit(versi=99, nama="Lain")), Bentrok),
        (lambda k: unit.ubah(k, ADMIN, "dinas", IsianUbahUnit(versi=1, induk="sd-1")), TakSah),
        (lambda k: unit.ubah(k, ADMIN, "rsud", IsianUbahUnit(versi=1, nama="Unit dinas")), TakSah),
        (lambda k: unit.ubah(k, ADMIN, "tiada", IsianUbahUnit(versi=1, nama="Lain")), TidakAda),
        (lambda k: unit.gabung(k, ADMIN, "dinas", IsianGabung(versi=1, ke="sd-1")), TakSah),
        (lambda k: unit.gabung(k, ADMIN, "dinas", IsianGabung(versi=1, ke="dinas")), TakSah),
        (lambda k: unit.gabung(k, ADMIN, "dinas", IsianGabung(versi=9, ke="rsud")), Bentrok),
        (lambda k: unit.gabung(k, BUKAN, "dinas", IsianGabung(versi=1, ke="rsud")), TidakAda),
    ],
)
def test_what_is_refused_changes_nothing(kantor, kerja, galat):
    sebelum = rak.semua_unit(kantor.store)
    with pytest.raises(galat):
        kerja(kantor)
    assert rak.semua_unit(kantor.store) == sebelum
    assert pindah.kerjakan_pindahan(kantor) == 0


def test_nothing_is_put_below_what_has_ended(kantor):
    unit.gabung(kantor, ADMIN, "rsud", IsianGabung(versi=1, ke="bkpsdm"))
    for kerja in (
        lambda: unit.buat(kantor, ADMIN, IsianUnit(nama="Unit baru", induk="rsud")),
        lambda: unit.ubah(kantor, ADMIN, "sd-1", IsianUbahUnit(versi=1, induk="rsud")),
        lambda: unit.gabung(kantor, ADMIN, "dinas", IsianGabung(versi=1, ke="rsud")),
        lambda: unit.gabung(kantor, ADMIN, "rsud", IsianGabung(versi=2, ke="dinas")),
    ):
        with pytest.raises(TakSah):
            kerja()


def test_a_moved_unit_takes_everybody_below_along(kantor):
    """More people than one round moves, and a unit below the unit below."""
    for n in range(130):
        kantor.store.write(*rak_pegawai.simpan(orang(f"guru{n}", n + 50, f"GURU {n}", "sd-1")))
    kelas = unit.buat(kantor, ADMIN, IsianUnit(nama="Kelas jauh", induk="sd-1"))
    kantor.store.write(*rak_pegawai.simpan(orang("jauh", 300, "JAUH", "sd-1").model_copy(update={"unit": kelas.id})))
    unit.ubah(kantor, ADMIN, "sd-1", IsianUbahUnit(versi=versi(kantor, "sd-1"), induk="rsud"))
    selesaikan(kantor)
    tertinggal = [f"guru{n}" for n in range(130) if letak(kantor, f"guru{n}") != ("sd-1", "rsud")]
    assert tertinggal == []
    assert letak(kantor, "karno") == ("sd-1", "rsud")
    assert letak(kantor, "jauh") == (kelas.id, "rsud")
    assert Buku(kantor.store).jalur(kelas.id, None) == ("rsud", "sd-1", kelas.id)


def test_a_merged_unit_hands_over_its_people_and_what_is_below(kantor):
    unit.gabung(kantor, ADMIN, "dinas", IsianGabung(versi=1, ke="rsud"))
    selesaikan(kantor)
    assert letak(kantor, "tini") == ("rsud", "rsud")
    assert letak(kantor, "karno") == ("sd-1", "rsud")
    assert rak.unit(kantor.store, "sd-1").jalur == ("rsud", "sd-1")
    assert rak.unit(kantor.store, "dinas").digabung_ke == "rsud", "nothing is ever deleted"


def test_the_open_case_goes_along_and_changes_hands(kantor):
    dunia = buka(kantor)
    assert dunia.peramban["marni"].kirim("GET", f"/usulan/{dunia.usulan}").status == 404
    pindah.pindahkan(kantor, ADMIN, rak_pegawai.ambil(kantor.store, "karno"), "rsud")
    u = rak_usulan.ambil(kantor.store, dunia.usulan)
    assert (u.opd, u.unit) == ("rsud", "rsud")
    assert rak_usulan.patah(kantor.store, u) is None
    assert dunia.peramban["marni"].kirim("GET", f"/usulan/{dunia.usulan}").status == 200
    assert dunia.peramban["tini"].kirim("GET", f"/usulan/{dunia.usulan}").status == 404
    aksi = [p["aksi"] for p in dunia.peramban["marni"].kirim("GET", f"/usulan/{dunia.usulan}/peristiwa").isi["isi"]]
    assert aksi[0] == "pindah_opd"


def test_a_move_and_an_act_at_once_lose_neither(kantor):
    dunia = buka(kantor)
    lama = rak_pegawai.ambil(kantor.store, "karno")

    def pindahkan() -> str:
        try:
            pindah.pindahkan(kantor, ADMIN, lama, "rsud")
        except Galat as galat:
            return galat.kode
        return "pindah"

    def batalkan() -> str:
        isi = {"versi": 1, "alasan": "lain"}
        return str(dunia.peramban["tini"].kirim("POST", f"/usulan/{dunia.usulan}/pembatalan", isi).status)

    with ThreadPoolExecutor(2) as utas:
        hasil = {utas.submit(pindahkan), utas.submit(batalkan)}
        kata = {h.result() for h in hasil}
    u = rak_usulan.ambil(kantor.store, dunia.usulan)
    assert rak_usulan.patah(kantor.store, u) is None
    assert ("pindah" in kata) == (letak(kantor, "karno")[0] == "rsud")
    if "pindah" in kata and u.status == "draf":
        assert u.opd == "rsud"


def test_a_person_cannot_be_moved_into_nothing(kantor):
    with pytest.raises(TidakAda):
        pindah.pindahkan(kantor, ADMIN, rak_pegawai.ambil(kantor.store, "karno"), "tiada")
    assert letak(kantor, "karno") == ("sd-1", "dinas")


@pytest.mark.parametrize(
    "kerja",
    [
        lambda k: unit.ubah(k, ADMIN, "rsud", IsianUbahUnit(versi=1, induk="sd-1")),
        lambda k: unit.gabung(k, ADMIN, "rsud", IsianGabung(versi=1, ke="sd-1")),
    ],
)
def test_two_moves_at_once_make_no_ring(kantor, kerja):
    """rsud goes below the school of the dinas, while the dinas itself goes below rsud."""
    sela = Sela(kantor.store, lambda: unit.ubah(kantor, ADMIN, "dinas", IsianUbahUnit(versi=1, induk="rsud")))
    with pytest.raises(Conflict):
        kerja(replace(kantor, store=sela))
    selesaikan(kantor)
    assert rak.unit(kantor.store, "sd-1").jalur == ("rsud", "dinas", "sd-1")
    assert sorted(rak.sebawah(kantor.store, "rsud")) == ["dinas", "rsud", "sd-1"]


def test_nothing_is_put_below_what_ends_at_that_moment(kantor):
    sela = Sela(kantor.store, lambda: unit.gabung(kantor, ADMIN, "rsud", IsianGabung(versi=1, ke="bkpsdm")))
    with pytest.raises(Conflict):
        unit.buat(replace(kantor, store=sela), ADMIN, IsianUnit(nama="Unit baru", induk="rsud"))


def test_a_branch_whose_paths_are_still_old_is_known_by_what_stands_above_it(kantor):
    unit.ubah(kantor, ADMIN, "dinas", IsianUbahUnit(versi=1, induk="rsud"))
    assert rak.unit(kantor.store, "sd-1").jalur == ("dinas", "sd-1"), "the worker has not come yet"
    with pytest.raises(TakSah):
        unit.ubah(kantor, ADMIN, "rsud", IsianUbahUnit(versi=1, induk="sd-1"))
    assert unit.buat(kantor, ADMIN, IsianUnit(nama="Kelas jauh", induk="sd-1")).jalur[:3] == ["rsud", "dinas", "sd-1"]
