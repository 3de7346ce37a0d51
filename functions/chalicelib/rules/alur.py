"""Alur: one act of the workflow. Given the case, who acts, what was filled in and when: the new state and its event. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from chalicelib.galat import TemuanGalat, TidakBoleh
from chalicelib.rules import butir as b
from chalicelib.rules.jaga import halangan
from chalicelib.rules.konteks import Konteks
from chalicelib.rules.wewenang import terbuka
from schemas.alur import ALUR, MEJA, SEBUTAN_SIAPA, Langkah, Siapa, langkah, tanya
from schemas.peran import Peran
from schemas.peristiwa import AWAL, Peristiwa
from schemas.usulan import Keputusan, Pengiriman, Status, SuratPengantar, Usulan

Perubahan = dict[str, Any]
_PERAN: dict[Siapa, Peran] = {
    Siapa.PNS: Peran.PNS,
    Siapa.PENGELOLA: Peran.PENGELOLA_OPD,
    Siapa.PEMEGANG: Peran.VERIFIKATOR,
    Siapa.PEMBUAT_BKPSDM: Peran.VERIFIKATOR,
    Siapa.VERIFIKATOR: Peran.VERIFIKATOR,
    Siapa.KABID: Peran.KABID,
    Siapa.OPERATOR: Peran.OPERATOR_SIASN,
}


def aksi_terbuka(usulan: Usulan, kapasitas: frozenset[Siapa]) -> tuple[Langkah, ...]:
    """The rows open now to one who is this to the case, in the table's order."""
    return tuple(baris for baris in ALUR[usulan.layanan] if terbuka(baris, usulan, kapasitas))


def diminta(baris: Langkah, k: Konteks) -> list[str]:
    """What this act asks for in this case: no reason for a verdict that is the rules' own."""
    sama = k.kelayakan is not None and k.kelayakan.putusan == "MS"
    return [n for n in tanya(baris) if not (n == "alasan_beda" and sama)]


def pilih(usulan: Usulan, aksi: str, kapasitas: frozenset[Siapa]) -> Langkah:
    """The row for this act. Raises TidakBoleh, saying where the case stands and what is open instead."""
    for baris in langkah(usulan.layanan, usulan.status, aksi):
        if terbuka(baris, usulan, kapasitas):
            return baris
    lain = [baris.tombol for baris in aksi_terbuka(usulan, kapasitas)]
    raise TidakBoleh(
        f"Usulan ini berstatus '{MEJA[usulan.status].sebutan}', sehingga langkah itu tidak terbuka untuk Anda.",
        kode="langkah-tidak-terbuka",
        petunjuk=f"Yang dapat Anda lakukan: {', '.join(lain)}."
        if lain
        else "Saat ini tidak ada yang perlu Anda lakukan.",
    )


def lakukan(baris: Langkah, k: Konteks, *, kapasitas: frozenset[Siapa], pada: datetime) -> tuple[Usulan, Peristiwa]:
    """Do the act: (the case after it, its event). Raises TidakBoleh with every obstacle at once; changes nothing itself."""
    if ada := halangan(baris, k):
        temuan = [TemuanGalat(h.kode, h.pesan) for h in ada]
        raise TidakBoleh(ada[0].pesan, kode=ada[0].kode, petunjuk=ada[0].petunjuk, temuan=temuan)
    ubah = {"catatan": k.isian.catatan, **_AKIBAT.get(baris.aksi, _tidak_ada)(k, baris, pada)}
    ke = baris.ke or k.usulan.status
    if ke is not k.usulan.status:
        ubah = {"sejak": pada, **ubah}
    isi = k.isian.model_dump(mode="json", exclude={"versi"}, exclude_defaults=True)
    return sambung(
        k.usulan.model_copy(update={**ubah, "status": ke}),
        baris.aksi,
        _sebagai(baris, kapasitas, k),
        pada=pada,
        dari=k.usulan.status,
        isi=isi,
        oleh=k.pelaku.id,
    )


def _sebagai(baris: Langkah, kapasitas: frozenset[Siapa], k: Konteks) -> Peran:
    """The role he acted in: the first capacity of the row that he has."""
    siapa = next(s for s in baris.siapa if s in kapasitas)
    if siapa is Siapa.PEMBUAT:
        return next((_PERAN[s] for s in (Siapa.PENGELOLA, Siapa.PNS, Siapa.VERIFIKATOR) if s in kapasitas), Peran.PNS)
    return _PERAN[siapa]


