"""Kata ramalan: the forecast as people read it: who may rise when, what is lost until when, how far the counting is. Pure."""

from __future__ import annotations

from datetime import date, datetime

from chalicelib.rules.hari_kerja import WIB
from schemas.pandangan_fakta import PandanganTugas
from schemas.ramalan import HasilRamal, PandanganHitungan
from schemas.tanggal import ribuan, tanggal_panjang
from schemas.usulan import SEBUTAN_JENIS


def naik(h: HasilRamal) -> str:
    """ "Reguler ke III/b, 1 April 2027; masih dapat diusulkan untuk 1 Oktober 2027."."""
    ke = f" ke {h.golongan_baru}" if h.golongan_baru else ""
    kapan = tanggal_panjang(h.paling_cepat) if h.paling_cepat else "tanggal belum dapat ditentukan"
    lain = h.diusulkan if h.diusulkan != h.paling_cepat else None
    usul = f"; masih dapat diusulkan untuk {tanggal_panjang(lain)}" if lain else ""
    return f"{SEBUTAN_JENIS[h.jenis]}{ke}, {kapan}{usul}."


def tugas(t: PandanganTugas) -> str:
    """What is wrong and whose work it is."""
    return f"{t.arti} ({t.pembenah}). {t.pesan}".strip()


def bahaya(terancam: date | None, batas: date | None) -> str:
    """What is lost, and the last day on which his office can save it; "" when nothing is."""
    if not terancam:
        return ""
    sampai = f"; batas OPD {tanggal_panjang(batas)}" if batas else ""
    return f"Terancam kehilangan {tanggal_panjang(terancam)}{sampai}"


def ringkas(h: PandanganHitungan) -> str:
    """The counts in a sentence or two."""
    hilang = ""
    if h.terancam:
        tmt, banyak = h.terancam[0]
        hilang = f" Bila tidak dibereskan, {ribuan(banyak)} orang kehilangan periode {tanggal_panjang(tmt)}."
    return (
        f"{h.opd}: {ribuan(h.jawaban)} kemungkinan naik pangkat dari {ribuan(h.orang)} PNS; "
        f"{ribuan(h.bertumpu)} di antaranya belum pasti karena datanya belum lengkap.{hilang}"
    )


def kemajuan(h: PandanganHitungan) -> str:
    """How far the worker is, and how old what stands here is."""
    jalan = ""
    if h.sedang_dihitung:
        jalan = (
            f"Sedang dihitung: {ribuan(h.dihitung)} dari {ribuan(h.ditandai)} orang."
            if h.ditandai
            else "Hitungan segera dimulai."
        )
    elif h.antre:
        jalan = "Sebagian sedang dihitung ulang karena faktanya berubah."
    return f"{jalan} {_terakhir(h.selesai)}".strip()


def _terakhir(selesai: datetime | None) -> str:
    if selesai is None:
        return ""
    sini = selesai.astimezone(WIB)
    return f"Terakhir selesai dihitung {tanggal_panjang(sini.date())} pukul {sini:%H.%M}."
