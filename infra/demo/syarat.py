"""Which papers the people of the demo bring for each kind (domain 6.1), and who could rise: enough law to tell a likely story.

The product's own rules judge; tests hold these against them.
"""

from __future__ import annotations

from collections.abc import Iterator

from infra.demo import pangkat
from infra.demo.orang import Orang
from infra.demo.waktu import bulan_ke

BAIK = ("Baik", "Sangat Baik")
DUA_TAHUN = ("REGULER", "STRUKTURAL", "FUNGSIONAL", "DPK_DPB", "PEJABAT_NEGARA", "PENGABDIAN")
UJIAN = ("REGULER", "STRUKTURAL", "DPK_DPB", "PEJABAT_NEGARA")
TAMBAHAN: dict[str, tuple[str, ...]] = {
    "REGULER": ("sk-jabatan",),
    "STRUKTURAL": ("sk-jabatan", "spp"),
    "FUNGSIONAL": ("sk-jabatan",),
    "PENYESUAIAN_IJAZAH": ("stl-pi", "ijazah-s1", "transkrip", "akreditasi", "izin-belajar", "uraian-tugas"),
    "SEDANG_TUBEL": ("sk-jabatan", "sk-tugas-belajar"),
    "SELESAI_TUBEL": ("ijazah-s2", "transkrip", "akreditasi", "sk-tugas-belajar", "uraian-tugas", "sk-aktif-kembali"),
    "DPK_DPB": ("sk-jabatan", "sk-dpk-dpb"),
    "PENEMUAN_BARU": ("sk-penemuan",),
    "PRESTASI_LUAR_BIASA": ("sk-jabatan", "sk-prestasi", "drh", "pas-foto"),
    "PEJABAT_NEGARA": ("sk-pejabat-negara",),
    "ANUMERTA": ("sk-cpns", "sk-jabatan", "laporan-tewas", "kartu-keluarga", "akta-kematian"),
    "PENGABDIAN": ("sk-cpns", "sk-pns", "dpcp", "kartu-keluarga"),
}


def daftar(o: Orang, jenis: str, tahun: int) -> list[str]:
    """The slots for a kind; `tahun` is the last rated year."""
    return list(dict.fromkeys(_daftar(o, jenis, tahun)))


def _daftar(o: Orang, jenis: str, tahun: int) -> Iterator[str]:
    yield from ("sk-cpns", "sk-pns", "spmt") if o.pertama else ("sk-kp",)
    if jenis != "ANUMERTA":
        yield from (f"skp-{t}" for t in (tahun, tahun - 1)[: 2 if jenis in DUA_TAHUN else 1])
    yield from TAMBAHAN[jenis]
    if o.jabatan["jenis"] == "fungsional" and jenis in ("FUNGSIONAL", "DPK_DPB", "PRESTASI_LUAR_BIASA"):
        yield f"pak-{tahun}"
    if jenis == "FUNGSIONAL" and pangkat.ke(o.golongan["gol"]) < pangkat.jenjang(o.jabatan["jenjang"])[0]:
        yield from ("uji-kompetensi", "sk-jenjang")
    yield from _ujian(o) if jenis in UJIAN else ()
    if jenis != "ANUMERTA":
        yield "pernyataan-hukdis"


def _ujian(o: Orang) -> Iterator[str]:
    """At the borders of golongan II and III: the exam, or the diploma or course in its place."""
    bebas = {"II/d": ("S1", "D4", "PROFESI", "S2"), "III/d": ("PROFESI", "S2", "S3")}.get(o.golongan["gol"])
    if bebas is None:
        return
    punya = [p["tingkat"] for p in o.fakta["pendidikan"] if p["tingkat"] in bebas]
    if punya:
        yield f"ijazah-{max(punya, key=bebas.index).lower()}"
    else:
        yield "diklat" if o.fakta["diklat"] else "stlud-1" if o.golongan["gol"] == "II/d" else "stlud-2"


def dapat(o: Orang, jenis: str, bulan: int) -> bool:
    """Could rise by this kind in month `bulan`, as far as a glance can tell."""
    nilai = {k["tahun"]: k["predikat"] for k in o.fakta.get("kinerja", [])}
    tahun = max(nilai, default=0)
    muda = bulan // 12 - o.lahir.year <= 56
    if not (o.utuh and muda and nilai.get(tahun) in BAIK and nilai.get(tahun - 1) in BAIK) or o.pertama:
        return False
    gol, lama = pangkat.ke(o.golongan["gol"]), bulan - bulan_ke(o.golongan["tmt"])
    return {"REGULER": _reguler, "FUNGSIONAL": _fungsional, "STRUKTURAL": _struktural}[jenis](o, gol, lama)


def _reguler(o: Orang, gol: int, lama: int) -> bool:
    diakui = [p for p in o.fakta["pendidikan"] if p["diakui_sejak"]]
    lain = any(p["diakui_sejak"] is None or p["diakui_sejak"] > o.golongan["tmt"] for p in o.fakta["pendidikan"])
    batas = max(pangkat.tertinggi(p["tingkat"]) for p in diakui)
    return (
        o.jabatan["jenis"] == "pelaksana"
        and not lain
        and lama >= 48
        and gol < batas
        and o.golongan["gol"] not in ("II/d", "III/d")
    )


def _fungsional(o: Orang, gol: int, lama: int) -> bool:
    j, pak = o.jabatan, [a for a in o.fakta["angka_kredit"] if a["jenis"] == "pak" and a["per"] >= o.golongan["tmt"]]
    if j["jenis"] != "fungsional" or not pak or j["jenjang"] is None or lama < 24:
        return False
    rendah, tinggi, _ = pangkat.jenjang(j["jenjang"])
    perlu = pangkat.butuh(j["kategori"], gol)
    return (
        rendah <= gol < min(tinggi, pangkat.ke("IV/b")) and perlu is not None and float(pak[-1]["nilai"]) * 100 >= perlu
    )


def _struktural(o: Orang, gol: int, lama: int) -> bool:
    if o.jabatan["jenis"] != "struktural" or o.golongan["gol"] in ("II/d", "III/d"):
        return False
    rendah, tinggi = pangkat.eselon(o.jabatan["eselon"])
    return rendah <= gol < tinggi and lama >= 48
