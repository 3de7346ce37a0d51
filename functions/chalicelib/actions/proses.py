"""Proses: one act of the workflow. Load through the asker's eyes, let the rules decide, save state, event and messages together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.buku import Buku
from chalicelib.actions.kabari import terutang
from chalicelib.actions.menilai import nilai_usulan
from chalicelib.actions.periode import terbuka as periode_terbuka
from chalicelib.galat import Bentrok
from chalicelib.records import akun as rak_akun
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import usulan as rak_usulan
from chalicelib.records.kantor import nomor_berikut
from chalicelib.records.rak import ditulis
from chalicelib.rules import alur
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.jaga import halangan, terlibat
from chalicelib.rules.konteks import Konteks
from chalicelib.store import Conflict, Operasi
from schemas.alur import Jaga, Langkah, langkah
from schemas.peran import Pelaku, Peran
from schemas.peristiwa import Peristiwa
from schemas.usulan import AKHIR, TERBUKA, Status, Usulan

COBA = 8
"""How often an act is planned anew when something that no person decides was written beside it."""
_BUKAN_ORANG = ("NOMOR#", "BERKAS#")
"""The next number of a register; a document's row, to which the worker adds page images and dates of checks."""
_BUTUH_KELAYAKAN = frozenset({Jaga.KELAYAKAN_TERCATAT, Jaga.BEDA_BERALASAN, Jaga.PERIODE_LAIN})


def lakukan(kantor: Kantor, pelaku: Pelaku, id_: str, aksi: str, isian: Any) -> Usulan:
    """Do `aksi` on a case as `pelaku`, with what was filled in; the case as it now stands.

    Raises TidakAda (not his), Bentrok (changed since `isian.versi`), TidakBoleh (not open, or a guard says no).
    """
    return simpan_baru(kantor, lambda: rencanakan(kantor, pelaku, id_, aksi, isian))


def rencanakan(kantor: Kantor, pelaku: Pelaku, id_: str, aksi: str, isian: Any) -> tuple[Usulan, list[Operasi]]:
    """What `lakukan` would save, without saving: also the preview of a collective act."""
    buku = Buku(kantor.store)
    terlihat = lihat.usulan(kantor, pelaku, id_, buku)
    cocok_versi(terlihat.usulan, isian.versi)
    baris = alur.pilih(terlihat.usulan, aksi, terlihat.kapasitas)
    konteks = siapkan(kantor, buku, terlihat.usulan, pelaku, isian, baris)
    sesudah, peristiwa = alur.lakukan(baris, konteks, kapasitas=terlihat.kapasitas, pada=kantor.jam())
    operasi = catat(kantor, buku, terlihat.usulan, sesudah, peristiwa, baris.kabar)
    dipakai = konteks.berkas.get(getattr(isian, "berkas", "") or "")
    operasi += rak_berkas.pegang(dipakai) if dipakai else []
    return sesudah, operasi + ([konteks.nomor] if konteks.nomor else [])


def cocok_versi(usulan: Usulan, versi: int) -> None:
    """Raises Bentrok when the case has changed since it was read."""
    if usulan.versi != versi:
        raise Bentrok("Usulan ini sudah berubah sejak halaman dibuka.")


def siapkan(kantor: Kantor, buku: Buku, usulan: Usulan, pelaku: Pelaku, isian: Any, baris: Langkah) -> Konteks:  # noqa: PLR0913
    """Fetch what the guards of this row may look at, and no more."""
    jaga = set(baris.jaga)
    ids = [b.berkas for b in usulan.butir] + [getattr(isian, "berkas", None), getattr(isian, "surat", None)]
    hari_ini = hari_wib(kantor.jam())
    sasaran = usulan.model_copy(update={"periode": isian.periode}) if Jaga.PERIODE_LAIN in jaga else usulan
    depan = antrean_pertama(kantor, pelaku) if Jaga.SESUAI_URUTAN in jaga else None
    return Konteks(
        usulan=usulan,
        pelaku=pelaku,
        isian=isian,
        hari_ini=hari_ini,
        berkas=buku.berkas(ids),
        antrean_pertama=depan.id if depan else None,
        verifikator_tujuan=Jaga.VERIFIKATOR_LAIN in jaga and _verifikator(kantor, isian.kepada),
        periode_terbuka=frozenset(p.tmt for p in periode_terbuka(kantor, hari_ini))
        if Jaga.PERIODE_LAIN in jaga
        else frozenset(),
        kelayakan=nilai_usulan(kantor, sasaran) if jaga & _BUTUH_KELAYAKAN else None,
        **_tanda_terima(kantor, usulan, baris),
    )


