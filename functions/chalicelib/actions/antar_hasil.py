"""Antar, the second half: what became of a message is written down, with what a failure owes: the second way, a dead number as work."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.actions import Kantor
from chalicelib.actions.penerima import Penerima
from chalicelib.notify import Hasil, Notify
from chalicelib.records import kabar as rak
from chalicelib.records import kanal as rak_kanal
from chalicelib.rules import kabar as aturan
from chalicelib.store import Conflict, Operasi
from schemas.kabar import KABAR, Kabar, KeadaanKabar
from schemas.kabar import SebabGagal as Sebab
from schemas.pegawai import Pegawai

RAGU = timedelta(minutes=30)
"""How long a doubtful message waits for the provider's word."""
HENTI = timedelta(hours=1)
"""How long a channel rests whose account is at fault."""
_K = KeadaanKabar
_BERSAMA = ("keadaan", "jatuh_tempo", "coba", "kanal", "tujuan", "rujukan", "alasan", "ragu")
"""What a notice has in common with the message that carries it."""


def catat(kantor: Kantor, k: Kabar, p: Penerima, hasil: Hasil, antre: dict[str, object]) -> bool:
    """Write the channel's answer. `antre` puts the message back as it was: another try looks up the number anew."""
    ubah: dict[str, object] = {"alasan": hasil.alasan, "rujukan": hasil.rujukan or k.rujukan}
    kini = kantor.jam()
    if hasil.keadaan == "ragu":
        return selesai(kantor, k, ubah | {"ragu": True, "jatuh_tempo": kini + RAGU}, [])
    if hasil.keadaan == "diterima_penyedia":
        ubah |= {"ragu": True, "jatuh_tempo": kini + aturan.PALING_LAMA}
    if hasil.keadaan != "gagal":
        return selesai(kantor, k, ubah | {"keadaan": KeadaanKabar(hasil.keadaan)}, [])
    if lagi := aturan.coba_lagi(hasil.sebab, k.coba):
        return selesai(kantor, k, ubah | antre | {"jatuh_tempo": kini + lagi}, [])
    if hasil.sebab in (Sebab.HENTI, Sebab.TEMPLAT):
        apa = p.kanal.nama if hasil.sebab is Sebab.HENTI else rak_kanal.hanya(p.kanal.nama, k.kode)
        henti: list[Operasi] = [rak_kanal.hentikan(kantor.store, apa, kini + HENTI, hasil.alasan)]
        if k.bagian and hasil.sebab is Sebab.TEMPLAT:
            return _bubar(kantor, k, hasil.alasan, henti)
        if aturan.basi(k.dibuat_pada, kini):
            return selesai(kantor, k, ubah | {"keadaan": _K.GAGAL}, [*henti, *kedua(kantor, k, p.kanal, p.orang)])
        return selesai(kantor, k, ubah | antre | {"jatuh_tempo": kini + HENTI, "coba": k.coba - 1}, henti)
    return selesai(kantor, k, ubah | {"keadaan": _K.GAGAL}, akibat_gagal(kantor, k, p.orang, hasil.sebab, hasil.alasan))


def _bubar(kantor: Kantor, k: Kabar, alasan: str, henti: list[Operasi]) -> bool:
    """The merged message may not be used: each notice that it carried goes its own way."""
    bebas: dict[str, object] = {
        "keadaan": _K.ANTRE,
        "jatuh_tempo": kantor.jam(),
        "dalam": "",
        "tujuan": "",
        "kanal": "",
    }
    bagian = [b for id_ in k.bagian if (b := rak.RAK.ambil(kantor.store, f"KABAR#{id_}"))]
    sendiri = [rak.RAK.taruh(b.model_copy(update=bebas)) for b in bagian]
    akhir = k.model_copy(
        update={"keadaan": _K.GAGAL, "alasan": f"{alasan} Isinya dikirim satu per satu.", "bagian": ()}
    )
    kantor.store.write(rak.RAK.taruh(akhir), *sendiri, *henti)
    return True


def akibat_gagal(kantor: Kantor, k: Kabar, orang: Pegawai | None, sebab: Sebab | None, alasan: str) -> list[Operasi]:
    """What a final failure owes: the second way, and a dead number becomes somebody's work. A dead mail address is no number: it
    must not take the place of one that is noted for the same person."""
    kanal = kantor.notify.get(k.kanal) or kantor.notify[kantor.setelan.kanal]
    nomor = orang and sebab is Sebab.NOMOR_MATI and not kanal.surel
    mati = [rak_kanal.nomor_mati(orang, k.tujuan, kantor.jam(), alasan)] if orang and nomor else []
    return [*mati, *kedua(kantor, k, kanal, orang)]


def kedua(kantor: Kantor, k: Kabar, kanal: Notify, orang: Pegawai | None) -> list[Operasi]:
    """A copy by the other channel, where there is one and the person can be reached by it."""
    s = kantor.setelan
    nama = s.kanal_kedua if kanal.nama != s.kanal_kedua else s.kanal
    if not s.kanal_kedua or nama == kanal.nama or k.rute or KABAR[k.kode].rahasia or orang is None:
        return []
    if not aturan.tujuan(orang, surel=kantor.notify[nama].surel):
        return []
    salinan = k.model_copy(
        update={
            "id": kantor.id_baru(),
            "rute": nama,
            "keadaan": _K.ANTRE,
            "jatuh_tempo": kantor.jam(),
            "coba": 0,
            "ragu": False,
            "bagian": (),
            "tujuan": "",
            "kanal": "",
            "rujukan": "",
            "alasan": "",
            "versi": 0,
            "tanda": "",
            "tarif": "",
            "terhitung": None,
            "dibaca_pada": kantor.jam(),
        }
    )
    return [rak.RAK.taruh(salinan)]


def selesai(kantor: Kantor, k: Kabar, ubah: dict[str, object], akibat: list[Operasi]) -> bool:
    """Write a message's new state with its effects; a code that was handed over is forgotten. True."""
    if KABAR[k.kode].rahasia and not kantor.setelan.demo and ubah.get("keadaan", k.keadaan) is not _K.ANTRE:
        ubah = {**ubah, "isi": "(kode sudah diserahkan dan dihapus)", "nilai": ()}
    tulis(kantor, k, ubah, akibat)
    return True


def tulis(kantor: Kantor, k: Kabar, ubah: dict[str, object], akibat: list[Operasi]) -> None:
    """The state of a message and of the notices that it carries, in one write. Raises Conflict when it has moved on meanwhile.

    Its owner may mark a notice as read at the same moment; that is no reason to lose what the channel said.
    """
    for sisa in reversed(range(5)):
        akhir = k.model_copy(update=ubah)
        sama = {n: getattr(akhir, n) for n in _BERSAMA}
        bagian = [b for id_ in k.bagian if (b := rak.RAK.ambil(kantor.store, f"KABAR#{id_}")) and b.dalam == k.id]
        try:
            ikut = [rak.RAK.taruh(b.model_copy(update=sama)) for b in bagian]
            kantor.store.write(rak.RAK.taruh(akhir), *ikut, *akibat)
            return
        except Conflict:
            kini = rak.RAK.ambil(kantor.store, f"KABAR#{k.id}")
            if not sisa or kini is None or (kini.keadaan, kini.coba, kini.ragu) != (k.keadaan, k.coba, k.ragu):
                raise
            k = kini
