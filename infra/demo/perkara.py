"""Some forty cases, spread over every status and every kind. Each line: how it ends, what it is about, whose it is, what happens.

Cases are told one after the other, the furthest first; loading them in this order keeps the queue of BKPSDM true.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from infra.demo import akun, pangkat, syarat
from infra.demo.cerita import Arsip, Cerita, mulai_kerja
from infra.demo.kabupaten import Kabupaten
from infra.demo.kantor import DIKBUD, DINKES, RSUD
from infra.demo.orang import Orang
from infra.demo.tahap import TAHAP
from infra.demo.waktu import bulan_ke, tanggal

USUL = "buat lengkap usulkan"
SENDIRI = "buat lengkap ajukan usulkan"
PERIKSA = f"{USUL} terima periksa ms"
KIRIM = f"{PERIKSA} setujui kirim"
SK = f"{KIRIM} pertek sk"


class Baris(NamedTuple):
    """`siapa`: a person with a story, or an OPD from which one is chosen, if it has one. `geser`: TMT in months from today's month."""

    status: str
    jenis: str
    siapa: str
    geser: int
    tahap: str
    pembuat: str = "pengelola"
    kembali: str = ""


# fmt: off
SKENARIO = (
    Baris("selesai", "REGULER", DIKBUD, -1, f"{SK} serahkan"),
    Baris("selesai", "FUNGSIONAL", DIKBUD, -1, f"{SENDIRI} terima periksa ms setujui kirim pertek sk serahkan", "pns"),
    Baris("selesai", "FUNGSIONAL", RSUD, 0, f"{USUL} terima bts perbaiki periksa ms setujui kirim pertek sk serahkan", kembali="sk-jabatan"),
    Baris("selesai", "STRUKTURAL", "", 0, f"{SK} serahkan"),
    Baris("sk_terbit", "REGULER", RSUD, 1, SK),
    Baris("sk_terbit", "FUNGSIONAL", DIKBUD, 1, f"{USUL} tarik terima periksa ms kabid_kembali setujui kirim pertek sk"),
    Baris("sk_terbit", "ANUMERTA", "tewas", -2, SK),
    Baris("perbaikan_pertek", "FUNGSIONAL", DINKES, 1, f"{KIRIM} pertek minta_perbaikan"),
    Baris("pertek_terbit", "PEJABAT_NEGARA", "pejabat_negara", 1, f"{KIRIM} pertek"),
    Baris("pertek_terbit", "FUNGSIONAL", DIKBUD, 1, f"{KIRIM} pertek minta_perbaikan pertek"),
    Baris("tms", "REGULER", "mentok", 2, f"{USUL} terima usul_tms sahkan"),
    Baris("tms", "FUNGSIONAL", RSUD, 1, f"{KIRIM} tms_bkn"),
    Baris("dibatalkan", "REGULER", DIKBUD, 2, f"{USUL} terima batal_kabid"),
    Baris("bts_bkn", "FUNGSIONAL", DIKBUD, 2, f"{KIRIM} bts_bkn", kembali="skp-2025"),
    Baris("diproses_bkn", "PENEMUAN_BARU", "penemu", 2, KIRIM),
    Baris("diproses_bkn", "FUNGSIONAL", RSUD, 2, f"{SENDIRI} terima periksa ms setujui kirim", "pns"),
    Baris("diproses_bkn", "REGULER", DIKBUD, 2, KIRIM),
    Baris("siap_kirim_bkn", "DPK_DPB", "dpk", 2, f"{PERIKSA} setujui"),
    Baris("siap_kirim_bkn", "FUNGSIONAL", "bidan_mahir", 2, f"{PERIKSA} setujui"),
    Baris("siap_kirim_bkn", "FUNGSIONAL", DIKBUD, 2, f"{USUL} terima alih periksa ms setujui"),
    Baris("siap_kirim_bkn", "SEDANG_TUBEL", "dokter_belajar", 2, f"{PERIKSA} setujui"),
    Baris("menunggu_tms", "REGULER", "dihukum", 3, f"{USUL} terima usul_tms"),
    Baris("menunggu_persetujuan", "SELESAI_TUBEL", "lulus_belajar", 3, PERIKSA, "pns"),
    Baris("menunggu_persetujuan", "STRUKTURAL", "kasubbag", 3, PERIKSA),
    Baris("menunggu_persetujuan", "REGULER", RSUD, 3, PERIKSA),
    Baris("menunggu_persetujuan", "FUNGSIONAL", DIKBUD, 3, PERIKSA),
    Baris("menunggu_persetujuan", "FUNGSIONAL", DINKES, 3, f"{USUL} terima bts perbaiki periksa ms", kembali="sk-kp"),
    Baris("bts_bkpsdm", "FUNGSIONAL", "guru_senior", 3, f"{SENDIRI} terima bts", "pns", "sk-kp"),
    Baris("bts_bkpsdm", "REGULER", DIKBUD, 3, f"{USUL} terima bts", kembali="pernyataan-hukdis"),
    Baris("bts_bkpsdm", "FUNGSIONAL", RSUD, 3, f"{USUL} terima bts_lewat", kembali="sk-jabatan"),
    Baris("verifikasi", "FUNGSIONAL", DIKBUD, 3, f"{USUL} terima periksa_separuh"),
    Baris("verifikasi", "PRESTASI_LUAR_BIASA", "prestasi", 3, f"{USUL} terima bts perbaiki", "verifikator_2", "sk-jabatan"),
    Baris("verifikasi", "REGULER", DIKBUD, 2, f"{USUL} terima alih_periode"),
    Baris("dibatalkan", "REGULER", RSUD, 3, "buat sebagian batal"),
    Baris("diusulkan_opd", "PENYESUAIAN_IJAZAH", "sesuai_ijazah", 3, USUL),
    Baris("diusulkan_opd", "FUNGSIONAL", DIKBUD, 3, USUL),
    Baris("diusulkan_opd", "FUNGSIONAL", DIKBUD, 3, SENDIRI, "pns"),
    Baris("diusulkan_opd", "PENGABDIAN", "pengabdian", 3, USUL),
    Baris("diusulkan_opd", "REGULER", DIKBUD, 3, USUL),
    Baris("perbaikan_pns", "FUNGSIONAL", DIKBUD, 3, "buat lengkap ajukan kembalikan_pns", "pns", "sk-kp"),
    Baris("diajukan_pns", "FUNGSIONAL", DIKBUD, 3, "buat lengkap ajukan", "pns"),
    Baris("diajukan_pns", "FUNGSIONAL", RSUD, 3, "buat lengkap ajukan", "pns"),
    Baris("draf", "REGULER", DIKBUD, 3, "buat sebagian"),
    Baris("draf", "FUNGSIONAL", RSUD, 3, "buat sebagian", "pns"),
)
# fmt: on


