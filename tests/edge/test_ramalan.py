"""The forecast is the worker's: it follows a confirmed fact, its counts never drift, and the gap desk works them down."""

from __future__ import annotations

import hashlib
import io
import json
import threading

import openpyxl
import pytest
from alat_kantor import ORANG, Peramban, nip
from alat_pdf import berhalaman
from app import app
from chalicelib.actions import nominatif, ramalan
from chalicelib.actions.keadaan import ukur
from chalicelib.documents import buku_tulis, kunci
from chalicelib.edge.pekerja import Pekerja, Tugas
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import akun as rak_akun
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak

from schemas.opd import Unit
from schemas.ramalan import Hitungan


def hitung_semua(kantor):
    while ramalan.kerjakan(kantor):
        pass


@pytest.fixture
def siapa(kantor):
    hitung_semua(kantor)
    wsgi = WsgiApp(app)

    def masuk(id_):
        kantor.jam.maju(seconds=31)
        return Peramban(wsgi).masuk(id_, kantor)

    return masuk


def sahkan(siapa, isian):
    usul = siapa("tini").kirim("POST", "/pegawai/karno/fakta", {"sumber": "SK 1/2026", **isian}).isi
    jawab = siapa("vera").kirim("POST", f"/fakta/{usul['id']}/putusan", {"versi": usul["versi"], "sah": True})
    assert jawab.status == 200, jawab.isi


def hitung_ulang(kantor, orang=ORANG) -> Hitungan:
    """The county's counts from the forecasts themselves."""
    from chalicelib.rules.ramalan import hitung

    h = Hitungan(opd="-")
    for id_ in orang:
        h = hitung(h, None, rak.ambil(kantor.store, id_))
    return h


def test_everybody_is_forecast_and_counted_once(kantor, siapa):
    h = rak.hitungan(kantor.store)

    assert (h.orang, h.versi > 0) == (len(ORANG), True)
    assert h.model_copy(update={"versi": 0}) == hitung_ulang(kantor)
    assert not ramalan.kerjakan(kantor)


def test_a_confirmed_fact_works_the_gap_down(kantor, siapa):
    vera = siapa("vera")
    sebelum = vera.kirim("GET", "/ramalan-hitungan?opd=dinas").isi
    kurang = {k["kode"]: k["jumlah"] for k in sebelum["kurang"]}
    assert kurang["hukuman"] == 2
    assert "karno" in {b["pegawai"] for b in vera.kirim("GET", "/celah?kurang=hukuman").isi["isi"]}

    sahkan(siapa, {"jenis": "hukuman", "tindakan": "nihil"})
    assert vera.kirim("GET", "/ramalan-hitungan").isi["antre"] is True
    hitung_semua(kantor)

    sesudah = vera.kirim("GET", "/ramalan-hitungan?opd=dinas").isi
    assert {k["kode"]: k["jumlah"] for k in sesudah["kurang"]}["hukuman"] == 1
    assert sesudah["antre"] is False
    assert "karno" not in {b["pegawai"] for b in vera.kirim("GET", "/celah?kurang=hukuman").isi["isi"]}
    assert rak.hitungan(kantor.store).model_copy(update={"versi": 0}) == hitung_ulang(kantor)


def test_an_answer_without_gaps_rests_on_nothing_missing(kantor, siapa):
    for jenis in ("hukuman", "cltn", "tugas_belajar", "ujian", "diklat"):
        sahkan(siapa, {"jenis": jenis, "tindakan": "nihil"})
    for tahun in (2024, 2025):
        sahkan(siapa, {"jenis": "kinerja", "isi": {"tahun": tahun, "predikat": "Baik"}})
    hitung_semua(kantor)

    [hasil] = rak.ambil(kantor.store, "karno").hasil
    assert (hasil.jenis, hasil.golongan_baru, str(hasil.paling_cepat), hasil.kurang) == ("REGULER", "III/b", "2026-12-01", ())  # fmt: skip


def test_who_moves_is_counted_where_he_is(kantor, siapa):
    p = rak_pegawai.ambil(kantor.store, "karno")
    kantor.store.write(rak_pegawai.RAK.taruh(p.model_copy(update={"unit": "rsud", "opd": "rsud"})), rak.tanda("karno"))
    sebelum = (rak.hitungan(kantor.store, "dinas").orang, rak.hitungan(kantor.store, "rsud").orang)
    hitung_semua(kantor)

    assert (rak.hitungan(kantor.store, "dinas").orang, rak.hitungan(kantor.store, "rsud").orang) == (sebelum[0] - 1, sebelum[1] + 1)  # fmt: skip


