"""Say it, then do it: a deployment is a list of steps, each knowing whether it is done, how, and how it is undone.

`plan`, `apply`, `status` and `destroy` read the same list, so what is announced is what is done. A step looks at the
world, never at a diary: after a failure `apply` goes on where the world stops being right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infra.tempat import Berhenti, katakan


@dataclass(frozen=True)
class Langkah:
    """`akan` what will be (a sentence), `batal` how it is undone (a sentence), `biaya` rupiah a month (0: none).

    `sudah()` looks; `kerja()` does; `cabut()` undoes (None: stays). Both raise Berhenti with the reason.
    `rincian`: what the cost is made of (a sentence, "" for none). `data`: removing it loses what people entered, so
    `destroy` leaves it unless told twice. `ada()`: is there anything to undo, where that is not `sudah()`: what an older
    release or other settings made must go as well.
    """

    nama: str
    akan: str
    batal: str
    sudah: Callable[[], bool]
    kerja: Callable[[], None]
    cabut: Callable[[], None] | None = None
    biaya: int = 0
    data: bool = False
    rincian: str = ""
    ada: Callable[[], bool] | None = None


def rencana(langkah: Sequence[Langkah]) -> list[str]:
    """The lines of `plan`: each step, whether it is done, its undo, its cost; and the sum.

    It also serves before there is anything to look at (no credentials yet): "?", and why, at the end.
    """
    baris, gelap = [], ""
    for nomor, satu in enumerate(langkah, 1):
        try:
            keadaan = "sudah" if satu.sudah() else "AKAN "
        except Berhenti as sebab:
            keadaan, gelap = "  ?  ", str(sebab)
        baris += [f"{nomor:2}. [{keadaan}] {satu.nama}: {satu.akan}", f"      Membatalkan: {satu.batal}"]
        baris += [f"      Biaya: perkiraan {rupiah(satu.biaya)} sebulan"] if satu.biaya else []
        baris += [f"        {satu.rincian}"] if satu.rincian else []
    jumlah = sum(s.biaya for s in langkah)
    kira = f"perkiraan {rupiah(jumlah)} sebulan, bukan penawaran harga; angka dan sumbernya di infra/harga.toml."
    baris += ["", f"Biaya seluruhnya: {kira if jumlah else 'tidak ada biaya langganan.'}"]
    return [*baris, *(["", f"[  ?  ]: keadaannya belum dapat diperiksa. {gelap}"] if gelap else [])]


def terapkan(langkah: Sequence[Langkah]) -> int:
    """Do what is not done yet, in order; answers how many steps were done. Stops at the first that refuses (Berhenti)."""
    dikerjakan = 0
    for satu in langkah:
        if satu.sudah():
            continue
        katakan(f"{satu.nama} ...")
        satu.kerja()
        dikerjakan += 1
    katakan(f"Selesai: {dikerjakan} langkah." if dikerjakan else "Tidak ada yang perlu dikerjakan.")
    return dikerjakan


def keadaan(langkah: Sequence[Langkah]) -> list[tuple[str, bool]]:
    """Each step's name and whether the world is as it wants."""
    return [(satu.nama, satu.sudah()) for satu in langkah]


def cabut(langkah: Sequence[Langkah], *, data: bool) -> list[str]:
    """Undo in reverse order; answers what stays. Data goes only with `data`."""
    tinggal = []
    for satu in reversed(langkah):
        if satu.cabut is None or (satu.data and not data):
            tinggal.append(f"{satu.nama}: {satu.batal}")
        elif (satu.ada or satu.sudah)():
            katakan(f"Mencabut {satu.nama} ...")
            satu.cabut()
    return tinggal


def rupiah(jumlah: int) -> str:
    """1234567 -> "Rp1.234.567"."""
    return f"Rp{jumlah:,}".replace(",", ".")
