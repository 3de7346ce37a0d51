"""Words in Markdown -> HTML. Raw HTML in them is shown as text, never obeyed."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

KONTEN = Path(__file__).parent.parent / "content"


def naskah(nama: str, **ganti: str) -> Markup:
    """The text content/`nama` as HTML; `{telepon}` and the like are replaced, headings get an id to link to."""
    teks = (KONTEN / nama).read_text("utf-8")
    for kunci, nilai in ganti.items():
        teks = teks.replace("{" + kunci + "}", nilai)
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(teks)
    return Markup(re.sub(r"<h2>(.*?)</h2>", _berjangkar, html))


def _berjangkar(cocok: re.Match[str]) -> str:
    jangkar = re.sub(r"[^a-z0-9]+", "-", re.sub(r"<[^>]+>", "", cocok[1]).lower()).strip("-")
    return f'<h2 id="{jangkar}">{cocok[1]}</h2>'
