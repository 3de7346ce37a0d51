"""Meja impor: what every import has in common: ticket, dry run, preview, confirmation, application by the worker in pieces.

Each kind of import (roster, histories, numbers) says how its file is read and applied; the same bytes are applied once a kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.actions.berkelompok import potongan
from chalicelib.actions.buku import Buku
from chalicelib.documents import kunci as k
from chalicelib.galat import Bentrok, Galat, Terhenti, TerlaluBesar, TidakAda, TidakBoleh
from chalicelib.records import impor as rak_impor
from chalicelib.records.rak import Rak, ditulis
from chalicelib.store import Conflict, Operasi
from schemas.dasar import Halaman
from schemas.impor import SEBUTAN_KEADAAN, Impor, IsianImpor, KeadaanImpor
from schemas.pandangan_berkas import JawabTiket, TiketUnggah
from schemas.pandangan_kantor import BarisImpor, PandanganImpor
from schemas.peran import Pelaku
from schemas.tanggal import ribuan

BATAS_UKURAN = 20_000_000
TIPE = "application/octet-stream"
"""Workbooks and CSV come under many media types; what counts is what is read at byte 0."""
BATAS_PESAN, BATAS_COBA = 200, 3
"""Letters of the sentence; tries of one dry run or slice that a fault of ours breaks."""
RUSAK = "SIKAP tidak dapat mengerjakan berkas ini. Sebabnya ada di log pekerja; sesudah dibereskan, unggah lagi."
HENTI = "Penerapan berhenti sesudah {} dari {} orang; yang sudah masuk tetap tersimpan."
POTONG = 800
"""People of one slice: some seconds on the slowest engine, so that messages are not kept waiting."""
CONTOH_UBAH = 500
"""Changes kept for the preview."""
KOSONG = "Tidak ada yang akan berubah: setiap baris ditolak, kosong, atau sama dengan yang tercatat."
NIHIL = "Sudah diperiksa, tidak ada yang berubah"
KOSONG_LALU = "Lihat baris yang ditolak. Bila perlu, perbaiki berkasnya lalu unggah lagi."
_BOLEH_UJI = (KeadaanImpor.DIUNGGAH, KeadaanImpor.SIAP, KeadaanImpor.DITOLAK)

I = TypeVar("I", bound=Impor)  # noqa: E741
P = TypeVar("P", bound=PandanganImpor)
T = TypeVar("T")


@dataclass(frozen=True)
class MejaImpor(Generic[I, P]):
    """The desk of one kind. `uji` reads and previews, `potong` applies the next slice; both write the import's new state.

    `jejak` is the journal's word for applying, `cap` by what the same bytes are known again, `boleh` who may come to the desk,
    `tampak` which imports he sees there.
    """

    rak: Rak[I]
    jejak: str
    sajikan: Callable[[Kantor, I], P]
    uji: Callable[[Kantor, I], object]
    potong: Callable[[Kantor, I], object]
    cap: Callable[[I], str] = lambda i: i.sha256
    boleh: Callable[[Pelaku], bool] = lambda _: True
    tampak: Callable[[Pelaku, I], bool] = lambda _, __: True
    rincian: Callable[[I], dict[str, object]] = lambda _: {}

    @property
    def _nama(self) -> str:
        return rak_impor.NAMA[self.rak.model]

    def _jaga(self, pelaku: Pelaku) -> None:
        if not self.boleh(pelaku):
            raise TidakAda()

    def ambil(self, kantor: Kantor, pelaku: Pelaku, id_: str) -> I:
        """One import as it is kept. Raises TidakAda."""
        self._jaga(pelaku)
        i = self.rak.wajib(kantor.store, f"{self._nama}#{id_}")
        if not self.tampak(pelaku, i):
            raise TidakAda()
        return i

    def lihat(self, kantor: Kantor, pelaku: Pelaku, id_: str) -> P:
        """One import in words. Raises TidakAda."""
        return self.sajikan(kantor, self.ambil(kantor, pelaku, id_))

    def daftar(self, kantor: Kantor, pelaku: Pelaku, *, batas: int, kursor: str | None) -> Halaman[P]:
        """All that he may see, newest first. Raises TidakAda."""
        self._jaga(pelaku)
        h = self.rak.daftar(kantor.store, self._nama, indeks="g1", batas=batas, kursor=kursor, mundur=True)
        return Halaman(isi=[self.sajikan(kantor, i) for i in h.isi if self.tampak(pelaku, i)], kursor=h.kursor)

    def baris(
        self, kantor: Kantor, pelaku: Pelaku, id_: str, macam: str, *, batas: int, kursor: str | None
    ) -> Halaman[BarisImpor]:  # noqa: PLR0913
        """Findings or changes of one sort, in the order of the sheet. Raises TidakAda."""
        if macam not in rak_impor.MACAM:
            raise TidakAda()
        return rak_impor.baris(kantor.store, self.ambil(kantor, pelaku, id_).id, macam, batas=batas, kursor=kursor)

    def tiket(self, kantor: Kantor, pelaku: Pelaku, isian: IsianImpor) -> JawabTiket:
        """Permission to send a workbook or CSV. Raises TidakAda, TerlaluBesar."""
        self._jaga(pelaku)
        if isian.ukuran > BATAS_UKURAN:
            raise TerlaluBesar(
                f"Buku kerja paling besar {BATAS_UKURAN // 1_000_000} MB.",
                kode="impor-terlalu-besar",
                petunjuk="Bagi menjadi beberapa berkas.",
            )
        baru = self.rak.model(**isian.model_dump(), id=kantor.id_baru(), dibuat_pada=kantor.jam(), oleh=pelaku.id)
        kantor.store.write(self.rak.taruh(baru))
        t = kantor.documents.tiket(k.masuk(baru.id), ukuran=baru.ukuran, tipe=TIPE, sha256=baru.sha256)
        return JawabTiket(id=baru.id, tiket=TiketUnggah.model_validate(t, from_attributes=True))

    def minta_uji(self, kantor: Kantor, pelaku: Pelaku, id_: str, **ubah: object) -> P:
        """The file has arrived: let the worker read it. Raises TidakBoleh before it has, Bentrok while it is worked on."""
        ada = self.ambil(kantor, pelaku, id_)
        if kantor.documents.keterangan(k.masuk(id_)) is None:
            raise TidakBoleh("Berkas ini belum sampai.", kode="belum-sampai", petunjuk="Kirim ulang berkasnya.")
        if ada.keadaan not in _BOLEH_UJI:
            raise Bentrok("Impor ini sedang atau sudah dikerjakan.")
        baru = ada.model_copy(update={"keadaan": KeadaanImpor.ANTRE_UJI, "pesan": "", "coba": 0, **ubah})
        [versi] = kantor.store.write(self.rak.taruh(baru))
        kantor.nyalakan()
        return self.sajikan(kantor, ditulis(baru, versi))

    def minta_terap(self, kantor: Kantor, pelaku: Pelaku, id_: str, versi: int) -> P:
        """Apply what was previewed. Raises Bentrok (changed since, or these bytes were applied before), TidakBoleh."""
        ada = self.ambil(kantor, pelaku, id_)
        if ada.versi != versi:
            raise Bentrok()
        if ada.keadaan is not KeadaanImpor.SIAP:
            raise TidakBoleh(
                "Impor ini belum diperiksa, atau sudah diterapkan.",
                kode="impor-belum-siap",
                petunjuk="Periksa dulu berkasnya.",
            )
        if kantor.documents.keterangan(k.masuk(id_)) is None:
            raise TidakBoleh(
                "Berkas ini sudah dihapus, karena tidak diterapkan dalam sehari.",
                kode="impor-dihapus",
                petunjuk="Unggah lagi berkasnya, lalu periksa dan terapkan.",
            )
        baru = ada.model_copy(update={"keadaan": KeadaanImpor.ANTRE_TERAP, "penerap": pelaku.id, "coba": 0})
        cap = self.cap(ada)
        pernah = rak_impor.pernah_diterapkan(kantor.store, cap)
        lanjut = pernah == ada.id  # it was stopped halfway: it goes on
        if not (pernah or ada.akan):
            raise TidakBoleh(KOSONG, kode="impor-kosong", petunjuk=KOSONG_LALU)
        klaim = [] if lanjut else [rak_impor.klaim_isi(cap, ada.id)]
        jejak = catatan(kantor, pelaku, self.jejak, id_, self.rincian(ada))
        try:
            tulis = kantor.store.write(self.rak.taruh(baru), *klaim, jejak)
        except Conflict as bentrok:
            raise sudah_diterapkan() if klaim and bentrok.operasi == 1 else bentrok from None
        kantor.nyalakan()
        return self.sajikan(kantor, ditulis(baru, tulis[0]))

    def kerjakan(self, kantor: Kantor) -> bool:
        """The worker's share: one dry run, or one slice of an application. True when more waits. A fault is raised, but not for ever."""
        for ada in self.rak.daftar(kantor.store, rak_impor.kerja(self._nama), indeks="g2", batas=1).isi:
            try:
                (self.uji if ada.keadaan is KeadaanImpor.ANTRE_UJI else self.potong)(kantor, ada)
            except Conflict:
                return True  # somebody else has just moved it
            except Terhenti:
                return False  # nothing is wrong with the file; the next round tries again
            except Galat as galat:
                self._akhiri(kantor, ada, f"{galat.pesan} {galat.petunjuk}")
            except Exception:
                # A fault of ours, not of the file: another try from where it stands, and after some the end.
                if ada.coba + 1 < BATAS_COBA:
                    self._pindah(kantor, ada, coba=ada.coba + 1)
                else:
                    self._akhiri(kantor, ada, RUSAK)
                raise
            return True
        return False

    def _akhiri(self, kantor: Kantor, ada: I, pesan: str) -> None:
        """It is refused. What was applied stays and is told of; these bytes may be brought again, for applying them twice is harmless."""
        lepas = []
        if ada.keadaan is KeadaanImpor.ANTRE_TERAP:
            pesan = f"{HENTI.format(ribuan(ada.kemajuan), ribuan(ada.diterima))} {pesan}"
            lepas = [rak_impor.lepas_isi(self.cap(ada))]
        self._pindah(kantor, ada, *lepas, keadaan=KeadaanImpor.DITOLAK, pesan=pesan.strip()[:BATAS_PESAN])

    def _pindah(self, kantor: Kantor, i: I, *lain: Operasi, **ubah: object) -> None:
        with suppress(Conflict):  # somebody else has moved it
            kantor.store.write(self.rak.taruh(i.model_copy(update=ubah)), *lain)


