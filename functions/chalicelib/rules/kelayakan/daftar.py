"""The kinds, one row each: whose subject, to which rank, under which conditions, on which fixed date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from chalicelib.rules.kelayakan import (
    anumerta,
    dpk_dpb,
    fungsional,
    pejabat_negara,
    penemuan,
    pengabdian,
    penyesuaian_ijazah,
    prestasi,
    reguler,
    struktural,
    tugas_belajar,
)
from chalicelib.rules.kelayakan.catat import Catat
from chalicelib.rules.kelayakan.fakta import Perkara
from schemas.golongan import Golongan
from schemas.kelayakan import AngkaKredit
from schemas.usulan import Jenis


class Kind(NamedTuple):
    """One kind of KP. `tanggal` is given for kinds that follow no period."""

    subjek: Callable[[Perkara], bool]
    sasaran: Callable[[Perkara], Golongan | None]
    periksa: Callable[[Perkara], list[Catat]]
    tanggal: Callable[[Perkara], date | None] | None = None
    angka: Callable[[Perkara], AngkaKredit | None] | None = None


def _atau_jabatan_gelap(subjek: Callable[[Perkara], bool]) -> Callable[[Perkara], bool]:
    """Also while the post on the TMT, or its kind, is not known."""
    return lambda p: p.orang.jabatan is None or (p.jabatan is not None and p.jabatan.jenis is None) or subjek(p)


KIND: dict[Jenis, Kind] = {
    Jenis.REGULER: Kind(_atau_jabatan_gelap(reguler.subjek), reguler.sasaran, reguler.periksa),
    Jenis.STRUKTURAL: Kind(_atau_jabatan_gelap(struktural.subjek), struktural.sasaran, struktural.periksa),
    Jenis.FUNGSIONAL: Kind(
        _atau_jabatan_gelap(fungsional.subjek), fungsional.sasaran, fungsional.periksa, angka=fungsional.angka
    ),
    Jenis.PENYESUAIAN_IJAZAH: Kind(penyesuaian_ijazah.subjek, penyesuaian_ijazah.sasaran, penyesuaian_ijazah.periksa),
    Jenis.SEDANG_TUBEL: Kind(tugas_belajar.subjek_sedang, tugas_belajar.sasaran_sedang, tugas_belajar.periksa_sedang),
    Jenis.SELESAI_TUBEL: Kind(
        tugas_belajar.subjek_selesai, tugas_belajar.sasaran_selesai, tugas_belajar.periksa_selesai
    ),
    Jenis.DPK_DPB: Kind(dpk_dpb.subjek, dpk_dpb.sasaran, dpk_dpb.periksa, angka=dpk_dpb.angka),
    Jenis.PENEMUAN_BARU: Kind(penemuan.subjek, penemuan.sasaran, penemuan.periksa),
    Jenis.PRESTASI_LUAR_BIASA: Kind(prestasi.subjek, prestasi.sasaran, prestasi.periksa),
    Jenis.PEJABAT_NEGARA: Kind(pejabat_negara.subjek, pejabat_negara.sasaran, pejabat_negara.periksa),
    Jenis.ANUMERTA: Kind(anumerta.subjek, anumerta.sasaran, anumerta.periksa, anumerta.tanggal),
    Jenis.PENGABDIAN: Kind(pengabdian.subjek, pengabdian.sasaran, pengabdian.periksa, pengabdian.tanggal),
}
