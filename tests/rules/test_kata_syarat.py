"""A verdict in one sentence, to the person himself and to others."""

from __future__ import annotations

from datetime import date

import pytest
from chalicelib.rules.kata_syarat import DIA, kata

from schemas.golongan import Golongan
from schemas.temuan import TANPA_MKG
from schemas.usulan import Jenis, Kelayakan, TemuanSyarat


def hasil(putusan: str, cepat: date | None = None) -> Kelayakan:
    return Kelayakan(
        putusan=putusan,
        jenis=Jenis.REGULER,
        golongan_baru=Golongan.III_B,
        paling_cepat=cepat,
        per_tanggal=date(2027, 2, 1),
    )


@pytest.mark.parametrize(
    "putusan, cepat, kalimat",
    [
        ("MS", date(2027, 2, 1), "Anda dapat diusulkan ke golongan III/b untuk 1 Februari 2027."),
        ("MS", date(2026, 12, 1), "Anda dapat diusulkan ke golongan III/b untuk 1 Februari 2027. Bahkan sudah dapat untuk 1 Desember 2026."),
        ("TMS", date(2027, 4, 1), "Anda belum dapat diusulkan ke golongan III/b untuk 1 Februari 2027. Paling cepat untuk 1 April 2027."),
        ("TMS", None, "Anda belum dapat diusulkan ke golongan III/b untuk 1 Februari 2027. Kapan dapat, belum dapat dihitung selama yang kurang belum selesai."),
        ("PERLU_TELAAH", None, "Belum dapat dipastikan apakah Anda dapat diusulkan ke golongan III/b untuk 1 Februari 2027, karena ada yang belum diketahui."),
    ],
)  # fmt: skip
def test_the_verdict_is_one_sentence(putusan, cepat, kalimat):
    assert kata(hasil(putusan, cepat)).kalimat == kalimat


def test_the_date_that_can_still_be_proposed_counts_and_an_unknown_target_is_left_out():
    k = hasil("MS", date(2020, 1, 1)).model_copy(
        update={"paling_cepat_diusulkan": date(2026, 12, 1), "golongan_baru": None}
    )
    assert kata(k).kalimat == ("Anda dapat diusulkan untuk 1 Februari 2027. Bahkan sudah dapat untuk 1 Desember 2026.")


def test_its_card_names_the_kind_as_the_whole_site_does():
    k = kata(hasil("TMS"), DIA)
    assert (k.judul, k.sebutan, k.warna) == ("Reguler ke golongan III/b", "Belum memenuhi syarat", "tms")
    assert k.kalimat.startswith("PNS ini belum dapat diusulkan")


def test_each_finding_stands_under_the_heading_it_is_read_under():
    """What is not known is not what is missing; masa kerja golongan decides only the pay."""
    temuan = [("masa-pangkat-kurang", True), ("belum-diketahui-ujian", False), (TANPA_MKG, False), ("sudah-bup", True)]
    k = hasil("TMS").model_copy(update={"temuan": tuple(TemuanSyarat(kode=k, pesan="x", menghalangi=m) for k, m in temuan)})  # fmt: skip
    assert [t.kelompok for t in kata(k).temuan] == ["kurang", "gelap", "catatan", "kurang"]
    assert (kata(k).judul_alasan, kata(hasil("MS")).judul_alasan) == ("Yang sudah terpenuhi", "Karena")
