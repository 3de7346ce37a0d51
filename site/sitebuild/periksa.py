"""What makes a page broken. Every fault is a sentence with the address of the page; the build stops when there is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from sitebuild.halaman import HALAMAN

GAYA, SKRIP, PINDAI, CANGKANG = 5_000, 50_000, 9_600, 70_000
"""Most bytes after brotli: the CSS, all JavaScript that pages start with, the scanner (fetched when a photo is taken), what the
service worker keeps for everybody."""
_BIDANG = {"input", "select", "textarea"}


class _Baca(HTMLParser):
    """Reads what the checks need."""

    def __init__(self) -> None:
        super().__init__()
        self.unsur: list[tuple[str, dict[str, str]]] = []
        self.judul = ""
        self._di_label = 0
        self._di_judul = False
        self.tanpa_label: list[str] = []

    def handle_starttag(self, nama: str, atribut: list[tuple[str, str | None]]) -> None:
        isi = {k: v or "" for k, v in atribut}
        self.unsur.append((nama, isi))
        self._di_label += nama == "label"
        self._di_judul = self._di_judul or nama == "title"
        if nama in _BIDANG and isi.get("type") != "hidden" and not self._di_label and not _berlabel_sendiri(isi):
            self.tanpa_label.append(isi.get("id", ""))

    def handle_endtag(self, nama: str) -> None:
        self._di_label -= nama == "label"
        self._di_judul = self._di_judul and nama != "title"

    def handle_data(self, data: str) -> None:
        if self._di_judul:
            self.judul += data


def _berlabel_sendiri(isi: dict[str, str]) -> bool:
    return "aria-label" in isi or "aria-labelledby" in isi


def periksa(berkas: dict[str, str], akar: Path) -> list[str]:
    """Faults of the pages {address: HTML}; links are looked up among the files under `akar`."""
    cela, judul = [], Counter[str]()
    for url, html in berkas.items():
        baca = _Baca()
        baca.feed(html)
        judul[baca.judul] += 1
        cela += [f"{url}: {kata}" for kata in (*_umum(baca), *_label(baca), *_tautan(baca, akar), *_atribut(baca))]
    return cela + [f"{jumlah} pages are titled {nama!r}" for nama, jumlah in judul.items() if jumlah > 1]


def _umum(baca: _Baca) -> Iterator[str]:
    html = next((isi for nama, isi in baca.unsur if nama == "html"), {})
    if html.get("lang") != "id":
        yield "<html> needs lang=id"
    if not baca.judul.strip() or baca.judul.strip().startswith("-"):
        yield "no title"
    if (jumlah := sum(nama == "h1" for nama, _ in baca.unsur)) != 1:
        yield f"{jumlah} <h1> instead of one"
    if sum(nama == "main" for nama, _ in baca.unsur) != 1:
        yield "exactly one <main> is needed"
    for id_, jumlah in Counter(isi["id"] for _, isi in baca.unsur if "id" in isi).items():
        if jumlah > 1:
            yield f"id {id_!r} stands {jumlah} times"


def _label(baca: _Baca) -> Iterator[str]:
    untuk = {isi.get("for") for nama, isi in baca.unsur if nama == "label"}
    for id_ in baca.tanpa_label:
        if not id_ or id_ not in untuk:
            yield f"field {id_ or '(without id)'} has no label"


def _tautan(baca: _Baca, akar: Path) -> Iterator[str]:
    id_ = {isi["id"] for _, isi in baca.unsur if "id" in isi}
    for nama, isi in baca.unsur:
        for kunci in ("href", "src", "data-href"):
            tuju = isi.get(kunci, "")
            if kunci in isi and not tuju and nama != "template" and "data-ulang" not in isi:
                yield f"<{nama}> has an empty {kunci}"
            if tuju.startswith("#") and tuju[1:] and tuju[1:] not in id_:
                yield f"{tuju} is not on the page"
            if tuju.startswith("/") and not tuju.startswith("/api/") and not _ada(tuju, akar):
                yield f"{tuju} leads nowhere"


def _ada(tuju: str, akar: Path) -> bool:
    jalur = tuju.split("#")[0].split("?")[0].lstrip("/")
    return (akar / jalur / "index.html").is_file() if not jalur or jalur.endswith("/") else (akar / jalur).is_file()


def _atribut(baca: _Baca) -> Iterator[str]:
    for nama, isi in baca.unsur:
        for kunci in isi:
            if kunci == "style" or kunci.startswith("on"):
                yield f"<{nama} {kunci}=…> breaks the content security policy"
        if nama == "img" and "alt" not in isi:
            yield f"<img src={isi.get('src')!r}> has no alt"
        if nama == "button" and isi.get("type") not in {"submit", "button"}:
            yield f"<button id={isi.get('id', '')!r}> needs type=button or type=submit"
        if nama == "form" and isi.get("method") != "dialog":
            yield "<form> needs method=dialog: pressed before its script is there it must neither leave the page nor write the fields into the address"


def timbang(hasil: Any) -> list[str]:
    """Faults of weight."""
    cela = []
    for halaman in HALAMAN:
        for apa, batas, berat in zip(("HTML", "JavaScript"), halaman.anggaran, hasil.halaman[halaman.url], strict=True):
            if berat > batas:
                cela.append(f"{halaman.url}: {apa} weighs {berat} bytes, {batas} are allowed")
    for apa, batas, berat in (
        ("the CSS", GAYA, hasil.gaya),
        ("all JavaScript", SKRIP, hasil.skrip),
        ("the scanner", PINDAI, hasil.pindai),
        ("the offline shell", CANGKANG, hasil.cangkang),
    ):
        if berat > batas:
            cela.append(f"{apa} weighs {berat} bytes, {batas} are allowed")
    return cela
