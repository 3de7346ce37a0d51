"""Twenty people at work while services die under them: each uploads documents and keeps every receipt he was given.

As a program inside the container (`--isi`): put the people into the records. Outside, in its network (SITE [PEOPLE]): work
until standard input ends, then prove every receipt by reading the document back, and print what happened as JSON.
"""

from __future__ import annotations

import hashlib
import json
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

BANYAK = 20
SANDI = "sapi makan rumput"
KEPALA = {"Content-Type": "application/json", "x-sikap": "1"}
SLOT = "sk-kp"


def nip(nomor: int) -> str:
    return f"19700311199503{1 + nomor % 2}{501 + nomor}"


def isi() -> None:
    """The small office of the tests, and twenty people more."""
    import alat_kantor
    import chalicelib.wiring as wiring
    from chalicelib.actions import sandi
    from chalicelib.records import akun as rak_akun
    from chalicelib.records import pegawai as rak_pegawai

    kantor = wiring.kantor()
    alat_kantor.isi(kantor)
    sidik = sandi.acak(SANDI)
    for n in range(BANYAK):
        orang = alat_kantor.orang(f"orang-{n}", n, f"ORANG {n}", "sd-1").model_copy(update={"nip": nip(n)})
        akun = alat_kantor._akun(kantor, f"orang-{n}", None, "sd-1", sidik)
        kantor.store.write(*rak_pegawai.simpan(orang), *rak_akun.simpan(akun))


class Orang:
    """One person: signs in, uploads, repeats what was not acknowledged, remembers what was."""

    def __init__(self, situs: str, nomor: int) -> None:
        self._situs, self.nomor, self._kue = situs, nomor, ""
        self.resi: dict[str, str] = {}
        self.gagal: dict[str, int] = {}
        self.terlama = 0.0
        konteks = ssl.create_default_context()
        konteks.check_hostname, konteks.verify_mode = False, ssl.CERT_NONE
        self._buka = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=konteks)
        )

    def minta(self, cara: str, url: str, badan: bytes | None = None, **kepala: str) -> tuple[int, bytes, str]:
        """Once; status 0: the line broke."""
        kunci = {} if url.startswith("http") else {**KEPALA, "Cookie": self._kue}
        alamat = url if url.startswith("http") else self._situs + url
        permintaan = urllib.request.Request(alamat, data=badan, headers=kunci | kepala, method=cara)
        try:
            with self._buka.open(permintaan, timeout=40) as jawab:
                return jawab.status, jawab.read(), jawab.headers["Set-Cookie"] or ""
        except urllib.error.HTTPError as sebab:
            return sebab.code, sebab.read(), ""
        except (OSError, ssl.SSLError) as sebab:
            return 0, type(sebab).__name__.encode(), ""

    def sampai(self, cara: str, url: str, isi: Any = None, **kepala: str) -> Any:
        """Until it is acknowledged, with one idempotency key, as the site does; every failure is counted."""
        mulai, kunci = time.monotonic(), uuid4().hex
        badan = None if isi is None else isi if isinstance(isi, bytes) else json.dumps(isi).encode()
        tambahan = {} if url.startswith("http") else {"Idempotency-Key": kunci}
        while True:
            status, jawab, kue = self.minta(cara, url, badan, **tambahan, **kepala)
            if status in (200, 201, 204) or (status == 412 and cara == "PUT"):
                self._kue = kue.split(";")[0] or self._kue
                self.terlama = max(self.terlama, time.monotonic() - mulai)
                return jawab
            nama = f"{status} {_kode(jawab) or cara}"
            self.gagal[nama] = self.gagal.get(nama, 0) + 1
            if (
                nama == "409 sudah-dikerjakan"
            ):  # done, but its answer died with the process: asked anew, as the site does
                tambahan["Idempotency-Key"] = uuid4().hex
                continue
            assert status in (0, 429, 502, 503, 504, 500), f"{cara} {url.split('?')[0]}: {status} {jawab[:300]!r}"
            assert time.monotonic() - mulai < 120, f"{cara} {url.split('?')[0]}: {nama}, two minutes long"
            time.sleep(1)

    def masuk(self) -> None:
        self.sampai("POST", "/api/sesi", {"nip": nip(self.nomor), "sandi": SANDI})

    def unggah(self, pdf: bytes) -> None:
        sidik = hashlib.sha256(pdf).hexdigest()
        minta = {"pegawai": f"orang-{self.nomor}", "slot": SLOT, "nama": "a.pdf", "ukuran": len(pdf), "sha256": sidik}
        tiket = json.loads(self.sampai("POST", "/api/berkas", minta))
        if tiket.get("tiket"):
            self.sampai("PUT", tiket["tiket"]["url"], pdf, **tiket["tiket"]["kepala"])
        self.sampai("POST", f"/api/berkas/{tiket['id']}/penerimaan", {})
        self.resi[tiket["id"]] = sidik

    def buktikan(self) -> list[str]:
        """The receipts whose document is not there byte for byte."""
        hilang = []
        for id_, sidik in self.resi.items():
            url = json.loads(self.sampai("GET", f"/api/berkas/{id_}/isi"))["url"]
            if hashlib.sha256(self.sampai("GET", url)).hexdigest() != sidik:
                hilang.append(id_)
        return hilang


