"""Retensi: what the table says is over is announced, and after the time of grace deleted; the fact that it existed stays.

Each version carries the day on which it is looked at again, so a round takes those that are due and nothing else. State, line in
the journal, count and the debt of the bytes are one write: a round that stops goes on, and two at once do nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from chalicelib.actions import Kantor, akhiri, buang
from chalicelib.actions.audit import catatan
from chalicelib.actions.masa_simpan import lama, simpanan
from chalicelib.actions.pelaku import sistem
from chalicelib.records import berkas as rak
from chalicelib.records import retensi as rak_retensi
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.retensi import Langkah, Simpanan, langkah
from chalicelib.store import Conflict, Operasi
from schemas.berkas import Berkas, KeadaanBerkas, label_slot
from schemas.retensi import HariRetensi, PandanganRetensi, RencanaRetensi

POTONG = 50


def kerjakan(kantor: Kantor, batas: int = POTONG) -> bool:
    """The worker's share, `batas` versions at a time. True when more is due. Raises Terhenti when storage is away."""
    hari = hari_wib(kantor.jam())
    giliran = rak.perlu_ditinjau(kantor.store, hari, batas).isi if kantor.setelan.retensi else []
    maju = sum(_satu(kantor, b.id, hari) for b in giliran)
    maju += buang.kerjakan(kantor, batas)
    maju += akhiri.kerjakan(kantor, batas)
    if kantor.setelan.retensi and not maju:
        kantor.store.write(rak_retensi.catat_jalan(kantor.jam()))
    return maju > 0


def rencana(kantor: Kantor, pada: date | None = None) -> Iterator[RencanaRetensi]:
    """What would be announced or deleted by `pada` (today) as things stand now; changes nothing. For the command line, not a request."""
    pada = pada or hari_wib(kantor.jam())
    kursor: str | None = None
    while True:
        halaman = rak.perlu_ditinjau(kantor.store, pada, 200, kursor)
        for b in halaman.isi:
            s, apa = _nilai(kantor, b, pada)
            if apa.apa != "tinjau" and b.keadaan is KeadaanBerkas.DITERIMA:
                yield RencanaRetensi(
                    berkas=b.id,
                    pegawai=b.pegawai,
                    dokumen=label_slot(b.slot),
                    nomor_versi=b.nomor_versi,
                    ukuran=b.ukuran,
                    apa=apa.apa,
                    pada=apa.pada,
                    kelas=s.kelas,
                    sebab=s.sebab,
                )
        if not (kursor := halaman.kursor):
            return


def angka(kantor: Kantor) -> PandanganRetensi:
    """Whether it runs, how long the grace is, and what was done on the last days on which anything was."""
    return PandanganRetensi(
        nyala=kantor.setelan.retensi,
        terakhir=rak_retensi.terakhir_jalan(kantor.store),
        tenggang_hari=kantor.setelan.retensi_tenggang_hari,
        hari=[HariRetensi(hari=date.fromisoformat(h), **isi) for h, isi in rak_retensi.hitungan(kantor.store)],
    )


def _nilai(kantor: Kantor, b: Berkas, hari: date) -> tuple[Simpanan, Langkah]:
    s = simpanan(kantor, b)
    return s, langkah(b, s, hari, timedelta(days=kantor.setelan.retensi_tenggang_hari))


def _satu(kantor: Kantor, id_: str, hari: date) -> bool:
    """Look at one; False when somebody worked on it at the same moment (it stays due) or there was nothing to do."""
    b = rak.RAK.ambil(kantor.store, f"BERKAS#{id_}")
    if b is None or b.keadaan not in (KeadaanBerkas.DITERIMA, KeadaanBerkas.DITOLAK) or rak.tinjau(b) > hari:
        return False
    try:
        kantor.store.write(*(_ditolak if b.keadaan is KeadaanBerkas.DITOLAK else _diterima)(kantor, b, hari))
    except Conflict:
        return False
    return True


def _ditolak(kantor: Kantor, b: Berkas, hari: date) -> list[Operasi]:
    """A refused upload left no bytes: its record goes."""
    habis = hari_wib(b.dibuat_pada + lama(kantor, "ditolak"))
    if hari < habis:
        return [rak.RAK.taruh(b.model_copy(update={"tinjau_pada": habis}))]
    return [rak.RAK.buang(b), rak_retensi.hitung(kantor.store, hari, ditolak=1)]


def _diterima(kantor: Kantor, b: Berkas, hari: date) -> list[Operasi]:
    s, apa = _nilai(kantor, b, hari)
    if apa.apa == "hapus" and b.pratinjau == 0:  # its pages are being drawn: not under the hands of another
        apa = Langkah("umumkan", hari + timedelta(days=1))
    if apa.apa == "hapus":
        return _hapus(kantor, b, s, hari)
    umum = apa.apa == "umumkan"
    baru = b.model_copy(
        update={
            "tinjau_pada": apa.pada,
            "hapus_pada": apa.pada if umum else None,
            "hapus_sebab": s.sebab if umum else "",
            "hapus_kelas": s.kelas if umum else "",
        }
    )
    pertama = umum and b.hapus_pada is None
    return [rak.RAK.taruh(baru), *([rak_retensi.hitung(kantor.store, hari, diumumkan=1)] if pertama else [])]


def _hapus(kantor: Kantor, b: Berkas, s: Simpanan, hari: date) -> list[Operasi]:
    """The record becomes its own memorial; the bytes are owed."""
    nisan = Berkas(
        **b.model_dump(
            include={
                "id",
                "pegawai",
                "slot",
                "nomor_versi",
                "nama_asal",
                "ukuran",
                "sha256",
                "tipe",
                "halaman",
                "bertanda_tangan",
                "diunggah_oleh",
                "dibuat_pada",
                "diterima_pada",
                "versi",
            }
        ),
        keadaan=KeadaanBerkas.DIHAPUS,
        dihapus_pada=kantor.jam(),
        hapus_sebab=s.sebab,
        hapus_kelas=s.kelas,
    )
    isi: dict[str, object] = {
        "slot": b.slot, "berkas": b.id, "versi": b.nomor_versi, "sha256": b.sha256, "kelas": s.kelas, "sebab": s.sebab,
        "diterima": b.diterima_pada.isoformat() if b.diterima_pada else "",
    }  # fmt: skip
    return [
        rak.RAK.taruh(nisan),
        rak_retensi.bebas(b.pegawai),
        *rak.lupakan(kantor.store, b),
        rak_retensi.mulai(kantor.store, b.sha256, kantor.jam()),
        catatan(kantor, sistem(), "hapus dokumen menurut retensi", b.pegawai, isi),
        rak_retensi.hitung(kantor.store, hari, dihapus=1, byte=b.ukuran),
    ]
