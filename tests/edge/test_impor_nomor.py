"""Telephone numbers from E-Kinerja come in: previewed with the numbers covered, applied once, an owner's own word kept."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from alat_kantor import Peramban, nip
from app import app
from chalicelib.actions import audit, impor_nomor
from chalicelib.actions.pelaku import sistem
from chalicelib.documents import kunci as k
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.galat import Bentrok, TakSah
from chalicelib.records import kanal as rak_kanal
from chalicelib.records import pegawai as rak
from chalicelib.records import pilihan as rak_pilihan

JUDUL = "NIP;Nama;No HP"
BARU = "+6281311112222"


@pytest.fixture
def admi(kantor):
    return Peramban(WsgiApp(app)).masuk("admi", kantor)


def bawa(kantor, admi, isi, **uji):
    byte = isi.encode()
    tiket = {"nama": "ekinerja.csv", "ukuran": len(byte), "sha256": hashlib.sha256(byte).hexdigest()}
    id_ = admi.kirim("POST", "/impor-nomor", tiket).isi["id"]
    kantor.documents.taruh(k.masuk(id_), byte, "application/octet-stream")
    return periksa(kantor, admi, id_, **uji)


def periksa(kantor, admi, id_, **uji):
    assert admi.kirim("POST", f"/impor-nomor/{id_}/uji", uji).status == 202
    while impor_nomor.MEJA.kerjakan(kantor):
        pass
    return admi.kirim("GET", f"/impor-nomor/{id_}").isi


def terapkan(kantor, admi, i):
    jawab = admi.kirim("POST", f"/impor-nomor/{i['id']}/penerapan", {"versi": i["versi"]})
    while impor_nomor.MEJA.kerjakan(kantor):
        pass
    return jawab


def baris(admi, i, macam):
    return admi.kirim("GET", f"/impor-nomor/{i['id']}/{macam}").isi["isi"]


def atur(kantor, id_, telepon):
    orang = rak.ambil(kantor.store, id_)
    kantor.store.write(rak.RAK.taruh(orang.model_copy(update={"telepon": telepon})))


def nomor(kantor, id_):
    return rak.ambil(kantor.store, id_).telepon


def test_two_rows_of_one_person_stop_nothing(kantor, admi):
    """His NIP was corrected since: the file holds the old one and the new one."""
    lama, baru = rak.ambil(kantor.store, "karno"), nip(40)
    kantor.store.write(*rak.simpan(lama.model_copy(update={"nip": baru}), lama))
    tini = rak.ambil(kantor.store, "tini").nip
    isi = f"{JUDUL}\n'{lama.nip};a;081311112222\n'{baru};a;081311113333\n'{tini};b;081311114444\n"
    i = bawa(kantor, admi, isi)
    assert terapkan(kantor, admi, i).status == 202
    assert admi.kirim("GET", f"/impor-nomor/{i['id']}").isi["keadaan"] == "selesai"
    assert (nomor(kantor, "karno"), nomor(kantor, "tini")) == ("+6281311113333", "+6281311114444")


def test_the_preview_counts_each_fate_and_changes_nothing(kantor, admi):
    for id_, ada in {
        "karno": "+6281200000031",
        "tini": "",
        "marni": "+6281300000001",
        "vera": "+6281300000002",
    }.items():
        atur(kantor, id_, ada)
    nips = {id_: rak.ambil(kantor.store, id_).nip for id_ in ("karno", "tini", "marni", "vera", "vino", "kabul")}
    kantor.store.write(rak_pilihan.ubah(kantor.store, "vera", nomor_benar="+6281300000002"))
    isi = (
        f"{JUDUL}\n'{nips['karno']};a;0813-1111-2222\n'{nips['tini']};b;81355556666\n'{nips['marni']};c;+62 813 0000 0001\n"
        f"'{nips['vera']};d;0856 4444 3333\n'{nips['vino']};e;\n'{nips['kabul']};f;6.2812E+11\n'197003111995031990;g;081399990000\n"
    )
    i = bawa(kantor, admi, isi)
    hitung = {
        n: i[n] for n in ("keadaan", "jumlah", "baru", "berubah", "sama", "tetap", "kosong", "tak_terdaftar", "ditolak")
    }
    assert hitung == {"keadaan": "siap", "jumlah": 7, "baru": 1, "berubah": 1, "sama": 1, "tetap": 1, "kosong": 1, "tak_terdaftar": 1, "ditolak": 2}  # fmt: skip
    assert [b["ubah"] for b in baris(admi, i, "ubah")] == [
        [["nomor", "0812…031", "0813…222"]],
        [["nomor", "(kosong)", "0813…666"]],
    ]
    assert [(b["baris"], b["kode"]) for b in baris(admi, i, "ditolak")] == [
        (7, "nomor-rusak"),
        (8, "nip-tak-terdaftar"),
    ]
    assert [b["baris"] for b in baris(admi, i, "tetap")] == [5]
    assert nomor(kantor, "karno") == "+6281200000031"


def test_applying_closes_the_dead_number_says_who_and_from_which_row_and_tells_the_old_number(kantor, admi):
    atur(kantor, "karno", "+6281200000031")
    atur(kantor, "vera", "+6281200000032")
    karno, vera = (rak.ambil(kantor.store, o) for o in ("karno", "vera"))
    kantor.store.write(rak_kanal.nomor_mati(karno, karno.telepon, kantor.jam(), "131026"))
    i = bawa(kantor, admi, f"{JUDUL}\n'{karno.nip};a;0813 1111 2222\n'{vera.nip};b;0813 1111 3333\n")
    assert terapkan(kantor, admi, i).status == 202

    assert (nomor(kantor, "karno"), nomor(kantor, "vera")) == (BARU, "+6281311113333")
    assert rak_kanal.semua_mati(kantor.store)[0] == []
    jejak = {
        c.tentang: c
        for c in audit.jurnal(kantor, sistem(), f"{kantor.jam():%Y-%m}").isi
        if c.aksi == "ganti nomor dari impor"
    }
    satu = next(c for c in jejak.values() if c.isi["baris"] == 2)
    assert (satu.oleh, satu.isi["berkas"]) == (rak.ambil(kantor.store, "admi").nama, "ekinerja.csv")
    pesan, _ = kantor.store.query("KELUAR", index="g2", limit=50)
    lama = [p.body["tujuan"] for p in pesan if p.body["kode"] == "AMAN2"]
    assert lama == ["+6281200000032"], "a dead number is told nothing"


@pytest.mark.parametrize("bidang", ["nomor_benar", "nomor_pilihan"])
def test_an_owners_own_number_stays_until_it_is_dead(kantor, admi, bidang):
    atur(kantor, "karno", "+6281200000031")
    karno = rak.ambil(kantor.store, "karno")
    kantor.store.write(rak_pilihan.ubah(kantor.store, "karno", **{bidang: karno.telepon}))
    isi = f"{JUDUL}\n'{karno.nip};a;0813 1111 2222\n"
    i = bawa(kantor, admi, isi)
    assert (i["tetap"], i["berubah"]) == (1, 0)
    terapkan(kantor, admi, i)
    assert nomor(kantor, "karno") == karno.telepon

    kantor.store.write(rak_kanal.nomor_mati(karno, karno.telepon, kantor.jam() + timedelta(seconds=1), "131026"))
    lagi = bawa(kantor, admi, isi + "\n")
    assert (lagi["tetap"], lagi["berubah"]) == (0, 1)
    terapkan(kantor, admi, lagi)
    assert nomor(kantor, "karno") == BARU


def test_what_the_owner_confirms_between_preview_and_application_wins(kantor, admi):
    atur(kantor, "karno", "+6281200000031")
    karno = rak.ambil(kantor.store, "karno")
    i = bawa(kantor, admi, f"{JUDUL}\n'{karno.nip};a;0813 1111 2222\n")
    assert i["berubah"] == 1
    kantor.store.write(rak_pilihan.ubah(kantor.store, "karno", nomor_benar=karno.telepon))
    terapkan(kantor, admi, i)
    assert nomor(kantor, "karno") == karno.telepon


def test_a_shared_number_is_warned_of_and_one_for_many_is_refused(kantor, admi):
    nips = [rak.ambil(kantor.store, o).nip for o in ("karno", "tini", "marni", "vera", "vino", "kabul")]
    dua = "".join(f"'{n};x;0813 1111 2222\n" for n in nips[:2])
    i = bawa(kantor, admi, f"{JUDUL}\n{dua}")
    assert (i["bersama"], i["ditolak"]) == (2, 0)
    assert "1 orang lain" in baris(admi, i, "peringatan")[0]["pesan"]
    ramai = "".join(f"'{n};x;0813 1111 2222\n" for n in nips[:4])
    banyak = bawa(
        kantor,
        admi,
        f"{JUDUL}\n{ramai}'{nips[4]};y;0813 7777 2222\n'{nips[4]};y;0813 7777 2223\n'{nips[4]};y;0813 7777 2223\n",
    )
    assert (banyak["baru"] + banyak["berubah"], banyak["ditolak"]) == (0, 7)
    assert {b["kode"] for b in baris(admi, banyak, "ditolak")} == {"nomor-banyak-orang", "nip-dua-nomor"}


def test_the_same_file_is_applied_once_and_a_mapping_is_known_the_next_time(kantor, admi):
    nip_ = rak.ambil(kantor.store, "karno").nip
    asing = f"Pegawai;Kontak\n'{nip_};0813 1111 2222\n"
    salah = bawa(kantor, admi, asing)
    assert (salah["keadaan"], salah["judul"]) == ("ditolak", ["Pegawai", "Kontak"])
    i = periksa(kantor, admi, salah["id"], peta={"nip": "Pegawai", "nomor": "Kontak"})
    terapkan(kantor, admi, i)
    dua = bawa(kantor, admi, asing)
    assert (dua["keadaan"], dua["tersimpan"], dua["sama"]) == ("siap", True, 1)
    assert terapkan(kantor, admi, dua).isi["kode"] == "impor-sudah"


def test_the_list_of_dead_numbers_comes_back_filled_in(kantor, admi):
    """As nomor-mati.mjs writes it: the NIP in groups, the old number's end beside the new one."""
    atur(kantor, "karno", "+6281200000031")
    n = rak.ambil(kantor.store, "karno").nip
    judul = ";".join(f'"{x}"' for x in ("nip", "nama", "unit", "opd", "telepon_ujung", "sejak", "alasan", "nomor_baru"))
    kelompok = f"{n[:8]} {n[8:14]} {n[14]} {n[15:]}"
    isi = f'\ufeff{judul}\r\n"{kelompok}";"SOEKARJONO";"SD 1";"Dinas";"031";"2026-11-01T00:00:00Z";"x";"0813 1111 2222"\r\n'
    i = bawa(kantor, admi, isi)
    assert (i["berubah"], i["peta"]["nomor"]) == (1, "nomor_baru")


