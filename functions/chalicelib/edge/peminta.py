"""Peminta: from which address somebody asks, as the machines in front tell it."""

from __future__ import annotations

from chalice.app import Request


def alamat(permintaan: Request, proksi: int) -> str:
    """Who is calling. The peer of API Gateway is a machine of the CDN, one for many people."""
    dekat = permintaan.context.get("identity", {}).get("sourceIp", "")
    return alamat_peminta(permintaan.headers.get("x-forwarded-for", ""), dekat, proksi)


def alamat_peminta(diteruskan: str, dekat: str, proksi: int) -> str:
    """The n-th address from the right of X-Forwarded-For (`diteruskan`) when n machines in front are ours, else the peer (`dekat`)."""
    rantai = [a.strip() for a in diteruskan.split(",") if a.strip()]
    return rantai[-proksi] if 0 < proksi <= len(rantai) else dekat
