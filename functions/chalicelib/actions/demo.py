"""Demo: the door of the demo county: who may be tried, with which password, and the second-factor code of this moment."""

from __future__ import annotations

from typing import Any

from chalicelib.actions import Kantor
from chalicelib.galat import TidakAda, TidakBoleh
from chalicelib.store import Put
from schemas.pandangan_kantor import PintuDemo

TEMPAT = ("DEMO", "akun")


def pintu(kantor: Kantor) -> PintuDemo:
    """The demo accounts. Outside the demo county this does not exist (TidakAda)."""
    item = kantor.store.get(*TEMPAT) if kantor.setelan.demo else None
    if item is None:
        raise TidakAda()
    import pyotp

    daftar: Any = item.body["akun"]
    return PintuDemo(
        akun=[
            {**a, "kode": pyotp.TOTP(a["totp"]).at(kantor.jam()) if a.get("totp") else "", "totp": ""} for a in daftar
        ]
    )


def catat(kantor: Kantor, akun: list[dict[str, str]]) -> None:
    """Remember which accounts are the demo's."""
    kantor.store.write(Put(*TEMPAT, {"akun": akun}))


def tolak_sisa(kantor: Kantor) -> None:
    """Raises TidakBoleh when demo accounts stand in a store that is not the demo's: their passwords are known to all."""
    if not kantor.setelan.demo and kantor.store.get(*TEMPAT):
        raise TidakBoleh(
            "Catatan ini berisi akun kabupaten contoh, yang kata sandinya diketahui semua orang.",
            kode="sisa-demo",
            petunjuk="Pakai catatan baru (SIKAP_STORE), atau jalankan dengan SIKAP_DEMO=1 di komputer sendiri.",
        )
