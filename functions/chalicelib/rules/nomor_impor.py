"""A file of telephone numbers: which heading is which column, and each row as a person's number or a refusal with its way out. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.rules import telepon
from chalicelib.rules.baca_sel import Sel, teks
from chalicelib.rules.daftar_asn import Temuan
from chalicelib.rules.kolom_asn import KOLOM as KOLOM_ASN
from chalicelib.rules.kolom_asn import slug
from chalicelib.rules.nip_asn import Sekitar, Tolak, baca_nip_sel

LABEL = {"nip": "NIP", "nomor": "Nomor seluler"}
ALIAS = {
    "nip": (*KOLOM_ASN["nip"], "nip pegawai"),
    "nomor": (
        "nomor baru", "no hp baru", *KOLOM_ASN["telepon"], "nomor handphone", "no handphone", "handphone", "nomor telepon seluler",
        "nomor seluler", "no telepon", "telp", "whatsapp", "no whatsapp", "wa", "nomor wa",
    ),
}  # fmt: skip
"""Headings by which each column is known, the best first: the list of dead numbers comes back with `nomor_baru` filled in."""
BERSAMA_TERBANYAK = 3
"""A family may share a phone; a number at more people than this is the desk's that filled in the form."""
BULAT = "000000"
"""So many zeros at its end has a number that a spreadsheet rounded."""


@dataclass(frozen=True)
class NomorTerbaca:
    """One person's row: the sheet's row number, his NIP, his number (E.164), how many numbers stood in the cell."""

    baris: int
    nip: str
    nomor: str
    banyak: int = 1


@dataclass
class HasilNomor:
    """What was read: `orang` by NIP in order of the sheet, refusals per row, `kosong` rows without a number."""

    jumlah: int = 0
    kosong: int = 0
    orang: dict[str, NomorTerbaca] = field(default_factory=dict)
    ditolak: list[Temuan] = field(default_factory=list)
    beda: dict[str, NomorTerbaca] = field(default_factory=dict)
    """NIPs that the file gives several numbers: none of them is taken."""


def tebak(judul: Sequence[str]) -> dict[str, str]:
    """Column -> heading, as far as the headings tell."""
    ada = {slug(j): j for j in reversed(judul) if j}
    return {
        n: cocok for n, semua in ALIAS.items() if (cocok := next((ada[s] for a in semua if (s := slug(a)) in ada), ""))
    }


def mengenal(judul: Sequence[str]) -> bool:
    """True for the heading row of a file of numbers."""
    return tebak(judul).keys() == ALIAS.keys()


def letakkan(judul: Sequence[str], kolom: Mapping[str, str]) -> dict[str, int]:
    """Column -> its place. Raises TakSah naming each column that is not pointed out or not there."""
    letak = {j: i for i, j in reversed(list(enumerate(judul)))}
    temuan = [
        TemuanGalat("kolom-kurang", f"Tunjuk kolom untuk {sebut}.", n) for n, sebut in LABEL.items() if n not in kolom
    ]
    temuan += [
        TemuanGalat("kolom-tiada", f"Kolom “{j}” tidak ada dalam berkas ini.", n)
        for n, j in kolom.items()
        if j not in letak
    ]
    temuan += [TemuanGalat("tak-dikenal", f"“{n}” bukan kolom nomor telepon.", n) for n in kolom if n not in LABEL]
    if temuan:
        petunjuk = "Tunjuk kolom NIP dan kolom nomor, lalu periksa lagi."
        raise TakSah(" ".join(t.pesan for t in temuan), kode=temuan[0].kode, petunjuk=petunjuk, temuan=temuan)
    return {n: letak[j] for n, j in kolom.items()}


def baca(baris: Sequence[Sequence[Sel]], letak: Mapping[str, int], *, hari_ini: date, mulai: int = 2) -> HasilNomor:
    """Every row. `letak`: column -> place; `mulai`: the sheet's number of the first row."""
    hasil = HasilNomor()
    for nomor, satu in enumerate(baris, start=mulai):
        nip, isi = (satu[letak[n]] if letak[n] < len(satu) else None for n in LABEL)
        if not teks(nip) and not teks(isi):
            continue
        hasil.jumlah += 1
        if not teks(isi):
            hasil.kosong += 1
            continue
        try:
            _masukkan(
                hasil, NomorTerbaca(nomor, baca_nip_sel(nip, Sekitar(None, None, None), hari_ini)[0], *_nomor(isi))
            )
        except Tolak as tolak:
            hasil.ditolak.append(Temuan(nomor, tolak.kode, tolak.pesan))
    _tolak_ramai(hasil)
    hasil.ditolak.sort(key=lambda t: t.baris)
    return hasil


def _nomor(isi: Sel) -> tuple[str, int]:
    nomor, banyak = telepon.baca_sel(teks(isi))
    if nomor is None:
        raise Tolak(*telepon.sebab(teks(isi)))
    if nomor.endswith(BULAT):
        pesan = "Nomor ini berakhir dengan deretan nol; mungkin dibulatkan lembar kerja. Bila memang benar, catat di halaman orangnya."
        raise Tolak("nomor-bulat", pesan)
    return nomor, banyak


def _masukkan(hasil: HasilNomor, b: NomorTerbaca) -> None:
    lama = hasil.orang.get(b.nip) or hasil.beda.get(b.nip)
    if lama and (lama.nomor != b.nomor or b.nip in hasil.beda):
        if hasil.orang.pop(b.nip, None):
            hasil.ditolak.append(_dua(lama.baris, b.baris))
        hasil.beda[b.nip] = lama
        raise Tolak("nip-dua-nomor", _dua(b.baris, lama.baris).pesan)
    hasil.orang.setdefault(b.nip, b)


def _dua(baris: int, lain: int) -> Temuan:
    return Temuan(
        baris, "nip-dua-nomor", f"Baris {lain} menyebut nomor lain untuk NIP ini. Sisakan satu baris yang benar."
    )


def _tolak_ramai(hasil: HasilNomor) -> None:
    pemakai: dict[str, list[NomorTerbaca]] = defaultdict(list)
    for b in hasil.orang.values():
        pemakai[b.nomor].append(b)
    for semua in pemakai.values():
        if len(semua) <= BERSAMA_TERBANYAK:
            continue
        for b in semua:
            del hasil.orang[b.nip]
            pesan = (
                f"Nomor yang sama tertulis untuk {len(semua)} orang; mungkin nomor pengisi. Minta nomor masing-masing."
            )
            hasil.ditolak.append(Temuan(b.baris, "nomor-banyak-orang", pesan))
