"""The same promises of every channel: taken, refused, in doubt, away. Each against a fake from its contract."""

from __future__ import annotations

import json
import socket
import threading

import pytest
from alat_wa import NOMOR, TOKEN, WaPalsu, terbaca
from botocore.exceptions import EndpointConnectionError, ReadTimeoutError
from chalicelib.galat import Terhenti
from chalicelib.notify import Surat
from chalicelib.notify.berjarak import Berjarak
from chalicelib.notify.catatan import Catatan
from chalicelib.notify.galat_wa import GALAT, artikan
from chalicelib.notify.surel import Surel
from chalicelib.notify.whatsapp import WhatsApp, pesan
from chalicelib.notify.whatsapp_aws import WhatsAppAws, klien

from schemas.kabar import KABAR, MENIT_KODE, nilai_kabar, templat, tulis_kabar
from schemas.kabar import SebabGagal as Sebab


def surat(tujuan="+6281200001111", **lain) -> Surat:
    judul, isi = tulis_kabar("AMAN1", "K7QM4TXZ", bantuan="x")
    return Surat(
        id="s1", tujuan=tujuan, isi=isi, kode="AMAN1", nilai=nilai_kabar("AMAN1", "K7QM4TXZ", bantuan="x"), **lain
    )


@pytest.fixture
def wa():
    palsu = WaPalsu()
    yield palsu
    palsu.tutup()


class SmtpPalsu(threading.Thread):
    """Just enough of RFC 5321; a recipient beginning with a code is refused by it, "putus@" breaks the line after the text."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.telinga = socket.create_server(("127.0.0.1", 0))
        self.pos: list[str] = []
        self.start()

    @property
    def alamat(self) -> str:
        return f"127.0.0.1:{self.telinga.getsockname()[1]}"

    def run(self) -> None:
        while True:
            try:
                sambungan, _ = self.telinga.accept()
            except OSError:
                return
            with sambungan, sambungan.makefile("rwb") as garis:
                self._layani(garis)

    def _layani(self, garis) -> None:
        def kata(teks: str) -> None:
            garis.write(f"{teks}\r\n".encode())
            garis.flush()

        kata("220 uji")
        putus = False
        for baris in garis:
            perintah = baris.decode().strip()
            if perintah.upper().startswith("RCPT"):
                ke = perintah.partition("<")[2]
                putus = ke.startswith("putus")
                kata(f"{ke[:3]} tidak" if ke[:3].isdigit() else "250 ok")
            elif perintah.upper() == "DATA":
                kata("354 lanjut")
                isi = []
                for b in garis:
                    if b == b".\r\n":
                        break
                    isi.append(b.decode())
                self.pos.append("".join(isi))
                if putus:
                    return
                kata("250 ok")
            elif perintah.upper() == "QUIT":
                kata("221 sampai jumpa")
                return
            else:
                kata("250 ok")


@pytest.fixture
def smtp():
    palsu = SmtpPalsu()
    yield palsu
    palsu.telinga.close()


def tutup() -> int:
    """A port where nobody listens."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def test_the_log_takes_everything():
    assert Catatan().kirim(surat()).keadaan == "terkirim"


def kanal(wa: WaPalsu, **lain) -> WhatsApp:
    return WhatsApp(**({"alamat": wa.alamat, "versi": "v25.0", "nomor": NOMOR, "token": TOKEN} | lain))


def test_whatsapp_takes_a_template_with_its_values(wa):
    hasil = kanal(wa).kirim(surat())
    assert (hasil.keadaan, hasil.rujukan) == ("diterima_penyedia", wa.terkirim[0]["id"])
    assert wa.terkirim[0]["to"] == "6281200001111" and wa.terkirim[0]["biz_opaque_callback_data"] == "kabar:s1"


def test_whatsapp_answers_freely_within_the_day(wa):
    kanal(wa).kirim(surat(bebas=True))
    assert wa.terkirim[0]["text"]["body"].startswith("Kata sandi")