def test_who_is_no_pns_any_more_leaves_the_counts(kantor, siapa):
    p = rak_pegawai.ambil(kantor.store, "karno")
    kantor.store.write(rak_pegawai.RAK.taruh(p.model_copy(update={"status": "PPPK"})), rak.tanda("karno"))
    hitung_semua(kantor)

    assert rak.ambil(kantor.store, "karno") is None
    assert rak.hitungan(kantor.store).orang == len(ORANG) - 1


def test_a_new_month_looks_at_everybody_again(kantor, siapa):
    kantor.jam.maju(days=20)
    assert ramalan.kerjakan(kantor)
    hitung_semua(kantor)

    assert str(rak.ambil(kantor.store, "karno").kapan) == "2027-01-01"
    assert rak.hitungan(kantor.store).model_copy(update={"versi": 0}) == hitung_ulang(kantor)


def test_the_screen_says_how_far_the_round_is_and_when_it_was_last_finished(kantor, siapa):
    vera = siapa("vera")
    selesai = vera.kirim("GET", "/ramalan-hitungan").isi
    assert (selesai["sedang_dihitung"], selesai["dihitung"], selesai["ditandai"]) == (False, len(ORANG), len(ORANG))
    kantor.jam.maju(days=20)
    while not (rak.penanda(kantor.store).kunci.startswith("2026-12") and rak.penanda(kantor.store).dihitung):
        ramalan.kerjakan(kantor)
    vera = siapa("vera")

    tengah = vera.kirim("GET", "/ramalan-hitungan").isi
    assert (tengah["sedang_dihitung"], tengah["selesai"]) == (True, selesai["selesai"])
    assert 0 < tengah["dihitung"] <= tengah["ditandai"] == len(ORANG)
    hitung_semua(kantor)
    akhir = vera.kirim("GET", "/ramalan-hitungan").isi
    assert akhir["sedang_dihitung"] is False
    assert akhir["selesai"] > selesai["selesai"]


def test_a_change_does_not_wait_behind_the_round(kantor, siapa):
    kantor.jam.maju(days=20)
    while not kantor.store.query(rak.PUTARAN, limit=1)[0]:
        ramalan.kerjakan(kantor)
    kantor.store.write(rak.tanda("vino"))
    ramalan.kerjakan(kantor)

    assert kantor.store.get(rak.ANTRE, "vino") is None
    assert kantor.store.query(rak.PUTARAN, limit=1)[0]
    assert str(rak.ambil(kantor.store, "vino").kapan) == "2027-01-01"


def test_a_document_that_enters_the_archive_refreshes_his_forecast(kantor, siapa):
    sebelum = rak.ambil(kantor.store, "karno").hasil[0].berkas_kurang
    assert "sk-kp" in sebelum
    isi = berhalaman(1)
    tini = siapa("tini")
    minta = {"pegawai": "karno", "slot": "sk-kp", "nama": "sk.pdf", "ukuran": len(isi), "sha256": hashlib.sha256(isi).hexdigest(), "tipe": "application/pdf"}  # fmt: skip
    id_ = tini.kirim("POST", "/berkas", minta).isi["id"]
    kantor.documents.taruh(kunci.masuk(id_), isi, "application/pdf")
    assert tini.kirim("POST", f"/berkas/{id_}/penerimaan", {}).status == 200
    hitung_semua(kantor)

    assert rak.ambil(kantor.store, "karno").hasil[0].berkas_kurang == tuple(b for b in sebelum if b != "sk-kp")


def test_a_pengelola_plans_for_his_own_office(siapa):
    tini = siapa("tini")

    assert {b["opd"] for b in tini.kirim("GET", "/ramalan").isi["isi"]} == {"Unit dinas"}
    assert {b["opd"] for b in siapa("vera").kirim("GET", "/ramalan").isi["isi"]} > {"Unit dinas"}
    assert tini.kirim("GET", "/ramalan?opd=rsud").status == 404
    assert siapa("vera").kirim("GET", "/laporan/nominatif?periode=2026-12-01").isi["kode"] == "opd-kosong"


