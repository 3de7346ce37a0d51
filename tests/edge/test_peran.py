"""The role matrix: every counter, everybody of the small office. What one may not see does not exist, in the same words.

The case is SOEKARJONO's ("karno", a teacher of dinas/sd-1), made by SUTINI ("tini", pengelola of dinas). SUMARNI
("marni") is the pengelola of another OPD, PAIMIN another person there. MATRIKS says for whom each door opens; everybody
else gets 404 with the words of a thing that never was, and nobody at all gets 401.
"""

from __future__ import annotations

import pytest
from alat_kantor import ORANG, Peramban
from alat_rute import ISIAN, MATRIKS, NAMA, SEMUA, UMUM, alamat, buka

TIADA = {"kode": "tidak-ada", "detail": "Yang Anda cari tidak ditemukan."}


@pytest.fixture(scope="module")
def dunia(kantor_modul):
    """The office with one case and one document in it, and a signed-in browser for each person."""
    return buka(kantor_modul)


def test_every_counter_has_a_row_and_every_row_a_counter():
    assert set(NAMA) == set(MATRIKS)


@pytest.mark.parametrize("nama", sorted(MATRIKS))
def test_a_door_opens_for_those_it_is_meant_for_and_does_not_exist_for_others(nama, dunia):
    boleh = set((SEMUA if MATRIKS[nama] == UMUM else MATRIKS[nama]).split())
    boleh_uji = [i for i in ORANG if i not in boleh] if nama in MERUSAK else list(ORANG)
    cara = NAMA[nama].cara
    for id_ in boleh_uji:
        jawab = dunia.peramban[id_].kirim(cara, alamat(nama, dunia), ISIAN.get(nama, {}) if cara != "GET" else None)

        terbuka = jawab.status not in (401, 404, 500, 502)
        assert terbuka == (id_ in boleh), f"{nama} untuk {id_}: {jawab.status} {jawab.isi}"
        if not terbuka:
            assert {k: jawab.isi[k] for k in TIADA} == TIADA


TERTUTUP = {"GET /publik/demo", "GET /webhook/whatsapp", "POST /webhook/whatsapp"}
"""Not for people, or not in this office: there is nothing to sign in for."""
MERUSAK = {"DELETE /sesi", "POST /saya/totp"}
"""Would end the very sessions the matrix walks with; their open side is shown in test_sesi."""


@pytest.mark.parametrize("nama", sorted(MATRIKS))
def test_nobody_comes_in_without_signing_in(nama, dunia):
    jawab = Peramban(dunia.wsgi).kirim(
        NAMA[nama].cara, alamat(nama, dunia), ISIAN.get(nama, {}) if NAMA[nama].cara != "GET" else None
    )

    if nama in TERTUTUP:
        assert jawab.status == 404
    else:
        assert (jawab.status == 401) == (MATRIKS[nama] != UMUM), f"{nama}: {jawab.status} {jawab.isi}"
