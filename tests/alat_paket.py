"""Received documents and cases put straight on the shelf, for tests about what is done with them."""

from __future__ import annotations

import hashlib
from datetime import date

from chalicelib.actions import Kantor
from chalicelib.documents import kunci as k
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import usulan as rak_usulan

from schemas.berkas import Berkas, KeadaanBerkas
from schemas.usulan import Butir, Jenis, Status, Usulan

PERIODE = date(2027, 4, 1)


def berkas(kantor: Kantor, pemilik: str, slot: str, isi: bytes, **lain) -> str:
    """A received document in this slot; answers its id."""
    sidik = hashlib.sha256(isi).hexdigest()
    kantor.documents.taruh(k.isi(sidik), isi, "application/pdf")
    laci = rak_berkas.slot(kantor.store, pemilik, slot)
    b = Berkas(
        id=kantor.id_baru(), pegawai=pemilik, slot=slot, nomor_versi=laci.nomor + 1, ukuran=len(isi), sha256=sidik, diunggah_oleh=pemilik, halaman=1,
        dibuat_pada=kantor.jam(), diterima_pada=kantor.jam(), keadaan=KeadaanBerkas.DITERIMA, **lain,
    )  # fmt: skip
    kantor.store.write(*rak_berkas.terima(b, laci))
    return b.id


def kasus(kantor: Kantor, pemilik: str, opd: str, status: Status, ids: dict[str, str]) -> str:
    """A case with these documents by slot; answers its id."""
    u = Usulan(
        id=kantor.id_baru(), nomor=f"KP-{pemilik}", jenis=Jenis.REGULER, periode=PERIODE, pegawai=pemilik, opd=opd, status=status,
        dibuat_oleh=pemilik, dibuat_pada=kantor.jam(), diubah_pada=kantor.jam(), sejak=kantor.jam(),
        butir=tuple(Butir(slot=s, berkas=i) for s, i in ids.items()),
    )  # fmt: skip
    kantor.store.write(rak_usulan.RAK.taruh(u))
    return u.id
