"""Ramalan on the shelf: one forecast a person, the counts beside it, and whose answers are to be computed anew."""

from __future__ import annotations

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Put, Store
from schemas.dasar import Model, Versi
from schemas.ramalan import Hitungan, Ramalan

ANTRE = "RAMAL-ANTRE"
SEMUA = "-"
TANPA_TANGGAL = "9999-12-31"


def _indeks(r: Ramalan) -> Indeks:
    """The soonest period first. g1, g2: those who may rise; g3, g4: those of whom something is missing."""
    opd = r.opd or SEMUA
    urut = f"{r.kapan or TANPA_TANGGAL}#{r.nama.casefold()[:60]}#{r.pegawai}"
    naik: Indeks = {"g1": (f"RAMAL-OPD#{opd}", urut), "g2": ("RAMAL-SEMUA", urut)} if r.kapan else {}
    return {**naik, "g3": (f"CELAH-OPD#{opd}", urut), "g4": ("CELAH-SEMUA", urut)} if r.kurang else naik


class Penanda(Model):
    """How far the month's round through everybody has come: `sisa` the units still to do, `kursor` within the first."""

    kunci: str
    sisa: tuple[str, ...] = ()
    kursor: str | None = None
    versi: Versi = 0


RAK = Rak(Ramalan, lambda r: (f"PEGAWAI#{r.pegawai}", "RAMALAN"), _indeks)
RAK_HITUNGAN = Rak(Hitungan, lambda h: ("HITUNG-RAMAL", h.opd))
RAK_PENANDA = Rak(Penanda, lambda _: ("RAMALAN", "penanda"))


def tanda(pegawai: str) -> Put:
    """A note for the worker: this person's answers may have changed; written with the change itself."""
    return Put(ANTRE, pegawai, {"pegawai": pegawai})


def hitungan(store: Store, opd: str = SEMUA) -> Hitungan:
    """The counts of an OPD or the county; zero when nobody was counted."""
    return RAK_HITUNGAN.ambil(store, "HITUNG-RAMAL", opd) or Hitungan(opd=opd)


def ambil(store: Store, pegawai: str) -> Ramalan | None:
    """The forecast of one person."""
    return RAK.ambil(store, f"PEGAWAI#{pegawai}", "RAMALAN")


def penanda(store: Store) -> Penanda | None:
    """Where the month's round stands."""
    return RAK_PENANDA.ambil(store, "RAMALAN", "penanda")
