"""What else ends by the retention table: texts of messages and the log of looks; what statistics and audit need stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from alat_paket import berkas
from alat_pdf import jujur
from chalicelib.actions import (
    Kantor,
    akhiri,
    audit,
    hitung_kabar,
    identitas,
    kabar,
    kabari,
    retensi,
    saya,
    tanda,
    unggah,
)
from chalicelib.actions.antar import antar
from chalicelib.galat import TidakBoleh
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import retensi as rak_retensi

from schemas.kabar import ISI_BERAKHIR, KeadaanKabar
from schemas.kueri import KueriKabar
from schemas.peran import Pelaku, Peran

VERA = Pelaku(id="vera", nama="x", peran=frozenset({Peran.VERIFIKATOR}))
ADMI = Pelaku(id="admi", nama="x", peran=frozenset({Peran.ADMIN}))
AUDI = Pelaku(id="audi", nama="x", peran=frozenset({Peran.AUDITOR}))
KARNO = Pelaku(id="karno", nama="x", peran=frozenset({Peran.PNS}))


@pytest.fixture
def kantor(kantor):
    """An office that has switched deletion on."""
    return replace(kantor, setelan=kantor.setelan.model_copy(update={"retensi": True}))


def kerja(kantor: Kantor) -> None:
    for _ in range(400):
        if not retensi.kerjakan(kantor):
            return
    raise AssertionError("the worker never comes to rest")


def kirim(kantor: Kantor, banyak: int = 1) -> list[str]:
    """So many messages that left the house, and are counted."""
    for _ in range(banyak):
        kantor.store.write(kabari.kepada_diri(kantor, "karno", "RUSAK", dokumen="SK CPNS", bantuan="(0351) 1"))
        kantor.jam.maju(seconds=1)
    while antar(kantor):
        pass
    while hitung_kabar.kerjakan(kantor):
        pass
    return [k.id for k in rak_kabar.kotak(kantor.store, "karno", batas=200).isi][:banyak]


def ambil(kantor: Kantor, id_: str):
    return rak_kabar.RAK.ambil(kantor.store, f"KABAR#{id_}")


def angka(kantor: Kantor) -> list[tuple[str, dict[str, object]]]:
    return [(i.sk, dict(i.body)) for i in kantor.store.query("HITUNG-KABAR")[0]]


def test_the_text_of_a_message_ends_and_what_it_was_stays(kantor):
    [id_] = kirim(kantor)
    semula, hitungan = ambil(kantor, id_), angka(kantor)
    assert "SK CPNS" in semula.isi and semula.tujuan and hitungan
    kantor.jam.maju(days=364)
    kerja(kantor)
    assert ambil(kantor, id_) == semula
    kantor.jam.maju(days=2)
    [baru] = kirim(kantor)
    kerja(kantor)

    k = ambil(kantor, id_)
    assert (k.isi, k.nilai, k.tujuan) == (ISI_BERAKHIR, (), "")
    tetap = ("kode", "kepada", "judul", "dibuat_pada", "keadaan", "kanal", "tanda", "terhitung", "dibaca_pada")
    assert {n: getattr(k, n) for n in tetap} == {n: getattr(semula, n) for n in tetap}
    assert [h for h in angka(kantor) if h in hitungan] == hitungan, "the counts of its month are as they were"
    assert tanda.periksa(kantor, k.tanda).dikenal, "SIKAP still knows that the message was its own"
    assert [x.isi for x in saya.kabar(kantor, KARNO, batas=9, kursor=None).isi][1] == ISI_BERAKHIR
    assert ambil(kantor, baru).isi != ISI_BERAKHIR
    assert sum(h.get("kabar", 0) for _, h in rak_retensi.hitungan(kantor.store)) == 1


def test_many_texts_end_page_by_page_each_once(kantor):
    ids = kirim(kantor, 7)
    kantor.jam.maju(days=366)
    langkah = 0
    while akhiri.kerjakan(kantor, batas=3):
        langkah += 1
    assert langkah == 3 and {ambil(kantor, i).isi for i in ids} == {ISI_BERAKHIR}
    versi = [ambil(kantor, i).versi for i in ids]
    assert akhiri.kerjakan(kantor, batas=3) == 0 and [ambil(kantor, i).versi for i in ids] == versi
    assert sum(h.get("kabar", 0) for _, h in rak_retensi.hitungan(kantor.store)) == 7


def test_a_message_whose_text_is_gone_is_not_sent_again(kantor):
    [id_] = kirim(kantor)
    k = ambil(kantor, id_)
    kantor.store.write(rak_kabar.RAK.taruh(k.model_copy(update={"keadaan": KeadaanKabar.GAGAL})))
    gagal = KueriKabar(keadaan="gagal")
    assert [k.boleh_ulang for k in kabar.log(kantor, ADMI, gagal).isi] == [True]
    assert [k.boleh_ulang for k in kabar.log(kantor, AUDI, gagal).isi] == [False], "he only reads"
    kantor.jam.maju(days=366)
    kerja(kantor)
    assert [k.boleh_ulang for k in kabar.log(kantor, ADMI, gagal).isi] == [False]
    with pytest.raises(TidakBoleh) as tolak:
        kabar.kirim_ulang(kantor, ADMI, id_)
    assert tolak.value.kode == "isi-berakhir"


def lihat(kantor: Kantor, banyak: int, *, unduh: bool = False) -> None:
    kk = berkas(kantor, "karno", "kartu-keluarga", jujur())
    for _ in range(banyak):
        unggah.alamat(kantor, VERA, kk, unduh=unduh)


def catatan(kantor: Kantor, bulan: str) -> list[tuple[str, str]]:
    return [(c.aksi, c.tentang) for c in rak_kantor.RAK_CATATAN.semua(kantor.store, f"CATATAN#{bulan}")]


def test_the_log_of_looks_ends_after_its_years_and_its_count_stays(kantor):
    lihat(kantor, 60)
    lihat(kantor, 45, unduh=True)
    kantor.store.write(audit.catatan(kantor, ADMI, "ubah peran", "vera"))
    kantor.jam.maju(days=20)
    lihat(kantor, 1)
    kantor.jam.maju(days=1826 - 20)
    kerja(kantor)
    assert len(catatan(kantor, "2026-11")) == 106, "a month ends when its last day is past the time"
    kantor.jam.maju(days=6)
    kerja(kantor)
    assert catatan(kantor, "2026-11") == [("ubah peran", "vera")], "only the looks end"
    assert catatan(kantor, "2026-12") == [(identitas.LIHAT, "karno")]
    sisa = [c for c in audit.jurnal(kantor, AUDI, f"{kantor.jam():%Y-%m}").isi if c.aksi == akhiri.SISA]
    assert [(c.tentang, c.isi) for c in sisa] == [("2026-11", {identitas.LIHAT: 60, identitas.UNDUH: 45})]
    assert sum(h.get("akses", 0) for _, h in rak_retensi.hitungan(kantor.store)) == 105
    kantor.jam.maju(days=31)
    kerja(kantor)
    assert catatan(kantor, "2026-12") == []


def test_switched_off_nothing_ends(kantor):
    [id_] = kirim(kantor)
    lihat(kantor, 1)
    mati = replace(kantor, setelan=kantor.setelan.model_copy(update={"retensi": False}))
    kantor.jam.maju(days=4000)
    kerja(mati)
    assert ambil(kantor, id_).isi != ISI_BERAKHIR and catatan(kantor, "2026-11") == [(identitas.LIHAT, "karno")]


def test_a_new_secret_begins_the_walk_anew(kantor):
    ids = kirim(kantor, 5)
    kantor.jam.maju(days=366)
    akhiri.kerjakan(kantor, batas=2)
    ada = next(i for s in KeadaanKabar if (i := rak_retensi.langkah(kantor.store, f"kabar {s}")))
    kantor.store.write(rak_retensi.taruh_langkah(ada.sk, ada, {"kursor": "kursor-dari-rahasia-lama"}))
    kerja(kantor)
    assert {ambil(kantor, i).isi for i in ids} == {ISI_BERAKHIR}


def test_word_of_a_changed_number_goes_again_to_the_old_one_only(kantor):
    lama, tetap, biasa = (
        "+6281200000077",
        kabari.tulis(kantor, "karno", "AMAN2", bantuan="x"),
        kabari.tulis(kantor, "karno", "UJI"),
    )
    for k in (tetap, biasa):
        gagal = k.model_copy(update={"keadaan": KeadaanKabar.GAGAL, "tujuan": lama})
        kantor.store.write(rak_kabar.RAK.taruh(gagal))
        kabar.kirim_ulang(kantor, ADMI, k.id)
    assert (ambil(kantor, tetap.id).tujuan, ambil(kantor, biasa.id).tujuan) == (lama, "")
