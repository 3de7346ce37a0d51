"""Packs: named by the table, split at cases, made part by part, with lists that tell the truth; checked later against the archive."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from alat_kantor import nip
from alat_paket import PERIODE, berkas, kasus
from alat_pdf import jujur
from alat_rute import ISIAN
from chalicelib.actions import Kantor, nama_berkas, paket, paket_kerja, paket_periksa, unggah
from chalicelib.actions.masa_simpan import lama
from chalicelib.documents import kunci as k
from chalicelib.documents.zip_alir import alirkan
from chalicelib.galat import Bentrok, TakSah, Terhenti, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import usulan as rak_usulan
from chalicelib.rules.paket import akhir_bagian, beri_nama
from pypdf import PdfReader, PdfWriter

from schemas.nama_berkas import IsianNamaBerkas
from schemas.paket import BarisPaket, IsianPaket, KeadaanPaket
from schemas.peran import Pelaku, Peran
from schemas.usulan import Status

OPI = Pelaku(id="opi", nama="x", peran=frozenset({Peran.OPERATOR_SIASN}))
ADMI = Pelaku(id="admi", nama="x", peran=frozenset({Peran.ADMIN}))


@pytest.fixture
def berisi(kantor) -> Kantor:
    """Two people ready for BKN, one not yet; three documents each."""
    for orang, opd, status in (
        ("karno", "dinas", Status.SIAP_KIRIM_BKN),
        ("paimin", "rsud", Status.SIAP_KIRIM_BKN),
        ("tini", "dinas", Status.VERIFIKASI),
    ):
        ids = {s: berkas(kantor, orang, s, jujur(f"/Lang ({orang} {s})")) for s in ("sk-kp", "skp-2025", "ijazah-s1")}
        kasus(kantor, orang, opd, status, ids)
    return kantor


def buat(kantor: Kantor, **lingkup) -> str:
    isian = IsianPaket(tujuan="unggah ke SIASN", **(lingkup or {"periode": PERIODE}))
    id_ = paket.minta(kantor, OPI, isian).id
    while paket_kerja.kerjakan(kantor):
        pass
    return id_


def minta(kantor: Kantor) -> str:
    kantor.jam.maju(seconds=1)  # its place in the queue
    return paket.minta(kantor, OPI, IsianPaket(tujuan="unggah ke SIASN", periode=PERIODE)).id


def tolak(sebab: Exception) -> None:
    raise sebab


def zip_(kantor: Kantor, id_: str, nomor: int = 1) -> bytes:
    [kunci] = [x for x in kantor.documents.daftar(k.paket(id_, f"{nomor}-")) if x.endswith(".zip")]
    return kantor.documents.baca(kunci)


def test_a_period_holds_what_is_ready_under_names_for_bkn(berisi):
    id_ = buat(berisi)
    ada = paket.satu(berisi, id_)
    assert (ada.keadaan, ada.kasus, ada.jumlah, ada.kurang, len(ada.bagian)) == (KeadaanPaket.SIAP, 2, 6, 0, 1)

    isi = zip_(berisi, id_)
    assert hashlib.sha256(isi).hexdigest() == ada.bagian[0].sha256
    z = zipfile.ZipFile(io.BytesIO(isi))
    assert z.testzip() is None
    n = nip(0)
    assert {f"{n}/SKKP_{n}.pdf", f"{n}/SKP_2025_{n}.pdf", f"{n}/IJAZAH_{n}.pdf", "MANIFES.xlsx", "DAFTAR.pdf"} < set(
        z.namelist()
    )
    assert z.read("DAFTAR.pdf")[:5] == b"%PDF-"
    daftar = PdfReader(io.BytesIO(z.read("DAFTAR.pdf"))).pages[0].extract_text()
    assert "Halaman" in daftar and nip(0) in daftar, "neither a heading nor a NIP is torn in two"
    kepala, *baris = openpyxl.load_workbook(io.BytesIO(z.read("MANIFES.xlsx"))).active.values
    baca = [dict(zip(kepala, b, strict=True)) for b in baris]
    for b in baca:
        satu = z.read(b["Nama berkas"])
        assert hashlib.sha256(satu).hexdigest() == b["SHA-256 dalam paket"] == b["SHA-256 arsip"]
        assert int(b["Ukuran (byte)"]) == len(satu)


def test_an_opd_or_a_case_alone_and_every_state_when_asked(berisi):
    assert paket.satu(berisi, buat(berisi, opd="dinas")).kasus == 1
    assert paket.satu(berisi, buat(berisi, opd="dinas", periode=PERIODE, semua=True)).kasus == 2
    [tini] = rak_usulan.RAK.semua(berisi.store, "MILIK#tini", indeks="g1")
    assert paket.satu(berisi, buat(berisi, usulan=tini.id, semua=True)).jumlah == 3
    kosong = paket.satu(berisi, buat(berisi, opd="bkpsdm"))
    assert (kosong.keadaan, kosong.bagian) == (KeadaanPaket.KOSONG, [])


@pytest.mark.parametrize("lingkup", [{}, {"usulan": "x", "opd": "dinas"}])
def test_a_pack_of_nothing_or_of_two_things_is_refused(berisi, lingkup):
    with pytest.raises(TakSah):
        paket.minta(berisi, OPI, IsianPaket(tujuan="unggah ke SIASN", **lingkup))
    for tiada in ({"usulan": "tiada"}, {"opd": "tiada"}, {"periode": date(2027, 4, 2)}):
        with pytest.raises(TidakAda):
            paket.minta(berisi, OPI, IsianPaket(tujuan="unggah ke SIASN", **tiada))


def baris(usulan: str, ukuran: int, slot: str = "sk-kp") -> BarisPaket:
    return BarisPaket(
        usulan=usulan, nomor=usulan, periode=PERIODE, pegawai=usulan, nama="A", nip="1" * 18, opd="", slot=slot, berkas="b",
        versi_berkas=1, sha256="0" * 64, ukuran=ukuran, halaman=1, jalur="",
    )  # fmt: skip


def test_a_part_ends_between_cases_unless_one_alone_is_too_heavy():
    daftar = [baris("a", 400_000), baris("a", 400_000), baris("b", 400_000), baris("c", 900_000), baris("c", 900_000)]
    ujung = [0]
    while ujung[-1] < len(daftar):
        ujung.append(akhir_bagian(daftar, ujung[-1], 1_100_000))
    assert ujung == [0, 2, 3, 4, 5]
    assert akhir_bagian([baris("a", 9_000_000)], 0, 1_000_000) == 1


def test_two_documents_of_one_name_lie_beside_each_other():
    nama = [b.jalur for b in beri_nama([baris("a", 1, "ijazah-s1"), baris("a", 1, "ijazah-s2")], {})]
    assert nama == [f"{'1' * 18}/IJAZAH_{'1' * 18}.pdf", f"{'1' * 18}/IJAZAH_{'1' * 18}-2.pdf"]


def test_heavy_packs_come_in_parts_and_go_on_after_a_stop(berisi, monkeypatch):
    berat = replace(berisi, setelan=berisi.setelan.model_copy(update={"batas_paket": 1_000_000}))
    for i in range(3):
        isi = jujur(f"/Lang ({'x' * 500_000}{i})")
        kasus(berat, "vera", "bkpsdm", Status.SIAP_KIRIM_BKN, {"sk-kp": berkas(berat, "vera", "sk-kp", isi)})
    id_ = paket.minta(berat, OPI, IsianPaket(periode=PERIODE, tujuan="unggah ke SIASN")).id
    assert paket_kerja.kerjakan(berat) and paket_kerja.kerjakan(berat)

    with monkeypatch.context() as m:
        m.setattr(berat.documents, "alirkan", lambda *_: (_ for _ in ()).throw(TidakAda()))
        with pytest.raises(TidakAda):
            paket_kerja.kerjakan(berat)
    tengah = paket.satu(berat, id_)
    assert (tengah.keadaan, len(tengah.bagian)) == (KeadaanPaket.DIBUAT, 1)
    while paket_kerja.kerjakan(berat):
        pass
    ada = paket.satu(berat, id_)
    assert (ada.keadaan, len(ada.bagian), ada.selesai) == (KeadaanPaket.SIAP, 3, 9)
    assert all(b.ukuran < 1_000_000 for b in ada.bagian)


@pytest.mark.parametrize(
    ("sebab", "kata"),
    [(TidakAda(), paket_kerja.HILANG), (TakSah("Nama berkas kosong.", petunjuk="Isi."), "Nama berkas kosong. Isi.")],
)
def test_a_pack_whose_plan_is_refused_ends_with_a_sentence_and_the_next_is_made(sebab, kata, berisi, monkeypatch):
    racun, asli = minta(berisi), paket_kerja.rencanakan
    monkeypatch.setattr(paket_kerja, "rencanakan", lambda k_, p: tolak(sebab) if p.id == racun else asli(k_, p))
    sesudah = buat(berisi)
    ada = paket.satu(berisi, racun)
    assert (ada.keadaan, ada.sebutan, ada.pesan) == (KeadaanPaket.GAGAL, "Tidak dapat dibuat", kata)
    assert paket.satu(berisi, sesudah).keadaan == KeadaanPaket.SIAP


@pytest.mark.parametrize("langkah", ["_rencana", "_lanjut"])
def test_a_pack_that_breaks_the_work_is_given_up_after_some_tries(langkah, berisi, monkeypatch):
    racun, asli, gagal = minta(berisi), getattr(paket_kerja, langkah), 0
    monkeypatch.setattr(paket_kerja, langkah, lambda k_, p: tolak(KeyError()) if p.id == racun else asli(k_, p))
    sesudah = minta(berisi)
    for _ in range(12):
        try:
            paket_kerja.kerjakan(berisi)
        except KeyError:
            gagal += 1
    ada = paket.satu(berisi, racun)
    assert (ada.keadaan, ada.pesan, gagal) == (KeadaanPaket.GAGAL, paket_kerja.RUSAK, 3)
    assert paket.satu(berisi, sesudah).keadaan == KeadaanPaket.SIAP


def test_storage_that_is_away_ends_no_pack(berisi, monkeypatch):
    id_ = minta(berisi)
    with monkeypatch.context() as m:
        m.setattr(paket_kerja, "rencanakan", lambda *_: tolak(Terhenti("Tunggu.")))
        for _ in range(5):
            with pytest.raises(Terhenti):
                paket_kerja.kerjakan(berisi)
    assert paket.satu(berisi, id_).keadaan == KeadaanPaket.ANTRE


def test_a_pack_of_a_case_that_is_gone_hides_no_other_pack(berisi):
    [u] = rak_usulan.RAK.semua(berisi.store, "MILIK#karno", indeks="g1")
    id_ = paket.minta(berisi, OPI, IsianPaket(usulan=u.id, tujuan="unggah ke SIASN")).id
    berisi.store.write(rak_usulan.RAK.buang(u))
    while paket_kerja.kerjakan(berisi):
        pass
    [ada] = paket.daftar(berisi, batas=5, kursor=None).isi
    assert (ada.id, ada.isi, ada.pesan) == (id_, "Usulan yang sudah tidak ada", paket_kerja.HILANG)


def test_a_scan_above_bkns_limit_goes_as_a_smaller_copy_and_a_signed_file_as_it_is(kantor):
    from PIL import Image

    kecil = replace(kantor, setelan=kantor.setelan.model_copy(update={"batas_bkn": 150_000}))
    wadah = io.BytesIO()
    derau = Image.effect_noise((90, 120), 60).resize((1800, 2400))
    derau.save(wadah, "PDF", quality=100)
    isi = wadah.getvalue()
    assert len(isi) > 150_000
    ids = {"sk-kp": berkas(kecil, "karno", "sk-kp", isi)}
    ids["sk-pns"] = berkas(kecil, "karno", "sk-pns", isi + b"\n%%EOF\n", bertanda_tangan=True)
    kasus(kecil, "karno", "dinas", Status.SIAP_KIRIM_BKN, ids)

    z = zipfile.ZipFile(io.BytesIO(zip_(kecil, buat(kecil))))
    n = nip(0)
    assert len(z.read(f"{n}/SKKP_{n}.pdf")) <= 150_000
    assert z.read(f"{n}/SKPNS_{n}.pdf") == isi + b"\n%%EOF\n"
    keterangan = [b[13] for b in list(openpyxl.load_workbook(io.BytesIO(z.read("MANIFES.xlsx"))).active.values)[1:]]
    assert keterangan[0] == "Salinan lebih kecil"
    assert "tidak diperkecil" in keterangan[1]


def test_what_storage_lost_is_named_and_the_rest_goes(berisi):
    [u] = rak_usulan.RAK.semua(berisi.store, "MILIK#karno", indeks="g1")
    hilang = rak_berkas.ambil(berisi.store, u.butir[0].berkas)
    berisi.documents.hapus(k.isi(hilang.sha256))
    ada = paket.satu(berisi, buat(berisi))
    assert (ada.keadaan, ada.kurang) == (KeadaanPaket.SIAP, 1)


def test_a_download_is_noted_and_old_zips_go(berisi):
    id_ = buat(berisi)
    alamat = paket.unduh(berisi, OPI, id_, "1")
    assert alamat.url.startswith("http")
    assert not any(nip(i) in alamat.url for i in range(11)), "an address holds no NIP"
    jurnal = rak_kantor.RAK_CATATAN.semua(berisi.store, "CATATAN#2026-11")
    assert [c.aksi for c in jurnal][-2:] == ["minta paket berkas", "unduh paket berkas"]
    with pytest.raises(TidakAda):
        paket.unduh(berisi, OPI, id_, "2")

    assert paket_kerja.sapu(berisi) == 0
    berisi.jam.maju(days=lama(berisi, "paket").days, seconds=1)
    assert paket_kerja.sapu(berisi) == 1
    assert [x for x in berisi.documents.daftar(f"paket/{id_}/") if not x.endswith(".json")] == []
    with pytest.raises(TidakBoleh):
        paket.unduh(berisi, OPI, id_, "1")
    assert paket_kerja.sapu(berisi) == 0


def test_a_pack_is_checked_against_the_archive_later(berisi):
    id_ = buat(berisi)
    isi = zip_(berisi, id_)
    hasil = paket_periksa.periksa(berisi, io.BytesIO(isi))
    assert (hasil.persis, hasil.dokumen, hasil.masalah, hasil.baru) == (True, 6, [], [])

    berkas(berisi, "karno", "sk-kp", jujur("/Lang (baru)"))
    assert paket_periksa.periksa(berisi, io.BytesIO(isi)).baru == [f"{nip(0)}/SKKP_{nip(0)}.pdf"]

    z = zipfile.ZipFile(io.BytesIO(isi))
    lain = [(n, z.read(n)) for n in z.namelist()]
    lain[0] = (lain[0][0], b"%PDF-1.7 lain")
    palsu = b"".join(alirkan([*lain[:1], *lain[2:], ("susupan.pdf", b"%PDF-")], berisi.jam()))
    hasil = paket_periksa.periksa(berisi, io.BytesIO(palsu))
    assert not hasil.persis
    assert sorted(m.split(": ")[1] for m in hasil.masalah) == [
        "bukan dari SIKAP", "hilang dari ZIP", "isinya lain daripada ketika dibuat",
    ]  # fmt: skip

    satu = rak_berkas.RAK.semua(berisi.store, "PRATINJAU", indeks="g2")[0]
    berisi.documents.taruh(k.isi(satu.sha256), b"terbalik satu bit", "application/pdf")
    assert any("tidak utuh lagi" in m for m in paket_periksa.periksa(berisi, io.BytesIO(isi)).masalah)


@pytest.mark.parametrize("isi", [b"", b"bukan zip", b"".join(alirkan([("a.txt", b"x")], date(2026, 1, 1)))])  # type: ignore[arg-type]
def test_something_else_is_no_pack(berisi, isi):
    with pytest.raises(TakSah):
        paket_periksa.periksa(berisi, io.BytesIO(isi))


def test_names_follow_the_table_of_the_administrator(berisi):
    baru = nama_berkas.atur(berisi, ADMI, IsianNamaBerkas(versi=0, pola={"skp": "KINERJA-{akhiran}_{nip}"}))
    assert next(b.contoh for b in baru.isi if b.slot == "skp") == "KINERJA-2025_199001012015031901.pdf"
    assert f"{nip(0)}/KINERJA-2025_{nip(0)}.pdf" in zipfile.ZipFile(io.BytesIO(zip_(berisi, buat(berisi)))).namelist()
    with pytest.raises(Bentrok):
        nama_berkas.atur(berisi, ADMI, IsianNamaBerkas(versi=0, pola={}))


@pytest.mark.parametrize(
    ("slot", "pola"),
    [("skp", "SKP"), ("skp", "SKP_{nip}{nip}"), ("skp", "../{nip}"), ("skp", "a b_{nip}"), ("skp", "{nama}_{nip}"), ("sk-kp", "SK_{akhiran}_{nip}"),
     ("sk-kp", "skpns_{nip}"), ("tiada", "A_{nip}"), ("skp", "{nip.__class__}")],
)  # fmt: skip
def test_a_name_that_bkn_could_not_take_is_refused_at_its_line(kantor, slot, pola):
    with pytest.raises(TakSah) as galat:
        nama_berkas.atur(kantor, ADMI, IsianNamaBerkas(versi=0, pola={slot: pola}))
    assert [t.bidang for t in galat.value.temuan] == [slot]
    assert nama_berkas.tabel(kantor).pola == {}


def test_every_counter_example_names_a_period_of_the_office(kantor):
    assert rak_kantor.periode(kantor.store, ISIAN["POST /paket"]["periode"])


def test_a_paper_that_cannot_be_marked_stays_out_and_holds_up_nobody(berisi):
    bercap = replace(berisi, setelan=berisi.setelan.model_copy(update={"cap_tujuan": True}))
    lembar, wadah = PdfWriter(), io.BytesIO()
    lembar.add_blank_page(5, 5)
    lembar.write(wadah)
    kasus(bercap, "marni", "rsud", Status.SIAP_KIRIM_BKN, {"kartu-keluarga": berkas(bercap, "marni", "kartu-keluarga", wadah.getvalue())})  # fmt: skip
    ada = paket.satu(bercap, buat(bercap))

    assert (ada.keadaan, ada.jumlah, ada.kurang) == (KeadaanPaket.SIAP, 7, 1)
    lain = next(b for b in rak_berkas.versi_slot(bercap.store, "marni", "kartu-keluarga"))
    with pytest.raises(TakSah) as tolak:
        unggah.alamat(bercap, OPI, lain.id, unduh=True)
    assert tolak.value.kode == "cap-gagal"