def maju(
    kantor: Kantor,
    rak: Rak[I],
    impor: I,
    orang: Sequence[T],
    terapkan: Callable[[Sequence[T]], object],
    penutup: Callable[[], Iterable[Operasi]] = tuple,
) -> bool:  # noqa: PLR0913
    """Apply the next slice of these people and note how far the import came. At the end, which answers True, `penutup` is
    written with it and the file is let go."""
    sampai = min(impor.kemajuan + POTONG, len(orang))
    terapkan(orang[impor.kemajuan : sampai])
    selesai = sampai >= len(orang)
    keadaan = KeadaanImpor.SELESAI if selesai else impor.keadaan
    baru = impor.model_copy(update={"kemajuan": sampai, "keadaan": keadaan, "coba": 0})
    kantor.store.write(rak.taruh(baru), *(penutup() if selesai else ()))
    if selesai:
        kantor.documents.hapus(k.masuk(impor.id))
    return selesai


def sekaligus(orang: Sequence[T], terapkan: Callable[[Sequence[T]], object], katakan: Callable[[str], None]) -> None:
    """For the command: slice after slice, telling how far it is."""
    selesai = 0
    for bagian in potongan(orang, POTONG):
        terapkan(bagian)
        selesai += len(bagian)
        katakan(f"{selesai} dari {len(orang)} orang")


