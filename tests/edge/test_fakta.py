"""A fact is proposed by those who serve the person, confirmed by another at BKPSDM, and only then moves an answer."""

from __future__ import annotations

import pytest
from alat_kantor import Peramban
from app import app
from chalicelib.actions.fakta import BATAS_MENUNGGU
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import fakta as rak
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import pegawai as rak_pegawai

BAIK = {"jenis": "kinerja", "isi": {"tahun": 2025, "predikat": "Baik"}, "sumber": "SKP 2025"}
NIHIL = {"jenis": "hukuman", "tindakan": "nihil", "sumber": "Surat pernyataan 800/12"}


@pytest.fixture
def siapa(kantor):
    wsgi = WsgiApp(app)

    def masuk(id_):
        kantor.jam.maju(seconds=31)
        return Peramban(wsgi).masuk(id_, kantor)

    return masuk


def usulkan(peramban, isian=BAIK, id_="karno"):
    jawab = peramban.kirim("POST", f"/pegawai/{id_}/fakta", isian)
    assert jawab.status == 201, jawab.isi
    return jawab.isi


def putuskan(peramban, usul, **isi):
    return peramban.kirim("POST", f"/fakta/{usul['id']}/putusan", {"versi": usul["versi"], "sah": True, **isi})


def test_a_proposal_counts_only_after_another_confirmed_it(kantor, siapa):
    tini, vera = siapa("tini"), siapa("vera")
    usul = usulkan(tini)

    assert rak.riwayat(kantor.store, "karno").baris == {}
    assert [u["id"] for u in vera.kirim("GET", "/fakta").isi["isi"]] == [usul["id"]]
    jawab = putuskan(vera, usul)

    assert jawab.status == 200, jawab.isi
    assert jawab.isi["keadaan"] == "sah"
    [baris] = tini.kirim("GET", "/pegawai/karno/fakta").isi["kelompok"][4]["isi"]
    assert baris["teks"] == "Tahun penilaian 2025, Predikat Baik"
    assert (baris["sumber"], baris["oleh"]) == ("SKP 2025", "SUTINI")
    assert vera.kirim("GET", "/fakta").isi["isi"] == []


def test_confirming_writes_fact_journal_message_and_forecast_note_together(kantor, siapa):
    tini, vera = siapa("tini"), siapa("vera")
    usul = usulkan(tini)
    sebelum = len(kantor.store.query("CATATAN#2026-11", limit=200)[0])
    tulis, kali = kantor.store.write, []
    kantor.store.write = lambda *o: (kali.append(o), tulis(*o))[1]
    putuskan(vera, usul)
    kantor.store.write = tulis

    [besar] = [o for o in kali if any(x.pk == f"FAKTA#{usul['id']}" for x in o)]
    assert {"PEGAWAI#karno", "CATATAN#2026-11", "RAMAL-ANTRE"} <= {x.pk for x in besar}
    assert len(kantor.store.query("CATATAN#2026-11", limit=200)[0]) == sebelum + 1
    assert rak_kabar.kotak(kantor.store, "tini").isi[0].kode == "FAKTA1"


def test_the_preview_shows_what_would_change_and_keeps_nothing(kantor, siapa):
    tini = siapa("tini")
    for tahun in (2024,):
        putuskan(siapa("vera"), usulkan(tini, BAIK | {"isi": {"tahun": tahun, "predikat": "Baik"}}))
    jawab = usulkan(tini, BAIK | {"uji": True})

    [reguler] = [a for a in jawab["akibat"] if a["jenis"].startswith("Reguler")]
    assert "kinerja" in reguler["sebelum"].casefold()
    assert reguler["sebelum"] != reguler["sesudah"]
    assert len(rak.milik(kantor.store, "karno")) == 1


def test_who_proposed_does_not_confirm_and_nobody_confirms_for_himself(siapa):
    vera, vino = siapa("vera"), siapa("vino")
    usul = usulkan(vera)
    sendiri = usulkan(siapa("vino"), id_="vera")

    assert putuskan(vera, usul).isi["kode"] == "fakta-sendiri"
    assert putuskan(vera, sendiri).isi["kode"] == "fakta-sendiri"
    assert putuskan(vino, usul).status == 200


def test_refusing_needs_a_reason_and_changes_no_fact(kantor, siapa):
    vera = siapa("vera")
    usul = usulkan(siapa("tini"))

    assert putuskan(vera, usul, sah=False).isi["kode"] == "tanpa-alasan"
    assert putuskan(vera, usul, sah=False, alasan="Tahunnya keliru").isi["keadaan"] == "ditolak"
    assert rak.riwayat(kantor.store, "karno").baris == {}
    assert putuskan(vera, usul).isi["kode"] == "bentrok"


