"""Kanal: the administrator looks at the channels and their templates, and sends himself a message to see that they work."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypedDict

from chalicelib.actions import Kantor, kabari
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.galat import TakSah, TemuanGalat, TidakAda
from chalicelib.records import hitung_kabar as rak_hitung
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import kanal as rak
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.hitung_kabar import biaya, jumlah
from schemas.hitung_kabar import Jumlah, semua_tarif
from schemas.kabar import KABAR
from schemas.kanal import Henti, PandanganKanal, semua_templat
from schemas.peran import Pelaku, Peran

_POLA_BULAN = re.compile(r"(?:(20[0-9]{2})-(0?[1-9]|1[0-2]))?", re.ASCII)


def lihat(kantor: Kantor, pelaku: Pelaku, bulan: str = "") -> PandanganKanal:
    """Channels in use, what rests and why, a month's messages as they were counted, their cost, every template. Raises TidakAda, TakSah."""
    if not pelaku.adalah(Peran.ADMIN, Peran.AUDITOR):
        raise TidakAda()
    kini, s = kantor.jam(), kantor.setelan
    henti = [Henti(apa=a, alasan=b, sampai=c) for a, b, c in rak.semua_henti(kantor.store) if c > kini]
    bulan = _bulan(bulan) or f"{hari_wib(kini):%Y-%m}"
    tarif = semua_tarif(s.tarif_pesan)
    sebulan = rak_hitung.bulanan(kantor.store)
    return PandanganKanal(
        kanal=s.kanal,
        kanal_kedua=s.kanal_kedua,
        henti=henti,
        orang_hari_ini=rak.orang_hari_ini(kantor.store, hari_wib(kini)),
        orang_per_hari=kantor.notify[s.kanal].orang_per_hari,
        tertunda_menit=_tertunda(kantor),
        bulan=date.fromisoformat(f"{bulan}-01"),
        biaya=[biaya(b, isi, tarif) for b, isi in sebulan],
        tarif=list(reversed(tarif)),
        templat=semua_templat(),
        **_jumlah(kantor, bulan),
    )


def _bulan(teks: str) -> str:
    """A month as it is counted, "2026-11", from what stands in the address ("2026-1" too); "" for none."""
    cocok = _POLA_BULAN.fullmatch(teks.strip())
    if cocok is None:
        pesan = "Bulan pada alamat halaman ini tidak dikenal."
        petunjuk = "Tulis tahun dan angka bulannya, misalnya ?bulan=2026-11, atau buka halaman Kanal tanpa bulan dan pilih dari tabel Taksiran biaya."
        raise TakSah(
            pesan,
            kode="bulan-tak-dikenal",
            petunjuk=petunjuk,
            temuan=[TemuanGalat("bulan-tak-dikenal", pesan, "bulan")],
        )
    return f"{cocok[1]}-{int(cocok[2]):02}" if cocok[1] else ""


class _Menurut(TypedDict):
    jumlah: Jumlah
    menurut_opd: list[Jumlah]
    menurut_hari: list[Jumlah]
    menurut_jenis: list[Jumlah]
    menurut_kanal: list[Jumlah]


def _jumlah(kantor: Kantor, bulan: str) -> _Menurut:
    """A month's counters, each with the name that people know."""
    semua, buku = rak_hitung.sebulan(kantor.store, bulan), Buku(kantor.store)

    def menurut(laci: str, nama: Callable[[str], str]) -> list[Jumlah]:
        kunci = [(n.removeprefix(f"{laci}#"), isi) for n, isi in semua.items() if n.startswith(f"{laci}#")]
        return [jumlah(nama(n), isi) for n, isi in kunci if isi]

    return {
        "jumlah": jumlah(bulan, _total(semua)),
        "menurut_opd": sorted(menurut("OPD", lambda n: buku.nama_unit(n) or "Di luar OPD"), key=lambda j: j.nama),
        "menurut_hari": menurut("HARI", str),
        "menurut_jenis": menurut("JENIS", lambda n: f"{n}: {KABAR[n].judul}" if n in KABAR else n),
        "menurut_kanal": menurut("KANAL", lambda n: "tanpa nomor atau alamat" if n == "-" else n),
    }


def _total(semua: Mapping[str, Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for laci, isi in semua.items():
        if laci.startswith("KANAL#"):
            total.update(isi)
    return total


def _tertunda(kantor: Kantor) -> int:
    tua = rak_kabar.jatuh_tempo(kantor.store, kantor.jam().isoformat(), 1)
    return int((kantor.jam() - tua[0].jatuh_tempo).total_seconds() // 60) if tua else 0


def uji(kantor: Kantor, pelaku: Pelaku) -> None:
    """Owe the asker a test message to his own number; its way is seen in the log. Raises TidakAda."""
    if Peran.ADMIN not in pelaku.peran:
        raise TidakAda()
    kantor.store.write(kabari.kepada_diri(kantor, pelaku.id, "UJI"), catatan(kantor, pelaku, "pesan uji", pelaku.id))
    kantor.nyalakan()
