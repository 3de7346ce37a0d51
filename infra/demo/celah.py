"""What files of a real county look like: facts that are missing, facts that quarrel, and lives that did not run straight.

Works on people already born; those with a story (tokoh) are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

from infra.demo import pangkat
from infra.demo.orang import Fakta, Orang
from infra.demo.waktu import garis

Ubah = Callable[[Random, Orang, date], None]


def lubangi(rng: Random, orang: Sequence[Orang], hari: date) -> None:
    """Apply every row of the tables to its share of the people."""
    for ubah, bagian, cocok in (*PERISTIWA, *LUBANG):
        calon = [o for o in orang if not o.kelompok.startswith("tokoh") and cocok(o)]
        for o in rng.sample(calon, min(len(calon), max(2, round(bagian * len(orang))))):
            ubah(rng, o, hari)
            o.utuh = False


def _semua(_: Orang) -> bool:
    return True


def _jf(o: Orang) -> bool:
    return bool(o.jabatan["jenis"] == "fungsional")


def _pelaksana(o: Orang) -> bool:
    return bool(o.jabatan["jenis"] == "pelaksana")


def _muda(o: Orang) -> bool:
    return (
        o.lahir.year >= 1986 and o.fakta["pendidikan"][0]["tingkat"] in ("S1", "PROFESI", "D4") and o.kedudukan == "01"
    )


def _naik(o: Orang) -> bool:
    return not o.pertama


def _panjang(o: Orang) -> bool:
    return len(o.fakta["golongan"]) > 4 and o.utuh


def _hukuman(rng: Random, o: Orang, hari: date) -> None:
    tingkat = rng.choice(("ringan", "ringan", "sedang", "sedang", "berat"))
    mulai = date(hari.year - rng.randint(0, 6), rng.randint(1, 10), 1)
    lama = {"ringan": 180, "sedang": 365, "berat": 365}[tingkat]
    o.fakta["hukuman"] = [{"tingkat": tingkat, "mulai": mulai, "selesai": mulai + timedelta(days=lama - 1)}]


def _cltn(rng: Random, o: Orang, hari: date) -> None:
    """Half of them are away today."""
    pergi = rng.random() < 0.5
    mulai = date(hari.year - (1 if pergi else rng.randint(4, 8)), rng.randint(1, 9), 1)
    selesai = None if pergi else mulai + timedelta(days=rng.choice((365, 548, 730)))
    o.fakta["cltn"] = [{"mulai": mulai, "selesai": selesai}]
    _duduki(o, "02" if pergi else "01")


def _duduki(o: Orang, kode: str) -> None:
    o.kedudukan = o.fakta["kedudukan_hukum"] = kode


def _tubel(rng: Random, o: Orang, hari: date) -> None:
    o.fakta["tugas_belajar"] = [{"mulai": date(hari.year - rng.randint(1, 2), 9, 1), "selesai": None, "lulus": None}]
    _duduki(o, "03")


def _tubel_selesai(rng: Random, o: Orang, hari: date) -> None:
    tahun = hari.year - rng.randint(1, 5)
    lulus = date(tahun, 8, rng.randint(5, 28))
    o.fakta["tugas_belajar"] = [{"mulai": date(tahun - 2, 9, 1), "selesai": date(tahun, 8, 31), "lulus": lulus}]
    if not any(p["tingkat"] == "S2" for p in o.fakta["pendidikan"]):
        diakui = date(tahun + 1, 2, 1) if rng.random() < 0.6 else None
        o.fakta["pendidikan"].append({"tingkat": "S2", "tahun_lulus": tahun, "diakui_sejak": diakui})


def _ijazah_menunggu(rng: Random, o: Orang, hari: date) -> None:
    """A diploma above the rank; the exam passed by half, formation known for some."""
    tahun = hari.year - rng.randint(1, 3)
    o.fakta["pendidikan"].append({"tingkat": "S1", "tahun_lulus": tahun, "diakui_sejak": None})
    if rng.random() < 0.5:
        o.fakta["ujian"] = [*o.fakta["ujian"], {"jenis": "PI", "lulus": date(hari.year, 5, 12)}]
    o.fakta["formasi_pi"] = rng.choice((True, True, False, None))


def _dpk(rng: Random, o: Orang, hari: date) -> None:
    bidang, jenjang = ("sekolah swasta", o.jabatan["jenjang"]) if _jf(o) else ("palang merah", None)
    o.fakta["dpk_dpb"] = [
        {"mulai": date(hari.year - rng.randint(1, 6), 7, 1), "selesai": None, "jenjang": jenjang, "bidang": bidang}
    ]


def _bonus_ijazah(rng: Random, o: Orang, hari: date) -> None:
    butuh = pangkat.butuh(o.jabatan["kategori"], pangkat.ke(o.golongan["gol"])) or 5000
    o.fakta["angka_kredit"].append({"jenis": "pendidikan", "nilai": f"{butuh / 400:.2f}", "per": date(hari.year, 3, 1)})


def _cacat(rng: Random, o: Orang, hari: date) -> None:
    o.fakta["cacat_karena_dinas"] = True


def _wafat(rng: Random, o: Orang, hari: date) -> None:
    o.fakta["meninggal"] = hari - timedelta(days=rng.randint(10, 60))


def _tanpa(kunci: str) -> Ubah:
    def buang(rng: Random, o: Orang, hari: date) -> None:
        o.fakta.pop(kunci, None)

    return buang


def _tanpa_nilai(mundur: int) -> Ubah:
    def buang(rng: Random, o: Orang, hari: date) -> None:
        o.fakta["kinerja"] = [k for k in o.fakta.get("kinerja", []) if k["tahun"] != hari.year - mundur]

    return buang


def _tanpa_tmt_golongan(rng: Random, o: Orang, hari: date) -> None:
    o.fakta["golongan"][-1] = {**o.golongan, "tmt": None}
    o.roster["TMT GOLONGAN"] = None


def _tanpa_tmt_cpns(rng: Random, o: Orang, hari: date) -> None:
    o.fakta["golongan"] = [g for g in o.fakta["golongan"] if g["jenis"] == "KP"]
    o.roster |= {"TMT CPNS": None, "TANGGAL SK CPNS": None, "NOMOR SK CPNS": None}


def _hanya_pangkat_terakhir(rng: Random, o: Orang, hari: date) -> None:
    """The old decrees were never keyed in: what the roster says is all there is."""
    o.fakta["golongan"] = o.fakta["golongan"][-1:]


def _tanpa_mkg(rng: Random, o: Orang, hari: date) -> None:
    o.fakta["golongan"][-1] = {**o.golongan, "mkg_tahun": None, "mkg_bulan": None}
    o.roster |= {"MK TAHUN": None, "MK BULAN": None}


def _mkg_salah(rng: Random, o: Orang, hari: date) -> None:
    """One wrong decree spoils all that follow (domain 7.5)."""
    o.fakta["golongan"][-1] = {**o.golongan, "mkg_tahun": o.golongan["mkg_tahun"] + rng.choice((1, 2, 5))}


def _tmt_berselisih(rng: Random, o: Orang, hari: date) -> None:
    """The roster says another TMT than the decree in the history."""
    o.roster["TMT GOLONGAN"] = garis(o.golongan["tmt"].replace(year=o.golongan["tmt"].year - 1))


def _kelamin_berselisih(rng: Random, o: Orang, hari: date) -> None:
    o.roster["JENIS KELAMIN"] = "F" if o.kelamin == "L" else "M"
    o.fakta["jenis_kelamin"] = "P" if o.kelamin == "L" else "L"


def _telepon_rusak(rng: Random, o: Orang, hari: date) -> None:
    o.telepon = rng.choice(("-", "0", "08123", "belum punya", "0351749034", ""))


def _dua_telepon(rng: Random, o: Orang, hari: date) -> None:
    o.telepon = f"{o.telepon} / 0857{rng.randint(10**7, 10**8 - 1)}"


def _bulan_lebih(rng: Random, o: Orang, hari: date) -> None:
    o.roster["MK BULAN"] = str(rng.randint(12, 15))


def _pernah_turun(rng: Random, o: Orang, hari: date) -> None:
    """Two decrees were keyed in under each other's dates."""
    *awal, dua, satu = o.fakta["golongan"]
    o.fakta["golongan"] = [*awal, {**satu, "tmt": dua["tmt"]}, {**dua, "tmt": satu["tmt"]}]


