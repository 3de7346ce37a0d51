"""Hitung kabar: as what a message counts, what a change of it changes in the counters, and what counters say and cost. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from schemas.hitung_kabar import GRATIS, Biaya, Jumlah, Tarif, golongan_tarif
from schemas.kabar import Kabar, KeadaanKabar, Terhitung

_K = KeadaanKabar
_LACI = {_K.SAMPAI: "sampai", _K.DIBACA: "sampai", _K.GAGAL: "gagal", _K.TAK_TERKONFIRMASI: "tak_pasti"}


def hitung(k: Kabar, hari: date, opd: str) -> Terhitung:
    """As what it counts from now on; its day and OPD stay those of the first count."""
    lama = k.terhitung
    return Terhitung(
        hari=lama.hari if lama else hari,
        opd=lama.opd if lama else opd,
        keadaan=k.keadaan,
        kanal=k.kanal,
        tarif=golongan_tarif(k),
    )


def selisih(k: Kabar, baru: Terhitung) -> dict[tuple[str, str], Counter[str]]:
    """(partition, drawer) -> what to add there, so that the message stands where it now belongs and nowhere else."""
    tambah: dict[tuple[str, str], Counter[str]] = {}
    for t, kali in ((k.terhitung, -1), (baru, 1)):
        for laci in _laci(k.kode, t) if t else ():
            isi = tambah.setdefault(laci, Counter())
            for nama in _nilai(t) if t else ():
                isi[nama] += kali
    return tambah


def _laci(kode: str, t: Terhitung) -> tuple[tuple[str, str], ...]:
    bulan = f"{t.hari:%Y-%m}"
    sebulan = f"HITUNG-KABAR#{bulan}"
    menurut = (f"HARI#{t.hari}", f"OPD#{t.opd or '-'}", f"JENIS#{kode}", f"KANAL#{t.kanal or '-'}")
    return (("HITUNG-KABAR", bulan), *((sebulan, m) for m in menurut))


def _nilai(t: Terhitung) -> list[str]:
    nama = [_LACI.get(KeadaanKabar(t.keadaan), "menunggu")]
    if t.keadaan == _K.DIBACA:
        nama.append("dibaca")
    if t.tarif:
        nama.append(f"tarif.{t.tarif}")
    if t.tarif and t.kanal == "whatsapp-aws":
        nama.append("tarif.aws")
    return nama


def jumlah(nama: str, isi: Mapping[str, int]) -> Jumlah:
    """What a counter holds, with its sum and rate."""
    sampai, gagal, tak, menunggu = (isi.get(n, 0) for n in ("sampai", "gagal", "tak_pasti", "menunggu"))
    pasti = sampai + gagal + tak
    return Jumlah(
        nama=nama,
        sampai=sampai,
        gagal=gagal,
        tak_pasti=tak,
        menunggu=menunggu,
        dibaca=isi.get("dibaca", 0),
        banyak=pasti + menunggu,
        tingkat=f"{100 * sampai / pasti:.1f} %".replace(".", ",") if pasti else "–",
    )


def biaya(bulan: str, isi: Mapping[str, int], tarif: tuple[Tarif, ...]) -> Biaya:
    """The cost of a month ("2026-11") by its counter."""
    hari = date.fromisoformat(f"{bulan}-01")
    berlaku = {t.golongan: t for t in tarif if t.mulai <= hari}
    tagih = {n.removeprefix("tarif."): b for n, b in isi.items() if n.startswith("tarif.") and b}
    gratis = tagih.pop(GRATIS, 0)
    rupiah = sum(b * berlaku[g].rupiah for g, b in tagih.items() if g in berlaku)
    lain = sum(b for g, b in tagih.items() if g not in ("utility", "authentication", "aws"))
    return Biaya(
        bulan=hari,
        kunci=bulan,
        utility=tagih.get("utility", 0),
        authentication=tagih.get("authentication", 0),
        lain=lain,
        gratis=gratis,
        rupiah=round(rupiah),
        perkiraan=any(g not in berlaku or not berlaku[g].pasti for g in tagih),
    )
