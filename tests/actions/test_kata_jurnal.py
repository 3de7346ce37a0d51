"""The journal in words: no id, no code, no date in its bare form reaches the eyes of an auditor."""

from __future__ import annotations

import re

from chalicelib.actions import Kantor, audit
from chalicelib.actions.audit import catatan
from chalicelib.actions.kata_jurnal import JADWAL

from schemas.jadwal import SEBUTAN_JADWAL
from schemas.peran import Pelaku, Peran

ADMI = Pelaku(id="admi", nama="x", peran=frozenset({Peran.ADMIN}))
ID = "01M8EETP6D7H4QJF58F14CG833"


def baca(kantor: Kantor, aksi: str, tentang: str = "", isi: dict[str, object] | None = None) -> tuple[str, str]:
    kantor.store.write(catatan(kantor, ADMI, aksi, tentang, isi))
    baris = audit.jurnal(kantor, ADMI, f"{kantor.jam():%Y-%m}").isi[0]
    assert baris.isi == (isi or {}), "what the journal keeps stays as it was written"
    return baris.tentang, baris.rincian


def test_people_offices_days_and_choices_have_their_names(kantor):
    isi = {"peran": ["pns", "pengelola_opd"], "lingkup": "dinas", "terkunci": False}
    siapa, kata = baca(kantor, "ubah akun", "karno", isi)
    assert siapa == "SOEKARJONO"
    assert kata == "peran: PNS, Pengelola kepegawaian OPD; melayani: Unit dinas; terkunci: tidak"
    assert baca(kantor, "atur periode", "2027-02-01", {"usul_tutup_opd": "2026-12-15", "dasar": ""}) == (
        "1 Februari 2027", "batas OPD ke BKPSDM: 15 Desember 2026")  # fmt: skip


def test_a_reminder_of_the_schedule_is_not_a_period(kantor):
    assert baca(kantor, "minta paket berkas", "", {"periode": "2027-01-01"})[1] == "periode: 1 Januari 2027"
    assert baca(kantor, JADWAL, "versi 1", {"periode": "pukul 08.00"})[1] == f"{SEBUTAN_JADWAL['periode']}: pukul 08.00"


def test_documents_are_named_and_ids_left_out(kantor):
    siapa, kata = baca(kantor, "lihat dokumen identitas", "karno", {"slot": "skp-2025", "berkas": ID})
    assert (siapa, kata) == ("SOEKARJONO", "dokumen: Penilaian kinerja (SKP) tahun 2025")
    tentang, kata = baca(kantor, "minta paket berkas", ID, {"paket": ID, "berkas": 26, "tujuan": "unggah ke SIASN"})
    assert (tentang, kata) == ("", "berkas: 26; tujuan: unggah ke SIASN")
    assert (
        baca(kantor, "atur nama berkas", "", {"sk-kp": "SKKP_{nip}"})[1] == "SK kenaikan pangkat terakhir: SKKP_{nip}"
    )
    assert re.fullmatch(r"berkas bersidik [0-9a-f]{12}…", baca(kantor, "terapkan impor", "50266916d0d3")[0])
