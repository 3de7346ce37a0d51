"""Gambar: page images of a received document, made by the worker right after its receipt."""

from __future__ import annotations

from chalicelib.actions import Kantor
from chalicelib.documents import kunci as k
from chalicelib.documents.pratinjau import buat
from chalicelib.galat import TakSah, TidakAda
from chalicelib.records import berkas as rak
from chalicelib.store import Conflict
from schemas.berkas import Berkas

TANPA_GAMBAR = -1
"""Noted on a document whose pages cannot be drawn: it is shown as a file to open, and not tried again."""


def kerjakan(kantor: Kantor, batas: int = 5) -> int:
    """Draw what waits, the newest first (somebody is about to look at it); answers how many documents were worked on."""
    kerja = rak.RAK.daftar(kantor.store, "PRATINJAU", indeks="g2", batas=batas, mundur=True).isi
    for berkas in kerja:
        _satu(kantor, berkas)
    return len(kerja)


def _satu(kantor: Kantor, berkas: Berkas) -> None:
    banyak = 0
    try:
        for halaman, lebar, isi in buat(kantor.documents.baca(k.isi(berkas.sha256))):
            kantor.documents.taruh(k.pratinjau(berkas.sha256, halaman, lebar), isi, "image/webp")
            banyak = max(banyak, halaman)
    except (TakSah, TidakAda):
        banyak = TANPA_GAMBAR
    try:
        kantor.store.write(rak.RAK.taruh(berkas.model_copy(update={"pratinjau": banyak or TANPA_GAMBAR})))
    except Conflict:
        return  # a verifikator decided about it meanwhile; the next round draws it again over the same keys
