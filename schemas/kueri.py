"""Questions to lists: what may stand behind the `?` of an address."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, KueriHalaman, Model
from schemas.usulan import Jenis, Status


class KueriUsulan(KueriHalaman):
    """`meja`: saya (my own cases), antrean or semua (by status), pegang (those I hold), opd (my scope)."""

    status: Status | None = None
    opd: Id | None = None
    periode: date | None = None
    petugas: Id | None = None
    meja: Literal["saya", "antrean", "pegang", "opd", "semua"] | None = None


class IsianCari(Isian):
    """POST /api/pencarian; in the body, so that no name stands in an address or a log."""

    cari: Annotated[str, Field(max_length=200)]
    unit: Id | None = None
    """Only those who work there or below."""
    kursor: Annotated[str, Field(max_length=200)] | None = None
    batas: Annotated[int, Field(ge=1, le=50)] = 20


class NamaDitebak(Isian):
    """A file on the pengelola's device: its name."""

    nama: Annotated[str, Field(max_length=300)]


class IsianTebakan(Isian):
    """POST /api/arsip/tebakan; in the body, so that no name stands in an address or a log."""

    berkas: Annotated[list[NamaDitebak], Field(min_length=1, max_length=20)]


class TebakanOrang(Model):
    """Somebody whose document it may be."""

    id: Id
    nama: str
    nip: str


class Tebakan(Model):
    """A guess: the slot (or only its kind, or ""), people best first, and whether the first is sure enough to send."""

    slot: str
    orang: list[TebakanOrang]
    yakin: bool


class KueriKelayakan(Isian):
    """`?tmt=&jenis=`: move the date and the answer moves."""

    tmt: date | None = None
    jenis: Jenis | None = None


class KueriSehat(Isian):
    """`?dalam=1`: also ask the database and the storage."""

    dalam: bool = False


class KueriUnduh(Isian):
    """`?unduh=true`: as a file instead of in the page."""

    unduh: bool = False


class KueriPeriode(Isian):
    """`?semua=true`: closed ones too."""

    semua: bool = False


class KueriVerifikator(Isian):
    """`?usulan=`: those to whom this case can be handed over."""

    usulan: Id | None = None


class KueriUnit(KueriHalaman):
    """`?induk=`: the units below one; none: the OPDs."""

    induk: Id | None = None


class KueriKabar(KueriHalaman):
    """`?keadaan=`: the message log by state."""

    keadaan: Literal[
        "antre", "mengirim", "diterima_penyedia", "terkirim", "sampai", "dibaca", "gagal", "tak_terkonfirmasi"
    ] = "terkirim"


class KueriAudit(KueriHalaman):
    """`?bulan=2026-11`."""

    bulan: Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]


class KueriKanal(Isian):
    """`?bulan=2026-11`; none or empty: this month. People type it into the address, so the action says what is wrong with it."""

    bulan: Annotated[str, Field(title="Bulan", max_length=40)] = ""


class UsulanVersi(Isian):
    """One case of a collective act."""

    id: Id
    versi: Annotated[int, Field(ge=0, le=2**31)]


class IsianKolektif(Isian):
    """A collective act: `uji` asks for the preview; `isian` is what the act takes, without `versi`."""

    uji: bool = True
    usulan: Annotated[
        list[UsulanVersi],
        Field(
            min_length=1,
            max_length=100,
            json_schema_extra={
                "pesan": {
                    "terlalu-sedikit": "Pilih dahulu usulannya.",
                    "terlalu-banyak": "Pilih paling banyak 100 usulan sekaligus.",
                }
            },
        ),
    ]
    isian: dict[str, object] = {}
