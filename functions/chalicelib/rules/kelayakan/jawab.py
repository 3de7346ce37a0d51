"""From findings to the answer for one kind, and the kind to choose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from chalicelib.rules import persyaratan
from chalicelib.rules.kelayakan import cepat, gaji, gerbang
from chalicelib.rules.kelayakan.catat import Catat, Sifat, halang
from chalicelib.rules.kelayakan.daftar import KIND
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import periode
from schemas.aturan_baris import BarisTenggat
from schemas.golongan import Golongan
from schemas.kelayakan import Hasil, Putusan
from schemas.usulan import Jenis


def hasil(p: Perkara, tenggat: BarisTenggat | None) -> Hasil:
    """Everything that is asked of one kind on one TMT."""
    k = KIND[p.jenis]
    baru, temuan = k.sasaran(p), list(dict.fromkeys([*k.periksa(p), *_puncak(p), *gerbang.nip(p)]))
    mkg = gaji.mkg(p, baru) if baru else None
    pokok = gaji.gaji_pokok(p.berlaku, baru, mkg[0]) if baru and mkg else None
    temuan += gaji.periksa(p, mkg, pokok) if baru else []
    dini, usul = _tanggal(p, temuan, tenggat) if baru else (None, None)
    return Hasil(
        jenis=p.jenis,
        putusan=putusan(temuan),
        golongan_baru=baru,
        paling_cepat=dini,
        paling_cepat_diusulkan=usul,
        mkg=mkg,
        gaji_pokok=pokok,
        angka_kredit=k.angka(p) if k.angka else None,
        temuan=tuple(c.keluar() for c in temuan if c.sifat is not Sifat.PENUHI),
        alasan=tuple(c.keluar() for c in temuan if c.sifat is Sifat.PENUHI),
        berkas_kurang=persyaratan.kurang(p),
    )


def putusan(temuan: Sequence[Catat]) -> Putusan:
    """A bar makes it TMS; else a missing fact makes it PERLU_TELAAH; notes never count."""
    sifat = {c.sifat for c in temuan}
    if Sifat.HALANG in sifat:
        return Putusan.TMS
    return Putusan.PERLU_TELAAH if Sifat.TELAAH in sifat else Putusan.MS


def saran(semua: Sequence[Hasil], tmt: date) -> Jenis | None:
    """Of the kinds that are open: the one effective first, then the highest rank, then the order of the law."""
    terbuka = [h for h in semua if h.putusan is Putusan.MS]
    if not terbuka:
        return None
    return min(terbuka, key=lambda h: (max(h.paling_cepat or tmt, tmt), -(h.golongan_baru or 0))).jenis


def _puncak(p: Perkara) -> list[Catat]:
    tanggal = KIND[p.jenis].tanggal
    pangkat = p.di(hari).pangkat if tanggal and (hari := tanggal(p)) else p.pangkat
    if pangkat is None or pangkat.gol < Golongan.IV_E:
        return []
    return [halang("pangkat-tertinggi", "IV/e adalah pangkat tertinggi.", gerbang.DASAR_KP)]


def _tanggal(p: Perkara, temuan: Sequence[Catat], tenggat: BarisTenggat | None) -> tuple[date | None, date | None]:
    k = KIND[p.jenis]
    if k.tanggal:
        tetap = None if any(c.bebas is None for c in cepat.tahan(temuan)) else k.tanggal(p)
        return tetap, tetap
    dini = cepat.paling_cepat(p, temuan, k.sasaran, k.periksa)
    tutup = lambda d: periode(d, p.aturan, tenggat).usul_tutup_opd  # noqa: E731
    return dini, cepat.diusulkan(p, dini, tutup, k.sasaran, k.periksa)
