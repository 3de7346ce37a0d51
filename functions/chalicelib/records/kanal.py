"""Kanal on the shelf: what the office remembers of its channels and of people's phones."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from chalicelib.store import Delete, Harap, Item, Operasi, Put, Store
from schemas.pegawai import Pegawai

JEDA = timedelta(seconds=6)
"""Between two messages to one person (the provider's pair limit)."""


def henti_sampai(store: Store, kanal: str, kini: datetime) -> datetime | None:
    """The moment until which a channel rests."""
    item = store.get("KANAL", kanal)
    sampai = datetime.fromisoformat(str(item.body["sampai"])) if item else None
    return sampai if sampai and sampai > kini else None


def hentikan(store: Store, kanal: str, sampai: datetime, alasan: str) -> Put:
    """Let a channel rest, with the reason the administrator reads."""
    return Put("KANAL", kanal, {"sampai": sampai.isoformat(), "alasan": alasan})


def hanya(kanal: str, kode: str) -> str:
    """The name under which one kind of message rests, while the channel works: its template is not approved."""
    return f"{kanal}#{kode}"


def jalankan(apa: str) -> Delete:
    """It works again."""
    return Delete("KANAL", apa)


def semua_henti(store: Store) -> list[tuple[str, str, datetime]]:
    """(channel, reason, until) of every channel that was ever stopped."""
    isi, _ = store.query("KANAL")
    return [(i.sk, str(i.body["alasan"]), datetime.fromisoformat(str(i.body["sampai"]))) for i in isi]


def giliran(store: Store, hari: date, kepada: str, kini: datetime, orang_per_hari: int) -> datetime | None:
    """When his turn comes, if not now: he just had one, or today's number of people is used up and he is not among them."""
    punya = store.get(f"KUOTA#{hari}", f"ORANG#{kepada}")
    if punya:
        boleh = datetime.fromisoformat(str(punya.body["terakhir"])) + JEDA
        return boleh if boleh > kini else None
    jumlah = store.get(f"KUOTA#{hari}", "JUMLAH")
    if jumlah and int(str(jumlah.body["orang"])) >= orang_per_hari:
        return kini + timedelta(hours=1)
    return None


def orang_hari_ini(store: Store, hari: date) -> int:
    """How many people were written to on this day, where the channel counts them."""
    jumlah = store.get(f"KUOTA#{hari}", "JUMLAH")
    return int(str(jumlah.body["orang"])) if jumlah else 0


def catat_giliran(store: Store, hari: date, kepada: str, kini: datetime) -> list[Operasi]:
    """Count him among the people of today, as writes."""
    pk, lewat = f"KUOTA#{hari}", int((kini + timedelta(days=2)).timestamp())
    punya = store.get(pk, f"ORANG#{kepada}")
    operasi: list[Operasi] = [Put(pk, f"ORANG#{kepada}", {"terakhir": kini.isoformat()}, expires=lewat)]
    if punya is None:
        jumlah = store.get(pk, "JUMLAH")
        isi, harap = (
            ({"orang": int(str(jumlah.body["orang"])) + 1}, jumlah.version) if jumlah else ({"orang": 1}, Harap.TIADA)
        )
        operasi.append(Put(pk, "JUMLAH", isi, expect=harap, expires=lewat))
    return operasi


def berhenti(store: Store, akun: str) -> bool:
    """Has he asked for no messages but those he is owed?"""
    return store.get("BERHENTI", akun) is not None


def pilih_berhenti(akun: str, kini: datetime) -> Put:
    """He wants no more."""
    return Put("BERHENTI", akun, {"sejak": kini.isoformat()})


def pilih_mulai(akun: str) -> Delete:
    """He wants them again."""
    return Delete("BERHENTI", akun)


def nomor_mati(orang: Pegawai, tujuan: str, kini: datetime, alasan: str) -> Put:
    """His number is dead: work for the pengelola of his OPD."""
    isi = {"tujuan": tujuan, "sejak": kini.isoformat(), "alasan": alasan}
    urut = f"{kini.isoformat()}#{orang.id}"
    return Put(f"NOMOR-MATI#{orang.opd or '-'}", orang.id, isi, index={"g1": ("NOMOR-MATI", urut)})


class Mati(NamedTuple):
    """A number that failed for good."""

    pegawai: str
    tujuan: str
    sejak: datetime
    alasan: str


def daftar_mati(store: Store, opd: str, batas: int = 50, kursor: str | None = None) -> tuple[list[Mati], str | None]:
    """An OPD's dead numbers, and where to go on."""
    isi, lanjut = store.query(f"NOMOR-MATI#{opd}", limit=batas, cursor=kursor)
    return [_mati(i) for i in isi], lanjut


def semua_mati(store: Store, batas: int = 50, kursor: str | None = None) -> tuple[list[Mati], str | None]:
    """The dead numbers of every OPD, newest first."""
    isi, lanjut = store.query("NOMOR-MATI", index="g1", limit=batas, cursor=kursor, reverse=True)
    return [_mati(i) for i in isi], lanjut


def _mati(item: Item) -> Mati:
    isi = item.body
    return Mati(item.sk, str(isi["tujuan"]), datetime.fromisoformat(str(isi["sejak"])), str(isi["alasan"]))


def nomor_hidup(orang: Pegawai) -> Delete:
    """He has another number."""
    return Delete(f"NOMOR-MATI#{orang.opd or '-'}", orang.id)
