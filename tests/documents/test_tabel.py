"""Workbooks and CSV as offices send them become rows of cells; what is no table is refused with what to do now."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from chalicelib.documents import tabel
from chalicelib.documents.tabel import Tabel, baca_tabel, tulis_aman
from chalicelib.galat import Galat, TakSah, TerlaluBesar


def buku(*lembar, **nama):
    """Sheets (name -> rows) as .xlsx."""
    berkas = openpyxl.Workbook()
    berkas.remove(berkas.active)
    for judul, baris in {**{f"L{i}": b for i, b in enumerate(lembar)}, **nama}.items():
        halaman = berkas.create_sheet(judul)
        for satu in baris:
            halaman.append(satu)
    wadah = io.BytesIO()
    berkas.save(wadah)
    return wadah.getvalue()


def arsip(isi=None, **ganti):
    """The members of a workbook, some replaced, packed anew."""
    wadah = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi or buku([["a", "b"], [1, 2]]))) as dari,
        zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as ke,
    ):
        for nama in dari.namelist():
            ke.writestr(nama, ganti.get(nama.rsplit("/", 1)[-1].split(".")[0], dari.read(nama)))
    return wadah.getvalue()


def lembar_xml(sel: str) -> str:
    ruang = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{ruang}"><sheetData>{sel}</sheetData></worksheet>'


def kenal(judul):
    return "NIP" in judul


def test_cells_keep_what_matters_of_their_kind():
    isi = [
        ["teks", "angka", "tanggal", "ya", "jam", "kosong"],
        ["0812", 1.98e17, datetime(2022, 4, 1), True, time(1, 2), None],
    ]
    assert baca_tabel(buku(isi)).baris == (("0812", 1.98e17, "01-04-2022", "true", None, None),)


def test_a_whole_number_and_a_day_are_told_apart():
    assert baca_tabel(buku([["a", "b"], [12, date(1999, 12, 31)]])).baris == ((12.0, "31-12-1999"),)


def test_empty_rows_inside_keep_the_count_and_those_at_the_end_do_not():
    t = baca_tabel(buku([["a", "b"], [None, None], ["x", None], [None, None]]))
    assert t == Tabel(("a", "b"), ((None, None), ("x", None)), 2)


def test_row_numbers_are_those_of_the_sheet_when_titles_stand_above_the_headings():
    isi = [[None], ["DAFTAR PNS", None], [], [None, "NIP", "NAMA"], [None, "1", "A"]]
    assert baca_tabel(buku(isi), kenal=kenal) == Tabel(("", "NIP", "NAMA"), ((None, "1", "A"),), 5)


def test_the_sheet_with_the_wanted_headings_is_found_behind_others():
    isi = buku(Petunjuk=[["Baca dulu"], ["ya"]], Kosong=[], Data=[["NIP", "NAMA"], ["1", "A"]])
    assert baca_tabel(isi, kenal=kenal).judul == ("NIP", "NAMA")
    assert baca_tabel(isi).judul == ("Baca dulu",)


def test_when_no_sheet_has_them_the_first_with_rows_is_answered():
    assert baca_tabel(buku(A=[["x", "y"], [1, 2]], B=[["z"], [3]]), kenal=kenal).judul == ("x", "y")


def test_a_hidden_sheet_is_not_read():
    berkas = openpyxl.load_workbook(io.BytesIO(buku(Data=[["NIP"], ["lama"]], Baru=[["NIP"], ["baru"]])))
    berkas["Data"].sheet_state = "hidden"
    berkas.active = 1
    wadah = io.BytesIO()
    berkas.save(wadah)
    assert baca_tabel(wadah.getvalue(), kenal=kenal).baris == (("baru",),)


@pytest.mark.parametrize("pemisah", [";", ",", "\t", "|"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_csv_is_read_in_every_separator_and_encoding(pemisah, sandi):
    isi = (
        f'NIP{pemisah}NAMA\r\n1{pemisah}"René {pemisah} ""O"""\r\n\r\n2{pemisah}Mu\'minah, panjang sekali\r\n'.replace(
            ",", pemisah
        )
    )
    if pemisah == ",":
        isi = isi.replace("panjang", "x")
    t = baca_tabel(isi.encode(sandi))
    assert t.judul == ("NIP", "NAMA") and t.baris[0] == ("1", f'René {pemisah} "O"')
    assert t.baris[1] == (None, None) and t.baris[2][0] == "2"


@pytest.mark.parametrize(
    "isi, baris",
    [
        (b"sep=;\r\na;b\r\n1;2,5\r\n", ("1", "2,5")),
        (b'NIP;b\n="0019";x\n', ("0019", "x")),
        (b'a,b\n"=HYPERLINK(""http://x.invalid"",""K"")",1\n', ('=HYPERLINK("http://x.invalid","K")', "1")),
        (b'a,b\n"satu\ndua",1\n', ("satu\ndua", "1")),
        (b"a;b\r1;2\r", ("1", "2")),
        (b"Daftar, lengkap\na;b;c\n1;2;3\n", ("1", "2", "3")),
    ],
)
def test_habits_of_spreadsheets_are_undone(isi, baris):
    assert baca_tabel(isi, kenal=lambda j: len(j) > 1 and j[0] in ("a", "NIP")).baris[0] == baris


