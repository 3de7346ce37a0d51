"""What `status` and `doctor` look at: does each process answer, what the functions say of themselves, and the machine."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable

from infra.periksa import Hasil, Jawab, coba
from infra.server import periksa_mesin, unit
from infra.server.aturan import Server
from infra.server.mesin import Mesin

JALAN_KELUAR = {
    "catatan": "Pangkalan data: systemctl status 'postgresql*'; journalctl -u 'postgresql*' -n 50",
    "berkas": "Dokumen: systemctl status sikap-berkas; journalctl -u sikap-berkas -n 50",
}


def semua(s: Server, m: Mesin) -> list[Hasil]:
    """Everything, the most felt first. What the machine knows of a part counts more than what the functions see of it."""
    tanya: list[tuple[str, Callable[[], Jawab]]] = [
        *((f"layanan {p}", lambda p=p: _layanan(s, p)) for p in s.pintu),
        *((nama, lambda kerja=kerja: kerja(s, m)) for nama, kerja in periksa_mesin.SEMUA),
    ]
    mesin = [Hasil(nama, *coba(kerja, _belum)) for nama, kerja in tanya]
    dikenal = {h.bagian for h in mesin}
    return [*mesin, *(h for h in _doctor(s, m) if h.bagian not in dikenal)]


def _belum(sebab: Exception) -> str:
    return f"belum dapat diperiksa ({sebab}). Jalankan sebagai root; bila sudah: systemctl status 'sikap-*'"


def _ambil(s: Server, pintu: int, jalur: str) -> str:
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
        f"http://{s['jaringan.alamat']}:{pintu}{jalur}", timeout=10
    ) as jawab:
        return str(jawab.read().decode())


def _doctor(s: Server, m: Mesin) -> list[Hasil]:
    """What the functions find out themselves (`doctor`: settings, records, storage, queue of messages, last backup, site)."""
    kata = m.kata(*unit.sebagai_layanan(s), "doctor", "--json")
    try:
        return [Hasil(h["bagian"], bool(h["baik"]), str(h["keterangan"])) for h in json.loads(kata)]
    except (ValueError, TypeError, KeyError):
        cara = "Jalankan sebagai root: sudo sikap doctor. Bila sudah: journalctl -u 'sikap-*' -n 50"
        return [Hasil("keterangan layanan", False, f"belum dapat diperiksa. {cara}")]


def _layanan(s: Server, pintu: int) -> Jawab:
    try:
        bagian = json.loads(_ambil(s, pintu, "/api/sehat?dalam=1"))["bagian"]
    except urllib.error.HTTPError as jawab:
        bagian = json.loads(jawab.read()).get("bagian", {})
    except OSError:
        return False, f"tidak menjawab. Lihat: journalctl -u sikap-layanan@{pintu} -n 50"
    rusak = [nama for nama, baik in bagian.items() if not baik]
    if rusak or not bagian:
        return False, f"menjawab, tetapi {', '.join(rusak) or 'tidak seperti seharusnya'} tidak. " + " ".join(
            JALAN_KELUAR.get(nama, "") for nama in rusak
        )
    return True, "menjawab"
