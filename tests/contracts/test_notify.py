"""The same promises of every channel that speaks to a provider, each against a fake built from its contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from alat_gerbang import ASAL, KUNCI, AwsPalsu, Gerbang, WahaPalsu
from alat_wa import NOMOR, TOKEN, WaPalsu
from chalicelib.galat import Terhenti
from chalicelib.notify import Notify, Surat
from chalicelib.notify.waha import Waha
from chalicelib.notify.whatsapp import WhatsApp
from chalicelib.notify.whatsapp_aws import WhatsAppAws, klien

from schemas.kabar import PENUTUP, nilai_kabar, tulis_kabar
from schemas.kabar import SebabGagal as Sebab


class Kanal(NamedTuple):
    """A channel, its fake provider, and who refuses what: the endings of numbers."""

    buat: Callable[[str], Notify]
    palsu: Any
    tetap: str = "0400"

    @property
    def kanal(self) -> Notify:
        return self.buat(self.palsu.alamat)


def _aws(alamat: str) -> Notify:
    return WhatsAppAws(klien("ap-southeast-3", alamat), ASAL, "v25.0")


PEMBUAT = {
    "whatsapp": lambda: Kanal(lambda a: WhatsApp(a, "v25.0", NOMOR, TOKEN), WaPalsu(), tetap=""),
    "whatsapp-aws": lambda: Kanal(_aws, Gerbang(AwsPalsu)),
    "waha": lambda: Kanal(lambda a: Waha(a, KUNCI), Gerbang(WahaPalsu)),
}


@pytest.fixture(params=sorted(PEMBUAT))
def k(request, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "uji")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "uji")
    kanal = PEMBUAT[request.param]()
    yield kanal
    kanal.palsu.tutup()


def surat(tujuan: str, *, bebas: bool = False) -> Surat:
    _, isi = tulis_kabar("AMAN1", "K7QM4TXZ", bantuan="x")
    nilai = nilai_kabar("AMAN1", "K7QM4TXZ", bantuan="x")
    return Surat(id="s1", tujuan=tujuan, isi=isi, kode="AMAN1", nilai=nilai, bebas=bebas)


def test_what_is_taken_has_a_reference_and_is_there_once(k):
    hasil = k.kanal.kirim(surat("+6281200001111"))
    assert hasil.keadaan in ("diterima_penyedia", "terkirim") and hasil.rujukan and not hasil.alasan
    assert len(k.palsu.terkirim) == 1


def test_an_answer_goes_as_plain_text_and_says_that_the_service_is_free(k):
    k.kanal.kirim(surat("+6281200001111", bebas=True))
    (satu,) = k.palsu.terkirim
    teks = satu["text"] if isinstance(satu["text"], str) else satu["text"]["body"]
    assert PENUTUP in teks and teks.endswith("K7QM4TXZ")


@pytest.mark.parametrize(("ekor", "sebab"), [("0500", Sebab.ULANGI), ("0190", Sebab.HENTI), ("tetap", Sebab.TETAP)])
def test_a_refusal_has_its_class_and_a_sentence_and_nothing_was_taken(k, ekor, sebab):
    ekor = k.tetap if ekor == "tetap" else ekor
    if not ekor:
        ekor, sebab = "0056", Sebab.PASANGAN
    hasil = k.kanal.kirim(surat(f"+62812000{ekor}"))
    assert (hasil.keadaan, hasil.sebab) == ("gagal", sebab) and len(hasil.alasan) > 15
    assert k.palsu.terkirim == []


def test_a_line_that_breaks_after_it_was_taken_is_a_doubt_and_never_repeated(k):
    hasil = k.kanal.kirim(surat("+628120000999"))
    assert hasil.keadaan == "ragu" and hasil.alasan
    assert len(k.palsu.terkirim) == 1


def test_who_is_away_was_certainly_given_nothing(k):
    kanal = k.kanal
    alamat = k.palsu.alamat
    k.palsu.tutup()
    with pytest.raises(Terhenti):
        k.buat(alamat).kirim(surat("+6281200001111"))
    assert kanal.surel is False and k.palsu.terkirim == []


def test_no_secret_stands_in_a_repr(k):
    assert TOKEN not in repr(k.kanal) and KUNCI not in repr(k.kanal)
