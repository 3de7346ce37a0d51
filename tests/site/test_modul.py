"""Habits of the scripts, checked on their text; their behaviour is tested by node in js/*.test.mjs."""

from __future__ import annotations

import re
import subprocess

import pytest
from sitebuild.aset import TEMPLAT, modul, ringankan
from sitebuild.halaman import HALAMAN
from sitebuild.tolak import SitusRusak

from schemas.peran import Peran

SUMBER = {str(p.relative_to(TEMPLAT)): p.read_text() for p in sorted(TEMPLAT.rglob("*.*js"))}
TERLARANG = (
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.style\b|^export default|^class "
)


@pytest.mark.parametrize("nama", SUMBER)
def test_modules_make_no_html_from_text_and_stay_short(nama):
    assert not re.search(TERLARANG, SUMBER[nama], re.MULTILINE)
    assert SUMBER[nama].count("\n") <= 120
    assert SUMBER[nama].startswith("/*"), "a module opens with what it is"


@pytest.mark.parametrize("nama", [n for n in SUMBER if n.endswith(".mjs")])
def test_what_a_module_gives_away_is_described(nama):
    baris = SUMBER[nama].splitlines()
    for nomor, isi in enumerate(baris):
        if isi.startswith("export "):
            assert baris[nomor - 1].rstrip().endswith("*/"), f"{nama}:{nomor + 1}"


@pytest.mark.parametrize("nama", SUMBER)
def test_strings_for_people_hold_no_word_of_blame(nama):
    kata = re.findall(r"'([A-Z][^'\n]+ [^'\n]+)'", SUMBER[nama])
    assert not [
        k for k in kata if re.search(r"\b(tidak valid|error|gagal|maaf|mohon|silakan|wajib diisi)\b", k, re.IGNORECASE)
    ]


def test_pages_hold_no_word_of_blame():
    kata = re.compile(r"\b(tidak valid|gagal|maaf|mohon|silakan|wajib diisi)\b", re.IGNORECASE)
    naskah = [*TEMPLAT.rglob("*.html"), *(TEMPLAT.parent / "content").rglob("*.md")]
    assert [n.name for n in naskah if kata.search(re.sub(r"<[^>]*>", " ", n.read_text()))] == []


def test_lightening_takes_comments_and_spaces_and_nothing_else():
    teks = (
        "/** Satu. */\n\n// Dua\nconst a = 'http://x = y'; // tetap\n\n\nconst b = `// => ${a} && c`;\nif (a) { b() }\n"
    )
    assert ringankan(teks) == "const a='http://x = y'; // tetap\nconst b=`// => ${a} && c`;\nif(a){b()}\n"


def test_lightening_takes_last_commas_and_brackets_around_one_name():
    teks = "a((b) => [c, (d, e) => {\n  return (f);\n}, async (g) => '(h) => [i, ]; }', ],\n);\n"
    assert ringankan(teks) == "a(b=>[c,(d,e)=>{return(f)},async(g)=>'(h) => [i, ]; }']);"


def test_lines_are_joined_where_their_ends_mean_nothing():
    teks = "import {a} from './a.mjs';\nconst b = {\n  c: 1,\n};\na();\nlet d\na(b, d);\nexport const e = 1;\n"
    assert ringankan(teks) == "import{a}from'./a.mjs';\nconst b={c:1};a();let d\na(b,d);\nexport const e=1;"


@pytest.mark.parametrize("nama", modul())
def test_lightening_leaves_what_stands_in_quotes(nama):
    kutip = re.compile(r"""'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`\n]*`""")
    asli = re.sub(r"^\s*(?:/\*.*?\*/[ \t]*|//[^\n]*)\n", "", SUMBER[nama], flags=re.MULTILINE | re.DOTALL)
    assert kutip.findall(modul()[nama]) == kutip.findall(asli)
    assert inti(modul()[nama]) == inti(asli)


def inti(teks: str) -> str:
    """What is left of a module in any case, for comparing."""
    return re.sub(r"[\s,;()]", "", teks)


def test_a_template_literal_over_lines_is_refused():
    with pytest.raises(SitusRusak, match="x.mjs:1"):
        ringankan("const a = `satu\n// dua`;\n", "x.mjs")


def test_a_module_that_no_server_would_show_is_refused(tmp_path):
    (tmp_path / "_demo.mjs").write_text("")
    with pytest.raises(SitusRusak, match="never served"):
        modul(tmp_path)


@pytest.mark.parametrize("nama", modul())
def test_lightened_modules_still_parse(nama, node, tmp_path):
    berkas = tmp_path / "x.mjs"
    berkas.write_text(modul()[nama])
    assert subprocess.run([node, "--check", berkas], capture_output=True, check=False).returncode == 0


def test_the_worker_is_one_classic_script(situs, node):
    teks = (situs / "sw.js").read_text()
    assert not re.search(r"^(import|export)\b", teks, re.MULTILINE)
    assert "'{" not in teks
    assert subprocess.run([node, "--check", situs / "sw.js"], capture_output=True, check=False).returncode == 0


def test_the_worker_keeps_only_what_exists(situs):
    for alamat in set(re.findall(r'"(/[^"]*)"', (situs / "sw.js").read_text())):
        assert (situs / alamat.lstrip("/") / ("index.html" if alamat.endswith("/") else "")).exists(), alamat


def test_the_worker_knows_every_role(situs):
    teks = (situs / "sw.js").read_text()
    assert all(f'"{peran}":[' in teks for peran in Peran)
    assert all(f'"{h.url}"' in teks for h in HALAMAN if h.cangkang)


def test_modules_behave(node):
    hasil = subprocess.run(
        [node, "--test", *map(str, sorted((TEMPLAT.parents[1] / "tests" / "site" / "js").glob("*.test.mjs")))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stdout[-3000:]


def test_scripts_of_pages_that_need_signal_are_not_kept_on_every_phone(situs):
    teks = (situs / "sw.js").read_text()
    assert "pages/impor.mjs" not in teks
    assert "pages/usulan-lihat.mjs" in teks
    assert "js/berkas.mjs" in teks