def test_a_pengelola_proposes_only_for_his_own_office(siapa):
    asing = siapa("marni").kirim("POST", "/pegawai/karno/fakta", BAIK)
    tiada = siapa("tini").kirim("POST", "/pegawai/tiada/fakta", BAIK)

    assert (asing.status, asing.isi["detail"]) == (tiada.status, tiada.isi["detail"])


def test_the_person_reports_with_a_document(siapa):
    assert siapa("karno").kirim("POST", "/pegawai/karno/fakta", BAIK).isi["kode"] == "tanpa-dokumen"


@pytest.mark.parametrize("id_", ["karno", "tini", "vera", "audi"])
def test_discipline_is_seen_by_those_it_concerns(id_, siapa):
    kelompok = siapa(id_).kirim("GET", "/pegawai/karno/fakta").isi["kelompok"]

    assert "hukuman" in {k["jenis"] for k in kelompok}


@pytest.mark.parametrize("id_", ["admi", "pim", "marni", "paimin"])
def test_and_by_nobody_else(id_, kantor, siapa):
    usul = usulkan(siapa("tini"), NIHIL)

    assert siapa(id_).kirim("GET", "/pegawai/karno/fakta").status == 404
    assert siapa(id_).kirim("GET", f"/fakta/{usul['id']}").status == 404


def test_none_is_a_fact_of_its_own(kantor, siapa):
    tini, vera = siapa("tini"), siapa("vera")
    putuskan(vera, usulkan(tini, NIHIL))

    assert rak.riwayat(kantor.store, "karno").masukan()["hukuman"] == []
    putuskan(vera, usulkan(tini, {"jenis": "cltn", "isi": {"mulai": "2020-01-01", "selesai": "2020-12-31"}, "sumber": "SK CLTN 1"}))  # fmt: skip
    jawab = tini.kirim("POST", "/pegawai/karno/fakta", {"jenis": "cltn", "tindakan": "nihil", "sumber": "SK CLTN 1"})
    assert jawab.isi["kode"] == "nihil-berisi"


def test_a_confirmed_rank_corrects_the_persons_own_line(kantor, siapa):
    isi = {"gol": "III/b", "tmt": "2025-04-01", "jenis": "KP", "mkg_tahun": 12, "mkg_bulan": 3}
    usul = usulkan(siapa("tini"), {"jenis": "golongan", "isi": isi, "sumber": "SK Bupati 823/45"})
    putuskan(siapa("vera"), usul)

    p = rak_pegawai.ambil(kantor.store, "karno")
    assert (p.golongan.tulisan, str(p.tmt_golongan), p.mk_tahun) == ("III/b", "2025-04-01", 12)


def test_replacing_keeps_one_row_and_a_row_that_is_gone_is_a_conflict(kantor, siapa):
    tini, vera = siapa("tini"), siapa("vera")
    putuskan(vera, usulkan(tini))
    [baris] = rak.riwayat(kantor.store, "karno").baris["kinerja"]
    ganti = BAIK | {"tindakan": "ganti", "sasaran": baris.id, "isi": {"tahun": 2025, "predikat": "Sangat Baik"}}
    satu, dua = usulkan(tini, ganti), usulkan(tini, {**BAIK, "tindakan": "hapus", "isi": {}, "sasaran": baris.id})

    assert putuskan(vera, satu).status == 200
    assert [b.isi["predikat"] for b in rak.riwayat(kantor.store, "karno").baris["kinerja"]] == ["Sangat Baik"]
    assert putuskan(vera, dua).isi["kode"] == "baris-hilang"


