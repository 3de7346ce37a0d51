"""Akun, sessions, one-time codes, failed sign-ins, and who holds which role."""

from __future__ import annotations

from datetime import datetime

from chalicelib.records.rak import Rak
from chalicelib.store import Delete, Harap, Operasi, Put, Store
from schemas.akun import Akun, KodeSekali, Sesi
from schemas.dasar import Model, Versi
from schemas.peran import Peran

RAK = Rak(Akun, lambda a: kunci(a.id))
RAK_SESI = Rak(
    Sesi,
    lambda s: (f"SESI#{s.id}", "-"),
    lambda s: {"g1": (f"SESI-AKUN#{s.akun}", f"{s.dibuat_pada.isoformat()}#{s.id}")},
    lambda s: int(s.habis_pada.timestamp()),
)
RAK_KODE = Rak(
    KodeSekali,
    lambda k: (f"KODE#{k.akun}", k.tujuan.value),
    kedaluwarsa=lambda k: int(k.habis_pada.timestamp()),
)


class Percobaan(Model):
    """Failed sign-ins of one NIP (known or not): how many in a row, and until when it is shut."""

    kunci: str
    kali: int = 0
    tutup_sampai: datetime | None = None
    habis: int = 0
    versi: Versi = 0


RAK_PERCOBAAN = Rak(Percobaan, lambda p: (f"MASUK#{p.kunci}", "-"), kedaluwarsa=lambda p: p.habis or None)


def ambil(store: Store, id_: str) -> Akun | None:
    """The account, None when the person was never given one."""
    return RAK.ambil(store, *kunci(id_))


def kunci(id_: str) -> tuple[str, str]:
    """Where an account lies."""
    return f"AKUN#{id_}", "-"


def sesi_akun(store: Store, id_: str) -> list[Sesi]:
    """His sessions, oldest first."""
    return RAK_SESI.semua(store, f"SESI-AKUN#{id_}", indeks="g1")


def _tempat(peran: Peran, akun: Akun) -> tuple[str, str]:
    return f"PERAN#{peran}", f"{akun.lingkup or '-'}#{akun.id}"


def simpan(baru: Akun, lama: Akun | None = None) -> list[Operasi]:
    """Write an account and, with it, the lists of who holds which role."""
    sebelum = {_tempat(p, lama) for p in lama.peran} if lama else set()
    sesudah = {_tempat(p, baru) for p in baru.peran if p is not Peran.PNS}
    lepas: list[Operasi] = [Delete(*t) for t in sorted(sebelum - sesudah)]
    pegang = [Put(*t, {"akun": baru.id}, expect=Harap.APA_PUN) for t in sorted(sesudah - sebelum)]
    return [RAK.taruh(baru), *lepas, *pegang]


def pemegang(store: Store, peran: Peran, unit: str = "") -> list[str]:
    """Ids of the accounts that hold a role (for a pengelola: serving this very unit)."""
    ids: list[str] = []
    kursor: str | None = None
    while True:
        isi, kursor = store.query(f"PERAN#{peran}", prefix=f"{unit}#" if unit else "", limit=200, cursor=kursor)
        ids += [str(i.body["akun"]) for i in isi]
        if kursor is None:
            return ids