@pytest.mark.parametrize(
    ("ekor", "sebab"),
    [
        ("0056", Sebab.PASANGAN),
        ("0429", Sebab.ULANGI),
        ("0500", Sebab.ULANGI),
        ("0190", Sebab.HENTI),
        ("0001", Sebab.TEMPLAT),
    ],
)
def test_whatsapp_refuses_by_class(wa, ekor, sebab):
    hasil = kanal(wa).kirim(surat(f"+62812000{ekor}"))
    assert (hasil.keadaan, hasil.sebab) == ("gagal", sebab) and hasil.alasan


@pytest.mark.parametrize("ekor", ["0998", "0999"])
def test_a_line_that_breaks_is_a_doubt(wa, ekor):
    assert kanal(wa).kirim(surat(f"+62812000{ekor}")).keadaan == "ragu"


def test_who_is_not_there_was_certainly_not_given_anything(wa):
    with pytest.raises(Terhenti):
        kanal(wa, alamat=f"http://127.0.0.1:{tutup()}").kirim(surat())


def test_a_wrong_token_stops_and_stands_in_no_repr(wa):
    salah = kanal(wa, token="rahasia-sekali")
    assert salah.kirim(surat()).sebab is Sebab.HENTI
    assert "rahasia-sekali" not in repr(salah)


@pytest.mark.parametrize("kode", sorted(k for k in KABAR if not KABAR[k].rahasia))
def test_every_kind_fits_its_template(kode):
    nama, badan = templat(kode)
    tempat = badan.count("{{")
    isi = {n: f"<{n}>" for n in ("nama", "periode", "opd", "daftar", "tanda_terima", "tenggat", "tanggal_kirim", "nomor_pertek", "tanggal_pertek",
                                 "golongan_baru", "tmt_sk", "angka", "menit", "bantuan", "isi", "sisa", "tahap", "jumlah", "tanggal", "pegang", "antre", "lewat", "menunggu", "terlama", "dokumen", "sapaan", "rangkuman", "jenis", "telat")}  # fmt: skip
    tanda = "K7QM4TXZ"
    nilai = nilai_kabar(kode, tanda, **isi)
    terisi = badan
    for i, n in enumerate(nilai, start=1):
        terisi = terisi.replace(f"{{{{{i}}}}}", n)
    assert tempat == len(nilai) and terisi == tulis_kabar(kode, tanda, **isi)[1]
    assert len(badan) <= 1024 and nama == nama.lower()


def kode(angka="123456") -> Surat:
    """A sign-in code."""
    _, isi = tulis_kabar("KODE", angka=angka, menit=MENIT_KODE)
    return Surat(
        id="k1", tujuan="+6281200001111", isi=isi, kode="KODE", nilai=nilai_kabar("KODE", angka=angka, menit=MENIT_KODE)
    )


def test_a_code_goes_by_an_authentication_template_with_a_button_that_copies_it(wa):
    assert kanal(wa).kirim(kode()).keadaan == "diterima_penyedia"
    satu = [{"type": "text", "text": "123456"}]
    assert wa.terkirim[0]["template"]["components"] == [
        {"type": "body", "parameters": satu},
        {"type": "button", "sub_type": "url", "index": "0", "parameters": satu},
    ]
    assert terbaca(wa.terkirim[0]).startswith("123456 adalah kode verifikasi Anda.")
    aws = Aws({"messageId": "aws-2"})
    WhatsAppAws(aws, "phone-number-id-1", "v25.0").kirim(kode())
    assert json.loads(aws.minta[0]["message"])["template"] == wa.terkirim[0]["template"]


@pytest.mark.parametrize("rusak", [
    lambda b: b.pop(),
    lambda b: b[1].update(index="1"),
    lambda b: b[1].update(sub_type="copy_code"),
    lambda b: b[1].update(parameters=[{"type": "text", "text": "654321"}]),
    lambda b: b[0]["parameters"].append({"type": "text", "text": "10"}),
    lambda b: [c.update(parameters=[{"type": "text", "text": "1" * 16}]) for c in b],
])  # fmt: skip
def test_the_fake_refuses_a_code_that_the_provider_would_refuse(wa, rusak, monkeypatch):
    def ubah(surat):
        isi = pesan(surat)
        rusak(isi["template"]["components"])
        return isi

    monkeypatch.setattr("chalicelib.notify.whatsapp.pesan", ubah)
    assert kanal(wa).kirim(kode()).sebab is Sebab.TETAP and wa.terkirim == []


