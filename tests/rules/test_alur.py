"""The workflow as a table: what holds for all rows, and what each act does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from string import Formatter
from typing import Any

import pytest
from chalicelib.galat import TidakBoleh
from chalicelib.rules import alur
from chalicelib.rules.jaga import JAGA
from chalicelib.rules.konteks import Konteks
from chalicelib.rules.wewenang import kapasitas
from contoh import HARI_INI, JALUR, KINI, berkas, pelaku, usulan

from schemas.alur import KENAIKAN_PANGKAT, LAHIR, MEJA, Jaga, Siapa, langkah, tanya
from schemas.kabar import KABAR, tulis_kabar
from schemas.peran import Peran
from schemas.usulan import AKHIR, LAYANAN, Butir, IsianAksi, IsianKembalikan, IsianSk, IsianTerima, IsianUsulkan, Status

P = Peran


def sebagai(id_: str, *peran: Peran, u: Any, lingkup: str | None = None) -> tuple[Any, frozenset[Siapa]]:
    p = pelaku(id_, *peran, lingkup=lingkup)
    return p, kapasitas(p, u, JALUR)


def lakukan(u: Any, aksi: str, isian: Any, *, oleh: str, peran: Peran | None = None, **konteks: Any) -> Any:
    lingkup = "dinas" if peran is P.PENGELOLA_OPD else None
    p, k = sebagai(oleh, *([peran] if peran else []), u=u, lingkup=lingkup)
    baris = alur.pilih(u, aksi, k)
    isi = Konteks(u, p, isian, HARI_INI, berkas={"b1": berkas()}, kelayakan=u.kelayakan)
    return alur.lakukan(baris, replace(isi, **konteks), kapasitas=k, pada=KINI)


def test_every_status_can_be_reached_from_draf():
    tercapai = {Status.DRAF}
    for _ in Status:
        tercapai |= {b.ke for b in KENAIKAN_PANGKAT if b.ke and tercapai & set(b.dari)}

    assert tercapai == set(Status)


def test_every_status_is_final_or_can_be_left():
    ditinggal = {s for b in KENAIKAN_PANGKAT for s in b.dari if b.ke and b.ke is not s}

    assert set(Status) - AKHIR <= ditinggal
    assert not [b for b in KENAIKAN_PANGKAT if set(b.dari) & AKHIR and b.aksi not in LAHIR]


def test_every_guard_is_decided_and_every_message_has_words():
    assert set(Jaga) == set(JAGA)
    assert {k for b in KENAIKAN_PANGKAT for k in b.kabar} <= set(KABAR)


@pytest.mark.parametrize(
    ("aksi", "status", "harap"),
    [
        ("ajukan", Status.DRAF, ""),
        ("usulkan", Status.DRAF, "nomor_surat tanggal_surat"),
        ("terima", Status.DIUSULKAN_OPD, "alasan_urutan"),
        ("kembalikan", Status.DIAJUKAN_PNS, "butir catatan"),
        ("kembalikan", Status.VERIFIKASI, "butir tenggat catatan"),
        ("kembalikan", Status.MENUNGGU_PERSETUJUAN, "catatan"),
        ("perbaiki", Status.BTS_BKN, ""),
        ("nyatakan_ms", Status.VERIFIKASI, "alasan_beda"),
        ("usulkan_tms", Status.VERIFIKASI, "alasan_tms dasar catatan"),
        ("alihkan", Status.VERIFIKASI, "kepada catatan"),
        ("kirim", Status.SIAP_KIRIM_BKN, "nomor_surat tanggal_surat siasn_id"),
        ("catat_bts", Status.DIPROSES_BKN, "alasan_bts_bkn butir tenggat catatan"),
        ("catat_pertek", Status.DIPROSES_BKN, "nomor tanggal berkas"),
        ("catat_sk", Status.PERTEK_TERBIT, "nomor tanggal berkas tmt mk_tahun mk_bulan gaji_pokok catatan"),
        ("batalkan", Status.VERIFIKASI, "alasan_batal catatan"),
        ("batalkan", Status.SK_TERBIT, "alasan_batal surat catatan"),
        ("alihkan_periode", Status.VERIFIKASI, "periode catatan"),
    ],
)
def test_a_row_says_what_its_act_asks(aksi, status, harap):
    assert {tanya(b) for b in langkah(LAYANAN, status, aksi)} == {tuple(harap.split())}


def test_who_agrees_with_the_rules_gives_no_reason():
    [baris] = langkah(LAYANAN, Status.VERIFIKASI, "nyatakan_ms")
    ada = usulan(Status.VERIFIKASI)
    k = Konteks(ada, pelaku("vera"), None, HARI_INI, kelayakan=ada.kelayakan)
    putusan = [ada.kelayakan.model_copy(update={"putusan": p}) for p in ("MS", "TMS", "PERLU_TELAAH")]
    semua = [alur.diminta(baris, replace(k, kelayakan=x)) for x in (*putusan, None)]
    assert semua == [[], *[["alasan_beda"]] * 3]


def test_every_status_says_whose_desk_it_is_on_and_what_comes_next():
    assert set(MEJA) == set(Status)
    assert all(m.di_meja and m.berikutnya for m in MEJA.values())


def test_one_act_from_one_status_by_one_person_has_one_meaning():
    kunci = [(s, b.aksi, siapa) for b in KENAIKAN_PANGKAT for s in b.dari for siapa in b.siapa]

    assert len(kunci) == len(set(kunci))


def test_a_message_names_no_nip_and_says_that_the_service_is_free():
    for kode, jenis in KABAR.items():
        isi = {tempat: "x" for _, tempat, _, _ in Formatter().parse(jenis.teks) if tempat}
        teks = tulis_kabar(kode, **isi)[1]
        assert "gratis" in teks and "NIP" not in teks


def test_proposing_keeps_the_letter_and_the_place_in_the_queue():
    u, peristiwa = lakukan(
        usulan(),
        "usulkan",
        IsianUsulkan(versi=1, nomor_surat="800/1/2026", tanggal_surat=HARI_INI),
        oleh="tini",
        peran=P.PENGELOLA_OPD,
    )

    assert (u.status, u.pengusul, u.antre_pada) == (Status.DIUSULKAN_OPD, "tini", KINI)
    assert (peristiwa.aksi, peristiwa.peran, peristiwa.isi["nomor_surat"]) == ("usulkan", P.PENGELOLA_OPD, "800/1/2026")


def test_a_missing_document_stops_the_proposal_and_is_named():
    u = usulan(butir=(Butir(slot="sk-kp", berkas="b1"), Butir(slot="skp-2025")))

    with pytest.raises(TidakBoleh, match="SKP.* tahun 2025"):
        lakukan(
            u,
            "usulkan",
            IsianUsulkan(versi=1, nomor_surat="800/1", tanggal_surat=HARI_INI),
            oleh="tini",
            peran=P.PENGELOLA_OPD,
        )


def test_nobody_verifies_what_he_proposed():
    u = usulan(Status.DIUSULKAN_OPD, pengusul="tini", dibuat_oleh="tini")

    with pytest.raises(TidakBoleh, match="orang yang sama"):
        lakukan(u, "terima", IsianTerima(versi=1), oleh="tini", peran=P.VERIFIKATOR)


def test_nobody_approves_what_he_verified():
    u = usulan(Status.MENUNGGU_PERSETUJUAN, verifikator="tono")

    with pytest.raises(TidakBoleh, match="di tangan orang lain"):
        lakukan(u, "setujui", IsianAksi(versi=1), oleh="tono", peran=P.KABID)


def test_an_officer_of_bkpsdm_is_only_a_pns_in_his_own_case():
    u = usulan(Status.DIUSULKAN_OPD, pegawai="tono")

    assert sebagai("tono", P.VERIFIKATOR, P.KABID, u=u)[1] == {Siapa.PNS}


@pytest.mark.parametrize(
    ("depan", "alasan", "boleh"), [("u1", "", True), (None, "", True), ("u0", "", False), ("u0", "kolektif", True)]
)
def test_the_queue_is_taken_in_order_or_with_a_coded_reason(depan, alasan, boleh):
    u = usulan(Status.DIUSULKAN_OPD)
    isian = IsianTerima(versi=1, alasan=alasan)

    if boleh:
        assert (
            lakukan(u, "terima", isian, oleh="tono", peran=P.VERIFIKATOR, antrean_pertama=depan, tanda_terima="TT-1")[
                0
            ].tanda_terima
            == "TT-1"
        )
    else:
        with pytest.raises(TidakBoleh, match="lebih dulu"):
            lakukan(u, "terima", isian, oleh="tono", peran=P.VERIFIKATOR, antrean_pertama=depan)


@pytest.mark.parametrize(
    ("tenggat", "boleh"), [(date(2026, 11, 24), False), (date(2026, 11, 25), False), (date(2026, 11, 26), True)]
)
def test_a_return_needs_a_deadline_after_today(tenggat, boleh):
    u = usulan(Status.VERIFIKASI, verifikator="tono")
    isian = IsianKembalikan.model_validate(
        {"versi": 1, "tenggat": tenggat, "butir": [{"slot": "sk-kp", "alasan": "tidak-terbaca"}]}
    )

    if boleh:
        assert lakukan(u, "kembalikan", isian, oleh="tono", peran=P.VERIFIKATOR)[0].butir[0].diminta
    else:
        with pytest.raises(TidakBoleh, match="sesudah hari ini"):
            lakukan(u, "kembalikan", isian, oleh="tono", peran=P.VERIFIKATOR)


def test_a_decree_that_differs_from_the_computation_needs_a_note():
    hitung = usulan().kelayakan.model_copy(update={"mkg": (24, 11), "gaji_pokok": 3_000_000})
    u = usulan(Status.PERTEK_TERBIT, kelayakan=hitung)
    isi = {
        "versi": 1,
        "nomor": "823/1",
        "tanggal": HARI_INI,
        "berkas": "sk",
        "tmt": date(2027, 2, 1),
        "mk_tahun": 25,
        "mk_bulan": 11,
        "gaji_pokok": 3_000_000,
    }
    ada = {"sk": berkas("sk", "sk-kp-baru")}

    with pytest.raises(TidakBoleh, match="25 tahun 11 bulan, hitungan 24 tahun 11 bulan"):
        lakukan(u, "catat_sk", IsianSk(**isi), oleh="opi", peran=P.OPERATOR_SIASN, berkas=ada)
    assert (
        lakukan(
            u, "catat_sk", IsianSk(**isi, catatan="Sesuai SK PMK 2024"), oleh="opi", peran=P.OPERATOR_SIASN, berkas=ada
        )[0].status
        is Status.SK_TERBIT
    )


def test_an_act_that_is_not_open_says_what_is():
    with pytest.raises(TidakBoleh) as tolak:
        lakukan(usulan(Status.DIAJUKAN_PNS, pegawai="tini"), "ajukan", IsianAksi(versi=1), oleh="tini")

    assert "Tarik kembali" in tolak.value.petunjuk


def test_each_event_carries_the_hash_of_the_one_before():
    u, satu = lakukan(usulan(pegawai="tini"), "ajukan", IsianAksi(versi=1), oleh="tini")
    _, dua = lakukan(u, "tarik", IsianAksi(versi=2), oleh="tini")

    assert dua.sebelum == satu.hash == satu.segel()
    assert (dua.nomor, dua.sebelum != dua.hash) == (2, True)
