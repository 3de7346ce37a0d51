"""Alur: the workflow of a usulan as rows. Buttons, permission, messages, the printed SOP and the tests read this table.

A row says: from these statuses, this act, by one of these people, leads to that status, when its guards (`jaga`) hold,
and owes these messages (`kabar`). The guards are decided in rules/jaga.py, the texts stand in schemas/kabar.py.
The table is keyed by layanan, since other services of the office will follow.
"""

from __future__ import annotations  # noqa: I001

from enum import StrEnum
from typing import NamedTuple

from schemas.alasan import Untuk
from schemas.usulan import (
    LAYANAN,
    TERBUKA,
    IsianAksi,
    IsianAlihkan,
    IsianAlihPeriode,
    IsianBatalkan,
    IsianBtsBkn,
    IsianKembalikan,
    IsianKirim,
    IsianNyatakanMs,
    IsianPerbaiki,
    IsianPertek,
    IsianSk,
    IsianTerima,
    IsianTms,
    IsianUsulanBaru,
    IsianUsulkan,
    Status,
)


class Siapa(StrEnum):
    """In which capacity one acts on this very usulan; decided in rules/wewenang.py."""

    PNS = "pns"
    """The person the usulan is about."""
    PENGELOLA = "pengelola_opd"
    """The pengelola in whose scope the person works."""
    PEMBUAT = "pembuat"
    """Who made the usulan, whatever his role."""
    PEMBUAT_BKPSDM = "pembuat_bkpsdm"
    """The verifikator who made it for an OPD."""
    VERIFIKATOR = "verifikator"
    PEMEGANG = "pemegang"
    """The verifikator who holds it now."""
    KABID = "kabid"
    OPERATOR = "operator_siasn"


SEBUTAN_SIAPA: dict[Siapa, str] = {
    Siapa.PNS: "PNS yang bersangkutan",
    Siapa.PENGELOLA: "Pengelola kepegawaian OPD",
    Siapa.PEMBUAT: "Pembuat usulan",
    Siapa.PEMBUAT_BKPSDM: "Verifikator yang membuatkan",
    Siapa.VERIFIKATOR: "Verifikator BKPSDM",
    Siapa.PEMEGANG: "Verifikator yang memegang",
    Siapa.KABID: "Kepala Bidang Mutasi dan Promosi",
    Siapa.OPERATOR: "Operator SIASN",
}


class Jaga(StrEnum):
    """A condition that an act must meet; each is one function in rules/jaga.py with its own refusal."""

    BELUM_ADA_USULAN = "belum-ada-usulan"
    SURAT_OPD = "surat-opd"
    BERKAS_LENGKAP = "berkas-lengkap"
    BUTIR_DIPERBAIKI = "butir-diperbaiki"
    ADA_BUTIR_BERALASAN = "ada-butir-beralasan"
    TENGGAT_MENDATANG = "tenggat-mendatang"
    KELAYAKAN_TERCATAT = "kelayakan-tercatat"
    SESUAI_URUTAN = "sesuai-urutan"
    BUKAN_PENGUSUL = "bukan-pengusul"
    BUKAN_VERIFIKATOR = "bukan-verifikator"
    SEMUA_DIPUTUSKAN = "semua-diputuskan"
    BEDA_BERALASAN = "beda-beralasan"
    ALASAN_DIKENAL = "alasan-dikenal"
    VERIFIKATOR_LAIN = "verifikator-lain"
    ADA_CATATAN = "ada-catatan"
    BERKAS_KEPUTUSAN = "berkas-keputusan"
    SK_SESUAI = "sk-sesuai"
    SURAT_RESMI = "surat-resmi"
    PERIODE_LAIN = "periode-lain"


class Langkah(NamedTuple):
    """One row. `ke` None: the status stays. `nomina` is the act as a noun on the web (POST …/{nomina})."""

    dari: tuple[Status, ...]
    aksi: str
    nomina: str
    siapa: tuple[Siapa, ...]
    ke: Status | None
    tombol: str
    sebutan: str
    """In the history: "Diusulkan ke BKPSDM"."""
    isian: type[IsianAksi] = IsianAksi
    jaga: tuple[Jaga, ...] = ()
    kabar: tuple[str, ...] = ()
    peringatan: str = ""
    """Asked before an act that cannot be taken back."""
    massal: bool = False
    """May be done for many at once, after a preview; each case stays its own act."""


