"""The stages of a case, one function each: what is done and by whom. A scenario is a line of their names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from infra.demo import naskah_sk, pangkat
from infra.demo.bahan import nomor
from infra.demo.cerita import Cerita


def buat(c: Cerita) -> None:
    """The draft is made; a verifikator needs the office's letter first."""
    surat: dict[str, Any] = {}
    if c.pembuat.startswith("verifikator"):
        c.unggah("pembuat", "surat-kuasa-opd", pasang=False)
        surat = {"surat_opd": "$surat-kuasa-opd"}
    c.lakukan("pembuat", "buat", jenis=c.jenis, periode=str(c.tmt), **surat)


def lengkap(c: Cerita) -> None:
    """All papers are uploaded; the one that will be sent back is a bad photo, when it can be one."""
    for slot in c.slot:
        c.unggah("pembuat", slot, difoto=_cara(c, slot))


def _cara(c: Cerita, slot: str) -> str:
    return "buram" if slot == c.kembali and slot in ("sk-kp", "sk-jabatan") else ""


def sebagian(c: Cerita) -> None:
    """Two papers so far."""
    for slot in c.slot[:2]:
        c.unggah("pembuat", slot, difoto="foto" if c.pembuat == "pns" and slot == "sk-kp" else "")


def ajukan(c: Cerita) -> None:
    """The PNS hands it to his office."""
    c.lakukan("pns", "ajukan")
    c.maju(1)


def kembalikan_pns(c: Cerita) -> None:
    """The office asks the PNS for a better paper."""
    c.lakukan("pengelola", "kembalikan", butir=[_butir(c, "Foto miring dan gelap, mohon dipindai ulang.")])


def _butir(c: Cerita, catatan: str) -> dict[str, Any]:
    alasan = "tidak-terbaca" if _cara(c, c.kembali) else "belum-ditandatangani"
    return {"slot": c.kembali, "alasan": alasan, "catatan": catatan, "halaman": 1}


def usulkan(c: Cerita) -> None:
    """The office proposes, with a number from its own register."""
    c.maju(1)
    hari = c.saat.date()
    oleh = "pembuat" if c.pembuat.startswith("verifikator") else "pengelola"
    c.lakukan(oleh, "usulkan", nomor_surat=nomor(c.o, "800.1.3.2", hari.year), tanggal_surat=str(hari))


def tarik(c: Cerita) -> None:
    """Taken back by the office, and proposed anew the day after."""
    c.lakukan("pengelola", "tarik", catatan="Nama pada surat pengantar keliru.")
    usulkan(c)


def terima(c: Cerita) -> None:
    """BKPSDM takes it."""
    c.maju(2)
    c.lakukan(c.verifikator, "terima")


def alih(c: Cerita) -> None:
    """The kabid hands it to the other verifikator, and back a day later."""
    lain = "verifikator_2" if c.verifikator == "verifikator_1" else "verifikator_1"
    c.lakukan("kabid", "alihkan", kepada=f"#{c.nip(lain)}", catatan="Yang memegang sedang cuti.")
    c.maju(1)
    c.lakukan("kabid", "alihkan", kepada=f"#{c.nip(c.verifikator)}", catatan="Sudah kembali bertugas.")


def alih_periode(c: Cerita) -> None:
    """Moved to the next period."""
    c.tmt = (c.tmt + timedelta(days=31)).replace(day=1)
    c.lakukan("kabid", "alihkan_periode", periode=str(c.tmt), catatan="Berkas lengkap sesudah batas waktu.")


def periksa(c: Cerita) -> None:
    """Every paper is accepted."""
    c.maju(1)
    for slot in c.slot:
        c.lakukan(c.verifikator, "periksa", slot=slot, putusan="terima")


