"""A small office for tests: two OPDs with a school, people in every role, all doors open; and a browser that calls the counters."""

from __future__ import annotations

import gzip
import io
import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote_to_bytes
from uuid import uuid4

import pyotp
from alat_berkas import Lemari
from chalicelib.actions import Kantor, sandi
from chalicelib.actions.periode import sediakan
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.notify.catatan import Catatan
from chalicelib.records import akun as rak_akun
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records.kantor import RAK_UNIT
from chalicelib.store.sql import buka_sqlite

from schemas.akun import Akun
from schemas.golongan import Golongan
from schemas.opd import Unit
from schemas.pegawai import Pegawai
from schemas.peran import WAJIB_KODE, Peran
from schemas.setelan import Setelan

SANDI = "sapi makan rumput"
TOTP = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HARI = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
RAHASIA = "rahasia uji yang cukup panjang sekali"
UNIT = {"dinas": None, "sd-1": "dinas", "rsud": None, "bkpsdm": None}
ORANG: dict[str, tuple[str, str, Peran | None]] = {
    "karno": ("SOEKARJONO", "sd-1", None),
    "tini": ("SUTINI", "dinas", Peran.PENGELOLA_OPD),
    "marni": ("SUMARNI", "rsud", Peran.PENGELOLA_OPD),
    "paimin": ("PAIMIN", "rsud", None),
    "vera": ("VERAWATI", "bkpsdm", Peran.VERIFIKATOR),
    "vino": ("VINO", "bkpsdm", Peran.VERIFIKATOR),
    "kabul": ("KABUL", "bkpsdm", Peran.KABID),
    "opi": ("OPI", "bkpsdm", Peran.OPERATOR_SIASN),
    "pim": ("PIMPIN", "bkpsdm", Peran.PIMPINAN),
    "audi": ("AUDI", "bkpsdm", Peran.AUDITOR),
    "admi": ("ADMI", "bkpsdm", Peran.ADMIN),
}


@dataclass
class Jam:
    """A clock that stands until it is moved."""

    kini: datetime = HARI

    def __call__(self) -> datetime:
        return self.kini

    def maju(self, **lama: float) -> None:
        self.kini += timedelta(**lama)


def nip(nomor: int) -> str:
    return f"19700311199503{1 + nomor % 2}{901 + nomor}"


def buat_kantor(
    berkas: str = "", *, store: Any = None, documents: Any = None, jam: Any = None, **setelan: Any
) -> Kantor:
    """An office with its people; `jam` is a Jam one may move, unless another clock is given."""
    jam = jam or Jam()
    nomor = itertools.count(1)
    kantor = Kantor(
        store=store or buka_sqlite(berkas or _berkas_baru(), RAHASIA.encode(), jam=lambda: jam().timestamp()),
        documents=documents or Lemari(),
        notify={"catatan": Catatan()},
        setelan=Setelan(rahasia=RAHASIA, **setelan),
        jam=jam,
        id_baru=lambda: f"{next(nomor):026d}",
        rahasia=lambda n: (next(nomor).to_bytes(4) * n)[:n],
        nyalakan=lambda: None,
    )
    isi(kantor)
    return kantor


_FOLDER: list[TemporaryDirectory[str]] = []
"""Kept so that they are cleared when the tests end."""


def _berkas_baru() -> str:
    _FOLDER.append(TemporaryDirectory(prefix="sikap-uji-"))
    return f"{_FOLDER[-1].name}/sikap.db"


def isi(kantor: Kantor) -> None:
    """Fill an empty office."""
    for id_, induk in UNIT.items():
        jalur = (induk, id_) if induk else (id_,)
        kantor.store.write(RAK_UNIT.taruh(Unit(id=id_, nama=f"Unit {id_}", induk=induk, jalur=jalur)))
    sidik = sandi.acak(SANDI)
    for i, (id_, (nama, unit, peran)) in enumerate(ORANG.items()):
        kantor.store.write(
            *rak_pegawai.simpan(orang(id_, i, nama, unit)), *rak_akun.simpan(_akun(kantor, id_, peran, unit, sidik))
        )
    sediakan(kantor)