@pytest.mark.parametrize(
    "isi, kode",
    [
        (b"", "tabel-kosong"),
        (b"a;b\n", "tabel-kosong"),
        (b"a;b\n;\n \n", "tabel-kosong"),
        (buku([]), "tabel-kosong"),
        (buku([["a", "b"]]), "tabel-kosong"),
        (b"%PDF-1.7 \n1;2", "bukan-tabel"),
        (b"\xef\xbb\xbf <table><tr><td>a</td></tr></table>", "bukan-tabel"),
        (b"\xff\xd8\xff\xe0;;;", "bukan-tabel"),
        (b'{"a": 1, "b": 2}', "bukan-tabel"),
        (b"hanya satu kolom\nsaja\n", "bukan-tabel"),
        (b"a;b\n\x00;\x01\n", "bukan-tabel"),
        (bytes(range(256)) * 20, "bukan-tabel"),
        (b'a;b\n"' + b"x" * 200_000, "tabel-rusak"),
        (b"PK\x03\x04 bukan zip", "tabel-rusak"),
        (buku([["a", "b"], [1, 2]])[:2_000], "tabel-rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000, "tabel-rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "tabel-terkunci"),
        (arsip(sheet1="<worksheet"), "tabel-rusak"),
        (arsip(workbook="bukan xml"), "tabel-rusak"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do_now(isi, kode):
    with pytest.raises(TakSah) as galat:
        baca_tabel(isi)
    assert galat.value.kode == kode and galat.value.pesan.endswith(".") and galat.value.petunjuk


def test_a_document_that_is_only_a_zip_is_no_workbook():
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        z.writestr("word/document.xml", "<x/>")
    with pytest.raises(TakSah, match="bukan buku kerja"):
        baca_tabel(wadah.getvalue())


@pytest.mark.parametrize(
    "xml",
    [
        lembar_xml('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        lembar_xml('<row><c r="A1" t="inlineStr"><is><t>' + "x" * 390_000_000 + "</t></is></c></row>"),
    ],
    ids=["two cells far apart", "one cell of 390 MB"],
)
def test_a_workbook_that_would_eat_the_server_costs_a_child_and_no_more(xml):
    with pytest.raises(TerlaluBesar) as galat:
        baca_tabel(arsip(sheet1=xml))
    assert galat.value.kode == "tabel-terlalu-berat" and "salin hanya baris" in galat.value.petunjuk


def test_a_bomb_is_refused_before_it_is_opened():
    with pytest.raises(TerlaluBesar, match="setelah dibuka"):
        baca_tabel(arsip(sheet1=b"\0" * 401_000_000))


def test_entities_of_an_xml_bomb_are_not_expanded():
    lol = '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "' + "&a;" * 999 + '"><!ENTITY c "' + "&b;" * 999 + '">]>'
    xml = lol + lembar_xml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    )
    try:
        assert all(len(str(x)) < 10 for b in baca_tabel(arsip(sheet1=xml)).baris for x in b)
    except Galat as galat:
        assert galat.kode.startswith("tabel-")


@pytest.mark.parametrize(
    "batas, isi, kode",
    [
        ("BATAS_BYTE", b"a;b\n1;2\n" * 3, "tabel-terlalu-berat"),
        ("BATAS_BARIS", b"a;b\n" + b"1;2\n" * 11, "tabel-terlalu-panjang"),
    ],
)
def test_limits_hold_to_the_last_row(monkeypatch, batas, isi, kode):
    monkeypatch.setattr(tabel, batas, 10)
    with pytest.raises(TerlaluBesar) as galat:
        baca_tabel(isi)
    assert galat.value.kode == kode
    assert len(baca_tabel(isi[:8] if batas == "BATAS_BYTE" else isi[:-4]).baris) in (1, 10)


def test_a_cell_is_cut_and_a_row_is_no_wider_than_the_limit():
    t = baca_tabel((";".join("a" * 1 for _ in range(400)) + "\n" + "x" * 5_000 + ";2\n").encode())
    assert len(t.judul) == tabel.BATAS_KOLOM and len(t.baris[0][0]) == tabel.BATAS_SEL


def test_the_child_sees_none_of_our_secrets(monkeypatch):
    from chalicelib.documents import tabel_buku

    monkeypatch.setenv("SIKAP_RAHASIA", "rahasia")
    terlihat = {}
    asli = tabel_buku.subprocess.Popen
    monkeypatch.setattr(tabel_buku.subprocess, "Popen", lambda *a, **k: terlihat.update(k["env"]) or asli(*a, **k))
    baca_tabel(buku([["a", "b"], [1, 2]]))
    assert set(terlihat) <= {"PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "PYTHONPATH"}


@pytest.mark.parametrize(
    "teks, aman",
    [("=1+1", "'=1+1"), ("+62812", "'+62812"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"), ("\t=1", "'\t=1"), ("\r1", "'\r1"),
     ("SUMINI", "SUMINI"), ("Mu'minah", "Mu'minah"), ("", "")],
)  # fmt: skip
def test_text_is_written_so_that_no_spreadsheet_runs_it(teks, aman):
    assert tulis_aman(teks) == aman
