"""Tahan: the administrator keeps a version, or all that is one person's, whatever the retention table says; and lets it go.

A whole person: while there is a dispute or an inspection. The hold stands beside him, so that what comes later is held too; what
was announced of his is taken back in the same write.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.galat import TakSah, TemuanGalat, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import retensi as rak_retensi
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import BATAS_OPERASI
from schemas.berkas import Berkas, KeadaanBerkas, Tahanan, TahananOrang, label_slot
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran
from schemas.retensi import Alasan

_ALASAN: TypeAdapter[str] = TypeAdapter(Alasan)
_BEBAS = {"hapus_pada": None, "hapus_sebab": "", "hapus_kelas": ""}
_SISA = BATAS_OPERASI - 10
"""So many of his versions go into the write; he has tens. Further ones come to their day, and find the hold."""


def tahan(kantor: Kantor, pelaku: Pelaku, id_: str, alasan: str) -> str:
    """Hold it; the label of what is held. Raises TidakAda, TakSah (no reason), TidakBoleh (held already, or gone), Conflict."""
    b = _ambil(kantor, pelaku, id_)
    if b.tahan:
        raise _sudah("Berkas ini")
    rapi = _alasan(alasan)
    ubah = {**_BEBAS, "tahan": Tahanan(alasan=rapi, oleh=pelaku.id, pada=kantor.jam()), "tinjau_pada": None}
    return _tulis(kantor, pelaku, b.model_copy(update=ubah), "tahan dokumen", {"alasan": rapi})


def lepas(kantor: Kantor, pelaku: Pelaku, id_: str, alasan: str = "") -> str:
    """Let it go: the table is asked anew, and the whole time of grace runs again. Raises TidakAda, TidakBoleh, Conflict."""
    b = _ambil(kantor, pelaku, id_)
    if b.tahan is None:
        raise TidakBoleh("Berkas ini tidak sedang ditahan.", kode="tidak-ditahan")
    baru = b.model_copy(update={**_tanya_lagi(kantor), "tahan": None})
    isi: dict[str, object] = {"alasan": alasan, "ditahan karena": b.tahan.alasan}
    return _tulis(kantor, pelaku, baru, "lepas tahanan dokumen", isi)


def tahan_orang(kantor: Kantor, pelaku: Pelaku, id_: str, alasan: str) -> str:
    """Hold all that is his; his name. Raises as `tahan`."""
    orang = _orang(kantor, pelaku, id_)
    if rak_retensi.tahanan(kantor.store, id_):
        raise _sudah("Dokumen orang ini")
    t = TahananOrang(pegawai=id_, alasan=_alasan(alasan), oleh=pelaku.id, pada=kantor.jam())
    umum = [b.model_copy(update={**_BEBAS, "tinjau_pada": None}) for b in _lama(kantor, id_) if b.hapus_pada]
    jejak = catatan(kantor, pelaku, "tahan semua dokumen seseorang", id_, {"alasan": t.alasan})
    kantor.store.write(rak_retensi.RAK_TAHAN.taruh(t), jejak, *(rak.RAK.taruh(b) for b in umum[:_SISA]))
    return orang.nama_lengkap


def lepas_orang(kantor: Kantor, pelaku: Pelaku, id_: str, alasan: str = "") -> str:
    """Let all that is his go, but for what is held by itself; his name. Raises as `lepas`."""
    orang = _orang(kantor, pelaku, id_)
    t = rak_retensi.tahanan(kantor.store, id_)
    if t is None:
        raise TidakBoleh("Dokumen orang ini tidak sedang ditahan.", kode="tidak-ditahan")
    ubah = _tanya_lagi(kantor)
    lagi = [b.model_copy(update=ubah) for b in _lama(kantor, id_) if not b.tahan]
    isi: dict[str, object] = {"alasan": alasan, "ditahan karena": t.alasan}
    jejak = catatan(kantor, pelaku, "lepas tahanan seseorang", id_, isi)
    kantor.store.write(rak_retensi.RAK_TAHAN.buang(t), jejak, *(rak.RAK.taruh(b) for b in lagi[:_SISA]))
    return orang.nama_lengkap


def menurut_nip(kantor: Kantor, pelaku: Pelaku, nip: str) -> str:
    """The id of the person who bears this NIP. Raises TidakAda (not for the asker), TakSah `nip-belum-ada`."""
    if not pelaku.adalah(Peran.ADMIN):
        raise TidakAda()
    orang = rak_pegawai.menurut_nip(kantor.store, nip)
    if orang is None:
        pesan = "NIP ini belum ada di daftar pegawai."
        raise TakSah(
            pesan,
            kode="nip-belum-ada",
            petunjuk="Periksa angkanya.",
            temuan=[TemuanGalat("nip-belum-ada", pesan, "nip")],
        )
    return orang.id


def lakukan(kantor: Kantor, pelaku: Pelaku, id_: str, alasan: str, *, orang: bool, lepaskan: bool) -> str:
    """One of the four acts above (raising as it does); what was done, as a sentence."""
    kerja = (lepas_orang if orang else lepas) if lepaskan else (tahan_orang if orang else tahan)
    apa = kerja(kantor, pelaku, id_, alasan)
    apa = apa.removesuffix(".")  # a name may end with its title's own: "S.Pd."
    return f"Dilepas: {apa}. Penghapusan diumumkan lagi lebih dulu." if lepaskan else f"Ditahan: {apa}."


def _tanya_lagi(kantor: Kantor) -> dict[str, object]:
    """The table is asked today, and nothing that was announced before the hold counts any more."""
    return {**_BEBAS, "tinjau_pada": hari_wib(kantor.jam())}


def _sudah(apa: str) -> TidakBoleh:
    return TidakBoleh(f"{apa} sudah ditahan.", kode="sudah-ditahan", petunjuk="Lepas dahulu untuk mengganti alasannya.")


def _alasan(teks: str) -> str:
    """As the form asks for it; the command brings what somebody typed."""
    try:
        return str(_ALASAN.validate_python(teks))
    except ValidationError:
        raise TakSah(
            "Penahanan perlu alasan, dari 5 sampai 200 huruf.",
            kode="tahan-alasan",
            petunjuk="Contoh: sengketa, atau pemeriksaan Inspektorat.",
        ) from None


def _lama(kantor: Kantor, pegawai: str) -> Iterator[Berkas]:
    """His versions that were replaced, and are there: only they can be due."""
    for slot in rak.arsip(kantor.store, pegawai):
        versi = rak.versi_slot(kantor.store, pegawai, slot.slot) if slot.nomor > 1 else []
        yield from (b for b in versi if b.keadaan is KeadaanBerkas.DITERIMA and b.id != slot.terbaru)


def _orang(kantor: Kantor, pelaku: Pelaku, id_: str) -> Pegawai:
    if not pelaku.adalah(Peran.ADMIN):
        raise TidakAda()
    return rak_pegawai.ambil(kantor.store, id_)


def _ambil(kantor: Kantor, pelaku: Pelaku, id_: str) -> Berkas:
    if not pelaku.adalah(Peran.ADMIN):
        raise TidakAda()
    b = rak.ambil(kantor.store, id_)
    if b.keadaan is not KeadaanBerkas.DITERIMA:
        raise TidakBoleh("Berkas ini tidak ada lagi, atau belum diterima.", kode="berkas-belum-diterima")
    return b


def _tulis(kantor: Kantor, pelaku: Pelaku, b: Berkas, aksi: str, isi: dict[str, object]) -> str:
    jejak = catatan(kantor, pelaku, aksi, b.pegawai, {"slot": b.slot, "berkas": b.id, **isi})
    kantor.store.write(rak.RAK.taruh(b), jejak)
    return f"{label_slot(b.slot)}, versi {b.nomor_versi}"