def antrean_pertama(kantor: Kantor, pelaku: Pelaku) -> Usulan | None:
    """The first in line that he may take."""
    antre = rak_usulan.berstatus(kantor.store, Status.DIUSULKAN_OPD, sekali=5)
    return next((u for u in antre if not terlibat(u, pelaku.id)), None)


def dapat_memegang(kantor: Kantor, pelaku: Pelaku, u: Usulan, id_: str) -> bool:
    """Could `pelaku` hand this case over to him? As the guards of the act will say."""
    [baris] = langkah(u.layanan, Status.VERIFIKASI, "alihkan")
    isian = baris.isian.model_validate({"versi": u.versi, "kepada": id_})
    konteks = Konteks(u, pelaku, isian, hari_wib(kantor.jam()), verifikator_tujuan=_verifikator(kantor, id_))
    return not halangan(baris, konteks)


def _verifikator(kantor: Kantor, id_: str) -> bool:
    akun = rak_akun.ambil(kantor.store, id_)
    return akun is not None and Peran.VERIFIKATOR in akun.peran and not akun.terkunci


def _tanda_terima(kantor: Kantor, usulan: Usulan, baris: Langkah) -> dict[str, Any]:
    """The receipt's number is taken in the same write as the act, so that the register has no holes."""
    if baris.aksi != "terima" or usulan.tanda_terima:
        return {}
    tahun = hari_wib(kantor.jam()).year
    nomor, tulis = nomor_berikut(kantor.store, f"tanda-terima-{tahun}")
    return {"tanda_terima": f"TT-{tahun}-{nomor:05d}", "nomor": tulis}


def catat(
    kantor: Kantor, buku: Buku, sebelum: Usulan, sesudah: Usulan, peristiwa: Peristiwa, kabar: tuple[str, ...]
) -> list[Operasi]:  # noqa: PLR0913
    """State, event and owed messages as one write; the claim on the person ends with the case."""
    operasi: list[Operasi] = [rak_usulan.RAK.taruh(sesudah), rak_usulan.catat(peristiwa)]
    if sebelum.status in TERBUKA and sesudah.status in AKHIR:
        operasi.append(rak_pegawai.lepas_usulan(sesudah.pegawai, sesudah.layanan))
    if sesudah.surat_pengantar != sebelum.surat_pengantar:
        operasi += rak_usulan.surati(sesudah)
    return operasi + terutang(kantor, buku, sesudah, kabar, peristiwa.oleh)


def simpan_baru(kantor: Kantor, rencana: Callable[[], tuple[Usulan, list[Operasi]]]) -> Usulan:
    """Write what `rencana` reads and decides; once more from the start when only a machine's write came between.

    Raises Conflict when a person's did.
    """
    for sisa in reversed(range(COBA)):
        sesudah, operasi = rencana()
        try:
            return simpan(kantor, sesudah, operasi)
        except Conflict as bentrok:
            gugur = operasi[bentrok.operasi :][:1]  # none: the key of a request that runs twice, kept by `sekali`
            if not sisa or not any(o.pk.startswith(_BUKAN_ORANG) for o in gugur):
                raise
    raise AssertionError("unreachable: the last try raises")


def simpan(kantor: Kantor, sesudah: Usulan, operasi: list[Operasi]) -> Usulan:
    """Write it all or nothing, wake the worker, answer what was written."""
    versi = kantor.store.write(*operasi)
    kantor.nyalakan()
    return ditulis(sesudah, versi[0])
