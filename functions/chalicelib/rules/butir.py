"""Butir: the lines of a checklist: what is still open, what a return marks, what a replacement clears. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schemas.berkas import Berkas, KeadaanBerkas
from schemas.usulan import Butir, ButirKembali


def belum_ada(butir: Iterable[Butir], berkas: Mapping[str, Berkas]) -> list[Butir]:
    """Required lines without a received document (an answer may stand for one that was asked back)."""
    return [b for b in butir if b.wajib and not _terisi(b, berkas) and not b.jawaban]


def _terisi(b: Butir, berkas: Mapping[str, Berkas]) -> bool:
    return b.berkas is not None and b.berkas in berkas and utuh(berkas[b.berkas])


def utuh(b: Berkas) -> bool:
    """Received, and never found damaged since."""
    return b.keadaan is KeadaanBerkas.DITERIMA and b.rusak_pada is None


def dapat_dipakai(b: Berkas) -> bool:
    """Good enough to fill a line of a new case: whole, and not returned by a verifikator."""
    return utuh(b) and (b.periksaan is None or b.periksaan.putusan == "terima")


def belum_diperbaiki(butir: Iterable[Butir]) -> list[Butir]:
    """Lines marked in the last return that were neither replaced nor answered."""
    return [b for b in butir if b.diminta and not b.jawaban]


def belum_diputuskan(butir: Iterable[Butir], berkas: Mapping[str, Berkas]) -> list[Butir]:
    """Lines with a document (or required) that the verifikator has not accepted, or whose document was damaged since."""
    return [b for b in butir if (b.berkas or b.wajib) and (b.putusan != "terima" or _rusak(b, berkas))]


def _rusak(b: Butir, berkas: Mapping[str, Berkas]) -> bool:
    return b.berkas is not None and b.berkas in berkas and berkas[b.berkas].rusak_pada is not None


def tandai(butir: tuple[Butir, ...], kembali: Iterable[ButirKembali]) -> tuple[Butir, ...]:
    """Mark the returned lines with reason, note and page; a slot not on the list yet is added to it."""
    diminta = {k.slot: k for k in kembali}
    lama = tuple(_kembalikan(b, diminta.pop(b.slot)) if b.slot in diminta else b for b in butir)
    return lama + tuple(_kembalikan(Butir(slot=k.slot, sebab="Diminta saat pengembalian"), k) for k in diminta.values())


def _kembalikan(b: Butir, k: ButirKembali) -> Butir:
    return b.model_copy(
        update={
            "putusan": "kembalikan",
            "alasan": k.alasan,
            "catatan": k.catatan,
            "halaman": k.halaman,
            "diminta": True,
            "jawaban": "",
        }
    )


def ganti(b: Butir, berkas: str, *, terverifikasi: bool) -> Butir:
    """Another version fills the line: what was decided about the old one no longer holds."""
    if b.berkas == berkas:
        return b
    putusan = "terima" if terverifikasi else None
    bersih = {"alasan": "", "catatan": "", "halaman": None, "diminta": False, "jawaban": ""}
    return b.model_copy(update={"berkas": berkas, "putusan": putusan, **bersih})


def sesudah_perbaikan(b: Butir, jawaban: str) -> Butir:
    """A repair was sent: marked lines go back to the verifikator undecided, with the answer beside them."""
    if not b.diminta:
        return b
    return b.model_copy(update={"diminta": False, "putusan": None, "jawaban": jawaban or b.jawaban})


def teruskan(lama: Iterable[Butir], baru: Iterable[Butir]) -> tuple[Butir, ...]:
    """Another checklist for the same case: what the last return asked stays asked, also where this list would not ask for it."""
    diminta = {b.slot: b for b in lama if b.diminta}
    isi = tuple(_bawa(diminta.pop(b.slot), b) if b.slot in diminta else b for b in baru)
    return isi + tuple(diminta.values())


def _bawa(diminta: Butir, baru: Butir) -> Butir:
    return diminta.model_copy(update={"wajib": baru.wajib, "sebab": baru.sebab})


def pernah_diterima(b: Berkas) -> bool:
    """A verifikator accepted these very bytes, and they are still whole: nobody is asked for them again."""
    return utuh(b) and b.periksaan is not None and b.periksaan.putusan == "terima"


def keadaan(b: Butir, isi: Berkas | None) -> str:
    """How a line stands, in one word of the screen (`sajikan.KEADAAN_BUTIR`)."""
    if b.diminta:
        return "dijawab" if b.jawaban else "dikembalikan"
    if isi is None:
        return "belum-ada"
    if isi.keadaan is KeadaanBerkas.DIHAPUS:
        return "dihapus"
    if isi.rusak_pada:
        return "rusak"
    if isi.keadaan is not KeadaanBerkas.DITERIMA:
        return "diproses"
    if b.putusan == "terima":
        return "diterima"
    return "terverifikasi" if pernah_diterima(isi) else "ada"
