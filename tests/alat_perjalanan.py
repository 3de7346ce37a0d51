"""The whole way of one case, in a browser, by everybody who touches it: from a name half remembered to the decree in hand.

Each part is one person's work. `orang(who, width)` answers a page where that person has signed in; the people are those of
the small office (alat_kantor): tini proposes, vera examines, kabul approves, opi records, karno is promoted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from fpdf import FPDF
from playwright.sync_api import Download, Locator, Page, Route, expect
from pypdf import PdfReader

PERTEK = "PG-25405000123"
SK = "821.2/045/404.202/2027"
DICARI, NAMA = "sukaryno", "SOEKARJONO"
Buka = Callable[..., Page]


def jalani(orang: Buka, folder: Path, sebutan: Mapping[str, str]) -> None:
    """Walk it. `sebutan`: how the case's history names each of its people; `folder` takes what is made and downloaded."""
    tini, vera = orang("tini"), orang("vera", "meja")
    alamat = usulkan(tini, folder)
    kembalikan(vera, alamat)
    perbaiki(tini, alamat, folder)
    nyatakan(vera, alamat)
    kabul = orang("kabul", "meja")
    kabul.goto(alamat)
    langkah(kabul, "Setujui")
    catat_bkn(orang("opi", "meja"), alamat, folder)
    terima_sk(orang("karno"), alamat, folder, [sebutan[s] for s in ("tini", "vera", "kabul", "opi")])


def usulkan(tini: Page, folder: Path) -> str:
    """Find him by a name heard, make his case, upload every paper asked for, send it; the address of the case."""
    tini.goto("/pencarian/")
    tini.get_by_label("Nama atau NIP").fill(DICARI)
    tini.get_by_role("button", name="Cari").click()
    kartu = tini.locator("#hasil .kartu").filter(has_text=NAMA).first
    expect(kartu).to_be_visible()
    saran = tahan(tini, "**/kelayakan?*", kartu.get_by_role("link", name=re.compile("Usulkan")))
    judul(tini, "Buat usulan")
    expect(tini.locator("#siapa")).to_contain_text(NAMA)
    lanjut = tini.get_by_role("button", name="Lanjut")
    expect(lanjut).to_be_disabled()
    saran.continue_()
    lanjut.click()
    judul(tini, f"Usulan {NAMA}")
    alamat = re.sub(r"&selesai=1", "", tini.url)
    assert len(isi_semua(tini, folder)) >= 3
    langkah(tini, "Usulkan ke BKPSDM", {"Nomor surat": "800/12/404.301/2026", "Tanggal surat": "25 November 2026"})
    return alamat


def kembalikan(vera: Page, alamat: str) -> None:
    """Take the next case, accept every document but the first, send it back with a reason."""
    vera.goto("/usulan/?status=diusulkan_opd")
    vera.get_by_role("button", name="Ambil berikutnya").click()
    judul(vera, f"Periksa {NAMA}")
    semua = vera.locator("#semua .tugas__baris")
    for i in range(semua.count()):
        if "Belum ada" in semua.nth(i).inner_text():
            continue
        semua.nth(i).get_by_role("button").click()
        if i == 0:
            vera.get_by_label("Kembalikan", exact=True).check()
            vera.get_by_label("Alasan", exact=True).select_option(index=1)
            vera.get_by_label("Catatan untuk PNS").fill("Halaman kedua belum ada")
        else:
            vera.get_by_label("Terima", exact=True).check()
        with vera.expect_response(lambda j: j.url.endswith("/pemeriksaan")) as jawab:
            vera.get_by_role("button", name="Simpan dan lanjut").click()
        assert jawab.value.status == 200
    vera.goto(alamat)
    langkah(vera, "Kembalikan (BTS)")


def perbaiki(tini: Page, alamat: str, folder: Path) -> None:
    """Replace the document that was asked for."""
    tini.goto(alamat)
    diminta = tini.locator("#butir .tugas__baris").filter(has_text="Halaman kedua belum ada")
    diminta.get_by_role("link").click()
    expect(tini.locator("#diminta")).to_contain_text("Halaman kedua belum ada")
    unggah(tini, pdf(folder, "perbaikan"))
    expect(tini.locator("#sekarang")).to_contain_text("perbaikan.pdf, 1 halaman, diterima")
    tini.goto(alamat)
    langkah(tini, "Kirim perbaikan")


def nyatakan(vera: Page, alamat: str) -> None:
    """Accept the new document; declare the case complete, and why where the figures leave a doubt."""
    vera.goto(alamat)
    isi = tahan(vera, "**/api/usulan/*", vera.get_by_role("link", name="Periksa berkas"))
    terima = vera.get_by_label("Terima", exact=True)
    expect(terima).to_be_disabled()
    isi.continue_()
    terima.check()
    vera.get_by_role("button", name="Simpan dan lanjut").click()
    expect(vera.locator("#kemajuan")).to_contain_text("Semua berkas sudah diputuskan")
    vera.goto(alamat)
    langkah(
        vera,
        "Nyatakan memenuhi syarat",
        {"Alasan Anda menyatakan memenuhi syarat": "Riwayat dicocokkan dengan arsip kertas"},
    )


