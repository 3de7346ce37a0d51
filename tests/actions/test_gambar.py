"""After receipt the worker draws the pages and notes what it saw; only those who verify are shown it."""

from __future__ import annotations

import hashlib
import io

from alat_kantor import Peramban, nip
from alat_paket import berkas, kasus
from app import app
from chalicelib.actions import Kantor, gambar, unggah
from chalicelib.documents import kunci as k
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import berkas as rak
from fpdf import FPDF
from PIL import Image

from schemas.berkas import IsianTiket, KeadaanBerkas
from schemas.peran import Pelaku, Peran
from schemas.usulan import Status

KARNO = Pelaku(id="karno", nama="x", peran=frozenset({Peran.PNS}))


def surat(*baris: str, kosong: int = 0) -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    for satu in baris:
        pdf.multi_cell(0, 7, satu, new_x="LMARGIN", new_y="NEXT")
    for _ in range(kosong):
        pdf.add_page()
    return bytes(pdf.output())


def kode(kantor: Kantor, id_: str) -> list[str]:
    while gambar.kerjakan(kantor):
        pass
    return [i.kode for i in rak.ambil(kantor.store, id_).isyarat]


def test_what_stands_on_a_document_is_pointed_at(kantor):
    isi = surat("PENILAIAN KINERJA tahun 2024", "Nama Sukarjono", f"NIP {nip(0)}", kosong=1)
    id_ = berkas(kantor, "karno", "skp-2025", isi)
    assert kode(kantor, id_) == ["rupa-kosong", "tahun-lain", "nip", "nama"]
    assert kantor.documents.keterangan(k.pratinjau(hashlib.sha256(isi).hexdigest(), 2, 240))


def test_the_same_file_in_two_archives_is_pointed_at(kantor):
    isi = surat("SERTIFIKAT", "tanpa nama")
    berkas(kantor, "paimin", "diklat", isi)
    id_ = berkas(kantor, "karno", "diklat", isi)
    assert "sama-orang-lain" in kode(kantor, id_)


def test_hints_are_for_those_who_verify(kantor):
    ids = {"sk-kp": berkas(kantor, "karno", "sk-kp", surat("SURAT KEPUTUSAN " * 9))}
    u = kasus(kantor, "karno", "dinas", Status.VERIFIKASI, ids)
    assert kode(kantor, ids["sk-kp"])
    wsgi = WsgiApp(app)
    for siapa, melihat in (("vera", True), ("karno", False), ("tini", False)):
        kantor.jam.maju(seconds=31)
        [butir] = Peramban(wsgi).masuk(siapa, kantor).kirim("GET", f"/usulan/{u}").isi["butir"]
        assert bool(butir["isyarat"]) == melihat


def test_a_raw_photo_is_received_as_the_page_made_of_it(kantor):
    wadah = io.BytesIO()
    Image.effect_noise((1200, 1600), 20).save(wadah, "JPEG")
    foto = wadah.getvalue()
    isian = IsianTiket(
        pegawai="karno", slot="sk-kp", nama="IMG_1.jpg", ukuran=len(foto), sha256=hashlib.sha256(foto).hexdigest(), tipe="image/jpeg"
    )  # fmt: skip
    t = unggah.tiket(kantor, KARNO, isian)
    kantor.documents.unggah(t.tiket.url, foto)
    b = unggah.terima(kantor, KARNO, t.id)

    assert (b.keadaan, b.tipe, b.halaman) == (KeadaanBerkas.DITERIMA, "application/pdf", 1)
    pdf = kantor.documents.baca(k.isi(b.sha256))
    assert (hashlib.sha256(pdf).hexdigest(), len(pdf)) == (b.sha256, b.ukuran)
    assert pdf[:5] == b"%PDF-"
    assert kantor.documents.daftar("masuk/") == []
    assert unggah.tiket(kantor, KARNO, isian).tiket is None, "the same photo is not sent twice"
    kode(kantor, b.id)
    assert rak.ambil(kantor.store, b.id).pratinjau == 1


def test_a_broken_photo_is_refused_with_advice(kantor):
    isi = b"\xff\xd8\xff" + b"rusak" * 50
    isian = IsianTiket(pegawai="karno", slot="sk-kp", nama="a.jpg", ukuran=len(isi), sha256=hashlib.sha256(isi).hexdigest(), tipe="image/jpeg")  # fmt: skip
    t = unggah.tiket(kantor, KARNO, isian)
    kantor.documents.unggah(t.tiket.url, isi)
    jawab = Peramban(WsgiApp(app)).masuk("karno", kantor).kirim("POST", f"/berkas/{t.id}/penerimaan", {})
    assert (jawab.status, jawab.isi["kode"]) == (422, "berkas-gambar-rusak")
