"""The county's own server without its systemd: the programs that the units name, really started, behind the real proxy."""

from __future__ import annotations

import os
import shlex
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import alat_pintu

from infra.penyimpanan import identitas
from infra.proses import Keluarga, menjawab, pintu_bebas
from infra.server import nginx, rahasia, unit
from infra.server.aturan import ATURAN, Server
from infra.server.mesin import Mesin

AKAR = Path(__file__).resolve().parents[1]


class MesinTiruan(Mesin):
    """Files under a folder; programs of the system are noted, not run."""

    def __init__(self, akar: Path, *, gagal: str = "") -> None:
        super().__init__(akar)
        self.perintah: list[str] = []
        self.paket = "ii "
        """What dpkg says of every package."""
        self.gagal, self.orang, self.aktif, self.basis, self.bisu = gagal, set(), set(), False, set()

    def ada_orang(self, nama: str) -> bool:
        return nama in self.orang

    def menjawab(self, url, detik):
        self.perintah.append(f"menunggu {url}")
        return url not in self.bisu

    def _jalan(self, perintah, lingkungan):
        kata = " ".join(perintah)
        if self.gagal and self.gagal in kata:
            return subprocess.CompletedProcess(perintah, 1, "", "tiruan menolak")
        tanya = {"is-active": perintah[-1] in self.aktif, "pg_database": self.basis, "pg_roles": False}
        for satu, ya in tanya.items():
            if satu in kata:
                return subprocess.CompletedProcess(perintah, 0 if ya else 1, "", "")
        self.perintah.append(kata)
        if kata.startswith("dpkg-query"):
            return subprocess.CompletedProcess(perintah, 0, self.paket, "")
        match perintah:
            case ["apt-get", *_] if "install" in perintah:
                self.paket = "ii "
            case ["useradd", *_, nama]:
                self.orang.add(nama)
            case ["systemctl", "restart", nama]:
                self.aktif.add(nama)
        self.basis = self.basis or "createdb" in kata
        return subprocess.CompletedProcess(perintah, 0, "", "")


def setelan(folder: Path, **lain: object) -> Server:
    """A server whose every path lies under `folder` and whose every port is free."""
    isi = {n: b.bawaan for n, b in ATURAN.items()}
    https = alat_pintu.ambil()
    isi |= {
        "sasaran.jenis": "server", "situs.alamat": f"https://localhost:{https}", "tls.sertifikat": f"{folder}/situs.pem",
        "tls.kunci": f"{folder}/situs.key", "program.folder": str(folder / "opt"), "berkas.folder": str(folder / "srv"),
        "proksi.pintu_https": https, "proksi.pintu_http": alat_pintu.ambil(), "layanan.pintu": alat_pintu.ambil(1), "berkas.pintu": alat_pintu.ambil_weed(),
    }  # fmt: skip
    return Server(isi | lain)


def sertifikat(s: Server) -> None:
    """A certificate that signs itself."""
    perintah = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "30",
    ]
    ke = [
        "-keyout",
        s["tls.kunci"],
        "-out",
        s["tls.sertifikat"],
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
    ]
    subprocess.run([*perintah, *ke], check=True, capture_output=True)


def pasang_kini(s: Server, situs: Path, akar: Path = AKAR) -> None:
    """The release as `apply` would lay it, made of links to what is here, and `kini` pointing to it."""
    kini = Path(s.kini)
    rilis = kini.with_name("rilis") / (uuid4().hex[:12])
    (rilis / "build").mkdir(parents=True)
    for nama, asal in {
        ".venv": Path(sys.prefix),
        "build/site": situs,
        **{n: akar / n for n in ("functions", "schemas")},
    }.items():
        (rilis / nama).symlink_to(asal)
    kini.unlink(missing_ok=True)
    kini.symlink_to(rilis)


