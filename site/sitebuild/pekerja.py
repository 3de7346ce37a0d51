"""The service worker: one classic script, made of its template and the two modules it shares with the pages."""

from __future__ import annotations

import json
import re

from schemas.peran import Peran
from sitebuild.aset import TEMPLAT, ringankan
from sitebuild.halaman import HALAMAN


def cangkang(aset: list[str]) -> dict[str, list[str]]:
    """What is kept on the device: {"umum": for everybody, "<peran>": added once a person of that role has signed in}."""
    umum = [h.url for h in HALAMAN if h.cangkang and not h.peran]
    return {
        "umum": [*umum, *aset, "/ikon.svg", "/manifest.webmanifest"],
        **{p.value: [h.url for h in HALAMAN if h.cangkang and p in h.peran] for p in Peran},
    }


def disimpan(nama: str) -> bool:
    """Is this module kept on every device? All but the scripts of pages that only open with signal."""
    halaman = [h for h in HALAMAN if nama == f"pages/{h.templat}.mjs"]
    return not halaman or any(h.cangkang for h in halaman)


def pekerja(versi: str, isi: dict[str, str], aset: list[str]) -> str:
    """The text of /sw.js. `isi` are the modules by path."""
    teks = ringankan((TEMPLAT / "js" / "pekerja.js").read_text("utf-8"), "pekerja.js")
    bagian = "\n".join(_tanpa_modul(isi[f"js/{nama}.mjs"]) for nama in ("simpan", "kirim"))
    return (
        teks.replace("'{versi}'", json.dumps(versi))
        .replace("'{cangkang}'", json.dumps(cangkang(aset), separators=(",", ":")))
        .replace("'{modul}';", bagian)
    )


def _tanpa_modul(teks: str) -> str:
    """A classic worker knows no import or export; browsers that have module workers are too new for our floor."""
    return re.sub(r"^export ", "", re.sub(r"^import\b.*\n", "", teks, flags=re.MULTILINE), flags=re.MULTILINE)
