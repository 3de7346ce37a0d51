"""The people of the county: for each place in the offices a life is drawn that could have led to it."""

from __future__ import annotations

from datetime import date
from random import Random

from infra.demo import kamus, pangkat
from infra.demo.jabatan import BOBOT_PELAKSANA, PELAKSANA, PENGAWAS, Fungsional, Pelaksana
from infra.demo.kantor import Formasi
from infra.demo.karier import Rencana, jalani
from infra.demo.keadaan import Keadaan
from infra.demo.nama import Penomor, alamat, gelar, nama_orang
from infra.demo.orang import Orang, fakta
from infra.demo.waktu import bulan_ke, tanggal, usia

ANGKATAN = (
    (1986, 3), (1988, 3), (1990, 3), (1992, 3), (1994, 12), (1996, 3), (1998, 3), (1999, 3), (2000, 12), (2003, 1), (2005, 1),
    (2006, 4), (2007, 4), (2008, 4), (2009, 1), (2010, 4), (2011, 1), (2014, 3), (2015, 3), (2019, 3), (2021, 1), (2022, 3),
    (2024, 5), (2025, 6),
)  # fmt: skip
"""Year and month in which a batch of CPNS began."""
BOBOT = {
    "fungsional": (2, 2, 3, 2, 5, 4, 5, 5, 5, 4, 9, 10, 9, 9, 9, 8, 3, 5, 6, 12, 9, 5, 4, 3),
    "pelaksana": (3, 3, 3, 3, 5, 4, 4, 4, 3, 3, 8, 10, 10, 11, 10, 10, 3, 6, 3, 6, 4, 1, 1, 2),
}
ESELON_BOBOT = {"IV.b": (2005, 2015), "IV.a": (1999, 2015), "III.b": (1996, 2010), "III.a": (1993, 2008), "II.b": (1990, 2001), "II.a": (1990, 1996)}  # fmt: skip
UMUR_CPNS = {"SD": (20, 34), "SLTP": (20, 34), "SLTA": (19, 33), "D2": (21, 29), "D3": (21, 29), "D4": (22, 31), "S1": (23, 34), "PROFESI": (25, 33), "S2": (26, 33)}  # fmt: skip
PREDIKAT = ("Sangat Baik",) * 17 + ("Baik",) * 80 + ("Butuh Perbaikan",) * 2 + ("Kurang",)


def lahirkan(rng: Random, f: Formasi, hari: date, penomor: Penomor) -> Orang:
    """A person for this place, in service on `hari`. Draws again while the life drawn does not end in the place."""
    for _ in range(200):
        if orang := _coba(rng, f, hari, penomor):
            return orang
    raise RuntimeError(f"no life leads to {f}")


def _coba(rng: Random, f: Formasi, hari: date, penomor: Penomor) -> Orang | None:
    r, tingkat = _rencana(rng, f)
    cpns = _angkatan(rng, f, r)
    lahir = _lahir(rng, tingkat, cpns)
    k = Keadaan(rng, cpns, tingkat, tanggal(cpns).year - rng.randint(1, 3), _predikat(rng, cpns, hari))
    r = _sesuaikan(rng, f, r, cpns, tingkat)
    if usia(lahir, hari) >= 60:
        return None
    jalani(k, r, bulan_ke(hari))
    if usia(lahir, hari) >= _bup(k) or not _sampai(k, f):
        return None
    return _jadikan(rng, k, f, r, lahir, hari, penomor)


def _rencana(rng: Random, f: Formasi) -> tuple[Rencana, str]:
    if f.jf and f.setara:
        return Rencana("setara", PELAKSANA[11], f.jf, eselon="IV.a", rajin=rng.uniform(0.5, 0.95)), "S1"
    if f.jf:
        tingkat = "S1" if f.jf is PENGAWAS else f.jf.tingkat
        return Rencana("fungsional", PELAKSANA[4], f.jf, rajin=rng.uniform(0.4, 0.95)), tingkat
    if f.eselon:
        return Rencana(
            "struktural",
            PELAKSANA[rng.randint(10, 14)],
            eselon=f.eselon,
            nama_jabatan=f.nama,
            rajin=rng.uniform(0.7, 0.98),
        ), "S1"
    post = rng.choices(PELAKSANA, BOBOT_PELAKSANA)[0]
    return Rencana("pelaksana", post, rajin=rng.uniform(0.35, 0.95)), post.tingkat


def _angkatan(rng: Random, f: Formasi, r: Rencana) -> int:
    dari, sampai = ESELON_BOBOT[r.eselon] if r.eselon else (1986, 2025)
    bobot = BOBOT["fungsional" if f.jf else "pelaksana"]
    pilih = [(a, b) for a, b in zip(ANGKATAN, bobot, strict=True) if dari <= a[0] <= (2010 if f.setara else sampai)]
    tahun, bulan = rng.choices([a for a, _ in pilih], [b for _, b in pilih])[0]
    return tahun * 12 + bulan - 1


