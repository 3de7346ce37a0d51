"""What this process counted: requests, refusals, latencies, failed logins. As Prometheus text, or as lines CloudWatch counts (EMF).

No label holds anything of a person: the address is the pattern of the route, the refusal its code.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

BATAS_DETIK = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
MASUK = frozenset({"POST /sesi", "POST /sesi/kode"})
GAGAL_MASUK = frozenset({401, 422, 429})
RUANG = "SIKAP"
KETERANGAN = {
    "permintaan_total": "Permintaan yang dijawab, menurut loket dan status.",
    "penolakan_total": "Penolakan menurut kode.",
    "masuk_gagal_total": "Percobaan masuk yang ditolak.",
    "lama_detik": "Lama menjawab, detik.",
    "catatan_sehat": "1 bila pangkalan data menjawab.",
    "berkas_sehat": "1 bila penyimpanan dokumen menjawab.",
    "kabar_tertunda_detik": "Umur kabar tertua yang sudah waktunya dikirim.",
    "ramalan_disisihkan": "Orang yang ramalannya tidak dapat dihitung; id-nya ada di log pekerja.",
    "dokumen_terlama_diperiksa_detik": "Waktu sejak dokumen yang paling lama tidak dibaca ulang terakhir dibaca.",
    "cadangan_umur_detik": "Waktu sejak cadangan terakhir selesai.",
}


class Permintaan(NamedTuple):
    """One answered request: "GET /usulan/{id}", its status, the refusal's code ("" none), how long it took."""

    loket: str
    status: int
    kode: str
    detik: float

    @property
    def masuk_gagal(self) -> bool:
        """Was it a login that was refused?"""
        return self.loket in MASUK and self.status in GAGAL_MASUK


class Penghitung:
    """Counts for many threads."""

    def __init__(self) -> None:
        self._kunci = threading.Lock()
        self._permintaan: Counter[tuple[str, int]] = Counter()
        self._penolakan: Counter[str] = Counter()
        self._ember: Counter[float] = Counter()
        self._masuk_gagal, self._banyak, self._jumlah = 0, 0, 0.0

    def catat(self, p: Permintaan) -> None:
        """Count one answer."""
        with self._kunci:
            self._permintaan[p.loket, p.status] += 1
            self._penolakan.update([p.kode] if p.kode else [])
            self._masuk_gagal += p.masuk_gagal
            self._banyak, self._jumlah = self._banyak + 1, self._jumlah + p.detik
            self._ember.update(b for b in BATAS_DETIK if p.detik <= b)

    def teks(self, keadaan: Mapping[str, float]) -> str:
        """Everything counted, and the gauges `keadaan`, in Prometheus' text form."""
        with self._kunci:
            lama = [f'_bucket{{le="{b}"}} {self._ember[b]}' for b in BATAS_DETIK]
            isi = {
                "permintaan_total": [
                    f'{{loket="{loket}",status="{status}"}} {n}' for (loket, status), n in self._permintaan.items()
                ],
                "penolakan_total": [f'{{kode="{kode}"}} {n}' for kode, n in self._penolakan.items()],
                "masuk_gagal_total": [f" {self._masuk_gagal}"],
                "lama_detik": [
                    *lama,
                    f'_bucket{{le="+Inf"}} {self._banyak}',
                    f"_sum {self._jumlah:.6f}",
                    f"_count {self._banyak}",
                ],
            }
        isi |= {nama: [f" {nilai:g}"] for nama, nilai in keadaan.items()}
        return "".join(_keluarga(nama, baris) for nama, baris in isi.items())


def _keluarga(nama: str, baris: list[str]) -> str:
    jenis = "histogram" if nama == "lama_detik" else "counter" if nama.endswith("_total") else "gauge"
    penuh = f"sikap_{nama}"
    kepala = f"# HELP {penuh} {KETERANGAN[nama]}\n# TYPE {penuh} {jenis}\n"
    return kepala + "".join(f"{penuh}{b}\n" for b in baris)


def emf_permintaan(p: Permintaan, pada: datetime) -> str:
    """One request as a line from which CloudWatch makes metrics."""
    nilai = {
        "permintaan": 1.0, "penolakan": float(bool(p.kode)), "rusak": float(p.status >= 500),
        "masuk_gagal": float(p.masuk_gagal), "lama": round(p.detik * 1000, 1),
    }  # fmt: skip
    return _emf(nilai, pada, loket=p.loket, status=p.status, kode=p.kode)


def emf_keadaan(keadaan: Mapping[str, float], pada: datetime) -> str:
    """The gauges as such a line."""
    return _emf(keadaan, pada)


def _emf(nilai: Mapping[str, float], pada: datetime, **lain: object) -> str:
    satuan = {"lama": "Milliseconds"}
    ukuran = [{"Name": n, "Unit": satuan.get(n, "Seconds" if n.endswith("_detik") else "Count")} for n in nilai]
    cara = {"Namespace": RUANG, "Dimensions": [[]], "Metrics": ukuran}
    return json.dumps(
        {"_aws": {"Timestamp": int(pada.timestamp() * 1000), "CloudWatchMetrics": [cara]}, **nilai, **lain}
    )


PROSES = Penghitung()
"""The counts of this process."""