def test_the_command_tries_first_and_applies_once(kantor):
    atur(kantor, "karno", "")
    isi = f"{JUDUL}\n'{nip(0)};a;0813 1111 2222 / 0812 3333 4444\n".encode()
    kata: list[str] = []
    uji = impor_nomor.perintah(kantor, isi, "n.csv", {}, kata.append, uji=True)
    assert (uji.hitung["baru"], kata, nomor(kantor, "karno")) == (1, [], "")
    assert any("dua-nomor" in satu for satu in impor_nomor.laporan(uji))
    impor_nomor.perintah(kantor, isi, "n.csv", {}, kata.append, uji=False)
    assert (nomor(kantor, "karno"), kata) == (BARU, ["1 dari 1 orang"])
    with pytest.raises(Bentrok):
        impor_nomor.perintah(kantor, isi, "n.csv", {}, kata.append, uji=False)
    with pytest.raises(TakSah):
        impor_nomor.perintah(kantor, isi, "n.csv", {"nomor": "tiada"}, kata.append, uji=True)


def test_a_stop_in_the_middle_goes_on_and_tells_nobody_twice(kantor, admi, monkeypatch):
    from chalicelib.actions import meja_impor, terap_nomor

    monkeypatch.setattr(meja_impor, "POTONG", 1)
    nips = [rak.ambil(kantor.store, o).nip for o in ("karno", "tini")]
    i = bawa(kantor, admi, f"{JUDUL}\n'{nips[0]};a;0813 1111 2222\n'{nips[1]};a;0813 1111 3333\n")
    admi.kirim("POST", f"/impor-nomor/{i['id']}/penerapan", {"versi": i["versi"]})
    impor_nomor.MEJA.kerjakan(kantor)
    tengah = impor_nomor.MEJA.lihat(kantor, sistem(), i["id"])
    assert (tengah.keadaan, tengah.kemajuan, nomor(kantor, "karno")) == ("antre_terap", 1, BARU)
    terap_nomor._ingatan.clear()
    while impor_nomor.MEJA.kerjakan(kantor):
        pass
    jejak = [
        c for c in audit.jurnal(kantor, sistem(), f"{kantor.jam():%Y-%m}").isi if c.aksi == "ganti nomor dari impor"
    ]
    assert (nomor(kantor, "tini"), len(jejak)) == ("+6281311113333", 2)