def konf_nginx(s: Server, folder: Path) -> Path:
    """A whole nginx.conf around the site's file, its logs under `folder`."""
    isi = nginx.situs(s).replace("/var/log/nginx", str(folder)).replace("root /etc/sikap", f"root {folder}")
    (folder / "sedang-terganggu.html").write_text(nginx.HALAMAN_RUSAK)
    (folder / "sikap.conf").write_text(isi)
    sementara = "".join(f"{n}_temp_path {folder}/{n};\n" for n in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    konf = folder / "nginx.conf"
    konf.write_text(
        f"user {'root' if os.geteuid() == 0 else os.environ.get('USER', 'nobody')};\npid {folder}/nginx.pid;\ndaemon off;\nworker_processes 1;\nerror_log {folder}/galat.log;\n"
        f"events {{}}\nhttp {{\n{sementara}include /etc/nginx/mime.types;\ninclude {folder}/sikap.conf;\n}}\n"
    )
    return konf


def exec_start(s: Server, nama: str, contoh: str = "") -> list[str]:
    """The command of a unit, its %i filled in."""
    baris = next(b for b in unit.semua(s)[nama].splitlines() if b.startswith("ExecStart="))
    return shlex.split(baris.removeprefix("ExecStart=").replace("%i", contoh))


@dataclass
class ServerJalan:
    s: Server
    lingkungan: dict[str, str]
    keluarga: Keluarga
    anak: dict[str, object] = field(default_factory=dict)

    def buka(self, jalur: str, **pilihan) -> object:
        """GET through TLS, as a browser does."""
        konteks = ssl.create_default_context(cafile=self.s["tls.sertifikat"])
        minta = urllib.request.Request(self.s["situs.alamat"] + jalur, **pilihan)
        return urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=konteks)
        ).open(minta, timeout=30)

    def mulai(self, nama: str, perintah: list[str], siap) -> None:
        catatan = Path(self.s["program.folder"]).parent / f"{nama}.log"
        lingkungan = {**os.environ, **self.lingkungan, "PYTHONPATH": unit.JALUR}
        perintah = ["env", "-C", self.s.kini, *perintah]
        anak = self.keluarga.mulai(nama, perintah, lingkungan=lingkungan, catatan=catatan)
        self.keluarga.tunggu_siap(anak, siap, 90)
        self.anak[nama] = anak

    def layanan(self, pintu: int) -> None:
        """Start one process of the functions, from what `kini` points to now."""
        perintah = exec_start(self.s, "sikap-layanan@.service", str(pintu))
        self.mulai(f"layanan-{pintu}", perintah, lambda: menjawab(f"http://127.0.0.1:{pintu}/api/sehat"))

    def pekerja(self) -> None:
        """Start the worker, from what `kini` points to now."""
        self.mulai("pekerja", exec_start(self.s, "sikap-pekerja.service"), lambda: True)

    def henti(self, nama: str) -> None:
        """Stop one as systemd does; fails when it takes longer than the unit allows."""
        self.anak[nama].proses.terminate()
        self.anak[nama].proses.wait(30)


@contextmanager
def jalankan(folder: Path, situs: Path, store: str, isi=None, akar: Path = AKAR) -> Iterator[ServerJalan]:
    """Everything the units start, filled by `isi(kantor)`, until the end of the block. `akar`: whose program."""
    from chalicelib.wiring import baca_setelan, buat_kantor

    s = setelan(folder)
    sertifikat(s)
    pasang_kini(s, situs, akar)
    Path(s["berkas.folder"]).mkdir()
    lingkungan = rahasia.setelan(s, {}) | {"SIKAP_STORE": store}
    jalan = ServerJalan(s, lingkungan, Keluarga())
    (folder / "seaweedfs.json").write_text(identitas(lingkungan))
    try:
        weed = [k.replace(unit.IDENTITAS, f"{folder}/seaweedfs.json") for k in exec_start(s, "sikap-berkas.service")]
        jalan.mulai("berkas", weed, lambda: menjawab(lingkungan["SIKAP_S3_ALAMAT"]))
        if isi:
            kantor = buat_kantor(baca_setelan(lingkungan))
            isi(kantor)
            kantor.store.tutup()
        for pintu in s.pintu:
            jalan.layanan(pintu)
        jalan.pekerja()
        konf = konf_nginx(s, folder)
        jalan.mulai("nginx", ["nginx", "-c", str(konf)], lambda: not pintu_bebas(s["proksi.pintu_https"]))
        yield jalan
    finally:
        jalan.keluarga.hentikan(10)
