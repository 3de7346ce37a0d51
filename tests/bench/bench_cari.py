"""Whether the search finds whom one meant, and how long it takes, in a county of 8,000.

python tests/bench/bench_cari.py [--luput]      (--luput prints every pair that was not among the first three)

Two lists of pairs (typed, meant, kind of difference): one by those who wrote the search, one by eyes that had not read it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter

sys.path[:0] = [str(Path(__file__).parents[2] / p) for p in (".", "functions", "infra")]

from chalicelib.rules.cuplikan import Cuplikan, Orang, cari, susun  # noqa: E402

from infra.demo.nama import nama_orang  # noqa: E402

BANYAK = 8_000
OPD = 40
Pasangan = tuple[str, str, str]


def pasangan(berkas: str) -> list[Pasangan]:
    """The rows of a list."""
    isi = (Path(__file__).parent / berkas).read_text(encoding="utf-8").splitlines()
    return [(t, m, j) for t, m, j in (b.split("\t") for b in isi if b)]


def kabupaten(dicari: list[Pasangan]) -> Cuplikan:
    """Invented people, with those who are meant among them."""
    acak = Random(2026)
    maksud = list(dict.fromkeys(m for _, m, _ in dicari))
    maksud += [
        nama_orang(acak, acak.choice("LP"), date(1966 + acak.randrange(35), 1, 1)) for _ in range(BANYAK - len(maksud))
    ]
    acak.shuffle(maksud)
    return susun(_orang(i, m) for i, m in enumerate(maksud))


def _orang(i: int, maksud: str) -> Orang:
    """Meant is a name, or a NIP (with the old one behind it)."""
    opd = (f"opd-{i % OPD}",)
    if not maksud[0].isdigit():
        return Orang(str(i), f"19700101199003{i:04}", "", maksud, opd)
    nip, _, lama = maksud.partition(" ")
    return Orang(maksud, nip, lama, "ORANG YANG DICARI", opd)


def ukur(judul: str, dicari: list[Pasangan], c: Cuplikan, *, luput: bool, di_opd: bool) -> None:
    """Print recall and time of one list. `di_opd`: as a pengelola, in the OPD of whom he means; else in the whole county."""
    orang = {o.nama if o.nama != "ORANG YANG DICARI" else o.id: o for o in c.orang}
    nama = {o.id: n for n, o in orang.items()} | {o.id: o.nama for o in c.orang if o.id.isdigit() and len(o.id) < 6}
    waktu, letak, salah = [], Counter[int](), []
    for diketik, maksud, jenis in dicari:
        lingkup = orang[maksud].jalur[0] if di_opd else None
        mulai = perf_counter()
        hasil = cari(c, diketik, lingkup=lingkup, batas=20)
        waktu.append((perf_counter() - mulai) * 1000)
        urut = list(dict.fromkeys(nama[i] for i in hasil.isi))
        tempat = urut.index(maksud) + 1 if maksud in urut else 99
        letak[tempat] += 1
        if tempat > 3:
            salah.append((jenis, diketik, maksud, tempat, urut[:3]))
    n = len(dicari)
    r = {k: sum(v for t, v in letak.items() if t <= k) / n for k in (1, 3, 20)}
    waktu.sort()
    print(
        f"{judul}: {n} pairs, recall@1 {r[1]:.1%}, @3 {r[3]:.1%}, first page {r[20]:.1%};"
        f" median {statistics.median(waktu):.1f} ms, p99 {waktu[int(n * 0.99)]:.1f} ms"
    )
    for satu in salah if luput else ():
        print("  ", *satu, sep=" | ")


def utama() -> None:
    """Measure both lists and print."""
    pilihan = argparse.ArgumentParser()
    pilihan.add_argument("--luput", action="store_true")
    luput = pilihan.parse_args().luput
    sendiri, segar = pasangan("pasangan_nama.tsv"), pasangan("pasangan_nama_segar.tsv")
    c = kabupaten(sendiri + segar)
    cari(c, "pemanasan")
    for judul, isi in (("own pairs", sendiri), ("fresh eyes", segar)):
        ukur(f"{judul}, in the OPD", isi, c, luput=luput, di_opd=True)
        ukur(f"{judul}, whole county", isi, c, luput=luput, di_opd=False)


if __name__ == "__main__":
    utama()
