"""The invented people: enough of them, lawful NIP, careers that the rules can judge, and holes like those of a real office."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from alat_demo import buat_demo
from chalicelib.actions import terap
from chalicelib.rules.kelayakan import nilai

from schemas.aturan import aturan
from schemas.kelayakan import Orang
from schemas.nip import baca_nip
from schemas.peran import WAJIB_KODE, Peran
from schemas.temuan import Kode

HARI = date(2026, 11, 25)
BERIKUT = "2027-02-01"


def sidik(folder: Path) -> dict[str, str]:
    berkas = sorted(p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in berkas}


@pytest.fixture(scope="module")
def roster(demo):
    return terap.baca((demo.folder / "roster.xlsx").read_bytes(), "roster.xlsx", HARI)


@pytest.fixture(scope="module")
def jawaban(demo):
    minta = {"tmt_usul": BERIKUT, "per_tanggal": str(HARI)}
    return {nip: nilai(Orang.model_validate({**d, **minta}), aturan()) for nip, d in demo.riwayat.items()}


def test_two_runs_write_the_same_bytes(tmp_path):
    satu = buat_demo(tmp_path / "satu", "--jumlah", "900", PYTHONHASHSEED="1")
    dua = buat_demo(tmp_path / "dua", "--jumlah", "900", PYTHONHASHSEED="2")
    assert sidik(satu) == sidik(dua)


def test_the_county_has_8000_people_in_40_opd_and_no_row_is_refused(roster):
    assert (roster.jumlah, len(roster.orang), roster.ditolak) == (8000, 8000, [])
    assert len({o.opd for o in roster.orang}) == 40
    assert len({o.opd for o in roster.orang if o.opd.startswith("Kecamatan")}) == 19
    assert len({(o.opd, o.unit) for o in roster.orang}) > 300


def test_every_nip_is_lawful_invented_and_given_once(demo, roster):
    nip = [o.isi["nip"] for o in roster.orang]
    assert len(set(nip)) == 8000 and set(nip) == set(demo.riwayat)
    assert all((isi := baca_nip(n)) and 901 <= isi.nomor <= 999 and isi.tanggal_lahir < HARI for n in nip)


def test_the_roster_has_gaps_and_oddities_in_small_number(roster):
    celah, aneh = (Counter(t.kode for t in daftar) for daftar in (roster.celah, roster.peringatan))
    assert set(celah) == {"tmt-golongan", "tmt-cpns", "phone-unusable"} and sum(celah.values()) < 400
    assert set(aneh) == {"sex-differs-from-nip", "phone-two-numbers", "mk-bulan-over-11"} and sum(aneh.values()) < 100


def test_teachers_and_health_workers_are_the_majority(demo):
    jabatan = Counter(d["jabatan"][-1]["nama"].split()[0] for d in demo.riwayat.values())
    assert jabatan["Guru"] > 3000
    assert sum(jabatan[n] for n in ("Perawat", "Bidan", "Dokter", "Nutrisionis", "Sanitarian")) > 800


def test_hundreds_could_rise_next_and_every_kind_is_somebodys(jawaban):
    putusan = Counter((h.jenis.value, h.putusan.value) for j in jawaban.values() for h in j.hasil)
    lulus = {jenis: n for (jenis, p), n in putusan.items() if p == "MS"}
    assert 300 < sum(lulus.values()) < 1200
    assert len(lulus) == 12 and lulus["REGULER"] > 100 and lulus["FUNGSIONAL"] > 200


def test_missing_and_quarrelling_facts_are_there_but_few(jawaban):
    telaah = sum(h.putusan.value == "PERLU_TELAAH" for j in jawaban.values() for h in j.hasil)
    kode = {t.kode for j in jawaban.values() for h in j.hasil for t in h.temuan}
    assert 100 < telaah < 1200
    assert {
        Kode.MKG_TIDAK_RUNTUT, Kode.BELUM_DIKETAHUI_KINERJA, Kode.BELUM_DIKETAHUI_TMT_GOLONGAN, Kode.BELUM_DIKETAHUI_ANGKA_KREDIT,
        Kode.HUKUMAN_BERJALAN, Kode.BATAS_PENDIDIKAN, Kode.SUDAH_BUP,
    } <= kode  # fmt: skip


def test_most_decrees_chain_without_a_break(jawaban):
    putus = sum(any(t.kode is Kode.MKG_TIDAK_RUNTUT for h in j.hasil for t in h.temuan) for j in jawaban.values())
    assert putus < 100


def test_every_role_has_an_account_with_a_password_and_a_code_where_needed(demo):
    tampil = [a for a in demo.akun if a["tampil"]]
    peran = {p for a in tampil for p in a["peran"]}
    assert peran == {p.value for p in Peran}
    assert len({a["lingkup"] for a in tampil if "pengelola_opd" in a["peran"]}) == 2
    for a in demo.akun:
        assert a["nip"] in demo.riwayat and len(a["sandi"]) >= 10
        assert bool(a["totp"]) == bool(WAJIB_KODE & {Peran(p) for p in a["peran"]})


def test_soekarjono_is_found_in_the_scope_of_the_demo_pengelola_and_may_rise(demo, roster, jawaban):
    akun = {a["kunci"]: a for a in demo.akun}
    nip, lingkup = akun["soekarjono"]["nip"], akun["pengelola_dikbud"]["lingkup"]
    baris = {o.isi["nip"]: o for o in roster.orang}[nip]
    assert baris.opd == lingkup and baris.unit != lingkup and baris.isi["telepon"]
    assert [(h.jenis.value, h.putusan.value, h.golongan_baru.tulisan) for h in jawaban[nip].hasil] == [
        ("REGULER", "MS", "III/d")
    ]
    assert not any(p["nip"] == nip for p in demo.perkara)
    ada = {s["slot"] for s in demo.arsip if s["nip"] == nip}
    assert set(jawaban[nip].hasil[0].berkas_kurang) - ada == {"skp-2025", "skp-2024"}


def test_the_teacher_of_57_has_a_story_that_holds(demo, jawaban):
    guru = demo.riwayat[next(a["nip"] for a in demo.akun if a["kunci"] == "guru_senior")]
    assert guru["tanggal_lahir"] == "1969-05-12"
    assert [g["gol"] for g in guru["golongan"]] == [
        "II/b",
        "II/b",
        "II/c",
        "II/d",
        "III/a",
        "III/b",
        "III/c",
        "III/d",
        "IV/a",
    ]
    [hasil] = jawaban[guru["nip"]].hasil
    assert (hasil.jenis.value, hasil.putusan.value, hasil.golongan_baru.tulisan) == ("FUNGSIONAL", "MS", "IV/b")
    assert (str(hasil.angka_kredit.jumlah), str(hasil.angka_kredit.butuh)) == ("193.75", "150.00")
