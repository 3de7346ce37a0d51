"""Past one machine: three of them, their first one without current while people work, and no acknowledged act lost.

Needs root (network namespaces). The settings, units and proxy are those that `apply` writes for three machines.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import alat_dua_puluh
import alat_mesin
import alat_server
import pytest
from alat_mesin import Mesin, Replika

from infra.penyimpanan import identitas
from infra.server import gugus, rahasia, unit
from infra.server.aturan import Server

AKAR = Path(__file__).resolve().parents[2]
SITUS = "https://localhost:8443"
PINTU = {"layanan.pintu": 8001, "layanan.proses": 1, "berkas.pintu": 8333, "proksi.pintu_http": 8080, "proksi.pintu_https": 8443}  # fmt: skip


HIDUP = 'mount --bind "$1" /tmp && shift && while :; do "$@"; sleep 2; done'
"""As the units do: a /tmp of its own, and started again after two seconds."""


class Tiga:
    """The three machines' servers: `mulai` a unit on one, wait for it, watch the whole."""

    def __init__(self, mesin: list[Mesin], situs: Path, replika: Replika) -> None:
        self.mesin = mesin
        pgpass = mesin[0].folder.parent / "pgpass"  # the same path on all three, as /etc/sikap is
        replika.pgpass(pgpass, "sikap")
        replika.pgpass(pgpass.with_name("pgpass-berkas"), "sikap-berkas")
        store = (
            f"postgresql://sikap@/sikap?host={mesin[0].alamat},{mesin[1].alamat}&target_session_attrs=read-write"
            f"&tcp_user_timeout=8000&keepalives_idle=5&keepalives_interval=2&keepalives_count=3&sslmode=require&passfile={pgpass}"
        )
        semua = [m.alamat for m in mesin]
        lain = {"situs.alamat": SITUS, "catatan.alamat": store, "jaringan.semua": semua, **PINTU}
        self.s = [alat_server.setelan(m.folder, **lain, **{"jaringan.alamat": m.alamat}) for m in mesin]
        self.lingkungan = rahasia.setelan(self.s[0], {})
        for m, s in zip(mesin, self.s, strict=True):
            self._siapkan(m, s, situs)

    def _siapkan(self, m: Mesin, s: Server, situs: Path) -> None:
        alat_server.sertifikat(s)
        alat_server.pasang_kini(s, situs)
        Path(s["berkas.folder"]).mkdir()
        (m.folder / "seaweedfs.json").write_text(identitas(self.lingkungan))
        (m.folder / "filer.toml").write_text(gugus.filer(s))

    def mulai(self, n: int, nama: str, contoh: str = "") -> subprocess.Popen[bytes]:
        """Start a unit's program on a machine."""
        m, s = self.mesin[n], self.s[n]
        perintah = [k.replace(f"={gugus.FOLDER}", f"={m.folder}")
                    for k in alat_server.exec_start(s, nama, contoh)]  # fmt: skip
        perintah = [f"-s3.config={m.folder}/seaweedfs.json" if k.startswith("-s3.config=") else k for k in perintah]
        return self._anak(m, ["env", "-C", s.kini, *perintah], m.folder / f"{nama}.log")

    def proksi(self, n: int) -> None:
        konf = alat_server.konf_nginx(self.s[n], self.mesin[n].folder)
        self._anak(self.mesin[n], ["nginx", "-c", str(konf)], self.mesin[n].folder / "nginx.log")

    def _anak(self, m: Mesin, perintah: list[str], catatan: Path) -> subprocess.Popen[bytes]:
        kata = dict(k.split("=", 1) for k in gugus.LINGKUNGAN.replace(gugus.FOLDER, str(m.folder.parent)).split())
        lingkungan = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "SIKAP_", "S3_"))}
        with catatan.open("ab") as ke:
            return subprocess.Popen(
                m.di("sh", "-c", HIDUP, "sh", str(_tmp(m)), *perintah), stdin=subprocess.DEVNULL, stdout=ke, stderr=ke, start_new_session=True,
                env={**lingkungan, **self.lingkungan, **kata, "PYTHONPATH": unit.JALUR, "HOME": str(m.folder)},
            )  # fmt: skip

    def jawab(self, n: int, url: str, berisi: str, detik: float = 60) -> float:
        """Seconds until `url`, asked on machine n, answers with these words. Fails after `detik`."""
        mulai, isi = time.monotonic(), ""
        while time.monotonic() - mulai < detik:
            isi = subprocess.run(self.mesin[n].di("curl", "-sk", "--max-time", "8", "--noproxy", "*", url), capture_output=True, text=True).stdout  # fmt: skip
            if berisi in isi:
                return round(time.monotonic() - mulai, 1)
            time.sleep(0.3)
        raise AssertionError(f"{url}: {isi[:300]}\n" + self._ujung(n))

    def _ujung(self, n: int) -> str:
        return "\n".join(f"== {b.name}\n{b.read_text(errors='replace')[-1500:]}" for b in self.mesin[n].folder.glob("*.log"))  # fmt: skip

    def weed(self, n: int) -> str:
        """The process id of a machine's storage."""
        return self.mesin[n].jalan("pgrep", "-f", f"^[^ ]*weed .*ip={self.mesin[n].alamat} ").split()[0]

    def isi(self) -> None:
        """Twenty people."""
        jalur = os.pathsep.join(str(AKAR / n) for n in ("tests", ".", "functions"))
        perintah = self.mesin[1].di(sys.executable, "-P", alat_dua_puluh.__file__, "--isi")
        subprocess.run(perintah, check=True, env={**os.environ, **self.lingkungan, "PYTHONPATH": jalur}, timeout=120)


