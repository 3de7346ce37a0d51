"""Scripts and style: gathered, lightened, and put in one folder named by the hash of everything in it."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

import rcssmin

from sitebuild.tolak import SitusRusak

TEMPLAT = Path(__file__).parent.parent / "templates"
_IMPOR = re.compile(r"""^import ?(?:[^'"\n]* ?from ?)?'(\.[^'\n]+)';$""", re.MULTILINE)
_TULISAN = re.compile(
    r"""('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`\n]*`|(?<=[( ])/(?:[^/\\\n ]|\\.)(?:[^/\\\n]|\\.)*/)"""
)
_RENGGANG = re.compile(
    r" (=>|===|!==|&&|\|\||\?\?=|\?\?|\+=|=|[{?:+*<>]|[<>]=) |(?<=\)) (?=\{)|(?<=\bif) (?=\()|(?<=\bfor) (?=\()|(?<=,) |(?<=\w:) "
    r"|(?<=[)\]]) (?=[\w!])|(?<=\w)(?<!import) (?=[\[({!])|(?<=;) (?!/)| (?=\})| ([-/%]) |[;,](?=\s*\})|,(?=\s*[\])])"
)
_PANAH = re.compile(r"(?<![\w ])\((\w+)\)=>")
_KEPALA = re.compile(r"^import (?:(\{.*\}) from )?'", re.MULTILINE)
_SAMBUNG = re.compile(r"\n(?=[}\])])|(?<=[;{,(\[])(?<!';)\n(?!import |export )")
_KOMENTAR = re.compile(r"^[ \t]*(?:/\*.*?\*/[ \t]*|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


def ringankan(teks: str, nama: str = "") -> str:
    """A module without comments, blank lines and indentation.

    A template literal over several lines is refused, since a line of it might look like a comment.
    """
    for nomor, baris in enumerate(teks.splitlines(), 1):
        if baris.count("`") % 2:
            raise SitusRusak(f"{nama}:{nomor}: keep a template literal on one line")
    return _sambung(_rapatkan(re.sub(r"\n\s+", "\n", _KOMENTAR.sub("", teks)).lstrip("\n")))


def _sambung(teks: str) -> str:
    """Without the line ends that mean nothing; each import and export keeps its own line, where the press looks for it."""
    if " // " in teks:
        return teks
    return _KEPALA.sub(lambda c: f"import{c[1]}from'" if c[1] else "import'", _SAMBUNG.sub("", teks))


def _rapatkan(teks: str) -> str:
    """Without what the language does not need: spaces around operators, last commas, brackets around one name; not in quotes."""
    bagian = _TULISAN.split(teks)
    return "".join(
        b if i % 2 else _PANAH.sub(r"\1=>", _RENGGANG.sub(lambda c: c[1] or c[2] or "", b))
        for i, b in enumerate(bagian)
    )


def modul(akar: Path = TEMPLAT) -> dict[str, str]:
    """Every module by its path below templates/ ("js/dom.mjs" -> text). Refused: a name that servers keep to themselves."""
    if tersembunyi := [str(jalur) for jalur in akar.rglob("_*.mjs")]:
        raise SitusRusak(*(f"{jalur}: files whose names begin with _ are never served" for jalur in tersembunyi))
    return {
        str(jalur.relative_to(akar)): ringankan(jalur.read_text("utf-8"), jalur.name)
        for jalur in sorted(akar.rglob("*.mjs"))
    }


def impor(nama: str, isi: dict[str, str]) -> list[str]:
    """The module and everything it imports at start, nearest first; a missing one is refused."""
    hasil, antre = [], [nama]
    while antre:
        kini = antre.pop(0)
        if kini in hasil:
            continue
        if kini not in isi:
            raise SitusRusak(f"{nama}: there is no module {kini}")
        hasil.append(kini)
        antre += [_jalur(kini, tujuan) for tujuan in _IMPOR.findall(isi[kini])]
    return hasil


def _jalur(dari: str, tujuan: str) -> str:
    bagian: list[str] = dari.split("/")[:-1]
    for potong in tujuan.split("/"):
        if potong == "..":
            bagian.pop()
        elif potong != ".":
            bagian.append(potong)
    return "/".join(bagian)


@cache
def gaya(akar: Path = TEMPLAT) -> str:
    """All CSS as one string: css/*.css by name, then each component's style.css. It is inlined in every page."""
    jalur = [*sorted((akar / "css").glob("*.css")), *sorted((akar / "components").glob("*/style.css"))]
    return str(rcssmin.cssmin("\n".join(j.read_text("utf-8") for j in jalur)))


def cap(*isi: str | bytes) -> str:
    """Ten hex digits that stand for this content."""
    hash_ = hashlib.sha256()
    for bagian in isi:
        hash_.update(bagian.encode() if isinstance(bagian, str) else bagian)
    return hash_.hexdigest()[:10]
