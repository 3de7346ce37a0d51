"""Ramalan on the shelf: one forecast a person, the counts beside it, and whose answers are to be computed anew."""

from __future__ import annotations

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Delete, Item, Operasi, Put, Store
from schemas.dasar import Model, Versi, Waktu
from schemas.ramalan import Hitungan, Ramalan

ANTRE, PUTARAN = "RAMAL-ANTRE", "RAMAL-PUTARAN"
"""Whose facts changed, and whose turn it is in the month's round: a change never waits behind a whole county."""
RUSAK, BATAS_COBA = "RAMAL-RUSAK", 5
"""Who could not be computed in so many tries: noted for the administrator until he can be."""
SEMUA = "-"
TANPA_TANGGAL = "9999-12-31"


def _indeks(r: Ramalan) -> Indeks:
    """g1, g2: those who may rise, the soonest first; g3, g4: those with a task, the period that is lost first first."""
    opd, orang = r.opd or SEMUA, f"{r.nama.casefold()[:60]}#{r.pegawai}"
    urut, desak = f"{r.kapan or TANPA_TANGGAL}#{orang}", f"{r.terancam or TANPA_TANGGAL}#{orang}"
    naik: Indeks = {"g1": (f"RAMAL-OPD#{opd}", urut), "g2": ("RAMAL-SEMUA", urut)} if r.kapan else {}
    return {**naik, "g3": (f"CELAH-OPD#{opd}", desak), "g4": ("CELAH-SEMUA", desak)} if r.tugas else naik


class Penanda(Model):
    """How far the month's round through everybody has come: `sisa` the units whose people are still to be noted, `kursor` within
    the first; how many were noted and computed; when a round was last finished, and whether this one is."""

    kunci: str
    sisa: tuple[str, ...] = ()
    kursor: str | None = None
    ditandai: int = 0
    dihitung: int = 0
    tuntas: bool = False
    selesai: Waktu | None = None
    versi: Versi = 0


RAK = Rak(Ramalan, lambda r: (f"PEGAWAI#{r.pegawai}", "RAMALAN"), _indeks)
RAK_HITUNGAN = Rak(Hitungan, lambda h: ("HITUNG-RAMAL", h.opd))
RAK_PENANDA = Rak(Penanda, lambda _: ("RAMALAN", "penanda"))


def tanda(pegawai: str, antre: str = ANTRE) -> Put:
    """A note for the worker: this person's answers may have changed; written with the change itself."""
    return Put(antre, pegawai, {"pegawai": pegawai})


def habis(item: Item) -> bool:
    """Is the try that has just failed the last one of this note?"""
    return _coba(item) >= BATAS_COBA


def tunda(item: Item) -> list[Operasi]:
    """Computing him failed: once more, and after `BATAS_COBA` tries set aside, so that he holds up nobody."""
    if habis(item):
        return [Delete(item.pk, item.sk, expect=item.version), Put(RUSAK, item.sk, item.body)]
    return [Put(item.pk, item.sk, {**item.body, "coba": _coba(item)}, expect=item.version)]


def _coba(item: Item) -> int:
    return int(str(item.body.get("coba", 0))) + 1


def disisihkan(store: Store) -> int:
    """How many are set aside; more than one page is told as a page."""
    return len(store.query(RUSAK, limit=200)[0])


def laci_unit(unit: str) -> str:
    """Where those are counted who work in this very unit."""
    return f"UNIT#{unit}"


def laci(r: Ramalan | None) -> set[str]:
    """Where a forecast is counted: in the county, his OPD, and (since units are counted) his unit."""
    if r is None:
        return set()
    return {SEMUA, r.opd or "tanpa-opd"} | ({laci_unit(r.unit)} if r.per_unit and r.unit else set())


def hitungan(store: Store, opd: str = SEMUA) -> Hitungan:
    """The counts of an OPD, a unit or the county; zero when nobody was counted."""
    return RAK_HITUNGAN.ambil(store, "HITUNG-RAMAL", opd) or Hitungan(opd=opd)


def ambil(store: Store, pegawai: str) -> Ramalan | None:
    """The forecast of one person."""
    return RAK.ambil(store, f"PEGAWAI#{pegawai}", "RAMALAN")


def penanda(store: Store) -> Penanda | None:
    """Where the month's round stands."""
    return RAK_PENANDA.ambil(store, "RAMALAN", "penanda")
