"""Invented names, titles and numbers. Drawn from word lists; no name belongs to anybody we know of."""

from __future__ import annotations

from datetime import date
from random import Random

from infra.demo import kamus as k
from infra.demo.jabatan import Fungsional, Pelaksana


class Penomor:
    """Gives out NIP: serials 901-999 within one birth date, month of CPNS and sex (domain 7.1)."""

    def __init__(self) -> None:
        self._terpakai: dict[str, int] = {}
        self._telepon = 0

    def nip(self, lahir: date, cpns: date, kelamin: str) -> str:
        """The next free NIP."""
        awalan = f"{lahir:%Y%m%d}{cpns:%Y%m}{'1' if kelamin == 'L' else '2'}"
        nomor = self._terpakai.get(awalan, 900) + 1
        self._terpakai[awalan] = nomor
        return f"{awalan}{nomor}"

    def telepon(self) -> str:
        """A number of the right shape, each person his own."""
        self._telepon += 1
        return f"08120{self._telepon * 7919 % 10_000_000:07d}"


def nama_orang(rng: Random, kelamin: str, lahir: date) -> str:
    """One name or several; old spelling for some of the old."""
    tua = lahir.year < 1978
    depan, belakang, tunggal = (
        (k.LAKI, k.BELAKANG_L, k.TUNGGAL_L) if kelamin == "L" else (k.PEREMPUAN, k.BELAKANG_P, k.TUNGGAL_P)
    )
    if rng.random() < (0.34 if tua else 0.07):
        nama = rng.choice(tunggal)
    else:
        kata = [rng.choice(depan), rng.choice(belakang)]
        if rng.random() < (0.1 if tua else 0.3):
            kata.insert(1, rng.choice(depan))
        nama = " ".join(dict.fromkeys(kata))
    if tua and lahir.year < 1975 and rng.random() < 0.16:
        nama = ejaan_lama(nama)
    if kelamin == "L" and nama.startswith(("Mohammad ", "Muhammad ")) and rng.random() < 0.6:
        nama = f"{rng.choice(('Moch.', 'Moh.', 'M.', 'Mochamad'))} {nama.split(' ', 1)[1]}"
    return nama.upper() if rng.random() < 0.9 else nama


def ejaan_lama(nama: str) -> str:
    """ "Suharto Djatmiko": as it was written before 1947 or 1972, and stayed on the diploma."""
    for baru, lama in k.EJAAN_LAMA:
        nama = nama.replace(baru, lama)
    return nama


def gelar(rng: Random, post: Fungsional | Pelaksana, tingkat: str, lahir: date, kelamin: str) -> tuple[str, str]:
    """Titles before and behind the name, by the highest diploma."""
    depan, belakang = getattr(post, "depan", ""), post.gelar if tingkat == post.tingkat or tingkat == "S2" else ""
    if tingkat == "S1" and post.tingkat != "S1":
        belakang = {"D3": "S.Kep." if "Kep" in post.gelar else "S.K.M."}.get(
            post.tingkat, rng.choice(("S.Sos.", "S.E.", "S.AP."))
        )
    if belakang in ("S.Pd.", "S.Sos.") and lahir.year < 1972 and rng.random() < 0.4:
        depan, belakang = ("Drs." if kelamin == "L" else "Dra."), ""
    if tingkat == "S2":
        magister = "M.Pd." if "Pd" in belakang or depan in ("Drs.", "Dra.") else rng.choice(("M.M.", "M.Si.", "M.A.P."))
        belakang = belakang if magister in belakang else f"{belakang}, {magister}" if belakang else magister
    if lahir.year < 1980 and rng.random() < 0.09:
        depan = f"{'H.' if kelamin == 'L' else 'Hj.'} {depan}".strip()
    return depan, belakang


def alamat(rng: Random) -> str:
    """An address in no real village."""
    return f"Dusun {rng.choice(k.DUSUN)} RT {rng.randint(1, 9):02d} RW {rng.randint(1, 6):02d}, Kec. {rng.choice(k.KECAMATAN)}"
