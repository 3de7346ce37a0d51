"""Who acts: the roles of the office and the person in front of the counter."""

from __future__ import annotations

from enum import StrEnum

from schemas.dasar import Id, Model


class Peran(StrEnum):
    """Roles of this round (design 9)."""

    PNS = "pns"
    PENGELOLA_OPD = "pengelola_opd"
    VERIFIKATOR = "verifikator"
    KABID = "kabid"
    OPERATOR_SIASN = "operator_siasn"
    PIMPINAN = "pimpinan"
    AUDITOR = "auditor"
    ADMIN = "admin"


SEBUTAN: dict[Peran, str] = {
    Peran.PNS: "PNS",
    Peran.PENGELOLA_OPD: "Pengelola kepegawaian OPD",
    Peran.VERIFIKATOR: "Verifikator BKPSDM",
    Peran.KABID: "Kepala Bidang Mutasi dan Promosi",
    Peran.OPERATOR_SIASN: "Operator SIASN",
    Peran.PIMPINAN: "Pimpinan",
    Peran.AUDITOR: "Auditor",
    Peran.ADMIN: "Administrator",
}

BKPSDM = frozenset({Peran.VERIFIKATOR, Peran.KABID, Peran.OPERATOR_SIASN})
"""Those who handle cases of every OPD."""

WAJIB_KODE = frozenset({Peran.VERIFIKATOR, Peran.KABID, Peran.OPERATOR_SIASN, Peran.AUDITOR, Peran.ADMIN})
"""Roles that need a second factor."""


class Pelaku(Model):
    """Who is asking. `id` is the pegawai's; `lingkup` the unit a pengelola serves.

    Everybody is a PNS for his own affairs, whatever else he is: `peran` always holds Peran.PNS,
    except for accounts that are nobody's person (none in this round).
    """

    id: Id
    nama: str
    peran: frozenset[Peran]
    lingkup: Id | None = None

    def adalah(self, *peran: Peran) -> bool:
        """Does the person hold one of these roles?"""
        return not self.peran.isdisjoint(peran)
