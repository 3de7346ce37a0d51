"""Who may look into which room, how large a thing may grow, and what never stands at the top. Read beside README."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[1]
PUNCAK = {"README.md", "pyproject.toml", "schemas", "functions", "site", "infra", "tests"}
KAMAR = "functions/chalicelib/"
PORT = {f"chalicelib.{p}" for p in ("store", "documents", "notify", "siasn")}
MILIK = {"schemas", "chalicelib", "sitebuild", "infra", "app"}

BOLEH: dict[str, set[str]] = {
    "schemas": {"schemas"},
    KAMAR + "__init__.py": set(),
    KAMAR + "galat.py": set(),
    KAMAR + "ulid.py": set(),
    KAMAR + "rules": {"schemas", "chalicelib.galat", "chalicelib.rules"},
    KAMAR + "store": {"schemas", "chalicelib.galat", "chalicelib.store"},
    KAMAR + "documents": {"schemas", "chalicelib.galat", "chalicelib.documents"},
    KAMAR + "notify": {"schemas", "chalicelib.galat", "chalicelib.notify"},
    KAMAR + "siasn": {"schemas", "chalicelib.galat", "chalicelib.siasn"},
    KAMAR + "records": {"schemas", "chalicelib.galat", "chalicelib.records", "chalicelib.store"},
    KAMAR + "actions": {"schemas", "chalicelib.galat", "chalicelib.rules", "chalicelib.records", "chalicelib.actions"}
    | PORT,
    KAMAR + "edge": {"schemas", "app", *(f"chalicelib.{k}" for k in ("galat", "actions", "edge", "wiring"))},
    KAMAR + "wiring.py": {"schemas", "chalicelib"},
    "functions/app.py": {"chalicelib.edge"},
    "site": {"schemas", "sitebuild"},
    "infra": {"infra"},
}
"""Our own packages that a room may import. Everything not listed is forbidden."""

LUAR: dict[str, set[str]] = {
    "schemas": {"pydantic", "pydantic_core"},
    KAMAR + "galat.py": set(),
    KAMAR + "rules": {"pydantic", "rapidfuzz", "phonenumbers"},
    KAMAR + "actions": {"pydantic", "argon2", "pyotp", "segno", "fpdf", "phonenumbers", "python_calamine", "rapidfuzz"},
    KAMAR + "records": {"pydantic"},
    "functions/app.py": {"chalice"},
}
"""Other people's packages, where the room keeps a short list."""

ADAPTER = {
    f"chalicelib.{p}"
    for p in (
        "store.sql",
        "store.sqlite",
        "store.postgres",
        "store.dynamodb",
        "documents.s3",
        "notify.catatan",
        "notify.whatsapp",
        "notify.whatsapp_aws",
        "notify.waha",
        "notify.surel",
    )
}

JENDELA = {
    "os",
    "socket",
    "random",
    "secrets",
    "time",
    "uuid",
    "pathlib",
    "urllib",
    "http",
    "subprocess",
    "sqlite3",
    "threading",
}
"""rules/ has no window: no clock, no chance, no outside."""

BATAS_BERKAS, BATAS_FUNGSI, BATAS_PARAMETER = 250, 40, 6
BATAS_KATA = 400
"""In schemas/: tables and models that one looks things up in, not reads through."""


def _berkas() -> list[Path]:
    perintah = ["git", "ls-files", "-co", "--exclude-standard", "*.py"]
    hasil = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=True).stdout
    return [Path(p) for p in hasil.splitlines() if (AKAR / p).is_file() and not p.startswith("tests/")]


BERKAS = _berkas()
POHON = {b: ast.parse((AKAR / b).read_text(encoding="utf-8")) for b in BERKAS}


def _kamar(berkas: Path, daftar: dict[str, set[str]]) -> str | None:
    nama = [k for k in daftar if str(berkas) == k or str(berkas).startswith(k + "/")]
    return max(nama, key=len, default=None)


def _impor(pohon: ast.AST) -> Iterator[str]:
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Import):
            yield from (a.name for a in simpul.names)
        elif isinstance(simpul, ast.ImportFrom) and simpul.module and simpul.level == 0:
            # `from chalicelib import store` names a room as much as `import chalicelib.store` does.
            yield from (f"{simpul.module}.{a.name}" for a in simpul.names)


