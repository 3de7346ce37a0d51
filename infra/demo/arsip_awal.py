"""What the archive holds before any case: papers verified long ago, and files for people to try uploads with."""

from __future__ import annotations

from typing import Any

from infra.demo import gangguan, surat
from infra.demo.bahan import Bahan
from infra.demo.cerita import Arsip
from infra.demo.kabupaten import Kabupaten

SUDAH_ADA = ("sk-kp", "sk-jabatan")


def tulis(k: Kabupaten, arsip: Arsip) -> list[dict[str, Any]]:
    """SOEKARJONO's decrees are in the archive; the three papers his proposal still lacks lie ready for who tries it. One more
    decree lies there to be lost (gangguan)."""
    o = k.tokoh["soekarjono"]
    b = Bahan(o, k.hari, k.tokoh["pimpinan"])
    tahun = k.hari.year - 1
    for slot in (f"skp-{tahun}", f"skp-{tahun - 1}", "pernyataan-hukdis"):
        arsip.taruh(f"documents/untuk-dicoba/soekarjono {slot}.pdf", surat.berkas(b, slot))
    arsip.taruh(f"documents/untuk-dicoba/soekarjono skp-{tahun} difoto.jpg", surat.jepret(b, f"skp-{tahun}"))
    pada = f"{tahun}-06-10T09:15:00+07:00"
    oleh = k.tokoh["pengelola_dikbud"].nip
    hilang = Bahan(k.tokoh[gangguan.RUSAK[0]], k.hari, k.tokoh["pimpinan"])
    lain = _langkah(arsip, hilang, gangguan.RUSAK[1], pada, k.tokoh["pengelola_rsud"].nip)
    return [*(_langkah(arsip, b, slot, pada, oleh) for slot in SUDAH_ADA), lain]


def _langkah(arsip: Arsip, b: Bahan, slot: str, pada: str, oleh: str) -> dict[str, Any]:
    jalur = arsip.taruh(f"documents/arsip/{b.o.nama.split()[0].lower()}-{slot}.pdf", surat.berkas(b, slot))
    return {
        "pada": pada,
        "oleh": oleh,
        "nip": b.o.nip,
        "aksi": "unggah",
        "slot": slot,
        "berkas": jalur,
        "nama": f"{slot}.pdf",
        "pasang": False,
    }
