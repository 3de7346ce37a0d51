"""How a backup lies in its place, and what goes into it. Shared by making one and restoring one.

set/<time>/catatan-00001.<hash>.age   items, one JSON line each, compressed
set/<time>/daftar.<hash>.age          the list, written last: a set without it was never finished
isi/ab/<key>.<hash>.age               a document, once for all sets (its key never changes its content)

<hash> is the SHA-256 of the sealed bytes, so that anybody can check a backup without being able to read it.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator

from chalicelib.documents import Documents, Gudang, semua
from chalicelib.galat import TakSah, TidakAda
from chalicelib.store import Item
from chalicelib.store.baris import jadi_baris
from schemas.cadangan import DaftarCadangan, KepalaBerkas

SEMENTARA = ("SESI#", "KODE#", "MASUK#", "LAJU#", "CUPLIKAN", "PULIH", "CADANGAN")
"""Partitions left out: sign-ins (after a disaster everybody signs in anew), what the worker makes again, and notes about backups."""
LEWAT = ("masuk/", "cetak/", "cuplikan/", "paket/", "ringkas/", "buang/")
"""Storage left out: uploads nobody has a receipt for yet, prints of a moment, snapshots for the search, packs and their smaller copies,
what is being deleted."""
JENIS = "application/octet-stream"


def ikut(item: Item) -> bool:
    """Whether an item belongs in a backup."""
    return not item.pk.startswith(SEMENTARA)


class Sidik:
    """Counts and fingerprints items as they pass, in whatever order."""

    def __init__(self) -> None:
        self._baris: list[bytes] = []
        self._ujung: list[tuple[str, str]] = []
        self.dirujuk: set[str] = set()

    def lihat(self, item: Item, baris: str) -> None:
        """Take one item in."""
        self._baris.append(hashlib.sha256(baris.encode()).digest())
        if item.pk.startswith("USULAN#") and item.sk == "-":
            self._ujung.append((str(item.body["id"]), str(item.body["hash_terakhir"])))
        if item.pk.startswith("ISI#"):
            self.dirujuk.add(item.pk.removeprefix("ISI#"))

    @property
    def item(self) -> int:
        """How many items."""
        return len(self._baris)

    @property
    def usulan(self) -> int:
        """How many cases among them."""
        return len(self._ujung)

    def sidik(self) -> str:
        """One fingerprint of all items."""
        return hashlib.sha256(b"".join(sorted(self._baris))).hexdigest()

    def intisari(self) -> str:
        """The digest of all histories' ends, as `actions/audit.periksa` computes it from a store."""
        isi = "".join(f"{id_}:{ujung}\n" for id_, ujung in sorted(self._ujung))
        return hashlib.sha256(isi.encode()).hexdigest()


def sidik_dari(items: Iterable[Item]) -> Sidik:
    """The fingerprint of everything that belongs in a backup."""
    sidik = Sidik()
    for item in items:
        if ikut(item):
            sidik.lihat(item, jadi_baris(item))
    return sidik


def sha256(isi: bytes) -> str:
    """Lower-case hex."""
    return hashlib.sha256(isi).hexdigest()


def padat(baris: list[str]) -> bytes:
    """Lines, compressed."""
    return zlib.compress("\n".join(baris).encode(), 6)


def longgar(isi: bytes) -> list[str]:
    """The lines again. TakSah for what was not made by `padat`."""
    try:
        return zlib.decompress(isi).decode().split("\n")
    except (zlib.error, UnicodeDecodeError):
        raise rusak("sebagian isinya tidak dapat dibaca") from None


def taruh(gudang: Gudang, nama: str, tersegel: bytes) -> str:
    """Keep sealed bytes under a name that tells their hash, and read them back. Answers that name. Raises TakSah."""
    lengkap = f"{nama}.{sha256(tersegel)}.age"
    gudang.taruh(lengkap, tersegel, JENIS)
    ambil(gudang, lengkap)
    return lengkap


def ambil(gudang: Gudang, nama: str) -> bytes:
    """The sealed bytes, which must be those that the name tells of. TakSah when they are not, or are gone."""
    try:
        isi = gudang.baca(nama)
    except TidakAda:
        raise rusak(f"{nama} tidak ada") from None
    if sha256(isi) != nama.split(".")[-2]:
        raise rusak(f"{nama} terpotong atau diubah")
    return isi


def letak_berkas(kunci: str) -> str:
    """Where a document lies, but for its hash. Its key in our storage is not told."""
    sidik = sha256(kunci.encode())
    return f"isi/{sidik[:2]}/{sidik[:40]}"


def berkas_ada(gudang: Gudang) -> dict[str, str]:
    """The documents that earlier backups have kept: place -> full name."""
    return {nama.split(".")[0]: nama for nama in semua(gudang, "isi/") if nama.endswith(".age")}


def daftar_set(gudang: Gudang) -> list[str]:
    """The names of all finished sets, oldest first."""
    return sorted(n.split("/")[1] for n in semua(gudang, "set/") if n.split("/")[-1].startswith("daftar."))


def baca_daftar(isi: bytes) -> DaftarCadangan:
    """The list of a set. TakSah when it is not one, or of a newer SIKAP."""
    try:
        return DaftarCadangan.model_validate_json(zlib.decompress(isi))
    except (ValueError, zlib.error):
        raise rusak("daftar isinya tidak dapat dibaca") from None


def bungkus(documents: Documents, kunci: str) -> bytes:
    """A document with its head, ready to be sealed. Raises TidakAda; TakSah when storage gives other bytes than it took."""
    ket = documents.keterangan(kunci)
    if ket is None:
        raise TidakAda()
    isi = documents.baca(kunci)
    kepala = KepalaBerkas(kunci=kunci, tipe=ket.tipe, sha256=sha256(isi))
    if kunci.startswith("berkas/") and kepala.sha256 != kunci.split("/")[-1]:
        raise TakSah(
            "Satu berkas di penyimpanan sudah berubah dari yang dahulu diterima.",
            kode="berkas-rusak",
            petunjuk=f"Pulihkan {kunci} dari cadangan sebelumnya; jangan menimpa cadangan lama.",
        )
    return kepala.model_dump_json().encode() + b"\n" + isi


def urai(bungkusan: bytes, kunci: str) -> tuple[KepalaBerkas, bytes]:
    """Head and bytes of an opened document, which must be the one asked for. Raises TakSah."""
    kepala_, _, isi = bungkusan.partition(b"\n")
    try:
        kepala = KepalaBerkas.model_validate_json(kepala_)
    except ValueError:
        raise rusak("kepala satu berkas tidak dapat dibaca") from None
    if kepala.kunci != kunci or kepala.sha256 != sha256(isi):
        raise rusak("satu berkas tertukar dengan yang lain")
    return kepala, isi


def rusak(sebab: str) -> TakSah:
    """The refusal of a backup that is not whole."""
    return TakSah(
        f"Cadangan ini tidak utuh: {sebab}.",
        kode="cadangan-rusak",
        petunjuk="Tidak ada yang diubah. Pilih set lain dengan --set, atau salinan cadangan di tempat lain.",
    )


def kunci_dokumen(gudang: Gudang) -> Iterator[str]:
    """Every document of our storage that belongs in a backup."""
    return (k for k in semua(gudang, "") if not k.startswith(LEWAT))
