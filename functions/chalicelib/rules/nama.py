"""Fold a name so that old and new spelling, titles and habits of writing meet (domain 7.2, 7.3).

Only the Latin letters and digits of a name survive; a name in another script folds to "".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TERPANJANG = 160
"""Characters of a name that are read; the longest name of the roster has some sixty."""

_GELAR_DEPAN = (
    "prof dr drs dra drg drh ir h hj kh apt ns r rr rm rd ra raden krt kyai ust ustadz bpk bapak pak ibu bu sdr sdri"
)
GELAR_DEPAN = frozenset(_GELAR_DEPAN.split())
_GELAR_BELAKANG = (
    "spd spdi spdsd spdk spdaud sag ssos ssosi sh shi se sei st stp skom skep skepns skm ssi ssit sst sstp sip "
    "sap sp spt shut sikom sfarm sgz spsi shum ssn skh sked skg sab sak spi str strkeb strkes strkep strip "
    "stra msi mpd mpdi mm mh mhum mkes mkom meng msc mt mag map mip mp mak mba mma mmpd mkep mkm mph mikom "
    "mpsi mars msos mds amd amdkep amdkeb amdkes amdkom amdak amdpd amak ama amapd amapdsd spa spog spb sppd "
    "spm spkk span sprad spjp sppk spot spkj ak ca cpa ba ma phd ners ns apt lc llm bsc drs dra"
)
GELAR_BELAKANG = frozenset(_GELAR_BELAKANG.split())
SAMBUNG = frozenset({"bin", "binti", "alias"})

_TANDA = str.maketrans("", "", "'`´‘’ʼ\"")
_OCR = str.maketrans("01358", "olesb")
_KATA_UTUH = (
    (re.compile(r"m[uo](?:ch|kh|h)?am+[ae][dt]|m[uo](?:ch|kh|h)|mhd|md|mohd|muhd"), "muhamad"),
    (re.compile(r"abd|abd(?:u|oe)[lrsznt]"), "abdul"),
    (re.compile(r"ach|a(?:ch|kh|h)m[ae]*[dt]"), "ahmad"),
    (re.compile(r"n(?:oe|oo|uu|u)r"), "nur"),
)
_KETAT = tuple(
    (re.compile(pola), ganti)
    for pola, ganti in (
        (r"^abd(?:u|oe)([rsztdn])\1?(?=[aiou])", r"abdul\1"),
        (r"oe", "u"),
        (r"dj", "j"),
        (r"tj", "c"),
        (r"nj(?=[aiueo])", "ny"),
        (r"sj", "sy"),
        (r"ch(?=and|int)", "c"),
        (r"ch(?=rist)|ck|q", "k"),
        (r"[ck]h", "h"),
        (r"x", "ks"),
        (r"([tdbgs])h", r"\1"),
        (r"dz", "z"),
        (r"ae|oi|ei", "ai"),
        (r"ie(?![a-z])|ie(?=[^aiueo])", "i"),
        (r"iy(?=[aiueo])", "i"),
        (r"(?<=[bcdfghjklmpqrtvwz])y(?=[aiueo])", "i"),
        (r"y(?![aiueo])", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_LONGGAR = tuple(
    (re.compile(pola), ganti)
    for pola, ganti in (
        (r"ph|[fv]", "p"),
        (r"z|ts(?=[aiueo])", "s"),
        (r"j", "y"),
        (r"iy(?=[aiueo])", "i"),
        (r"(?<=[bcdghklmprtw])y(?=[aiueo])", "i"),
        (r"y(?![aiueo])", "i"),
        (r"uw(?=[aiueo])", "u"),
        (r"a(?!i)", "o"),
        (r"(?<=[aiueo])h$", ""),
        (r"(.)\1+", r"\1"),
    )
)


def polos(teks: str) -> str:
    """Lower-case letters, digits and single spaces of `teks`; marks gone, digits of any script made 0-9."""
    urai = unicodedata.normalize("NFKD", teks[:TERPANJANG].translate(_TANDA)).lower()
    huruf = (str(unicodedata.decimal(h, h)) for h in urai if not unicodedata.combining(h))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(huruf)))


def pisah_gelar(kata: list[str]) -> tuple[list[str], list[str]]:
    """Plain words -> (words of the name, titles taken off the end); a name is never stripped to nothing."""
    awal = 0
    while awal < len(kata) - 1 and kata[awal] in GELAR_DEPAN:
        awal += 1
    kata = kata[awal:]
    akhir = next((i for i in range(1, len(kata)) if _semua_gelar(tuple(kata[i:]))), len(kata))
    return kata[:akhir], kata[akhir:]


def _semua_gelar(kata: tuple[str, ...]) -> bool:
    """True when `kata` can be cut into back titles of one to four pieces ("s pd", "s kep ns", "amd")."""
    return not kata or any(
        "".join(kata[:n]) in GELAR_BELAKANG and _semua_gelar(kata[n:]) for n in range(1, min(4, len(kata)) + 1)
    )


def kata_nama(nama: str) -> list[str]:
    """The words of a name in the strict fold, titles and bin/binti gone: "Drs. SOEKARJO, M.Si." -> ["sukarjo"]."""
    return lipat_kata(pisah_gelar(polos(nama).split())[0])


def lipat_kata(kata: list[str]) -> list[str]:
    """Plain words of a name without titles -> the same words in the strict fold."""
    if len(kata) > 1:
        kata = ["siti" if kata[0] == "st" else kata[0], *(k for k in kata[1:] if k not in SAMBUNG)]
    return [ketat(k) for k in kata]


@lru_cache(maxsize=65536)
def ketat(kata: str) -> str:
    """One plain word -> its strict fold (upper half of the table in domain 7.3)."""
    if not kata.isdigit():
        kata = kata.translate(_OCR)
    for pola, ganti in _KATA_UTUH:
        if pola.fullmatch(kata):
            return ganti
    for pola, ganti in _KETAT:
        kata = pola.sub(ganti, kata)
    return kata


@lru_cache(maxsize=65536)
def longgar(kata: str) -> str:
    """One word in the strict fold -> its loose fold (f/v/p, z/s, j/y, a/o)."""
    for pola, ganti in _LONGGAR:
        kata = pola.sub(ganti, kata)
    return kata


def lipat(nama: str) -> str:
    """The strict fold: "Drs. Achmad DJOKO Soepeno, M.Si." -> "ahmad joko supeno"."""
    return " ".join(kata_nama(nama))


def lipat_longgar(nama: str) -> str:
    """The loose fold, where f/v/p, z/s, j/y and the Javanese a/o are one: "Widjojo", "Wijaya" -> "wioyo"."""
    return " ".join(map(longgar, kata_nama(nama)))
