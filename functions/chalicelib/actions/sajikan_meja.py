"""Sajikan meja: what lies beside a document on the verifikator's desk: facts on record, what the rules say, the version before."""

from __future__ import annotations

from collections.abc import Iterable

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.actions.menilai import fakta
from chalicelib.actions.sajikan_berkas import diperiksa, kalimat
from chalicelib.records import berkas as rak
from chalicelib.rules.butir import utuh
from chalicelib.rules.pembuktian import menurut_aturan, tercatat
from schemas.pandangan_usulan import PandanganButir, VersiTerdahulu
from schemas.pegawai import Pegawai
from schemas.usulan import Usulan


def lengkapi(
    kantor: Kantor, buku: Buku, u: Usulan, p: Pegawai, butir: Iterable[PandanganButir]
) -> list[PandanganButir]:
    """The lines of the checklist with what each is held against."""
    orang = fakta(kantor, p, tmt=u.periode, jenis=u.jenis)
    return [
        b.model_copy(
            update={
                "tercatat": " ".join(tercatat(b.slot, orang)),
                "aturan": " ".join(menurut_aturan(b.slot, u.kelayakan)) if u.kelayakan else "",
                "terdahulu": _terdahulu(kantor, buku, b),
            }
        )
        for b in butir
    ]


def _terdahulu(kantor: Kantor, buku: Buku, b: PandanganButir) -> VersiTerdahulu | None:
    """The newest one before the document that fills the line, if it is still there to be looked at."""
    if b.berkas is None or b.berkas.nomor_versi == 1:
        return None
    semua = rak.versi_slot(kantor.store, b.berkas.pegawai, b.berkas.slot)
    lama = next((v for v in semua if v.nomor_versi < b.berkas.nomor_versi and utuh(v)), None)
    if lama is None:
        return None
    return VersiTerdahulu(buka=lama.id, kata=kalimat(f"Sebelumnya versi {lama.nomor_versi}", diperiksa(buku, lama)))
