"""A conversation reads like a chat; what is not ours to read is refused."""

from __future__ import annotations

import json
from datetime import date

import pytest
from alat_orang import Orang
from alat_rute import buka  # noqa: F401 - opens all counters
from alat_wa import RAHASIA, keadaan, tanda_tangan, tulisan
from chalicelib.actions import percakapan, surat_masuk
from chalicelib.records import surat_masuk as surat_masuk_rak
from chalicelib.rules import percakapan as kata
from chalicelib.rules.percakapan import Niat, mengerti

from schemas.golongan import Golongan
from schemas.usulan import Kelayakan

NOMOR = "+6281200001111"


@pytest.fixture
def chat(pesan):
    """chat(text) -> the answer that arrives on that phone."""
    pesan.telepon("karno", NOMOR)
    nomor = iter(range(1000))

    def tanya(teks, dari=NOMOR, id_=None):
        sebelum = len(pesan.wa.terkirim)
        pesan.webhook(tulisan(dari, teks, id_ or f"wamid.IN{next(nomor)}"))
        pesan.kerjakan()
        baru = [p["text"]["body"] for p in pesan.wa.terkirim[sebelum:] if p["type"] == "text"]
        return baru[0] if baru else None

    return tanya


def buat_kasus(pesan) -> str:
    tini = Orang(pesan.kantor, "tini")
    return tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)["id"]


def test_a_pns_without_a_case_asks_and_learns_what_he_can_ask(chat):
    assert "Belum ada usulan kenaikan pangkat" in chat("STATUS")
    assert "masih ada syarat yang perlu dilengkapi" in chat("1")  # KAPAN, in the menu that he was just sent
    assert "(0351) 749034" in chat("bantuan")
    assert "belum mengerti" in chat("assalamualaikum pak")
    assert "hanya membaca tulisan" in chat(None)


def test_a_pns_with_a_case_learns_its_desk_and_what_is_missing(pesan, chat):
    usulan = buat_kasus(pesan)
    assert "Draf. Di meja: Pembuat usulan. Berikutnya:" in chat("setatus")
    assert "Berkas yang masih perlu dilengkapi: " in chat("1")

    tini, vera = Orang(pesan.kantor, "tini"), Orang(pesan.kantor, "vera")
    for b in tini.lihat(usulan)["butir"]:
        if b["wajib"]:
            tini.isi(usulan, b["slot"])
    assert chat("berkas ").startswith("Berkas usulan Anda sudah lengkap")
    tini.lakukan(usulan, "pengusulan", nomor_surat="800/1", tanggal_surat="2026-11-25")
    vera.minta("POST", "/antrean/berikutnya")
    vera.lakukan(
        usulan,
        "pengembalian",
        butir=[{"slot": "sk-kp", "alasan": "tidak-terbaca", "catatan": "x"}],
        tenggat="2026-12-10",
    )
    assert "Berkas perlu diperbaiki. Di meja: PNS dan pengelola OPD." in chat("1")
    assert "Batas waktu 10 Desember 2026" in chat("status")


def test_an_answer_holds_no_nip_and_says_that_the_service_is_free(pesan, chat):
    buat_kasus(pesan)
    for teks in ("status", "berkas", "kapan", "bantuan"):
        jawab = chat(teks)
        assert "Layanan ini gratis" in jawab and "19700311" not in jawab


def test_stop_and_start(pesan, chat):
    assert "tidak lagi kami kirim" in chat("BERHENTI")
    buat_kasus(pesan)
    assert "kami kirim lagi" in chat("mulai")


def test_a_stranger_learns_how_to_register_and_nothing_else(chat):
    assert chat("STATUS", "+6289900001111").startswith(kata.TAMU)


def test_a_shared_phone_gets_nothing_personal(pesan, chat):
    pesan.telepon("paimin", NOMOR)
    assert chat("STATUS").startswith(kata.BERSAMA)


