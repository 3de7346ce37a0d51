"""Kanal on the shelf: what the office remembers of its channels and of people's phones."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from chalicelib.store import Delete, Harap, Item, Operasi, Put, Store
from schemas.pegawai import Pegawai

JEDA = timedelta(seconds=6)
"""Between two messages to one person (the provider's pair limit)."""


class Laju(NamedTuple):
    """How often one may be written to: people a day (0: any), and the pause after an ordinary notice (0: none)."""

    orang_per_hari: int
    jeda: timedelta


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


def giliran(store: Store, hari: date, kepada: str, kini: datetime, laju: Laju) -> datetime | None:
    """When his turn comes, if not now: he just had one, or today's number of people is used up and he is not among them."""
    punya = store.get(f"KUOTA#{hari}", f"ORANG#{kepada}")
    if punya:
        boleh = datetime.fromisoformat(str(punya.body["terakhir"])) + JEDA
        if laju.jeda and (biasa := punya.body.get("biasa")):
            boleh = max(boleh, datetime.fromisoformat(str(biasa)) + laju.jeda)
        if boleh > kini:
            return boleh
    if not laju.orang_per_hari or (punya and punya.body.get("dihitung")):
        return None
    penuh = orang_hari_ini(store, hari) >= laju.orang_per_hari
    return kini + timedelta(hours=1) if penuh else None


def orang_hari_ini(store: Store, hari: date) -> int:
    """How many people were written to on this day, where the channel counts them."""
    jumlah = store.get(f"KUOTA#{hari}", "JUMLAH")
    return int(str(jumlah.body["orang"])) if jumlah else 0


def catat_giliran(store: Store, hari: date, kepada: str, kini: datetime, laju: Laju) -> list[Operasi]:
    """He is written to now; counted among the people of today where the channel has a limit. As writes, of
    which two workers at once cannot both have theirs."""
    pk, lewat = f"KUOTA#{hari}", int((kini + timedelta(days=2)).timestamp())
    punya = store.get(pk, f"ORANG#{kepada}")
    isi = {**(punya.body if punya else {}), "terakhir": kini.isoformat()}
    if laju.jeda:
        isi["biasa"] = kini.isoformat()
    operasi: list[Operasi] = []
    if laju.orang_per_hari and not isi.get("dihitung"):
        isi["dihitung"] = True
        jumlah = store.get(pk, "JUMLAH")
        banyak, harap = (int(str(jumlah.body["orang"])) + 1, jumlah.version) if jumlah else (1, Harap.TIADA)
        operasi.append(Put(pk, "JUMLAH", {"orang": banyak}, expect=harap, expires=lewat))
    harap_orang = punya.version if punya else Harap.TIADA
    return [*operasi, Put(pk, f"ORANG#{kepada}", isi, expect=harap_orang, expires=lewat)]


def kunci_mati(orang: Pegawai) -> tuple[str, str]:
    """Where it is noted that his number is dead: with his OPD, whose work it is."""
    return f"NOMOR-MATI#{orang.opd or '-'}", orang.id


def nomor_mati(orang: Pegawai, tujuan: str, kini: datetime, alasan: str) -> Put:
    """His number is dead: work for the pengelola of his OPD."""
    isi = {"tujuan": tujuan, "sejak": kini.isoformat(), "alasan": alasan}
    urut = f"{kini.isoformat()}#{orang.id}"
    return Put(*kunci_mati(orang), isi, index={"g1": ("NOMOR-MATI", urut)})


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


def mati(store: Store, orang: Pegawai) -> bool:
    """Is the number that he has on record known to be dead?"""
    item = store.get(*kunci_mati(orang))
    return item is not None and item.body["tujuan"] == orang.telepon


def nomor_hidup(orang: Pegawai) -> Delete:
    """He has another number."""
    return Delete(*kunci_mati(orang))


def pindahkan_mati(store: Store, lama: Pegawai, baru: Pegawai) -> tuple[Operasi, ...]:
    """His dead number becomes the work of his new OPD; nothing where it is not dead."""
    item = store.get(*kunci_mati(lama))
    if item is None:
        return ()
    return nomor_hidup(lama), Put(*kunci_mati(baru), item.body, index=item.index)
