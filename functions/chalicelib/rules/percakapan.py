"""Percakapan: what somebody means who writes to the office's number, and the sentences of the answers. Pure."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from chalicelib.rules.waktu import tulis_tanggal
from schemas.alur import MEJA
from schemas.berkas import label_slot
from schemas.usulan import Kelayakan, Status, Usulan


class Niat(StrEnum):
    """What may be asked, in the order of the menu."""

    STATUS = "status"
    BERKAS = "berkas"
    KAPAN = "kapan"
    BANTUAN = "bantuan"
    BERHENTI = "berhenti"
    MULAI = "mulai"


_MENU = (Niat.STATUS, Niat.BERKAS, Niat.KAPAN, Niat.BANTUAN, Niat.BERHENTI)
_KATA: dict[str, Niat] = {n.value: n for n in Niat} | {
    "cek": Niat.STATUS, "posisi": Niat.STATUS, "usulan": Niat.STATUS, "sampai mana": Niat.STATUS, "dokumen": Niat.BERKAS, "kurang": Niat.BERKAS,
    "syarat": Niat.BERKAS, "kapan naik pangkat": Niat.KAPAN, "jadwal": Niat.KAPAN, "help": Niat.BANTUAN, "tolong": Niat.BANTUAN, "menu": Niat.BANTUAN,
    "stop": Niat.BERHENTI, "unsubscribe": Niat.BERHENTI, "start": Niat.MULAI, "lanjut": Niat.MULAI,
}  # fmt: skip
MENU = "Balas dengan angka: 1 STATUS usulan, 2 BERKAS yang kurang, 3 KAPAN naik pangkat, 4 BANTUAN, 5 BERHENTI menerima kabar."
BUKAN_TEKS = f"Mohon maaf, nomor ini hanya membaca tulisan. {MENU}"
TAK_MENGERTI = f"Mohon maaf, kami belum mengerti. {MENU}"
TAMU = (
    "Ini nomor SIKAP, layanan kenaikan pangkat PNS BKPSDM Kabupaten Ngawi. Nomor Anda belum terdaftar. Perbarui nomor di profil E-Kinerja, "
    "atau daftarkan lewat pengelola kepegawaian OPD Anda."
)
BERSAMA = "Nomor ini tercatat untuk lebih dari satu orang, jadi keterangan pribadi tidak kami kirim ke sini. Masuklah ke SIKAP untuk melihatnya."
BERHENTI = "Baik. Kabar biasa tidak lagi kami kirim. Yang wajib (berkas dikembalikan, SK terbit, kode masuk) tetap sampai. Balas MULAI untuk menerima lagi."
MULAI = f"Baik. Kabar kami kirim lagi. {MENU}"


def mengerti(teks: str) -> Niat | None:
    """The meaning of a text, in any case and with slips of the finger; a number is a line of the menu. None: not understood."""
    kata = " ".join("".join(h if h.isalnum() else " " for h in teks.casefold()).split())
    if kata.isdecimal():
        return _MENU[int(kata) - 1] if 1 <= int(kata[:3]) <= len(_MENU) and len(kata) < 3 else None
    if kata in _KATA:
        return _KATA[kata]
    for bagian in (kata, *kata.split()[:3]):
        if len(bagian) >= 4 and (
            ada := process.extractOne(bagian, _KATA, processor=None, scorer=_mirip, score_cutoff=0.75)
        ):
            return _KATA[str(ada[2])]
    return None


def _mirip(a: str, b: object, **_: object) -> float:
    return OSA.normalized_similarity(a, str(b))


def status(u: Usulan | None) -> str:
    """Where his case stands and what comes next. A case that ended without success: neutral, never a reason."""
    if u is None:
        return (
            f"Belum ada usulan kenaikan pangkat atas nama Anda. Balas 3 untuk mengetahui kapan dapat diusulkan. {MENU}"
        )
    if u.status is Status.TMS:
        return "Usulan Anda belum dapat diproses. Penjelasan lengkap dapat dibaca di SIKAP atau ditanyakan ke pengelola kepegawaian."
    meja = MEJA[u.status]
    batas = f" Batas waktu {tulis_tanggal(u.tenggat)}." if u.tenggat else ""
    return f"Usulan Anda periode {tulis_tanggal(u.periode)}: {meja.sebutan}. Di meja: {meja.di_meja}. Berikutnya: {meja.berikutnya}{batas}"


def berkas(u: Usulan | None) -> str:
    """Which documents he still owes."""
    if u is None:
        return "Belum ada usulan, jadi belum ada berkas yang diminta. Balas 3 untuk mengetahui kapan dapat diusulkan."
    kurang = [label_slot(b.slot) for b in u.butir if b.diminta or (b.wajib and not b.berkas)]
    if not kurang:
        return "Berkas usulan Anda sudah lengkap. Tidak ada yang perlu dikirim."
    return f"Berkas yang masih perlu dilengkapi: {'; '.join(kurang[:10])}. Unggah di SIKAP, atau serahkan kepada pengelola kepegawaian."


def kapan(hasil: list[Kelayakan], hari_ini: date) -> str:
    """When he may rise, by what is recorded; what stands in the way is read in SIKAP (it may be a matter of discipline)."""
    terbaik = next(
        (h for h in sorted(hasil, key=lambda h: (h.paling_cepat is None, h.paling_cepat or h.per_tanggal))), None
    )
    if terbaik is None or terbaik.paling_cepat is None:
        return "Waktunya belum dapat dihitung dari data yang tercatat. Lihat yang perlu dilengkapi di SIKAP, atau tanyakan ke pengelola kepegawaian."
    ke = f" ke golongan {terbaik.golongan_baru.tulisan}" if terbaik.golongan_baru else ""
    if terbaik.paling_cepat <= hari_ini and terbaik.putusan != "MS":
        return "Waktunya sudah tiba, tetapi masih ada syarat yang perlu dilengkapi. Lihat rinciannya di SIKAP, atau tanyakan ke pengelola kepegawaian."
    if terbaik.paling_cepat <= hari_ini:
        return f"Menurut data yang tercatat, Anda sudah dapat diusulkan naik pangkat{ke}. Hubungi pengelola kepegawaian, atau ajukan sendiri di SIKAP. Keputusan tetap pada petugas."
    return f"Menurut data yang tercatat, Anda paling cepat naik pangkat{ke} pada {tulis_tanggal(terbaik.paling_cepat)}. Syarat selengkapnya ada di SIKAP. Keputusan tetap pada petugas."


def bantuan(telepon: str) -> str:
    """Whom to ask, and the menu."""
    return f"BKPSDM Kabupaten Ngawi, telepon {telepon}, hari kerja 07.30 sampai 15.30. {MENU}"
