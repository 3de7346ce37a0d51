"""The role matrix: every counter, everybody of the small office. What one may not see does not exist, in the same words.

The case is SOEKARJONO's ("karno", a teacher of dinas/sd-1), made by SUTINI ("tini", pengelola of dinas). SUMARNI
("marni") is the pengelola of another OPD, PAIMIN another person there. MATRIKS says for whom each door opens; everybody
else gets 404 with the words of a thing that never was, and nobody at all gets 401.
"""

from __future__ import annotations

import pytest
from alat_kantor import ORANG, Peramban
from app import app
from chalicelib.actions import cari
from chalicelib.edge.rute import RUTE
from chalicelib.edge.wsgi import WsgiApp

SEMUA = " ".join(ORANG)
BKPSDM = "vera vino kabul opi"
KASUS = f"karno tini {BKPSDM} audi"
ARSIP = f"karno tini {BKPSDM} audi"
ORANGNYA = f"{KASUS} admi"
UMUM = "umum"

MATRIKS: dict[str, str] = {
    "POST /sesi": UMUM,
    "POST /sesi/kode": SEMUA,
    "DELETE /sesi": SEMUA,
    "POST /akun/kode": UMUM,
    "POST /akun/aktivasi": UMUM,
    "POST /akun/pemulihan": UMUM,
    "GET /saya": SEMUA,
    "GET /saya/sesi": SEMUA,
    "DELETE /saya/sesi": SEMUA,
    "DELETE /saya/sesi/{id}": "",
    "POST /saya/sandi": SEMUA,
    "POST /saya/telepon": SEMUA,
    "POST /saya/telepon/kode": SEMUA,
    "POST /saya/totp": SEMUA,
    "POST /saya/totp/kode": SEMUA,
    "POST /saya/totp/pemulihan": SEMUA,
    "DELETE /saya/totp": SEMUA,
    "GET /saya/kabar": SEMUA,
    "POST /saya/kabar/{id}/dibaca": "",
    "GET /usulan": SEMUA,
    "GET /usulan-hitungan": f"tini marni {BKPSDM} audi",
    "POST /usulan": ORANGNYA,
    "GET /usulan/{id}": KASUS,
    "PATCH /usulan/{id}": KASUS,
    "GET /usulan/{id}/peristiwa": KASUS,
    "PUT /usulan/{id}/berkas/{slot}": KASUS,
    "PUT /usulan/{id}/berkas/{slot}/jawaban": KASUS,
    "POST /usulan/{id}/pemeriksaan": "vera vino",
    "POST /usulan/{id}/usulan-baru": KASUS,
    "POST /usulan/{id}/tanda-terima": KASUS,
    "POST /usulan/{id}/surat-pengantar": KASUS,
    "POST /antrean/berikutnya": "",
    "POST /kolektif/{nomina}": f"tini marni {BKPSDM}",
    "GET /alasan": UMUM,
    "POST /pencarian": f"tini marni {BKPSDM} audi admi",
    "GET /pegawai/{id}": ORANGNYA,
    "PATCH /pegawai/{id}": "admi",
    "GET /pegawai/{id}/kelayakan": ORANGNYA,
    "GET /pegawai/{id}/berkas": ARSIP,
    "GET /pegawai/{id}/berkas/{slot}": ARSIP,
    "POST /berkas": f"karno tini {BKPSDM}",
    "POST /berkas/{id}/penerimaan": ARSIP,
    "GET /berkas/{id}": ARSIP,
    "GET /berkas/{id}/isi": ARSIP,
    "GET /berkas/{id}/pratinjau": ARSIP,
    "GET /periode": SEMUA,
    "PUT /periode/{tmt}": "admi",
    "GET /unit": f"tini marni {BKPSDM} audi admi",
    "POST /unit": "admi",
    "PATCH /unit/{id}": "admi",
    "POST /unit/{id}/penggabungan": "admi",
    "GET /akun": "admi",
    "GET /akun/{id}": "admi",
    "PATCH /akun/{id}": "admi",
    "DELETE /akun/{id}/totp": "admi",
    "POST /akun/{id}/slip": "vera vino admi",
    "GET /verifikator": "kabul admi",
    "GET /impor": "admi",
    "POST /impor": "admi",
    "POST /impor/{id}/uji": "",
    "GET /impor/{id}": "",
    "GET /impor/{id}/{macam}": "",
    "POST /impor/{id}/penerapan": "",
    "GET /kabar": "audi admi",
    "POST /kabar/{id}/kirim-ulang": "",
    "GET /audit": "audi admi",
    "GET /publik/sop": UMUM,
    "GET /publik/periode": UMUM,
    "GET /publik/demo": "",
    "GET /publik/audit": UMUM,
    "GET /sehat": UMUM,
    "GET /openapi.json": UMUM,
}
"""For whom the door opens; "" where the thing asked for does not exist for anybody in this office."""
AKSI = {
    "pengajuan", "penarikan", "pengembalian", "pengusulan", "penerimaan", "pelepasan", "pengalihan", "perbaikan", "pernyataan-ms",
    "usul-tms", "pengesahan-tms", "persetujuan", "pengiriman", "bts-bkn", "tms-bkn", "pertek", "perbaikan-pertek", "sk",
    "penyerahan", "pembatalan", "pengalihan-periode",
}  # fmt: skip
_ISIAN_AKSI = {
    "pengusulan": {"nomor_surat": "800/1", "tanggal_surat": "2026-11-25"}, "pengalihan": {"kepada": "vino"},
    "usul-tms": {"alasan": "lain", "dasar": "PP 99/2000"}, "tms-bkn": {"alasan": "lain", "dasar": "PP 99/2000"},
    "pengiriman": {"nomor_surat": "823/1", "tanggal_surat": "2026-11-25", "siasn_id": "x"},
    "bts-bkn": {"alasan": "lain", "tenggat": "2026-12-25"}, "pertek": {"nomor": "PG-1", "tanggal": "2026-11-25", "berkas": "x"},
    "sk": {"nomor": "823/2", "tanggal": "2026-11-25", "berkas": "x", "tmt": "2027-03-01", "mk_tahun": 1, "mk_bulan": 1, "gaji_pokok": 1},
    "pembatalan": {"alasan": "lain"}, "pengalihan-periode": {"periode": "2027-04-01"},
}  # fmt: skip
MATRIKS |= {f"POST /usulan/{{id}}/{nomina}": KASUS for nomina in AKSI}
NAMA = {f"{r.cara} {r.jalur}": r for r in RUTE}
CONTOH = {"slot": "sk-kp", "nomina": "persetujuan", "tmt": "2027-03-01", "macam": "ubah"}
KUERI = {"GET /audit": "?bulan=2026-11"}
VERSI = {"versi": 0}
ISIAN = {
    "PATCH /usulan/{id}": VERSI,
    "PUT /usulan/{id}/berkas/{slot}": VERSI | {"berkas": "tiada"},
    "PUT /usulan/{id}/berkas/{slot}/jawaban": VERSI | {"jawaban": "sudah benar"},
    "POST /usulan/{id}/pemeriksaan": VERSI | {"slot": "sk-kp", "putusan": "terima"},
    "POST /usulan/{id}/usulan-baru": VERSI | {"periode": "2027-03-01"},
    "POST /impor/{id}/penerapan": VERSI,
    "POST /usulan": {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-03-01"},
    "POST /berkas": {"pegawai": "karno", "slot": "sk-kp", "nama": "a.pdf", "ukuran": 9, "sha256": "b" * 64},
    "POST /pencarian": {"cari": "karno"},
}
ISIAN |= {f"POST /usulan/{{id}}/{n}": VERSI | _ISIAN_AKSI.get(n, {}) for n in AKSI}
TIADA = {"kode": "tidak-ada", "detail": "Yang Anda cari tidak ditemukan."}


@pytest.fixture(scope="module")
def dunia(kantor_modul):
    """The office with one case and one document in it, and a signed-in browser for each person."""
    kantor = kantor_modul
    cari.perbarui(kantor)
    wsgi = WsgiApp(app)
    peramban = {}
    for id_ in ORANG:
        kantor.jam.maju(seconds=31)
        peramban[id_] = Peramban(wsgi).masuk(id_, kantor)
    usulan = peramban["tini"].kirim(
        "POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-03-01"}
    )
    assert usulan.status == 201, usulan.isi
    berkas = peramban["karno"].kirim("POST", "/berkas", ISIAN["POST /berkas"])
    return {"peramban": peramban, "wsgi": wsgi, "usulan": usulan.isi["id"], "berkas": berkas.isi["id"]}


