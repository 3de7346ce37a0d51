"""What every adapter checks before it dials: keys, bodies, sizes, and what an expectation means."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from chalicelib.galat import Terhenti
from chalicelib.store import BATAS_ISI, BATAS_OPERASI, BATAS_TULIS, Check, Harap, Harapan, Isi, Operasi, Put

T = TypeVar("T")
BATAS_KUNCI = 1_000
BATAS_HALAMAN = 200
INDEKS = ("g1", "g2", "g3", "g4", "g5")
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
_TAHUN_TERJAUH = 2**40


def mungkin(kunci: str) -> bool:
    """Whether a key of this text can exist: 1..1,000 bytes of UTF-8 without NUL."""
    return bool(kunci) and awalan_mungkin(kunci)


def awalan_mungkin(prefix: str) -> bool:
    """Whether any key can start with `prefix` (the empty one always)."""
    try:
        return len(prefix.encode()) <= BATAS_KUNCI and "\0" not in prefix
    except UnicodeEncodeError:
        return False


def cocok(harap: Harapan, versi: int) -> bool:
    """Whether an item at `versi` (0: absent or expired) is what was expected."""
    if harap is Harap.APA_PUN:
        return True
    return versi == (0 if harap is Harap.TIADA else harap)


def hidup(expires: int | None, kini: float) -> bool:
    """Whether an item with this expiry is still shown at `kini` (Unix seconds)."""
    return expires is None or expires >= kini


def teks_isi(body: Isi) -> str:
    """The body as compact JSON. ValueError when it is not JSON, holds NUL or a lone surrogate, or is over BATAS_ISI."""
    try:
        teks = json.dumps(dict(body), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, RecursionError) as sebab:
        raise ValueError(f"the body cannot be written as JSON: {sebab}") from sebab
    if "\\u0000" in teks and _NUL.search(teks):
        raise ValueError("the body holds NUL")
    if len(teks.encode()) > BATAS_ISI:
        raise ValueError(f"the body is over {BATAS_ISI} bytes; keep growing things in items of their own")
    return teks


def periksa(operations: Sequence[Operasi]) -> list[str]:
    """The JSON body of each operation ("" for those without). ValueError when the call is wrong in itself."""
    if len(operations) > BATAS_OPERASI:
        raise ValueError(f"{len(operations)} operations in one write; {BATAS_OPERASI} is the most")
    if len({(o.pk, o.sk) for o in operations}) < len(operations):
        raise ValueError("two operations of one write on the same item")
    teks = [_periksa_satu(o) for o in operations]
    if sum(_bobot(o, t) for o, t in zip(operations, teks, strict=True)) > BATAS_TULIS:
        raise ValueError(f"one write of more than {BATAS_TULIS} bytes")
    return teks


def periksa_limit(limit: int) -> None:
    """ValueError unless 1..200."""
    if not 1 <= limit <= BATAS_HALAMAN:
        raise ValueError(f"limit {limit}: a page has 1 to {BATAS_HALAMAN} items")


def terhenti(sebab: Exception) -> Terhenti:
    """The refusal when the engine does not answer; the log gets the kind of trouble, never the content."""
    return Terhenti(
        "Penyimpanan data sedang tidak menjawab.",
        petunjuk="Tunggu sebentar, lalu coba lagi. Yang sudah tersimpan tidak hilang.",
        sebab=type(sebab).__name__,
    )


def _periksa_satu(o: Operasi) -> str:
    _periksa_kunci(o.pk, o.sk)
    if not isinstance(o.expect, Harap) and (isinstance(o.expect, bool) or o.expect < 1):
        raise ValueError(f"versions start at 1, not {o.expect}")
    return _periksa_put(o) if isinstance(o, Put) else ""


def _periksa_put(o: Put) -> str:
    for nama, pasangan in o.index.items():
        if nama not in INDEKS:
            raise ValueError(f"no index {nama}")
        _periksa_kunci(*pasangan)
    if o.expires is not None and not 0 <= o.expires < _TAHUN_TERJAUH:
        raise ValueError(f"expires {o.expires}: Unix seconds")
    return teks_isi(o.body)


def _periksa_kunci(*kunci: str) -> None:
    if not all(mungkin(k) for k in kunci):
        raise ValueError(f"a key is 1 to {BATAS_KUNCI} bytes of UTF-8 without NUL")


def _bobot(o: Operasi, teks: str) -> int:
    kunci = [o.pk, o.sk]
    if isinstance(o, Put):
        kunci += [k for pasangan in o.index.values() for k in pasangan]
    return sum(len(k.encode()) for k in kunci) + len(teks.encode())


def tanpa_dampak(o: Operasi) -> bool:
    """A check that expects anything checks nothing."""
    return isinstance(o, Check) and o.expect is Harap.APA_PUN


def seikat(isi: Iterable[T], banyak: int) -> Iterator[list[T]]:
    """The things in lists of `banyak`, the last one shorter."""
    terus = iter(isi)
    while ikat := list(islice(terus, banyak)):
        yield ikat


def sesudah_awalan(prefix: str) -> str:
    """The least text above everything that starts with `prefix`; empty when there is none."""
    for panjang in range(len(prefix), 0, -1):
        huruf = ord(prefix[panjang - 1])
        if huruf < 0x10FFFF:
            return prefix[: panjang - 1] + chr(0xE000 if huruf == 0xD7FF else huruf + 1)
    return ""