def periksa_separuh(c: Cerita) -> None:
    """Half of them so far."""
    for slot in c.slot[: len(c.slot) // 2]:
        c.lakukan(c.verifikator, "periksa", slot=slot, putusan="terima")


def bts(c: Cerita, sabar: int = 14) -> None:
    """One paper goes back, the rest is accepted."""
    c.maju(1)
    for slot in c.slot:
        if slot != c.kembali:
            c.lakukan(c.verifikator, "periksa", slot=slot, putusan="terima")
    butir = _butir(c, "Nama dan nomor SK tidak terbaca." if _cara(c, c.kembali) else "Cap dinas belum ada.")
    c.lakukan(c.verifikator, "periksa", putusan="kembalikan", **butir)
    c.lakukan(c.verifikator, "kembalikan", butir=[butir], tenggat=str(c.saat.date() + timedelta(days=sabar)))


def bts_lewat(c: Cerita) -> None:
    """The same with a deadline that has passed by today."""
    bts(c, 5)


def perbaiki(c: Cerita) -> None:
    """The paper is replaced and sent."""
    c.maju(3)
    oleh = "pns" if c.pembuat == "pns" else "pengelola"
    c.unggah(oleh, c.kembali)
    c.lakukan(oleh, "perbaiki")


def ms(c: Cerita) -> None:
    """Found to meet the conditions."""
    c.lakukan(c.verifikator, "nyatakan_ms")


def usul_tms(c: Cerita) -> None:
    """Found not to meet them."""
    c.maju(1)
    alasan, dasar = _tms(c)
    c.lakukan(c.verifikator, "usulkan_tms", alasan=alasan, dasar=dasar)


def _tms(c: Cerita) -> tuple[str, str]:
    if c.o.fakta["hukuman"]:
        return "hukuman-disiplin", "PP 94/2021 tentang Disiplin PNS"
    return "batas-pendidikan", "PP 99/2000 jo. PP 12/2002 Pasal 8"


def sahkan(c: Cerita) -> None:
    """The kabid confirms it."""
    c.maju(1)
    c.lakukan("kabid", "sahkan_tms")


def kabid_kembali(c: Cerita) -> None:
    """The kabid has a question; the verifikator answers it the next day."""
    c.maju(1)
    c.lakukan("kabid", "kembalikan", catatan="Mohon cocokkan masa kerja pada SK lama dengan data.")
    c.maju(1)
    ms(c)


def setujui(c: Cerita) -> None:
    """The kabid approves."""
    c.maju(1)
    c.lakukan("kabid", "setujui")


def kirim(c: Cerita) -> None:
    """On its way to BKN."""
    c.maju(1)
    hari = c.saat.date()
    isi = {"nomor_surat": nomor(c.o, "823", hari.year), "tanggal_surat": str(hari), "siasn_id": f"KP{naskah_sk.nomor_pertek(c.bahan())[-6:]}"}  # fmt: skip
    c.lakukan("operator_siasn", "kirim", **isi)


def bts_bkn(c: Cerita) -> None:
    """BKN wants a better paper."""
    c.maju(4)
    butir = {"slot": c.kembali, "alasan": "data-beda", "catatan": "Tanggal pada dokumen berbeda dari data."}
    c.lakukan("operator_siasn", "catat_bts", alasan="data-tidak-sesuai", butir=[butir], tenggat=str(c.saat.date() + timedelta(days=30)))  # fmt: skip


def tms_bkn(c: Cerita) -> None:
    """BKN refuses."""
    c.maju(4)
    c.lakukan("operator_siasn", "catat_tms", alasan="formasi", dasar="Surat Kepala Kantor Regional II", catatan="Formasi jabatan belum tersedia.")  # fmt: skip


def pertek(c: Cerita) -> None:
    """BKN agrees."""
    c.maju(5)
    c.unggah("operator_siasn", "pertek", pasang=False)
    nomor_ = naskah_sk.nomor_pertek(c.bahan())
    c.lakukan("operator_siasn", "catat_pertek", nomor=nomor_, tanggal=str(c.saat.date()), berkas="$pertek")


def minta_perbaikan(c: Cerita) -> None:
    """The Pertek holds a mistake."""
    c.maju(1)
    c.lakukan("kabid", "minta_perbaikan_pertek", catatan="Masa kerja golongan pada Pertek kurang satu bulan.")


def sk(c: Cerita) -> None:
    """The decree is signed."""
    c.maju(6)
    c.unggah("operator_siasn", "sk-kp-baru", pasang=False)
    tahun, bulan = c.bahan().mkg_baru
    c.lakukan(
        "operator_siasn", "catat_sk", nomor=nomor(c.o, "823", c.saat.year), tanggal=str(c.saat.date()), berkas="$sk-kp-baru",
        tmt=str(c.tmt), mk_tahun=tahun, mk_bulan=bulan, gaji_pokok=pangkat.gaji(c.baru, tahun),
    )  # fmt: skip


def serahkan(c: Cerita) -> None:
    """The PNS has it; some confirm it themselves."""
    c.maju(2)
    c.lakukan("pns" if int(c.kunci[-2:]) % 2 else "operator_siasn", "serahkan")


def batal(c: Cerita) -> None:
    """Given up by who made it."""
    c.maju(1)
    c.lakukan("pembuat", "batalkan", alasan="salah-buat", catatan="Jenis kenaikan pangkat keliru.")


def batal_kabid(c: Cerita) -> None:
    """Ended by the kabid."""
    c.maju(2)
    c.lakukan(
        "kabid", "batalkan", alasan="permintaan-sendiri", catatan="Yang bersangkutan menunda kenaikan pangkatnya."
    )


TAHAP: dict[str, Callable[[Cerita], None]] = {
    f.__name__: f
    for f in (
        buat, lengkap, sebagian, ajukan, kembalikan_pns, usulkan, tarik, terima, alih, alih_periode, periksa, periksa_separuh, bts,
        bts_lewat, perbaiki, ms, usul_tms, sahkan, kabid_kembali, setujui, kirim, bts_bkn, tms_bkn, pertek, minta_perbaikan, sk,
        serahkan, batal, batal_kabid,
    )
}  # fmt: skip