def test_a_message_that_comes_twice_is_answered_once(chat):
    assert chat("STATUS", id_="wamid.SAMA")
    assert chat("status", id_="wamid.SAMA") is None


def test_two_machines_do_not_talk_for_ever(chat):
    assert [chat("bantuan") is not None for _ in range(12)] == [True] * 10 + [False] * 2


@pytest.mark.parametrize(
    ("teks", "niat"),
    [
        ("STATUS", Niat.STATUS), (" sTaTus!! ", Niat.STATUS), ("1", Niat.STATUS), ("1.", Niat.STATUS), ("berkaas", Niat.BERKAS), ("kpan", Niat.KAPAN),
        ("Kapan naik pangkat?", Niat.KAPAN), ("stop", Niat.BERHENTI), ("BERHENTI.", Niat.BERHENTI), ("mulai", Niat.MULAI), ("help", Niat.BANTUAN),
        ("5", Niat.BERHENTI), ("6", None), ("0", None), ("", None), ("👍", None), ("9" * 900, None), ("assalamualaikum", None),
    ],
)  # fmt: skip
def test_what_people_mean(teks, niat):
    assert mengerti(teks) is niat


def hasil(putusan, cepat, gol=Golongan.III_B):
    return [
        Kelayakan(putusan=putusan, jenis="REGULER", golongan_baru=gol, paling_cepat=cepat, per_tanggal=date(2027, 2, 1))
    ]


@pytest.mark.parametrize(
    ("dihitung", "kalimat"),
    [
        ([], "belum dapat dihitung"), (hasil("TMS", None), "belum dapat dihitung"),
        (hasil("TMS", date(2027, 4, 1)), "paling cepat naik pangkat ke golongan III/b pada 1 April 2027"),
        (hasil("MS", date(2026, 10, 1)), "sudah dapat diusulkan naik pangkat ke golongan III/b"),
        (hasil("PERLU_TELAAH", date(2026, 10, 1)), "masih ada syarat yang perlu dilengkapi"),
    ],
)  # fmt: skip
def test_when_one_may_rise_never_promises_more_than_was_computed(dihitung, kalimat):
    assert kalimat in kata.kapan(dihitung, date(2026, 11, 25))


BADAN = tulisan(NOMOR, "STATUS", "wamid.X")


@pytest.mark.parametrize(
    ("badan", "tanda"),
    [
        (BADAN, ""), (BADAN, "sha256=00"), (BADAN, tanda_tangan(BADAN, "lain")), (BADAN[:-3], tanda_tangan(BADAN)), (BADAN + b" ", tanda_tangan(BADAN)),
        (BADAN, tanda_tangan(BADAN).upper()), (BADAN, tanda_tangan(BADAN, "")),
    ],
)  # fmt: skip
def test_a_forged_or_truncated_webhook_does_not_exist(pesan, badan, tanda):
    assert pesan.webhook(badan, tanda).status == 404
    assert pesan.wa.terkirim == []


def test_the_contracts_own_signatures_hold():
    assert tanda_tangan(b"test", "secret") == "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914"
    kosong = b'{"object":"whatsapp_business_account","entry":[]}'
    assert tanda_tangan(kosong, RAHASIA) == "sha256=77bcd400121d0840ee48fbb825f1b4675efb04fb56289e213e87cdeb776ad9c5"


@pytest.mark.parametrize(
    "badan",
    [b"", b"null", b"[]", b"{", b"\xff\xfe", b'{"entry":7}', b'{"entry":[7,{"changes":{"a":1}}]}', b"[" * 90_000,
     json.dumps({"entry": [{"changes": [{"value": {"statuses": [{"status": "sent"}], "messages": [{"from": "../x", "id": 1}]}}]}]}).encode()],
)  # fmt: skip
def test_signed_nonsense_is_taken_and_does_nothing(pesan, badan):
    assert pesan.webhook(badan).status in (204, 400)
    assert pesan.wa.terkirim == []


