"""The rules in force as people read them, from schemas/aturan: nothing of the law is written twice."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from schemas.aturan import aturan
from schemas.aturan_baris import Baris, BarisTenggat
from schemas.golongan import Golongan
from schemas.tanggal import tanggal_panjang

TABEL: dict[str, str] = {
    "periode": "Tanggal periode", "tenggat": "Batas waktu", "syarat": "Masa kerja dan kinerja menurut jenis", "pendidikan": "Batas pendidikan",
    "penyesuaian": "Penyesuaian ijazah", "eselon": "Rentang pangkat jabatan struktural", "jenjang": "Jenjang jabatan fungsional",
    "butuh": "Kebutuhan angka kredit", "predikat": "Konversi predikat kinerja", "ujian": "Ujian dinas", "kedudukan": "Kedudukan hukum",
    "hukuman": "Hukuman disiplin", "atasan": "Pangkat atasan", "bup": "Batas usia pensiun", "pengabdian": "Kenaikan pangkat pengabdian",
    "potongan": "Potongan masa kerja golongan", "penandatangan": "Penanda tangan keputusan", "angka": "Angka lain",
}  # fmt: skip
"""Salaries and document lists are long tables of their own and stand elsewhere."""
_UMUM = frozenset(Baris.model_fields)


class Isi(NamedTuple):
    """One rule: what it says, since when, on which law, and whether it is certain."""

    kata: str
    sejak: str
    dasar: str
    ragu: bool


def berlaku(hari: date) -> list[tuple[str, list[Isi]]]:
    """Every table with its rows in force on a day."""
    hasil = []
    for nama, judul in TABEL.items():
        baris = [r for r in aturan().baris[nama] if r.berlaku_mulai <= hari <= (r.berlaku_sampai or date.max)]
        if baris:
            hasil.append(
                (
                    judul,
                    [Isi(_kata(r), tanggal_panjang(r.berlaku_mulai), r.dasar, r.keyakinan == "ragu") for r in baris],
                )
            )
    return hasil


def _kata(r: Baris) -> str:
    if isinstance(r, BarisTenggat):
        return "; ".join(f"{n.replace('_', ' ')}: {_geser(v)}" for n, v in r.__dict__.items() if n not in _UMUM)
    isi = ((n, v) for n, v in r.__dict__.items() if n not in _UMUM and v not in ("", None, (), []))
    return "; ".join(f"{n.replace('_', ' ')}: {_nilai(v)}" for n, v in isi)


def _geser(v: tuple[int, int]) -> str:
    """[-2, 1] -> "tanggal 1, 2 bulan sebelum TMT"."""
    bulan, hari = v
    kapan = "pada bulan TMT" if bulan == 0 else f"{abs(bulan)} bulan {'sebelum' if bulan < 0 else 'sesudah'} TMT"
    return f"{'hari terakhir bulan' if hari >= 31 else f'tanggal {hari}'}, {kapan}"


def _nilai(v: object) -> str:
    if isinstance(v, Golongan):
        return v.tulisan
    if isinstance(v, tuple | list | frozenset | set):
        return ", ".join(map(_nilai, v))
    return {"True": "ya", "False": "tidak"}.get(
        str(v), str(v).replace("_", " ").lower() if str(v).isupper() else str(v)
    )
