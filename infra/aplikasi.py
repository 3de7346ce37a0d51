"""[aplikasi] of a settings file: what the functions themselves may be told, from the one table in schemas/setelan.py.

The table is read as text: an empty server has Python before it has pydantic.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from infra.setelan_toml import Aturan, Butir, Nilai, Periksa, antara, di_atas, pola
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


class Satu(NamedTuple):
    """One row of the table: name, meaning in Indonesian, default, what limits it (`ge`, `le`, `gt`, `pattern`), is it a secret."""

    nama: str
    arti: str
    bawaan: Any
    batas: Mapping[str, Any]
    rahasia: bool


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
    tampil = (s for s in tabel() if s.nama not in (*SASARAN, *juga) and not s.rahasia)
    return "".join(f"# {s.nama} = {_toml(_bawaan(s))}  # {s.arti}\n" for s in tampil)


def rahasia() -> tuple[str, ...]:
    """Secrets that others gave the office. They stand in the server's own file, which only the services read, never in a settings file."""
    return tuple(s.nama for s in tabel() if s.rahasia and s.nama not in SASARAN)


def perlu(kanal: str) -> tuple[str, ...]:
    """The settings that a channel can't do without."""
    return tuple(ast.literal_eval(_tetapan()["PERLU"])[kanal]) if kanal else ()


def sepadan(isi: Mapping[str, Any], juga: Mapping[str, str]) -> dict[str, str]:
    """What the chosen channels ask of other settings; `juga`: where the target keeps one of them in a section of its own."""
    letak = {s.nama: juga.get(s.nama, BAGIAN + s.nama) for s in tabel() if not s.rahasia}
    salah: dict[str, str] = {}
    for kanal in (isi[letak["kanal"]], isi[letak["kanal_kedua"]]):
        kurang = (letak[n] for n in perlu(kanal) if n in letak and not isi[letak[n]])
        salah |= {n: f"isi: kanal {kanal} memerlukannya." for n in kurang}
    return salah


@cache
def tabel() -> tuple[Satu, ...]:
    """Every row of the table."""
    kelas = next(n for n in _pohon().body if isinstance(n, ast.ClassDef) and n.name == "Setelan")
    return tuple(_satu(n, n.value) for n in kelas.body if isinstance(n, ast.AnnAssign) and n.value)


def _satu(n: ast.AnnAssign, bawaan: ast.expr) -> Satu:
    kata = {k.arg or "": _nilai(k.value) for k in _field(n).keywords}
    arti, tanda = kata.pop("description"), kata.pop("json_schema_extra", {})
    return Satu(ast.unparse(n.target), arti, ast.literal_eval(bawaan), kata, "rahasia" in tanda)


@cache
def _pohon() -> ast.Module:
    return ast.parse(TABEL.read_text(encoding="utf-8"))


def _tetapan() -> dict[str, ast.expr]:
    semua = [n for n in _pohon().body if isinstance(n, ast.Assign)]
    return {t.id: n.value for n in semua for t in n.targets if isinstance(t, ast.Name)}


def _nilai(n: ast.expr) -> Any:
    return ast.literal_eval(_tetapan()[n.id] if isinstance(n, ast.Name) else n)


def _field(n: ast.AnnAssign) -> ast.Call:
    return next(c for c in ast.walk(n.annotation) if isinstance(c, ast.Call) and getattr(c.func, "id", "") == "Field")


def _bawaan(s: Satu) -> Nilai:
    return "" if s.bawaan == () else s.bawaan


def _butir(s: Satu) -> Butir:
    return Butir(_bawaan(s), _batas(s))


def _batas(s: Satu) -> Periksa:
    if s.rahasia:
        return _rahasia
    if "pattern" in s.batas:
        return pola(s.batas["pattern"], f"bentuknya tidak cocok. {s.arti}.")
    if "gt" in s.batas:
        return di_atas(s.batas["gt"], s.batas.get("le", TAK_BERBATAS))
    if s.batas:
        return antara(s.batas["ge"], s.batas.get("le", TAK_BERBATAS))
    return _tanggal if s.bawaan == () else lambda _: ""


def _rahasia(nilai: str) -> str:
    return "ini rahasia; jangan ditulis di berkas ini. Tempatnya disebut di contoh.toml." if nilai else ""


def _tanggal(nilai: str) -> str:
    """The only list in the table is one of days."""
    salah = [n for n in nilai.replace(",", " ").split() if not _hari(n)]
    return f"“{salah[0]}” bukan tanggal. Tulis tahun-bulan-hari, misalnya 2027-03-10, dipisah koma." if salah else ""


def _hari(teks: str) -> bool:
    try:
        return date.fromisoformat(teks).isoformat() == teks
    except ValueError:
        return False


def _toml(nilai: Nilai) -> str:
    return str(nilai).lower() if isinstance(nilai, bool) else f'"{nilai}"' if isinstance(nilai, str) else str(nilai)
