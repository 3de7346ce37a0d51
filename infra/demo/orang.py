"""One invented civil servant: who he is, where he works, and his history in the words of the rules' `in:` contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from infra.demo import pangkat
from infra.demo.keadaan import Keadaan
from infra.demo.waktu import tanggal

Fakta = dict[str, Any]


@dataclass
class Orang:
    """A person of the roster. `fakta` is his line of riwayat.jsonl; `roster` overrides cells of his row in roster.xlsx."""

    nip: str
    nama: str
    kelamin: str
    lahir: date
    tempat: str
    opd: str
    unit: str
    tmt_cpns: date
    fakta: Fakta
    gelar_depan: str = ""
    gelar_belakang: str = ""
    jurusan: str = ""
    telepon: str = ""
    alamat: str = ""
    agama: tuple[str, str] = ("1", "Islam")
    kawin: tuple[str, str] = ("1", "Menikah")
    kedudukan: str = "01"
    kelompok: str = ""
    roster: dict[str, str | None] = field(default_factory=dict)
    utuh: bool = True
    """Nothing in his file is missing or unusual."""

    @property
    def nama_lengkap(self) -> str:
        """With titles, as on a decree."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        return f"{depan}{self.nama}{', ' + self.gelar_belakang if self.gelar_belakang else ''}"

    @property
    def golongan(self) -> Fakta:
        """His last rank."""
        return self.fakta["golongan"][-1]  # type: ignore[no-any-return]

    @property
    def jabatan(self) -> Fakta:
        """His present post."""
        return self.fakta["jabatan"][-1]  # type: ignore[no-any-return]

    @property
    def pertama(self) -> bool:
        """No KP yet since CPNS."""
        return bool(self.golongan["jenis"] != "KP")

    @property
    def tmt_golongan(self) -> date:
        """From when the last rank counts."""
        return self.tmt_cpns if self.pertama else self.golongan["tmt"]


def fakta(k: Keadaan, hari: date) -> Fakta:
    """The history as it would be known if no paper were ever lost. `[]` is none; nothing is left out yet."""
    ada = k.golongan[1] if len(k.golongan) == 2 and k.golongan[1]["tmt"] > hari else None
    return {
        "kedudukan_hukum": "01",
        "pendidikan": k.pendidikan,
        "golongan": [g for g in k.golongan if g is not ada],
        "jabatan": k.jabatan,
        "kinerja": _kinerja(k, hari),
        "angka_kredit": _angka_kredit(k, hari),
        "uji_kompetensi": k.uji,
        "ujian": k.ujian,
        "diklat": k.diklat,
        "hukuman": [],
        "cltn": [],
        "tugas_belajar": [],
        "atasan_golongan": _atasan(k),
        "tewas": False,
        "cacat_karena_dinas": False,
        "dpk_dpb": [],
        "pejabat_negara": [],
        "prestasi_luar_biasa": [],
        "penemuan_baru": [],
        "formasi_pi": None,
        "usulan_berjalan": [],
    }


def _atasan(k: Keadaan) -> str | None:
    """The superior's rank, where somebody has written it down: mostly a step or two above."""
    return pangkat.GOLONGAN[min(k.gol + k.rng.randint(0, 2), 14)] if k.rng.random() < 0.6 else None


def _kinerja(k: Keadaan, hari: date) -> list[Fakta]:
    tahun = range(max(k.cpns // 12, hari.year - 7), hari.year)
    return [{"tahun": t, "predikat": k.predikat[t], "bulan": min(12, (t + 1) * 12 - k.cpns)} for t in tahun]


def _angka_kredit(k: Keadaan, hari: date) -> list[Fakta]:
    """Integration (what was held when the conversion began) and the PAK of each year since, as totals since the last KP."""
    if not k.jenjang:
        return []
    awal = max(k.pangkat_sejak // 12 - 1, hari.year - 3)
    tahun = [t for t in sorted(k.pak) if awal <= t < hari.year]
    baris: list[Fakta] = list(k.perpindahan)
    if k.pangkat_sejak < 2023 * 12 and 2022 in k.pak:
        baris.append({"jenis": "integrasi", "nilai": _dua_angka(k.pak[2022]), "per": date(2022, 12, 31)})
    return baris + [{"jenis": "pak", "nilai": _dua_angka(k.pak[t]), "per": date(t, 12, 31)} for t in tahun if t > 2022]


def _dua_angka(seratus: int) -> str:
    return f"{seratus / 100:.2f}"


def riwayat_golongan(teks: str, mkg: int = 0) -> list[Fakta]:
    """ "III/a@2015-03 III/b@2019-04" -> CPNS, PNS a year later, and the KP, with their masa kerja golongan."""
    langkah = [(g, int(t[:4]) * 12 + int(t[5:]) - 1) for g, _, t in (x.partition("@") for x in teks.split())]
    (awal, cpns), *naik = langkah
    baris = [_baris(awal, cpns, mkg, "CPNS"), _baris(awal, cpns + 12, mkg + 12, "PNS")]
    lama, sejak, mkg = awal, cpns + 12, mkg + 12
    for gol, b in naik:
        mkg, lama, sejak = pangkat.lanjut_mkg(lama, mkg, b - sejak, gol), gol, b
        baris.append(_baris(gol, b, mkg, "KP"))
    return baris


def _baris(gol: str, b: int, mkg: int, jenis: str) -> Fakta:
    return {"gol": gol, "tmt": tanggal(b), "mkg_tahun": mkg // 12, "mkg_bulan": mkg % 12, "jenis": jenis}