def test_a_huge_webhook_is_refused_and_a_replay_changes_nothing(pesan, chat):
    assert pesan.webhook(b" " * 300_000).status == 413
    chat("bantuan", id_="wamid.R")
    kabar = keadaan(pesan.wa.terkirim[0], "delivered")
    assert [pesan.webhook(kabar).status for _ in range(3)] == [204] * 3


def test_the_handshake_gives_the_challenge_back_to_who_knows_our_word(pesan):
    from alat_kantor import Peramban
    from app import app
    from chalicelib.edge.wsgi import WsgiApp

    wsgi = Peramban(WsgiApp(app))
    ada = wsgi.kirim("GET", "/webhook/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=kata-kami")
    assert (ada.status, ada.badan) == (200, b"1158201444")
    assert (
        wsgi.kirim("GET", "/webhook/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=salah").status == 404
    )


def test_anybody_may_ask_whether_a_message_is_ours(pesan, chat):
    chat("bantuan")
    (kabar,) = pesan.kabar("karno")
    orang = Orang(pesan.kantor, "paimin")
    ada = orang.minta("POST", "/publik/pesan", {"tanda": f" {kabar.tanda[:4].lower()} - {kabar.tanda[4:]}"})
    assert ada["dikenal"] and ada["judul"] == "Jawaban SIKAP" and set(ada) == {"dikenal", "judul", "dikirim_pada"}
    for salah in ("ABCD", "00000000", "x" * 40, "'; --"):
        assert orang.minta("POST", "/publik/pesan", {"tanda": salah}) == {
            "dikenal": False,
            "judul": "",
            "dikirim_pada": None,
        }


def test_a_body_that_breaks_the_work_holds_up_nobody_and_is_given_up(pesan, chat, monkeypatch):
    asli, kali = percakapan.kata.mengerti, []

    def patah(teks, menu):
        if teks == "RACUN":
            kali.append(teks)
            raise ZeroDivisionError
        return asli(teks, menu)

    monkeypatch.setattr(percakapan.kata, "mengerti", patah)
    with pytest.raises(ZeroDivisionError):
        pesan.webhook(tulisan(NOMOR, "RACUN", "wamid.RACUN"))
    pesan.kantor.store.write(surat_masuk_rak.simpan(tulisan(NOMOR, "bantuan", "wamid.SEHAT"), pesan.kantor.jam()))
    for _ in range(4):
        with pytest.raises(ZeroDivisionError):
            surat_masuk.olah(pesan.kantor)
    assert surat_masuk.olah(pesan.kantor) == 0 and len(kali) == 5
    pesan.kerjakan()
    assert "(0351) 749034" in pesan.wa.terkirim[-1]["text"]["body"]


def test_a_body_that_broke_beside_another_worker_tells_what_broke(pesan, chat, monkeypatch):
    def patah(kantor, item):
        kantor.store.write(surat_masuk_rak.selesai(item, kantor.jam()))  # the other worker
        raise ZeroDivisionError

    monkeypatch.setattr(surat_masuk, "_satu", patah)
    for isi in (tulisan(NOMOR, "bantuan", "wamid.A"), tulisan(NOMOR, "bantuan", "wamid.B")):
        pesan.kantor.store.write(surat_masuk_rak.simpan(isi, pesan.kantor.jam()))
    with pytest.raises(ZeroDivisionError):
        surat_masuk.olah(pesan.kantor)
    assert surat_masuk.olah(pesan.kantor) == 0, "both were seen"


def test_two_messages_at_once_of_one_sender_are_both_answered(pesan, chat, monkeypatch):
    asli, dua = percakapan._jawab, iter([True])

    def sela(kantor, punya, orang, satu):
        if next(dua, False):
            percakapan.jawab(kantor, satu._replace(id="wamid.SELA"))
        return asli(kantor, punya, orang, satu)

    monkeypatch.setattr(percakapan, "_jawab", sela)
    chat("bantuan")
    assert len(pesan.wa.terkirim) + len([k for k in pesan.kabar("karno") if k.keadaan == "antre"]) == 2
