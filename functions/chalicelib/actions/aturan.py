"""Aturan: check a folder of rule tables before it is used, and show whose answer it changes. Changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from chalicelib.actions import Kantor, ramalan
from chalicelib.actions.buku import Buku
from chalicelib.actions.kelayakan import jawab_json
from chalicelib.galat import TakSah, TemuanGalat
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules.banding_aturan import Perubahan, banding
from chalicelib.rules.hari_kerja import hari_wib
from schemas.aturan import FOLDER, Aturan, AturanRusak, aturan, muat

KABARI = 500
"""People between two lines of progress."""


class Pemeriksaan(NamedTuple):
    """Sound tables: their digest, rows per table, rows that are not certain, and what reads otherwise than in those in use."""

    tabel: Aturan
    baris: dict[str, int]
    ragu: int
    perubahan: list[Perubahan]

    def surut(self, hari_ini: date | None = None) -> list[Perubahan]:
        """Changes that reach back before today: answers already given would read otherwise."""
        batas = hari_ini or hari_wib(datetime.now(UTC))
        return [p for p in self.perubahan if p.sejak < batas]

    def ringkas(self) -> dict[str, Any]:
        """As JSON prints it."""
        return {
            "edisi": self.tabel.edisi,
            "edisi_dipakai": aturan().edisi,
            "baris": self.baris,
            "ragu": self.ragu,
            "perubahan": [p._asdict() for p in self.perubahan],
        }


def periksa(folder: str | Path = FOLDER) -> Pemeriksaan:
    """Read the tables of `folder` and compare them with those in use. Raises TakSah with one finding per faulty row."""
    baru = _muat(Path(folder))
    return Pemeriksaan(
        tabel=baru,
        baris={nama: len(tabel) for nama, tabel in baru.baris.items()},
        ragu=sum(r.keyakinan == "ragu" for tabel in baru.baris.values() for r in tabel),
        perubahan=banding(aturan(), baru),
    )


def berubah_json(baru: Aturan, orang: str | bytes) -> list[dict[str, Any]]:
    """Of the people of a JSON array, each asked about his own `tmt_usul`: the kinds whose answer differs."""
    lama_baru = zip(*(json.loads(jawab_json(orang, tabel)) for tabel in (aturan(), baru)), strict=True)
    return [{"nip": lama["nip"], **b} for lama, kini in lama_baru for b in _beda(lama["hasil"], kini["hasil"])]


def berubah(kantor: Kantor, baru: Aturan, katakan: Callable[[str], None]) -> list[dict[str, Any]]:
    """Of everybody in the records: the promotions of the next 24 months that differ, with the person's name and OPD."""
    hasil: list[dict[str, Any]] = []
    buku = Buku(kantor.store)
    for n, p in enumerate(rak_pegawai.semua(kantor.store), start=1):
        lama, kini = (ramalan.susun(kantor, p.id, tabel) for tabel in (aturan(), baru))
        if n % KABARI == 0:
            katakan(f"{n} orang dinilai, {len(hasil)} jawaban berubah.")
        if lama and kini and lama.hasil != kini.hasil:
            dulu, nanti = ([h.model_dump(mode="json") for h in r.hasil] for r in (lama, kini))
            siapa = {"pegawai": p.id, "nama": lama.nama, "opd": buku.nama_unit(lama.opd)}
            hasil += [{**siapa, **b} for b in _beda(dulu, nanti)]
    return hasil


def _muat(folder: Path) -> Aturan:
    try:
        return muat(folder)
    except AturanRusak as rusak:
        raise TakSah(
            rusak.kalimat[0],
            kode="aturan-rusak",
            petunjuk="Perbaiki baris yang disebut, lalu periksa lagi. Aturan yang sedang dipakai tidak berubah.",
            temuan=[TemuanGalat("aturan-rusak", k) for k in rusak.kalimat],
        ) from rusak


DIBANDING = ("putusan", "golongan_baru", "paling_cepat", "paling_cepat_diusulkan", "mkg", "gaji_pokok", "angka_kredit", "kurang")  # fmt: skip


def _beda(lama: list[dict[str, Any]], kini: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Kinds of one person whose answer differs; a kind that is only on one side stands against null."""
    dulu, nanti = ({h["jenis"]: {k: h[k] for k in DIBANDING if k in h} for h in hasil} for hasil in (lama, kini))
    return [
        {"jenis": jenis, "dari": dulu.get(jenis), "ke": nanti.get(jenis)}
        for jenis in dulu | nanti
        if dulu.get(jenis) != nanti.get(jenis)
    ]
