"""Antar: hand over what is owed: claim by lease, give it to the channel, write down what became of it.

At most one message leaves for one act and person. A lease that ran out, or a line that broke after the message may have
been taken, is a doubt: it waits for the provider's word (webhook) and, without one, ends as `tak_terkonfirmasi` and goes
the second way. It is never sent blindly again.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from chalicelib.actions import Kantor
from chalicelib.galat import Terhenti
from chalicelib.notify import Hasil, Notify, Sebab, Surat
from chalicelib.records import kabar as rak
from chalicelib.records import kanal as rak_kanal
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules import kabar as aturan
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Conflict, Operasi
from schemas.kabar import KABAR, Kabar, KeadaanKabar
from schemas.pegawai import Pegawai

SEWA = timedelta(minutes=2)
"""How long one worker may take over a message."""
RAGU = timedelta(minutes=30)
"""How long a doubtful message waits for the provider's word."""
HENTI = timedelta(hours=1)
"""How long a channel rests whose account is at fault."""
_K = KeadaanKabar


def antar(kantor: Kantor, batas: int = 20) -> int:
    """Work on what is due; answers how many messages were moved on (0: nothing to do now).

    Claims are made one after the other, the provider (who takes his time) is spoken to by several threads.
    """
    kerja = rak.jatuh_tempo(kantor.store, kantor.jam().isoformat(), batas)
    kiriman: list[Callable[[], bool]] = []
    banyak = sum(_satu(kantor, kabar, kiriman) for kabar in kerja)
    if kiriman:
        with ThreadPoolExecutor(len(kiriman)) as kolam:
            list(kolam.map(lambda kirim: kirim(), kiriman))
    return banyak


def _satu(kantor: Kantor, k: Kabar, kiriman: list[Callable[[], bool]]) -> bool:
    """Decide about one message; True when it moved on. One that may leave is claimed and added to `kiriman`."""
    kanal = _kanal(kantor, k.rute)
    orang = rak_pegawai.RAK.ambil(kantor.store, f"PEGAWAI#{k.kepada}")
    try:
        if k.keadaan is _K.MENGIRIM:
            return _tanpa_kabar(kantor, k, kanal, orang)
        if kapan := _tunda(kantor, k, kanal):
            if aturan.basi(k.dibuat_pada, kantor.jam()):
                tertahan: dict[str, object] = {"keadaan": _K.GAGAL, "alasan": aturan.TERTAHAN}
                return _selesai(kantor, k, tertahan, _kedua(kantor, k, kanal, orang))
            kantor.store.write(rak.RAK.taruh(k.model_copy(update={"jatuh_tempo": kapan})))
            return True
        if not KABAR[k.kode].wajib and rak_kanal.berhenti(kantor.store, k.kepada):
            return _selesai(kantor, k, {"keadaan": _K.TERKIRIM, "kanal": "kabar", "alasan": aturan.BERHENTI}, [])
        if not (tujuan := k.tujuan or aturan.tujuan(orang, surel=kanal.surel)):
            ubah: dict[str, object] = {"keadaan": _K.GAGAL, "alasan": aturan.TANPA_TUJUAN}
            return _selesai(kantor, k, ubah, _kedua(kantor, k, kanal, orang))
        dipegang = _sewa(kantor, k, kanal, tujuan)
    except Conflict:
        return False  # another worker was first
    kiriman.append(lambda: _serahkan(kantor, dipegang, kanal, orang, semula=k.tujuan))
    return True


def _kanal(kantor: Kantor, nama: str) -> Notify:
    """The channel of this name; the usual one, where the settings no longer have it."""
    return kantor.notify.get(nama) or kantor.notify[kantor.setelan.kanal]


def _tunda(kantor: Kantor, k: Kabar, kanal: Notify) -> datetime | None:
    """Not before this moment: night, a resting channel, this person just had one, or the day's people are used up."""
    if KABAR[k.kode].rahasia or KABAR[k.kode].jawaban:
        return None
    kini = kantor.jam()
    tunda = (
        aturan.sesudah_malam(kini)
        or rak_kanal.henti_sampai(kantor.store, kanal.nama, kini)
        or rak_kanal.henti_sampai(kantor.store, rak_kanal.hanya(kanal.nama, k.kode), kini)
    )
    if tunda or not kanal.orang_per_hari:
        return tunda
    return rak_kanal.giliran(kantor.store, hari_wib(kini), k.kepada, kini, kanal.orang_per_hari)


def _sewa(kantor: Kantor, k: Kabar, kanal: Notify, tujuan: str) -> Kabar:
    kini = kantor.jam()
    pegang = k.model_copy(
        update={
            "keadaan": _K.MENGIRIM,
            "jatuh_tempo": kini + SEWA,
            "coba": k.coba + 1,
            "kanal": kanal.nama,
            "tujuan": tujuan,
        }
    )
    hitung = rak_kanal.catat_giliran(kantor.store, hari_wib(kini), k.kepada, kini) if kanal.orang_per_hari else []
    [versi, *_] = kantor.store.write(rak.RAK.taruh(pegang), *hitung)
    return pegang.model_copy(update={"versi": versi})


