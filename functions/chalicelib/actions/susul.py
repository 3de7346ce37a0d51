"""Susul: documents that were kept before a rule existed are brought under it, a page at a time, wherever the walk was stopped.

`retensi`: a version without a day in the list of TINJAU is looked at today, whatever the re-hash does. `cap`: the page images of an
identity paper are owed with the mark, when the office wants one; only while nobody waits for other pages. Every received document
stands in one of PARTISI; what the re-hash moves to their end meanwhile is written anew by it, so that nothing falls between.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from chalicelib.actions import Kantor, identitas
from chalicelib.records import berkas as rak
from chalicelib.records import retensi as rak_retensi
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Conflict, Item
from schemas.berkas import Berkas

POTONG = 50
PARTISI = ("UTUH", "RUSAK")
Ubah = Callable[[Kantor, Item], Berkas | None]
"""The version as it should stand; None when it is right."""


def kerjakan(kantor: Kantor, batas: int = POTONG) -> bool:
    """The worker's share: a page of each walk. True while there is more to do at once; what was walked once is not walked again."""
    lagi = _langkah(kantor, "susul retensi", _retensi, batas)
    if not kantor.setelan.cap_tujuan:
        _ulang(kantor, "susul cap")
    elif not rak.belum_digambar(kantor.store):
        _langkah(kantor, "susul cap", _cap, batas)
    return lagi


def _langkah(kantor: Kantor, kerja: str, ubah: Ubah, batas: int) -> bool:
    ada = rak_retensi.langkah(kantor.store, kerja)
    nomor = int(str(ada.body["partisi"])) if ada else 0
    if nomor >= len(PARTISI):
        return False
    isi, lanjut = rak_retensi.lanjutan(
        ada, lambda kursor: kantor.store.query(PARTISI[nomor], index="g3", limit=batas, cursor=kursor)
    )
    for satu in isi:
        _satu(kantor, satu, ubah)
    baru: dict[str, object] = {"partisi": nomor if lanjut else nomor + 1, "kursor": lanjut}
    with suppress(Conflict):  # another worker was here
        kantor.store.write(rak_retensi.taruh_langkah(kerja, ada, baru))
    return True


def _satu(kantor: Kantor, satu: Item, ubah: Ubah) -> None:
    """The index may lag behind, so it is read anew; whoever changes it at this moment writes it right himself."""
    kini = kantor.store.get(satu.pk, satu.sk) if ubah(kantor, satu) else None
    if kini and (baru := ubah(kantor, kini)):
        with suppress(Conflict):
            kantor.store.write(rak.RAK.taruh(baru))


def _ulang(kantor: Kantor, kerja: str) -> None:
    """Switched off: when it is wanted again, all are walked again."""
    if ada := rak_retensi.langkah(kantor.store, kerja):
        with suppress(Conflict):
            kantor.store.write(rak_retensi.buang_langkah(ada))


def _retensi(kantor: Kantor, item: Item) -> Berkas | None:
    b = rak.RAK.baca(item)
    return None if "g1" in item.index else b.model_copy(update={"tinjau_pada": hari_wib(kantor.jam())})


def _cap(kantor: Kantor, item: Item) -> Berkas | None:
    b = rak.RAK.baca(item)
    perlu = identitas.adalah(b.slot) and b.pratinjau > 0 and not b.cap_gambar
    return b.model_copy(update={"cap_gambar": "perlu"}) if perlu else None
