"""Cadangan: everything kept, sealed, in another place. Records as of one moment first, then the documents they refer to.

A document is in storage before any record speaks of it and never changes, so the later look at storage can only find more.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

from chalicelib.actions import Kantor
from chalicelib.actions import cadangan_isi as isi
from chalicelib.documents import Gudang, kunci
from chalicelib.documents.segel import kunci_baru, segel
from chalicelib.galat import TidakAda
from chalicelib.store import Put
from chalicelib.store.baris import jadi_baris
from schemas.cadangan import BENTUK, Bagian, DaftarCadangan, HasilCadangan, HasilPulih, PandanganCadangan

TERAKHIR, LATIHAN = ("CADANGAN", "terakhir"), ("CADANGAN", "latihan")
BESAR_BAGIAN = 8_000_000
"""Bytes of lines in one part, before compression."""
Katakan = Callable[[str], None]


class Tempat(NamedTuple):
    """Where backups go, and who may open them (public age keys)."""

    gudang: Gudang
    penerima: Sequence[str]


def cadangkan(kantor: Kantor, tempat: Tempat, katakan: Katakan) -> HasilCadangan:
    """Make one backup. Raises Terhenti (a part away, `ruang-habis`, `sibuk`) or TakSah; an unfinished set counts for nothing."""
    mulai, pada = time.monotonic(), kantor.jam()
    set_ = f"{pada:%Y%m%dT%H%M%SZ}"
    katakan("Memotret catatan ...")
    bagian, sidik = _catatan(kantor, tempat, f"set/{set_}")
    katakan(f"{sidik.item} catatan. Menyalin berkas yang belum ada di cadangan ...")
    berkas, baru = _berkas(kantor, tempat, katakan)
    hilang = sorted(s for s in sidik.dirujuk if kunci.isi(s) not in berkas)
    daftar = DaftarCadangan(
        bentuk=BENTUK,
        pada=pada,
        catatan=bagian,
        berkas=berkas,
        item=sidik.item,
        sidik=sidik.sidik(),
        usulan=sidik.usulan,
        intisari=sidik.intisari(),
        hilang=hilang,
    )
    tersegel = segel(zlib.compress(daftar.model_dump_json().encode()), tempat.penerima)
    isi.taruh(tempat.gudang, f"set/{set_}/daftar", tersegel)
    hasil = HasilCadangan(
        set=set_,
        pada=pada,
        item=sidik.item,
        berkas=len(berkas),
        berkas_baru=len(baru),
        byte_baru=sum(baru),
        detik=round(time.monotonic() - mulai, 1),
        hilang=len(hilang),
    )
    kantor.store.write(Put(*TERAKHIR, hasil.model_dump(mode="json")))
    return hasil


def buat_kunci() -> tuple[str, str]:
    """A new pair of keys for backups: (secret, public). The secret half belongs outside the server."""
    return kunci_baru()


def _catatan(kantor: Kantor, tempat: Tempat, letak: str) -> tuple[list[Bagian], isi.Sidik]:
    sidik, bagian = isi.Sidik(), list[Bagian]()
    baris: list[str] = []
    besar = 0

    def tutup() -> None:
        polos = isi.padat(baris)
        nama = isi.taruh(tempat.gudang, f"{letak}/catatan-{len(bagian) + 1:05}", segel(polos, tempat.penerima))
        bagian.append(Bagian(nama=nama, sha256=isi.sha256(polos), banyak=len(baris)))

    for item in kantor.store.ekspor():
        if isi.ikut(item):
            baris.append(satu := jadi_baris(item))
            sidik.lihat(item, satu)
            besar += len(satu)
            if besar > BESAR_BAGIAN:
                tutup()
                baris, besar = [], 0
    if baris:
        tutup()
    return bagian, sidik


def _berkas(kantor: Kantor, tempat: Tempat, katakan: Katakan) -> tuple[dict[str, str], list[int]]:
    """Every document: its key in our storage -> its name in the backup; and the sizes of those kept for the first time."""
    ada = isi.berkas_ada(tempat.gudang)
    semua: dict[str, str] = {}
    baru: list[int] = []
    for kunci_ in isi.kunci_dokumen(kantor.documents):
        letak = isi.letak_berkas(kunci_)
        if letak not in ada:
            try:
                bungkus = isi.bungkus(kantor.documents, kunci_)
            except TidakAda:
                continue
            ada[letak] = isi.taruh(tempat.gudang, letak, segel(bungkus, tempat.penerima))
            baru.append(len(bungkus))
            if len(baru) % 500 == 0:
                katakan(f"  {len(baru)} berkas baru")
        semua[kunci_] = ada[letak]
    return semua, baru


def lihat(kantor: Kantor) -> PandanganCadangan:
    """The last backup and the last rehearsal, for the administrator's page."""
    terakhir, latihan = kantor.store.get(*TERAKHIR), kantor.store.get(*LATIHAN)
    return PandanganCadangan(
        terakhir=HasilCadangan.model_validate(dict(terakhir.body)) if terakhir else None,
        latihan=HasilPulih.model_validate(dict(latihan.body)) if latihan else None,
    )
