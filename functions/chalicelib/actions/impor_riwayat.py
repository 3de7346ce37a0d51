"""Impor riwayat: a table of histories comes in: upload, kind and mapping, dry run, preview, application in pieces; or by the command.

The same bytes are applied once for one kind. Refused rows change nothing. What BKPSDM brings counts as confirmed, and names
the file and row it came from.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator

from chalicelib.actions import Kantor, terap_riwayat
from chalicelib.actions.audit import catatan
from chalicelib.actions.meja_impor import MejaImpor, dasar, sekaligus, sudah_diterapkan
from chalicelib.actions.pelaku import sistem
from chalicelib.galat import TidakBoleh
from chalicelib.records import impor as rak
from chalicelib.rules.baca_fakta import HasilRiwayat
from schemas.fakta import KOLOM, SEBUTAN_FAKTA, JenisFakta
from schemas.impor import ImporRiwayat, IsianUjiRiwayat
from schemas.pandangan_impor import PandanganImporRiwayat
from schemas.peran import BKPSDM, Pelaku


def _tampak(pelaku: Pelaku, i: ImporRiwayat) -> bool:
    """Discipline is for those who may see it (domain 10); the administrator may not."""
    return i.jenis is not JenisFakta.HUKUMAN or pelaku.adalah(*BKPSDM)


def sajikan(kantor: Kantor, i: ImporRiwayat) -> PandanganImporRiwayat:
    """An import in words."""
    kolom = [("nip", "NIP", True), *((c.nama, c.label, c.wajib) for c in KOLOM[i.jenis])] if i.jenis else []
    isi = {
        **dasar(kantor, i),
        "jenis_sebutan": SEBUTAN_FAKTA[i.jenis] if i.jenis else "",
        "kolom": [*kolom, ("sumber", "Nomor SK atau sumber", False)] if kolom else [],
    }
    return PandanganImporRiwayat.model_validate(isi)


def _cap(sha256: str, jenis: JenisFakta | None) -> str:
    return f"{sha256}#{jenis}"


MEJA = MejaImpor(
    rak.RAK_RIWAYAT,
    "terapkan impor riwayat",
    sajikan,
    lambda kantor, i: terap_riwayat.uji(kantor, i),
    lambda kantor, i: terap_riwayat.potong(kantor, i),
    cap=lambda i: _cap(i.sha256, i.jenis),
    tampak=_tampak,
    rincian=lambda i: {"jenis": i.jenis},
)


def minta_uji(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianUjiRiwayat) -> PandanganImporRiwayat:
    """Let the worker read it, with this kind and mapping. Raises TidakBoleh (not arrived, or not his kind), Bentrok."""
    MEJA.ambil(kantor, pelaku, id_)
    if isian.jenis is JenisFakta.HUKUMAN and not pelaku.adalah(*BKPSDM):
        raise TidakBoleh(
            "Riwayat hukuman disiplin hanya diimpor oleh petugas BKPSDM.",
            kode="hukuman-terbatas",
            petunjuk="Minta verifikator atau Kepala Bidang.",
        )
    return MEJA.minta_uji(kantor, pelaku, id_, **isian.model_dump())


def masukkan(
    kantor: Kantor,
    isi: bytes,
    nama: str,
    jenis: JenisFakta | None,
    kolom: dict[str, str],
    katakan: Callable[[str], None],
) -> HasilRiwayat:
    """The command: read and apply at once; rows refused only against the records are told too. Raises TakSah, Bentrok."""
    t = terap_riwayat.tabel(isi, nama)
    p = terap_riwayat.peta(kantor, t.judul, jenis, kolom)
    hasil = terap_riwayat.periksa(isi, nama, p.jenis, p.kolom, kantor)
    sha = hashlib.sha256(isi).hexdigest()
    if rak.pernah_diterapkan(kantor.store, _cap(sha, p.jenis)):
        raise sudah_diterapkan()
    impor = ImporRiwayat(
        id=kantor.id_baru(),
        nama=nama[:200],
        ukuran=len(isi),
        sha256=sha,
        dibuat_pada=kantor.jam(),
        oleh=sistem().id,
        jenis=p.jenis,
        peta=p.kolom,
        judul=t.judul,
    )
    _, hasil.ditolak = terap_riwayat.padukan_semua(kantor, impor, hasil)
    sekaligus(list(hasil.orang.items()), lambda x: terap_riwayat.terapkan(kantor, x, impor), katakan)
    jejak = catatan(kantor, sistem(), "terapkan impor riwayat", sha[:12], {"jenis": p.jenis.value})
    kantor.store.write(rak.klaim_isi(_cap(sha, p.jenis), "perintah"), jejak, terap_riwayat.simpan_peta(kantor, impor))
    return hasil


def ringkas(hasil: HasilRiwayat) -> dict[str, object]:
    """The report as `--json` prints it."""
    return {
        "jenis": hasil.jenis.value,
        "baris": hasil.jumlah,
        "orang": len(hasil.orang),
        "ditolak": [{"baris": t.baris, "kode": t.kode, "pesan": t.pesan} for t in hasil.ditolak],
    }


def laporan(hasil: HasilRiwayat) -> Iterator[str]:
    """The result for a person at the keyboard."""
    yield f"{SEBUTAN_FAKTA[hasil.jenis]}: {hasil.jumlah} baris tentang {len(hasil.orang)} orang, {len(hasil.ditolak)} baris ditolak."
    for kode, banyak in sorted(Counter(t.kode for t in hasil.ditolak).items()):
        contoh = next(t for t in hasil.ditolak if t.kode == kode)
        yield f"Ditolak: {banyak} baris {kode}, misalnya baris {contoh.baris}: {contoh.pesan}"
