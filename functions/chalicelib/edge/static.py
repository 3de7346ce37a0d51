"""The built site as WSGI: precompressed files, hashed assets for ever, pages always asked again, our own 404."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whitenoise import WhiteNoise

from chalicelib.edge.jawab import problem
from chalicelib.galat import TidakAda

BERKAS_KEPALA = "_kepala.json"
"""Written by the site's build: {header: value}; "{penyimpanan}" in a value stands for the storage's public origin."""
KEPALA = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
}
ABADI = r"^/a/[0-9a-f]+/"


def situs(folder: Path, penyimpanan: str) -> WhiteNoise:
    """The site in `folder` (absolute). Both /foo and /foo/ answer with foo/index.html; unknown paths with 404."""
    kepala = KEPALA | _kepala_situs(folder, penyimpanan)
    putih = WhiteNoise(
        _tidak_ada(folder, kepala),
        index_file=True,
        max_age=None,
        allow_all_origins=False,
        immutable_file_test=ABADI,
        mimetypes={".mjs": "text/javascript", ".webmanifest": "application/manifest+json"},
        add_headers_function=lambda bawaan, _path, _url: _tambah(bawaan, kepala),
    )
    if folder.is_dir():
        putih.add_files(str(folder), "/")
    for url in [u for u in putih.files if u.count("/") == 1 and u.startswith("/_")]:
        del putih.files[url]
    for url in [u for u in putih.files if u.endswith("/") and u != "/"]:
        putih.files[url.rstrip("/")] = putih.files[url]
    return putih


def _kepala_situs(folder: Path, penyimpanan: str) -> dict[str, str]:
    berkas = folder / BERKAS_KEPALA
    isi: dict[str, str] = json.loads(berkas.read_text()) if berkas.is_file() else {}
    return {nama: nilai.replace("{penyimpanan}", penyimpanan) for nama, nilai in isi.items()}


def _tambah(bawaan: Any, kepala: dict[str, str]) -> None:
    for nama, nilai in kepala.items():
        bawaan[nama] = nilai
    if "Cache-Control" not in bawaan:
        bawaan["Cache-Control"] = "no-cache"


def _tidak_ada(folder: Path, kepala: dict[str, str]) -> Any:
    halaman = next((h for h in (folder / "404.html", folder / "404" / "index.html") if h.is_file()), None)
    jenis = "text/html; charset=utf-8" if halaman else "application/problem+json"
    isi = halaman.read_bytes() if halaman else json.dumps(problem(TidakAda()).body).encode()

    def jawab(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        baris = {**kepala, "Content-Type": jenis, "Content-Length": str(len(isi)), "Cache-Control": "no-cache"}
        start_response("404 Not Found", list(baris.items()))
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [isi]

    return jawab