S, P, J = Status, Siapa, Jaga
_BKPSDM_SEBELUM_PERTEK = tuple(
    s for s in Status if s in TERBUKA and s not in {S.PERTEK_TERBIT, S.PERBAIKAN_PERTEK, S.SK_TERBIT}
)
_SEBELUM_BKN = tuple(s for s in _BKPSDM_SEBELUM_PERTEK if s not in {S.DIPROSES_BKN, S.BTS_BKN})

# fmt: off
KENAIKAN_PANGKAT: tuple[Langkah, ...] = (
    Langkah((), "buat", "usulan", (P.PNS, P.PENGELOLA, P.VERIFIKATOR), S.DRAF,
            "Usulkan PNS ini", "Usulan dibuat", jaga=(J.BELUM_ADA_USULAN, J.SURAT_OPD)),
    Langkah((S.DRAF, S.PERBAIKAN_PNS), "ajukan", "pengajuan", (P.PNS,), S.DIAJUKAN_PNS,
            "Ajukan ke pengelola", "Diajukan ke pengelola OPD", IsianAksi, (J.BERKAS_LENGKAP, J.BUTIR_DIPERBAIKI), ("N1",)),
    Langkah((S.DIAJUKAN_PNS,), "tarik", "penarikan", (P.PNS,), S.DRAF,
            "Tarik kembali", "Ditarik kembali oleh PNS"),
    Langkah((S.DIAJUKAN_PNS,), "kembalikan", "pengembalian", (P.PENGELOLA,), S.PERBAIKAN_PNS,
            "Kembalikan ke PNS", "Dikembalikan untuk dilengkapi", IsianKembalikan, (J.ADA_BUTIR_BERALASAN,), ("N3",)),
    Langkah((S.DRAF, S.DIAJUKAN_PNS, S.PERBAIKAN_PNS), "usulkan", "pengusulan", (P.PENGELOLA, P.PEMBUAT_BKPSDM), S.DIUSULKAN_OPD,
            "Usulkan ke BKPSDM", "Diusulkan ke BKPSDM", IsianUsulkan, (J.KELAYAKAN_TERCATAT, J.BERKAS_LENGKAP, J.BUTIR_DIPERBAIKI), ("N2", "N2c"), massal=True),
    Langkah((S.DIUSULKAN_OPD,), "tarik", "penarikan", (P.PENGELOLA,), S.DRAF,
            "Tarik kembali", "Ditarik kembali oleh OPD", kabar=("N2b",)),
    Langkah((S.DIUSULKAN_OPD,), "terima", "penerimaan", (P.VERIFIKATOR,), S.VERIFIKASI,
            "Ambil dan periksa", "Diterima BKPSDM dan mulai diperiksa", IsianTerima, (J.SESUAI_URUTAN, J.BUKAN_PENGUSUL), ("N4",)),
    Langkah((S.VERIFIKASI,), "lepas", "pelepasan", (P.PEMEGANG, P.KABID), S.DIUSULKAN_OPD,
            "Lepas ke antrean", "Dilepas kembali ke antrean"),
    Langkah((S.VERIFIKASI,), "alihkan", "pengalihan", (P.KABID,), None,
            "Alihkan ke verifikator lain", "Dialihkan ke verifikator lain", IsianAlihkan, (J.VERIFIKATOR_LAIN, J.BUKAN_PENGUSUL), ("N4b",)),
    Langkah((S.VERIFIKASI,), "kembalikan", "pengembalian", (P.PEMEGANG,), S.BTS_BKPSDM,
            "Kembalikan (BTS)", "Dikembalikan: berkas tidak sesuai", IsianKembalikan, (J.ADA_BUTIR_BERALASAN, J.TENGGAT_MENDATANG), ("N5",)),
    Langkah((S.BTS_BKPSDM, S.BTS_BKN), "perbaiki", "perbaikan", (P.PNS, P.PENGELOLA), S.VERIFIKASI,
            "Kirim perbaikan", "Perbaikan dikirim", IsianPerbaiki, (J.BUTIR_DIPERBAIKI,), ("N6",)),
    Langkah((S.VERIFIKASI,), "nyatakan_ms", "pernyataan-ms", (P.PEMEGANG,), S.MENUNGGU_PERSETUJUAN,
            "Nyatakan memenuhi syarat", "Dinyatakan memenuhi syarat", IsianNyatakanMs, (J.SEMUA_DIPUTUSKAN, J.BEDA_BERALASAN, J.BUKAN_PENGUSUL), ("N8",)),
    Langkah((S.VERIFIKASI,), "usulkan_tms", "usul-tms", (P.PEMEGANG,), S.MENUNGGU_TMS,
            "Usulkan tidak memenuhi syarat", "Diusulkan tidak memenuhi syarat", IsianTms, (J.ALASAN_DIKENAL,), ("N8",)),
    Langkah((S.MENUNGGU_TMS,), "sahkan_tms", "pengesahan-tms", (P.KABID,), S.TMS,
            "Sahkan tidak memenuhi syarat", "Disahkan tidak memenuhi syarat", IsianAksi, (J.BUKAN_VERIFIKATOR,), ("N7",),
            "Usulan berakhir. PNS dan pengelola menerima alasannya."),
    Langkah((S.MENUNGGU_PERSETUJUAN, S.MENUNGGU_TMS), "kembalikan", "pengembalian", (P.KABID,), S.VERIFIKASI,
            "Kembalikan ke verifikator", "Dikembalikan ke verifikator", IsianKembalikan, (J.ADA_CATATAN,), ("N8b",)),
    Langkah((S.MENUNGGU_PERSETUJUAN,), "setujui", "persetujuan", (P.KABID,), S.SIAP_KIRIM_BKN,
            "Setujui", "Disetujui Kepala Bidang", IsianAksi, (J.BUKAN_VERIFIKATOR, J.BUKAN_PENGUSUL), ("N9",), massal=True),
    Langkah((S.SIAP_KIRIM_BKN,), "kirim", "pengiriman", (P.OPERATOR,), S.DIPROSES_BKN,
            "Catat pengiriman ke BKN", "Dikirim ke BKN", IsianKirim, (), ("N10",), massal=True),
    Langkah((S.DIPROSES_BKN,), "catat_bts", "bts-bkn", (P.OPERATOR,), S.BTS_BKN,
            "Catat BTS dari BKN", "BKN meminta perbaikan berkas", IsianBtsBkn, (J.ALASAN_DIKENAL, J.ADA_BUTIR_BERALASAN, J.TENGGAT_MENDATANG), ("N5", "N5b")),
    Langkah((S.DIPROSES_BKN,), "catat_tms", "tms-bkn", (P.OPERATOR,), S.TMS,
            "Catat TMS dari BKN", "BKN menyatakan tidak memenuhi syarat", IsianTms, (J.ALASAN_DIKENAL,), ("N7",),
            "Usulan berakhir. PNS dan pengelola menerima alasannya."),
    Langkah((S.DIPROSES_BKN, S.PERBAIKAN_PERTEK), "catat_pertek", "pertek", (P.OPERATOR,), S.PERTEK_TERBIT,
            "Catat Pertek", "Pertimbangan teknis BKN terbit", IsianPertek, (J.BERKAS_KEPUTUSAN,), ("N11",)),
    Langkah((S.PERTEK_TERBIT,), "minta_perbaikan_pertek", "perbaikan-pertek", (P.KABID,), S.PERBAIKAN_PERTEK,
            "Minta perbaikan Pertek", "Perbaikan Pertek diminta", IsianAksi, (J.ADA_CATATAN,), ("N8c",)),
    Langkah((S.PERTEK_TERBIT,), "catat_sk", "sk", (P.OPERATOR,), S.SK_TERBIT,
            "Catat SK", "SK kenaikan pangkat terbit", IsianSk, (J.BERKAS_KEPUTUSAN, J.SK_SESUAI), ("N13",)),
    Langkah((S.SK_TERBIT,), "serahkan", "penyerahan", (P.OPERATOR, P.PNS), S.SELESAI,
            "Konfirmasi SK diterima", "SK diterima PNS", kabar=("N14",),
            peringatan="Usulan selesai sesudah ini dan tidak dapat dibuka lagi. Lanjutkan hanya bila SK sudah diterima PNS atau ahli warisnya."),
    Langkah((S.DRAF, S.DIAJUKAN_PNS, S.PERBAIKAN_PNS), "batalkan", "pembatalan", (P.PEMBUAT,), S.DIBATALKAN,
            "Batalkan usulan", "Dibatalkan", IsianBatalkan, (J.ALASAN_DIKENAL,), ("N15",),
            "Usulan ini tidak dapat dibuka lagi. Berkas tetap tersimpan di arsip."),
    Langkah(_BKPSDM_SEBELUM_PERTEK, "batalkan", "pembatalan", (P.KABID,), S.DIBATALKAN,
            "Batalkan usulan", "Dibatalkan", IsianBatalkan, (J.ALASAN_DIKENAL,), ("N15",),
            "Usulan ini tidak dapat dibuka lagi. Berkas tetap tersimpan di arsip."),
    Langkah((S.PERTEK_TERBIT, S.PERBAIKAN_PERTEK, S.SK_TERBIT), "batalkan", "pembatalan", (P.KABID,), S.DIBATALKAN,
            "Batalkan usulan", "Dibatalkan dengan surat resmi", IsianBatalkan, (J.ALASAN_DIKENAL, J.SURAT_RESMI), ("N15",),
            "Pertek atau SK yang sudah terbit ikut batal. Usulan ini tidak dapat dibuka lagi."),
    Langkah(_SEBELUM_BKN, "alihkan_periode", "pengalihan-periode", (P.KABID,), None,
            "Alihkan ke periode lain", "Dialihkan ke periode lain", IsianAlihPeriode, (J.PERIODE_LAIN,), ("N16",)),
    Langkah((S.TMS, S.DIBATALKAN), "usulkan_baru", "usulan-baru", (P.PNS, P.PENGELOLA, P.VERIFIKATOR), None,
            "Usulkan lagi", "Usulan baru dibuat dari usulan ini", IsianUsulanBaru, (J.BELUM_ADA_USULAN, J.SURAT_OPD)),
)
# fmt: on
BELUM_DIUSULKAN = frozenset({S.DRAF, S.DIAJUKAN_PNS, S.PERBAIKAN_PNS, S.DIBATALKAN})
"""Not yet (or no more) proposed by an OPD: left out of the nominative list of proposals unless asked for."""
SIAP_DIKIRIM = frozenset({S.SIAP_KIRIM_BKN})
"""Goes to BKN next: what a pack holds unless all is asked for."""
LAHIR = frozenset({"buat", "usulkan_baru"})
"""Acts that make a usulan rather than move one."""

