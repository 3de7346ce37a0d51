"""An office whose messages go by WhatsApp, with mail as the second way: both are fakes built from their contracts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import chalicelib.wiring as wiring
from alat_kantor import Jawaban, Peramban, buat_kantor
from alat_wa import NOMOR, RAHASIA, TOKEN, WaPalsu, tanda_tangan
from app import app
from chalicelib.actions import Kantor, antar, surat_masuk
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.notify import Hasil, Surat
from chalicelib.notify.whatsapp import WhatsApp
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import pegawai as rak_pegawai

from schemas.kabar import Kabar


class PosPalsu:
    """A mailbox."""

    nama, surel, menyela, orang_per_hari = "surel", True, True, 0

    def __init__(self) -> None:
        self.pos: list[Surat] = []

    def kirim(self, surat: Surat) -> Hasil:
        self.pos.append(surat)
        return Hasil("terkirim", rujukan=surat.id)


@dataclass
class Pesan:
    """The office, its provider, and a hand on both."""

    kantor: Kantor
    wa: WaPalsu
    pos: PosPalsu

    def telepon(self, siapa: str, nomor: str, email: str = "") -> None:
        orang = rak_pegawai.ambil(self.kantor.store, siapa)
        self.kantor.store.write(rak_pegawai.RAK.taruh(orang.model_copy(update={"telepon": nomor, "email": email})))

    def webhook(self, badan: bytes, tanda: str | None = None) -> Jawaban:
        kepala = {"x-hub-signature-256": tanda_tangan(badan) if tanda is None else tanda}
        jawab = Peramban(WsgiApp(app)).kirim_mentah("POST", "/webhook/whatsapp", badan, **kepala)
        surat_masuk.olah(self.kantor)
        return jawab

    def kerjakan(self) -> None:
        """The worker, until nothing is due."""
        while antar.antar(self.kantor):
            pass

    def maju(self, **lama: float) -> None:
        self.kantor.jam.maju(**lama)  # type: ignore[attr-defined]
        self.kerjakan()

    def kabar(self, siapa: str) -> list[Kabar]:
        return rak_kabar.kotak(self.kantor.store, siapa, batas=50).isi


@contextmanager
def buka_pesan(berkas: str = "") -> Iterator[Pesan]:
    """The office at work, until the end of the block; `berkas` as in buat_kantor."""
    wa, pos = WaPalsu(), PosPalsu()
    kantor = buat_kantor(
        berkas, kanal="whatsapp", kanal_kedua="surel", wa_rahasia_aplikasi=RAHASIA, wa_token_verifikasi="kata-kami", alamat_situs="http://localhost:8000"
    )  # fmt: skip
    kantor = replace(kantor, notify={"whatsapp": WhatsApp(wa.alamat, "v25.0", NOMOR, TOKEN), "surel": pos})
    asli, wiring.kantor = wiring.kantor, lambda: kantor  # type: ignore[assignment]
    yield Pesan(kantor, wa, pos)
    wiring.kantor = asli
    wa.tutup()