def tulis_pratinjau(kantor: Kantor, id_: str, isi: Mapping[str, Iterable[BarisImpor]]) -> None:
    """The preview, row by row and sort by sort; that of a former reading goes away first."""
    while lama := kantor.store.query(f"IMPOR#{id_}", prefix="BARIS#", limit=90)[0]:
        kantor.store.write(*rak_impor.buang_baris(lama))
    for macam, baris in isi.items():
        for bagian in potongan(rak_impor.tulis_baris(id_, macam, baris), 90):
            kantor.store.write(*bagian)


def dasar(kantor: Kantor, i: Impor) -> dict[str, object]:
    """The fields that every view of an import has."""
    isi = i.model_dump(exclude={"ukuran", "sha256", "oleh", "penerap", "coba"})
    halangan = f"{KOSONG} {KOSONG_LALU}" if i.keadaan is KeadaanImpor.SIAP and not i.akan else ""
    kata = {
        "keadaan_sebutan": NIHIL if halangan else SEBUTAN_KEADAAN[i.keadaan],
        "oleh": Buku(kantor.store).nama(i.oleh),
    }
    return {**isi, **kata, "akan": i.akan, "halangan": halangan}


def sudah_diterapkan() -> Bentrok:
    """These very bytes came in before."""
    return Bentrok(
        "Berkas yang persis sama sudah pernah diterapkan.",
        kode="impor-sudah",
        petunjuk="Tidak ada yang perlu dilakukan. Data baru? Ambil lagi berkas terbaru dari sumbernya.",
    )
