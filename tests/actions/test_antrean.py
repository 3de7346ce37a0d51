"""The line at BKPSDM: who stands first in it for one verifikator, however many of those before are his own."""

from __future__ import annotations

import pytest
from alat_paket import kasus
from chalicelib.actions import proses, usulan
from chalicelib.galat import TidakAda, TidakBoleh
from chalicelib.records import usulan as rak

from schemas.peran import Pelaku, Peran
from schemas.usulan import IsianTerima, Status

VERA = Pelaku(id="vera", nama="x", peran=frozenset({Peran.VERIFIKATOR}))


def antre(kantor, pengusul: str) -> str:
    kantor.jam.maju(seconds=1)
    u = rak.ambil(kantor.store, kasus(kantor, "karno", "dinas", Status.DIUSULKAN_OPD, {}))
    kantor.store.write(rak.RAK.taruh(u.model_copy(update={"pengusul": pengusul})))
    return u.id


def ambil(kantor, id_: str) -> Status:
    return proses.lakukan(kantor, VERA, id_, "terima", IsianTerima(versi=rak.ambil(kantor.store, id_).versi)).status


@pytest.mark.parametrize("sendiri", [0, 4, 5, 11])
def test_who_comes_first_is_the_same_for_the_button_and_for_the_guard(kantor, sendiri):
    for _ in range(sendiri):
        antre(kantor, "vera")
    dahulu, kemudian = antre(kantor, "tini"), antre(kantor, "tini")
    assert proses.antrean_pertama(kantor, VERA).id == dahulu
    with pytest.raises(TidakBoleh) as tolak:
        ambil(kantor, kemudian)
    assert tolak.value.kode == "bukan-urutan"
    assert ambil(kantor, dahulu) is Status.VERIFIKASI and ambil(kantor, kemudian) is Status.VERIFIKASI


def test_a_line_of_ones_own_cases_only_is_empty(kantor):
    for _ in range(7):
        antre(kantor, "vera")
    with pytest.raises(TidakAda):
        usulan.ambil_berikutnya(kantor, VERA)
