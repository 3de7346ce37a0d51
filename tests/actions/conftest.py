"""An office with work in it, and a place for its backups."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from alat_kantor import Peramban, buat_kantor
from alat_rute import ISIAN
from app import app
from chalicelib.actions import Kantor, cari
from chalicelib.actions.cadangan import Tempat, buat_kunci
from chalicelib.documents.folder import Folder
from chalicelib.edge.wsgi import WsgiApp
from fpdf import FPDF


def pdf(teks: str) -> bytes:
    """A one-page PDF."""
    lembar = FPDF()
    lembar.add_page()
    lembar.set_font("Helvetica", size=12)
    lembar.cell(text=teks)
    return bytes(lembar.output())


def unggah(kantor: Kantor, peramban: Peramban, slot: str, isi: bytes) -> str:
    """Send a document as a browser does; answers its id."""
    minta = {"pegawai": "karno", "slot": slot, "nama": "a.pdf", "ukuran": len(isi), "sha256": hashlib.sha256(isi).hexdigest()}  # fmt: skip
    tiket = peramban.kirim("POST", "/berkas", minta).isi
    assert kantor.documents.unggah(tiket["tiket"]["url"], isi) == 200  # type: ignore[attr-defined]
    terima = peramban.kirim("POST", f"/berkas/{tiket['id']}/penerimaan", {})
    assert terima.status == 200, terima.isi
    return str(tiket["id"])


@pytest.fixture
def berisi(monkeypatch) -> Kantor:
    """A case with its history, three documents received, one upload that never ended."""
    import chalicelib.wiring as wiring

    kantor = buat_kantor()
    monkeypatch.setattr(wiring, "kantor", lambda: kantor)
    cari.perbarui(kantor)
    peramban = Peramban(WsgiApp(app)).masuk("tini", kantor)
    usulan = peramban.kirim("POST", "/usulan", ISIAN["POST /usulan"])
    assert usulan.status == 201, usulan.isi
    for slot in ("sk-kp", "sk-cpns", "sk-pns"):
        unggah(kantor, peramban, slot, pdf(slot))
    kantor.documents.taruh("masuk/tak-selesai", b"%PDF-", "application/pdf")
    kantor.documents.taruh("intisari/2026-11-24.json", b"{}", "application/json")
    return kantor


@pytest.fixture
def kosong(tmp_path):
    """kosong(store=None) -> an office with nothing in it, on a fresh engine."""
    from alat_berkas import Lemari
    from chalicelib.store.sql import buka_sqlite

    nomor = iter(range(1000))
    terbuka = []

    def buat(store=None) -> Kantor:
        store = store or buka_sqlite(str(tmp_path / f"kosong-{next(nomor)}.db"), b"rahasia untuk uji")
        terbuka.append(store)
        return replace(buat_kantor(), store=store, documents=Lemari())

    yield buat
    for store in terbuka:
        getattr(store, "tutup", lambda: None)()


@pytest.fixture(scope="session")
def kunci() -> tuple[str, str]:
    return buat_kunci()


@pytest.fixture
def tempat(tmp_path, kunci) -> Tempat:
    return Tempat(Folder(tmp_path / "cadangan"), [kunci[1]])


@pytest.fixture
def pesan():
    """An office whose messages go by WhatsApp, with mail as the second way."""
    from alat_pesan import buka_pesan

    with buka_pesan() as isi:
        yield isi
