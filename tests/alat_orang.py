"""People who do their work through the counters: look, act, send a document, decide."""

from __future__ import annotations

import hashlib

from alat_kantor import Peramban
from app import app
from chalicelib.edge.wsgi import WsgiApp
from fpdf import FPDF


class Orang:
    """A signed-in person and his acts; `pintu` is another way to the counters than in this process."""

    def __init__(self, kantor, siapa: str, pintu=None) -> None:
        kantor.jam.maju(seconds=31)
        self.kantor = kantor
        self.peramban = Peramban(pintu or WsgiApp(app)).masuk(siapa, kantor)

    def minta(self, cara: str, jalur: str, isi=None, harap: int = 200):
        jawab = self.peramban.kirim(cara, jalur, isi)
        assert jawab.status == harap, f"{cara} {jalur}: {jawab.status} {jawab.isi}"
        return jawab.isi

    def lihat(self, id_: str):
        return self.minta("GET", f"/usulan/{id_}")

    def lakukan(self, id_: str, nomina: str, harap: int = 200, **isi):
        return self.minta("POST", f"/usulan/{id_}/{nomina}", {"versi": self.lihat(id_)["versi"], **isi}, harap)

    def unggah(self, pegawai: str, slot: str, kata: str = "") -> str:
        """Ticket, bytes, receipt; the version's id."""
        pdf = kertas(f"{slot} {kata}")
        sidik = hashlib.sha256(pdf).hexdigest()
        isi = {"pegawai": pegawai, "slot": slot, "nama": "scan.pdf", "ukuran": len(pdf), "sha256": sidik}
        tiket = self.minta("POST", "/berkas", isi, 201)
        assert self.kantor.documents.unggah(tiket["tiket"]["url"], pdf) == 200
        resi = self.minta("POST", f"/berkas/{tiket['id']}/penerimaan")
        assert (resi["keadaan"], resi["sha256"]) == ("diterima", sidik)
        return tiket["id"]

    def isi(self, usulan: str, slot: str, kata: str = "") -> None:
        kasus = self.lihat(usulan)
        berkas = self.unggah(kasus["pegawai"]["id"], slot, kata)
        self.minta("PUT", f"/usulan/{usulan}/berkas/{slot}", {"versi": self.lihat(usulan)["versi"], "berkas": berkas})

    def putuskan(self, usulan: str, slot: str, putusan: str, **lain) -> None:
        isi = {"versi": self.lihat(usulan)["versi"], "slot": slot, "putusan": putusan, **lain}
        self.minta("POST", f"/usulan/{usulan}/pemeriksaan", isi)


def kertas(kata: str) -> bytes:
    pdf = FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("helvetica", size=14)
    pdf.multi_cell(0, 10, f"{kata}\nDokumen contoh untuk pengujian")
    return bytes(pdf.output())
