"""The administrator's list of accounts is whole, and his own second factor is not his to take off."""

from __future__ import annotations

import pytest
from alat_kantor import orang
from chalicelib.actions import kantor_akun
from chalicelib.actions.pelaku import sistem
from chalicelib.galat import TidakBoleh
from chalicelib.records import akun as rak
from chalicelib.records import pegawai as rak_pegawai

from schemas.akun import Akun
from schemas.peran import Pelaku, Peran

ADMI = Pelaku(id="admi", nama="x", peran=frozenset({Peran.ADMIN}))


def test_every_pengelola_of_a_county_of_many_schools_is_on_the_list(kantor):
    peran = frozenset({Peran.PNS, Peran.PENGELOLA_OPD})
    for n in range(210):
        id_ = f"p{n:03}"
        akun = Akun(id=id_, peran=peran, lingkup="sd-1", dibuat_pada=kantor.jam())
        kantor.store.write(*rak_pegawai.simpan(orang(id_, n + 20, f"P {n:03}", "sd-1")), *rak.simpan(akun))
    ada = [a.id for a in kantor_akun.berperan(kantor, ADMI)]
    assert len(ada) == len(set(ada)) == 210 + 9  # those of the small office are more than PNS too
    assert len(rak.pemegang(kantor.store, Peran.PENGELOLA_OPD, "sd-1")) == 210
    assert rak.pemegang(kantor.store, Peran.PENGELOLA_OPD, "dinas") == ["tini"]


def test_nobody_takes_off_his_own_second_factor_at_the_administrators_desk(kantor):
    with pytest.raises(TidakBoleh):
        kantor_akun.lepas_totp(kantor, ADMI, "admi")
    assert rak.ambil(kantor.store, "admi").totp
    kantor_akun.lepas_totp(kantor, ADMI, "vera")
    kantor_akun.lepas_totp(kantor, sistem(), "admi")
    assert not rak.ambil(kantor.store, "admi").totp and not rak.ambil(kantor.store, "vera").totp
