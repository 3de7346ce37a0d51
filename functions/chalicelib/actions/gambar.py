"""Gambar: page images of a received document and what a machine sees on them, made by the worker right after its receipt.

The text of a document is read for its hints and not kept. Identity papers are drawn twice when the setting says so: plain for
their owner, and with a mark of purpose for everybody else. The mark names the purpose and the office, not the viewer, so that
one marked set serves all: nothing is drawn, waited for or stored when somebody looks, and what is stored is twice what it was,
however many look. Who looked stands in the journal; the copy that one takes away (`identitas.salinan`) names him.
"""

from __future__ import annotations

import json

from chalicelib.actions import Kantor, identitas
from chalicelib.documents import kunci as k
from chalicelib.documents.pratinjau import buat
from chalicelib.galat import TakSah, TidakAda
from chalicelib.records import berkas as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules.isyarat import Terlihat, baca
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
    terlihat: list[Terlihat] = []
    banyak, cap = 0, identitas.cap_gambar(kantor, berkas.slot)
    try:
        for halaman, lebar, isi in buat(kantor.documents.baca(k.isi(berkas.sha256)), cap):
            if lebar:
                tempat = k.pratinjau(berkas.sha256, halaman, abs(lebar), cap=lebar < 0)
                kantor.documents.taruh(tempat, isi, "image/webp")
                banyak = max(banyak, halaman)
            else:
                terlihat.append(Terlihat(**json.loads(isi)))
    except (TakSah, TidakAda):
        banyak, cap = TANPA_GAMBAR, ""
    orang = rak_pegawai.ambil(kantor.store, berkas.pegawai)
    isyarat = baca(berkas.slot, orang.nip, orang.nama, terlihat, rak.pemilik_lain(kantor.store, berkas))
    ubah = {"pratinjau": banyak or TANPA_GAMBAR, "isyarat": tuple(isyarat), "cap_gambar": "ada" if cap else ""}
    jadi = berkas.model_copy(update=ubah)
    try:
        kantor.store.write(rak.RAK.taruh(jadi))
    except Conflict:
        return  # a verifikator decided about it meanwhile; the next round draws it again over the same keys
