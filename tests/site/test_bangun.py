from __future__ import annotations

import json
import re
import subprocess
import sys

import brotli
import pytest
from sitebuild import aset, keamanan, periksa
from sitebuild.bangun import Hasil, bangun
from sitebuild.halaman import HALAMAN, MENU
from sitebuild.tolak import SitusRusak

from schemas.peran import Peran
from schemas.setelan import Setelan

UTUH = '<!doctype html><html lang="id"><title>Judul</title><main><h1>Judul</h1>{}</main></html>'


def cela(isi, akar, bingkai=UTUH):
    return periksa.periksa({"/x/": bingkai.format(isi)}, akar)


def test_a_sound_page_is_accepted(situs):
    assert cela('<form method="dialog"><label>NIP <input></label></form><a href="/masuk/">Masuk</a>', situs) == []


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("<h1>Dua</h1>", "2 <h1>"),
        ('<a href="/tiada/">x</a>', "/tiada/ leads nowhere"),
        ('<a href="/masuk">x</a>', "/masuk leads nowhere"),
        ('<a href="#tiada">x</a>', "#tiada is not on the page"),
        ('<a href="">x</a>', "empty href"),
        ("<input id=nip>", "nip has no label"),
        ("<select></select>", "has no label"),
        ('<p style="color:red">x</p>', "content security policy"),
        ('<p onclick="x()">x</p>', "content security policy"),
        ('<img src="/ikon.svg">', "has no alt"),
        ("<button>x</button>", "needs type="),
        ("<form></form>", "needs method=dialog"),
        ('<p id="a"></p><p id="a"></p>', "stands 2 times"),
        ("<main></main>", "exactly one <main>"),
    ],
)
def test_a_broken_page_is_refused_by_name(situs, isi, kata):
    assert any(satu.startswith("/x/: ") and kata in satu for satu in cela(isi, situs))


@pytest.mark.parametrize("bingkai", [UTUH.replace('lang="id"', ""), UTUH.replace("<title>Judul</title>", "")])
def test_a_page_without_language_or_title_is_refused(situs, bingkai):
    assert cela("", situs, bingkai)


def test_two_pages_with_one_title_are_refused(situs):
    assert periksa.periksa({"/a/": UTUH, "/b/": UTUH}, situs) == ["2 pages are titled 'Judul'"]


def test_weight_over_budget_is_refused():
    berat = Hasil(
        {h.url: (h.anggaran[0] + 1, 0) for h in HALAMAN},
        periksa.GAYA + 1,
        periksa.SKRIP + 1,
        periksa.PINDAI + 1,
        periksa.CANGKANG + 1,
    )
    assert len(periksa.timbang(berat)) == len(HALAMAN) + 4


def test_the_same_input_gives_the_same_bytes(situs, tmp_path):
    bangun(tmp_path / "lagi")

    def isi(folder):
        return {str(j.relative_to(folder)): j.read_bytes() for j in folder.rglob("*") if j.is_file()}

    assert isi(tmp_path / "lagi") == isi(situs)


def test_every_twin_unpacks_to_its_original(situs):
    kembar = list(situs.rglob("*.br"))
    assert len(kembar) > len(HALAMAN)
    assert all(brotli.decompress(k.read_bytes()) == k.with_suffix("").read_bytes() for k in kembar)


def test_the_policy_names_the_hash_of_the_style_every_page_inlines(situs):
    csp = json.loads((situs / "_kepala.json").read_text())["Content-Security-Policy"]
    gaya = {re.search(r"<style>(.*?)</style>", j.read_text(), re.S)[1] for j in situs.rglob("*.html")}
    assert len(gaya) == 1
    assert csp == keamanan.csp(gaya.pop())
    assert csp.count("{penyimpanan}") == 2
    assert "unsafe" not in csp


def test_pages_preload_every_module_they_start_with(situs):
    modul = aset.modul()
    for halaman in situs.rglob("*.html"):
        diminta = re.findall(r"/a/[0-9a-f]{10}/([\w/.-]+\.mjs)", halaman.read_text())
        mulai = re.findall(r'<script type="module" src="/a/[0-9a-f]{10}/([^"]+)"', halaman.read_text())
        assert set(diminta) == {n for awal in mulai for n in aset.impor(awal, modul)}, halaman


def test_pages_for_signed_in_people_say_for_whom(situs):
    for halaman in (h for h in HALAMAN if h.peran):
        html = (situs / halaman.url.strip("/") / "index.html").read_text()
        assert f'data-peran="{" ".join(sorted(halaman.peran))}"' in html


@pytest.mark.parametrize("peran", list(Peran))
def test_every_role_has_a_way_home_and_to_its_account(peran):
    milik = [m.url for m in MENU if peran in m.peran]
    assert milik[0] == "/beranda/"
    assert milik[-1] == "/akun/"


def test_the_help_number_stands_in_every_footer(tmp_path):
    bangun(tmp_path / "s", Setelan(bantuan_telepon="(0351) 111222"))
    assert all("+62351111222" in h.read_text() for h in (tmp_path / "s").rglob("*.html"))


def test_a_wrong_call_is_answered_with_the_right_one():
    hasil = subprocess.run([sys.executable, "site/build.py", "--apa"], capture_output=True, text=True, check=False)
    assert hasil.returncode == 2
    assert "usage:" in hasil.stderr


def test_a_module_that_is_missing_stops_the_build():
    with pytest.raises(SitusRusak, match="there is no module js/tiada.mjs"):
        aset.impor("js/a.mjs", {"js/a.mjs": "import {x} from './tiada.mjs';\n"})
