"""The SOP page's facts, read from the workflow table: nothing about the procedure is written twice."""

from __future__ import annotations

from typing import NamedTuple

from schemas.alur import ALUR, MEJA, SEBUTAN_SIAPA, TAHAP, Langkah
from schemas.kabar import KABAR, Penerima
from schemas.usulan import LAYANAN, TERBUKA, Status

SEBUTAN_PENERIMA = {
    Penerima.PNS: "PNS",
    Penerima.PENGELOLA: "pengelola OPD",
    Penerima.PEMEGANG: "verifikator pemegang",
    Penerima.VERIFIKATOR: "para verifikator",
    Penerima.KABID: "Kepala Bidang",
    Penerima.OPERATOR: "operator SIASN",
    Penerima.DIRI: "pemilik akun",
}


class BarisSop(NamedTuple):
    """One step as people read it."""

    nomor: int
    aksi: str
    oleh: str
    dari: str
    ke: str
    diberi_tahu: str


def baris_sop(layanan: str = LAYANAN) -> list[BarisSop]:
    """Every row of the workflow in its order."""
    return [
        BarisSop(
            nomor,
            langkah.tombol,
            " atau ".join(SEBUTAN_SIAPA[siapa] for siapa in langkah.siapa),
            _dari(langkah),
            MEJA[langkah.ke].sebutan if langkah.ke else "(tetap)",
            ", ".join(dict.fromkeys(SEBUTAN_PENERIMA[p] for kode in langkah.kabar for p in KABAR[kode].penerima)),
        )
        for nomor, langkah in enumerate(ALUR[layanan], 1)
    ]


def _dari(langkah: Langkah) -> str:
    if len(langkah.dari) > 4:
        return (
            "Setiap keadaan sebelum Pertek terbit"
            if Status.DIPROSES_BKN in langkah.dari
            else "Setiap keadaan sebelum dikirim ke BKN"
        )
    return ", ".join(MEJA[status].sebutan for status in langkah.dari) or "(belum ada usulan)"


def tahap_sop() -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """The six stages, each with its statuses: (code, name, whose desk, what comes next)."""
    return [
        (nama, [(s.value, m.sebutan, m.di_meja, m.berikutnya) for s, m in MEJA.items() if m.tahap == nomor])
        for nomor, nama in enumerate(TAHAP, 1)
    ]


def jumlah_terbuka() -> int:
    """How many statuses a running case can have."""
    return len(TERBUKA)
