"""Which heading of a table of histories is which fact, and of which kind the table is. Guessed by letters and alias; a saved
mapping of the same source goes before the guess. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.rules.kolom_asn import KOLOM as KOLOM_ASN
from chalicelib.rules.kolom_asn import slug
from schemas.fakta import JENIS_RIWAYAT, KOLOM, SEBUTAN_FAKTA, JenisFakta

NIP = "nip"
SUMBER = "sumber"
"""The decree's number, kept with each row as what it rests on."""
JUDUL_SUMBER = ("nomor sk", "sk nomor", "no sk", "nomor surat", "sumber")
PALING_SEDIKIT = 2


class Peta(NamedTuple):
    """The kind of the table, and which heading (as it stands) tells which column."""

    jenis: JenisFakta
    kolom: dict[str, str]


def alias(jenis: JenisFakta) -> dict[str, tuple[str, ...]]:
    """Column -> slugs of the headings it is met under, the best first."""
    semua = {k.nama: (k.label, k.nama, *k.judul) for k in KOLOM[jenis]}
    semua |= {NIP: KOLOM_ASN["nip"], SUMBER: JUDUL_SUMBER}
    return {n: tuple(dict.fromkeys(map(slug, isi))) for n, isi in semua.items()}


def tebak_kolom(judul: Sequence[str], jenis: JenisFakta) -> dict[str, str]:
    """Column -> heading for one kind; a heading serves one column."""
    ada = {slug(j): j for j in reversed(judul) if j}
    hasil: dict[str, str] = {}
    for nama, semua in alias(jenis).items():
        if cocok := next((ada[s] for s in semua if s in ada and ada[s] not in hasil.values()), None):
            hasil[nama] = cocok
    return hasil


def mengenal(judul: Sequence[str]) -> bool:
    """True for the heading row of a table of histories: a NIP and one kind's columns."""
    return tebak(judul) is not None


def tebak(judul: Sequence[str]) -> Peta | None:
    """The kind whose required columns are all there; of several the one that explains most headings."""
    calon = []
    for jenis in JENIS_RIWAYAT:
        kolom = tebak_kolom(judul, jenis)
        if {NIP, *(k.nama for k in KOLOM[jenis] if k.wajib)} <= kolom.keys():
            calon.append((len(kolom), jenis, kolom))
    calon.sort(key=lambda c: -c[0])
    if not calon or (len(calon) > 1 and calon[0][0] == calon[1][0]):
        return None
    return Peta(calon[0][1], calon[0][2])


def periksa(judul: Sequence[str], jenis: JenisFakta, kolom: Mapping[str, str]) -> dict[str, int]:
    """Column -> its place. Raises TakSah naming each required column without a heading, or a heading that is not there."""
    letak = {j: i for i, j in reversed(list(enumerate(judul)))}
    label = {NIP: "NIP", SUMBER: "Sumber"} | {k.nama: k.label for k in KOLOM[jenis]}
    wajib = [NIP, *(k.nama for k in KOLOM[jenis] if k.wajib)]
    temuan = [TemuanGalat("kolom-kurang", f"Tunjuk kolom untuk {label[n]}.", n) for n in wajib if n not in kolom]
    temuan += [
        TemuanGalat("kolom-tiada", f"Kolom “{j}” tidak ada dalam berkas ini.", n)
        for n, j in kolom.items()
        if j not in letak
    ]
    temuan += [
        TemuanGalat("tak-dikenal", f"“{n}” bukan kolom {SEBUTAN_FAKTA[jenis]}.", n) for n in kolom if n not in label
    ]
    if temuan:
        raise TakSah(
            " ".join(t.pesan for t in temuan),
            kode=temuan[0].kode,
            petunjuk=f"Berkas ini dibaca sebagai {SEBUTAN_FAKTA[jenis]}. Pilih jenisnya dan tunjuk kolomnya.",
            temuan=temuan,
        )
    return {n: letak[j] for n, j in kolom.items()}
