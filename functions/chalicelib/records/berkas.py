"""Berkas on the shelf: each version, the archive's slots, and which bytes a person has already given."""

from __future__ import annotations

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Harap, NamaIndeks, Operasi, Put, Store
from schemas.berkas import Berkas, KeadaanBerkas
from schemas.dasar import Id, Model, Versi


def _indeks(b: Berkas) -> Indeks:
    if b.keadaan is KeadaanBerkas.MENUNGGU:
        return {"g1": ("MASUK", f"{b.dibuat_pada.isoformat()}#{b.id}")}
    if b.keadaan is KeadaanBerkas.DITOLAK:
        return {}
    ada: dict[NamaIndeks, tuple[str, str]] = {}
    if not b.pratinjau:
        ada["g2"] = ("PRATINJAU", f"{b.dibuat_pada.isoformat()}#{b.id}")
    if b.diperiksa_pada and not b.rusak_pada:
        ada["g3"] = ("UTUH", f"{b.diperiksa_pada.isoformat()}#{b.id}")
    return ada


class Slot(Model):
    """One place in a person's archive: the newest received version, and how many numbers were given out."""

    pegawai: Id
    slot: str
    nomor: int = 0
    terbaru: Id | None = None
    versi: Versi = 0


class Rujukan(Model):
    """One version in the list of a slot."""

    pegawai: Id
    slot: str
    nomor: int
    berkas: Id
    versi: Versi = 0


RAK = Rak(Berkas, lambda b: (f"BERKAS#{b.id}", "-"), _indeks)
RAK_SLOT = Rak(Slot, lambda s: (f"ARSIP#{s.pegawai}", f"SLOT#{s.slot}"))
RAK_RUJUKAN = Rak(Rujukan, lambda r: (f"ARSIP#{r.pegawai}", f"V#{r.slot}#{r.nomor:04d}"))


def ambil(store: Store, id_: str) -> Berkas:
    """One version. Raises TidakAda."""
    return RAK.wajib(store, f"BERKAS#{id_}")


def terlama_diperiksa(store: Store, batas: int) -> list[Berkas]:
    """Received versions, those that were read back longest ago first."""
    return RAK.daftar(store, "UTUH", indeks="g3", batas=batas).isi


def slot(store: Store, pegawai: str, nama: str) -> Slot:
    """The slot as it stands; fresh when nothing was ever given."""
    return RAK_SLOT.ambil(store, f"ARSIP#{pegawai}", f"SLOT#{nama}") or Slot(pegawai=pegawai, slot=nama)


def arsip(store: Store, pegawai: str) -> list[Slot]:
    """Every slot of a person's archive."""
    return RAK_SLOT.semua(store, f"ARSIP#{pegawai}", awalan="SLOT#")


def versi_slot(store: Store, pegawai: str, nama: str) -> list[Berkas]:
    """All versions of one slot, newest first."""
    rujukan = RAK_RUJUKAN.semua(store, f"ARSIP#{pegawai}", awalan=f"V#{nama}#")
    return [b for r in reversed(rujukan) if (b := RAK.ambil(store, f"BERKAS#{r.berkas}"))]


def sudah_ada(store: Store, pegawai: str, sha256: str, nama: str) -> Berkas | None:
    """These very bytes, received before in this slot of this person."""
    klaim = store.get(f"ISI#{sha256}", f"{pegawai}#{nama}")
    return RAK.ambil(store, f"BERKAS#{klaim.body['berkas']}") if klaim else None


def terima(b: Berkas, s: Slot) -> list[Operasi]:
    """A version is received: it gets its number, leads its slot, and is remembered by its bytes."""
    baru = s.model_copy(update={"nomor": b.nomor_versi, "terbaru": b.id})
    rujukan = Rujukan(pegawai=b.pegawai, slot=b.slot, nomor=b.nomor_versi, berkas=b.id)
    return [
        RAK.taruh(b),
        RAK_SLOT.taruh(baru),
        RAK_RUJUKAN.taruh(rujukan, Harap.TIADA),
        Put(f"ISI#{b.sha256}", f"{b.pegawai}#{b.slot}", {"berkas": b.id}),
    ]