ALUR: dict[str, tuple[Langkah, ...]] = {LAYANAN: KENAIKAN_PANGKAT}


DAFTAR_ALASAN: dict[type[IsianAksi], Untuk] = {
    IsianTerima: Untuk.URUTAN,
    IsianTms: Untuk.TMS,
    IsianBatalkan: Untuk.BATAL,
    IsianBtsBkn: Untuk.BTS_BKN,
}
"""From which list the reason of a form comes."""
BERCATATAN = frozenset(
    {
        "alihkan", "kembalikan", "setujui", "usulkan_tms", "sahkan_tms", "catat_tms", "catat_bts", "catat_sk",
        "minta_perbaikan_pertek", "batalkan", "alihkan_periode",
    }
)  # fmt: skip
"""Acts to which a note may be written that people read."""
_BERSYARAT = {"surat": J.SURAT_RESMI, "butir": J.ADA_BUTIR_BERALASAN, "tenggat": J.TENGGAT_MENDATANG}
"""Fields that a form has for several rows, and the guard of those that ask for them."""
_BUKAN_TANYA = frozenset({"versi", "catatan", "kolektif", "jawaban"})
"""What the system fills in, or another page asks; the note stands last."""


def tanya(baris: Langkah) -> tuple[str, ...]:
    """What this row asks of who does it, by the names of its form; a reason by its list ("alasan_tms")."""
    isi = [n for n in baris.isian.model_fields if n not in _BUKAN_TANYA and _BERSYARAT.get(n) in (None, *baris.jaga)]
    daftar = [f"{n}_{DAFTAR_ALASAN[baris.isian]}" if n == "alasan" else n for n in isi]
    return (*daftar, *(("catatan",) if baris.aksi in BERCATATAN else ()))