def _di_bawah(nama: str, izin: set[str]) -> bool:
    return any(nama == i or nama.startswith(i + ".") for i in izin)


@pytest.mark.parametrize("berkas", BERKAS, ids=str)
def test_a_room_looks_only_where_it_may(berkas):
    kamar = _kamar(berkas, BOLEH)
    assert kamar, f"{berkas} lies in no room of the house (see BOLEH)"
    milik = [n for n in _impor(POHON[berkas]) if n.split(".")[0] in MILIK and not _di_bawah(n, BOLEH[kamar])]
    assert not milik, (
        f"{berkas} may not import {', '.join(milik)}; {kamar} may import {', '.join(sorted(BOLEH[kamar])) or 'nothing'}"
    )


@pytest.mark.parametrize("berkas", [b for b in BERKAS if _kamar(b, LUAR)], ids=str)
def test_other_peoples_packages_stay_in_their_rooms(berkas):
    kamar = _kamar(berkas, LUAR)
    bebas = sys.stdlib_module_names | MILIK | LUAR[kamar]
    asing = sorted({n.split(".")[0] for n in _impor(POHON[berkas])} - bebas)
    assert not asing, (
        f"{berkas} may not import {', '.join(asing)}; {kamar} may import {', '.join(sorted(LUAR[kamar])) or 'nothing'}"
    )


@pytest.mark.parametrize("berkas", [b for b in BERKAS if str(b).startswith(KAMAR + "rules/")], ids=str)
def test_rules_have_no_window(berkas):
    lihat = sorted({n.split(".")[0] for n in _impor(POHON[berkas])} & JENDELA)
    assert not lihat, f"{berkas}: rules have no window, but this one looks at {', '.join(lihat)}"


@pytest.mark.parametrize(
    "berkas", [b for b in BERKAS if str(b).startswith((KAMAR + "actions/", KAMAR + "records/"))], ids=str
)
def test_actions_see_ports_and_never_an_adapter(berkas):
    adapter = [n for n in _impor(POHON[berkas]) if _di_bawah(n, ADAPTER)]
    assert not adapter, f"{berkas} sees ports, not the adapter {', '.join(adapter)}"


def test_only_the_counters_know_chalice():
    tahu = {str(b) for b in BERKAS if any(n.split(".")[0] == "chalice" for n in _impor(POHON[b]))}
    assert {t for t in tahu if not t.startswith((KAMAR + "edge/", "functions/app.py"))} == set()


def test_no_file_grows_beyond_what_one_can_read():
    batas = {b: BATAS_KATA if b.parts[0] == "schemas" else BATAS_BERKAS for b in BERKAS}
    assert {str(b): n for b in BERKAS if (n := len((AKAR / b).read_text().splitlines())) > batas[b]} == {}


def _fungsi() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for berkas, pohon in POHON.items():
        for simpul in ast.walk(pohon):
            if isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{berkas}:{simpul.lineno} {simpul.name}", simpul


def test_no_function_grows_beyond_a_screen():
    assert {n: p for n, f in _fungsi() if (p := f.end_lineno - f.lineno + 1) > BATAS_FUNGSI} == {}


def test_no_function_asks_for_more_than_six_things():
    banyak = ((n, len(f.args.posonlyargs) + len(f.args.args) + len(f.args.kwonlyargs)) for n, f in _fungsi())
    assert {n: j for n, j in banyak if j > BATAS_PARAMETER + 1} == {}


def test_every_module_says_what_it_is():
    diam = [str(b) for b, p in POHON.items() if p.body and not ast.get_docstring(p)]
    assert diam == []


def test_the_top_level_holds_the_seven_and_nothing_else():
    hasil = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=AKAR, capture_output=True, text=True, check=True
    )
    assert {p.split("/")[0] for p in hasil.stdout.splitlines() if not p.startswith(".")} <= PUNCAK


def test_site_is_no_package():
    assert not (AKAR / "site" / "__init__.py").exists(), "site/__init__.py would shadow Python's own `site` module"


def test_tests_are_no_packages():
    assert [str(p) for p in (AKAR / "tests").rglob("__init__.py")] == []
