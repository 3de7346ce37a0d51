"""Surat berkas: what a paper in the archive says of itself, written down by those who may add to the archive."""

from __future__ import annotations

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.audit import catatan
from chalicelib.galat import TidakBoleh
from chalicelib.records import berkas as rak
from chalicelib.records.rak import ditulis
from schemas.berkas import Berkas, IsianSuratBerkas, KeadaanBerkas, SuratBerkas
from schemas.peran import Pelaku


def isi(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianSuratBerkas) -> Berkas:
    """Write it down; the document as it is then. Raises TidakAda, TidakBoleh (not received), Conflict."""
    b = lihat.berkas(kantor, pelaku, id_)
    lihat.arsip(kantor, pelaku, b.pegawai)
    if b.keadaan is not KeadaanBerkas.DITERIMA:
        raise TidakBoleh(
            "Dokumen ini belum diterima, atau sudah dihapus.",
            kode="berkas-tak-diterima",
            petunjuk="Pilih dokumen lain dari arsip.",
        )
    surat = SuratBerkas.model_validate(isian.model_dump(exclude={"versi"}))
    baru = b.model_copy(update={"surat": surat, "versi": isian.versi})
    versi = kantor.store.write(rak.RAK.taruh(baru), catatan(kantor, pelaku, "isi keterangan dokumen", b.id))
    return ditulis(baru, versi[0])
