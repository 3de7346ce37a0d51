"""The systemd units: each part under its own user, seeing only what it needs, on loopback, started again when it falls."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from infra.penyimpanan import PINTU, Weed, perintah_gugus, perintah_weed
from infra.sasaran import BUKAN_BERKAS, PERINTAH
from infra.server import gugus
from infra.server.aturan import Server

SETELAN, IDENTITAS = "/etc/sikap/setelan", "/etc/sikap/seaweedfs.json"
SASARAN = "/etc/sikap/sasaran.toml"
"""The settings that were applied last, for root."""
ORANG, ORANG_BERKAS = "sikap", "sikap-berkas"
JALUR = ".:functions"
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


def bangkit() -> dict[str, str]:
    """Drop-ins for the distribution's own services, which it does not start again after a crash: path -> text.

    Only after a failure: a stop that somebody asked for stays a stop. (A killed PostgreSQL fails twice: its stop program too.)
    """
    isi = "# Dibuat oleh infra/sikap apply.\n[Unit]\nStartLimitIntervalSec=0\n[Service]\nRestart=on-failure\nRestartSec=1\n"
    return {f"/etc/systemd/system/{nama}.service.d/sikap.conf": isi for nama in ("postgresql@", "nginx")}


def sebagai_layanan(s: Server) -> list[str]:
    """Before the words of a command: run it as the services' own user, with their settings (PostgreSQL knows only that user)."""
    pilihan = [
        *("--quiet", "--pipe", "--wait", "--collect", f"--uid={ORANG}", f"--gid={ORANG}"),
        *("-p", f"EnvironmentFile={SETELAN}", "-p", f"WorkingDirectory={s.kini}", "-p", "UMask=0077"),
        *("-E", f"PYTHONPATH={JALUR}", "-E", "PYTHONDONTWRITEBYTECODE=1"),
    ]
    return ["systemd-run", *pilihan, *shlex.split(perintah(s))]


def alat(s: Server) -> str:
    """`sudo sikap …`: an administrator's command. `status` and `doctor` alone look at the server as it was last applied.

    What names a settings file goes to the release in use as its own `infra/sikap` would take it; everything else to the functions.
    """
    kini = f"exec {s.kini}/infra/sikap"
    tanpa = " | ".join(shlex.quote(k) for k in BUKAN_BERKAS)
    return (
        "#!/bin/sh\n# Dibuat oleh infra/sikap apply. Perintah administrator: sudo sikap doctor\nset -eu\n"
        f'case "$*" in status | doctor) {kini} "$1" {SASARAN} ;; esac\n'
        f'case "${{2:-}}" in {tanpa}) ;; *)\n'
        f'    case "$1" in {" | ".join(PERINTAH)}) {kini} "$@" ;; esac ;;\n'
        "esac\n"
        f'exec {shlex.join(sebagai_layanan(s))} "$@"\n'
    )


def perintah(s: Server, *kata: str) -> str:
    """An ExecStart line that runs a command of the functions, from the folder `kini` (WorkingDirectory).

    The folder is entered once, at the start, and all paths are relative to it: what a process loads later comes from the
    release it was started with, even when `kini` points to another one by then.
    """
    return shlex.join(["/usr/bin/env", ".venv/bin/python", "-P", "-m", "chalicelib.edge.perintah", *kata])


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


def weed(s: Server) -> Weed:
    """What SeaweedFS is told."""
    return Weed(f"{s.kini}/.venv/bin/weed", s["berkas.folder"], IDENTITAS, s["berkas.ember"], [s["situs.alamat"]])


def _berkas(s: Server) -> str:
    return _unit(
        "SIKAP: penyimpanan berkas (SeaweedFS)",
        {"After": "network.target", "PartOf": "sikap.target"},
        [
            f"User={ORANG_BERKAS}",
            f"WorkingDirectory={s['berkas.folder']}",
            f"ExecStart={shlex.join(_perintah_berkas(s))}",
            *([f"Environment={gugus.LINGKUNGAN}"] if s["jaringan.semua"] else []),
            f"ReadWritePaths={s['berkas.folder']}",
            "LimitNOFILE=65536",
            "TimeoutStopSec=20",
            "MemoryMax=1G",
        ],
    )


def _perintah_berkas(s: Server) -> list[str]:
    if semua := s["jaringan.semua"]:
        return perintah_gugus(weed(s), pintu_weed(s), gugus.FOLDER, [s["jaringan.alamat"], *semua])
    return perintah_weed(weed(s), pintu_weed(s))


def _layanan(s: Server) -> str:
    dengar = ["--alamat", s["jaringan.alamat"]] if s["jaringan.semua"] else []
    kata = ["serve", "--pintu", "%i", *dengar, "--tanpa-pekerja", "--situs", "build/site"]
    baris = [
        f"ExecStart={perintah(s, *kata)}",
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
        f"Environment=PYTHONPATH={JALUR} PYTHONDONTWRITEBYTECODE=1",
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
