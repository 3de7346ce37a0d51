"""The scanner in Chromium on made-up photos with known corners: `python tests/bench/bench_pindai.py [PHOTOS PER DESK]`, CPU slowed fourfold.

With tesseract and its Indonesian words installed it also says how many words can be read before and after.
"""

from __future__ import annotations

import base64
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "site"), str(AKAR / "tests")]

from alat_foto import KEADAAN, LEBAR, TINGGI, Foto, Sudut, buat  # noqa: E402
from alat_loket import Loket  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from sitebuild.bangun import bangun  # noqa: E402

UKUR = """async (b64) => {
  const folder = document.querySelector('script[src*="/js/"]').src.split('/js/')[0];
  const g = await import(`${folder}/components/pindai/gambar.mjs`);
  const foto = await g.buka(new Blob([Uint8Array.from(atob(b64), (c) => c.charCodeAt(0))]));
  const awal = performance.now();
  const {sudut, yakin} = g.cariKertas(foto);
  const cari = performance.now() - awal;
  const {jpeg} = await g.jadiHalaman(foto, sudut);
  const jadi = performance.now() - awal - cari;
  const isi = new Uint8Array(await jpeg[0].arrayBuffer());
  return {sudut, yakin, cari, jadi, bita: isi.length, jpeg: btoa(Array.from(isi, (n) => String.fromCharCode(n)).join(''))};
}"""
YAKIN = 0.8


def galat(kira: Sudut, nyata: Sudut) -> float:
    """The worst corner's distance from the truth, as a share of the photo's diagonal."""
    pasang = zip(kira, nyata, strict=True)
    jauh = [((a - u) ** 2 * LEBAR**2 + (b - v) ** 2 * TINGGI**2) ** 0.5 for (a, b), (u, v) in pasang]
    return max(jauh) / (LEBAR**2 + TINGGI**2) ** 0.5


def terbaca(jpeg: bytes, kata: tuple[str, ...]) -> float:
    """Share of the paper's words that an OCR program finds in a picture, in percent."""
    perintah = ["tesseract", "stdin", "stdout", "-l", "ind", "--psm", "6"]
    teks = subprocess.run(perintah, input=jpeg, capture_output=True, check=True).stdout.decode()
    ada, perlu = Counter(teks.lower().split()), Counter(kata)
    return 100 * sum((ada & perlu).values()) / sum(perlu.values())


def baris(nama: str, foto: list[Foto], hasil: list[dict[str, Any]]) -> str:
    """One row of the table: what was found, how well, how fast, how large, and how much of it can be read."""
    salah = sorted(galat(h["sudut"], f.sudut) * 100 for h, f in zip(hasil, foto, strict=True) if h["yakin"] >= YAKIN)
    cari, jadi, bita = (statistics.median(h[k] for h in hasil) for k in ("cari", "jadi", "bita"))
    sudut = f"{statistics.median(salah):.2f} % | {salah[-1]:.2f} %" if salah else "- | -"
    baca = "- | -"
    if shutil.which("tesseract"):
        sebelum = statistics.mean(terbaca(f.jpeg, f.kata) for f in foto)
        sesudah = statistics.mean(
            terbaca(base64.b64decode(h["jpeg"]), f.kata) for h, f in zip(hasil, foto, strict=True)
        )
        baca = f"{sebelum:.0f} % | {sesudah:.0f} %"
    return f"| {nama} | {len(foto)} | {len(salah)} | {sudut} | {cari / 1000:.2f} | {jadi / 1000:.2f} | {bita / 1000:.0f} | {baca} |"


def main() -> None:
    """Print one row for each condition."""
    banyak = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as p:
        bangun(Path(folder) / "situs")
        loket = Loket(Path(folder) / "situs")
        peramban = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        halaman = peramban.new_page()
        halaman.goto(loket.alamat + "/antrean-berkas/")
        halaman.context.new_cdp_session(halaman).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        for nama, isi in KEADAAN.items():
            foto = [buat(n, **isi) for n in range(banyak)]
            hasil = [halaman.evaluate(UKUR, base64.b64encode(f.jpeg).decode()) for f in foto]
            print(baris(nama, foto, hasil), flush=True)
        peramban.close()
        loket.tutup()


if __name__ == "__main__":
    main()
