"""People to judge: a complete pelaksana, and what is different about the others. Everything not said is met."""

from __future__ import annotations

from datetime import date
from typing import Any

from chalicelib.rules.kelayakan import nilai

from schemas.aturan import Aturan, aturan
from schemas.kelayakan import Hasil, Jawaban, Orang

ADA: dict[str, Any] = {
    "nip": "199001012015032901", "nama": "SUMINI", "jenis_kelamin": "P", "kedudukan_hukum": "01",
    "tanggal_lahir": "1990-01-01",
    "pendidikan": [{"tingkat": "S1", "tahun_lulus": 2012, "diakui_sejak": "2015-03-01"}],
    "golongan": [{"gol": "III/a", "tmt": "2022-04-01", "mkg_tahun": 7, "mkg_bulan": 1, "jenis": "KP"}],
    "jabatan": [{"jenis": "pelaksana", "nama": "Pengelola Data", "tmt": "2016-03-01", "definitif": True}],
    "kinerja": [{"tahun": t, "predikat": "Baik", "bulan": 12} for t in range(2010, 2026)],
    "angka_kredit": [], "uji_kompetensi": [], "ujian": [], "diklat": [], "hukuman": [], "cltn": [],
    "tugas_belajar": [], "atasan_golongan": "IV/a", "meninggal": None, "tewas": False, "cacat_karena_dinas": False,
    "dpk_dpb": [], "pejabat_negara": [], "prestasi_luar_biasa": [], "penemuan_baru": [], "formasi_pi": True,
    "usulan_berjalan": [], "berkas": [], "tmt_usul": "2026-04-01", "jenis": None,
}  # fmt: skip
URUT = ["I/a", "I/b", "I/c", "I/d", "II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b",
        "IV/c", "IV/d", "IV/e"]  # fmt: skip


def orang(**beda: Any) -> Orang:
    """The complete person, but for these facts; `gol="III/b", tmt="2022-04-01"` is short for one rank."""
    if "gol" in beda:
        satu = {"gol": beda.pop("gol"), "tmt": beda.pop("tmt", "2022-04-01"), "jenis": "KP"}
        beda["golongan"] = [{**satu, "mkg_tahun": beda.pop("mkg", 10), "mkg_bulan": 0}]
    return Orang.model_validate({**ADA, **beda})


def jawab(*, tabel: Aturan | None = None, **beda: Any) -> Jawaban:
    """The whole answer."""
    return nilai(orang(**beda), tabel or aturan())


def hasil(jenis: str, **beda: Any) -> Hasil:
    """The answer for one kind."""
    (satu,) = jawab(jenis=jenis, **beda).hasil
    return satu


def halangan(h: Hasil) -> list[str]:
    """Codes of what blocks."""
    return sorted(t.kode.value for t in h.temuan if t.menghalangi)


def kode(h: Hasil) -> set[str]:
    """All codes."""
    return {t.kode.value for t in h.temuan}


def struktural(eselon: str, pelantikan: str = "2021-01-04", **beda: Any) -> dict[str, Any]:
    """A structural post."""
    return {"jenis": "struktural", "nama": "Kepala", "eselon": eselon, "tmt": pelantikan, "pelantikan": pelantikan,
            "definitif": True, **beda}  # fmt: skip


def fungsional(jenjang: str, tmt: str = "2020-01-01", **beda: Any) -> dict[str, Any]:
    """A functional post."""
    return {"jenis": "fungsional", "nama": "Analis", "jenjang": jenjang, "tmt": tmt, "definitif": True, **beda}


def pak(nilai_: str, per: str = "2025-12-31") -> dict[str, str]:
    """A PAK."""
    return {"jenis": "pak", "nilai": nilai_, "per": per}


def ijazah(tingkat: str, tahun: int = 2012, diakui: str | None = "2013-01-01") -> dict[str, Any]:
    """A diploma."""
    return {"tingkat": tingkat, "tahun_lulus": tahun, "diakui_sejak": diakui}


def tgl(teks: str) -> date:
    """A date."""
    return date.fromisoformat(teks)
