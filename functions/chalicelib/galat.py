"""Every refusal of SIKAP, one family. Imports nothing; `edge/jawab.py` alone turns it into an HTTP status.

Galat
├── TakSah          what was typed cannot be taken; `temuan` names each field
├── TidakAda        does not exist, or not for the one who asks (the same words)
├── Bentrok         somebody was first; read again
├── TidakBoleh      seen, but this act is not open now or not to this person
├── BelumMasuk      nobody is signed in, or a second factor is still owed
├── TerlaluSering   wait, then again
├── TerlaluBesar    over a limit of size
└── Terhenti        a part that we depend on does not answer; nothing was lost
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class TemuanGalat:
    """One finding inside a refusal.

    `kode` kebab-case and stable; `pesan` the sentence a person reads; `bidang` the dotted path of the
    field ("isian.nip"); `dasar` the legal or technical source, empty when there is none.
    """

    kode: str
    pesan: str
    bidang: str = ""
    dasar: str = ""


class Galat(Exception):
    """A refusal: what (`pesan`), what now (`petunjuk`), and a `kode` that never changes.

    `konteks` is for the log only and holds no NIP, name or content.
    """

    kode = "galat"
    judul = "Permintaan ini belum dapat dikerjakan"

    def __init__(
        self,
        pesan: str,
        *,
        kode: str | None = None,
        petunjuk: str = "",
        temuan: Sequence[TemuanGalat] = (),
        **konteks: Any,
    ) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.kode = kode or type(self).kode
        self.petunjuk = petunjuk
        self.temuan = tuple(temuan)
        self.konteks = konteks


class TakSah(Galat):
    """What was typed or sent cannot be taken as it is."""

    kode = "isian-tak-sah"
    judul = "Ada isian yang perlu diperbaiki"


class TidakAda(Galat):
    """Unknown and forbidden look alike: always these words."""

    kode = "tidak-ada"
    judul = "Tidak ditemukan"

    def __init__(self, **konteks: Any) -> None:
        super().__init__(
            "Yang Anda cari tidak ditemukan.",
            petunjuk="Periksa kembali tautannya, atau kembali ke beranda.",
            **konteks,
        )


class Bentrok(Galat):
    """The thing has changed since it was read (409)."""

    kode = "bentrok"
    judul = "Sudah berubah"

    def __init__(self, pesan: str = "", *, kode: str | None = None, petunjuk: str = "", **konteks: Any) -> None:
        super().__init__(
            pesan or "Data ini baru saja diubah orang lain.",
            kode=kode,
            petunjuk=petunjuk or "Muat ulang untuk melihat keadaan terakhir, lalu ulangi bila masih perlu.",
            **konteks,
        )


class TidakBoleh(Galat):
    """The asker sees the thing, but this act is not open to him or not now (403)."""

    kode = "tidak-boleh"
    judul = "Belum dapat dilakukan"


class BelumMasuk(Galat):
    """Nobody is signed in (401); `kode` `perlu-kode` when the second factor is still owed."""

    kode = "belum-masuk"
    judul = "Anda perlu masuk"


class TerlaluSering(Galat):
    """Wait `tunggu_detik`, then again (429)."""

    kode = "terlalu-sering"
    judul = "Terlalu sering"

    def __init__(self, pesan: str, *, tunggu_detik: int, **konteks: Any) -> None:
        super().__init__(pesan, **konteks)
        self.tunggu_detik = tunggu_detik


class TerlaluBesar(Galat):
    """Over a limit of size (413)."""

    kode = "terlalu-besar"
    judul = "Terlalu besar"


class Terhenti(Galat):
    """Something we depend on (store, storage, channel) does not answer (503). Nothing was lost."""

    kode = "terhenti"
    judul = "Layanan sedang terganggu"
