"""A worker that is killed at any moment, and a provider whose words are late, doubled, reversed, lost or forged."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

from alat_kantor import Peramban
from alat_pesan import Pesan
from alat_wa import bungkus, keadaan, tanda_tangan, tulisan
from app import app
from chalicelib.actions import Kantor, antar, hitung_kabar, jadwal, surat_masuk
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.galat import Terhenti
from chalicelib.notify import Hasil, Notify, Surat
from chalicelib.notify.galat_wa import GALAT, artikan

from schemas.kabar import SebabGagal as Sebab

KODE = sorted(GALAT)
SELAMA_DIULANG = timedelta(days=7)
"""The provider brings a body again for at most so long."""
KATA = ("STATUS", "berkas", "Kapan", "bantuan", "apa kabar", None, "1", "2")


class Mati(BaseException):
    """A worker is killed."""


class Rapuh:
    """A store whose client may be killed just before or just after a write."""

    def __init__(self, store: Any, pekerja: Pekerja) -> None:
        self._store, self._pekerja = store, pekerja

    def __getattr__(self, nama: str) -> Any:
        return getattr(self._store, nama)

    def write(self, *operasi: Any) -> Any:
        self._pekerja.maut()
        versi = self._store.write(*operasi)
        self._pekerja.maut()
        return versi


class Pekerja:
    """The worker's rounds. `bahaya` is how likely it dies at each write and each side of a hand-over; once dead it does nothing more."""

    def __init__(self, pesan: Pesan, acak: Random, bahaya: float = 0.001) -> None:
        self._pesan, self._acak, self.bahaya = pesan, acak, bahaya
        self._kunci, self._mati = threading.Lock(), False
        self.tewas = 0
        self.galat: Counter[str] = Counter()

    def maut(self) -> None:
        with self._kunci:
            self._mati = self._mati or self._acak.random() < self.bahaya
            if self._mati:
                raise Mati

    def putaran(self, *, berjadwal: bool = True) -> None:
        """All that the clock calls for, or as far as it comes."""
        self._mati = False
        k = self._pesan.kantor
        kanal = {n: self._rapuh(kanal) for n, kanal in k.notify.items()}
        kantor: Kantor = replace(k, store=Rapuh(k.store, self), notify=kanal)  # type: ignore[arg-type]
        kerja: list[Callable[[Kantor], int]] = [surat_masuk.olah, antar.antar, hitung_kabar.kerjakan]
        try:
            if berjadwal:
                jadwal.kerjakan(kantor)
            for satu in kerja:
                while satu(kantor):
                    pass
        except Mati:
            self.tewas += 1

    def _rapuh(self, kanal: Notify) -> Any:
        sifat = {n: getattr(kanal, n) for n in ("nama", "surel", "menyela", "orang_per_hari")}
        return SimpleNamespace(**sifat, kirim=lambda surat: self._kirim(kanal, surat))

    def _kirim(self, kanal: Notify, surat: Surat) -> Hasil:
        self.maut()
        hasil = self._gangguan(kanal) or kanal.kirim(surat)
        self.maut()
        return hasil

    def _gangguan(self, kanal: Notify) -> Hasil | None:
        """Now and then a fault of the provider's table, the classes in turn; or it can't be reached at all."""
        if kanal.surel or self._acak.random() > 15 * self.bahaya:
            return None
        if self._acak.random() < 0.1:
            raise Terhenti("Penyedia tidak dapat dihubungi.")
        jarang = min(Sebab, key=lambda s: (self.galat[s], s))
        sebab, alasan = artikan(self._acak.choice([k for k in KODE if artikan(k)[0] is jarang]))
        self.galat[sebab] += 1
        return Hasil("gagal", alasan=alasan, sebab=sebab)


class Penyedia:
    """Says what became of the messages that it took, and brings what people write."""

    def __init__(self, pesan: Pesan, acak: Random) -> None:
        self._pesan, self._acak, self._dilihat = pesan, acak, 0
        self._peramban = Peramban(WsgiApp(app))
        self._belum: list[dict[str, Any]] = []
        self._ulang: list[tuple[datetime, bytes]] = []
        self.ditanya: list[str] = []
        self.hitung: Counter[str] = Counter()

    def bicara(self) -> None:
        """What is new, and what was held back; several states in one body, as a busy provider sends them."""
        baru = self._pesan.wa.terkirim[self._dilihat :]
        self._dilihat += len(baru)
        kata, belum = [], []
        for surat in (*self._belum, *baru):
            nasib = self._acak.random()
            if nasib < 0.3:
                self.hitung["late"] += 1
                belum.append(surat)
            elif nasib < 0.38:
                self.hitung["lost"] += 1
            else:
                kata += self._nasib(surat)
        self._belum = belum
        self._acak.shuffle(kata)
        for n in range(0, len(kata), 8):
            self._antar(bungkus({"statuses": kata[n : n + 8]}))
        kini = self._pesan.kantor.jam()
        self._ulang = [(saat, badan) for saat, badan in self._ulang if kini - saat < SELAMA_DIULANG]
        for _, badan in self._ulang[: self._acak.randint(0, 2)]:
            self.hitung["replayed"] += 1
            self._antar(badan, lagi=True)

    def _nasib(self, surat: dict[str, Any]) -> list[dict[str, Any]]:
        gagal = 131026 if surat["to"].endswith("0026") else self._acak.choice(KODE) if self._acak.random() < 0.01 else 0
        kali = 2 if self._acak.random() < 0.2 else 1
        self.hitung["doubled"] += kali - 1
        urut = ["failed"] if gagal else ["sent", "delivered", "read"][: self._acak.randint(1, 3)]
        badan = [json.loads(keadaan(surat, k, gagal)) for k in urut * kali]
        return [b["entry"][0]["changes"][0]["value"]["statuses"][0] for b in badan]

    def tanya(self, dari: str, teks: str | None) -> None:
        """Somebody writes to the office; the provider may bring it twice."""
        self.ditanya.append(f"wamid.IN{len(self.ditanya):06}")
        for _ in range(2 if self._acak.random() < 0.2 else 1):
            self._antar(tulisan(dari, teks, self.ditanya[-1]))

    def _antar(self, badan: bytes, *, lagi: bool = False) -> None:
        if self._acak.random() < 0.02:
            self.hitung["forged"] += 1
            assert self._kirim(badan, "0" * 64) == 404
        status = self._kirim(badan, tanda_tangan(badan))
        assert status == 204, status
        self.hitung["bodies"] += 1
        if not lagi and self._acak.random() < 0.05:
            self._ulang.append((self._pesan.kantor.jam(), badan))

    def _kirim(self, badan: bytes, tanda: str) -> int:
        return self._peramban.kirim_mentah("POST", "/webhook/whatsapp", badan, **{"x-hub-signature-256": tanda}).status
