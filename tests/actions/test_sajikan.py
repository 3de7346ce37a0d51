"""What lists and cases say: each thing once, in whole sentences, counted in working days of this county."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from chalicelib.actions.sajikan_berkas import kalimat


@pytest.fixture
def dikembalikan(kantor):
    """karno's case, its sk-kp returned to be made anew."""
    tini, vera = Orang(kantor, "tini"), Orang(kantor, "vera")
    kasus = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)
    for b in kasus["butir"]:
        if b["wajib"]:
            tini.isi(kasus["id"], b["slot"])
    tini.lakukan(kasus["id"], "pengusulan", nomor_surat="800/1", tanggal_surat="2026-11-25")
    vera.minta("POST", "/antrean/berikutnya")
    buram = [{"slot": "sk-kp", "alasan": "tidak-terbaca", "catatan": "Nama tidak terbaca."}]
    vera.lakukan(kasus["id"], "pengembalian", butir=buram, tenggat="2026-12-10")
    return kasus["id"]


def test_a_returned_line_says_why_in_sentences_and_what_stands_in_the_way(kantor, dikembalikan):
    kasus = Orang(kantor, "karno").minta("GET", f"/usulan/{dikembalikan}")
    butir = next(b for b in kasus["butir"] if b["slot"] == "sk-kp")

    assert butir["perlu"] == "Tulisan tidak terbaca atau buram: Nama tidak terbaca."
    assert ".." not in butir["ket"] and ".," not in butir["ket"] and butir["ket"].endswith(butir["perlu"])
    (perbaiki,) = [a for a in kasus["aksi"] if a["aksi"] == "perbaiki"]
    assert "Belum diganti atau dijawab" in perbaiki["penghalang"][0]


def test_a_case_is_called_by_its_date_to_its_owner_and_by_his_name_to_others(kantor, dikembalikan):
    judul = {s: Orang(kantor, s).minta("GET", f"/usulan/{dikembalikan}")["judul"] for s in ("karno", "tini")}
    assert judul == {"karno": "Kenaikan pangkat 1 Februari 2027", "tini": "SOEKARJONO"}


def test_a_line_about_a_case_costs_no_reading_of_holidays(kantor, dikembalikan, monkeypatch):
    tini = Orang(kantor, "tini")
    dibaca, cari = [], kantor.store.query
    monkeypatch.setattr(kantor.store, "query", lambda pk, **lain: dibaca.append(pk) or cari(pk, **lain))
    assert len(tini.minta("GET", "/usulan?meja=opd")["isi"]) == 1 and tini.lihat(dikembalikan)
    assert dibaca and not [pk for pk in dibaca if pk.startswith("LIBUR#")]


@pytest.mark.parametrize(
    "bagian, jadi",
    [(("Satu", "", "Dua."), "Satu. Dua."), (("Diterima BUDI, S.Sos.",), "Diterima BUDI, S.Sos."), ((), "")],
)
def test_every_part_ends_with_one_full_stop(bagian, jadi):
    assert kalimat(*bagian) == jadi


def test_one_document_reads_its_owner_once(kantor, dikembalikan, monkeypatch):
    vera = Orang(kantor, "vera")
    berkas = next(b["berkas"] for b in vera.minta("GET", f"/usulan/{dikembalikan}")["butir"] if b["slot"] == "sk-kp")
    dibaca, ambil = [], kantor.store.get
    monkeypatch.setattr(kantor.store, "get", lambda pk, sk: dibaca.append((pk, sk)) or ambil(pk, sk))
    assert vera.minta("GET", f"/berkas/{berkas['id']}")["boleh_isi"]
    assert dibaca.count(("PEGAWAI#karno", "-")) == 1


def test_the_desk_reads_what_the_paper_says_of_itself_and_the_answer_to_a_request(kantor, dikembalikan):
    karno, vera = Orang(kantor, "karno"), Orang(kantor, "vera")
    (lama,) = [b for b in karno.minta("GET", f"/usulan/{dikembalikan}")["butir"] if b["slot"] == "sk-kp"]
    surat = {"versi": lama["berkas"]["versi"], "nomor": "823/12", "tanggal": "2023-03-20", "tmt": "2023-04-01"}
    karno.minta("PUT", f"/berkas/{lama['berkas']['id']}/surat", surat)
    versi = karno.minta("GET", f"/usulan/{dikembalikan}")["versi"]
    karno.minta(
        "PUT", f"/usulan/{dikembalikan}/berkas/sk-kp/jawaban", {"versi": versi, "jawaban": "Aslinya memang pudar."}
    )

    di_meja = {b["slot"]: b["tentang"] for b in vera.minta("GET", f"/usulan/{dikembalikan}")["butir"]}
    assert di_meja["sk-kp"].startswith("1 halaman. Diunggah ")
    assert "Nomor 823/12, tanggal 20 Maret 2023, TMT 1 April 2023." in di_meja["sk-kp"]
    assert di_meja["sk-kp"].endswith("Jawaban: Aslinya memang pudar.")
    assert "Belum ada berkas." in di_meja.values()


