"""A year of the county's cases, every act of the table, and of the messages they owe: every class of fault, workers that are killed,
the provider's words late, doubled, reversed or lost.

Every owed message ends: arrived, failed with a reason, or unconfirmed with the second way used. None is lost, none doubled.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from alat_demo import buat_demo
from alat_penyedia import KATA, Pekerja, Penyedia
from alat_pesan import Pesan, buka_pesan
from alat_setahun import besar, kecil, nomori
from alat_tahun import Kabupaten
from chalicelib.actions import hitung_kabar, periode, ramalan
from chalicelib.actions.kabari import kepada_diri
from chalicelib.records import hitung_kabar as rak_hitung
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules import kabar as aturan
from chalicelib.store.sqlite import INGATAN

from schemas.alur import ALUR
from schemas.kabar import GABUNGAN, KABAR, Kabar, KeadaanKabar
from schemas.kabar import SebabGagal as Sebab
from schemas.kanal import CONTOH
from schemas.usulan import LAYANAN

K = KeadaanKabar
LAIN = ("FAKTA1", "FAKTA2", "AMAN1", "AMAN2", "RUSAK", "UJI", "KODE")
"""Notices that no act of the table and no schedule owes."""
SAMPAI, TAK_SAMPAI = {K.SAMPAI, K.DIBACA}, {K.GAGAL, K.TAK_TERKONFIRMASI}


class Tahun:
    """The county, its worker and its provider, day after day."""

    def __init__(self, pesan: Pesan) -> None:
        acak = Random(2026)
        self.pesan, self.acak = pesan, Random(1)
        self.kab = Kabupaten(pesan.kantor, acak)
        self.semua = sorted(self.kab.orang)
        nomori(pesan, self.semua, acak)
        self.kab = Kabupaten(pesan.kantor, acak)
        self.pekerja, self.penyedia = Pekerja(pesan, Random(2)), Penyedia(pesan, Random(3))
        self.lain: Counter[tuple[str, str]] = Counter()

    def jalan(self, hari: int, mulai: float, laju: float) -> None:
        """So many days; `mulai` new cases on each working day, and twice a day an act in this share of those that run."""
        awal = self.pesan.kantor.jam().date()
        for n in range(hari):
            tanggal = awal + timedelta(days=n)
            self._pukul(tanggal, 7.6)
            periode.sediakan(self.pesan.kantor)
            for pukul in (9.5, 14.5) if tanggal.weekday() < 5 else ():
                self._pukul(tanggal, pukul, mulai / 2, laju)
                self._pukul(tanggal, pukul + 0.25)
            self._pukul(tanggal, 17.5)

    def _pukul(self, tanggal, pukul: float, mulai: float = 0, laju: float = 0) -> None:
        """One visit of the day: people act, the worker comes by, the provider speaks."""
        self.pesan.kantor.jam.kini = datetime(tanggal.year, tanggal.month, tanggal.day, tzinfo=UTC) + timedelta(hours=pukul - 7)  # type: ignore[attr-defined]  # fmt: skip
        if mulai:
            self.kab.sehari(int(mulai) + (self.acak.random() < mulai % 1), laju)
            self._lain()
        self.pekerja.putaran()
        self.penyedia.bicara()

    def _lain(self) -> None:
        """Someone is owed another notice, someone writes to the office, someone wants no more of it or again."""
        siapa = self.acak.choice(self.semua)
        kode = self.acak.choice(LAIN)
        self.pesan.kantor.store.write(kepada_diri(self.pesan.kantor, siapa, kode, **CONTOH))
        self.lain[kode, siapa] += 1
        p = rak_pegawai.ambil(self.pesan.kantor.store, self.acak.choice(self.semua))
        if p.telepon:
            self.penyedia.tanya(p.telepon, self.acak.choice((*KATA, "BERHENTI", "mulai")))

    def tutup(self) -> None:
        """No more acts: the worker is left in peace until all is ended."""
        self.pekerja.bahaya = 0
        for n in range(9 * 24):
            self.pesan.kantor.jam.maju(minutes=61)  # type: ignore[attr-defined]
            self.pekerja.putaran(berjadwal=False)
            if n < 24:
                self.penyedia.bicara()

    def kabar(self) -> Iterator[Kabar]:
        for k in K:
            yield from rak_kabar.RAK.semua(self.pesan.kantor.store, f"KEADAAN#{k}", indeks="g3")


def periksa(t: Tahun) -> dict[str, object]:
    """Every message against what was owed and what provider and mail were given. Answers the figures."""
    semua = {k.id: k for k in t.kabar()}
    salinan, kabar = (
        Counter(k.isi for k in semua.values() if k.rute),
        [k for k in semua.values() if not k.rute and k.kode != GABUNGAN],
    )
    milik = {"N17", "JAWAB", *LAIN}
    alur = Counter((k.kode, k.kepada) for k in kabar if k.kode[0] == "N" and k.kode not in milik)
    lain = Counter((k.kode, k.kepada) for k in kabar if k.kode in LAIN)
    hilang = (t.kab.terutang - alur) + (t.lain - lain)
    assert alur == t.kab.terutang, "what the acts owe, to the last person"
    assert lain == t.lain
    assert sum(k.kode == "JAWAB" for k in kabar) == len(t.penyedia.ditanya), "one answer to each who wrote"

    diambil = Counter(s["biz_opaque_callback_data"].removeprefix("kabar:") for s in t.pesan.wa.terkirim)
    assert set(diambil) <= set(semua) and max(diambil.values()) == 1, "the provider got a message twice"
    pos = Counter(s.id for s in t.pesan.pos.pos)
    assert max(pos.values()) == 1, "a mail went twice"
    dua_kali = [k.id for k in kabar if diambil[k.id] + diambil[k.dalam] > 1]
    assert not dua_kali, "told alone and with others"
    for k in kabar:
        _berakhir(t, k, semua.get(k.dalam) or k, salinan)
    tanpa_akhir = sum(k.keadaan not in {*SAMPAI, *TAK_SAMPAI, K.TERKIRIM} for k in kabar)
    return {
        "cases": len(t.kab.kasus),
        "acts": sum(t.kab.aksi.values()),
        "acts by kind": _urut(_aksi(t)),
        "notices": len(kabar),
        "by outcome": _urut(Counter(str(k.keadaan) for k in kabar)),
        "by channel": _urut(Counter(k.kanal or "-" for k in kabar)),
        "told with others": sum(bool(k.dalam) for k in kabar),
        "copies the second way": _urut(Counter(str(k.keadaan) for k in semua.values() if k.rute)),
        "taken by the provider": sum(diambil.values()),
        "mails": sum(pos.values()),
        "doubled": _lebih(diambil) + _lebih(pos) + len(dua_kali),
        "lost": hilang.total() + tanpa_akhir,
        "workers killed": t.pekerja.tewas,
        "faults": _urut(t.pekerja.galat),
        "webhooks": _urut(t.penyedia.hitung),
        "people who wrote": len(t.penyedia.ditanya),
    }


def _lebih(kali: Counter[str]) -> int:
    """How often something was given again."""
    return kali.total() - len(kali)


def _aksi(t: Tahun) -> Counter[str]:
    hitung: Counter[str] = Counter()
    for (n, _), kali in t.kab.aksi.items():
        hitung[ALUR[LAYANAN][n].aksi] += kali
    return hitung


def _urut(isi: Counter[str]) -> dict[str, int]:
    return {str(n): kali for n, kali in sorted(isi.items(), key=lambda x: -x[1])}


def _berakhir(t: Tahun, k: Kabar, pembawa: Kabar, salinan: Counter[str]) -> None:
    """It has an end, the same as what carries it; where it did not arrive there is a reason, and the second way where there is one."""
    assert k.keadaan is pembawa.keadaan, (k, pembawa)
    if k.keadaan is K.TERKIRIM:
        assert k.kanal in ("surel", "kabar"), "taken by a provider that reports, and never heard of"
    elif k.keadaan not in SAMPAI:
        assert k.keadaan in TAK_SAMPAI and k.alasan, k
        orang = rak_pegawai.RAK.ambil(t.pesan.kantor.store, f"PEGAWAI#{k.kepada}")
        lain = aturan.tujuan(orang, surel=k.kanal != "surel")
        assert salinan[pembawa.isi] == (1 if lain and not KABAR[k.kode].rahasia else 0), (k, salinan[pembawa.isi])


def periksa_hitungan(t: Tahun) -> None:
    """The counters say what the messages say, to the last one, though each was counted whenever a worker came by."""
    while hitung_kabar.kerjakan(t.pesan.kantor):
        pass
    laci = {K.SAMPAI: "sampai", K.DIBACA: "sampai", K.GAGAL: "gagal", K.TAK_TERKONFIRMASI: "tak_pasti"}
    nyata = Counter(laci.get(k.keadaan, "menunggu") for k in t.kabar() if not k.dalam and k.kanal != "kabar")
    dihitung: Counter[str] = Counter()
    for bulan in sorted({f"{k.dibuat_pada:%Y-%m}" for k in t.kabar()} | {f"{t.pesan.kantor.jam():%Y-%m}"}):
        for nama, isi in rak_hitung.sebulan(t.pesan.kantor.store, bulan).items():
            dihitung.update(isi if nama.startswith("KANAL#") else {})
    assert {n: dihitung[n] for n in ("sampai", "gagal", "tak_pasti", "menunggu")} == {n: nyata[n] for n in ("sampai", "gagal", "tak_pasti", "menunggu")}  # fmt: skip


def baris_terpakai(t: Tahun, paling_sedikit: int) -> None:
    """Every row of the table was gone, in every capacity that it names."""
    semua = {(n, s) for n, b in enumerate(ALUR[LAYANAN]) for s in b.siapa}
    kurang = {(ALUR[LAYANAN][n].aksi, str(s)) for n, s in semua if t.kab.aksi[n, s] < paling_sedikit}
    assert not kurang, kurang


def setahun(t: Tahun, hari: int, mulai: float, laju: float, paling_sedikit: int) -> None:
    jam = time.perf_counter()
    t.jalan(hari, mulai, laju)
    t.tutup()
    hasil = periksa(t)
    periksa_hitungan(t)
    baris_terpakai(t, paling_sedikit)
    assert set(t.pekerja.galat) == set(map(str, Sebab)) and t.pekerja.tewas
    for nama, isi in (hasil | {"minutes": round((time.perf_counter() - jam) / 60, 1)}).items():
        print(f"{nama}: {isi}")


def test_a_few_weeks_in_short():
    with buka_pesan(INGATAN) as pesan:
        kecil(pesan, 90)
        setahun(Tahun(pesan), hari=33, mulai=3.6, laju=0.3, paling_sedikit=1)


@pytest.mark.panjang
def test_a_year_of_the_demo_county(tmp_path):
    folder = buat_demo(tmp_path / "demo", "--jumlah", "2600")
    with buka_pesan(INGATAN) as pesan:
        besar(pesan, folder)
        while ramalan.kerjakan(pesan.kantor):
            pass
        t = Tahun(pesan)
        setahun(t, hari=365, mulai=7.8, laju=0.2, paling_sedikit=10)
        assert {k.kode for k in t.kabar()} == set(KABAR)
