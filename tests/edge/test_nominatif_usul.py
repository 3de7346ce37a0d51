"""The nominative list of cases: every column of domain 9.1, highest target first, totals at the foot, NIP as text."""

from __future__ import annotations

import csv
import io
from datetime import date

import openpyxl
import pytest
from alat_kantor import Peramban, nip
from app import app
from chalicelib.actions import nominatif_usul
from chalicelib.documents import buku_tulis
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import usulan as rak
from pypdf import PdfReader

from schemas.golongan import Golongan
from schemas.usulan import Keputusan, Status

PERIODE = "2027-03-01"


@pytest.fixture
def siapa(kantor):
    wsgi = WsgiApp(app)

    def masuk(id_):
        kantor.jam.maju(seconds=31)
        return Peramban(wsgi).masuk(id_, kantor)

    tini, marni = masuk("tini"), masuk("marni")
    for siapa_, orang in ((tini, "karno"), (tini, "tini"), (marni, "paimin")):
        jawab = siapa_.kirim("POST", "/usulan", {"pegawai": orang, "jenis": "REGULER", "periode": PERIODE})
        assert jawab.status == 201, jawab.isi
        _letakkan(kantor, jawab.isi["id"], orang)
    return masuk


def _letakkan(kantor, id_, orang):
    """Where each stands: one has his decree, one waits, one is a draft still."""
    u = rak.ambil(kantor.store, id_)
    ubah = {"kelayakan": u.kelayakan.model_copy(update={"golongan_baru": Golongan.III_C if orang == "tini" else Golongan.III_B})} if u.kelayakan else {}  # fmt: skip
    if orang == "karno":
        sk = Keputusan(nomor="823/77", tanggal=date(2027, 2, 20), berkas="b", tmt=date(2027, 3, 1), mk_tahun=25, mk_bulan=2, gaji_pokok=4212500)  # fmt: skip
        pertek = Keputusan(nomor="PG-9", tanggal=date(2027, 2, 1), berkas="b")
        ubah |= {"status": Status.SK_TERBIT, "sk": sk, "pertek": pertek}
    elif orang == "tini":
        ubah |= {"status": Status.DIUSULKAN_OPD}
    kantor.store.write(rak.RAK.taruh(u.model_copy(update=ubah)))


def lembar(kantor, peramban, kueri=""):
    kantor.documents.isi.clear()
    jawab = peramban.kirim("GET", f"/laporan/nominatif?periode={PERIODE}&daftar=usul{kueri}")
    assert jawab.status == 200, jawab.isi
    [(isi, _)] = [b for k, b in kantor.documents.isi.items() if k.startswith("cetak/")]
    return bytes(isi)


def tabel(kantor, peramban, kueri=""):
    return list(openpyxl.load_workbook(io.BytesIO(lembar(kantor, peramban, kueri))).active.values)


def test_who_takes_a_list_away_stands_in_the_journal_and_nobody_on_it(kantor, siapa):
    lembar(kantor, siapa("vera"), "&bentuk=csv")
    lembar(kantor, siapa("tini"))
    dua, satu = siapa("audi").kirim("GET", f"/audit?bulan={kantor.jam():%Y-%m}").isi["isi"][:2]
    isi = {"daftar": "usul", "periode": PERIODE, "orang": 2}
    assert (satu["oleh"], satu["tentang"], satu["isi"]) == ("VERAWATI", "", isi | {"bentuk": "csv"})
    assert (dua["oleh"], dua["tentang"], dua["isi"]) == ("SUTINI", "Unit dinas", isi | {"bentuk": "xlsx"})
    assert dua["aksi"] == "unduh daftar nominatif" and "periode: 1 Maret 2027" in dua["rincian"]


def test_every_column_of_the_list_is_there_and_says_what_the_decree_says(kantor, siapa):
    judul, *baris = tabel(kantor, siapa("tini"))
    karno = dict(zip(judul, next(b for b in baris if b[1] == "SOEKARJONO"), strict=True))

    assert judul == nominatif_usul.JUDUL
    assert karno["NIP"] == nip(0)
    assert (karno["Gol. lama"], karno["MKG lama"], karno["Gaji pokok lama"]) == (
        "III/a",
        "20 tahun 1 bulan",
        "Rp3.798.500",
    )
    assert (karno["MKG baru"], karno["Gaji pokok baru"], karno["TMT baru"]) == ("25 tahun 2 bulan", "Rp4.212.500", "1 Maret 2027")  # fmt: skip
    assert (karno["Pertek"], karno["SK"], karno["Status"]) == ("PG-9, 1 Februari 2027", "823/77, 20 Februari 2027", "SK terbit")  # fmt: skip


def test_drafts_are_listed_only_when_asked_for_and_an_office_sees_its_own(kantor, siapa):
    def nama(peramban, kueri=""):
        return {b[1] for b in tabel(kantor, peramban, kueri)[1:] if b[2] and len(b[2]) == 18}

    assert nama(siapa("vera")) == {"SOEKARJONO", "SUTINI"}
    assert nama(siapa("vera"), "&status=draf") == {"PAIMIN"}
    assert nama(siapa("marni")) == set()
    assert nama(siapa("vera"), "&opd=rsud&status=draf") == {"PAIMIN"}
    assert nama(siapa("vera"), "&jenis=STRUKTURAL") == set()
    assert siapa("tini").kirim("GET", f"/laporan/nominatif?periode={PERIODE}&daftar=usul&opd=rsud").status == 404


def test_the_foot_holds_the_totals_per_target(kantor, siapa):
    kaki = [b[1:3] for b in tabel(kantor, siapa("vera"))[1:] if b[1].startswith("Jumlah")]

    assert sum(int(n) for _, n in kaki) == 2


def test_a_list_that_is_too_long_is_refused_with_a_way_on(siapa, monkeypatch):
    monkeypatch.setattr(nominatif_usul, "PALING_BANYAK", 1)
    jawab = siapa("vera").kirim("GET", f"/laporan/nominatif?periode={PERIODE}&daftar=usul")

    assert (jawab.isi["kode"], jawab.isi["petunjuk"]) == ("daftar-panjang", "Pilih OPD atau statusnya.")


@pytest.mark.parametrize("bentuk", ["pdf", "csv"])
def test_it_comes_on_paper_and_as_csv_too(bentuk, kantor, siapa):
    isi = lembar(kantor, siapa("tini"), f"&bentuk={bentuk}")

    if bentuk == "pdf":
        lembaran = PdfReader(io.BytesIO(isi)).pages[0].extract_text()
        assert nip(0) in lembaran and "No." in lembaran, "neither a NIP nor a heading is torn in two"
        return
    baris = list(csv.reader(io.StringIO(isi.decode("utf-8-sig")), delimiter=";"))
    assert tuple(baris[0]) == nominatif_usul.JUDUL
    assert {b[2] for b in baris[1:3]} == {"19700311 199503 1 901", "19700311 199503 2 902"}


def test_a_cell_of_a_csv_is_never_a_formula():
    isi = buku_tulis.tulis_csv(["A"], [["=1+1"], ["@x"], ["biasa"], [""]]).decode("utf-8-sig")

    assert isi.split("\r\n") == ["A", "'=1+1", "'@x", "biasa", '""', ""]
