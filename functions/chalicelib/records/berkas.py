"""Berkas on the shelf: each version, the archive's slots, and which bytes a person has already given."""

from __future__ import annotations

from datetime import date, timedelta

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Delete, Harap, NamaIndeks, Operasi, Put, Store
from schemas.berkas import Berkas, KeadaanBerkas
from schemas.dasar import Halaman, Id, Model, Versi

SETAHUN = timedelta(days=365)
TINJAU = {KeadaanBerkas.DITOLAK: timedelta(days=1)}


def _indeks(b: Berkas) -> Indeks:
    if b.keadaan is KeadaanBerkas.MENUNGGU:
        urut = f"{b.dibuat_pada.isoformat()}#{b.id}"
        return {"g1": ("MASUK", urut), "g4": (f"TIKET#{b.diunggah_oleh}", urut)}
    if b.keadaan is KeadaanBerkas.DIHAPUS:
        return {"g4": ("DIHAPUS", f"{b.dihapus_pada.isoformat() if b.dihapus_pada else ''}#{b.id}")}
    ada: dict[NamaIndeks, tuple[str, str]] = {"g1": ("TINJAU", f"{tinjau(b)}#{b.id}")}
    if b.keadaan is KeadaanBerkas.DITOLAK:
        return ada
    if b.tahan:
        ada["g4"] = ("DITAHAN", f"{b.tahan.pada.isoformat()}#{b.id}")
    elif b.hapus_pada:
        ada["g4"] = ("AKAN-DIHAPUS", f"{b.hapus_pada}#{b.id}")
    if not b.pratinjau or b.cap_gambar == "perlu":
        ada["g2"] = ("PRATINJAU", f"{b.dibuat_pada.isoformat()}#{b.id}")
    if b.rusak_pada:
        ada["g3"] = ("RUSAK", f"{b.rusak_pada.isoformat()}#{b.id}")
    elif b.diperiksa_pada:
        ada["g3"] = ("UTUH", f"{b.diperiksa_pada.isoformat()}#{b.id}")
    return ada


def tinjau(b: Berkas) -> date:
    """The day on which the retention table is to be asked about it: as noted, else TINJAU after it came."""
    return b.tinjau_pada or (b.diterima_pada or b.dibuat_pada).date() + TINJAU.get(b.keadaan, SETAHUN)


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


def belum_digambar(store: Store) -> bool:
    """Does a document wait for its page images?"""
    return bool(RAK.daftar(store, "PRATINJAU", indeks="g2", batas=1).isi)


def slot(store: Store, pegawai: str, nama: str) -> Slot:
    """The slot as it stands; fresh when nothing was ever given."""
    return RAK_SLOT.ambil(store, f"ARSIP#{pegawai}", f"SLOT#{nama}") or Slot(pegawai=pegawai, slot=nama)


def perlu_ditinjau(store: Store, hari: date, batas: int, kursor: str | None = None) -> Halaman[Berkas]:
    """Versions whose day to ask the retention table has come by `hari`, the longest due first."""
    halaman = RAK.daftar(store, "TINJAU", indeks="g1", batas=batas, kursor=kursor)
    isi = [b for b in halaman.isi if tinjau(b) <= hari]
    return Halaman(isi=isi, kursor=halaman.kursor if len(isi) == len(halaman.isi) else None)


NASIB = {"diumumkan": "AKAN-DIHAPUS", "ditahan": "DITAHAN", "dihapus": "DIHAPUS"}


def menurut_nasib(store: Store, nasib: str, batas: int, kursor: str | None) -> Halaman[Berkas]:
    """Versions announced (what goes soonest first), held or deleted (the newest first)."""
    return RAK.daftar(store, NASIB[nasib], indeks="g4", batas=batas, kursor=kursor, mundur=nasib != "diumumkan")


def arsip(store: Store, pegawai: str) -> list[Slot]:
    """Every slot of a person's archive."""
    return RAK_SLOT.semua(store, f"ARSIP#{pegawai}", awalan="SLOT#")


def versi_slot(store: Store, pegawai: str, nama: str) -> list[Berkas]:
    """All versions of one slot, newest first."""
    rujukan = RAK_RUJUKAN.semua(store, f"ARSIP#{pegawai}", awalan=f"V#{nama}#")
    return [b for r in reversed(rujukan) if (b := RAK.ambil(store, f"BERKAS#{r.berkas}"))]


