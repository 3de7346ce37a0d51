"""Paket, the work: the worker makes one part at a time, straight into storage; a stop costs one part and no more."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress

from chalicelib.actions import Kantor
from chalicelib.actions.identitas import bercap
from chalicelib.actions.masa_simpan import lama
from chalicelib.actions.paket_rencana import rencanakan
from chalicelib.documents import buku_tulis, kunci, semua, surat, zip_alir
from chalicelib.documents.kecilkan import kecilkan
from chalicelib.galat import Galat, TakSah, Terhenti, TidakAda
from chalicelib.records import paket as rak
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.paket import akhir_bagian
from chalicelib.store import Conflict
from schemas.berkas import label_slot
from schemas.paket import BagianPaket, BarisPaket, KeadaanPaket, Paket
from schemas.tanggal import tanggal_panjang

BATAS_COBA = 3
"""Tries of one step that breaks."""
RUSAK = "SIKAP tidak dapat membuat paket ini. Sebabnya ada di log pekerja; sesudah dibereskan, minta lagi."
HILANG = "Usulan dalam paket ini sudah tidak ada. Periksa daftar usulannya, lalu minta lagi."
RENCANA = "rencana.json"
MANIFES, SAMPUL = "MANIFES.xlsx", "DAFTAR.pdf"
JUDUL = (
    "No.", "Nama", "NIP", "OPD", "Nomor usulan", "Periode", "Dokumen", "Nama berkas", "Ukuran (byte)", "SHA-256 dalam paket",
    "SHA-256 arsip", "Versi arsip", "Halaman", "Keterangan", "ID berkas", "ID paket",
)  # fmt: skip
_KOLOM_PDF, _LEBAR_PDF = (0, 1, 2, 6, 7, 12, 13), (9, 42, 36, 46, 62, 17, 44)


def kerjakan(kantor: Kantor) -> bool:
    """The worker's share: the plan, or one part, of the pack that waits longest. True when more is waiting. A fault is raised, but
    not for ever: the others wait behind it."""
    paket = rak.kerja(kantor.store)
    if paket is None:
        return False
    try:
        baru = _rencana(kantor, paket) if paket.keadaan is KeadaanPaket.ANTRE else _lanjut(kantor, paket)
    except Terhenti:
        raise  # nothing is wrong with the pack
    except Exception:
        lagi = paket.model_copy(update={"coba": paket.coba + 1})
        _simpan(kantor, lagi if lagi.coba < BATAS_COBA else _akhir(paket, RUSAK))
        raise
    _simpan(kantor, baru.model_copy(update={"coba": 0}))
    return True


def _simpan(kantor: Kantor, paket: Paket) -> None:
    with suppress(Conflict):  # another worker has made this very part; its record is the one that counts
        kantor.store.write(rak.RAK.taruh(paket))


def _akhir(paket: Paket, pesan: str) -> Paket:
    return paket.model_copy(update={"keadaan": KeadaanPaket.GAGAL, "pesan": pesan})


def _rencana(kantor: Kantor, paket: Paket) -> Paket:
    try:
        baris = rencanakan(kantor, paket)
    except Terhenti:
        raise
    except TidakAda:
        return _akhir(paket, HILANG)
    except Galat as galat:
        return _akhir(paket, f"{galat.pesan} {galat.petunjuk}".strip())
    isi = json.dumps([b.model_dump(mode="json") for b in baris]).encode()
    kantor.documents.taruh(kunci.paket(paket.id, RENCANA), isi, "application/json")
    keadaan = KeadaanPaket.DIBUAT if baris else KeadaanPaket.KOSONG
    return paket.model_copy(update={"keadaan": keadaan, "jumlah": len(baris), "kasus": len({b.usulan for b in baris})})


def baca_baris(isi: bytes) -> list[BarisPaket]:
    """Rows as they were kept in storage."""
    return [BarisPaket.model_validate(b) for b in json.loads(isi)]


def _lanjut(kantor: Kantor, paket: Paket) -> Paket:
    baris = baca_baris(kantor.documents.baca(kunci.paket(paket.id, RENCANA)))
    sampai = akhir_bagian(baris, paket.selesai, kantor.setelan.batas_paket)
    nomor = len(paket.bagian) + 1
    # A name of its own for each try: two workers at once never write over each other's part.
    tempat = kunci.paket(paket.id, f"{nomor}-{kantor.id_baru()}")
    jadi: list[BarisPaket] = []
    sidik = _Sidik(zip_alir.alirkan(_isi(kantor, paket, baris[paket.selesai : sampai], jadi), paket.dibuat_pada))
    kantor.documents.alirkan(f"{tempat}.zip", sidik, "application/zip")
    daftar = json.dumps([b.model_dump(mode="json") for b in jadi]).encode()
    kantor.documents.taruh(f"{tempat}.json", daftar, "application/json")
    bagian = BagianPaket(
        nomor=nomor,
        kunci=f"{tempat}.zip",
        dari=paket.selesai,
        sampai=sampai,
        ukuran=sidik.ukuran,
        sha256=sidik.sha256(),
        kurang=sum(not b.sha256_paket for b in jadi),
    )
    keadaan = KeadaanPaket.SIAP if sampai == len(baris) else KeadaanPaket.DIBUAT
    return paket.model_copy(update={"bagian": (*paket.bagian, bagian), "selesai": sampai, "keadaan": keadaan})


class _Sidik:
    """Passes a stream on, counting and hashing it."""

    def __init__(self, aliran: Iterator[bytes]) -> None:
        self._aliran, self._sidik, self.ukuran = aliran, hashlib.sha256(), 0

    def __iter__(self) -> Iterator[bytes]:
        for potong in self._aliran:
            self._sidik.update(potong)
            self.ukuran += len(potong)
            yield potong

    def sha256(self) -> str:
        return self._sidik.hexdigest()


def _isi(
    kantor: Kantor, paket: Paket, baris: Sequence[BarisPaket], jadi: list[BarisPaket]
) -> Iterator[tuple[str, bytes]]:
    """The files of a part in order: documents, then the lists, which know the hashes only now."""
    for b in baris:
        isi, keterangan = _dokumen(kantor, paket, b)
        jadi.append(
            b.model_copy(
                update={
                    "keterangan": keterangan,
                    "ukuran_paket": len(isi),
                    "sha256_paket": hashlib.sha256(isi).hexdigest() if isi else "",
                }
            )
        )
        if isi:
            yield b.jalur, isi
    tabel = [_sel(i, b, paket) for i, b in enumerate(jadi, start=1)]
    yield MANIFES, buku_tulis.tulis("Manifes", JUDUL, tabel)
    yield (
        SAMPUL,
        surat.daftar_paket(
            tanggal=tanggal_panjang(hari_wib(paket.dibuat_pada)),
            tujuan=paket.tujuan,
            judul=[JUDUL[i] for i in _KOLOM_PDF],
            baris=[[b[i] for i in _KOLOM_PDF] for b in tabel],
            lebar=_LEBAR_PDF,
        ),
    )


def _sel(nomor: int, b: BarisPaket, paket: Paket) -> list[str]:
    return [
        str(nomor),
        b.nama,
        b.nip,
        b.opd,
        b.nomor,
        b.periode.isoformat(),
        label_slot(b.slot),
        b.jalur if b.sha256_paket else "",
        str(b.ukuran_paket),
        b.sha256_paket,
        b.sha256,
        str(b.versi_berkas),
        str(b.halaman),
        b.keterangan,
        b.berkas,
        paket.id,
    ]


def _dokumen(kantor: Kantor, paket: Paket, b: BarisPaket) -> tuple[bytes, str]:
    """The bytes for BKN and a remark: the archive's own, a smaller copy, or a marked one. b"" when they are not to be had."""
    try:
        isi = kantor.documents.baca(kunci.isi(b.sha256))
    except TidakAda:
        return b"", "Isi tidak ada di penyimpanan"
    if hashlib.sha256(isi).hexdigest() != b.sha256:
        return b"", "Isi di penyimpanan rusak"
    kata = []
    batas = kantor.setelan.batas_bkn
    if len(isi) > batas and b.bertanda_tangan:
        kata.append("Melebihi batas BKN; bertanda tangan elektronik, jadi tidak diperkecil")
    elif len(isi) > batas:
        kecil = _ringkas(kantor, b, isi)
        kata.append("Salinan lebih kecil" if kecil else "Melebihi batas BKN; tidak dapat diperkecil")
        isi = kecil or isi
    if b.identitas and kantor.setelan.cap_tujuan:
        try:
            isi = bercap(kantor, paket.diminta_oleh, isi, paket.tujuan)
        except TakSah as galat:  # what cannot be marked stays out; the others do not wait for it
            return b"", galat.pesan
        kata.append("Bercap tujuan")
    return isi, "; ".join(kata)


def _ringkas(kantor: Kantor, b: BarisPaket, isi: bytes) -> bytes | None:
    """The smaller copy, made once for all packs."""
    tempat = kunci.ringkas(b.sha256, kantor.setelan.batas_bkn)
    try:
        return kantor.documents.baca(tempat)
    except TidakAda:
        kecil = kecilkan(isi, kantor.setelan.batas_bkn)
        if kecil:
            kantor.documents.taruh(tempat, kecil, "application/pdf")
        return kecil


def sapu(kantor: Kantor) -> int:
    """Remove the ZIPs of packs that lay their time; their record and lists stay. Answers how many packs."""
    basi = [p for p in rak.tertua(kantor.store) if p.dibuat_pada < kantor.jam() - lama(kantor, "paket")]
    for p in basi:
        for satu in list(semua(kantor.documents, kunci.paket(p.id, ""))):
            if satu.endswith((".zip", RENCANA)):
                kantor.documents.hapus(satu)
        with suppress(Conflict):
            kantor.store.write(rak.RAK.taruh(p.model_copy(update={"keadaan": KeadaanPaket.DIHAPUS})))
    return len(basi)
