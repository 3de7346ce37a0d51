"""E-mail by SMTP: the second route, and the first where the office has no WhatsApp. Plain text."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate

from chalicelib.galat import Terhenti
from chalicelib.notify import Hasil, Surat
from schemas.kabar import KABAR
from schemas.kabar import SebabGagal as Sebab

DETIK = 20


@dataclass(frozen=True)
class Surel:
    """`server` is "host:port"; with a user it speaks TLS (STARTTLS, or from the start on port 465)."""

    server: str
    pengirim: str
    pengguna: str = ""
    sandi: str = field(default="", repr=False)
    orang_per_hari: int = 0
    nama: str = "surel"
    surel: bool = True
    menyela: bool = True

    def kirim(self, surat: Surat) -> Hasil:
        rujukan = f"<{surat.id}@{self.pengirim.rpartition('@')[2]}>"
        sambungan = self._buka()
        try:
            with sambungan:
                sambungan.send_message(self._tulis(surat, rujukan))
        except smtplib.SMTPRecipientsRefused as galat:
            return _ditolak(next(iter(galat.recipients.values()))[0], "Alamat surel ini ditolak.")
        except smtplib.SMTPResponseException as galat:
            return _ditolak(galat.smtp_code, "Server surel menolak pesan.")
        except (OSError, smtplib.SMTPException):
            return Hasil("ragu", alasan="Sambungan ke server surel putus sebelum ada jawaban.")
        return Hasil("terkirim", rujukan=rujukan)

    def _buka(self) -> smtplib.SMTP:
        host, _, pintu = self.server.rpartition(":")
        try:
            if pintu == "465":
                sambungan: smtplib.SMTP = smtplib.SMTP_SSL(
                    host, 465, timeout=DETIK, context=ssl.create_default_context()
                )
            else:
                sambungan = smtplib.SMTP(host, int(pintu), timeout=DETIK)
            if self.pengguna:
                if pintu != "465":
                    sambungan.starttls(context=ssl.create_default_context())
                sambungan.login(self.pengguna, self.sandi)
        except (OSError, smtplib.SMTPException) as sebab:
            raise Terhenti("Server surel tidak dapat dihubungi.") from sebab
        return sambungan

    def _tulis(self, surat: Surat, rujukan: str) -> EmailMessage:
        pos = EmailMessage()
        pos["Subject"] = f"SIKAP: {KABAR[surat.kode].judul}"
        pos["From"], pos["To"], pos["Message-ID"], pos["Date"] = self.pengirim, surat.tujuan, rujukan, formatdate()
        pos["Auto-Submitted"] = "auto-generated"
        pos.set_content(surat.isi)
        return pos


def _ditolak(kode: int, alasan: str) -> Hasil:
    """5xx is for good, 4xx passes (RFC 5321)."""
    return Hasil("gagal", alasan=f"{alasan} ({kode})", sebab=Sebab.NOMOR_MATI if kode >= 500 else Sebab.ULANGI)
