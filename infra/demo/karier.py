"""Careers that fit the law: each path of the service is lived from one promotion date to the next (domain 1 and 2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from infra.demo import pangkat
from infra.demo.jabatan import AHLI, TANGGA, Fungsional, Pelaksana
from infra.demo.keadaan import Keadaan
from infra.demo.waktu import periode, tanggal

III_A, III_D, II_D = pangkat.ke("III/a"), pangkat.ke("III/d"), pangkat.ke("II/d")
SETARA = 2021 * 12 + 11
"""December 2021: officials of eselon IV became functional."""
KUNCI_2019 = 2019 * 12


@dataclass(frozen=True)
class Rencana:
    """What a life is meant to become: its path, and how eagerly papers are sent in (0..1)."""

    jalur: str
    pelaksana: Pelaksana
    jf: Fungsional | None = None
    mulai_jf: int = 0
    eselon: str = ""
    nama_jabatan: str = ""
    rajin: float = 0.8
    sekolah: tuple[int, str, bool] | None = None
    """(year of graduation, level, whether it is then recognised)."""


def jalani(k: Keadaan, r: Rencana, sampai: int) -> Keadaan:
    """Live it from CPNS to month `sampai`, both included."""
    k.mulai()
    _duduk_awal(k, r)
    for b in periode(k.cpns + 13, sampai):
        k.tutup_tahun(b)
        _sekolah(k, r, b)
        PINDAH[r.jalur](k, r, b)
        if BOLEH[_jenis(k)](k, b) and k.rng.random() < _peluang(k, r.rajin, b):
            k.naik(b)
    k.tutup_tahun(sampai)
    return k


def _peluang(k: Keadaan, rajin: float, b: int) -> float:
    """More dates a year: papers wait longer for each of them. Ahli Madya stood still for years before 2023."""
    if k.jenjang == "Ahli Madya" and b < 2023 * 12:
        return 0.03
    return rajin if b < 2024 * 12 else rajin * 0.6 if b < 2025 * 12 + 9 else rajin * 0.13


def _jenis(k: Keadaan) -> str:
    return str(k.jabatan[-1]["jenis"])


def _duduk_awal(k: Keadaan, r: Rencana) -> None:
    k.kategori = r.jf.kategori if r.jf and r.jalur == "fungsional" else ""
    if r.jf and r.mulai_jf <= k.cpns:
        _masuk_jf(k, r.jf, k.cpns)
    else:
        k.duduk(
            k.cpns, {"jenis": "pelaksana", "nama": f"Calon {r.jf.nama}" if k.kategori and r.jf else r.pelaksana.nama}
        )


def _masuk_jf(k: Keadaan, jf: Fungsional, b: int) -> None:
    jenjang = pangkat.jenjang_untuk(jf.kategori, k.gol)
    k.ak = 0
    k.duduk_fungsional(b, _nama_jf(jf, jenjang), jenjang)


def _nama_jf(jf: Fungsional, jenjang: str | None) -> str:
    return "Guru" if jf.nama == "Pengawas Sekolah" and jenjang in (None, "Ahli Pertama") else jf.nama


def _sekolah(k: Keadaan, r: Rencana, b: int) -> None:
    """A later diploma enters the record two years on; below its rank, a pelaksana sits the exam and is adjusted (domain 2.4)."""
    if r.sekolah is None or k.punya(r.sekolah[1]) or b < (r.sekolah[0] + 2) * 12:
        return
    tahun, tingkat, diakui = r.sekolah
    sasaran = pangkat.ke(pangkat.awal(tingkat))
    if k.gol >= sasaran or k.jenjang or _jenis(k) == "fungsional":
        k.didik(tingkat, tahun, tanggal(b) if diakui else None)
    elif diakui and k.dalam_pangkat(b) >= 12:
        k.didik(tingkat, tahun, tanggal(b))
        k.ujian.append({"jenis": "PI", "lulus": tanggal(b - 5, 14)})
        k.naik(b, sasaran)
    elif not diakui:
        k.didik(tingkat, tahun, None)


def _pelaksana(k: Keadaan, r: Rencana, b: int) -> None:
    """Names of pelaksana posts were set anew at the beginning of 2019; some sit the exam at the top of golongan II."""
    if b >= KUNCI_2019 and k.jabatan_sejak < KUNCI_2019:
        k.duduk(KUNCI_2019, {"jenis": "pelaksana", "nama": r.pelaksana.nama})
    if k.gol == II_D and k.dalam_pangkat(b) >= 24 and not k.ujian and k.rng.random() < 0.3:
        k.ujian.append({"jenis": "UD1", "lulus": tanggal(b - 2, 20)})


def _fungsional(k: Keadaan, r: Rencana, b: int) -> None:
    assert r.jf is not None
    if _jenis(k) != "fungsional":
        if b >= r.mulai_jf:
            _masuk_jf(k, r.jf, b)
    elif k.jenjang is None:
        if k.gol >= III_A:
            _masuk_jf(k, r.jf, b)
    elif _puncak(k) and k.ak >= (pangkat.butuh(k.kategori, k.gol) or 10**9) and k.rng.random() < 0.5:
        _naik_jenjang(k, r.jf, b)


def _puncak(k: Keadaan) -> bool:
    return k.jenjang is not None and k.gol == pangkat.jenjang(k.jenjang)[1]


def _naik_jenjang(k: Keadaan, jf: Fungsional, b: int) -> None:
    """Examined first, then appointed at the higher level, then the rank (domain 1.4)."""
    baru = pangkat.jenjang_untuk(k.kategori, k.gol + 1)
    if baru is None or baru == "Ahli Utama":
        return
    k.uji.append({"jenjang": baru, "lulus": tanggal(b - 4, 12)})
    sejak = k.ak_sejak
    k.duduk_fungsional(b - 1, _nama_jf(jf, baru), baru)
    k.ak_sejak = sejak


def _struktural(k: Keadaan, r: Rencana, b: int) -> None:
    """Up the ladder to the post that is meant, when rank and time allow."""
    kini, tujuan = k.jabatan[-1]["eselon"], r.eselon
    if kini == tujuan:
        return
    berikut = TANGGA[TANGGA.index(kini) + 1] if kini else _anak_tangga_pertama(k, tujuan)
    terendah = pangkat.eselon(berikut)[0]
    sabar = 24 if kini else 60
    if k.gol >= terendah - (berikut in ("II.b", "II.a")) and b - k.jabatan_sejak >= sabar and k.rng.random() < 0.5:
        _lantik(k, berikut, r.nama_jabatan if berikut == tujuan else _nama_antara(berikut), b)


def _anak_tangga_pertama(k: Keadaan, tujuan: str) -> str:
    return "IV.b" if tujuan == "IV.b" or k.gol <= pangkat.ke("III/b") else "IV.a"


def _nama_antara(eselon: str) -> str:
    return {
        "IV.b": "Kepala Seksi Pelayanan",
        "IV.a": "Kepala Subbagian Umum dan Kepegawaian",
        "III.b": "Kepala Bidang Pembinaan",
        "III.a": "Sekretaris Dinas",
        "II.b": "Kepala Dinas",
    }[eselon]


def _lantik(k: Keadaan, eselon: str, nama: str, b: int) -> None:
    hari = tanggal(b - 1, k.rng.randint(3, 27))
    k.duduk(b - 1, {"jenis": "struktural", "nama": nama, "eselon": eselon, "pelantikan": hari}, hari)
    diklat = {"IV.a": "Diklatpim IV", "III.b": "Diklatpim III", "II.b": "Diklatpim II"}.get(eselon)
    if diklat and (b + 10) // 12 <= 2025:
        k.diklat.append(
            {
                "jenis": diklat
                if b < 2021 * 12
                else diklat.replace("Diklatpim IV", "PKP").replace("Diklatpim III", "PKA"),
                "tahun": (b + 10) // 12,
            }
        )


def _setara(k: Keadaan, r: Rencana, b: int) -> None:
    if b <= SETARA:
        _struktural(k, r, b)
        return
    assert r.jf is not None
    if _jenis(k) == "fungsional":
        _fungsional(k, r, b)
        return
    jenjang = pangkat.jenjang_untuk(AHLI, max(k.gol, pangkat.ke("III/c"))) or "Ahli Muda"
    k.kategori = AHLI
    k.duduk_fungsional(SETARA, r.jf.nama, jenjang, date(2021, 12, 31))
    k.ak = min((b - k.pangkat_sejak) // 12, 3) * pangkat.jenjang(jenjang)[2]
    k.ak_sejak = 2022 * 12
    k.perpindahan.append({"jenis": "perpindahan", "nilai": f"{k.ak / 100:.2f}", "per": date(2021, 12, 31)})


def _boleh_pelaksana(k: Keadaan, b: int) -> bool:
    """Reguler: four years, the ceiling of the education, the exam at the border (domain 2.2)."""
    return k.dalam_pangkat(b) >= 48 and k.gol < k.tertinggi(b) and _ujian_dinas(k)


def _ujian_dinas(k: Keadaan) -> bool:
    if k.gol == II_D:
        return k.punya("S1", "D4", "PROFESI", "S2") or any(u["jenis"] == "UD1" for u in k.ujian)
    return (
        k.gol != III_D
        or k.punya("PROFESI", "S2", "S3")
        or any("III" in d["jenis"] or d["jenis"] == "PKA" for d in k.diklat)
    )


def _boleh_fungsional(k: Keadaan, b: int) -> bool:
    if k.jenjang is None:
        return k.dalam_pangkat(b) >= 48 and k.gol < III_A
    perlu = pangkat.butuh(k.kategori, k.gol)
    return perlu is not None and k.ak >= perlu and k.dalam_pangkat(b) >= 24 and k.gol < pangkat.jenjang(k.jenjang)[1]


def _boleh_struktural(k: Keadaan, b: int) -> bool:
    """The three ways of KP struktural (domain 2.2)."""
    rendah, tinggi = pangkat.eselon(k.jabatan[-1]["eselon"])
    lama, duduk = k.dalam_pangkat(b), b - k.jabatan_sejak
    di_bawah = k.gol == rendah - 1 and lama >= 12 and duduk >= 12
    return (di_bawah or (rendah - 1 <= k.gol < tinggi and lama >= 48)) and _ujian_dinas(k)


Langkah = Callable[[Keadaan, Rencana, int], None]
PINDAH: dict[str, Langkah] = {"pelaksana": _pelaksana, "fungsional": _fungsional, "struktural": _struktural, "setara": _setara}  # fmt: skip
BOLEH: dict[str, Callable[[Keadaan, int], bool]] = {"pelaksana": _boleh_pelaksana, "fungsional": _boleh_fungsional, "struktural": _boleh_struktural}  # fmt: skip
