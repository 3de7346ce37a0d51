"""The offices of the county: 40 OPD, the units below them, and how many people of which post each of them has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from infra.demo import jabatan as j
from infra.demo.jabatan import Fungsional
from infra.demo.kamus import KECAMATAN

DIKBUD = "Dinas Pendidikan dan Kebudayaan"
DINKES = "Dinas Kesehatan"
RSUD = "RSUD dr. Soeroto"
BKPSDM = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
SETDA = "Sekretariat Daerah"
INSPEKTORAT = "Inspektorat"


class Formasi(NamedTuple):
    """One place to be filled: OPD, unit, and either a functional post, an eselon with the post's name, or pelaksana ("")."""

    opd: str
    unit: str
    jf: Fungsional | None = None
    eselon: str = ""
    nama: str = ""
    setara: bool = False
    """An official of eselon IV who became a JF in the levelling of 2021."""


DINAS: dict[str, tuple[int, tuple[tuple[Fungsional, int], ...]]] = {
    "Sekretariat DPRD": (48, ((j.PERSURATAN, 4),)),
    INSPEKTORAT: (16, ((j.AUDITOR, 26), (j.PENGAWAS_URUSAN, 14))),
    "Badan Keuangan": (108, ((j.PRANATA_KOMPUTER, 4), (j.ANALIS_KEBIJAKAN, 6))),
    "Badan Perencanaan Pembangunan Daerah": (34, ((j.PERENCANA, 18),)),
    "Badan Penanggulangan Bencana Daerah": (38, ((j.ANALIS_KEBIJAKAN, 2),)),
    "Satuan Polisi Pamong Praja": (78, ((j.POL_PP, 34),)),
    "Dinas Pekerjaan Umum dan Penataan Ruang": (138, ((j.PENATA_RUANG, 18),)),
    "Dinas Lingkungan Hidup": (96, ((j.NAKES[0], 5),)),
    "Dinas Ketahanan Pangan dan Pertanian": (70, ((j.PENYULUH, 68), (j.PENYULUH_TERAMPIL, 28))),
    "Dinas Perikanan dan Peternakan": (54, ((j.MEDIK_VETERINER, 9), (j.PENYULUH, 8))),
    "Dinas Komunikasi, Informatika, Statistik dan Persandian": (34, ((j.PRANATA_KOMPUTER, 12),)),
    "Dinas Sosial": (40, ((j.PEKERJA_SOSIAL, 8),)),
    "Dinas Perhubungan": (72, ((j.PENGUJI, 12),)),
    "Dinas Kependudukan dan Pencatatan Sipil": (46, ((j.ADMINDUK, 10),)),
    "Dinas Perdagangan, Perindustrian dan Tenaga Kerja": (98, ((j.ANALIS_KEBIJAKAN, 4),)),
    "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu": (36, ((j.ANALIS_KEBIJAKAN, 5),)),
}
"""OPD of the usual shape: pelaksana, and functional posts."""
BAGIAN = ("Pemerintahan", "Kesejahteraan Rakyat", "Hukum", "Perekonomian", "Administrasi Pembangunan", "Pengadaan Barang dan Jasa", "Organisasi", "Umum", "Protokol dan Komunikasi Pimpinan")  # fmt: skip
KELURAHAN = ("Ketanggi", "Karangtengah", "Margomulyo", "Pelem")
PUSKESMAS = (*KECAMATAN, "Teguhan", "Walikukun", "Gemarang", "Tambakboyo", "Babadan")
OPD = (SETDA, BKPSDM, DIKBUD, DINKES, RSUD, *DINAS, *(f"Kecamatan {k}" for k in KECAMATAN))


