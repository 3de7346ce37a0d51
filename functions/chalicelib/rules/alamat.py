"""Alamat: what a host says about who can reach it."""

from __future__ import annotations

from ipaddress import ip_address


def di_dalam(nama: str) -> bool:
    """Is this host (a name or an IP address) one that only this computer or this office can reach?"""
    try:
        return ip_address(nama).is_private
    except ValueError:
        return nama == "localhost" or nama.endswith(".localhost")
