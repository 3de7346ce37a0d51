"""[aplikasi] of a settings file: what the functions themselves may be told, from the one table in schemas/setelan.py.

The table is read as text: an empty server has Python before it has pydantic.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from infra.setelan_toml import Aturan, Butir, Nilai, Periksa, antara, pola
from infra.tempat import AKAR

TABEL = AKAR / "schemas" / "setelan.py"
BAGIAN, AWALAN = "aplikasi.", "SIKAP_"
TAK_BERBATAS = 1_000_000
"""Where the table names no upper limit."""
SASARAN = (
    *(
        "demo",
        "store",
        "store_alamat",
        "s3_alamat",
        "s3_alamat_publik",
        "s3_ember",
        "s3_kunci",
        "s3_rahasia",
        "s3_wilayah",
    ),
    *("alamat_situs", "rahasia", "rahasia_ssm", "metrik_emf", "antrean_url", "proksi_tepercaya", "bantuan_telepon"),
    *("cadangan_tujuan", "cadangan_penerima"),
)
"""What follows from where SIKAP runs: each target sets these by itself, or from a section of its own."""
RAHASIA = (
    "wa_token",
    "wa_rahasia_aplikasi",
    "wa_token_verifikasi",
    "waha_kunci",
    "surel_sandi",
    "cadangan_s3_kunci",
    "cadangan_s3_rahasia",
)
"""Secrets that others gave the office. They stand in the server's own file, which only the services read, never in a settings file."""


class Satu(NamedTuple):
    """One row of the table: name, meaning in Indonesian, default, and what limits it (`ge`, `le`, `gt`, `pattern`)."""

    nama: str
    arti: str
    bawaan: Any
    batas: Mapping[str, Any]


def aturan(juga: Sequence[str] = ()) -> Aturan:
    """What may stand in [aplikasi]: every setting that the target does not decide; `juga` it decides too. A secret is refused."""
    return {BAGIAN + s.nama: _butir(s) for s in tabel() if s.nama not in (*SASARAN, *juga)}


def lingkungan(isi: Mapping[str, Any]) -> dict[str, str]:
    """SIKAP_… of what differs from the default, so that a later release may still change its defaults."""
    bawaan = {BAGIAN + s.nama: _bawaan(s) for s in tabel()}
    return {
        AWALAN + nama.removeprefix(BAGIAN).upper(): str(nilai).lower() if isinstance(nilai, bool) else str(nilai)
        for nama, nilai in isi.items()
        if nama in bawaan and nilai != bawaan[nama]
    }


def contoh(juga: Sequence[str] = ()) -> str:
    """The rows of the example file: every setting with its default and meaning, switched off."""
    tampil = (s for s in tabel() if s.nama not in (*SASARAN, *RAHASIA, *juga))
    return "".join(f"# {s.nama} = {_toml(_bawaan(s))}  # {s.arti}\n" for s in tampil)


def tabel() -> Iterator[Satu]:
    """Every row of the table."""
    pohon = ast.parse(TABEL.read_text(encoding="utf-8"))
    kelas = next(n for n in pohon.body if isinstance(n, ast.ClassDef) and n.name == "Setelan")
    semua = [n for n in pohon.body if isinstance(n, ast.Assign)]
    tetapan = {t.id: n.value for n in semua for t in n.targets if isinstance(t, ast.Name)}
    for n in kelas.body:
        if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name) and n.value:
            kata = {k.arg or "": _nilai(k.value, tetapan) for k in _field(n).keywords}
            yield Satu(n.target.id, kata.pop("description"), ast.literal_eval(n.value), kata)


def _nilai(n: ast.expr, tetapan: Mapping[str, ast.expr]) -> Any:
    return ast.literal_eval(tetapan[n.id] if isinstance(n, ast.Name) else n)


def _field(n: ast.AnnAssign) -> ast.Call:
    return next(c for c in ast.walk(n.annotation) if isinstance(c, ast.Call) and getattr(c.func, "id", "") == "Field")


def _bawaan(s: Satu) -> Nilai:
    return "" if s.bawaan == () else s.bawaan


def _butir(s: Satu) -> Butir:
    return Butir(_bawaan(s), _batas(s))


def _batas(s: Satu) -> Periksa:
    if s.nama in RAHASIA:
        return _rahasia
    if "pattern" in s.batas:
        return pola(s.batas["pattern"], f"bentuknya tidak cocok. {s.arti}.")
    if s.batas:
        return antara(s.batas.get("ge", s.batas.get("gt")), s.batas.get("le", TAK_BERBATAS))
    return _sebaris


def _rahasia(nilai: str) -> str:
    return "ini rahasia; jangan ditulis di berkas ini. Tempatnya disebut di contoh.toml." if nilai else ""


def _sebaris(nilai: object) -> str:
    return "tulis dalam satu baris." if isinstance(nilai, str) and not nilai.isprintable() else ""


def _toml(nilai: Nilai) -> str:
    return str(nilai).lower() if isinstance(nilai, bool) else f'"{nilai}"' if isinstance(nilai, str) else str(nilai)