def formasi(jumlah: int) -> list[Formasi]:
    """Places for so many people: the offices first, then schools until all are placed."""
    kantor = [*_setda(), *_bkpsdm(), *_dinas_biasa(), *_kecamatan(), *_kesehatan(), *_dikbud()]
    sekolah = _sekolah()
    sisa = jumlah - len(kantor)
    if sisa >= 0:
        return kantor + [sekolah[i % len(sekolah)] for i in range(sisa)]
    campur = [*kantor, *sekolah]
    return [campur[i * len(campur) // jumlah] for i in range(jumlah)]


def _dinas_biasa() -> Iterator[Formasi]:
    for opd, (pelaksana, fungsional) in DINAS.items():
        kepala = "Inspektur" if opd == INSPEKTORAT else "Sekretaris DPRD" if "DPRD" in opd else _kepala(opd)
        yield Formasi(opd, opd, eselon="II.b", nama=kepala)
        yield Formasi(opd, opd, eselon="III.a", nama=f"Sekretaris {opd}" if "DPRD" not in opd else "Kepala Bagian Umum")
        yield from _bidang(opd, opd)
        yield from (Formasi(opd, opd, jf=jf) for jf, n in fungsional for _ in range(n))
        yield from (Formasi(opd, opd) for _ in range(pelaksana))


def _kepala(opd: str) -> str:
    return f"Kepala {opd}"


def _bidang(opd: str, unit: str) -> Iterator[Formasi]:
    yield from (Formasi(opd, unit, eselon="III.b", nama=f"Kepala Bidang {u}") for u in j.URUSAN[3:7])
    yield from (Formasi(opd, unit, eselon="IV.a", nama=f"Kepala Subbagian {u}") for u in j.URUSAN[:2])
    yield from (Formasi(opd, unit, jf=j.ANALIS_KEBIJAKAN, setara=True) for _ in range(6))


def _setda() -> Iterator[Formasi]:
    yield Formasi(SETDA, SETDA, eselon="II.a", nama="Sekretaris Daerah")
    asisten = ("Pemerintahan dan Kesejahteraan Rakyat", "Perekonomian dan Pembangunan", "Administrasi Umum")
    yield from (Formasi(SETDA, SETDA, eselon="II.b", nama=f"Asisten {a}") for a in asisten)
    for b in BAGIAN:
        unit = f"Bagian {b}"
        yield Formasi(SETDA, unit, eselon="III.a", nama=f"Kepala {unit}")
        yield from (Formasi(SETDA, unit, jf=j.ANALIS_KEBIJAKAN, setara=True) for _ in range(3))
        yield from (Formasi(SETDA, unit) for _ in range(12))


def _bkpsdm() -> Iterator[Formasi]:
    yield Formasi(BKPSDM, BKPSDM, eselon="II.b", nama=_kepala(BKPSDM))
    yield Formasi(BKPSDM, "Sekretariat BKPSDM", eselon="III.a", nama=f"Sekretaris {BKPSDM}")
    for b in (
        "Pengadaan dan Informasi Kepegawaian",
        "Mutasi dan Promosi",
        "Pengembangan Kompetensi",
        "Kinerja dan Disiplin",
    ):
        yield Formasi(BKPSDM, f"Bidang {b}", eselon="III.b", nama=f"Kepala Bidang {b}")
        yield from (Formasi(BKPSDM, f"Bidang {b}", jf=j.ANALIS_SDM, setara=n < 2) for n in range(7))
        yield from (Formasi(BKPSDM, f"Bidang {b}") for _ in range(6))
    yield from (Formasi(BKPSDM, "Sekretariat BKPSDM") for _ in range(14))


def _kecamatan() -> Iterator[Formasi]:
    for k in KECAMATAN:
        opd = f"Kecamatan {k}"
        yield Formasi(opd, opd, eselon="III.a", nama=f"Camat {k}")
        yield Formasi(opd, opd, eselon="III.b", nama=f"Sekretaris {opd}")
        yield from (Formasi(opd, opd, eselon="IV.a", nama=f"Kepala Seksi {u}") for u in j.URUSAN[7:])
        yield from (Formasi(opd, opd, eselon="IV.b", nama=f"Kepala Subbagian {u}") for u in j.URUSAN[:2])
        yield from (Formasi(opd, opd) for _ in range(16))
        for lurah in KELURAHAN if k == "Ngawi" else ():
            unit = f"Kelurahan {lurah}"
            yield Formasi(opd, unit, eselon="IV.a", nama=f"Lurah {lurah}")
            yield Formasi(opd, unit, eselon="IV.b", nama=f"Sekretaris {unit}")
            yield from (Formasi(opd, unit) for _ in range(7))


def _kesehatan() -> Iterator[Formasi]:
    yield Formasi(DINKES, DINKES, eselon="II.b", nama=_kepala(DINKES))
    yield Formasi(DINKES, DINKES, eselon="III.a", nama=f"Sekretaris {DINKES}")
    yield from _bidang(DINKES, DINKES)
    yield from (Formasi(DINKES, DINKES) for _ in range(34))
    for p in PUSKESMAS:
        yield from _klinik(DINKES, f"UPT Puskesmas {p}", 2, 11, 5)
    for rs in ("RSUD Geneng", "RSUD Mantingan"):
        yield from _klinik(DINKES, rs, 8, 26, 12)
    yield Formasi(RSUD, RSUD, eselon="III.a", nama=f"Direktur {RSUD}")
    yield from _bidang(RSUD, RSUD)
    yield from _klinik(RSUD, RSUD, 40, 120, 70)


def _klinik(opd: str, unit: str, dokter: int, perawat: int, pelaksana: int) -> Iterator[Formasi]:
    yield Formasi(opd, unit, eselon="IV.b", nama="Kepala Subbagian Tata Usaha")
    pembagian = (
        (j.DOKTER, dokter), (j.DOKTER_GIGI, max(1, dokter // 4)), (j.APOTEKER, max(1, dokter // 6)), (j.PERAWAT, perawat),
        (j.NERS, perawat // 2), (j.BIDAN, perawat * 2 // 3), (j.BIDAN_AHLI, perawat // 5),
    )  # fmt: skip
    yield from (Formasi(opd, unit, jf=jf) for jf, n in pembagian for _ in range(n))
    yield from (Formasi(opd, unit, jf=jf) for jf in j.NAKES for _ in range(max(1, perawat // 12)))
    yield from (Formasi(opd, unit) for _ in range(pelaksana))


def _dikbud() -> Iterator[Formasi]:
    yield Formasi(DIKBUD, DIKBUD, eselon="II.b", nama=_kepala(DIKBUD))
    yield Formasi(DIKBUD, DIKBUD, eselon="III.a", nama=f"Sekretaris {DIKBUD}")
    yield from _bidang(DIKBUD, DIKBUD)
    yield from (Formasi(DIKBUD, DIKBUD, jf=j.PENGAWAS) for _ in range(38))
    yield from (Formasi(DIKBUD, DIKBUD) for _ in range(40))
    yield from (Formasi(DIKBUD, s) for s in smp() for _ in range(4))
    yield from (Formasi(DIKBUD, s) for n, s in enumerate(sd()) if n % 2)


def _sekolah() -> list[Formasi]:
    guru_sd = [Formasi(DIKBUD, s, jf=j.GURU_SD) for s in sd() for _ in range(2)]
    guru_tk = [Formasi(DIKBUD, f"TK Negeri Pembina {k}", jf=j.GURU_TK) for k in KECAMATAN[::3]]
    guru_smp = [Formasi(DIKBUD, s, jf=m) for s in smp() for m in j.GURU_SMP[:6]]
    guru_smp += [Formasi(DIKBUD, s, jf=m) for s in smp() for m in j.GURU_SMP[6:]]
    return [*guru_sd, *guru_tk, *guru_smp]


def sd() -> list[str]:
    """Primary schools, twelve in a kecamatan."""
    return [f"SDN {n} {k}" for k in KECAMATAN for n in range(1, 13)]


def smp() -> list[str]:
    """Junior secondary schools, two or three in a kecamatan."""
    return [f"SMPN {n} {k}" for i, k in enumerate(KECAMATAN) for n in range(1, 4 if i % 2 else 3)]
