"""Laporan usulan: the worker counts the open cases now and then; a request reads what was counted, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.actions.libur import tutup
from chalicelib.galat import TidakAda
from chalicelib.records import usulan as rak
from chalicelib.rules.hari_kerja import WIB, hari_kerja, hari_wib
from chalicelib.rules.laporan import gabung, hitung
from schemas.alur import MEJA
from schemas.dasar import Halaman
from schemas.laporan import BarisLaporan, Isi, KeadaanUsulan, Tumpukan
from schemas.peran import Pelaku, Peran
from schemas.tanggal import tanggal_panjang
from schemas.usulan import TERBUKA, Status

TIAP = timedelta(minutes=10)
"""How old the counts may become while somebody works."""
MEMBACA = frozenset({Peran.KABID, Peran.PIMPINAN, Peran.AUDITOR})
_PETUGAS = frozenset({Peran.KABID, Peran.AUDITOR})
"""Who sees how the work lies on the verifikator, and may open the cases."""
Umur = Callable[[Tumpukan], int]
"""Working days that the oldest of a heap waits."""


def kerjakan(kantor: Kantor) -> None:
    """The worker's share: count anew when the counts have become old."""
    lama = rak.keadaan(kantor.store)
    if lama and kantor.jam() - lama.pada < TIAP:
        return
    semua = (u for s in Status if s in TERBUKA for u in rak.RAK.semua(kantor.store, f"STATUS#{s}", indeks="g2"))
    baru = hitung(semua, kantor.jam())
    kantor.store.write(rak.RAK_KEADAAN.taruh(baru.model_copy(update={"versi": lama.versi if lama else 0})))


def daftar(kantor: Kantor, pelaku: Pelaku) -> Halaman[BarisLaporan]:
    """The lines of the report, part by part; none before the worker has counted. Raises TidakAda (not his to read)."""
    if not pelaku.adalah(*MEMBACA):
        raise TidakAda()
    k = rak.keadaan(kantor.store)
    if k is None:
        return Halaman(isi=[], kursor=None)
    buku, umur, petugas = Buku(kantor.store), _umur(kantor), pelaku.adalah(*_PETUGAS)
    bagian = {
        "Menurut keadaan": _status(k, umur, buka=petugas),
        "Menurut verifikator": _menurut(buku.nama, _diperiksa(k.verifikator), umur) if petugas else [],
        "Menurut OPD": _menurut(buku.nama_unit, k.opd, umur),
    }
    return Halaman(isi=[_semua(k), *(b for judul, isi in bagian.items() for b in _berjudul(judul, isi))], kursor=None)


def _berjudul(judul: str, isi: list[BarisLaporan]) -> list[BarisLaporan]:
    return [isi[0].model_copy(update={"judul": judul}), *isi[1:]] if isi else []


def _umur(kantor: Kantor) -> Umur:
    hari_ini = hari_wib(kantor.jam())
    libur = tutup(kantor, hari_ini)

    return lambda t: hari_kerja(hari_wib(t.tertua), hari_ini, libur)


def _semua(k: KeadaanUsulan) -> BarisLaporan:
    saat = f"{k.pada.astimezone(WIB):%H.%M}"
    jumlah = sum(t.jumlah for isi in k.opd.values() for t in isi.values())
    return BarisLaporan(
        nama="Semua usulan yang terbuka",
        jumlah=jumlah,
        rincian=[f"keadaan {tanggal_panjang(hari_wib(k.pada))} pukul {saat} WIB"],
    )


def _status(k: KeadaanUsulan, umur: Umur, *, buka: bool) -> list[BarisLaporan]:
    return [
        BarisLaporan(
            nama=MEJA[s].sebutan,
            jumlah=t.jumlah,
            rincian=[f"terlama {umur(t)} hari kerja", f"di meja: {MEJA[s].di_meja}"],
            status=s.value if buka else "",
        )
        for s, t in gabung(k.opd.values()).items()
    ]


def _diperiksa(isi: Isi) -> Isi:
    """What is a verifikator's work: cases that left BKPSDM wait for others."""
    tahap = MEJA[Status.VERIFIKASI].tahap
    sisa = {id_: {s: t for s, t in tumpukan.items() if MEJA[s].tahap == tahap} for id_, tumpukan in isi.items()}
    return {id_: tumpukan for id_, tumpukan in sisa.items() if tumpukan}


def _menurut(sebut: Callable[[str], str], isi: Isi, umur: Umur) -> list[BarisLaporan]:
    """The fullest desk first."""
    baris = [_baris(sebut(id_), tumpukan, umur) for id_, tumpukan in isi.items()]
    return sorted(baris, key=lambda b: (-b.jumlah, b.nama.casefold()))


def _baris(nama: str, isi: Mapping[Status, Tumpukan], umur: Umur) -> BarisLaporan:
    rincian = [f"{MEJA[s].sebutan}: {t.jumlah} ({umur(t)} hari)" for s, t in isi.items()]
    return BarisLaporan(nama=nama, jumlah=sum(t.jumlah for t in isi.values()), rincian=rincian)
