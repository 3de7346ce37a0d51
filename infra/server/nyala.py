"""Start what runs all the time, and on an upgrade replace one process after the other: the proxy asks those that live.

A unit is restarted only when something it is made of changed, so that a new release of the functions leaves the storage
in peace, and each process of the functions answers before the next one is stopped.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from infra.langkah import Langkah
from infra.penyimpanan import identitas
from infra.server import gugus, nginx, unit
from infra.server.aturan import Server
from infra.server.mesin import Mesin
from infra.tempat import AKAR, Berhenti, susun

CAP = "/var/lib/sikap/terpasang.json"
JAWAB_DETIK = 60
"""How long a process of the functions may take until it answers."""


class Nyala:
    """The last step. `setelan()` is what the services should be told, `nomor` the release."""

    def __init__(self, s: Server, m: Mesin, setelan: Callable[[], dict[str, str]], nomor: str) -> None:
        self._s, self._m, self._setelan, self._nomor = s, m, setelan, nomor

    def langkah(self) -> Langkah:
        """The step."""
        nama = ", ".join(unit.jalankan(self._s))
        akan = f"menyalakan {nama}; bila sudah berjalan, yang berubah saja, satu per satu, dan menunggu masing-masing menjawab"
        return Langkah(
            "layanan berjalan", akan, f"systemctl disable --now {nama}", self._hidup, self._nyalakan, self._padam
        )

    def _cap(self) -> dict[str, str]:
        """What each unit, and the proxy, was last started with: name -> fingerprint."""
        s, isi, setelan = self._s, unit.semua(self._s), self._setelan()
        program = "".join(b for b in _kunci().splitlines() if b.startswith("seaweedfs"))
        gudang = [isi["sikap-berkas.service"], program, identitas(setelan), *([gugus.filer(s)] if s["jaringan.semua"] else [])]  # fmt: skip
        bahan = {"sikap-berkas.service": gudang, "nginx": [nginx.situs(s), *unit.bangkit().values()]}
        for satu in unit.jalankan(s):
            teks = isi[_bentuk(satu)]
            bahan.setdefault(satu, [teks] if satu.endswith(".timer") else [teks, susun(setelan), self._nomor])
        return {nama: hashlib.sha256("\0".join(b).encode()).hexdigest()[:16] for nama, b in bahan.items()}

    def _terpasang(self) -> dict[str, str]:
        try:
            return {str(k): str(v) for k, v in json.loads(self._m.isi(CAP) or "{}").items()}
        except ValueError:
            return {}

    def _perlu(self, satu: str, lama: dict[str, str]) -> bool:
        return lama.get(satu) != self._cap()[satu] or not self._m.berhasil("systemctl", "is-active", "--quiet", satu)

    def _hidup(self) -> bool:
        lama = self._terpasang()
        return lama == self._cap() and not any(self._perlu(u, lama) for u in unit.jalankan(self._s))

    def _nyalakan(self) -> None:
        self._siapkan_proksi()
        self._m.jalan("systemctl", "daemon-reload")
        terpasang = self._terpasang()
        for satu in unit.jalankan(self._s):
            self._m.jalan("systemctl", "enable", satu)
            if self._perlu(satu, terpasang):
                self._ganti(satu)
                terpasang[satu] = self._cap()[satu]
                self._m.tulis(CAP, json.dumps(terpasang))
        self._m.jalan("systemctl", "enable", "sikap.target", "nginx")
        self._m.jalan("systemctl", "reload-or-restart", "nginx")
        self._m.tulis(CAP, json.dumps(self._cap()))

    def _siapkan_proksi(self) -> None:
        if not self._m.letak(self._s["tls.sertifikat"]).is_file():
            raise Berhenti(
                f'Sertifikat {self._s["tls.sertifikat"]} belum ada. Letakkan di sana, atau pakai tls.cara = "acme".'
            )
        nginx.pasang(self._m)

    def _ganti(self, satu: str) -> None:
        """Restart a unit; a process of the functions must answer before we go on. Raises Berhenti."""
        self._m.jalan("systemctl", "restart", satu)
        pintu = satu.removeprefix("sikap-layanan@").removesuffix(".service")
        if pintu.isdecimal() and not self._m.menjawab(
            f"http://{self._s['jaringan.alamat']}:{pintu}/api/sehat", JAWAB_DETIK
        ):
            raise Berhenti(
                f"{satu} belum menjawab setelah {JAWAB_DETIK} detik; yang lain tidak disentuh.\n{self._kata_terakhir(satu)}"
                f"Lihat: journalctl -u {satu} -n 50. Perbaiki, lalu ulangi; atau kembali ke rilis sebelumnya."
            )

    def _kata_terakhir(self, satu: str) -> str:
        return self._m.kata("journalctl", "-u", satu, "-n", "3", "-o", "cat", "--no-pager")

    def _padam(self) -> None:
        for satu in reversed(unit.jalankan(self._s)):
            self._m.berhasil("systemctl", "disable", "--now", satu)
        for jalur in (nginx.NYALA, CAP):
            self._m.letak(jalur).unlink(missing_ok=True)
        self._m.berhasil("systemctl", "reload-or-restart", "nginx")


def _bentuk(satu: str) -> str:
    """sikap-layanan@8001.service -> sikap-layanan@.service."""
    awal, di, _ = satu.partition("@")
    return f"{awal}@.service" if di else satu


def _kunci() -> str:
    return (AKAR / "infra" / "server" / "requirements.lock").read_text(encoding="utf-8")
