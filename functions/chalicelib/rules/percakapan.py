"""Percakapan: what somebody means who writes to the office's number, and the sentences of the answers. Pure."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from chalicelib.rules.kata_syarat import ke
from schemas.alur import MEJA
from schemas.berkas import label_slot
from schemas.tanggal import tanggal_panjang
from schemas.usulan import TERBUKA, Kelayakan, Status, Usulan


class Niat(StrEnum):
    """What may be asked, in the order of the menu."""

    STATUS = "status"
    BERKAS = "berkas"
    KAPAN = "kapan"
    BANTUAN = "bantuan"
    BERHENTI = "berhenti"
    MULAI = "mulai"


Menu = tuple[Niat, ...]
UTAMA: Menu = (Niat.STATUS, Niat.BERKAS, Niat.KAPAN, Niat.BANTUAN, Niat.BERHENTI)
TANPA_KASUS: Menu = (Niat.KAPAN, Niat.BANTUAN, Niat.BERHENTI)
BERJALAN: Menu = (Niat.BERKAS, Niat.BANTUAN, Niat.BERHENTI)
SESUDAH_BERKAS: Menu = (Niat.STATUS, Niat.BANTUAN, Niat.BERHENTI)
SESUDAH_KAPAN: Menu = (Niat.STATUS, Niat.BERKAS, Niat.BANTUAN, Niat.BERHENTI)
_SEBUT = {
    Niat.STATUS: "STATUS usulan", Niat.BERKAS: "BERKAS yang kurang", Niat.KAPAN: "KAPAN naik pangkat", Niat.BANTUAN: "BANTUAN",
    Niat.BERHENTI: "BERHENTI menerima kabar", Niat.MULAI: "MULAI menerima kabar lagi",
}  # fmt: skip
_KATA: dict[str, Niat] = {n.value: n for n in Niat} | {
    "cek": Niat.STATUS, "posisi": Niat.STATUS, "usulan": Niat.STATUS, "sampai mana": Niat.STATUS, "dokumen": Niat.BERKAS, "kurang": Niat.BERKAS,
    "syarat": Niat.BERKAS, "kapan naik pangkat": Niat.KAPAN, "jadwal": Niat.KAPAN, "help": Niat.BANTUAN, "tolong": Niat.BANTUAN, "menu": Niat.BANTUAN,
    "stop": Niat.BERHENTI, "unsubscribe": Niat.BERHENTI, "start": Niat.MULAI, "lanjut": Niat.MULAI,
}  # fmt: skip
BUKAN_TEKS = "Mohon maaf, nomor ini hanya membaca tulisan."
TAK_MENGERTI = "Mohon maaf, kami belum mengerti."
TAMU = (
    "Ini nomor SIKAP, layanan kenaikan pangkat PNS BKPSDM Kabupaten Ngawi. Nomor Anda belum terdaftar. Perbarui nomor di profil E-Kinerja, "
    "atau daftarkan lewat pengelola kepegawaian OPD Anda."
)
BERSAMA = (
    "Nomor ini dipakai bersama, atau belum dibenarkan sebagai nomor Anda sendiri, jadi keterangan pribadi tidak kami kirim ke sini. "
    "Masuklah ke SIKAP untuk melihatnya dan membenarkan nomor Anda."
)
BERHENTI = (
    "Baik. Kabar biasa tidak lagi kami kirim. Yang wajib (berkas dikembalikan, SK terbit, kode masuk) tetap sampai."
)
MULAI = "Baik. Kabar kami kirim lagi."


class Jawab(NamedTuple):
    """An answer, and what a number means that is sent back to it."""

    isi: str
    menu: Menu = ()

    @property
    def lengkap(self) -> str:
        """The words with their menu."""
        pilihan = ", ".join(f"{i} {_SEBUT[n]}" for i, n in enumerate(self.menu, start=1))
        return f"{self.isi} Balas dengan angka: {pilihan}." if pilihan else self.isi


def mengerti(teks: str, menu: Menu = UTAMA) -> Niat | None:
    """The meaning of a text, in any case and with slips of the finger; a number is a line of the last menu. None: not understood."""
    kata = " ".join("".join(h if h.isalnum() else " " for h in teks.casefold()).split())
    if kata.isdecimal():
        return menu[int(kata) - 1] if 1 <= int(kata[:3]) <= len(menu) and len(kata) < 3 else None
    if kata in _KATA:
        return _KATA[kata]
    from rapidfuzz import process

    for bagian in (kata, *kata.split()[:3]):
        if len(bagian) >= 4 and (
            ada := process.extractOne(bagian, _KATA, processor=None, scorer=_mirip, score_cutoff=0.75)
        ):
            return _KATA[str(ada[2])]
    return None


def _mirip(a: str, b: object, **_: object) -> float:
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(a, str(b))


def status(u: Usulan | None) -> Jawab:
    """Where his case stands and what comes next. A case that ended without success: neutral, never a reason."""
    if u is None:
        return Jawab("Belum ada usulan kenaikan pangkat atas nama Anda.", TANPA_KASUS)
    if u.status is Status.TMS:
        return Jawab(
            "Usulan Anda belum dapat diproses. Penjelasan lengkap dapat dibaca di SIKAP atau ditanyakan ke pengelola kepegawaian.",
            TANPA_KASUS,
        )
    meja = MEJA[u.status]
    batas = f" Batas waktu {tanggal_panjang(u.tenggat)}." if u.tenggat else ""
    isi = f"Usulan Anda periode {tanggal_panjang(u.periode)}: {meja.sebutan}. Di meja: {meja.di_meja}. Berikutnya: {meja.berikutnya}{batas}"
    return Jawab(isi, BERJALAN if u.status in TERBUKA else TANPA_KASUS)


def berkas(u: Usulan | None) -> Jawab:
    """Which documents he still owes."""
    if u is None:
        return Jawab("Belum ada usulan yang berjalan, jadi belum ada berkas yang diminta.", TANPA_KASUS)
    kurang = [label_slot(b.slot) for b in u.butir if b.diminta or (b.wajib and not b.berkas)]
    if not kurang:
        return Jawab("Berkas usulan Anda sudah lengkap. Tidak ada yang perlu dikirim.", SESUDAH_BERKAS)
    daftar = "; ".join(kurang[:10])
    return Jawab(
        f"Berkas yang masih perlu dilengkapi: {daftar}. Unggah di SIKAP, atau serahkan kepada pengelola kepegawaian.",
        SESUDAH_BERKAS,
    )


def kapan(hasil: list[Kelayakan], hari_ini: date) -> str:
    """When he may rise, by what is recorded; what stands in the way is read in SIKAP (it may be a matter of discipline)."""
    terbaik = next(
        (h for h in sorted(hasil, key=lambda h: (h.paling_cepat is None, h.paling_cepat or h.per_tanggal))), None
    )
    if terbaik is None or terbaik.paling_cepat is None:
        return "Waktunya belum dapat dihitung dari data yang tercatat. Lihat yang perlu dilengkapi di SIKAP, atau tanyakan ke pengelola kepegawaian."
    if terbaik.paling_cepat <= hari_ini and terbaik.putusan != "MS":
        return "Waktunya sudah tiba, tetapi masih ada syarat yang perlu dilengkapi. Lihat rinciannya di SIKAP, atau tanyakan ke pengelola kepegawaian."
    if terbaik.paling_cepat <= hari_ini:
        return f"Menurut data yang tercatat, Anda sudah dapat diusulkan naik pangkat{ke(terbaik)}. Hubungi pengelola kepegawaian, atau ajukan sendiri di SIKAP. Keputusan tetap pada petugas."
    return f"Menurut data yang tercatat, Anda paling cepat naik pangkat{ke(terbaik)} pada {tanggal_panjang(terbaik.paling_cepat)}. Syarat selengkapnya ada di SIKAP. Keputusan tetap pada petugas."


def bantuan(telepon: str) -> str:
    """Whom to ask."""
    return f"BKPSDM Kabupaten Ngawi, telepon {telepon}, hari kerja 07.30 sampai 15.30."