def _kode(badan: bytes) -> str:
    try:
        return str(json.loads(badan)["kode"])
    except (ValueError, KeyError, TypeError):
        return ""


def _pdf(kata: str) -> bytes:
    from fpdf import FPDF

    kertas = FPDF()
    kertas.add_page()
    kertas.set_font("helvetica", size=12)
    kertas.cell(0, 10, kata)
    return bytes(kertas.output())


@contextmanager
def kerja(awalan: Sequence[str], situs: str, banyak: int = BANYAK) -> Iterator[dict[str, Any]]:
    """People at work as a process (`awalan` before its command) for the length of the block; afterwards what happened."""
    perintah = [*awalan, sys.executable, __file__, situs, str(banyak)]
    hasil: dict[str, Any] = {}
    with subprocess.Popen(perintah, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as proses:
        try:
            yield hasil
            hasil |= json.loads(proses.communicate("", timeout=1200)[0])
        finally:
            proses.kill()


def bekerja(situs: str, banyak: int) -> dict[str, Any]:
    """So many at once until standard input ends."""
    ke_sini = socket.getaddrinfo  # the name is the site's, the machine this one
    socket.getaddrinfo = lambda host, *lain, **pilihan: ke_sini("127.0.0.1", *lain, **pilihan)  # type: ignore[assignment]
    orang, henti, salah = [Orang(situs, n) for n in range(banyak)], threading.Event(), []

    def satu(o: Orang) -> None:
        try:
            o.masuk()
            while not henti.wait(0.5):
                o.unggah(_pdf(f"{o.nomor} {len(o.resi)} {uuid4()}"))
        except Exception as sebab:
            salah.append(f"{o.nomor}: {sebab}")

    utas = [threading.Thread(target=satu, args=[o]) for o in orang]
    for u in utas:
        u.start()
    sys.stdin.read()
    henti.set()
    for u in utas:
        u.join(150)
    gagal: dict[str, int] = {}
    for o in orang:
        for nama, kali in o.gagal.items():
            gagal[nama] = gagal.get(nama, 0) + kali
    with ThreadPoolExecutor(4) as kelompok:
        hilang = [h for satu in kelompok.map(Orang.buktikan, orang) for h in satu]
    return {
        "resi": sum(len(o.resi) for o in orang), "hilang": hilang, "salah": salah, "gagal": gagal,
        "terlama_detik": round(max(o.terlama for o in orang), 1),
    }  # fmt: skip


if __name__ == "__main__":
    isi() if sys.argv[1:] == ["--isi"] else print(json.dumps(bekerja(sys.argv[1], int(sys.argv[2]))))