def test_who_may_fill_a_line_now_is_told_with_the_line(kantor, dikembalikan):
    def dapat(siapa):
        return {b["slot"] for b in Orang(kantor, siapa).minta("GET", f"/usulan/{dikembalikan}")["butir"] if b["dapat"]}

    assert "sk-kp" in dapat("karno") and dapat("tini") == dapat("karno")
    assert dapat("vera") == dapat("kabul") == dapat("audi") == set()


def test_an_account_says_in_words_what_it_may_and_how_it_stands(kantor):
    admi = Orang(kantor, "admi")
    akun = {siapa: admi.minta("GET", f"/akun/{siapa}") for siapa in ("karno", "tini", "vera")}
    assert [a["kata"] for a in akun.values()] == [
        "",
        "Pengelola kepegawaian OPD, melayani Unit dinas",
        "Verifikator BKPSDM",
    ]
    assert akun["karno"]["keadaan"] == "Aktif, tanpa kode pengaman"
    kunci = {"versi": akun["vera"]["versi"], "peran": akun["vera"]["peran"], "lingkup": None, "terkunci": True}
    assert admi.minta("PATCH", "/akun/vera", kunci)["keadaan"] == "Aktif, kode pengaman terpasang, dikunci"


@pytest.mark.parametrize("siapa", ["karno", "tini", "vera", "kabul", "opi", "audi", "admi"])
def test_the_button_to_add_a_document_stands_where_the_counter_takes_one(kantor, siapa):
    orang = Orang(kantor, siapa)
    boleh = orang.minta("GET", "/pegawai/karno")["boleh_arsip"]
    isi = {"pegawai": "karno", "slot": "drh", "nama": "a.pdf", "ukuran": 9, "sha256": "a" * 64}
    orang.minta("POST", "/berkas", isi, 201 if boleh else 404)
    assert boleh is (siapa not in {"audi", "admi"})


def test_the_desk_has_the_facts_the_rule_and_the_version_before_beside_each_document(kantor, dikembalikan):
    karno, vera = Orang(kantor, "karno"), Orang(kantor, "vera")
    karno.isi(dikembalikan, "sk-kp", "pindaian kedua")
    karno.lakukan(dikembalikan, "perbaikan")
    meja = {b["slot"]: b for b in vera.lihat(dikembalikan)["butir"]}

    assert "Golongan ruang" in meja["sk-kp"]["tercatat"]
    assert "Dasar: " in meja["sk-kp"]["aturan"]
    assert meja["sk-kp"]["terdahulu"]["kata"] == "Sebelumnya versi 1."
    assert [b["terdahulu"] for s, b in meja.items() if s != "sk-kp"] == [None] * (len(meja) - 1)

    buram = {"alasan": "tidak-terbaca", "catatan": "Nama tidak terbaca."}
    vera.putuskan(dikembalikan, "sk-kp", "kembalikan", **buram)
    vera.lakukan(dikembalikan, "pengembalian", butir=[{"slot": "sk-kp", **buram}], tenggat="2026-12-10")
    karno.isi(dikembalikan, "sk-kp", "pindaian ketiga")
    karno.lakukan(dikembalikan, "perbaikan")
    (lama,) = [b["terdahulu"] for b in vera.lihat(dikembalikan)["butir"] if b["terdahulu"]]
    assert lama["kata"].startswith("Sebelumnya versi 2. Dikembalikan VERAWATI, ")
    assert lama["kata"].endswith("Tulisan tidak terbaca atau buram: Nama tidak terbaca.")
    assert vera.minta("GET", f"/berkas/{lama['buka']}")["nomor_versi"] == 2


def test_what_lies_on_the_desk_is_for_those_who_verify(kantor, dikembalikan):
    karno = Orang(kantor, "karno")
    karno.isi(dikembalikan, "sk-kp", "pindaian kedua")
    karno.lakukan(dikembalikan, "perbaikan")
    for siapa in ("karno", "tini", "opi", "audi"):
        for b in Orang(kantor, siapa).lihat(dikembalikan)["butir"]:
            assert (b["tercatat"], b["aturan"], b["terdahulu"]) == ("", "", None), siapa


def test_a_documents_page_lists_the_other_versions_and_who_brought_each(kantor, dikembalikan):
    karno = Orang(kantor, "karno")
    karno.isi(dikembalikan, "sk-kp", "dibuat ulang")
    (kini,) = [b["berkas"] for b in karno.lihat(dikembalikan)["butir"] if b["slot"] == "sk-kp"]
    rinci = karno.minta("GET", f"/berkas/{kini['id']}")
    (lama,) = rinci["lain"]
    assert lama["nomor_versi"] == 1 and lama["buka"]
    assert "diunggah SOEKARJONO" in rinci["keterangan"] and "diunggah SUTINI" in lama["keterangan"]


def test_an_account_says_that_the_office_it_serves_has_ended(kantor):
    admi = Orang(kantor, "admi")
    (rsud,) = [u for u in admi.minta("GET", "/unit?batas=100")["isi"] if u["id"] == "rsud"]
    admi.minta("POST", "/unit/rsud/penggabungan", {"versi": rsud["versi"], "ke": "bkpsdm"})
    assert admi.minta("GET", "/akun/marni")["kata"].endswith("unit itu sudah digabung: pilih unit barunya")
    assert "digabung" not in admi.minta("GET", "/akun/tini")["kata"]
