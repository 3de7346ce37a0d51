"""Nama berkas: the table by which documents are named for BKN, as the administrator keeps it."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.galat import Bentrok, TakSah, TemuanGalat
from chalicelib.records import kantor as rak
from chalicelib.records.rak import ditulis
from schemas.berkas import SLOT
from schemas.nama_berkas import IsianNamaBerkas, PandanganNamaBerkas, TabelNama, baris, periksa_pola
from schemas.peran import Pelaku


def tabel(kantor: Kantor) -> TabelNama:
    """The table in force."""
    return rak.RAK_NAMA.ambil(kantor.store, "NAMA-BERKAS") or TabelNama()


def lihat(kantor: Kantor) -> PandanganNamaBerkas:
    """The table for people."""
    ada = tabel(kantor)
    return PandanganNamaBerkas(isi=baris(ada.pola), versi=ada.versi)


def atur(kantor: Kantor, pelaku: Pelaku, isian: IsianNamaBerkas) -> PandanganNamaBerkas:
    """Replace the table. Raises TakSah with one finding per wrong name, Bentrok when somebody was first."""
    ada = tabel(kantor)
    if ada.versi != isian.versi:
        raise Bentrok()
    if temuan := periksa_pola(isian.pola):
        raise TakSah(
            "Ada nama berkas yang perlu diperbaiki.",
            kode="nama-berkas",
            petunjuk="Perbaiki bagian yang ditandai, lalu simpan lagi.",
            temuan=[TemuanGalat("nama-berkas", kata, slot[:60]) for slot, kata in temuan.items()],
        )
    pola = {slot: satu for slot, satu in isian.pola.items() if satu != SLOT[slot].nama_bkn}
    baru = ada.model_copy(update={"pola": pola, "diubah_oleh": pelaku.id, "diubah_pada": kantor.jam()})
    beda = {s: pola.get(s, "") for s in {*pola, *ada.pola} if pola.get(s) != ada.pola.get(s)}
    versi = kantor.store.write(
        rak.RAK_NAMA.taruh(baru), catatan(kantor, pelaku, "atur nama berkas", "", dict[str, object](beda))
    )
    return PandanganNamaBerkas(isi=baris(pola), versi=ditulis(baru, versi[0]).versi)
