"""Masa kerja golongan and gaji pokok in the new rank (domain 7.5, 7.6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chalicelib.rules.kelayakan.catat import Catat, catatan
from chalicelib.rules.kelayakan.fakta import Fakta, Perkara
from schemas.aturan import Edisi
from schemas.golongan import Golongan
from schemas.kelayakan import GolonganOrang
from schemas.tanggal import tanggal_panjang, tulis_mkg
from schemas.temuan import TANPA_MKG

Mkg = tuple[int, int]
DASAR_MKG = "PP 7/1977 (masa kerja golongan)"


def mkg(p: Perkara, baru: Golongan) -> Mkg | None:
    """Years and months in `baru` on the TMT, from the last decree that prints an MKG; None when none does."""
    lama = _sk_terakhir(p.fakta.golongan, p.tmt)
    return _lanjut(p.fakta, p.berlaku, lama, baru, p.tmt) if lama else None


def gaji_pokok(edisi: Edisi, gol: Golongan, tahun: int) -> int | None:
    """Rupiah for a golongan at whole years of MKG; it rises every second year and stays within the row."""
    baris = sorted((r for (g, _), r in edisi.gaji.items() if g == gol), key=lambda r: r.mkg_awal)
    if not baris:
        return None
    r = next((r for r in reversed(baris) if r.mkg_awal <= tahun), baris[0])
    langkah = max(0, tahun - r.mkg_awal) // 2
    return r.gaji[min(langkah, len(r.gaji) - 1)] * 100


def periksa(p: Perkara, mkg_baru: Mkg | None, gaji_baru: int | None) -> list[Catat]:
    """Notes on the chain of decrees and on the new pay; none of them changes the verdict. Along one chain pay never falls (a test walks the table)."""
    if mkg_baru is None:
        return [
            catatan(
                TANPA_MKG,
                "Masa kerja golongan pada SK pangkat terakhir belum tercatat, jadi masa kerja dan gaji baru belum dapat dihitung.",
                DASAR_MKG,
            )
        ]
    temuan = list(_rantai(p))
    if gaji_baru is None:
        return [
            *temuan,
            catatan(
                "gaji-tidak-diketahui", f"Tabel gaji pokok untuk {tanggal_panjang(p.tmt)} tidak tersedia.", "PP 5/2024"
            ),
        ]
    return temuan


def _sk_terakhir(golongan: Iterable[GolonganOrang], d: date) -> GolonganOrang | None:
    ada = [g for g in golongan if g.tmt and g.tmt <= d]
    return ada[-1] if ada and ada[-1].mkg_tahun is not None and ada[-1].mkg_bulan is not None else None


def _lanjut(fakta: Fakta, edisi: Edisi, lama: GolonganOrang, baru: Golongan, tmt: date) -> Mkg:
    assert lama.tmt is not None
    berjalan = fakta.bulan_efektif(lama.tmt, tmt)
    bulan = (lama.mkg_tahun or 0) * 12 + (lama.mkg_bulan or 0) + berjalan - 12 * _potongan(edisi, lama.gol, baru)
    return divmod(max(0, bulan), 12)


def _potongan(edisi: Edisi, lama: Golongan, baru: Golongan) -> int:
    """Years taken off for every golongan entered on the way up."""
    rumawi = ("I", "II", "III", "IV")
    dari, ke = (rumawi.index(g.name.split("_")[0]) for g in (lama, baru))
    return sum(edisi.potongan[rumawi[i]].tahun for i in range(dari + 1, ke + 1) if rumawi[i] in edisi.potongan)


def _rantai(p: Perkara) -> Iterable[Catat]:
    """One wrong MKG spoils all later decrees: each is compared with the one before it."""
    baris = [g for g in p.fakta.golongan if g.tmt and g.tmt <= p.tmt and g.mkg_tahun is not None]
    for lama, baru in zip(baris, baris[1:], strict=False):
        if baru.tmt is None or baru.mkg_bulan is None or lama.mkg_bulan is None:
            continue
        hitung = _lanjut(p.fakta, p.berlaku, lama, baru.gol, baru.tmt)
        if hitung != (baru.mkg_tahun, baru.mkg_bulan):
            sk = tulis_mkg((baru.mkg_tahun or 0, baru.mkg_bulan))
            pesan = f"SK pangkat {baru.gol.tulisan} menyebut masa kerja golongan {sk}; menurut hitungan dari SK sebelumnya {tulis_mkg(hitung)}."
            yield catatan("mkg-tidak-runtut", pesan, DASAR_MKG)