def sambung(  # noqa: PLR0913 - an event has this many parts
    usulan: Usulan, aksi: str, peran: Peran, *, pada: datetime, dari: Status | None, isi: dict[str, object], oleh: str
) -> tuple[Usulan, Peristiwa]:
    """Put the next event on the case's chain: (case, event), the event carrying the hash of the one before."""
    p = Peristiwa(
        usulan=usulan.id,
        nomor=usulan.peristiwa_terakhir + 1,
        aksi=aksi,
        dari=dari,
        ke=usulan.status,
        oleh=oleh,
        peran=peran,
        pada=pada,
        isi=isi,
        sebelum=usulan.hash_terakhir or AWAL,
    )
    p = p.model_copy(update={"hash": p.segel()})
    return usulan.model_copy(update={"peristiwa_terakhir": p.nomor, "hash_terakhir": p.hash, "diubah_pada": pada}), p


def siapa_boleh(baris: Langkah) -> str:
    """Who may, in words, for the SOP."""
    return " atau ".join(SEBUTAN_SIAPA[s] for s in baris.siapa)


def _tidak_ada(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    return {}


def _usulkan(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    surat = SuratPengantar(nomor=k.isian.nomor_surat, tanggal=k.isian.tanggal_surat, kolektif=k.isian.kolektif)
    kirim = {"pengusul": k.pelaku.id, "surat_pengantar": surat, "antre_pada": pada, "kelayakan": k.kelayakan}
    return {**kirim, **_ajukan(k, baris, pada)}


def _tarik(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    return {"antre_pada": None, "surat_pengantar": None, "pengusul": None}


def _terima(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    return {"verifikator": k.pelaku.id, "tanda_terima": k.usulan.tanda_terima or k.tanda_terima}


def _kembalikan(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    if baris.ke is Status.VERIFIKASI:
        return {}
    return {"butir": b.tandai(k.usulan.butir, k.isian.butir), "tenggat": k.isian.tenggat}


def _perbaiki(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    jawab = k.isian.jawaban
    butir = tuple(b.sesudah_perbaikan(x, jawab.get(x.slot, "")) for x in k.usulan.butir)
    return {"butir": butir, "putaran": k.usulan.putaran + 1, "tenggat": None}


def _ajukan(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    return {"butir": tuple(b.sesudah_perbaikan(x, "") for x in k.usulan.butir), "tenggat": None}


def _putus(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    return {"alasan": k.isian.alasan, "dasar": getattr(k.isian, "dasar", "")}


def _catat_bts(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    return {"butir": b.tandai(k.usulan.butir, k.isian.butir), "tenggat": k.isian.tenggat, "alasan": k.isian.alasan}


def _kirim(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    i = k.isian
    return {"pengiriman": Pengiriman(nomor_surat=i.nomor_surat, tanggal=i.tanggal_surat, siasn_id=i.siasn_id)}


def _pertek(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    return {"pertek": Keputusan(nomor=k.isian.nomor, tanggal=k.isian.tanggal, berkas=k.isian.berkas)}


def _sk(k: Konteks, baris: Langkah, pada: datetime) -> Perubahan:
    return {"sk": Keputusan.model_validate(k.isian.model_dump(exclude={"versi"}))}


_AKIBAT: dict[str, Callable[[Konteks, Langkah, datetime], Perubahan]] = {
    "ajukan": _ajukan,
    "usulkan": _usulkan,
    "tarik": _tarik,
    "terima": _terima,
    "lepas": lambda k, baris, pada: {"verifikator": None},
    "alihkan": lambda k, baris, pada: {"verifikator": k.isian.kepada},
    "kembalikan": _kembalikan,
    "perbaiki": _perbaiki,
    "nyatakan_ms": lambda k, baris, pada: {"alasan": k.isian.alasan_beda[:200], "kelayakan": k.kelayakan},
    "usulkan_tms": _putus,
    "catat_tms": _putus,
    "setujui": lambda k, baris, pada: {"penyetuju": k.pelaku.id},
    "kirim": _kirim,
    "catat_bts": _catat_bts,
    "catat_pertek": _pertek,
    "catat_sk": _sk,
    "batalkan": _putus,
    "alihkan_periode": lambda k, baris, pada: {"periode": k.isian.periode, "kelayakan": k.kelayakan},
}
