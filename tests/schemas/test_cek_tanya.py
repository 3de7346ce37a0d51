"""The questions of the public checker: every answer is a fact that the counter takes, every missing fact is asked for or named here."""

from __future__ import annotations

import re
from typing import Any

import pytest

from schemas.cek import IsianCek
from schemas.cek_tanya import TANYA, Isi, Tanya
from schemas.temuan import MAKNA

NAMA = {t.nama: t for t in TANYA}
SUDAH_DITANYAKAN = {"golongan", "tmt-golongan", "tmt-cpns", "pns", "jabatan", "kinerja", "pendidikan", "tugas-belajar"}
"""Asked of everybody at the start, or right after the answer that makes them matter."""
TIDAK_DITANYAKAN = {"mkg", "atasan", "dpk", "pejabat-negara", "prestasi", "penemuan", "tewas", "cacat"}
"""Pay only; no bar since PerBKN 2/2025; kinds that begin with a decree or a death and are not asked about here."""
CONTOH = {"tanggal": "2023-04-01", "nilai-pak": "53.25", "per": "2025-12-31", "mulai": "2024-01-01", "selesai": "2024-06-30",
          "golongan": "III/b", "jenjang": "Ahli Muda", "tahun-1": 2025, "tahun-2": 2024}  # fmt: skip


def isian(isi: Isi, nilai: str = "") -> dict[str, Any]:
    """The facts of one answer, as the page makes them."""
    hasil: dict[str, Any] = {}
    for jalur, apa in isi.items():
        bagian = jalur.split(".")
        _taruh(hasil, bagian, _ganti(apa, CONTOH | {"nilai": nilai}))
    return hasil


def _taruh(wadah: Any, jalur: list[str], nilai: Any) -> None:
    kunci: Any = jalur[0]
    if isinstance(wadah, list):
        kunci = len(wadah) if kunci[0] == "+" else int(kunci)
        wadah.extend([None] * (kunci + 1 - len(wadah)))
    if len(jalur) == 1:
        wadah[kunci] = nilai
        return
    ada = wadah[kunci] if isinstance(wadah, list) else wadah.get(kunci)
    if ada is None:
        ada = wadah[kunci] = [] if re.match(r"[\d+]", jalur[1]) else {}
    _taruh(ada, jalur[1:], nilai)


def _ganti(apa: Any, kata: dict[str, Any]) -> Any:
    if isinstance(apa, dict):
        return {k: _ganti(v, kata) for k, v in apa.items()}
    return kata[apa[1:-1]] if isinstance(apa, str) and apa.startswith("{") else apa


DASAR = {"golongan.0.gol": "III/a", "pendidikan.0.tingkat": "S1", "hukuman.0.tingkat": "sedang"}
"""Rows whose first fact another question gives."""
JAWABAN = [(t, j.nilai, j.isi) for t in TANYA for j in t.pilihan] + [
    (t, n, t.isi) for t in TANYA if not t.pilihan for n in ([d[0] for d in t.daftar] or [""])
]


@pytest.mark.parametrize(("tanya", "nilai", "isi"), JAWABAN, ids=[f"{t.nama}={n}" for t, n, _ in JAWABAN])
def test_every_answer_is_a_fact_that_the_counter_takes(tanya: Tanya, nilai: str, isi: Isi):
    dasar = {k: v for k, v in DASAR.items() if any(j.startswith(k.split(".")[0] + ".") for j in isi)}
    if "golongan.1.tmt" in isi:
        dasar["golongan.1.gol"] = "III/a"

    tanya_jawab = IsianCek.model_validate(isian({**dasar, **isi}, nilai) | {"tmt_usul": "2027-02-01"})

    assert tanya_jawab.model_fields_set >= {j.split(".")[0] for j in isi}


@pytest.mark.parametrize("kode", sorted(k for k in MAKNA if k.startswith("belum-diketahui-")))
def test_every_missing_fact_is_asked_for_or_named_here(kode: str):
    fakta = kode.removeprefix("belum-diketahui-")
    ditanyakan = {b.split(":")[-1] for t in TANYA for b in t.bila}

    assert (fakta in ditanyakan) + (fakta in SUDAH_DITANYAKAN) + (fakta in TIDAK_DITANYAKAN) == 1


@pytest.mark.parametrize("tanya", TANYA, ids=lambda t: t.nama)
def test_a_question_is_reached_in_exactly_one_way(tanya: Tanya):
    disusul = [n for t in TANYA for c in t.cabang.values() for n in c]

    assert bool(tanya.bila) == (tanya.giliran in (1, 2))
    assert (tanya.nama in disusul) == (tanya.giliran == 9)
    assert set(n for c in tanya.cabang.values() for n in c) <= set(NAMA)
    assert sum(map(bool, (tanya.pilihan, tanya.daftar, tanya.bidang))) == 1
    assert tanya.judul.endswith("?") and tanya.pendek
