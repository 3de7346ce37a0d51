"""Identitas: whoever looks at somebody else's identity paper leaves a line in the journal and, if the office wants it, a mark."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.documents import kunci
from chalicelib.documents.cap import cap
from chalicelib.rules.hari_kerja import hari_wib
from schemas.berkas import Berkas, urai_slot
from schemas.peran import Pelaku
from schemas.tanggal import tanggal_panjang

LAYANAN = "layanan kenaikan pangkat"
LIHAT, UNDUH = "lihat dokumen identitas", "unduh dokumen identitas"
"""What the journal calls it."""
CAP_GAMBAR = f"SIKAP BKPSDM Kab. Ngawi: HANYA UNTUK {LAYANAN}"
"""Across the page images: for all who look, so it names the purpose and the office only (why: actions/gambar)."""


def adalah(slot: str) -> bool:
    """Is a document of this slot an identity paper?"""
    urai = urai_slot(slot)
    return urai is not None and urai[0].identitas


def catat(kantor: Kantor, pelaku: Pelaku, berkas: Berkas, *, unduh: bool) -> None:
    """Note in the journal that he looked at (or downloaded) another person's identity paper; nothing for other papers."""
    if not adalah(berkas.slot) or pelaku.id == berkas.pegawai:
        return
    isi: dict[str, object] = {"slot": berkas.slot, "berkas": berkas.id}
    kantor.store.write(catatan(kantor, pelaku, UNDUH if unduh else LIHAT, berkas.pegawai, isi))


def salinan(kantor: Kantor, pelaku: Pelaku, berkas: Berkas) -> str:
    """Where the copy lies that he is given: marked when the setting says so, else the document itself."""
    if not bercap_baginya(kantor, pelaku, berkas):
        return kunci.isi(berkas.sha256)
    tempat = kunci.cetak(kantor.id_baru())
    isi = kantor.documents.baca(kunci.isi(berkas.sha256))
    kantor.documents.taruh(tempat, bercap(kantor, pelaku.id, isi, LAYANAN), "application/pdf")
    return tempat


def cap_gambar(kantor: Kantor, slot: str) -> str:
    """The words across the page images of such a document; "" when they carry none."""
    return CAP_GAMBAR if kantor.setelan.cap_tujuan and adalah(slot) else ""


def bercap_baginya(kantor: Kantor, pelaku: Pelaku, berkas: Berkas) -> bool:
    """Is what he is given of it marked? For all but the owner it is, where there is a mark."""
    return bool(cap_gambar(kantor, berkas.slot)) and pelaku.id != berkas.pegawai


def bercap(kantor: Kantor, oleh: str, isi: bytes, tujuan: str) -> bytes:
    """A copy that says on every page for what, to whom and when it was given."""
    hari = tanggal_panjang(hari_wib(kantor.jam()))
    return cap(isi, f"HANYA UNTUK: {tujuan}. Diberikan kepada {Buku(kantor.store).nama(oleh)}, {hari}.")