def _lahir(rng: Random, tingkat: str, cpns: int) -> date:
    """Those taken over from honorary service between 2005 and 2010 were older."""
    muda, tua = UMUR_CPNS[tingkat]
    umur = rng.randint(muda, min(44, tua + 9) if 2005 <= cpns // 12 <= 2010 and rng.random() < 0.4 else tua)
    return date.fromordinal(tanggal(cpns).toordinal() - umur * 365 - rng.randint(20, 340))


def _sesuaikan(rng: Random, f: Formasi, r: Rencana, cpns: int, tingkat: str) -> Rencana:
    tahun = cpns // 12
    mulai = cpns if tahun >= 2019 else cpns + rng.choice((12, 13, 18, 24))
    sekolah = _sekolah_lagi(rng, f, tahun, tingkat)
    return Rencana(r.jalur, r.pelaksana, r.jf, mulai, r.eselon, r.nama_jabatan, r.rajin, sekolah)


def _sekolah_lagi(rng: Random, f: Formasi, tahun: int, tingkat: str) -> tuple[int, str, bool] | None:
    """Who studied on: officials and supervisors their S2, pelaksana the next level, and not everybody told the office."""
    lulus = min(2025, tahun + rng.randint(5, 14))
    if f.eselon in ("II.b", "II.a", "III.a") or f.jf is PENGAWAS:
        return (lulus, "S2", True)
    if tingkat in ("S1", "D4"):
        return (lulus, "S2", rng.random() < 0.8) if rng.random() < (0.35 if f.eselon else 0.09) else None
    if tingkat == "SLTA" and rng.random() < 0.24:
        return (lulus, "S1", rng.random() < 0.7)
    if tingkat == "D3" and rng.random() < 0.2:
        return (lulus, "S1", rng.random() < 0.75)
    return (lulus, "SLTA", rng.random() < 0.8) if tingkat in ("SD", "SLTP") and rng.random() < 0.25 else None


def _predikat(rng: Random, cpns: int, hari: date) -> dict[int, str]:
    return {t: rng.choice(PREDIKAT) for t in range(max(cpns // 12, hari.year - 7), hari.year)}


def _bup(k: Keadaan) -> int:
    """Retirement age by post (domain 2.2)."""
    j = k.jabatan[-1]
    tinggi = j["nama"].startswith("Guru") or j["jenjang"] == "Ahli Madya" or (j["eselon"] or "").startswith("II.")
    return 60 if tinggi else 58


def _sampai(k: Keadaan, f: Formasi) -> bool:
    if f.eselon:
        return bool(k.jabatan[-1]["eselon"] == f.eselon)
    return not f.setara or k.jabatan[-1]["jenis"] == "fungsional"


def _jadikan(rng: Random, k: Keadaan, f: Formasi, r: Rencana, lahir: date, hari: date, penomor: Penomor) -> Orang:  # noqa: PLR0913
    post: Fungsional | Pelaksana = f.jf or r.pelaksana
    kelamin = _kelamin(rng, post)
    tinggi = max(k.pendidikan, key=lambda p: (p["diakui_sejak"] is not None, pangkat.ke(pangkat.awal(p["tingkat"]))))[
        "tingkat"
    ]
    depan, belakang = gelar(rng, post, tinggi, lahir, kelamin)
    nip = penomor.nip(lahir, tanggal(k.cpns), kelamin)
    nama = nama_orang(rng, kelamin, lahir)
    isi = {"nip": nip, "nama": nama, "jenis_kelamin": kelamin, "tanggal_lahir": lahir, **fakta(k, hari)}
    return Orang(
        nip=nip,
        nama=nama,
        kelamin=kelamin,
        lahir=lahir,
        tempat=rng.choice(kamus.TEMPAT),
        opd=f.opd,
        unit=f.unit,
        tmt_cpns=tanggal(k.cpns),
        fakta=isi,
        gelar_depan=depan,
        gelar_belakang=belakang,
        jurusan=post.jurusan,
        telepon=penomor.telepon(),
        alamat=alamat(rng),
        agama=rng.choice(kamus.AGAMA),
        kawin=rng.choice(kamus.KAWIN),
        kelompok=r.jalur,
    )


def _kelamin(rng: Random, post: Fungsional | Pelaksana) -> str:
    perempuan = {"Bidan": 1.0, "Perawat": 0.6, "Guru": 0.62, "Pengemudi": 0.0, "Petugas Keamanan": 0.0, "Polisi Pamong Praja": 0.1}  # fmt: skip
    return "P" if rng.random() < perempuan.get(post.nama, 0.42) else "L"
