"""A counter that fails on order: the built site, and just enough of /api to watch files travel. For failures that the real one
cannot be asked for; the real one is walked by the journeys."""

from __future__ import annotations

import hashlib
import json
import threading
from collections import Counter
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sitebuild.sajikan import Penyaji

SAYA = {
    "id": "pegawai-1", "nama": "Siti Aminah", "peran": ["pns"], "peran_sebutan": ["PNS"], "pegawai": None, "usulan": [],
    "kelayakan": [], "menunggu": [], "kabar_baru": "", "lingkup": "", "kode_terpasang": False, "demo": False,
}  # fmt: skip
SESI = {
    "id": "sesi-1", "perangkat": "Chrome di Android", "ini": True,
    "dibuat_pada": "2026-11-03T02:12:00Z", "dilihat_pada": "2026-11-03T05:12:00Z",
}  # fmt: skip


class Loket:
    """What arrived, and which of the next requests shall fail. `gagal` maps "POST /api/berkas" to statuses used up in order;
    status 0 cuts the line in the middle."""

    def __init__(self, folder: Path) -> None:
        self.saya = dict(SAYA)
        self.gagal: dict[str, list[int]] = {}
        self.panggilan: Counter[str] = Counter()
        self.kunci: dict[str, str] = {}
        self.hangus: set[str | None] = set()
        self.simpanan: dict[str, bytes] = {}
        self.resi: dict[str, str] = {}
        self.dipasang: list[str] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Jawab, self, directory=str(folder)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.alamat = f"http://localhost:{self.server.server_port}"

    def tutup(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class _Jawab(Penyaji):
    def __init__(self, loket: Loket, *isi: Any, **lain: Any) -> None:
        self.loket = loket
        super().__init__(*isi, **lain)

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        if self.path == "/api/saya":
            return self._patah("GET /api/saya") or self._json(200, self.loket.saya)
        if self.path == "/api/saya/sesi":
            return self._json(200, {"isi": [SESI], "kursor": None})
        if self.path.startswith("/api/usulan/"):
            return self._json(200, {"versi": 1})
        if self.path.startswith("/api/"):
            return self._json(404, {"detail": "Yang Anda cari tidak ditemukan.", "kode": "tidak-ada"})
        return super().do_GET()

    def do_POST(self) -> None:
        badan = self._badan()
        if self.headers["Content-Type"] != "application/json":
            return self._json(405, {})
        isi = json.loads(badan or "{}")
        if self._patah("POST " + self.path):
            return None
        if self.path == "/api/sesi":
            return self._json(
                422, {"detail": "NIP atau kata sandi tidak cocok.", "petunjuk": "Periksa keduanya, lalu coba lagi."}
            )
        if self.path == "/api/saya/totp":
            return self._json(
                200, {"rahasia": "ABCDEFGHIJKLMNOP", "alamat": "otpauth://totp/x", "qr": "M0 0h1v1h-1z", "sisi": 29}
            )
        if self.path == "/api/berkas":
            id_ = self.loket.kunci.setdefault(self.headers["Idempotency-Key"], isi["sha256"][:12])
            tiket = {
                "cara": "PUT",
                "url": f"/simpanan/{id_}",
                "kepala": {"X-Uji": "1", "Content-Length": "9"},
                "sampai": 0,
            }
            return self._json(200, {"id": id_, "tiket": tiket})
        id_ = self.path.split("/")[3]
        self.loket.resi[id_] = hashlib.sha256(self.loket.simpanan[id_]).hexdigest()
        return self._json(200, {"id": id_, "keadaan": "diterima"})

    def do_PUT(self) -> None:
        badan = self._badan()
        if self.path.startswith("/api/usulan/"):
            self.loket.dipasang.append(f"{self.path} {json.loads(badan)['berkas']}")
            self._json(200, {"versi": 2})
            return
        if self._patah("PUT"):
            return
        id_ = self.path.rsplit("/", 1)[-1]
        ada = id_ in self.loket.simpanan
        self.loket.simpanan[id_] = badan
        self._json(412 if ada else 200, {})

    def _badan(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _patah(self, apa: str) -> bool:
        self.loket.panggilan[apa] += 1
        antre = self.loket.gagal.get(apa, [])
        if self.headers["Idempotency-Key"] in self.loket.hangus:
            antre = [409]
        if not antre:
            return False
        status = antre.pop(0)
        if status == 409:
            # The answer under this key is lost for good.
            self.loket.hangus.add(self.headers["Idempotency-Key"])
        if status:
            self._json(status, {"detail": f"Diminta uji: {status}.", "kode": "uji"})
        else:
            self.close_connection = True
            self.connection.close()
        return True

    def _json(self, status: int, isi: dict[str, Any]) -> None:
        badan = json.dumps(isi).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if status < 400 else "application/problem+json")
        self.send_header("Content-Length", str(len(badan)))
        self.end_headers()
        self.wfile.write(badan)
