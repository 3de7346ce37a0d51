"""A browser in the container's network: sign in through TLS, show the name. Arguments: Chromium, site, folder for the picture."""

from __future__ import annotations

import sys

from alat_dua_puluh import SANDI, nip
from playwright.sync_api import expect, sync_playwright


def main(chromium: str, situs: str, folder: str) -> None:
    """Print the heading of the start page; fails when a page breaks its own rules."""
    keluhan: list[str] = []
    with sync_playwright() as p:
        pilihan = ["--no-sandbox", "--no-proxy-server", "--host-resolver-rules=MAP sikap.contohkab.go.id 127.0.0.1"]
        peramban = p.chromium.launch(executable_path=chromium, args=pilihan)
        halaman = peramban.new_page(ignore_https_errors=True, viewport={"width": 360, "height": 740})
        halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
        halaman.on("console", lambda kata: "Content Security" in kata.text and keluhan.append(kata.text))
        halaman.goto(f"{situs}/masuk/")
        halaman.get_by_label("NIP").fill(nip(3))
        halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
        halaman.get_by_role("button", name="Masuk").click()
        judul = halaman.get_by_role("heading", level=1)
        expect(judul).to_contain_text("ORANG 3", timeout=20_000)
        print(judul.inner_text())
        halaman.screenshot(path=f"{folder}/masuk.png")
        peramban.close()
    assert keluhan == [], keluhan


if __name__ == "__main__":
    main(*sys.argv[1:])