class Meja(NamedTuple):
    """What people are told of a status: its word, whose desk the case lies on, what comes next."""

    sebutan: str
    di_meja: str
    berikutnya: str
    tahap: int
    """Step of the way a person is shown, 1..6."""


TAHAP = ("Menyiapkan", "Diusulkan OPD", "Diperiksa BKPSDM", "Diproses BKN", "SK terbit", "Selesai")

MEJA: dict[Status, Meja] = {
    S.DRAF: Meja("Draf", "Pembuat usulan", "Lengkapi berkas, lalu ajukan atau usulkan.", 1),
    S.DIAJUKAN_PNS: Meja("Diajukan PNS", "Pengelola OPD", "Pengelola memeriksa lalu mengusulkan ke BKPSDM.", 1),
    S.PERBAIKAN_PNS: Meja("Perlu dilengkapi PNS", "PNS", "Lengkapi berkas yang ditandai, lalu ajukan lagi.", 1),
    S.DIUSULKAN_OPD: Meja("Menunggu diperiksa", "BKPSDM (antrean)", "Verifikator BKPSDM mengambil menurut urutan datang.", 2),
    S.VERIFIKASI: Meja("Sedang diperiksa", "Verifikator BKPSDM", "Verifikator memeriksa setiap berkas.", 3),
    S.BTS_BKPSDM: Meja("Berkas perlu diperbaiki", "PNS dan pengelola OPD", "Ganti berkas yang ditandai sebelum batas waktu.", 3),
    S.MENUNGGU_PERSETUJUAN: Meja("Menunggu persetujuan", "Kepala Bidang", "Kepala Bidang menyetujui atau mengembalikan.", 3),
    S.MENUNGGU_TMS: Meja("Menunggu keputusan", "Kepala Bidang", "Kepala Bidang memutuskan usul tidak memenuhi syarat.", 3),
    S.SIAP_KIRIM_BKN: Meja("Siap dikirim ke BKN", "Operator SIASN", "Operator mengirim usulan ke BKN.", 4),
    S.DIPROSES_BKN: Meja("Diproses BKN", "BKN Kantor Regional II", "BKN memeriksa dan menerbitkan pertimbangan teknis.", 4),
    S.BTS_BKN: Meja("BKN meminta perbaikan", "PNS dan pengelola OPD", "Ganti berkas yang diminta BKN sebelum batas waktu.", 4),
    S.PERTEK_TERBIT: Meja("Pertek terbit", "Operator SIASN", "SK kenaikan pangkat disiapkan dan ditandatangani.", 5),
    S.PERBAIKAN_PERTEK: Meja("Pertek diperbaiki", "BKN Kantor Regional II", "Menunggu Pertek pengganti dari BKN.", 5),
    S.SK_TERBIT: Meja("SK terbit", "PNS", "Unduh SK, lalu konfirmasi bahwa SK sudah diterima.", 5),
    S.SELESAI: Meja("Selesai", "Tidak ada", "Tidak ada yang perlu dilakukan.", 6),
    S.TMS: Meja("Tidak memenuhi syarat", "Tidak ada", "Dapat diusulkan lagi pada periode lain.", 6),
    S.DIBATALKAN: Meja("Dibatalkan", "Tidak ada", "Dapat diusulkan lagi bila keadaannya berubah.", 6),
}  # fmt: skip

SEBUTAN_AKSI: dict[str, str] = {
    "buat": "Usulan dibuat",
    "ubah": "Jenis atau periode diubah",
    "pindah_opd": "Ikut pindah ke OPD baru",
    "periksa": "Berkas diperiksa",
}
"""Events that are not rows of the table: the birth of a case, and what happens to it without a change of status."""


def langkah(layanan: str, status: Status, aksi: str) -> tuple[Langkah, ...]:
    """The rows for this act from this status; empty when the act is not open here."""
    return tuple(baris for baris in ALUR[layanan] if baris.aksi == aksi and status in baris.dari)


def sebutan_aksi(layanan: str, aksi: str, dari: Status | None) -> str:
    """How the history calls it."""
    baris = langkah(layanan, dari, aksi) if dari else ()
    return baris[0].sebutan if baris else SEBUTAN_AKSI.get(aksi, aksi)