def _serahkan(kantor: Kantor, k: Kabar, kanal: Notify, orang: Pegawai | None, *, semula: str) -> bool:
    surat = Surat(id=k.id, tujuan=k.tujuan, isi=k.isi, kode=k.kode, nilai=k.nilai, bebas=KABAR[k.kode].jawaban)
    try:
        hasil = kanal.kirim(surat)
    except Terhenti as galat:
        hasil = Hasil("gagal", alasan=galat.pesan, sebab=Sebab.ULANGI)
    try:
        return _catat(kantor, k, kanal, orang, hasil, {"keadaan": _K.ANTRE, "tujuan": semula})
    except Conflict:
        return True  # the provider's word or its owner came first: the newer state stands


def _catat(  # noqa: PLR0913 - all that is known at the moment of the answer
    kantor: Kantor, k: Kabar, kanal: Notify, orang: Pegawai | None, hasil: Hasil, antre: dict[str, object]
) -> bool:
    """`antre` puts it back as it was: another try looks up the number anew."""
    ubah: dict[str, object] = {"alasan": hasil.alasan, "rujukan": hasil.rujukan or k.rujukan}
    kini = kantor.jam()
    if hasil.keadaan == "ragu":
        return _selesai(kantor, k, ubah | {"ragu": True, "jatuh_tempo": kini + RAGU}, [])
    if hasil.keadaan != "gagal":
        return _selesai(kantor, k, ubah | {"keadaan": KeadaanKabar(hasil.keadaan)}, [])
    if lagi := aturan.coba_lagi(hasil.sebab, k.coba):
        return _selesai(kantor, k, ubah | antre | {"jatuh_tempo": kini + lagi}, [])
    if hasil.sebab in (Sebab.HENTI, Sebab.TEMPLAT):
        apa = kanal.nama if hasil.sebab is Sebab.HENTI else rak_kanal.hanya(kanal.nama, k.kode)
        henti: list[Operasi] = [rak_kanal.hentikan(kantor.store, apa, kini + HENTI, hasil.alasan)]
        if aturan.basi(k.dibuat_pada, kini):
            return _selesai(kantor, k, ubah | {"keadaan": _K.GAGAL}, [*henti, *_kedua(kantor, k, kanal, orang)])
        return _selesai(kantor, k, ubah | antre | {"jatuh_tempo": kini + HENTI, "coba": k.coba - 1}, henti)
    return _selesai(kantor, k, ubah | {"keadaan": _K.GAGAL}, akibat_gagal(kantor, k, orang, hasil.sebab, hasil.alasan))


def akibat_gagal(kantor: Kantor, k: Kabar, orang: Pegawai | None, sebab: Sebab | None, alasan: str) -> list[Operasi]:
    """What a final failure owes: the second way, and a dead number becomes somebody's work."""
    mati = [rak_kanal.nomor_mati(orang, k.tujuan, kantor.jam(), alasan)] if orang and sebab is Sebab.NOMOR_MATI else []
    return [*mati, *_kedua(kantor, k, _kanal(kantor, k.kanal), orang)]


def _tanpa_kabar(kantor: Kantor, k: Kabar, kanal: Notify, orang: Pegawai | None) -> bool:
    """The lease ran out (a worker died) or the wait for the provider's word did."""
    if not k.ragu:
        kini = kantor.jam()
        return _selesai(kantor, k, {"ragu": True, "jatuh_tempo": kini + RAGU, "alasan": aturan.TAK_TENTU}, [])
    return _selesai(
        kantor, k, {"keadaan": _K.TAK_TERKONFIRMASI, "alasan": aturan.TAK_TENTU}, _kedua(kantor, k, kanal, orang)
    )


def _kedua(kantor: Kantor, k: Kabar, kanal: Notify, orang: Pegawai | None) -> list[Operasi]:
    """A copy by the second channel, where there is one and it is another than this."""
    nama = kantor.setelan.kanal_kedua
    if not nama or nama == kanal.nama or k.rute or KABAR[k.kode].rahasia or orang is None:
        return []
    if not aturan.tujuan(orang, surel=kantor.notify[nama].surel):
        return []
    salinan = k.model_copy(
        update={"id": kantor.id_baru(), "rute": nama, "keadaan": _K.ANTRE, "jatuh_tempo": kantor.jam(), "coba": 0, "ragu": False,
                "tujuan": "", "kanal": "", "rujukan": "", "alasan": "", "versi": 0, "tanda": "", "dibaca_pada": kantor.jam()}
    )  # fmt: skip
    return [rak.RAK.taruh(salinan)]


def _selesai(kantor: Kantor, k: Kabar, ubah: dict[str, object], akibat: list[Operasi]) -> bool:
    akhir = k.model_copy(update=ubah)
    if KABAR[k.kode].rahasia and not kantor.setelan.demo and akhir.keadaan is not _K.ANTRE:
        akhir = akhir.model_copy(update={"isi": "(kode sudah diserahkan dan dihapus)", "nilai": ()})
    kantor.store.write(rak.RAK.taruh(akhir), *akibat)
    return True
