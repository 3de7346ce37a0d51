"""Old scans find their owners among the people of the asker's own office, and nobody else's."""

from __future__ import annotations

from alat_kantor import Peramban, nip
from app import app
from chalicelib.actions import cari
from chalicelib.edge.wsgi import WsgiApp


def tebak(kantor, siapa, *berkas):
    cari.perbarui(kantor)
    return (
        Peramban(WsgiApp(app)).masuk(siapa, kantor).kirim("POST", "/arsip/tebakan", {"berkas": list(berkas)}).isi["isi"]
    )


def test_a_nip_or_a_name_finds_the_owner_and_the_document(kantor):
    dari_nip, dari_nama, tiada = tebak(
        kantor, "tini", {"nama": f"scan/SKKP_{nip(0)}.pdf"}, {"nama": "SKP 2025 Sukarjono.pdf"}, {"nama": "IMG_002.jpg"}
    )
    assert [(t["orang"][0]["id"], t["yakin"], t["slot"]) for t in (dari_nip, dari_nama)] == [
        ("karno", True, "sk-kp"), ("karno", True, "skp-2025"),
    ]  # fmt: skip
    assert tiada == {"slot": "", "orang": [], "yakin": False}


def test_somebody_of_another_office_is_never_guessed(kantor):
    [satu] = tebak(kantor, "marni", {"nama": f"SKKP_{nip(0)}.pdf"})
    assert "karno" not in {o["id"] for o in satu["orang"]}
    assert not satu["yakin"]
