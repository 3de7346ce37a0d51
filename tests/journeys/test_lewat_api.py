"""The same way without a browser, on every engine of the records: each act through the counters, by the one whose act it is."""

from __future__ import annotations

from dataclasses import replace

import chalicelib.wiring as wiring
import pytest
from alat_berkas import Lemari
from alat_kantor import HARI, RAHASIA, buat_kantor
from alat_orang import Orang
from chalicelib.actions import audit, cari
from chalicelib.store import Put
from chalicelib.store.dynamodb import DynamoStore
from chalicelib.store.sql import buka_postgresql, buka_sqlite

HARI_INI = "2026-11-25"


@pytest.fixture(params=["sqlite", "postgresql", "dynamodb"])
def kantor(request, tmp_path):
    asli = wiring.kantor
    milik = buat_kantor(store=_store(request, tmp_path), documents=Lemari())
    cari.perbarui(milik)
    wiring.kantor = lambda: milik  # type: ignore[assignment]
    yield milik
    wiring.kantor = asli


def _store(request, tmp_path):
    rahasia = RAHASIA.encode()
    if request.param == "sqlite":
        return buka_sqlite(str(tmp_path / "sikap.db"), rahasia, jam=HARI.timestamp)
    if request.param == "postgresql":
        return buka_postgresql(request.getfixturevalue("postgresql").baru(), rahasia, jam=HARI.timestamp)
    server = request.getfixturevalue("ministack")
    tabel = server.tabel()
    store = DynamoStore(tabel, rahasia, server.alamat, jam=HARI.timestamp)
    store.buat_tabel()
    server.tanpa_sapu(tabel)
    return store


def test_the_way_of_a_case_is_the_same_on_every_engine(kantor):
    tini, vera, kabul, opi, karno = (Orang(kantor, s) for s in ("tini", "vera", "kabul", "opi", "karno"))
    ketemu = tini.minta("POST", "/pencarian", {"cari": "sukaryno"})["isi"][0]
    usulan = tini.minta("POST", "/usulan", {"pegawai": ketemu["id"], "jenis": "REGULER", "periode": "2027-02-01"}, 201)[
        "id"
    ]
    surat = {"nomor_surat": "800/12", "tanggal_surat": HARI_INI}
    tini.lakukan(usulan, "pengusulan", 403, **surat)  # not before its papers are there

    wajib = [b["slot"] for b in tini.lihat(usulan)["butir"] if b["wajib"]]
    for slot in wajib:
        tini.isi(usulan, slot)
    tini.lakukan(usulan, "pengusulan", **surat)

    assert vera.minta("POST", "/antrean/berikutnya")["id"] == usulan
    vera.putuskan(usulan, wajib[0], "kembalikan", alasan="tidak-terbaca", catatan="Halaman kedua buram")
    for slot in wajib[1:]:
        vera.putuskan(usulan, slot, "terima")
    tertolak = [{"slot": wajib[0], "alasan": "tidak-terbaca", "catatan": "Halaman kedua buram"}]
    vera.lakukan(usulan, "pengembalian", butir=tertolak, tenggat="2026-12-10")

    tini.lakukan(usulan, "perbaikan", 403)  # nothing was mended yet
    tini.isi(usulan, wajib[0], "yang jelas")
    tini.lakukan(usulan, "perbaikan")
    vera.putuskan(usulan, wajib[0], "terima")
    vera.lakukan(usulan, "pernyataan-ms", alasan_beda="Riwayat dicocokkan dengan arsip kertas")
    kabul.lakukan(usulan, "persetujuan")
    opi.lakukan(usulan, "pengiriman", **surat, siasn_id="SIASN-1")
    opi.lakukan(usulan, "pertek", nomor="PG-1", tanggal=HARI_INI, berkas=opi.unggah(ketemu["id"], "pertek"))
    sk = {"nomor": "821/1", "tanggal": HARI_INI, "tmt": "2027-02-01", "mk_tahun": 24, "mk_bulan": 11, "gaji_pokok": 1}
    sk["berkas"] = opi.unggah(ketemu["id"], "sk-kp-baru")
    opi.lakukan(usulan, "sk", 403, **sk)  # the pay is not what was computed
    opi.lakukan(usulan, "sk", **sk, catatan="Gaji menurut SK yang sudah ditandatangani")

    terlihat = karno.lihat(usulan)
    assert terlihat["status"] == "sk_terbit" and terlihat["sk_berkas"]["keadaan"] == "diterima"
    assert "lemari.invalid" in karno.minta("GET", f"/berkas/{terlihat['sk_berkas']['id']}/isi?unduh=true")["url"]
    karno.lakukan(usulan, "penyerahan")
    assert karno.lihat(usulan)["status"] == "selesai"

    oleh = [p["oleh"] for p in karno.lihat(usulan)["riwayat"]]
    assert {"SUTINI", "VERAWATI", "KABUL", "OPI", "SOEKARJONO"} <= set(oleh)
    kabar = {k["kode"] for k in karno.minta("GET", "/saya/kabar")["isi"]}
    assert {"N5", "N13"} <= kabar
    hasil = audit.periksa(kantor)
    assert (hasil.usulan, hasil.patah) == (1, []) and hasil.peristiwa >= 10


def test_an_act_beside_the_check_breaks_no_chain(kantor):
    """It comes between the reading of the case and the reading of its history."""
    tini = Orang(kantor, "tini")
    kasus = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)
    sela = [lambda: tini.lakukan(kasus["id"], "pembatalan", alasan="lain", catatan="Salah memilih orang")]

    class Sela:
        def __getattr__(self, nama):
            return getattr(kantor.store, nama)

        def query(self, pk, **lain):
            if pk == f"USULAN#{kasus['id']}" and sela:
                sela.pop()()
            return kantor.store.query(pk, **lain)

    hasil = audit.periksa(replace(kantor, store=Sela()))
    assert (hasil.patah, hasil.peristiwa, sela) == ([], 2, [])
    assert hasil == audit.periksa(kantor)


def test_a_broken_link_of_the_chain_is_named(kantor):
    tini = Orang(kantor, "tini")
    kasus = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)
    tini.lakukan(kasus["id"], "pembatalan", alasan="lain", catatan="Salah memilih orang")
    assert audit.periksa(kantor).patah == []

    pertama = kantor.store.query(f"USULAN#{kasus['id']}", prefix="P#")[0][0]
    kantor.store.write(Put(pertama.pk, pertama.sk, dict(pertama.body) | {"oleh": "vera"}))

    (patah,) = audit.periksa(kantor).patah
    assert patah == f"{kasus['nomor']}: isi peristiwa 1 berubah sesudah dicatat"
