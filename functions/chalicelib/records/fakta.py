"""Facts on the shelf: the confirmed ones of a person in one item, each proposal in its own."""

from __future__ import annotations

from chalicelib.records.rak import Indeks, Rak
from chalicelib.store import Store
from schemas.dasar import Halaman
from schemas.riwayat import KeadaanFakta, Riwayat, UsulFakta


def _indeks(u: UsulFakta) -> Indeks:
    urut = f"{u.pada.isoformat()}#{u.id}"
    milik: Indeks = {"g1": (f"FAKTA-ORANG#{u.pegawai}", urut)}
    if u.keadaan is not KeadaanFakta.DIUSULKAN:
        return milik
    menunggu: Indeks = {**milik, "g2": ("FAKTA-ANTRE", urut), "g4": (f"FAKTA-MENUNGGU#{u.pegawai}", urut)}
    return {**menunggu, "g3": (f"FAKTA-OPD#{u.opd}", urut)} if u.opd else menunggu


RAK = Rak(UsulFakta, lambda u: (f"FAKTA#{u.id}", "-"), _indeks)
RAK_RIWAYAT = Rak(Riwayat, lambda r: kunci_riwayat(r.pegawai))


def kunci_riwayat(pegawai: str) -> tuple[str, str]:
    """Where his confirmed facts lie."""
    return f"PEGAWAI#{pegawai}", "RIWAYAT"


def ambil(store: Store, id_: str) -> UsulFakta:
    """One proposal. Raises TidakAda."""
    return RAK.wajib(store, f"FAKTA#{id_}")


def riwayat(store: Store, id_: str) -> Riwayat:
    """His confirmed facts; empty when none came in yet."""
    return RAK_RIWAYAT.ambil(store, *kunci_riwayat(id_)) or Riwayat(pegawai=id_)


def milik(store: Store, pegawai: str, batas: int = 50) -> list[UsulFakta]:
    """The newest proposals about one person and, however old, what still waits; newest first."""
    menunggu = RAK.daftar(store, f"FAKTA-MENUNGGU#{pegawai}", indeks="g4", batas=batas).isi
    terbaru = RAK.daftar(store, f"FAKTA-ORANG#{pegawai}", indeks="g1", batas=batas, mundur=True).isi
    return sorted({u.id: u for u in [*menunggu, *terbaru]}.values(), key=lambda u: (u.pada, u.id), reverse=True)


def antre(store: Store, opd: str | None, *, batas: int, kursor: str | None) -> Halaman[UsulFakta]:
    """What waits for a decision, oldest first: of one OPD, or of all."""
    if opd:
        return RAK.daftar(store, f"FAKTA-OPD#{opd}", indeks="g3", batas=batas, kursor=kursor)
    return RAK.daftar(store, "FAKTA-ANTRE", indeks="g2", batas=batas, kursor=kursor)
