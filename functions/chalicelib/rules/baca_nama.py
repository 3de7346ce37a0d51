"""Names in cells: as given, without what spreadsheets and pasting put around them; titles apart where the file has them in one."""

from __future__ import annotations

import re
from typing import NamedTuple

_RUMUS = re.compile(r"^[=+@-]")
_DALAM_KUTIP = re.compile(r'"([^"]*)"|“([^”]*)”')
_NAMA = re.compile(r"[^\W\d_][\w .,'’`()/-]*")
_DEPAN = re.compile(r"(?:(?:Prof|Drs?|Dra|drg|drh|dr|Ir|H|Hj|KH|apt|Apt)\.\s*)+(?=\S)")
_BELAKANG = re.compile(
    r"(?:[SMA]\.?\s?(?:Pd|Sos|H|E|T|Kom|Kep|ST|Si|M|Eng|Md|Ag|P|Hum|Ak|AP|IP|STP|KM|Kes|Farm|Psi|Gz|Keb|Th|Fil|Ked|Hut|Pt|Ec|Sc|A|Kn)(?:\.|\b).*"
    r"|S\.?ST.*|Sp\..*|Ns\.?|Ak\.?|CA\.?|Apt\.?|Ph\.?\s?D\.?|M\.?B\.?A\.?|B\.?Sc\.?|B\.?A\.?)",
    re.IGNORECASE,
)


class NamaTerbaca(NamedTuple):
    """A name and its titles; `rumus` when the cell held a formula; nama "" when nothing in it is a name."""

    nama: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    rumus: bool = False


def baca_nama(isi: str, depan: str = "", belakang: str = "") -> NamaTerbaca:
    """The cells of name and titles as the record keeps them. Titles are looked for inside the name only when the file has none apart."""
    rumus = bool(_RUMUS.match(isi))
    nama = _dari_rumus(isi) if rumus else isi
    if not (depan or belakang):
        depan, nama, belakang = pisah_gelar(nama)
    return NamaTerbaca(nama if _NAMA.match(nama) else "", depan, belakang, rumus)


def _dari_rumus(isi: str) -> str:
    """What such a cell would have shown: the last text in quotes that is a name; without quotes, what follows the sign."""
    kutip = [" ".join((a or b).split()) for a, b in _DALAM_KUTIP.findall(isi)]
    if kutip:
        return next((k for k in reversed(kutip) if _NAMA.fullmatch(k) and "://" not in k), "")
    sisa = isi.lstrip("=+-@ ")
    return sisa if _NAMA.fullmatch(sisa) and not re.search(r"[()!]|[0-9]", sisa) else ""


def pisah_gelar(nama: str) -> tuple[str, str, str]:
    """("Drs.", "SUWARNO", "M.Si.") of "Drs. SUWARNO, M.Si."; what is not surely a title stays in the name."""
    depan = m[0].strip() if (m := _DEPAN.match(nama)) else ""
    sisa = nama[len(m[0]) :] if m else nama
    pokok, koma, ekor = sisa.partition(",")
    belakang = (
        ekor.strip(" ,") if koma and all(_BELAKANG.fullmatch(b.strip()) for b in ekor.strip(" ,").split(",")) else ""
    )
    return depan, (pokok if belakang else sisa).strip(), belakang