def _tmp(m: Mesin) -> Path:
    """A machine's own /tmp (PrivateTmp in the unit): SeaweedFS keeps sockets there, named after ports that are the same on all three."""
    (m.folder / "tmp").mkdir(exist_ok=True)
    return m.folder / "tmp"


@contextmanager
def berdiri(folder: Path, situs: Path) -> Iterator[tuple[Tiga, Replika]]:
    with alat_mesin.tiga(folder) as mesin:
        replika = Replika(mesin[0], mesin[1])
        try:
            replika.mulai(["sikap", "sikap_berkas"], ["sikap", "sikap-berkas"])
            semua = Tiga(mesin, situs, replika)
            for n in range(3):
                semua.mulai(n, "sikap-berkas.service")
            for n in range(3):
                semua.jawab(n, f"http://{mesin[n].alamat}:8333", "<", 120)
            for n in range(3):
                semua.proksi(n)
            semua.isi()
            for n in range(3):
                semua.mulai(n, "sikap-layanan@.service", "8001")
            for n in (1, 2):
                semua.mulai(n, "sikap-pekerja.service")
            for n in range(3):
                semua.jawab(n, f"http://{mesin[n].alamat}:8001/api/sehat?dalam=1", '"baik":true')
            semua.jawab(1, f"{SITUS}/api/sehat?dalam=1", '"baik":true')
            yield semua, replika
        finally:
            replika.buang()


@pytest.mark.panjang
def test_a_machine_without_current_takes_no_acknowledged_act_with_it():
    if kurang := alat_mesin.kurang():
        pytest.skip(kurang)
    folder = Path(tempfile.mkdtemp(prefix="sikap-tumbuh-", dir="/var/tmp"))  # not below /tmp, of which each has its own
    try:
        _coba(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _coba(folder: Path) -> None:
    situs = folder / "situs"  # no page is asked here
    situs.mkdir()
    (situs / "index.html").write_text("<!doctype html>")
    with berdiri(folder, situs) as (semua, replika):
        with alat_dua_puluh.kerja(semua.mesin[1].di(), SITUS, 8) as hasil:
            time.sleep(10)
            semua.mesin[0].padam()
            time.sleep(3)
            detik = _alihkan(semua, replika)
            time.sleep(10)
        print(f"\n{hasil}\nDetik dari pengangkatan replika sampai semua sehat: {detik}", file=sys.stderr)
        assert hasil["salah"] == [] and hasil["hilang"] == []
        assert hasil["resi"] > 20
        assert not [g for g in hasil["gagal"] if g.startswith("500 ")], "a fault is no sentence"
        _riwayat_utuh(semua)


def _alihkan(semua: Tiga, replika: Replika) -> float:
    """As the guide says: promote the follower, start the storage of the two that are left anew."""
    mulai = time.monotonic()
    replika.angkat()
    weed = [semua.weed(n) for n in (1, 2)]
    for kata, sabar in (("-TERM", 20), ("-KILL", 0)):  # TimeoutStopSec=20
        for pid in weed:
            subprocess.run(["kill", kata, pid], capture_output=True)
        _tunggu_berakhir(weed, sabar)
    for n in (1, 2):
        semua.jawab(n, f"http://{semua.mesin[n].alamat}:8001/api/sehat?dalam=1", '"baik":true', 120)
    return round(time.monotonic() - mulai, 1)


def _tunggu_berakhir(pid: list[str], detik: float) -> None:
    batas = time.monotonic() + detik
    while time.monotonic() < batas and any(Path("/proc", p).exists() for p in pid):
        time.sleep(0.2)


def _riwayat_utuh(semua: Tiga) -> None:
    naskah = (
        "import chalicelib.wiring as w; from chalicelib.actions import audit; print(audit.periksa(w.kantor()).patah)"
    )
    jalur = os.pathsep.join(str(AKAR / n) for n in (".", "functions"))
    hasil = subprocess.run(
        semua.mesin[1].di(sys.executable, "-P", "-c", naskah), capture_output=True, text=True, timeout=120,
        env={**os.environ, **semua.lingkungan, "PYTHONPATH": jalur},
    )  # fmt: skip
    assert hasil.stdout.strip() == "[]", hasil.stderr
