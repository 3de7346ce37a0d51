"""A browser in the container's network, from the administrator's slip to the decree in hand, all of it through TLS.

As a program: Chromium, site, fingerprint of its certificate, folder. Standard input: {"orang": {who: {nip, nama, sebutan,
peran, lingkup, kode}}, "slip": the code on the administrator's slip}. Prints what the browser sent where, as JSON.

Nobody has a password when it begins: each account is opened with a slip, each second factor is made from the secret that
the page shows, each role is given by the administrator on his page.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import alat_peramban
import alat_perjalanan
import pyotp
from alat_pdf import kode_slip
from alat_perjalanan import judul
from playwright.sync_api import Browser, Page, expect, sync_playwright

ADMIN = "admi"
SANDI = "hujan turun di {} sore"
AMBIL = "async (url) => Array.from(new Uint8Array(await (await fetch(url)).arrayBuffer()))"
SABAR = 30_000
"""Milliseconds a page may take on a computer that does much else."""


class Kunci:
    """A person's authenticator app; a code is given once, as the server takes it once."""

    def __init__(self, rahasia: str) -> None:
        self._totp, self._terakhir = pyotp.TOTP(rahasia), ""

    def __call__(self) -> str:
        while (kode := self._totp.now()) == self._terakhir:
            time.sleep(1)
        self._terakhir = kode
        return kode


class Kota:
    """The people, their passwords and apps; `orang` is the `Buka` of the walk."""

    def __init__(self, peramban: Browser, situs: str, folder: Path, orang: dict[str, Any]) -> None:
        self._peramban, self._situs, self.folder, self.orang = peramban, situs, folder, orang
        self._kunci: dict[str, Kunci] = {}
        self.keluhan: list[str] = []
        self.kiriman: list[tuple[str, str, int]] = []

    def halaman(self, siapa: str, lebar: str = "ponsel") -> Page:
        """A page of somebody who has not signed in; what it sends is remembered."""
        halaman = alat_peramban.halaman_baru(self._peramban, self._situs, lebar, siapa, self.keluhan)
        halaman.context.set_default_timeout(SABAR)
        halaman.context.on("response", lambda j: self.kiriman.append((j.request.method, j.url, j.status)))
        return halaman

    def masuk(self, siapa: str, lebar: str = "ponsel") -> Page:
        """Sign in with NIP, password, and the code where it is owed."""
        halaman = self.halaman(siapa, lebar)
        o = self.orang[siapa]
        alat_peramban.masuk(halaman, o["nip"], SANDI.format(siapa), o["nama"], self._kunci.get(siapa))
        return halaman

    def aktifkan(self, siapa: str, kode: str) -> Page:
        """Open an account with the code of a slip, and set up the second factor where the role owes it."""
        halaman, o = self.halaman(siapa), self.orang[siapa]
        halaman.goto("/aktivasi/")
        halaman.get_by_role("button", name="Saya sudah punya kode atau slip").click()
        pakai = halaman.locator("#pakai")
        pakai.get_by_label("NIP").fill(o["nip"])
        pakai.get_by_label("Kode").fill(kode)
        pakai.get_by_label("Kata sandi baru", exact=True).fill(SANDI.format(siapa))
        pakai.get_by_role("button", name="Aktifkan akun").click()
        if o["kode"]:
            self._pasang_kode(halaman, siapa)
        judul(halaman, o["nama"])
        return halaman

    def _pasang_kode(self, halaman: Page, siapa: str) -> None:
        rahasia = halaman.locator("#totp-rahasia")
        expect(rahasia).not_to_be_empty()
        self._kunci[siapa] = Kunci(rahasia.inner_text().replace(" ", ""))
        halaman.locator("#totp-kode").get_by_label("Kode").fill(self._kunci[siapa]())
        halaman.get_by_role("button", name="Pasang", exact=True).click()
        expect(halaman.locator("#totp-daftar li")).to_have_count(8)
        halaman.get_by_role("button", name="Sudah saya simpan").click()

    def beri_peran(self, admin: Page, siapa: str) -> str:
        """As the administrator: find somebody, give the role of his letter of duty, print his slip; its code."""
        o = self.orang[siapa]
        admin.goto("/pengguna/")
        admin.get_by_label("Cari orang").fill(o["nip"])
        admin.get_by_role("button", name="Cari").click()
        admin.locator("#hasil").get_by_role("button", name=re.compile(re.escape(o["nama"]))).click()
        expect(admin.locator("#ubah-judul")).to_contain_text(o["nama"])
        if o["peran"]:
            admin.locator(f"#peran input[value={o['peran']}]").check()
            if o["lingkup"]:
                admin.get_by_label("Unit yang dilayani").select_option(label=o["lingkup"])
            admin.get_by_role("button", name="Simpan peran").click()
            expect(admin.locator("#kabar")).to_contain_text("tersimpan")
        slip = self.folder / f"slip-{siapa}.pdf"
        slip.write_bytes(cetakan(admin, "Cetak slip aktivasi"))
        return kode_slip(slip)


def cetakan(halaman: Page, tombol: str) -> bytes:
    """Press a button that shows a paper in a window of its own; the paper, which the browser fetches once more."""
    with halaman.expect_popup() as jendela:
        halaman.get_by_role("button", name=tombol).click()
    jendela.value.wait_for_url("**/berkas/cetak/**")
    isi = halaman.evaluate(AMBIL, jendela.value.url)
    jendela.value.close()
    return bytes(isi)


def main(chromium: str, situs: str, sidik: str, folder: str) -> None:
    bahan = json.load(sys.stdin)
    nama_situs = situs.removeprefix("https://")
    pilihan = [
        *("--no-sandbox", "--no-proxy-server", f"--host-resolver-rules=MAP {nama_situs} 127.0.0.1"),
        f"--ignore-certificate-errors-spki-list={sidik}",
    ]
    expect.set_options(timeout=SABAR)
    with sync_playwright() as p:
        peramban = p.chromium.launch(executable_path=chromium, args=pilihan)
        kota = Kota(peramban, situs, Path(folder), bahan["orang"])
        admin = kota.aktifkan(ADMIN, bahan["slip"])
        (kue,) = admin.context.cookies()
        assert (kue["name"], kue["secure"], kue["sameSite"]) == ("__Host-sid", True, "Strict")
        for siapa in kota.orang:
            if siapa != ADMIN:
                kota.aktifkan(siapa, kota.beri_peran(admin, siapa)).context.close()
        alat_perjalanan.jalani(kota.masuk, kota.folder, {s: o["sebutan"] for s, o in kota.orang.items()})
        peramban.close()
    print(json.dumps({"kiriman": kota.kiriman, "keluhan": kota.keluhan}))


if __name__ == "__main__":
    main(*sys.argv[1:])