def _sebelum_cpns(rng: Random, o: Orang, hari: date) -> None:
    """A year mistyped: the KP lies before the appointment."""
    baris = o.fakta["golongan"]
    baris[2] = {**baris[2], "tmt": o.tmt_cpns.replace(year=o.tmt_cpns.year - 2)}


def _pelantikan_hilang(rng: Random, o: Orang, hari: date) -> None:
    o.fakta["jabatan"][-1] = {**o.jabatan, "pelantikan": None}


def _tmt_jabatan_hilang(rng: Random, o: Orang, hari: date) -> None:
    o.fakta["jabatan"][-1] = {**o.jabatan, "tmt": None}
    o.roster["TMT JABATAN"] = None


def _diakui_lupa(rng: Random, o: Orang, hari: date) -> None:
    baris: list[Fakta] = o.fakta["pendidikan"]
    o.fakta["pendidikan"] = [*baris[:-1], {**baris[-1], "diakui_sejak": None, "tahun_lulus": None}]


def _struktural(o: Orang) -> bool:
    return bool(o.jabatan["jenis"] == "struktural")


def _tua(o: Orang) -> bool:
    return o.lahir.year <= 1976


def _rendah(o: Orang) -> bool:
    return (
        _pelaksana(o) and o.fakta["pendidikan"][-1]["tingkat"] in ("SLTA", "D3") and o.golongan["gol"].startswith("II/")
    )


