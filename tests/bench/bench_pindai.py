"""The scanner in Chromium on made-up photos with known corners: `python tests/bench/bench_pindai.py [PHOTOS PER DESK]`, CPU slowed fourfold."""

from __future__ import annotations

import base64
import statistics
import sys
import tempfile
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR), str(AKAR / "functions"), str(AKAR / "site"), str(AKAR / "tests")]

from alat_foto import LEBAR, MEJA, TINGGI, Sudut, buat  # noqa: E402
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
  return {sudut, yakin, cari, jadi: performance.now() - awal - cari, bita: jpeg[0].size};
}"""


def galat(kira: Sudut, nyata: Sudut) -> float:
    """The worst corner's distance from the truth, as a share of the photo's diagonal."""
    pasang = zip(kira, nyata, strict=True)
    jauh = [((a - u) ** 2 * LEBAR**2 + (b - v) ** 2 * TINGGI**2) ** 0.5 for (a, b), (u, v) in pasang]
    return max(jauh) / (LEBAR**2 + TINGGI**2) ** 0.5


def main() -> None:
    """Print one row for each desk."""
    banyak = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as p:
        bangun(Path(folder) / "situs")
        loket = Loket(Path(folder) / "situs")
        peramban = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        halaman = peramban.new_page()
        halaman.goto(loket.alamat + "/antrean-berkas/")
        halaman.context.new_cdp_session(halaman).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        for meja in MEJA:
            foto = [buat(n, meja=meja) for n in range(banyak)]
            hasil = [halaman.evaluate(UKUR, base64.b64encode(f.jpeg).decode()) for f in foto]
            salah = sorted(
                galat(h["sudut"], f.sudut) * 100 for h, f in zip(hasil, foto, strict=True) if h["yakin"] >= 0.85
            )
            tengah = [statistics.median(h[k] for h in hasil) for k in ("cari", "jadi", "bita")]
            p95 = salah[int(0.95 * (len(salah) - 1))] if salah else 0
            print(
                f"| {meja} | {banyak} | {len(salah)} | {statistics.median(salah or [0]):.2f} % | {p95:.2f} % | {max(salah or [0]):.2f} % "
                f"| {tengah[0] / 1000:.2f} | {tengah[1] / 1000:.2f} | {tengah[2] / 1000:.0f} |",
                flush=True,
            )
        peramban.close()
        loket.tutup()


if __name__ == "__main__":
    main()
