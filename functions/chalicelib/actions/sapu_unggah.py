"""Sapu unggah: what was begun and never ended, and what a stop left behind, is cleared."""

from __future__ import annotations

from contextlib import suppress

from chalicelib.actions import Kantor, masa_simpan
from chalicelib.documents import kunci as k
from chalicelib.documents import semua
from chalicelib.records import berkas as rak
from chalicelib.records import impor as rak_impor
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
    """Clear bytes under masuk/ that a stop between receipt and clearing left behind, and the files of imports that nobody applied:
    they hold the numbers of a whole county. Answers how many."""
    sisa = [satu for satu in semua(kantor.documents, k.masuk("")) if _sisa(kantor, satu.removeprefix(k.masuk("")))]
    for satu in sisa:
        kantor.documents.hapus(satu)
    return len(sisa)


def _sisa(kantor: Kantor, id_: str) -> bool:
    if ada := rak.RAK.ambil(kantor.store, f"BERKAS#{id_}"):
        return ada.keadaan is not KeadaanBerkas.MENUNGGU
    impor = rak_impor.menurut_id(kantor.store, id_)
    if impor is None or impor.keadaan in rak_impor.DIKERJAKAN:
        return False
    return impor.dibuat_pada < kantor.jam() - masa_simpan.lama(kantor, "unggahan")