def unit_sendiri(kantor, unit):
    """SUTINI serves only this unit from now on; two more work in sd-1a, below sd-1."""
    akun = rak_akun.ambil(kantor.store, "tini")
    kantor.store.write(rak_akun.RAK.taruh(akun.model_copy(update={"lingkup": unit})))
    kantor.store.write(
        rak_kantor.RAK_UNIT.taruh(Unit(id="sd-1a", nama="Kelas jauh", induk="sd-1", jalur=("dinas", "sd-1", "sd-1a")))
    )
    for id_ in ("vera", "vino"):
        p = rak_pegawai.ambil(kantor.store, id_)
        pindah = p.model_copy(update={"unit": "sd-1a", "opd": "dinas"})
        kantor.store.write(rak_pegawai.RAK.taruh(pindah), rak.tanda(id_))
    hitung_semua(kantor)


def test_the_pengelola_of_a_unit_counts_those_whom_he_serves(kantor, siapa):
    unit_sendiri(kantor, "sd-1")
    h = siapa("tini").kirim("GET", "/ramalan-hitungan").isi
    nama = {b["nama"] for b in siapa("tini").kirim("GET", "/ramalan").isi["isi"]}
    milik = hitung_ulang(kantor, ("karno", "vera", "vino"))

    assert (h["opd"], h["orang"], nama) == ("Unit sd-1", 3, {"SOEKARJONO", "VERAWATI", "VINO"})
    assert h["jawaban"] == milik.jawaban and {k["kode"]: k["jumlah"] for k in h["kurang"]} == milik.kurang
    assert siapa("vera").kirim("GET", "/ramalan-hitungan?opd=dinas").isi["orang"] == 4
    assert siapa("tini").kirim("GET", "/ramalan-hitungan?opd=dinas").isi["orang"] == 3


def test_who_was_forecast_before_units_were_counted_is_counted_in_his_unit_by_the_next_round(kantor, siapa):
    karno = rak.ambil(kantor.store, "karno")
    laci = [rak.hitungan(kantor.store, rak.laci_unit(u)) for u in ("sd-1",)]
    kantor.store.write(rak.RAK.taruh(karno.model_copy(update={"per_unit": False})), *map(rak.RAK_HITUNGAN.buang, laci))
    kantor.store.write(rak.tanda("karno", rak.PUTARAN))
    hitung_semua(kantor)
    assert rak.hitungan(kantor.store, rak.laci_unit("sd-1")).orang == 1
    assert rak.hitungan(kantor.store, "dinas").orang == 2


@pytest.mark.parametrize("bentuk", ["xlsx", "pdf"])
def test_the_nominative_list_names_those_of_the_period(bentuk, kantor, siapa):
    jawab = siapa("tini").kirim("GET", f"/laporan/nominatif?periode=2026-12-01&bentuk={bentuk}")
    assert jawab.status == 200, jawab.isi
    [(isi, _)] = [b for k, b in kantor.documents.isi.items() if k.startswith("cetak/")]

    if bentuk == "pdf":
        assert bytes(isi)[:5] == b"%PDF-"
        return
    lembar = openpyxl.load_workbook(io.BytesIO(isi)).active
    baris = list(lembar.values)
    assert {b[1] for b in baris[1:]} == {"SOEKARJONO", "SUTINI", "Jumlah ke III/b"}
    assert all(isinstance(b[2], str) and len(b[2]) == 18 for b in baris[1:3])


def test_a_list_that_is_cut_says_so_and_counts_all(kantor, siapa, monkeypatch):
    monkeypatch.setattr(nominatif, "PALING_BANYAK", 1)
    assert siapa("tini").kirim("GET", "/laporan/nominatif?periode=2026-12-01&bentuk=xlsx").status == 200
    [(isi, _)] = [b for k, b in kantor.documents.isi.items() if k.startswith("cetak/")]
    _, pertama, sisa, jumlah = openpyxl.load_workbook(io.BytesIO(isi)).active.values
    assert (
        pertama[1] == "SOEKARJONO"
        and sisa[1].startswith("Baru 1 dari 2 orang")
        and jumlah[1:3] == ("Jumlah ke III/b", "2")
    )


