"""Sapu unggah: what was begun and never ended, and what a stop left behind, is cleared."""

from __future__ import annotations

from contextlib import suppress

from chalicelib.actions import Kantor, masa_simpan
from chalicelib.documents import kunci as k
from chalicelib.records import berkas as rak
from chalicelib.store import Conflict
from schemas.berkas import KeadaanBerkas


def sapu(kantor: Kantor, batas: int = 50) -> int:
    """Clear what was never confirmed: old tickets and their bytes (a raw photo too). Answers how many."""
    lama = kantor.jam() - masa_simpan.lama(kantor, "unggahan")
    basi = [b for b in rak.RAK.daftar(kantor.store, "MASUK", indeks="g1", batas=batas).isi if b.dibuat_pada < lama]
    for b in basi:
        kantor.documents.hapus(k.masuk(b.id))
        with suppress(Conflict):  # received at this very moment
            kantor.store.write(rak.RAK.buang(b))
    return len(basi)


def sapu_sisa(kantor: Kantor) -> int:
    """Clear bytes under masuk/ that a stop between receipt and clearing left behind. Answers how many."""
    sisa, sesudah = 0, ""
    while kunci := kantor.documents.daftar(k.masuk(""), sesudah=sesudah):
        sesudah = kunci[-1]
        for satu in kunci:
            ada = rak.RAK.ambil(kantor.store, f"BERKAS#{satu.removeprefix(k.masuk(''))}")
            if ada and ada.keadaan is not KeadaanBerkas.MENUNGGU:
                kantor.documents.hapus(satu)
                sisa += 1
    return sisa