def catat_bkn(opi: Page, alamat: str, folder: Path) -> None:
    """Record that it was sent, the Pertek, and the decree: first with a wrong pay, then as the refusal computes it."""
    opi.goto(alamat)
    langkah(
        opi,
        "Catat pengiriman ke BKN",
        {"Nomor surat": "800/99/404.202/2026", "Tanggal surat": "25 November 2026", "Nomor usul di SIASN": "SIASN-1"},
    )
    putuskan(opi, "Catat Pertek", pdf(folder, "pertek"), {"Nomor": PERTEK, "Tanggal": "25 November 2026"})
    isi = {"Masa kerja golongan: tahun": "1", "Masa kerja golongan: bulan": "0", "Gaji pokok (rupiah)": "1"}
    opi.goto(alamat)
    sk = pdf(folder, "sk")
    putuskan(opi, "Catat SK", sk, {"Nomor": SK, "Tanggal": "25 November 2026", **isi}, ditolak=True)
    selisih = opi.get_by_role("alert").inner_text()
    dihitung = re.search(r"hitungan (\d+) tahun (\d+) bulan.*hitungan Rp([\d.]+)", selisih)
    assert dihitung, selisih
    tahun, bulan, gaji = dihitung.groups()
    for label, nilai in zip(isi, (tahun, bulan, gaji.strip(".").replace(".", "")), strict=True):
        opi.get_by_label(label, exact=True).fill(nilai)
    opi.get_by_role("button", name="Catat SK", exact=True).click()
    expect(opi.locator("#berhasil")).to_be_visible()


def terima_sk(karno: Page, alamat: str, folder: Path, riwayat: list[str]) -> None:
    """See who did what, download the decree, confirm it, find the message."""
    karno.goto(alamat)
    for kata in riwayat:
        expect(karno.locator("#riwayat")).to_contain_text(kata)
    unduh(karno, "Unduh SK").save_as(folder / "sk-diterima.pdf")
    assert (folder / "sk-diterima.pdf").read_bytes() == (folder / "sk.pdf").read_bytes()
    assert "sk" in PdfReader(folder / "sk-diterima.pdf").pages[0].extract_text()
    langkah(karno, "Konfirmasi SK diterima")
    expect(karno.locator("#ringkas")).to_contain_text("Selesai")
    karno.goto("/kabar/")
    expect(karno.locator("main")).to_contain_text("SK")


def pdf(folder: Path, nama: str) -> Path:
    """A one-page document that says what it is."""
    kertas = FPDF(format="A4")
    kertas.add_page()
    kertas.set_font("helvetica", size=16)
    kertas.multi_cell(0, 10, f"{nama}\nDokumen contoh untuk pengujian")
    kertas.output(str(berkas := folder / f"{nama}.pdf"))
    return berkas


def judul(halaman: Page, kata: str) -> None:
    expect(halaman.get_by_role("heading", level=1)).to_contain_text(kata)


def langkah(halaman: Page, tombol: str, isi: dict[str, str] | None = None) -> None:
    """Press an act of the case, fill its form, send it, and read that it was done."""
    halaman.locator("#aksi").get_by_role("link", name=tombol, exact=True).click()
    judul(halaman, tombol)
    for label, nilai in (isi or {}).items():
        bidang = halaman.get_by_label(label, exact=True)
        if bidang.evaluate("e => e.tagName") == "SELECT":
            bidang.select_option(nilai)
        else:
            bidang.fill(nilai)
    halaman.get_by_role("button", name=tombol, exact=True).click()
    expect(halaman.locator("#berhasil")).to_be_visible()


def tahan(halaman: Page, alamat: str, tautan: Locator) -> Route:
    """Follow a link and keep the new page waiting for one answer: a form must not take what that answer would overwrite."""
    ditahan: list[Route] = []
    halaman.route(alamat, lambda r: ditahan.append(r), times=1)
    with halaman.expect_request(alamat):
        tautan.click()
    for _ in range(100):  # the browser's word of it comes a moment before the handler's
        if ditahan:
            break
        halaman.wait_for_timeout(20)
    return ditahan[0]


def unggah(halaman: Page, berkas: Path) -> None:
    halaman.locator(".unggah:visible input[type=file]:enabled:not([capture])").set_input_files(berkas)


def unduh(halaman: Page, tombol: str) -> Download:
    """Press a button that opens a paper in a window of its own; the file. Listened for before the press: it may come as soon as the window is there."""
    unduhan: list[Download] = []
    halaman.context.on("page", lambda jendela: jendela.on("download", lambda berkas: unduhan.append(berkas)))
    halaman.get_by_role("button", name=tombol).click()
    for _ in range(300):
        if unduhan:
            break
        halaman.wait_for_timeout(100)
    return unduhan[0]


def isi_semua(halaman: Page, folder: Path) -> list[str]:
    """Upload every document that the list still asks for; their names."""
    nama = []
    while (
        tautan := halaman.locator("#butir .tugas__baris")
        .filter(has_text="Belum ada")
        .filter(has_not_text="boleh dikosongkan")
        .get_by_role("link")
    ).count():
        nama.append(tautan.first.inner_text())
        tautan.first.click()
        judul(halaman, nama[-1])
        unggah(halaman, pdf(folder, re.sub(r"\W+", "-", nama[-1])))
        expect(halaman.locator("#sekarang")).to_contain_text("1 halaman, diterima")
        halaman.get_by_role("link", name="Kembali ke daftar berkas").click()
        expect(halaman.locator("#butir .tugas__baris").first).to_be_visible()
    return nama


def putuskan(halaman: Page, tombol: str, berkas: Path, isi: dict[str, str], *, ditolak: bool = False) -> None:
    """Record a decision of BKN with its PDF; `ditolak`: the counter refuses it and says why."""
    halaman.locator("#aksi").get_by_role("link", name=tombol, exact=True).click()
    judul(halaman, tombol)
    unggah(halaman, berkas)
    expect(halaman.locator(".unggah:visible")).to_contain_text("Terkirim dan diterima")
    for label, nilai in isi.items():
        halaman.get_by_label(label, exact=True).fill(nilai)
    halaman.get_by_role("button", name=tombol, exact=True).click()
    expect(halaman.get_by_role("alert") if ditolak else halaman.locator("#berhasil")).to_be_visible()