def orang(id_: str, nomor: int, nama: str, unit: str) -> Pegawai:
    return Pegawai(
        id=id_, nip=nip(nomor), nama=nama, jenis_kelamin="L" if nomor % 2 == 0 else "P", tanggal_lahir=date(1970, 3, 11),
        golongan=Golongan.III_A, tmt_golongan=date(2022, 4, 1), tmt_cpns=date(1995, 3, 1), mk_tahun=20, mk_bulan=1,
        jenis_jabatan="pelaksana", jabatan="Pengadministrasi Umum", tingkat_pendidikan="S1", pendidikan="S-1/Sarjana",
        unit=unit, opd=UNIT[unit] or unit, telepon="+6281234567890",
    )  # fmt: skip


def _akun(kantor: Kantor, id_: str, peran: Peran | None, unit: str, sidik: str) -> Akun:
    return Akun(
        id=id_, peran=frozenset({Peran.PNS, *([peran] if peran else [])}), sandi=sidik, dibuat_pada=kantor.jam(),
        lingkup=unit if peran is Peran.PENGELOLA_OPD else None, totp=TOTP if peran in WAJIB_KODE else "",
    )  # fmt: skip


class Sela:
    """A store on which something is written just before the first write of him who holds it."""

    def __init__(self, store, sela) -> None:
        self._store, self._sela = store, [sela]
        self.get, self.get_many, self.query, self.sehat = store.get, store.get_many, store.query, store.sehat

    def write(self, *operasi):
        if self._sela:
            self._sela.pop()()
        return self._store.write(*operasi)


@dataclass
class Jawaban:
    status: int
    kepala: Mapping[str, str]
    badan: bytes

    @property
    def isi(self) -> Any:
        badan = gzip.decompress(self.badan) if self.kepala.get("content-encoding") == "gzip" else self.badan
        return json.loads(badan) if badan else None


@dataclass
class Peramban:
    """A browser: keeps its cookie, sends what the site's script sends."""

    wsgi: WsgiApp
    kue: str = ""
    kepala: dict[str, str] = field(default_factory=dict)

    def kirim(self, cara: str, jalur: str, isi: Any = None, **kepala: str) -> Jawaban:
        badan = b"" if isi is None else json.dumps(isi, default=str).encode()
        return self.kirim_mentah(cara, jalur, badan, **kepala)

    def kirim_mentah(self, cara: str, jalur: str, badan: bytes, **kepala: str) -> Jawaban:
        """As `kirim`, the body as it is; the address may be percent-encoded as a server hands it on (PEP 3333)."""
        alamat, _, kueri = jalur.partition("?")
        semua = {"x-sikap": "1", "cookie": self.kue, **self.kepala, **kepala}
        if cara != "GET":
            semua.setdefault("idempotency-key", uuid4().hex)
        lingkungan = {
            "REQUEST_METHOD": cara, "PATH_INFO": unquote_to_bytes(f"/api{alamat}").decode("latin-1"), "QUERY_STRING": kueri, "wsgi.input": io.BytesIO(badan),
            "CONTENT_LENGTH": str(len(badan)), "CONTENT_TYPE": semua.pop("content-type", "application/json"), "REMOTE_ADDR": "127.0.0.1",
            "SERVER_NAME": "localhost", "SERVER_PORT": "8000", "wsgi.url_scheme": "http", "HTTP_HOST": "localhost:8000",
            **{f"HTTP_{k.upper().replace('-', '_')}": v for k, v in semua.items()},
        }  # fmt: skip
        dapat: list[Any] = []
        isi_jawab = b"".join(self.wsgi(lingkungan, lambda status, kepala: dapat.extend([status, kepala])))
        kepala_jawab = {k.lower(): v for k, v in dapat[1]}
        if "set-cookie" in kepala_jawab:
            self.kue = kepala_jawab["set-cookie"].split(";")[0]
        return Jawaban(int(dapat[0].split()[0]), kepala_jawab, isi_jawab)

    def masuk(self, id_: str, kantor: Kantor) -> Peramban:
        """Sign in as one of ORANG, with the second factor where it is owed."""
        jawab = self.kirim("POST", "/sesi", {"nip": nip(list(ORANG).index(id_)), "sandi": SANDI})
        assert jawab.status == 200, jawab.isi
        if jawab.isi["lanjut"] == "kode":
            kode = pyotp.TOTP(TOTP).at(kantor.jam())
            assert self.kirim("POST", "/sesi/kode", {"kode": kode}).status == 200
        return self
