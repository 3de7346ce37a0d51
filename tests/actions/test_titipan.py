"""A PDF of unknown owner: read for its uploader alone, in nobody's archive until he says whose it is, and gone after a day."""

from __future__ import annotations

import hashlib

import pytest
from alat_kantor import Peramban, nip
from alat_pdf import jujur, pindaian, teks
from app import app
from chalicelib.actions import cari, sapu_unggah, titipan
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import titipan as rak


def surat(*nip_: str) -> bytes:
    """A decree that names these NIP."""
    pdf = teks()
    for satu in nip_:
        pdf.ln()
        pdf.cell(0, 8, f"NIP. {satu[:8]} {satu[8:14]} {satu[14]} {satu[15:]}")
    return bytes(pdf.output())


def isian(isi: bytes, nama: str = "IMG_001.pdf") -> dict:
    return {"nama": nama, "ukuran": len(isi), "sha256": hashlib.sha256(isi).hexdigest()}


@pytest.fixture
def orang(kantor):
    """orang(id) -> a signed-in browser."""
    cari.perbarui(kantor)
    wsgi = WsgiApp(app)
    return lambda siapa: Peramban(wsgi).masuk(siapa, kantor)


def titip(kantor, peramban, isi: bytes) -> None:
    tiket = peramban.kirim("POST", "/titipan", isian(isi)).isi["tiket"]
    assert kantor.documents.unggah(tiket["url"], isi) == 200


def baca(peramban, isi: bytes):
    return peramban.kirim("POST", "/titipan/pembacaan", isian(isi))


def test_the_owner_is_proposed_by_his_nip_and_never_taken_for_sure(kantor, orang):
    tini = orang("tini")
    isi = surat(nip(0), nip(1))
    titip(kantor, tini, isi)
    jawab = baca(tini, isi).isi
    assert [o["id"] for o in jawab["orang"]] == ["karno", "tini"] and jawab["yakin"] is False
    for satu in ("karno", "tini"):
        assert rak_berkas.arsip(kantor.store, satu) == [], "nobody has received it"
    minta = isian(isi, "SK.pdf") | {"pegawai": "karno", "slot": "sk-kp"}
    jawab = tini.kirim("POST", "/berkas", minta)
    assert jawab.status == 201 and jawab.isi["tiket"] is None, "the bytes are here, and not asked for twice"
    resi = tini.kirim("GET", f"/berkas/{jawab.isi['id']}").isi
    assert (resi["keadaan"], resi["sha256"]) == ("diterima", minta["sha256"])
    assert kantor.documents.daftar("masuk/") == [] and rak.tertua(kantor.store) == []


def test_people_of_other_offices_look_unknown(kantor, orang):
    marni = orang("marni")
    isi = surat(nip(0))
    titip(kantor, marni, isi)
    asing = surat("197001011990011009")
    titip(kantor, marni, asing)
    assert baca(marni, isi).isi == baca(marni, asing).isi == {"slot": "", "orang": [], "yakin": False}
    assert kantor.documents.daftar("masuk/") == [], "what could not be recognised does not lie about"


def test_nobody_else_reads_or_uses_it(kantor, orang):
    tini, vera = orang("tini"), orang("vera")
    isi = surat(nip(0))
    titip(kantor, tini, isi)
    assert baca(vera, isi).status == 404
    jawab = vera.kirim("POST", "/berkas", isian(isi) | {"pegawai": "karno", "slot": "sk-kp"}).isi
    assert jawab["tiket"], "to know a hash is not to hold the file"
    assert orang("karno").kirim("POST", "/titipan", isian(isi)).status == 404


def test_what_cannot_be_received_is_said_at_once_and_does_not_stay(kantor, orang):
    tini = orang("tini")
    isi = jujur("/OpenAction << /S /JavaScript /JS (x) >>")
    titip(kantor, tini, isi)
    jawab = baca(tini, isi)
    assert (jawab.status, jawab.isi["kode"]) == (422, "berkas-berskrip") and jawab.isi["petunjuk"]
    assert kantor.documents.daftar("masuk/") == [] and baca(tini, isi).status == 404
    besar = isian(isi) | {"ukuran": 5_000_001}
    assert tini.kirim("POST", "/titipan", besar).isi["kode"] == "berkas-terlalu-besar"
    scan = pindaian()
    titip(kantor, tini, scan)
    assert baca(tini, scan).isi["orang"] == []


def test_not_arrived_is_not_read_and_sending_again_is_harmless(kantor, orang):
    tini = orang("tini")
    isi = surat(nip(0))
    satu = tini.kirim("POST", "/titipan", isian(isi)).isi["tiket"]["url"]
    assert baca(tini, isi).isi["kode"] == "belum-sampai"
    jawab = tini.kirim("POST", "/berkas", isian(isi) | {"pegawai": "karno", "slot": "sk-kp"}).isi
    assert jawab["tiket"], "nothing came, so it is asked for"
    titip(kantor, tini, isi)
    dua = tini.kirim("POST", "/titipan", isian(isi)).isi["tiket"]["url"]
    assert satu == dua and kantor.documents.unggah(dua, isi) == 412
    assert [o["id"] for o in baca(tini, isi).isi["orang"]] == ["karno"]


def test_after_a_day_it_is_swept_and_a_heap_has_an_end(kantor, orang):
    tini = orang("tini")
    isi = surat(nip(0))
    titip(kantor, tini, isi)
    for n in range(kantor.setelan.tiket_terbuka - 1):
        assert tini.kirim("POST", "/titipan", isian(b"%d" % n)).status == 201
    jawab = tini.kirim("POST", "/titipan", isian(b"satu lagi"))
    assert (jawab.status, jawab.isi["kode"]) == (429, "titipan-menumpuk")
    assert titipan.sapu(kantor) == 0 and sapu_unggah.sapu_sisa(kantor) == 0
    kantor.jam.maju(hours=25)
    while titipan.sapu(kantor):
        pass
    assert rak.tertua(kantor.store) == [] and kantor.documents.daftar("masuk/") == []


def test_what_waits_is_found_on_another_device_of_the_same_person_alone(kantor, orang):
    tini, isi, asing = orang("tini"), surat(nip(0)), surat("197001011990011009")
    for satu in (isi, asing):
        titip(kantor, tini, satu)
    assert tini.kirim("GET", "/titipan").isi["isi"] == [], "not before it was read"
    for satu, nama in ((isi, "lemari/scan.pdf"), (asing, "asing.pdf")):
        tini.kirim("POST", "/titipan/pembacaan", isian(satu, nama))
    kantor.jam.maju(seconds=31)
    [ada] = (lain := orang("tini")).kirim("GET", "/titipan").isi["isi"]
    alamat = ada.pop("alamat")
    assert ada == isian(isi, "lemari/scan.pdf")
    assert kantor.documents.baca(alamat.split("invalid/")[1].split("?")[0]) == isi and nip(0) not in alamat
    assert orang("marni").kirim("GET", "/titipan").isi["isi"] == []
    assert [o["id"] for o in lain.kirim("POST", "/titipan/pembacaan", ada).isi["orang"]] == ["karno"]
    assert lain.kirim("POST", "/berkas", ada | {"pegawai": "karno", "slot": "sk-kp"}).isi["tiket"] is None
    assert tini.kirim("GET", "/titipan").isi["isi"] == []