def test_a_cell_is_text_even_when_it_looks_like_a_formula_or_a_link():
    buku = openpyxl.load_workbook(io.BytesIO(buku_tulis.tulis("A", ["=1+1"], [["a<b&c", "http://a.b/"]])))

    assert list(buku.active.values) == [("=1+1", None), ("a<b&c", "http://a.b/")]
    assert buku.active["A1"].data_type != "f"
    assert buku.active["B2"].hyperlink is None


def test_a_name_with_very_long_titles_stops_nobodys_forecast(kantor):
    karno = rak_pegawai.ambil(kantor.store, "karno")
    panjang = karno.model_copy(update={"gelar_depan": "Dr. " * 40, "gelar_belakang": "M.Pd. " * 30})
    kantor.store.write(*rak_pegawai.simpan(panjang, karno))
    hitung_semua(kantor)

    assert rak.hitungan(kantor.store, rak.SEMUA).orang == len(ORANG)
    assert "SOEKARJONO" in rak.ambil(kantor.store, "karno").nama


def rusakkan(monkeypatch, siapa_):
    asli = ramalan.susun
    monkeypatch.setattr(ramalan, "susun", lambda k, id_, *lain: 1 / 0 if id_ == siapa_ else asli(k, id_, *lain))


def putaran(kantor, kali=40):
    """The worker's turns; answers what it would have logged."""
    gagal = []
    for _ in range(kali):
        try:
            ramalan.kerjakan(kantor)
        except Exception as sebab:
            gagal.append(sebab)
    return gagal


@pytest.mark.parametrize("antre", [rak.ANTRE, rak.PUTARAN])
def test_somebody_who_cannot_be_computed_is_set_aside_and_the_round_is_finished(antre, kantor, monkeypatch):
    with monkeypatch.context() as sela:
        rusakkan(sela, "karno")
        kantor.store.write(*[rak.tanda("karno")] * (antre == rak.ANTRE))
        gagal = putaran(kantor)
        penanda = rak.penanda(kantor.store)

    assert rak.hitungan(kantor.store, rak.SEMUA).orang == len(ORANG) - 1
    assert penanda.tuntas and penanda.dihitung == penanda.ditandai == len(ORANG)
    assert not any(kantor.store.query(laci, limit=1)[0] for laci in (rak.ANTRE, rak.PUTARAN))
    assert 0 < len(gagal) <= 2 * rak.BATAS_COBA and ukur(kantor)["ramalan_disisihkan"] == 1

    kantor.store.write(rak.tanda("karno"))
    assert not putaran(kantor) and rak.hitungan(kantor.store, rak.SEMUA).orang == len(ORANG)
    assert ukur(kantor)["ramalan_disisihkan"] == 0, "his facts are right again"


def test_who_cannot_be_computed_is_named_in_the_log_by_his_id_alone(kantor, monkeypatch, caplog):
    hitung_semua(kantor)
    rusakkan(monkeypatch, "karno")
    kantor.store.write(rak.tanda("karno"), rak.tanda("vera"))
    with caplog.at_level("ERROR", logger="sikap"):
        Pekerja([Tugas("ramalan", lambda: ramalan.kerjakan(kantor))], threading.Event()).putaran()

    [baris] = [json.loads(r.message) for r in caplog.records if r.name == "sikap"]
    assert baris["pesan"] == "Ramalan tidak dapat dihitung: karno." and "-> TakTerhitung" in baris["jejak"]
    assert "SOEKARJONO" not in caplog.text and nip(0) not in caplog.text


@pytest.mark.parametrize(
    ("siapa_", "cara", "jalur", "isi"),
    [
        ("admi", "PATCH", "/pegawai/karno", {"versi": 1, "tmt_golongan": "9999-12-31", "dasar": "SK nomor 1"}),
        ("karno", "GET", "/pegawai/karno/kelayakan?tmt=1999-01-01", None),
        ("karno", "POST", "/usulan", {"pegawai": "karno", "jenis": "PENGABDIAN", "periode": "1999-01-01"}),
    ],
)
def test_a_day_that_no_rule_can_count_with_is_refused_in_words(kantor, siapa, siapa_, cara, jalur, isi):
    orang = siapa(siapa_)
    assert orang.kirim(cara, jalur, isi).status == 422
    assert siapa("karno").kirim("GET", "/saya").status == 200
    kantor.store.write(rak.tanda("karno"))
    hitung_semua(kantor)
