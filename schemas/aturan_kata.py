"""A row of the rule tables as people read it: on the page of the rules in force, and when tables are compared."""

from __future__ import annotations

from schemas.aturan_baris import Baris, BarisTenggat
from schemas.golongan import Golongan
from schemas.usulan import SEBUTAN_JENIS, Jenis

JUDUL: dict[str, str] = {
    "periode": "Tanggal periode", "tenggat": "Batas waktu", "syarat": "Masa kerja dan kinerja menurut jenis", "pendidikan": "Batas pendidikan",
    "penyesuaian": "Penyesuaian ijazah", "eselon": "Rentang pangkat jabatan struktural", "jenjang": "Jenjang jabatan fungsional",
    "butuh": "Kebutuhan angka kredit", "predikat": "Konversi predikat kinerja", "ujian": "Ujian dinas", "kedudukan": "Kedudukan hukum",
    "hukuman": "Hukuman disiplin", "atasan": "Pangkat atasan", "bup": "Batas usia pensiun", "pengabdian": "Kenaikan pangkat pengabdian",
    "potongan": "Potongan masa kerja golongan", "penandatangan": "Penanda tangan keputusan", "angka": "Angka lain",
    "gaji": "Gaji pokok", "berkas": "Daftar berkas",
    "retensi": "Masa simpan (retensi)",
}  # fmt: skip
_UMUM = frozenset(Baris.model_fields)


def kata(r: Baris) -> str:
    """What a row says, its dates and its law aside: "jenis: Reguler; tahun pangkat: 4; ..."."""
    return "; ".join(f"{nama}: {nilai}" for nama, nilai in bagian(r).items())


def bagian(r: Baris) -> dict[str, str]:
    """The same in parts: name of the column -> what stands there; empty columns are left out."""
    isi = ((n, v) for n, v in r.__dict__.items() if n not in _UMUM and v not in ("", None, (), []))
    tulis = _geser if isinstance(r, BarisTenggat) else _nilai
    return {n.replace("_", " "): tulis(v) for n, v in isi}


def _geser(v: tuple[int, int]) -> str:
    """[-2, 1] -> "tanggal 1, 2 bulan sebelum TMT"."""
    bulan, hari = v
    kapan = "pada bulan TMT" if bulan == 0 else f"{abs(bulan)} bulan {'sebelum' if bulan < 0 else 'sesudah'} TMT"
    return f"{'hari terakhir bulan' if hari >= 31 else f'tanggal {hari}'}, {kapan}"


def _nilai(v: object) -> str:
    if isinstance(v, Golongan):
        return v.tulisan
    if isinstance(v, Jenis):
        return SEBUTAN_JENIS[v]
    if isinstance(v, tuple | list | frozenset | set):
        return ", ".join(map(_nilai, v))
    return {True: "ya", False: "tidak"}[v] if isinstance(v, bool) else str(v).replace("_", " ")