def tulis(k: Kabupaten, arsip: Arsip) -> list[dict[str, Any]]:
    """All cases with their steps; their papers go into `arsip`. A small county leaves out what it has nobody for."""
    terpakai: set[str] = set()
    pasangan = ((n, b, _orang(k, b, terpakai)) for n, b in enumerate(SKENARIO, start=1))
    return [_ceritakan(k, arsip, n, b, o) for n, b, o in pasangan if o]


def _orang(k: Kabupaten, b: Baris, terpakai: set[str]) -> Orang | None:
    calon = [k.tokoh[b.siapa]] if b.siapa in k.tokoh else _calon(k, b, bulan_ke(k.hari) + b.geser)
    o = next((o for o in calon if o.nip not in terpakai), None)
    if o:
        terpakai.add(o.nip)
    return o


def _calon(k: Kabupaten, b: Baris, bulan: int) -> list[Orang]:
    """Those who could rise and do not themselves send in the papers of their office: of the named OPD first."""
    warga = [o for o in k.orang if not o.kelompok.startswith("tokoh") and syarat.dapat(o, b.jenis, bulan)]
    return sorted((o for o in warga if akun.pengelola(k, o.opd) is not o), key=lambda o: o.opd != b.siapa)


def _ceritakan(k: Kabupaten, arsip: Arsip, n: int, b: Baris, o: Orang) -> dict[str, Any]:
    bulan = bulan_ke(k.hari) + b.geser
    tmt = _tmt(b, o, bulan)
    awal = tanggal(bulan_ke(tmt) + 1 if b.jenis == "ANUMERTA" else bulan - (2 if b.geser in (1, 2) else 3))
    baru = "III/a" if b.jenis == "PENYESUAIAN_IJAZAH" else pangkat.GOLONGAN[pangkat.ke(o.golongan["gol"]) + 1]
    c = Cerita(k, arsip, f"perkara-{n:02d}", o, b.jenis, tmt, baru, b.pembuat, mulai_kerja(awal, n), b.kembali)
    for tahap in b.tahap.split():
        TAHAP[tahap](c)
    return {
        "kunci": c.kunci,
        "nip": o.nip,
        "jenis": b.jenis,
        "periode": str(c.tmt),
        "status": b.status,
        "langkah": c.langkah,
    }


def _tmt(b: Baris, o: Orang, bulan: int) -> date:
    """The period; for those who died or retire, the date that the law fixes."""
    if b.jenis == "ANUMERTA":
        return o.fakta["meninggal"]  # type: ignore[no-any-return]
    return tanggal(bulan)
