"""The cases of the demo county: possible by the workflow, right by the rules, and complete with papers."""

from __future__ import annotations

from datetime import datetime

import pytest
from chalicelib.rules import persyaratan
from chalicelib.rules.kelayakan import nilai_jenis

from schemas.alasan import ALASAN, Untuk
from schemas.alur import Siapa, langkah
from schemas.aturan import aturan
from schemas.berkas import urai_slot
from schemas.kelayakan import Orang
from schemas.usulan import LAYANAN, Jenis, Status

SEBELUM_USUL = {"draf", "dibatalkan", "perbaikan_pns", "diajukan_pns"}
TMS = {"tms", "menunggu_tms"}


def orang(demo, perkara) -> Orang:
    awal = perkara["langkah"][0]["pada"][:10]
    slot = [s["slot"] for s in perkara["langkah"] if s["aksi"] == "unggah"]
    minta = {"tmt_usul": perkara["periode"], "per_tanggal": awal, "berkas": slot}
    return Orang.model_validate({**demo.riwayat[perkara["nip"]], **minta})


def test_every_status_and_every_kind_has_a_case(demo):
    assert len(demo.perkara) >= 40
    assert {p["status"] for p in demo.perkara} == {s.value for s in Status}
    assert {p["jenis"] for p in demo.perkara} == {j.value for j in Jenis}
    assert len({p["nip"] for p in demo.perkara}) == len(demo.perkara)


def test_every_case_walks_the_workflow_to_its_status(demo):
    for p in demo.perkara:
        status = Status.DRAF
        for s in p["langkah"]:
            if s["aksi"] not in ("unggah", "periksa", "buat"):
                [baris] = langkah(LAYANAN, status, s["aksi"])[:1]
                status = baris.ke or status
        assert status == p["status"], p["kunci"]


def test_every_act_is_done_by_one_who_holds_the_role(demo):
    peran = {a["nip"]: set(a["peran"]) for a in demo.akun}
    cukup = {
        Siapa.KABID: "kabid",
        Siapa.OPERATOR: "operator_siasn",
        Siapa.VERIFIKATOR: "verifikator",
        Siapa.PEMEGANG: "verifikator",
    }
    for p in demo.perkara:
        status = Status.DRAF
        for s in p["langkah"]:
            for baris in langkah(LAYANAN, status, s["aksi"])[:1]:
                boleh = {cukup[x] for x in baris.siapa if x in cukup} | (
                    {"pengelola_opd"} if Siapa.PENGELOLA in baris.siapa else set()
                )
                sendiri = Siapa.PNS in baris.siapa and s["oleh"] == p["nip"]
                pembuat = {Siapa.PEMBUAT, Siapa.PEMBUAT_BKPSDM} & set(baris.siapa) and s["oleh"] == p["langkah"][0][
                    "oleh"
                ]
                assert sendiri or pembuat or boleh & peran.get(s["oleh"], set()), (p["kunci"], s["aksi"])
                status = baris.ke or status


def test_nobody_checks_or_approves_his_own(demo):
    for p in demo.perkara:
        pelaku = {
            a: {s["oleh"] for s in p["langkah"] if s["aksi"] == a} for a in ("buat", "usulkan", "terima", "setujui")
        }
        pengusul = pelaku["buat"] | pelaku["usulkan"] | {p["nip"]}
        assert not pengusul & (pelaku["terima"] | pelaku["setujui"]) and not pelaku["terima"] & pelaku["setujui"]


def test_time_runs_forward_within_office_hours_up_to_today(demo):
    for p in demo.perkara:
        saat = [datetime.fromisoformat(s["pada"]) for s in p["langkah"]]
        assert saat == sorted(saat) and saat[-1] < datetime.fromisoformat("2026-11-25T23:59:59+07:00")
        assert all(7 <= t.hour < 16 and t.weekday() < 5 for t in saat), p["kunci"]


def test_the_rules_agree_with_the_story(demo):
    for p in demo.perkara:
        hasil = nilai_jenis(orang(demo, p), Jenis(p["jenis"]), aturan())
        harap = "TMS" if p["status"] in TMS and not any(s["aksi"] == "kirim" for s in p["langkah"]) else "MS"
        assert hasil.putusan == harap, (p["kunci"], [t.kode for t in hasil.temuan if t.menghalangi])


def test_every_case_beyond_the_office_has_all_papers_and_none_that_nobody_asked_for(demo):
    for p in demo.perkara:
        minta = {s.slot: s.wajib for s in persyaratan.daftar(orang(demo, p), Jenis(p["jenis"]), aturan())}
        ada = {s["slot"] for s in p["langkah"] if s["aksi"] == "unggah" and s["pasang"]}
        assert ada <= set(minta), p["kunci"]
        if p["status"] not in SEBELUM_USUL:
            assert {slot for slot, wajib in minta.items() if wajib} <= ada, p["kunci"]


def test_decrees_state_what_the_rules_compute(demo):
    for p in demo.perkara:
        for isi in (s["isian"] for s in p["langkah"] if s["aksi"] == "catat_sk"):
            hasil = nilai_jenis(orang(demo, p), Jenis(p["jenis"]), aturan())
            assert (isi["mk_tahun"], isi["mk_bulan"], isi["gaji_pokok"]) == (*hasil.mkg, hasil.gaji_pokok)
            assert isi["tmt"] == p["periode"]


@pytest.mark.parametrize(
    "aksi,untuk",
    [
        ("periksa", Untuk.BUTIR),
        ("usulkan_tms", Untuk.TMS),
        ("catat_tms", Untuk.TMS),
        ("batalkan", Untuk.BATAL),
        ("catat_bts", Untuk.BTS_BKN),
    ],
)
def test_reasons_are_of_the_list(demo, aksi, untuk):
    alasan = [s["isian"].get("alasan") for p in demo.perkara for s in p["langkah"] if s["aksi"] == aksi]
    assert {a for a in alasan if a} and {a for a in alasan if a} <= set(ALASAN[untuk])


def test_acts_fit_their_forms(demo):
    for p in demo.perkara:
        status = Status.DRAF
        for s in p["langkah"]:
            for baris in langkah(LAYANAN, status, s["aksi"])[:1]:
                baris.isian.model_validate({"versi": 1, **_tanpa_rujukan(s["isian"])})
                status = baris.ke or status


def _tanpa_rujukan(isian):
    return {k: "x" if isinstance(v, str) and v[:1] in "$#" else v for k, v in isian.items()}


def test_every_upload_names_a_slot_and_a_file_that_is_there(demo):
    unggahan = [*demo.arsip, *(s for p in demo.perkara for s in p["langkah"] if s["aksi"] == "unggah")]
    assert len(unggahan) > 200
    for s in unggahan:
        assert urai_slot(s["slot"]) and (demo.folder / s["berkas"]).is_file()


def test_what_goes_wrong_goes_wrong_where_no_case_is_in_its_way(demo):
    [rusak], [mati] = demo.gangguan["dokumen"], demo.gangguan["nomor"]
    assert [(s["nip"], s["slot"]) for s in demo.arsip].count((rusak["nip"], rusak["slot"])) == 1
    assert rusak["nip"] in {a["nip"] for a in demo.akun if a["tampil"]} - {p["nip"] for p in demo.perkara}
    [kasus] = [p for p in demo.perkara if p["nip"] == mati]
    assert kasus["status"] == "tms", "a message went out, and no desk waits for her"
