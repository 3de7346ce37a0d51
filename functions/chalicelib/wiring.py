"""Settings -> fitted ports. The only file that knows which adapter is in use; nothing happens before it is asked."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from pydantic import ValidationError

from chalicelib.actions import Kantor
from chalicelib.documents import Documents
from chalicelib.documents import Gudang as Gudang  # named by the counters, which may not look into documents
from chalicelib.notify import Notify, aws
from chalicelib.rules.alamat import di_dalam
from chalicelib.store import Store
from chalicelib.ulid import Ulid
from schemas.kalimat import kalimat
from schemas.setelan import AWALAN, PERLU, Setelan

AKAR = Path(__file__).resolve().parents[2]
"""The project's root; relative paths in settings are read from here, wherever the process was started."""


class SetelanSalah(Exception):
    """A setting stops the start; the sentence names the variable and never shows its value."""

    tanpa_data = True


def baca_setelan(lingkungan: Mapping[str, str]) -> Setelan:
    """The environment's SIKAP_… variables as settings. Raises SetelanSalah: unknown name, wrong value, unsafe demo."""
    milik = {k.removeprefix(AWALAN).lower(): v for k, v in lingkungan.items() if k.startswith(AWALAN)}
    try:
        setelan = Setelan.model_validate(milik)
    except ValidationError as sebab:
        raise SetelanSalah("\n".join(_salah(k.kode, k.bidang, k.pesan) for k in kalimat(sebab, Setelan))) from None
    if setelan.demo and not di_dalam(urlsplit(setelan.alamat_situs).hostname or ""):
        raise SetelanSalah(
            "SIKAP_DEMO: kabupaten contoh hanya untuk komputer sendiri atau jaringan kantor. "
            "Hapus SIKAP_DEMO, atau ubah SIKAP_ALAMAT_SITUS ke alamat seperti http://localhost:8000."
        )
    return setelan


def _salah(kode: str, bidang: str, pesan: str) -> str:
    nama = AWALAN + bidang.upper()
    if kode == "tak-dikenal":
        return (
            f"{nama}: bukan setelan SIKAP. Yang dikenal: {', '.join(AWALAN + n.upper() for n in Setelan.model_fields)}."
        )
    return f"{nama}: {pesan}"


@cache
def setelan() -> Setelan:
    """The settings of this process; on AWS with the secrets of the encrypted parameter."""
    dibaca = baca_setelan(os.environ)
    return baca_setelan({**os.environ, **_rahasia(_dari_ssm(dibaca))}) if dibaca.rahasia_ssm else dibaca


def _rahasia(isi: str) -> dict[str, str]:
    """SIKAP_… of the encrypted parameter: our own secret on its first line, then one line for each secret of others."""
    pertama, *lain = isi.split("\n")
    baris = [b.partition("=") for b in lain if b.strip()]
    if asing := [nama for nama, _, _ in baris if not nama.startswith(AWALAN)]:
        raise SetelanSalah(f"Parameter rahasia: {len(asing)} baris tidak berbentuk {AWALAN}NAMA=isi.")
    return {"SIKAP_RAHASIA": pertama.strip()} | {nama: nilai.strip() for nama, _, nilai in baris}


@cache
def kantor() -> Kantor:
    """The office of this process, fitted by its settings; made at the first call."""
    return buat_kantor(setelan())


def buat_kantor(setelan: Setelan) -> Kantor:
    """An office by these settings. Raises SetelanSalah; connects to nothing yet where the engine allows it."""
    if len(setelan.rahasia) < 32:
        raise SetelanSalah(
            "SIKAP_RAHASIA: isi dengan paling sedikit 32 huruf acak, misalnya dari: openssl rand -hex 32"
        )
    return Kantor(
        store=_store(setelan),
        documents=_documents(setelan),
        notify=_notify(setelan),
        setelan=setelan,
        jam=lambda: datetime.now(UTC),
        id_baru=Ulid(),
        rahasia=secrets.token_bytes,
        nyalakan=_pembangun(setelan),
    )


@cache
def lonceng() -> threading.Event:
    """The bell that wakes this process's worker."""
    return threading.Event()


def _dari_ssm(s: Setelan) -> str:
    return aws.rahasia(s.rahasia_ssm, s.s3_wilayah, s.store_alamat)


def _pembangun(s: Setelan) -> Callable[[], None]:
    """What wakes the worker after a commit: the bell of this process, or a message to AWS's queue. Never raises."""
    return aws.pembangun(s.antrean_url, s.s3_wilayah, s.store_alamat) if s.antrean_url else lonceng().set


def antrean_masuk(s: Setelan) -> Callable[[Callable[[str], None]], int]:
    """AWS's queue of WhatsApp events, where a worker polls it (on Lambda it comes by itself)."""
    return aws.pengambil(s.wa_antrean_url, s.wa_wilayah)


def asal_penyimpanan(setelan: Setelan) -> str:
    """Scheme and host of the storage as a browser sees it; the site's CSP allows it."""
    alamat = setelan.s3_alamat_publik or setelan.s3_alamat
    if not alamat:
        return f"https://{setelan.s3_ember}.s3.{setelan.s3_wilayah}.amazonaws.com"
    bagian = urlsplit(alamat)
    return f"{bagian.scheme}://{bagian.netloc}"


