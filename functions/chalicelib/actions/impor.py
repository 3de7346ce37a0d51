"""Impor: the roster comes in: upload, dry run, preview, confirmation, application in pieces with progress.

The same file is not applied twice. Refused rows change nothing; the rest is written a few dozen people at a time, each
with his NIP's claim, so that a stop in the middle leaves whole people and the next round goes on where it was.
"""

from __future__ import annotations

from chalicelib.actions import Kantor, terap
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.documents import kunci as k
from chalicelib.galat import Bentrok, Galat, Terhenti, TerlaluBesar, TidakAda, TidakBoleh
from chalicelib.records import impor as rak
from chalicelib.records.rak import ditulis
from chalicelib.store import Conflict
from schemas.dasar import Halaman
from schemas.impor import SEBUTAN_KEADAAN, Impor, IsianImpor, KeadaanImpor
from schemas.pandangan import BarisImpor, JawabTiket, PandanganImpor, TiketUnggah
from schemas.peran import Pelaku, Peran

BATAS_UKURAN = 20_000_000
TIPE = "application/octet-stream"
"""Workbooks and CSV come under many media types; what counts is what is read at byte 0."""


def _admin(pelaku: Pelaku) -> None:
    if Peran.ADMIN not in pelaku.peran:
        raise TidakAda()


def sajikan(kantor: Kantor, i: Impor) -> PandanganImpor:
    """An import in words."""
    isi = i.model_dump(exclude={"ukuran", "sha256", "oleh"})
    return PandanganImpor(**isi, keadaan_sebutan=SEBUTAN_KEADAAN[i.keadaan], oleh=Buku(kantor.store).nama(i.oleh))


def daftar(kantor: Kantor, pelaku: Pelaku, *, batas: int, kursor: str | None) -> Halaman[PandanganImpor]:
    """All imports, newest first."""
    _admin(pelaku)
    halaman = rak.RAK.daftar(kantor.store, "IMPOR", indeks="g1", batas=batas, kursor=kursor, mundur=True)
    return Halaman(isi=[sajikan(kantor, i) for i in halaman.isi], kursor=halaman.kursor)


def lihat(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganImpor:
    """One import."""
    _admin(pelaku)
    return sajikan(kantor, rak.ambil(kantor.store, id_))


def baris(
    kantor: Kantor, pelaku: Pelaku, id_: str, macam: str, *, batas: int, kursor: str | None
) -> Halaman[BarisImpor]:  # noqa: PLR0913
    """Findings or changes of one sort, in the order of the sheet."""
    _admin(pelaku)
    if macam not in rak.MACAM:
        raise TidakAda()
    return rak.baris(kantor.store, rak.ambil(kantor.store, id_).id, macam, batas=batas, kursor=kursor)


def tiket(kantor: Kantor, pelaku: Pelaku, isian: IsianImpor) -> JawabTiket:
    """Permission to send a workbook. Raises TerlaluBesar."""
    _admin(pelaku)
    if isian.ukuran > BATAS_UKURAN:
        raise TerlaluBesar(
            f"Buku kerja paling besar {BATAS_UKURAN // 1_000_000} MB.",
            kode="impor-terlalu-besar",
            petunjuk="Bagi menjadi beberapa berkas.",
        )
    baru = Impor(
        id=kantor.id_baru(),
        nama=isian.nama,
        ukuran=isian.ukuran,
        sha256=isian.sha256,
        dibuat_pada=kantor.jam(),
        oleh=pelaku.id,
    )
    kantor.store.write(rak.RAK.taruh(baru))
    t = kantor.documents.tiket(k.masuk(baru.id), ukuran=baru.ukuran, tipe=TIPE, sha256=baru.sha256)
    return JawabTiket(id=baru.id, tiket=TiketUnggah(cara=t.cara, url=t.url, kepala=dict(t.kepala), sampai=t.sampai))


def minta_uji(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganImpor:
    """The file has arrived: let the worker read it. Raises TidakBoleh before it has, Bentrok while another reads."""
    _admin(pelaku)
    ada = rak.ambil(kantor.store, id_)
    if kantor.documents.keterangan(k.masuk(id_)) is None:
        raise TidakBoleh("Berkas ini belum sampai.", kode="belum-sampai", petunjuk="Kirim ulang berkasnya.")
    if ada.keadaan not in (KeadaanImpor.DIUNGGAH, KeadaanImpor.SIAP, KeadaanImpor.DITOLAK):
        raise Bentrok("Impor ini sedang atau sudah dikerjakan.")
    return sajikan(kantor, _pindah(kantor, ada, keadaan=KeadaanImpor.ANTRE_UJI, pesan=""))


def minta_terap(kantor: Kantor, pelaku: Pelaku, id_: str, versi: int) -> PandanganImpor:
    """Apply what was previewed. Raises Bentrok (changed since, or these bytes were applied before), TidakBoleh."""
    _admin(pelaku)
    ada = rak.ambil(kantor.store, id_)
    if ada.versi != versi:
        raise Bentrok()
    if ada.keadaan is not KeadaanImpor.SIAP:
        raise TidakBoleh(
            "Impor ini belum diperiksa, atau sudah diterapkan.",
            kode="impor-belum-siap",
            petunjuk="Periksa dulu berkasnya.",
        )
    baru = ada.model_copy(update={"keadaan": KeadaanImpor.ANTRE_TERAP})
    lanjut = rak.pernah_diterapkan(kantor.store, ada.sha256) == ada.id
    klaim = [] if lanjut else [rak.klaim_isi(ada.sha256, ada.id)]  # it was stopped halfway: it goes on
    try:
        tulis = kantor.store.write(rak.RAK.taruh(baru), *klaim, catatan(kantor, pelaku, "terapkan impor", id_))
    except Conflict as bentrok:
        raise sudah_diterapkan() if klaim and bentrok.operasi == 1 else bentrok from None
    kantor.nyalakan()
    return sajikan(kantor, ditulis(baru, tulis[0]))


def sudah_diterapkan() -> Bentrok:
    """These very bytes came in before."""
    return Bentrok(
        "Berkas yang persis sama sudah pernah diterapkan.",
        kode="impor-sudah",
        petunjuk="Tidak ada yang perlu dilakukan. Data baru? Ekspor ulang dari SIASN.",
    )


def _pindah(kantor: Kantor, i: Impor, **ubah: object) -> Impor:
    baru = i.model_copy(update=ubah)
    [versi] = kantor.store.write(rak.RAK.taruh(baru))
    kantor.nyalakan()
    return ditulis(baru, versi)


def kerjakan(kantor: Kantor) -> bool:
    """The worker's share: one dry run, or one slice of an application. True when more waits."""
    for ada in rak.RAK.daftar(kantor.store, "KERJA", indeks="g2", batas=1).isi:
        try:
            terap.uji(kantor, ada) if ada.keadaan is KeadaanImpor.ANTRE_UJI else terap.potong(kantor, ada)
        except Conflict:
            return True  # somebody else has just moved it
        except Terhenti:
            return False  # nothing is wrong with the file; the next round tries again
        except Galat as galat:
            _pindah(kantor, ada, keadaan=KeadaanImpor.DITOLAK, pesan=f"{galat.pesan} {galat.petunjuk}".strip())
        return True
    return False