def test_a_parameter_holds_no_line_break():
    kacau = Surat(id="s", tujuan="+62", isi="", kode="AMAN1", nilai=("a\n\n b\t     c", ""))
    assert [p["text"] for p in pesan(kacau)["template"]["components"][0]["parameters"]] == ["a b c", "-"]


def test_every_code_of_the_table_has_a_sentence_and_an_unknown_one_is_tried_again():
    assert all(kata for _, kata in GALAT.values()) and len(GALAT) > 40
    assert artikan(999_999)[0] is Sebab.ULANGI and artikan(205)[0] is Sebab.HENTI


class Aws:
    def __init__(self, hasil) -> None:
        self.hasil, self.minta = hasil, []

    def send_whatsapp_message(self, **minta):
        self.minta.append(minta)
        if isinstance(self.hasil, Exception):
            raise self.hasil
        return self.hasil


def test_aws_sends_the_same_message_with_a_plus():
    aws = Aws({"messageId": "aws-1"})
    assert WhatsAppAws(aws, "phone-number-id-1", "v25.0").kirim(surat()).rujukan == "aws-1"
    assert b'"to": "+6281200001111"' in aws.minta[0]["message"]


@pytest.mark.parametrize(("kode", "sebab"), [("ThrottledRequestException", Sebab.ULANGI), ("AccessDeniedException", Sebab.HENTI), ("ValidationException", Sebab.TETAP), ("Lain", Sebab.ULANGI)])  # fmt: skip
def test_aws_refuses_by_class_as_its_service_model_says(kode, sebab):
    from botocore.stub import Stubber

    asli = klien("ap-southeast-3")
    with Stubber(asli) as palsu:
        palsu.add_client_error("send_whatsapp_message", kode)
        assert WhatsAppAws(asli, "phone-number-id-0123456789abcdef", "v25.0").kirim(surat()).sebab is sebab


def test_aws_in_doubt_and_away():
    assert WhatsAppAws(Aws(ReadTimeoutError(endpoint_url="x")), "n", "v25.0").kirim(surat()).keadaan == "ragu"
    with pytest.raises(Terhenti):
        WhatsAppAws(Aws(EndpointConnectionError(endpoint_url="x")), "n", "v25.0").kirim(surat())


def test_mail_arrives_as_plain_text_with_a_stable_id(smtp):
    hasil = Surel(smtp.alamat, "sikap@contoh.go.id").kirim(surat("karno@contoh.go.id"))
    assert (hasil.keadaan, hasil.rujukan) == ("terkirim", "<s1@contoh.go.id>")
    assert "Subject: SIKAP: Kata sandi diganti" in smtp.pos[0] and "Layanan ini gratis" in smtp.pos[0]


@pytest.mark.parametrize(("ke", "sebab"), [("550-tiada@x.id", Sebab.NOMOR_MATI), ("450-nanti@x.id", Sebab.ULANGI)])
def test_mail_refused_for_good_or_for_now(smtp, ke, sebab):
    assert Surel(smtp.alamat, "sikap@contoh.go.id").kirim(surat(ke)).sebab is sebab


def test_mail_in_doubt_and_away(smtp):
    assert Surel(smtp.alamat, "sikap@contoh.go.id").kirim(surat("putus@x.id")).keadaan == "ragu"
    with pytest.raises(Terhenti):
        Surel(f"127.0.0.1:{tutup()}", "sikap@contoh.go.id").kirim(surat("a@x.id"))


def test_no_more_a_second_than_the_provider_takes():
    waktu, tidur = [0.0], []

    def tidurlah(lama: float) -> None:
        tidur.append(lama)
        waktu[0] += lama

    pelan = Berjarak(Catatan(), 20, jam=lambda: waktu[0], tidur=tidurlah)
    for _ in range(20):
        pelan.kirim(surat())
    assert waktu[0] == pytest.approx(0.95) and len(tidur) == 19