@pytest.mark.parametrize(
    ("isian", "kode", "bidang"),
    [
        ({"isi": {"tahun": 2025}}, "kosong", "predikat"),
        ({"isi": {"tahun": 2025, "predikat": "Hebat"}}, "pilihan", "predikat"),
        ({"isi": {"tahun": 1975, "predikat": "Baik"}}, "tanggal-janggal", "tahun"),
        ({"isi": {"tahun": 2025, "predikat": "Baik", "warna": "biru"}}, "tak-dikenal", "warna"),
        ({"jenis": "cltn", "isi": {"mulai": "2020-05-01", "selesai": "2020-01-01"}}, "selesai-mendahului", "selesai"),
        ({"jenis": "golongan", "isi": {"gol": "V/a", "tmt": "2020-05-01"}}, "isian-tak-sah", "gol"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(isian, kode, bidang, siapa):
    jawab = siapa("tini").kirim("POST", "/pegawai/karno/fakta", BAIK | isian)

    assert jawab.status == 400 or jawab.status == 422, jawab.isi
    assert (kode, bidang) in {(t["kode"], t["bidang"]) for t in jawab.isi["temuan"]}, jawab.isi["temuan"]


def test_a_proposal_is_taken_back_by_its_author_only(siapa):
    tini = siapa("tini")
    usul = usulkan(tini)

    assert siapa("vera").kirim("POST", f"/fakta/{usul['id']}/penarikan", {"versi": usul["versi"]}).status == 404
    assert tini.kirim("POST", f"/fakta/{usul['id']}/penarikan", {"versi": usul["versi"]}).isi["keadaan"] == "ditarik"


def test_the_answer_says_who_can_put_it_right_and_shows_discipline_to_whom_it_concerns(siapa):
    alamat = "/pegawai/karno/kelayakan?tmt=2027-03-01&jenis=REGULER"
    [milik] = siapa("karno").kirim("GET", alamat).isi["isi"]
    [admi] = siapa("admi").kirim("GET", alamat).isi["isi"]

    kurang = {t["kode"]: t["pembenah"] for t in milik["temuan"]}
    assert kurang["belum-diketahui-hukuman"] == "pengelola kepegawaian OPD"
    assert "belum-diketahui-hukuman" not in {t["kode"] for t in admi["temuan"]}
    assert {a["kode"] for a in milik["alasan"]} >= {"masa-pangkat-cukup"}


HUKUMAN = {
    "jenis": "hukuman", "isi": {"tingkat": "sedang", "mulai": "2026-01-01", "selesai": "2026-12-31"}, "sumber": "SK 800/9",
}  # fmt: skip


def test_the_journal_tells_who_may_read_no_facts_nothing_of_a_penalty(kantor, siapa):
    usulkan(siapa("tini"), HUKUMAN)
    admi, audi = (siapa(o).kirim("GET", "/audit?bulan=2026-11").isi["isi"][0] for o in ("admi", "audi"))

    assert (admi["aksi"], admi["tentang"]) == (audi["aksi"], audi["tentang"]) == ("usulkan fakta", "SOEKARJONO")
    assert admi["isi"].keys() == {"usul"}
    assert (audi["isi"]["jenis"], audi["isi"]["tindakan"]) == ("hukuman", "tambah")


def test_a_proposal_does_not_tell_whether_somebody_unseen_bears_a_nip(kantor, siapa):
    def tanya(orang, nip_, **lain):
        isian = {"jenis": "data_diri", "tindakan": "ganti", "isi": {"nip": nip_}, "sumber": "SK CPNS 1", **lain}
        return siapa(orang).kirim("POST", "/pegawai/karno/fakta", isian)

    dipakai, bebas = rak_pegawai.ambil(kantor.store, "paimin").nip, "197003111995032999"
    satu, dua = tanya("tini", dipakai, uji=True), tanya("tini", bebas, uji=True)
    assert (satu.status, {**satu.isi, "teks": ""}) == (dua.status, {**dua.isi, "teks": "", "pada": satu.isi["pada"]})
    assert tanya("vera", dipakai, uji=True).isi["kode"] == "nip-dipakai"

    usul = tanya("tini", dipakai).isi
    assert putuskan(siapa("vera"), usul).isi["kode"] == "nip-dipakai"
    assert rak_pegawai.ambil(kantor.store, "karno").nip != dipakai


def test_words_that_look_like_a_day_close_neither_the_desk_nor_the_journal(kantor, siapa):
    tini, isi = siapa("tini"), {"jenis": "pelaksana", "nama": "2026-99-99", "tmt": "2020-01-01"}
    usul = usulkan(tini, {"jenis": "jabatan", "isi": isi, "sumber": "SK 800/3"})
    vera = siapa("vera")

    assert "Nama jabatan 2026-99-99" in vera.kirim("GET", "/fakta").isi["isi"][0]["teks"]
    assert tini.kirim("GET", "/pegawai/karno/fakta").status == 200
    minta = {"opd": "dinas", "tujuan": "0000-00-00"}
    assert siapa("opi").kirim("POST", "/paket", minta).status == 201
    catatan = siapa("audi").kirim("GET", "/audit?bulan=2026-11").isi["isi"][0]
    assert "tujuan: 0000-00-00" in catatan["rincian"]
    assert tini.kirim("POST", f"/fakta/{usul['id']}/penarikan", {"versi": usul["versi"]}).status == 200


def test_what_waits_counts_however_many_were_proposed_and_taken_back_since(siapa):
    tini = siapa("tini")
    lama = [usulkan(tini)["id"] for _ in range(BATAS_MENUNGGU)]
    penuh = tini.kirim("POST", "/pegawai/karno/fakta", BAIK).isi
    assert penuh["kode"] == "usul-penuh"
    lepas = tini.kirim("GET", f"/fakta/{lama.pop()}").isi
    for _ in range(51):
        assert tini.kirim("POST", f"/fakta/{lepas['id']}/penarikan", {"versi": lepas["versi"]}).status == 200
        lepas = usulkan(tini)

    assert tini.kirim("POST", "/pegawai/karno/fakta", BAIK).isi["kode"] == "usul-penuh"
    assert set(lama) <= {u["id"] for u in tini.kirim("GET", "/pegawai/karno/fakta").isi["usul"]}