PERISTIWA: tuple[tuple[Ubah, float, Callable[[Orang], bool]], ...] = (
    (_hukuman, 0.008, _semua), (_cltn, 0.0015, _semua), (_tubel, 0.003, _muda), (_tubel_selesai, 0.003, _muda),
    (_ijazah_menunggu, 0.012, _rendah), (_dpk, 0.0015, _jf), (_dpk, 0.0005, _pelaksana), (_bonus_ijazah, 0.004, _jf),
    (_cacat, 0.0003, _tua), (_wafat, 0.0004, _tua),
)  # fmt: skip
"""Lives that did not run straight: what happens, to which share of all, among whom."""
LUBANG: tuple[tuple[Ubah, float, Callable[[Orang], bool]], ...] = (
    (_mkg_salah, 0.006, _naik), (_hanya_pangkat_terakhir, 0.03, _naik), (_tanpa_mkg, 0.004, _naik), (_tmt_berselisih, 0.004, _naik),
    (_tanpa_nilai(1), 0.02, _semua), (_tanpa_nilai(2), 0.015, _semua), (_tanpa("kinerja"), 0.015, _semua),
    (_tanpa("angka_kredit"), 0.03, _jf), (_tanpa("ujian"), 0.03, _pelaksana), (_tanpa("hukuman"), 0.008, _semua),
    (_tanpa("diklat"), 0.02, _semua), (_tanpa("uji_kompetensi"), 0.01, _jf),
    (_pelantikan_hilang, 0.002, _struktural), (_tmt_jabatan_hilang, 0.006, _semua), (_diakui_lupa, 0.006, _semua),
    (_tanpa("pendidikan"), 0.004, _semua), (_kelamin_berselisih, 0.001, _semua), (_telepon_rusak, 0.012, _semua),
    (_dua_telepon, 0.003, lambda o: len(o.telepon) > 9), (_bulan_lebih, 0.0006, _naik),
    (_pernah_turun, 0.0006, _panjang),
    (_sebelum_cpns, 0.0006, _panjang),
    (_tanpa_tmt_golongan, 0.005, _naik), (_tanpa_tmt_cpns, 0.0015, lambda o: _naik(o) and len(o.fakta["golongan"]) > 2),
)  # fmt: skip
"""What is missing or quarrels. A key that is gone is not known; `[]` would be none."""
