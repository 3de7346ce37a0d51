"""Accounts of the demo: one for each role, shown at its door; and the pengelola of the other offices that have cases."""

from __future__ import annotations

import base64
import hashlib
from typing import Any, NamedTuple

from infra.demo.kabupaten import Kabupaten
from infra.demo.kantor import DIKBUD, RSUD
from infra.demo.orang import Orang


class Pemeran(NamedTuple):
    """Who plays which role. `sandi` is easy to type on a phone; `kode`: the role needs a second factor."""

    tokoh: str
    peran: str
    sebutan: str
    sandi: str
    kode: bool = False
    lingkup: str = ""


PEMERAN = (
    Pemeran("soekarjono", "pns", "PNS (akan diusulkan)", "padi menguning"),
    Pemeran("guru_senior", "pns", "PNS (guru, berkasnya dikembalikan)", "kapur dan papan"),
    Pemeran("pengelola_dikbud", "pengelola_opd", "Pengelola kepegawaian Dinas Pendidikan", "sawah menghijau", lingkup=DIKBUD),
    Pemeran("pengelola_rsud", "pengelola_opd", "Pengelola kepegawaian RSUD", "sungai bengawan", lingkup=RSUD),
    Pemeran("verifikator_1", "verifikator", "Verifikator BKPSDM", "teliti setiap hari", kode=True),
    Pemeran("verifikator_2", "verifikator", "Verifikator BKPSDM (kedua)", "cermat dan santun", kode=True),
    Pemeran("kabid", "kabid", "Kepala Bidang Mutasi dan Promosi", "gunung lawu tegak", kode=True),
    Pemeran("operator_siasn", "operator_siasn", "Operator SIASN", "kirim tepat waktu", kode=True),
    Pemeran("pimpinan", "pimpinan", "Pimpinan (membaca laporan)", "pendopo di pagi hari"),
    Pemeran("auditor", "auditor", "Auditor", "jejak tidak hilang", kode=True),
    Pemeran("admin", "admin", "Administrator", "kunci semua pintu", kode=True),
)  # fmt: skip
SANDI_FIGURAN = "pengelola contoh"


def daftar(k: Kabupaten, opd_berperkara: list[str]) -> list[dict[str, Any]]:
    """The accounts, those with a role in the story first."""
    utama = [_akun(k.tokoh[p.tokoh], p, tampil=True) for p in PEMERAN]
    figuran = [
        _akun(
            pengelola(k, opd),
            Pemeran("", "pengelola_opd", f"Pengelola kepegawaian {opd}", SANDI_FIGURAN, lingkup=opd),
            tampil=False,
        )
        for opd in opd_berperkara
        if opd not in (DIKBUD, RSUD)
    ]
    return utama + figuran


def pengelola(k: Kabupaten, opd: str) -> Orang:
    """Who looks after the personnel of an OPD."""
    bernama = {DIKBUD: "pengelola_dikbud", RSUD: "pengelola_rsud"}
    if opd in bernama:
        return k.tokoh[bernama[opd]]
    return next(o for o in k.orang if o.opd == opd and o.kelompok == "pelaksana" and o.utuh)


def _akun(o: Orang, p: Pemeran, *, tampil: bool) -> dict[str, Any]:
    return {
        "kunci": p.tokoh or f"pengelola:{p.lingkup}",
        "nip": o.nip,
        "nama": o.nama_lengkap,
        "sebutan": p.sebutan,
        "peran": list(dict.fromkeys(("pns", p.peran))),
        "lingkup": p.lingkup or None,
        "sandi": p.sandi,
        "totp": _rahasia(p.tokoh) if p.kode else "",
        "tampil": tampil,
    }


def _rahasia(kunci: str) -> str:
    """A TOTP secret, base32; known to all, for the demo only."""
    return base64.b32encode(hashlib.sha256(f"kabupaten contoh {kunci}".encode()).digest()[:20]).decode()
