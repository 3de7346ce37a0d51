"""An import of numbers comes out the same on every engine, half done and repeated too."""

from __future__ import annotations

import pytest
from alat_kantor import Jam, buat_kantor
from chalicelib.actions import impor_nomor, terap_nomor
from chalicelib.galat import Bentrok
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import kanal as rak_kanal
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.store.dynamodb import DynamoStore
from chalicelib.store.sql import buka_postgresql, buka_sqlite

RAHASIA = b"rahasia uji yang cukup panjang"
LAMA = "+6281234567890"
"""Everybody's number in the small office."""
FATE = {"karno": "0813-1111-2222", "tini": "0813 1111 3333", "marni": "081234567890", "vera": "0856 4444 3333", "vino": "", "kabul": "6.28E+11"}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql", "dynamodb"])
def kantor(request, tmp_path):
    jam = Jam()
    store = _buka(request, tmp_path, lambda: jam().timestamp())
    yield buat_kantor(store=store, jam=jam)
    getattr(store, "tutup", lambda: None)()


def _buka(request, tmp_path, jam):
    if request.param == "sqlite":
        return buka_sqlite(str(tmp_path / "sikap.db"), RAHASIA, jam=jam)
    if request.param == "postgresql":
        return buka_postgresql(request.getfixturevalue("postgresql").baru(), RAHASIA, jam=jam)
    server = request.getfixturevalue("ministack")
    store = DynamoStore(server.tabel(), RAHASIA, server.alamat, jam=jam)
    store.buat_tabel()
    return store


def berkas(kantor) -> bytes:
    baris = [f"'{rak.ambil(kantor.store, id_).nip};{id_};{nomor}" for id_, nomor in FATE.items()]
    return "\n".join(["NIP;Nama;No HP", *baris]).encode()


def terapkan(kantor, *, uji=False):
    return impor_nomor.perintah(kantor, berkas(kantor), "ekinerja.csv", {}, lambda _: None, uji=uji).hitung


def keadaan(kantor):
    """Numbers, versions and what is owed: all that an import may change."""
    orang = {id_: rak.ambil(kantor.store, id_) for id_ in FATE}
    utang = {id_: [k.tujuan for k in rak_kabar.kotak(kantor.store, id_).isi] for id_ in FATE}
    return {id_: (p.telepon, p.versi) for id_, p in orang.items()}, utang


def test_numbers_come_in_the_same_on_every_engine(kantor):
    store = kantor.store
    store.write(rak_pilihan.ubah(store, "vera", nomor_benar=LAMA))
    mati = rak_kanal.nomor_mati(rak.ambil(store, "tini"), LAMA, kantor.jam(), "tidak terdaftar")
    store.write(mati)
    sebelum = keadaan(kantor)

    hitung = terapkan(kantor, uji=True)
    angka = {n: hitung[n] for n in ("berubah", "sama", "tetap", "kosong", "ditolak")}
    assert angka == {"berubah": 2, "sama": 1, "tetap": 1, "kosong": 1, "ditolak": 1}
    assert keadaan(kantor) == sebelum

    terapkan(kantor)
    nomor, utang = keadaan(kantor)
    assert {id_: n for id_, (n, _) in nomor.items()} == dict.fromkeys(FATE, LAMA) | {"karno": "+6281311112222", "tini": "+6281311113333"}  # fmt: skip
    assert utang == dict.fromkeys(FATE, []) | {"karno": [LAMA]}  # a dead number is told nothing
    assert rak_kanal.daftar_mati(store, "dinas") == ([], None)
    catatan = rak_kantor.RAK_CATATAN.semua(store, f"CATATAN#{kantor.jam():%Y-%m}")
    assert sum(c.aksi == "ganti nomor dari impor" for c in catatan) == 2

    with pytest.raises(Bentrok):
        terapkan(kantor)
    assert keadaan(kantor) == (nomor, utang)


def test_an_import_that_stopped_half_way_is_gone_on_with(kantor, monkeypatch):
    asli, kali = terap_nomor._tulis, []

    def tulis(*apa):
        kali.append(apa)
        if len(kali) == 2:
            raise KeyboardInterrupt
        return asli(*apa)

    monkeypatch.setattr(terap_nomor, "SEKALI_TULIS", 1)
    monkeypatch.setattr(terap_nomor, "_tulis", tulis)
    with pytest.raises(KeyboardInterrupt):
        terapkan(kantor)
    monkeypatch.setattr(terap_nomor, "_tulis", asli)
    setengah, _ = keadaan(kantor)
    terapkan(kantor)
    nomor, utang = keadaan(kantor)
    assert (setengah["karno"], setengah["tini"][0]) == (nomor["karno"], LAMA) and nomor["tini"][0] == "+6281311113333"
    assert utang["karno"] == utang["tini"] == [LAMA]


def test_who_is_changed_while_his_group_is_written_is_read_anew(kantor, monkeypatch):
    """People are read ahead in groups: what somebody else writes meanwhile is kept, and the number comes in all the same."""
    store, asli, sudah = kantor.store, kantor.store.write, []

    def menyela(*operasi):
        if not sudah and any(o.pk == "PEGAWAI#karno" for o in operasi):
            sudah.append(asli(rak.RAK.taruh(rak.ambil(store, "karno").model_copy(update={"jabatan": "Guru Ahli"}))))
        return asli(*operasi)

    monkeypatch.setattr(store, "write", menyela)
    terapkan(kantor)
    karno, tini = (rak.ambil(store, id_) for id_ in ("karno", "tini"))
    assert sudah and (karno.jabatan, karno.telepon, tini.telepon) == ("Guru Ahli", "+6281311112222", "+6281311113333")


def test_people_are_looked_up_in_groups_and_not_one_by_one(kantor, monkeypatch):
    satu, ambil = [], kantor.store.get
    monkeypatch.setattr(kantor.store, "get", lambda pk, sk: satu.append(pk) or ambil(pk, sk))
    isi = berkas(kantor)
    satu.clear()
    impor_nomor.perintah(kantor, isi, "ekinerja.csv", {}, lambda _: None, uji=False)
    assert [pk for pk in satu if pk.split("#")[0] in ("NIP", "PEGAWAI", "PILIHAN", "AKUN", "NOMOR-MATI")] == []