def test_every_counter_has_a_row_and_every_row_a_counter():
    assert set(NAMA) == set(MATRIKS)


def _alamat(nama: str, dunia: dict) -> str:
    jalur = NAMA[nama].jalur
    id_ = dunia["usulan"] if "/usulan/" in jalur else dunia["berkas"] if jalur.startswith("/berkas") else "karno"
    return jalur.format(**CONTOH, id="sd-1" if jalur.startswith("/unit") else id_) + KUERI.get(nama, "")


@pytest.mark.parametrize("nama", sorted(MATRIKS))
def test_a_door_opens_for_those_it_is_meant_for_and_does_not_exist_for_others(nama, dunia):
    boleh = set((SEMUA if MATRIKS[nama] == UMUM else MATRIKS[nama]).split())
    boleh_uji = [i for i in ORANG if i not in boleh] if nama in MERUSAK else list(ORANG)
    cara = NAMA[nama].cara
    for id_ in boleh_uji:
        jawab = dunia["peramban"][id_].kirim(cara, _alamat(nama, dunia), ISIAN.get(nama, {}) if cara != "GET" else None)

        terbuka = jawab.status not in (401, 404, 500, 502)
        assert terbuka == (id_ in boleh), f"{nama} untuk {id_}: {jawab.status} {jawab.isi}"
        if not terbuka:
            assert {k: jawab.isi[k] for k in TIADA} == TIADA


MERUSAK = {"DELETE /sesi", "POST /saya/totp"}
"""Would end the very sessions the matrix walks with; their open side is shown in test_sesi."""


@pytest.mark.parametrize("nama", sorted(MATRIKS))
def test_nobody_comes_in_without_signing_in(nama, dunia):
    jawab = Peramban(dunia["wsgi"]).kirim(
        NAMA[nama].cara, _alamat(nama, dunia), ISIAN.get(nama, {}) if NAMA[nama].cara != "GET" else None
    )

    if nama == "GET /publik/demo":
        assert jawab.status == 404
    else:
        assert (jawab.status == 401) == (MATRIKS[nama] != UMUM), f"{nama}: {jawab.status} {jawab.isi}"
