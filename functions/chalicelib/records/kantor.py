"""The office's own records: periods, units, imports, the journal of acts off a case, names of files, running numbers."""

from __future__ import annotations

from chalicelib.records.rak import Rak
from chalicelib.store import Harap, Put, Store
from schemas.catatan import Catatan
from schemas.nama_berkas import TabelNama
from schemas.opd import Unit
from schemas.periode import Periode

RAK_PERIODE = Rak(Periode, lambda p: ("PERIODE", p.tmt.isoformat()))
RAK_UNIT = Rak(
    Unit, lambda u: ("UNIT", u.id), lambda u: {"g1": (f"INDUK#{u.induk or '-'}", f"{u.nama.casefold()}#{u.id}")}
)
RAK_NAMA = Rak(TabelNama, lambda _: ("NAMA-BERKAS", "-"))
RAK_CATATAN = Rak(Catatan, lambda c: (f"CATATAN#{c.pada:%Y-%m}", f"{c.pada.isoformat()}#{c.id}"))


def unit(store: Store, id_: str) -> Unit:
    """One office. Raises TidakAda."""
    return RAK_UNIT.wajib(store, "UNIT", id_)


def anak(store: Store, id_: str) -> list[Unit]:
    """The units right below one."""
    return RAK_UNIT.semua(store, f"INDUK#{id_}", indeks="g1")


def sebawah(store: Store, id_: str) -> list[str]:
    """Ids of a unit and of all that lie below it."""
    return [id_, *(i for u in anak(store, id_) for i in sebawah(store, u.id))]


def semua_unit(store: Store) -> list[Unit]:
    """The whole tree (some hundreds)."""
    return RAK_UNIT.semua(store, "UNIT")


def periode(store: Store, tmt: str) -> Periode | None:
    """One period by its date (ISO)."""
    return RAK_PERIODE.ambil(store, "PERIODE", tmt)


def catat(catatan: Catatan) -> Put:
    """An act off a case, written once."""
    return RAK_CATATAN.taruh(catatan, Harap.TIADA)


def nomor_berikut(store: Store, deret: str) -> tuple[int, Put]:
    """The next number of a series, and the write that takes it: given out only together with the act that uses it."""
    item = store.get(f"NOMOR#{deret}", "-")
    nomor = int(str(item.body["nomor"])) + 1 if item else 1
    return nomor, Put(f"NOMOR#{deret}", "-", {"nomor": nomor}, expect=item.version if item else Harap.TIADA)
