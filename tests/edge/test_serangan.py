"""Attacks on the counters: forged requests, planted cookies, other people's things, guessing, and what must never leave a trace."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import re
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest
from alat_kantor import ORANG, SANDI, TOTP, Peramban, nip
from alat_paket import kasus
from alat_rute import ISIAN, MATRIKS, NAMA, UMUM, alamat, buka
from app import app
from chalicelib.edge.rute import Pintu
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import usulan as rak_usulan
from pypdf import PdfReader

from schemas.usulan import Status, SuratPengantar

MENULIS = sorted(n for n, r in NAMA.items() if r.cara != "GET")
BACA = sorted(n for n, r in NAMA.items() if r.cara == "GET")


@pytest.fixture(scope="module")
def dunia(kantor_modul):
    return buka(kantor_modul)


def isi(kantor) -> list[object]:
    """Everything on record but tries and when a session was last seen."""
    pilih = "select pk, sk, v from item where pk not like 'MASUK#%' and pk not like 'SESI#%' order by pk, sk"
    return kantor.store._dialek.baca(pilih)


def badan(nama: str) -> object:
    return ISIAN.get(nama, {}) if NAMA[nama].masuk else None


def siapa(nama: str) -> str:
    return "karno" if MATRIKS[nama] == UMUM else (MATRIKS[nama].split() or ["admi"])[0]


@pytest.mark.parametrize("nama", [n for n in MENULIS if "/webhook/" not in n])  # those are proven by their signature
@pytest.mark.parametrize(
    "asal", ["http://jahat.example", "null", "http://localhost:8000.jahat.example", "tanpa kepala"]
)
def test_a_forged_request_of_another_site_is_refused(nama, asal, dunia, kantor_modul):
    pengunjung, sebelum = dunia.peramban[siapa(nama)], isi(kantor_modul)
    wsgi, kue = pengunjung.wsgi, pengunjung.kue
    kepala = {} if asal == "tanpa kepala" else {"origin": asal}
    korban = Peramban(wsgi, kue)
    if asal == "tanpa kepala":
        korban.kirim = _tanpa_tanda(korban)  # type: ignore[method-assign]
    jawab = korban.kirim(NAMA[nama].cara, alamat(nama, dunia), badan(nama), **kepala)
    assert (jawab.status, jawab.isi["kode"]) == (403, "asal-asing")
    assert isi(kantor_modul) == sebelum


def _tanpa_tanda(korban: Peramban):
    """What a form or image of another site can send: the cookie, but no header of ours."""
    asli = korban.wsgi

    def wsgi(lingkungan, mulai):
        return asli({k: v for k, v in lingkungan.items() if k != "HTTP_X_SIKAP"}, mulai)

    korban.wsgi = wsgi  # type: ignore[assignment]
    return Peramban.kirim.__get__(korban)


DIUNDUH = {"GET /laporan/nominatif", "GET /nomor-mati/unduhan"}
"""Lists of people that leave the house: the journal says who took them."""


@pytest.mark.parametrize("nama", BACA)
def test_reading_writes_nothing_and_is_kept_by_no_cache(nama, dunia, kantor_modul):
    sebelum = isi(kantor_modul)
    jawab = dunia.peramban[siapa(nama)].kirim("GET", alamat(nama, dunia))
    baru = [i for i in isi(kantor_modul) if i not in sebelum]
    assert [i for i in isi(kantor_modul) if i not in baru] == sebelum
    assert [pk.split("#")[0] for pk, *_ in baru] == (["CATATAN"] if nama in DIUNDUH else [])
    assert jawab.kepala["cache-control"] == "no-store"
    assert jawab.kepala["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in jawab.kepala["content-security-policy"]


@pytest.mark.parametrize("nama", sorted(NAMA))
def test_nothing_that_was_sent_comes_back_in_a_header(nama, dunia):
    racun = "QQracunQQ"
    kepala = dict.fromkeys(("user-agent", "referer", "x-request-id", "x-forwarded-for", "accept-language"), racun)
    jawab = dunia.peramban[siapa(nama)].kirim(
        NAMA[nama].cara, alamat(nama, dunia) if nama != "DELETE /sesi" else "/tiada", badan(nama), **kepala
    )
    assert not [k for k, v in jawab.kepala.items() if racun in v or "\n" in v or "\r" in v]


def test_no_address_takes_a_nip_or_a_name():
    """What stands behind the `?` is written into logs along the way."""
    bidang = {(n, b) for n, r in NAMA.items() if r.kueri for b in r.kueri.model_fields}
    assert not {x for x in bidang if x[1] in ("nip", "nama", "cari", "sandi", "kode", "telepon")}
    assert all("{nip}" not in r.jalur and "{nama}" not in r.jalur for r in NAMA.values())


def test_logs_hold_no_person_and_no_secret(dunia, kantor_modul, caplog, monkeypatch):
    """Even when the counter itself breaks in the middle."""
    caplog.set_level(logging.DEBUG)
    penyusup = Peramban(dunia.wsgi)
    penyusup.kirim("POST", "/sesi", {"nip": nip(0), "sandi": "kata sandi rahasiaku"})
    for nama in sorted(set(NAMA) - {"DELETE /sesi", "POST /saya/totp"}):
        dunia.peramban[siapa(nama)].kirim(NAMA[nama].cara, alamat(nama, dunia), badan(nama))
    monkeypatch.setattr(kantor_modul.store, "query", lambda *_, **__: (_ for _ in ()).throw(RuntimeError(nip(0))))
    assert dunia.peramban["vera"].kirim("GET", "/usulan").status == 500
    monkeypatch.undo()
    teks = "\n".join(r.getMessage() + str(r.exc_info or "") for r in caplog.records)
    assert "RuntimeError" in teks, "the log must have heard something"
    assert not re.search(r"\b\d{18}\b", teks)
    assert not [n for n, _, _ in ORANG.values() if n in teks and len(n) > 3]
    assert "rahasiaku" not in teks and SANDI not in teks and TOTP not in teks
    assert not [p.kue for p in dunia.peramban.values() if p.kue and p.kue.split("=")[1] in teks]


# --- sessions


def test_a_cookie_known_before_signing_in_is_worth_nothing_after(kantor):
    """Session fixation, at the password and again at the second factor."""
    dunia = buka(kantor)
    kantor.jam.maju(seconds=31)
    tanam = Peramban(dunia.wsgi, "sid=" + "a" * 43)
    assert tanam.kirim("POST", "/sesi", {"nip": nip(4), "sandi": SANDI}).status == 200
    setengah = tanam.kue
    assert setengah != "sid=" + "a" * 43
    assert tanam.kirim("POST", "/sesi/kode", {"kode": pyotp.TOTP(TOTP).at(kantor.jam())}).status == 200
    assert tanam.kue != setengah
    assert tanam.kirim("GET", "/saya").status == 200
    assert Peramban(dunia.wsgi, setengah).kirim("GET", "/saya").status == 401


def test_over_https_a_neighbour_cannot_plant_a_cookie(kantor):
    """Only the __Host- name counts there: a page of the same domain can set any other."""
    from dataclasses import replace

    import chalicelib.wiring as wiring

    dunia = buka(kantor)
    aman = replace(kantor, setelan=kantor.setelan.model_copy(update={"alamat_situs": "https://sikap.example.go.id"}))
    wiring.kantor = lambda: aman
    token = dunia.peramban["karno"].kue.split("=")[1]
    assert Peramban(dunia.wsgi, f"sid={token}").kirim("GET", "/saya").status == 401
    assert Peramban(dunia.wsgi, f"sid=palsu; __Host-sid={token}").kirim("GET", "/saya").status == 200
    baru = Peramban(dunia.wsgi).kirim("POST", "/sesi", {"nip": nip(0), "sandi": SANDI}).kepala["set-cookie"]
    assert baru.startswith("__Host-sid=") and {"HttpOnly", "Secure", "SameSite=Strict", "Path=/"} <= set(
        baru.split("; ")
    )


def test_the_second_factor_guards_every_counter_behind_it(kantor):
    dunia = buka(kantor)
    setengah = Peramban(dunia.wsgi)
    assert setengah.kirim("POST", "/sesi", {"nip": nip(4), "sandi": SANDI}).isi["lanjut"] == "kode"
    for nama in sorted(n for n, r in NAMA.items() if r.untuk not in (Pintu.UMUM, Pintu.SETENGAH)):
        jawab = setengah.kirim(NAMA[nama].cara, alamat(nama, dunia), badan(nama))
        assert (jawab.status, jawab.isi["kode"]) == (401, "perlu-kode"), nama


def test_signing_out_everywhere_reaches_every_session(kantor):
    """Also those of somebody who signed in a hundred times while he knew the password."""
    dunia = buka(kantor)
    lain = [Peramban(dunia.wsgi).masuk("karno", kantor) for _ in range(100)]
    pemilik = lain.pop()
    assert pemilik.kirim("POST", "/saya/sandi", {"sandi_lama": SANDI, "sandi": "kuda minum kopi"}).status == 204
    assert pemilik.kirim("GET", "/saya").status == 200
    assert [p for p in lain if p.kirim("GET", "/saya").status != 401] == []


def test_a_locked_account_ends_at_once(kantor):
    dunia = buka(kantor)
    assert dunia.peramban["admi"].kirim("PATCH", "/akun/paimin", {"versi": 1, "terkunci": True}).status == 200
    assert dunia.peramban["paimin"].kirim("GET", "/saya").status == 401
    jawab = Peramban(dunia.wsgi).kirim("POST", "/sesi", {"nip": nip(3), "sandi": SANDI})
    assert jawab.isi["kode"] == "masuk-tidak-cocok", "a locked account looks like a wrong password"


# --- other people's things


def test_ids_of_others_in_a_body_open_nothing(kantor):
    dunia = buka(kantor)
    p = dunia.peramban
    asing = p["paimin"].kirim("POST", "/berkas", ISIAN["POST /berkas"] | {"pegawai": "paimin"}).isi["id"]
    usulan = p["tini"].kirim("GET", f"/usulan/{dunia.usulan}").isi
    versi = {"versi": usulan["versi"]}
    coba = [
        p["tini"].kirim("PUT", f"/usulan/{dunia.usulan}/berkas/sk-kp", versi | {"berkas": asing}),
        p["tini"].kirim("GET", f"/berkas/{asing}"),
        p["tini"].kirim("GET", f"/berkas/{asing}/isi"),
        p["tini"].kirim("POST", f"/berkas/{asing}/penerimaan"),
        p["tini"].kirim("POST", "/berkas", ISIAN["POST /berkas"] | {"pegawai": "paimin"}),
        p["tini"].kirim("POST", "/usulan", ISIAN["POST /usulan"] | {"pegawai": "paimin"}),
        p["karno"].kirim("POST", "/usulan", ISIAN["POST /usulan"] | {"pegawai": "paimin"}),
        p["marni"].kirim("GET", f"/usulan/{dunia.usulan}"),
        p["marni"].kirim("POST", f"/usulan/{dunia.usulan}/pembatalan", versi | {"alasan": "lain"}),
    ]
    assert [(j.status, j.isi["detail"]) for j in coba] == [(404, "Yang Anda cari tidak ditemukan.")] * len(coba)


def test_a_collective_act_says_nothing_of_cases_of_others(kantor):
    dunia = buka(kantor)
    kirim = {"uji": False, "usulan": [{"id": dunia.usulan, "versi": 1}, {"id": "tiada", "versi": 1}]}
    kirim["isian"] = {"nomor_surat": "800/1", "tanggal_surat": "2026-11-25"}
    hasil = dunia.peramban["marni"].kirim("POST", "/kolektif/pengusulan", kirim).isi["hasil"]
    assert {(h["kode"], h["nama"], h["nomor"], h["berhasil"]) for h in hasil} == {("tidak-ada", "", "", False)}


@pytest.mark.parametrize(
    "kueri", ["", "?opd=dinas", "?meja=opd", "?meja=semua", "?petugas=vera", "?status=draf", "?meja=pegang"]
)
def test_lists_hold_only_what_is_ones_own(kueri, dunia):
    for id_ in ("marni", "paimin"):
        assert dunia.peramban[id_].kirim("GET", f"/usulan{kueri}").isi.get("isi", []) == []


def test_a_key_of_another_person_repeats_nothing(kantor):
    dunia = buka(kantor)
    kunci = {"idempotency-key": "kunci-yang-sama-1"}
    isian = ISIAN["POST /berkas"] | {"slot": "sk-pns"}
    satu = dunia.peramban["tini"].kirim("POST", "/berkas", isian, **kunci)
    dua = dunia.peramban["marni"].kirim("POST", "/berkas", isian, **kunci)
    assert (satu.status, dua.status) == (201, 404)


def test_a_session_of_another_cannot_be_ended(kantor):
    dunia = buka(kantor)
    id_ = dunia.peramban["karno"].kirim("GET", "/saya/sesi").isi["isi"][0]["id"]
    assert dunia.peramban["tini"].kirim("DELETE", f"/saya/sesi/{id_}").status == 404
    assert dunia.peramban["karno"].kirim("GET", "/saya").status == 200


def test_a_cursor_of_one_list_opens_no_other(kantor):
    dunia = buka(kantor)
    kursor = dunia.peramban["admi"].kirim("GET", "/unit?batas=1").isi["kursor"]
    assert kursor and nip(0) not in kursor
    jawab = dunia.peramban["karno"].kirim("GET", f"/usulan?kursor={kursor}")
    assert jawab.isi["kode"] == "kursor-asing"


# --- guessing


def salah(wsgi, i: int, nomor: int = 0) -> int:
    return Peramban(wsgi).kirim("POST", "/sesi", {"nip": nip(nomor), "sandi": f"salah sekali {i}"}).status


def test_many_guesses_at_once_gain_nothing(kantor):
    dunia = buka(kantor)
    with ThreadPoolExecutor(12) as utas:
        hasil = list(utas.map(lambda i: salah(dunia.wsgi, i), range(40)))
    assert hasil.count(422) <= 5 and set(hasil) == {422, 429}
    tutup = Peramban(dunia.wsgi).kirim("POST", "/sesi", {"nip": nip(0), "sandi": SANDI})
    assert tutup.status == 429 and int(tutup.kepala["retry-after"]) > 0, "shut also for the right one"
    assert salah(dunia.wsgi, 0, nomor=3) == 422, "never per office address: a colleague at the same desk goes on"


def test_the_pause_grows_and_ends(kantor):
    dunia, jeda = buka(kantor), []
    for i in range(30):
        if salah(dunia.wsgi, i) == 429:
            tunggu = int(
                Peramban(dunia.wsgi).kirim("POST", "/sesi", {"nip": nip(0), "sandi": SANDI}).kepala["retry-after"]
            )
            jeda.append(tunggu)
            kantor.jam.maju(seconds=tunggu)
    assert jeda == sorted(jeda) and len(set(jeda)) >= 5 and max(jeda) <= 3601
    kantor.jam.maju(seconds=3601)
    assert Peramban(dunia.wsgi).kirim("POST", "/sesi", {"nip": nip(0), "sandi": SANDI}).status == 200
    assert salah(dunia.wsgi, 0) == 422, "a right one starts the count anew"


@pytest.mark.parametrize("jalur", ["/akun/aktivasi", "/akun/pemulihan"])
def test_codes_are_not_guessed_and_known_numbers_look_like_unknown(kantor, jalur):
    """The same answers in the same order for somebody of the office and for nobody at all."""
    dunia, kata = buka(kantor), []
    for nomor in (nip(0), "198001012005011999"):
        Peramban(dunia.wsgi).kirim("POST", "/akun/kode", {"nip": nomor, "tujuan": jalur[6:]})
        coba = [
            {"kode": f"9{i:05d}", "sandi": s}
            for i, s in enumerate(["1234567890", "SOEKARJONO asli"] * 2 + ["ini kalimat saya"] * 6)
        ]
        jawab = [Peramban(dunia.wsgi).kirim("POST", jalur, {"nip": nomor, **c}) for c in coba]
        kata.append([(j.status, j.isi["kode"], j.isi["detail"], [t["pesan"] for t in j.isi["temuan"]]) for j in jawab])
    assert kata[0] == kata[1]
    assert kata[0][-1][0] == 429


def test_codes_are_sent_less_and_less_often(kantor):
    """Neither guessed by asking again and again, nor a phone flooded by anybody who knows a NIP."""
    dunia = buka(kantor)
    for _ in range(24 * 60):
        assert Peramban(dunia.wsgi).kirim("POST", "/akun/kode", {"nip": nip(0), "tujuan": "pemulihan"}).status == 202
        kantor.jam.maju(seconds=61)
    kode = [k for k in kantor.store.query("KOTAK#karno", index="g1", limit=200)[0] if k.body["kode"] == "KODE"]
    assert 5 <= len(kode) <= 40


def test_a_stranger_cannot_make_a_printed_slip_worthless(kantor):
    dunia = buka(kantor)
    assert dunia.peramban["vera"].kirim("POST", "/akun/paimin/slip").status == 200
    for i in range(8):
        Peramban(dunia.wsgi).kirim("POST", "/akun/kode", {"nip": nip(3), "tujuan": "pemulihan"})
        Peramban(dunia.wsgi).kirim(
            "POST", "/akun/pemulihan", {"nip": nip(3), "kode": f"AAAAA-{i:05d}", "sandi": "kuda minum kopi"}
        )
    kantor.jam.maju(hours=1)
    kode = re.search(rb"[2-9A-Z]{5}-[2-9A-Z]{5}", _teks(kantor)).group().decode()
    jawab = Peramban(dunia.wsgi).kirim(
        "POST", "/akun/pemulihan", {"nip": nip(3), "kode": kode, "sandi": "kuda minum kopi"}
    )
    assert jawab.status == 200, jawab.isi


def _teks(kantor) -> bytes:
    import io

    from pypdf import PdfReader

    [cetak] = kantor.documents.daftar("cetak/")
    return PdfReader(io.BytesIO(kantor.documents.baca(cetak))).pages[0].extract_text().encode()


def test_a_code_of_the_second_factor_counts_once(kantor):
    dunia = buka(kantor)
    kantor.jam.maju(seconds=61)
    kode = {"kode": pyotp.TOTP(TOTP).at(kantor.jam())}
    tiga = [Peramban(dunia.wsgi) for _ in range(3)]
    for p in tiga:
        assert p.kirim("POST", "/sesi", {"nip": nip(4), "sandi": SANDI}).status == 200
    with ThreadPoolExecutor(3) as utas:
        hasil = list(utas.map(lambda p: p.kirim("POST", "/sesi/kode", kode).status, tiga))
    assert hasil.count(200) == 1, hasil


def test_the_second_factor_is_not_guessed(kantor):
    dunia = buka(kantor)
    p = Peramban(dunia.wsgi)
    p.kirim("POST", "/sesi", {"nip": nip(4), "sandi": SANDI})
    hasil = [p.kirim("POST", "/sesi/kode", {"kode": f"{i:06d}"}).status for i in range(12)]
    assert hasil.count(422) == 5 and hasil[-1] == 429


def test_a_refusal_is_repeated_as_a_refusal(kantor):
    """The phone that lost the answer asks again with the same key and must hear why."""
    dunia = buka(kantor)

    rusak = b"%PDF-1.7\nbukan sungguhan\n%%EOF"
    isian = ISIAN["POST /berkas"] | {"ukuran": len(rusak), "sha256": hashlib.sha256(rusak).hexdigest()}
    tiket = dunia.peramban["karno"].kirim("POST", "/berkas", isian).isi
    assert kantor.documents.unggah(tiket["tiket"]["url"], rusak) == 200
    kunci = {"idempotency-key": "terima-sekali-saja"}
    jawab = [dunia.peramban["karno"].kirim("POST", f"/berkas/{tiket['id']}/penerimaan", **kunci) for _ in range(2)]
    assert [(j.status, j.isi["kode"]) for j in jawab] == [(422, "berkas-rusak")] * 2
    assert json.dumps(jawab[0].isi["detail"])


def test_the_covering_letter_of_many_names_only_himself_to_one_of_them(kantor):
    surat = SuratPengantar(nomor="800/1", tanggal=kantor.jam().date(), kolektif="surat-1")
    kasus_ = {}
    for siapa in ("karno", "tini"):
        kasus_[siapa] = kasus(kantor, siapa, "dinas", Status.DIUSULKAN_OPD, {})
        u = rak_usulan.ambil(kantor.store, kasus_[siapa])
        kantor.store.write(rak_usulan.RAK.taruh(u.model_copy(update={"surat_pengantar": surat, "unit": "dinas"})))

    def isi_surat(siapa):
        kantor.jam.maju(seconds=31)
        jawab = (
            Peramban(WsgiApp(app)).masuk(siapa, kantor).kirim("POST", f"/usulan/{kasus_['karno']}/surat-pengantar", {})
        )
        assert jawab.status == 200, jawab.isi
        terakhir = max(kantor.documents.daftar("cetak/"))
        return PdfReader(io.BytesIO(kantor.documents.baca(terakhir))).pages[0].extract_text()

    assert [n in isi_surat("karno") for n in ("SOEKARJONO", "SUTINI")] == [True, False]
    assert all(n in isi_surat(o) for n in ("SOEKARJONO", "SUTINI") for o in ("tini", "vera"))


def test_an_administrator_does_not_set_what_his_own_promotion_rests_on(kantor):
    admi = Peramban(WsgiApp(app)).masuk("admi", kantor)
    isi = {"versi": 1, "tmt_golongan": "2020-04-01", "dasar": "SK nomor 1"}
    assert admi.kirim("PATCH", "/pegawai/admi", isi).isi["kode"] == "fakta-sendiri"
    assert admi.kirim("PATCH", "/pegawai/karno", isi).status == 200
