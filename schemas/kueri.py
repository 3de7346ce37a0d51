"""Questions to lists: what may stand behind the `?` of an address."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from schemas.dasar import Id, Isian, KueriHalaman
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
    kursor: Annotated[str, Field(max_length=200)] | None = None
    batas: Annotated[int, Field(ge=1, le=50)] = 20


class KueriKelayakan(Isian):
    """`?tmt=&jenis=`: move the date and the answer moves."""

    tmt: date | None = None
    jenis: Jenis | None = None


class KueriUnduh(Isian):
    """`?unduh=true`: as a file instead of in the page."""

    unduh: bool = False


class KueriPeriode(Isian):
    """`?semua=true`: closed ones too."""

    semua: bool = False


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


class UsulanVersi(Isian):
    """One case of a collective act."""

    id: Id
    versi: Annotated[int, Field(ge=0, le=2**31)]


class IsianKolektif(Isian):
    """A collective act: `uji` asks for the preview; `isian` is what the act takes, without `versi`."""

    uji: bool = True
    usulan: Annotated[list[UsulanVersi], Field(min_length=1, max_length=100)]
    isian: dict[str, object] = {}