def _store(setelan: Setelan) -> Store:
    rahasia = setelan.rahasia.encode()
    match setelan.store.split(":", 1):
        case ["sqlite", berkas] if berkas:
            from chalicelib.store.sql import buka_sqlite

            return buka_sqlite(str(AKAR / berkas), rahasia)
        case ["postgresql" | "postgres", _]:
            from chalicelib.store.sql import buka_postgresql

            return buka_postgresql(setelan.store, rahasia)
        case ["dynamodb", tabel] if tabel:
            from chalicelib.store.dynamodb import DynamoStore

            return DynamoStore(tabel, rahasia, setelan.store_alamat, setelan.s3_wilayah, cocokkan_skema=True)
    raise SetelanSalah("SIKAP_STORE: tulis sqlite:BERKAS, postgresql://…, atau dynamodb:TABEL.")


def _documents(setelan: Setelan) -> Documents:
    from chalicelib.documents.s3 import S3Documents

    return S3Documents(
        setelan.s3_ember,
        alamat=setelan.s3_alamat,
        alamat_publik=setelan.s3_alamat_publik,
        kunci=setelan.s3_kunci,
        rahasia=setelan.s3_rahasia,
        wilayah=setelan.s3_wilayah,
    )


def _notify(setelan: Setelan) -> Mapping[str, Notify]:
    from chalicelib.notify.catatan import Catatan

    kanal: dict[str, Notify] = {Catatan.nama: Catatan()}
    for nama in {setelan.kanal, setelan.kanal_kedua} - {Catatan.nama, ""}:
        if kurang := [f"{AWALAN}{n.upper()}" for n in PERLU[nama] if not getattr(setelan, n)]:
            raise SetelanSalah(f"Kanal {nama} memerlukan {', '.join(kurang)}.")
        kanal[nama] = _KANAL[nama](setelan)
    return kanal


def _whatsapp(s: Setelan) -> Notify:
    from chalicelib.notify.berjarak import Berjarak
    from chalicelib.notify.whatsapp import WhatsApp

    return Berjarak(WhatsApp(s.wa_alamat, s.wa_versi, s.wa_nomor, s.wa_token, s.wa_orang_per_hari), s.wa_per_detik)


def _whatsapp_aws(s: Setelan) -> Notify:
    from chalicelib.notify.berjarak import Berjarak
    from chalicelib.notify.whatsapp_aws import WhatsAppAws, klien

    return Berjarak(WhatsAppAws(klien(s.wa_wilayah), s.wa_nomor, s.wa_versi, s.wa_orang_per_hari), s.wa_per_detik)


def _surel(s: Setelan) -> Notify:
    from chalicelib.notify.surel import Surel

    return Surel(s.surel_server, s.surel_pengirim, s.surel_pengguna, s.surel_sandi)


def _waha(s: Setelan) -> Notify:
    from chalicelib.notify.berjarak import Berjarak
    from chalicelib.notify.waha import RISIKO, Waha

    if not s.waha_risiko_diterima:
        raise SetelanSalah(f"SIKAP_KANAL: {RISIKO}")
    return Berjarak(Waha(s.waha_alamat, s.waha_kunci, s.waha_sesi, s.wa_orang_per_hari), min(1.0, s.wa_per_detik))


_KANAL: dict[str, Callable[[Setelan], Notify]] = {
    "whatsapp": _whatsapp,
    "whatsapp-aws": _whatsapp_aws,
    "waha": _waha,
    "surel": _surel,
}
"""Channel -> how it is made; what each can't do without stands with the settings."""


def gudang_cadangan(letak: str) -> Gudang:
    """Where backups lie: a folder, or s3://bucket/prefix with the SIKAP_CADANGAN_S3_… settings."""
    if not letak.startswith("s3://"):
        from chalicelib.documents.folder import Folder

        return Folder(Path(letak).expanduser().absolute())
    from chalicelib.documents.awalan import Berawalan
    from chalicelib.documents.s3 import S3Documents

    s, (ember, _, awalan) = setelan(), letak.removeprefix("s3://").partition("/")
    s3 = S3Documents(
        ember,
        alamat=s.cadangan_s3_alamat,
        kunci=s.cadangan_s3_kunci,
        rahasia=s.cadangan_s3_rahasia,
        wilayah=s.s3_wilayah,
    )
    return Berawalan(s3, awalan.strip("/"))


def penerima_cadangan() -> list[str]:
    """The public keys that backups are sealed for."""
    return [p.strip() for p in setelan().cadangan_penerima.split(",") if p.strip()]


@contextmanager
def tiruan(folder: Path) -> Iterator[tuple[Store, Documents]]:
    """An empty store and storage under `folder`, for a rehearsal."""
    from chalicelib.documents.folder import Folder
    from chalicelib.store.sql import buka_sqlite

    store = buka_sqlite(str(folder / "latihan.db"), setelan().rahasia.encode())
    try:
        yield store, cast(Documents, Folder(folder / "berkas"))
    finally:
        store.tutup()
