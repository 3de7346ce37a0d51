"""Aturan: check a folder of rule tables before it is used, and show whose answer it changes. Changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chalicelib.actions.kelayakan import jawab_json
from chalicelib.galat import TakSah, TemuanGalat
from schemas.aturan import FOLDER, Aturan, AturanRusak, aturan, muat


def periksa_json(folder: str | Path = FOLDER, orang: str | bytes = "[]") -> str:
    """Check the tables of `folder`; judge the people of a JSON array by them and by the tables that come with SIKAP.

    Answers JSON: `edisi`, `baris` (rows per table), `ragu` (rows that are not certain) and `berubah`, one entry per
    person and kind whose verdict or dates differ. Raises TakSah with one finding per faulty row.
    """
    baru = _muat(Path(folder))
    lama_baru = zip(*(json.loads(jawab_json(orang, tabel)) for tabel in (aturan(), baru)), strict=True)
    ragu = [r for tabel in baru.baris.values() for r in tabel if r.keyakinan == "ragu"]
    isi = {
        "edisi": baru.edisi,
        "baris": {nama: len(tabel) for nama, tabel in baru.baris.items()},
        "ragu": len(ragu),
        "berubah": [beda for lama, kini in lama_baru for beda in _beda(lama, kini)],
    }
    return json.dumps(isi, ensure_ascii=False, indent=2)


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


DIBANDING = ("putusan", "golongan_baru", "paling_cepat", "paling_cepat_diusulkan", "mkg", "gaji_pokok", "angka_kredit")


def _beda(lama: dict[str, Any], kini: dict[str, Any]) -> list[dict[str, Any]]:
    """Kinds of one person whose answer differs; a kind that is only on one side stands against null."""
    dulu, nanti = ({h["jenis"]: {k: h[k] for k in DIBANDING} for h in j["hasil"]} for j in (lama, kini))
    return [
        {"nip": lama["nip"], "jenis": jenis, "dari": dulu.get(jenis), "ke": nanti.get(jenis)}
        for jenis in dulu | nanti
        if dulu.get(jenis) != nanti.get(jenis)
    ]
