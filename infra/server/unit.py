"""The systemd units: each part under its own user, seeing only what it needs, on loopback, started again when it falls."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from infra.penyimpanan import PINTU, Weed, perintah_weed
from infra.server.aturan import Server

SETELAN, IDENTITAS = "/etc/sikap/setelan", "/etc/sikap/seaweedfs.json"
ORANG, ORANG_BERKAS = "sikap", "sikap-berkas"
_KERAS = """NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
CapabilityBoundingSet=
UMask=0077
"""


def semua(s: Server) -> dict[str, str]:
    """Every unit: file name -> text."""
    isi = {
        "sikap-berkas.service": _berkas(s),
        "sikap-layanan@.service": _layanan(s),
        "sikap-pekerja.service": _pekerja(s),
        "sikap.target": _target(s),
    }
    if s["cadangan.tujuan"]:
        isi |= {"sikap-cadangan.service": _cadangan(s), "sikap-cadangan.timer": _jadwal(s)}
    return isi


def perintah(s: Server, *kata: str) -> str:
    """An ExecStart line that runs a command of the functions."""
    return shlex.join([f"{s.kini}/.venv/bin/python", "-P", "-m", "chalicelib.edge.perintah", *kata])


def jalankan(s: Server) -> list[str]:
    """The units that run all the time, in the order of their start."""
    return [
        "sikap-berkas.service",
        *(f"sikap-layanan@{pintu}.service" for pintu in s.pintu),
        "sikap-pekerja.service",
        *(["sikap-cadangan.timer"] if s["cadangan.tujuan"] else []),
    ]


def pintu_weed(s: Server) -> dict[str, int]:
    """SeaweedFS's loopback ports, all derived from the one that is set."""
    return {nama: s["berkas.pintu"] + n * 10 for n, nama in enumerate(PINTU)}


def _berkas(s: Server) -> str:
    weed = Weed(f"{s.kini}/.venv/bin/weed", s["berkas.folder"], IDENTITAS, s["berkas.ember"], [s["situs.alamat"]])
    return _unit(
        "SIKAP: penyimpanan berkas (SeaweedFS)",
        {"After": "network.target", "PartOf": "sikap.target"},
        [
            f"User={ORANG_BERKAS}",
            f"WorkingDirectory={s['berkas.folder']}",
            f"ExecStart={shlex.join(perintah_weed(weed, pintu_weed(s)))}",
            f"ReadWritePaths={s['berkas.folder']}",
            "LimitNOFILE=65536",
            "MemoryMax=1G",
        ],
    )


def _layanan(s: Server) -> str:
    baris = [
        f"ExecStart={perintah(s, 'serve', '--pintu', '%i', '--tanpa-pekerja', '--situs', f'{s.kini}/build/site')}",
        "MemoryMax=768M",
    ]
    return _unit("SIKAP: layanan di pintu %i", _SESUDAH, [*_proses(s), *baris])


def _pekerja(s: Server) -> str:
    baris = [f"ExecStart={perintah(s, 'pekerja')}", "MemoryMax=1G", "Nice=5"]
    return _unit("SIKAP: pekerja", _SESUDAH, [*_proses(s), *baris])


_SESUDAH = {
    "After": "network.target postgresql.service sikap-berkas.service",
    "Wants": "postgresql.service sikap-berkas.service",
    "PartOf": "sikap.target",
}


def _proses(s: Server) -> list[str]:
    return [
        f"User={ORANG}",
        f"WorkingDirectory={s.kini}",
        f"EnvironmentFile={SETELAN}",
        f"Environment=PYTHONPATH={s.kini}:{s.kini}/functions PYTHONDONTWRITEBYTECODE=1",
        "TimeoutStopSec=30",
    ]


def _cadangan(s: Server) -> str:
    tulis = [f"ReadWritePaths={s['cadangan.tujuan']}"] if s["cadangan.tujuan"].startswith("/") else []
    baris = ["Type=oneshot", f"ExecStart={perintah(s, 'backup')}", "Nice=10", "IOSchedulingClass=idle", *tulis]
    return _unit("SIKAP: cadangan harian", _SESUDAH, [*_proses(s), *baris], tetap=False)


def _jadwal(s: Server) -> str:
    return (
        "[Unit]\nDescription=SIKAP: jadwal cadangan harian\n\n[Timer]\n"
        f"OnCalendar=*-*-* {s['cadangan.jam']}:00\nRandomizedDelaySec=10min\nPersistent=yes\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def _target(s: Server) -> str:
    ingin = " ".join(jalankan(s))
    return f"[Unit]\nDescription=SIKAP\nWants={ingin}\nAfter={ingin}\n\n[Install]\nWantedBy=multi-user.target\n"


def _unit(judul: str, urutan: Mapping[str, str], layanan: Sequence[str], *, tetap: bool = True) -> str:
    kepala = "\n".join([f"Description={judul}", *(f"{k}={v}" for k, v in urutan.items())])
    bangkit = ["Restart=always", "RestartSec=2"] if tetap else []
    batas = "\nStartLimitIntervalSec=0" if tetap else ""
    pasang = "\n[Install]\nWantedBy=sikap.target\n" if tetap else ""
    return f"[Unit]\n{kepala}{batas}\n\n[Service]\n" + "\n".join([*layanan, *bangkit]) + f"\n{_KERAS}{pasang}"
