"""`apply` dies without a word after each of its words in turn; the next one ends whole, as if nothing had been."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from alat_server import MesinTiruan

from infra.langkah import keadaan, terapkan
from infra.server import rilis, tata, unit
from infra.server.aturan import ATURAN, Server

ACME = {"tls.cara": "acme", "cadangan.tujuan": "/mnt/cadangan", "cadangan.penerima": ["age1" + "q" * 58]}


class Mati(BaseException):
    """No `except Exception` hears it, as none hears SIGKILL."""


class Rapuh(MesinTiruan):
    """Dies after `sisa` words: a file written, a folder made, a program run. Certificates appear as certbot puts them."""

    sisa = -1

    def tulis(self, jalur, isi, mode=0o644, milik=""):
        super().tulis(jalur, isi, mode, milik)
        self._kata()

    def folder(self, jalur, orang=""):
        super().folder(jalur, orang)
        self._kata()

    def _jalan(self, perintah, lingkungan):
        hasil = super()._jalan(perintah, lingkungan)
        if lingkungan.get("RENEWED_LINEAGE"):
            for berkas in ("situs.key", "situs.pem"):
                self.letak(f"/etc/ssl/sikap/{berkas}").parent.mkdir(parents=True, exist_ok=True)
                self.letak(f"/etc/ssl/sikap/{berkas}").write_text("PEM")
        if perintah[0] != "dpkg-query" and "is-active" not in perintah:
            self._kata()
        return hasil

    def _kata(self) -> None:
        self.sisa -= 1
        if self.sisa == 0:
            raise Mati


@pytest.fixture(autouse=True)
def tanpa_salin(monkeypatch):
    monkeypatch.setattr(rilis.PasangRilis, "_salin", lambda self, tujuan: tujuan.mkdir(parents=True, exist_ok=True))
    monkeypatch.setattr(rilis, "nomor", lambda: "aaaaaaaaaaaa")


def dunia(folder: Path):
    m = Rapuh(folder)
    m.paket = "un "
    s = Server(
        {n: b.bawaan for n, b in ATURAN.items()} | {"situs.alamat": "https://sikap.contohkab.go.id"} | ACME, folder
    )
    return m, tata.langkah(s, m)


def isi(folder: Path) -> dict[str, str]:
    """Every file that a run leaves, but for the secrets, which differ from world to world."""
    rahasia = {unit.SETELAN.lstrip("/"), unit.IDENTITAS.lstrip("/"), "var/lib/sikap/terpasang.json"}
    semua = {str(b.relative_to(folder)): b for b in folder.rglob("*") if b.is_file()}
    return {nama: "" if nama in rahasia else b.read_text() for nama, b in semua.items()}


def test_apply_killed_after_each_word_ends_whole_the_next_time(tmp_path):
    utuh, langkah = dunia(tmp_path / "utuh")
    assert terapkan(langkah) == len(langkah)
    for n in count(1):
        m, langkah = dunia(tmp_path / str(n))
        m.sisa = n
        try:
            terapkan(langkah)
            break
        except Mati:
            m.sisa = -1
        terapkan(langkah)
        assert all(baik for _, baik in keadaan(langkah)) and terapkan(langkah) == 0
        assert isi(m.akar) == isi(utuh.akar), f"killed after word {n}"
        assert (m.orang, m.aktif, m.basis) == (utuh.orang, utuh.aktif, utuh.basis)
    assert n > 25
