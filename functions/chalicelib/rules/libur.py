"""Holidays as lines that one pastes from a decree: "17 Agustus 2027; Proklamasi Kemerdekaan". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.rules.baca_tanggal import tanggal
from schemas.jadwal import HariLibur
from schemas.tanggal import tanggal_panjang

TERBANYAK = 60
_HARI = re.compile(r"^[0-9]{0,2}[.)]?\s*(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)\b[\s,]*", re.IGNORECASE)
_TANGGAL = (
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{1,2}\s+[A-Za-z]{3,9}\s+[0-9]{4}"
)
_BARIS = re.compile(
    rf"(?:(?P<dari>[0-9]{{1,2}})\s*(?:-|–|s\.?d\.?|dan|sampai)\s*)?(?P<akhir>{_TANGGAL})[\s;,:|–-]+(?P<nama>\S.*)",
    re.IGNORECASE,
)


def tulis(hari: Iterable[HariLibur]) -> str:
    """One line a day, as `baca` reads it."""
    return "\n".join(f"{tanggal_panjang(h.tanggal)}; {h.nama}" for h in hari)


def baca(teks: str, tahun: int) -> tuple[HariLibur, ...]:
    """The days of the lines, in order. "21-22 Maret 2027" is two days; a weekday before the date is left out.

    Raises TakSah with every line that cannot be taken (unreadable, of another year, twice), or when there are too many.
    """
    hari: dict[date, HariLibur] = {}
    temuan = []
    for nomor, baris in enumerate(teks.splitlines(), start=1):
        if not baris.strip():
            continue
        dua = _satu(baris)
        salah = _salah(baris, dua, hari, tahun)
        if salah:
            temuan.append(TemuanGalat("libur-baris", f"Baris {nomor}: {salah}", "teks"))
        hari |= {h.tanggal: h for h in dua}
    if len(hari) > TERBANYAK:
        temuan.append(
            TemuanGalat("libur-banyak", f"Hari libur setahun paling banyak {TERBANYAK}; ini {len(hari)}.", "teks")
        )
    if not hari and not temuan:
        temuan.append(TemuanGalat("libur-kosong", "Tulis setidaknya satu hari libur.", "teks"))
    if temuan:
        petunjuk = f"Tulis seperti: 17 Agustus {tahun}; Proklamasi Kemerdekaan. Satu baris satu tanggal."
        raise TakSah("Ada baris yang belum dapat dipakai.", kode=temuan[0].kode, petunjuk=petunjuk, temuan=temuan[:20])
    return tuple(sorted(hari.values(), key=lambda h: h.tanggal))


def _salah(baris: str, dua: list[HariLibur], ada: dict[date, HariLibur], tahun: int) -> str:
    if not dua:
        return f"“{baris.strip()[:60]}” tidak terbaca sebagai tanggal dan nama."
    if lain := next((h for h in dua if h.tanggal.year != tahun), None):
        return f"{tanggal_panjang(lain.tanggal)} bukan tahun {tahun}."
    if kembar := next((h for h in dua if h.tanggal in ada), None):
        return f"{tanggal_panjang(kembar.tanggal)} sudah tertulis di atas."
    return ""


def _satu(baris: str) -> list[HariLibur]:
    cocok = _BARIS.fullmatch(_HARI.sub("", baris.strip()))
    akhir = tanggal(cocok["akhir"]) if cocok else None
    if cocok is None or akhir is None:
        return []
    mundur = akhir.day - int(cocok["dari"] or akhir.day)
    if not 0 <= mundur <= 14:
        return []
    return [
        HariLibur(tanggal=akhir - timedelta(days=n), nama=cocok["nama"].strip()[:200]) for n in range(mundur, -1, -1)
    ]
