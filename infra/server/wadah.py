"""The same server as containers, for those who prefer them: a compose file and what it mounts, from the same settings.

All containers share one network namespace, so command lines and proxy are those of the systemd units and nothing but the
proxy listens outside. Checked against the compose schema; no container engine has run it here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from infra.penyimpanan import identitas, perintah_weed
from infra.server import nginx, rahasia, unit
from infra.server.aturan import Server
from infra.server.mesin import Mesin
from infra.tempat import susun, urai

KEPALA = """# Dibuat oleh infra/sikap compose dari setelan yang sama dengan apply. Jalankan dari folder ini: docker compose up -d --build
# Bentuknya diperiksa dengan skema Compose, tetapi BELUM PERNAH dijalankan mesin container oleh penyusun: coba dahulu di mesin uji.
"""
RESEP = """FROM python:3.13-slim-bookworm
RUN useradd --system --uid 990 sikap
COPY --chown=root:root . {kini}
RUN cd {kini} && rm -rf .venv build .sikap && PATH=/usr/local/bin:$PATH infra/sikap site
WORKDIR {kini}
USER sikap
"""
CITRA = "sikap:lokal"
SOKET = "soket:/var/run/postgresql"


def susunan(s: Server, sumber: Path) -> dict[str, Any]:
    """The compose document; `sumber` is the program's folder, from which the image is built."""
    layanan = {f"layanan-{p}": _sikap(s, _serve(s, p), "768m") for p in s.pintu}
    return {
        "name": "sikap",
        "services": {
            "jaring": _jaring(s, sumber),
            "catatan": _catatan(s),
            "berkas": _berkas(s),
            **layanan,
            "pekerja": _sikap(s, unit.perintah(s, "pekerja").split(), "1g"),
            "proksi": _proksi(s, list(layanan)),
        },
        "volumes": {"catatan": {}, "berkas": {}, "soket": {}},
    }


def tulis(s: Server, sumber: Path, ke: Path) -> list[str]:
    """Write the folder `ke`: compose.yaml and what it mounts; secrets that are there stay. Answers the names. Raises Berhenti."""
    m = Mesin(ke)
    isi = rahasia.setelan(s, urai(m.isi("setelan") or "", m.letak("setelan")))
    berkas = {
        "compose.yaml": KEPALA + yaml(susunan(s, sumber)),
        "setelan": susun(isi),
        "seaweedfs.json": identitas(isi),
        "sikap.conf": nginx.situs(s).replace("/var/log/nginx/", "/var/log/nginx/sikap-"),
        "sedang-terganggu.html": nginx.HALAMAN_RUSAK,
    }
    for nama, teks in berkas.items():
        m.tulis(nama, teks, 0o600 if nama == "setelan" else 0o644)
    return list(berkas)


def yaml(isi: object, dalam: int = 0) -> str:
    """A document of maps, lists and plain values as YAML; texts in JSON's quotes, which YAML reads the same."""
    sela = "  " * dalam
    if isinstance(isi, dict) and isi:
        return "".join(f"{sela}{k}:{_nilai(v, dalam)}" for k, v in isi.items())
    if isinstance(isi, list) and isi:
        return "".join(f"{sela}-{_nilai(v, dalam)}" for v in isi)
    return f"{sela}{json.dumps(isi, ensure_ascii=False)}\n"


def _nilai(isi: object, dalam: int) -> str:
    if isinstance(isi, (dict, list)) and isi:
        return "\n" + yaml(isi, dalam + 1)
    return " " + yaml(isi)


def _jaring(s: Server, sumber: Path) -> dict[str, Any]:
    """Owns the network of all the others, and builds their image."""
    pintu = [
        f"{s['proksi.pintu_http']}:{s['proksi.pintu_http']}",
        f"{s['proksi.pintu_https']}:{s['proksi.pintu_https']}",
    ]
    resep = {"context": str(sumber), "dockerfile_inline": RESEP.format(kini=s.kini)}
    return {
        "image": CITRA,
        "build": resep,
        "command": ["sleep", "infinity"],
        "init": True,
        "ports": pintu,
        "restart": "always",
    }


def _serve(s: Server, pintu: int) -> list[str]:
    return unit.perintah(s, "serve", "--pintu", str(pintu), "--tanpa-pekerja", "--situs", "build/site").split()


def _sikap(s: Server, perintah: list[str], memori: str) -> dict[str, Any]:
    lingkungan = {"PYTHONPATH": unit.JALUR, "PYTHONDONTWRITEBYTECODE": "1"}
    tunggu = {"catatan": {"condition": "service_healthy"}, "berkas": {"condition": "service_started"}}
    return _umum(perintah, memori, tunggu) | {"env_file": ["setelan"], "environment": lingkungan, "volumes": [SOKET]}


def _berkas(s: Server) -> dict[str, Any]:
    weed = unit.weed(s)
    tempat = ["./seaweedfs.json:/etc/sikap/seaweedfs.json:ro", f"berkas:{weed.folder}"]
    return _umum(perintah_weed(weed, unit.pintu_weed(s)), "1g", {}) | {"user": "0", "volumes": tempat}


def _umum(perintah: list[str], memori: str, tunggu: dict[str, Any]) -> dict[str, Any]:
    return {
        "image": CITRA,
        "command": perintah,
        "network_mode": "service:jaring",
        "restart": "always",
        "read_only": True,
        "tmpfs": ["/tmp"],
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
        "mem_limit": memori,
        "depends_on": {"jaring": {"condition": "service_started"}} | tunggu,
    }


def _catatan(s: Server) -> dict[str, Any]:
    """PostgreSQL on a socket that only our containers can reach; it listens on no network."""
    nama = s["catatan.pangkalan"]
    return {
        "image": "postgres:15-bookworm",
        "network_mode": "none",
        "restart": "always",
        "shm_size": "128m",
        "command": ["postgres", "-c", "listen_addresses="],
        "environment": {
            "POSTGRES_USER": unit.ORANG,
            "POSTGRES_DB": nama,
            "POSTGRES_HOST_AUTH_METHOD": "trust",
            "POSTGRES_INITDB_ARGS": "--encoding=UTF8 --locale=C.UTF-8",
        },
        "healthcheck": {"test": ["CMD", "pg_isready", "-U", unit.ORANG, "-d", nama], "interval": "5s", "retries": 12},
        "volumes": ["catatan:/var/lib/postgresql/data", SOKET],
    }


def _proksi(s: Server, layanan: list[str]) -> dict[str, Any]:
    tempat = [
        "./sikap.conf:/etc/nginx/conf.d/default.conf:ro", "./sedang-terganggu.html:/etc/sikap/sedang-terganggu.html:ro",
        f"{s['tls.sertifikat']}:{s['tls.sertifikat']}:ro", f"{s['tls.kunci']}:{s['tls.kunci']}:ro",
    ]  # fmt: skip
    tunggu = {nama: {"condition": "service_started"} for nama in ["jaring", *layanan]}
    return {
        "image": "nginx:1.28-bookworm",
        "network_mode": "service:jaring",
        "restart": "always",
        "volumes": tempat,
        "depends_on": tunggu,
    }
