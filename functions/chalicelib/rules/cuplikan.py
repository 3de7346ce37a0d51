"""Cuplikan: a snapshot of everybody's name, and finding in it. Immutable once made; every process holds one. Pure.

A word typed is compared with the vocabulary of all names (some thousands of words), not with every name: exact, as the
beginning of a word, or near by `rapidfuzz`; then people are ranked by how well all words of the question were met.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from chalicelib.rules.nama import TERPANJANG, kata_nama, longgar

VERSI = 1
PANJANG_NIP = 18
_SEBUT_NIP = re.compile(r"\bnip\b", re.IGNORECASE)
MIRIP = 0.72
"""How alike two words must be to be taken for one mistyped."""
JAUH = 0.5
"""The same where otherwise there would be silence: it makes the nearest, never a hit."""
INISIAL = 0.85
COCOK = 0.80
"""Mean likeness from which a person counts as a hit; below, he is at best among the nearest."""


class Orang(NamedTuple):
    """One row: opaque id, numbers, printed name, path of unit ids from the OPD down."""

    id: str
    nip: str
    nip_lama: str
    nama: str
    jalur: tuple[str, ...]


class Hasil(NamedTuple):
    """Ids of a page, best first. `terdekat`: nothing fits, these are the nearest. `jumlah` of all pages; `sebaran` how many of
    them work in or below each unit one step down from where was looked."""

    isi: tuple[str, ...]
    terdekat: bool
    jumlah: int = 0
    sebaran: Mapping[str, int] = {}


class Cuplikan:
    """Everybody, with what the search needs worked out once."""

    def __init__(self, orang: Iterable[Orang]) -> None:
        self.orang = tuple(orang)
        self.kata = tuple(tuple(kata_nama(o.nama)) for o in self.orang)

    @cached_property
    def kosakata(self) -> tuple[tuple[str, ...], dict[str, list[tuple[int, int]]]]:
        """(all loose words, word -> who bears it). Two neighbours written as one word are a word too."""
        punya: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for i, kata in enumerate(self.kata):
            lembut = [longgar(k) for k in kata]
            for k in dict.fromkeys(lembut):
                punya[k].append((i, 1))
            for a, b in zip(lembut, lembut[1:], strict=False):
                punya[a + b].append((i, 2))
        return tuple(punya), dict(punya)


def susun(orang: Iterable[Orang]) -> Cuplikan:
    """A snapshot of these people."""
    return Cuplikan(orang)


def ganti(dasar: Cuplikan, berubah: Iterable[Orang]) -> Cuplikan:
    """The snapshot with these people in place of their earlier rows."""
    baru = {o.id: o for o in berubah}
    return Cuplikan([*(o for o in dasar.orang if o.id not in baru), *baru.values()])


def serialkan(c: Cuplikan) -> bytes:
    """Compressed JSON; 8,000 people take some 300 KB."""
    return zlib.compress(
        json.dumps({"v": VERSI, "orang": c.orang}, ensure_ascii=False, separators=(",", ":")).encode(), 6
    )


def baca(isi: bytes) -> Cuplikan:
    """What `serialkan` wrote."""
    data: Any = json.loads(zlib.decompress(isi))
    return Cuplikan(Orang(i, n, nl, nm, tuple(j)) for i, n, nl, nm, j in data["orang"])


class Tempat(NamedTuple):
    """Where is looked: who may be found (`lingkup`, None: everybody), narrowed to a `unit`; which part of the list."""

    lingkup: str | None
    unit: str | None
    batas: int
    lewati: int


def cari(  # noqa: PLR0913
    c: Cuplikan, teks: str, *, lingkup: str | None = None, unit: str | None = None, batas: int = 20, lewati: int = 0
) -> Hasil:
    """Find by name or part of a NIP among the people of `lingkup` (a unit id; None: everybody) who also work in or below `unit`.
    Never raises."""
    di = Tempat(lingkup, unit, batas, lewati)
    teks = teks[:TERPANJANG]
    angka = "".join(h for h in teks if h.isdecimal() and h.isascii())
    if len(angka) >= 4 and not any(h.isalpha() for h in _SEBUT_NIP.sub("", teks)):
        tepat = _menurut_nip(c, angka, lingkup)
        return _halaman(c, tepat or _mirip_nip(c, angka, lingkup), di, terdekat=not tepat)
    kata = [k for k in kata_nama(teks) if k]
    if not kata:
        return Hasil((), False)
    nilai = _nilai(c, kata, lingkup, MIRIP) or _nilai(c, kata, lingkup, JAUH)
    tepat = [(n, i) for i, n in nilai.items() if n >= COCOK]
    if tepat:
        return _halaman(c, tepat, di, terdekat=False)
    return _halaman(c, [(n, i) for i, n in nilai.items()], di._replace(batas=min(batas, 5)), terdekat=True)


def _menurut_nip(c: Cuplikan, angka: str, lingkup: str | None) -> list[tuple[float, int]]:
    return [
        (1.0 if angka in (o.nip, o.nip_lama) else 0.9 if o.nip.startswith(angka) else 0.8, i)
        for i, o in enumerate(c.orang)
        if (angka in o.nip or (o.nip_lama and angka in o.nip_lama)) and _masuk(o, lingkup)
    ]


def _mirip_nip(c: Cuplikan, angka: str, lingkup: str | None) -> list[tuple[float, int]]:
    """A whole NIP with a digit too few, too many, wrong, or two that changed places (domain 7.1)."""
    from rapidfuzz import distance, process

    if len(angka) < PANJANG_NIP - 2:
        return []
    dalam = {i: o.nip for i, o in enumerate(c.orang) if _masuk(o, lingkup)}
    serupa = process.extract(
        angka, dalam, scorer=distance.OSA.normalized_similarity, score_cutoff=1 - 2 / PANJANG_NIP, limit=5
    )
    return [(n, i) for _, n, i in serupa]


def _masuk(o: Orang, lingkup: str | None) -> bool:
    return lingkup is None or lingkup in o.jalur


def _halaman(c: Cuplikan, nilai: Sequence[tuple[float, int]], di: Tempat, *, terdekat: bool) -> Hasil:
    dalam = [x for x in nilai if _masuk(c.orang[x[1]], di.unit)]
    urut = sorted(dalam, key=lambda x: (-x[0], c.orang[x[1]].nama.casefold(), c.orang[x[1]].nip))
    isi = tuple(c.orang[i].id for _, i in urut[di.lewati : di.lewati + di.batas])
    sebaran = Counter(u for _, i in dalam if (u := _sebawah(c.orang[i].jalur, di.unit or di.lingkup)))
    return Hasil(isi, terdekat and bool(urut), len(dalam), sebaran)


def _sebawah(jalur: Sequence[str], unit: str | None) -> str:
    """The step of a path that follows `unit` (None: the first); "" where it ends there."""
    ke = jalur.index(unit) + 1 if unit else 0
    return jalur[ke] if ke < len(jalur) else ""


def _nilai(c: Cuplikan, kata: Sequence[str], lingkup: str | None, mirip: float) -> dict[int, float]:
    """How well each person meets the question: the mean over its words, a little more for a name met whole and in order."""
    hasil: dict[int, float] = {}
    for cara in _cara_tulis(kata):
        for i, n in _nilai_satu(c, cara, lingkup, mirip).items():
            hasil[i] = max(hasil.get(i, 0.0), n)
    return hasil


def _cara_tulis(kata: Sequence[str]) -> list[Sequence[str]]:
    """The question as typed, and with two neighbours written as one ("dwi rianto" may be DWIRIANTO)."""
    if not 2 <= len(kata) <= 4:
        return [kata]
    return [kata, *([*kata[:i], kata[i] + kata[i + 1], *kata[i + 2 :]] for i in range(len(kata) - 1))]


def _nilai_satu(c: Cuplikan, kata: Sequence[str], lingkup: str | None, batas: float) -> dict[int, float]:
    jumlah: dict[int, float] = defaultdict(float)
    for utuh in _satuan(kata):
        terbaik: dict[int, float] = {}
        for lembut, mirip in _serupa(c, utuh, batas).items():
            for i, lebar in c.kosakata[1][lembut]:
                if _masuk(c.orang[i], lingkup):
                    terbaik[i] = max(terbaik.get(i, 0.0), mirip - 0.01 * (lebar - 1))
        for i, n in terbaik.items():
            jumlah[i] += n
    banyak = len(kata)
    tanya = " ".join(kata)
    return {i: n / banyak + _bonus(c.kata[i], kata, tanya) for i, n in jumlah.items()}


def _satuan(kata: Sequence[str]) -> list[str]:
    return [longgar(k) for k in kata]


def _bonus(nama: Sequence[str], kata: Sequence[str], tanya: str) -> float:
    """Exactly this name, then all its words, then fewer words left over; never enough to beat a better likeness."""
    if " ".join(nama) == tanya:
        return 0.3
    sama = sum(k in nama for k in kata) / len(kata)
    return 0.1 * sama - 0.004 * max(0, len(nama) - len(kata))


def _serupa(c: Cuplikan, kata: str, batas: float) -> dict[str, float]:
    """Words of the vocabulary like this one, with their likeness 0..1. An initial stands for any word that begins so, on either side."""
    from rapidfuzz import distance, process  # nobody who does not search should wait for it

    semua = c.kosakata[0]
    if len(kata) == 1:
        return {w: INISIAL for w in semua if w.startswith(kata)}
    ada = {w: (1.0 if w == kata else 0.93) for w in semua if w.startswith(kata)}
    if len(kata) == 2:
        return ada
    if kata[0] in c.kosakata[1]:
        ada[kata[0]] = INISIAL
    for w, n, _ in process.extract(
        kata, semua, scorer=distance.Indel.normalized_similarity, score_cutoff=batas, limit=60
    ):
        ada[w] = max(ada.get(w, 0.0), n)
    for w, n, _ in process.extract(
        kata, semua, scorer=distance.JaroWinkler.normalized_similarity, score_cutoff=0.88, limit=60
    ):
        ada[w] = max(ada.get(w, 0.0), n - 0.05)
    return ada
