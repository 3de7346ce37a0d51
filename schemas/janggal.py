"""Janggal: facts that contradict each other: what each contradiction means, whose work it is, where it is put right."""

from __future__ import annotations

from typing import Literal, NamedTuple

from schemas.dasar import Id, Model
from schemas.fakta import JenisFakta

Pemilik = Literal["pns", "pengelola_opd", "bkpsdm"]
DASAR_NIP = "Perka BKN 22/2007"
DASAR_KP = "PP 99/2000 jo. PP 12/2002"


class MaknaJanggal(NamedTuple):
    """A contradiction in a few words, who must see to it, in which history, and on what the expectation rests."""

    arti: str
    pemilik: Pemilik
    fakta: JenisFakta
    dasar: str


JANGGAL: dict[str, MaknaJanggal] = {
    "nip-janggal": MaknaJanggal("Angka NIP tidak mungkin", "bkpsdm", JenisFakta.DATA_DIRI, DASAR_NIP),
    "nip-kelamin-beda": MaknaJanggal("Jenis kelamin berbeda dari NIP", "pengelola_opd", JenisFakta.DATA_DIRI, DASAR_NIP),
    "nip-lahir-beda": MaknaJanggal("Tanggal lahir berbeda dari NIP", "pengelola_opd", JenisFakta.DATA_DIRI, DASAR_NIP),
    "nip-cpns-beda": MaknaJanggal("TMT CPNS berbeda dari NIP", "pengelola_opd", JenisFakta.GOLONGAN, DASAR_NIP),
    "golongan-mundur": MaknaJanggal("Golongan turun pada TMT yang lebih akhir", "pengelola_opd", JenisFakta.GOLONGAN, DASAR_KP),
    "tmt-kembar": MaknaJanggal("Satu TMT untuk dua golongan", "pengelola_opd", JenisFakta.GOLONGAN, DASAR_KP),
    "tmt-sebelum-cpns": MaknaJanggal("TMT golongan sebelum TMT CPNS", "pengelola_opd", JenisFakta.GOLONGAN, DASAR_KP),
    "tmt-beda-daftar": MaknaJanggal("TMT golongan pada daftar berbeda dari riwayat", "pengelola_opd", JenisFakta.GOLONGAN, DASAR_KP),
    "unit-tak-diketahui": MaknaJanggal("Unit kerja belum diketahui", "bkpsdm", JenisFakta.DATA_DIRI, "-"),
}  # fmt: skip


class Janggal(Model):
    """One contradiction of one person: its code, a sentence, and where to begin: a row's id, or a field of DATA_DIRI (None: no
    single one)."""

    kode: str
    pesan: str
    sasaran: Id | None = None