def tiket_terbuka(store: Store, akun: str, batas: int) -> int:
    """How many uploads he has begun that are not received yet, counted up to `batas`."""
    return len(RAK.daftar(store, f"TIKET#{akun}", indeks="g4", batas=batas).isi)


def versi_utuh(store: Store, pegawai: str, nama: str) -> Berkas | None:
    """The newest version of a slot that is there and was never found damaged."""
    ada = (b for b in versi_slot(store, pegawai, nama) if b.keadaan is KeadaanBerkas.DITERIMA)
    return next((b for b in ada if b.rusak_pada is None), None)


def rusak(store: Store, batas: int, kursor: str | None = None) -> Halaman[Berkas]:
    """Versions found damaged, the newest find first."""
    return RAK.daftar(store, "RUSAK", indeks="g3", batas=batas, kursor=kursor, mundur=True)


def sudah_ada(store: Store, pegawai: str, sha256: str, nama: str) -> Berkas | None:
    """These very bytes, received before in this slot of this person."""
    tempat = f"{pegawai}#{nama}"
    klaim = store.get(f"ISI#{sha256}", tempat) or store.get(f"ASAL#{sha256}", tempat)
    return RAK.ambil(store, f"BERKAS#{klaim.body['berkas']}") if klaim else None


def pemilik_lain(store: Store, b: Berkas) -> tuple[bool, bool]:
    """Do these very bytes lie (in another person's archive, in another slot of this one)?"""
    isi, _ = store.query(f"ISI#{b.sha256}", limit=20)
    lain = [i.sk.split("#", 1) for i in isi if i.sk != f"{b.pegawai}#{b.slot}"]
    return any(p != b.pegawai for p, _ in lain), any(p == b.pegawai for p, _ in lain)


def terima(b: Berkas, s: Slot, lama: Berkas | None = None) -> list[Operasi]:
    """A version is received: it gets its number, leads its slot, and is remembered by its bytes.

    The version before it (`lama`) is due for a look at the retention table from then on.
    """
    baru = s.model_copy(update={"nomor": b.nomor_versi, "terbaru": b.id})
    rujukan = Rujukan(pegawai=b.pegawai, slot=b.slot, nomor=b.nomor_versi, berkas=b.id)
    foto = [Put(f"ASAL#{b.sha256_asal}", f"{b.pegawai}#{b.slot}", {"berkas": b.id})] if b.sha256_asal else []
    kini = (b.diterima_pada or b.dibuat_pada).date()
    diganti = [RAK.taruh(lama.model_copy(update={"tinjau_pada": kini}))] if lama else []
    return [
        RAK.taruh(b),
        RAK_SLOT.taruh(baru),
        RAK_RUJUKAN.taruh(rujukan, Harap.TIADA),
        Put(f"ISI#{b.sha256}", f"{b.pegawai}#{b.slot}", {"berkas": b.id}),
        *foto,
        *diganti,
    ]


def pegang(b: Berkas) -> list[Operasi]:
    """For the write by which something comes to rest on it: an announced deletion is off, and one that is under way fails."""
    bebas = {"hapus_pada": None, "hapus_sebab": "", "hapus_kelas": "", "tinjau_pada": None}
    return [RAK.taruh(b.model_copy(update=bebas))] if b.hapus_pada else []


def lupakan(store: Store, b: Berkas) -> list[Operasi]:
    """Its bytes no longer count as given: the claims that name this version go."""
    tempat = f"{b.pegawai}#{b.slot}"
    klaim = (
        store.get(f"ISI#{b.sha256}", tempat),
        store.get(f"ASAL#{b.sha256_asal}", tempat) if b.sha256_asal else None,
    )
    return [Delete(i.pk, i.sk, i.version) for i in klaim if i and i.body["berkas"] == b.id]


def masih_diperlukan(store: Store, sha256: str) -> list[str]:
    """Ids of the versions, of whomever, that live of these bytes."""
    isi, _ = store.query(f"ISI#{sha256}", limit=200)
    return [str(i.body["berkas"]) for i in isi]
