"""Four people write to the office's number. Each test reads as the chat on their phone: left what they write, right what comes back."""

from __future__ import annotations

from datetime import date

import pytest
from alat_orang import Orang
from alat_rute import buka  # noqa: F401 - opens all counters
from alat_wa import terbaca, tulisan
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.records import usulan as rak_usulan

from schemas.kabar import PENUTUP
from schemas.usulan import Status

NOMOR = "+6281200001111"
TANPA = "Balas dengan angka: 1 KAPAN naik pangkat, 2 BANTUAN, 3 BERHENTI menerima kabar."
BERJALAN = "Balas dengan angka: 1 BERKAS yang kurang, 2 BANTUAN, 3 BERHENTI menerima kabar."
SESUDAH_BERKAS = "Balas dengan angka: 1 STATUS usulan, 2 BANTUAN, 3 BERHENTI menerima kabar."
UTAMA = "Balas dengan angka: 1 STATUS usulan, 2 BERKAS yang kurang, 3 KAPAN naik pangkat, 4 BANTUAN, 5 BERHENTI menerima kabar."


@pytest.fixture
def obrolan(pesan):
    """obrolan([(what he writes, what he reads), …])"""
    pesan.telepon("karno", NOMOR)
    nomor = iter(range(1000))

    def bicara(*baris):
        for tulis, baca in baris:
            pesan.webhook(tulisan(NOMOR, tulis, f"wamid.IN{next(nomor)}"))
            pesan.kerjakan()
            isi = terbaca(pesan.wa.terkirim[-1])
            assert isi.partition(f" {PENUTUP}")[0] == baca, tulis
            assert isi.partition(PENUTUP)[2].startswith(" Kode pesan: ")

    return bicara


@pytest.fixture
def kasus(pesan):
    """kasus(status, **fields) -> SOEKARJONO's case stands so."""
    tini = Orang(pesan.kantor, "tini")

    def atur(status, **isi):
        u = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)["id"]
        ada = rak_usulan.ambil(pesan.kantor.store, u)
        butir = (
            tuple(b.model_copy(update={"wajib": False, "diminta": b.slot == "sk-kp"}) for b in ada.butir)
            if status is Status.BTS_BKPSDM
            else ada.butir
        )
        pesan.kantor.store.write(rak_usulan.RAK.taruh(ada.model_copy(update={"status": status, "butir": butir, **isi})))

    return atur


def test_a_pns_with_no_case(obrolan):
    obrolan(
        ("status", f"Belum ada usulan kenaikan pangkat atas nama Anda. {TANPA}"),
        ("2", f"BKPSDM Kabupaten Ngawi, telepon (0351) 749034, hari kerja 07.30 sampai 15.30. {UTAMA}"),
        ("2", f"Belum ada usulan yang berjalan, jadi belum ada berkas yang diminta. {TANPA}"),
        ("7", f"Mohon maaf, kami belum mengerti. {UTAMA}"),
    )


def test_a_pns_with_a_running_case(obrolan, kasus):
    kasus(Status.VERIFIKASI, verifikator="vera", butir=())
    obrolan(
        ("STATUS", f"Usulan Anda periode 1 Februari 2027: Sedang diperiksa. Di meja: Verifikator BKPSDM. Berikutnya: {berikut(Status.VERIFIKASI)} {BERJALAN}"),
        ("1", f"Berkas usulan Anda sudah lengkap. Tidak ada yang perlu dikirim. {SESUDAH_BERKAS}"),
        ("1", f"Usulan Anda periode 1 Februari 2027: Sedang diperiksa. Di meja: Verifikator BKPSDM. Berikutnya: {berikut(Status.VERIFIKASI)} {BERJALAN}"),
    )  # fmt: skip


def test_a_pns_with_a_returned_case(obrolan, kasus):
    kasus(Status.BTS_BKPSDM, tenggat=date(2026, 12, 10))
    obrolan(
        ("sampai mana", f"Usulan Anda periode 1 Februari 2027: Berkas perlu diperbaiki. Di meja: PNS dan pengelola OPD. Berikutnya: {berikut(Status.BTS_BKPSDM)} Batas waktu 10 Desember 2026. {BERJALAN}"),
        ("1", f"Berkas yang masih perlu dilengkapi: SK kenaikan pangkat terakhir. Unggah di SIKAP, atau serahkan kepada pengelola kepegawaian. {SESUDAH_BERKAS}"),
    )  # fmt: skip


def test_a_pns_with_a_finished_case(obrolan, kasus):
    kasus(Status.SELESAI)
    obrolan(
        ("Status", f"Usulan Anda periode 1 Februari 2027: Selesai. Di meja: Tidak ada. Berikutnya: {berikut(Status.SELESAI)} {TANPA}"),
        ("berkas", f"Belum ada usulan yang berjalan, jadi belum ada berkas yang diminta. {TANPA}"),
    )  # fmt: skip


def test_a_pns_who_wants_no_more_and_then_again(pesan, obrolan):
    obrolan(
        ("berhenti", "Baik. Kabar biasa tidak lagi kami kirim. Yang wajib (berkas dikembalikan, SK terbit, kode masuk) tetap sampai. "
                     "Balas dengan angka: 1 MULAI menerima kabar lagi."),
        ("1", f"Baik. Kabar kami kirim lagi. {UTAMA}"),
    )  # fmt: skip
    assert rak_pilihan.ambil(pesan.kantor.store, "karno").lewat == "utama"


def test_a_phone_that_is_not_his_own_says_nothing_personal_until_he_confirmed_a_code(pesan, obrolan, kasus):
    kasus(Status.SELESAI)
    pesan.kantor.store.write(rak_pilihan.ubah(pesan.kantor.store, "karno", nomor_orang_lain=NOMOR))
    obrolan(
        ("status", "Nomor ini dipakai bersama, atau belum dibenarkan sebagai nomor Anda sendiri, jadi keterangan pribadi tidak kami kirim ke sini. "
                   "Masuklah ke SIKAP untuk melihatnya dan membenarkan nomor Anda."),
    )  # fmt: skip
    pesan.kantor.store.write(rak_pilihan.ubah(pesan.kantor.store, "karno", nomor_benar=NOMOR))
    obrolan(("berkas", f"Belum ada usulan yang berjalan, jadi belum ada berkas yang diminta. {TANPA}"))


def berikut(status: Status) -> str:
    from schemas.alur import MEJA

    return MEJA[status].berikutnya
