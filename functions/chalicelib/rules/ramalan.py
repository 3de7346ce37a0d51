"""Ramalan: one person's facts -> the promotions of the next 24 months and what each still lacks; and counting them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from chalicelib.rules.kelayakan import nilai, nilai_jenis
from chalicelib.rules.waktu import tambah_bulan
from schemas.aturan import Aturan
from schemas.kelayakan import Hasil, Orang, Putusan
from schemas.ramalan import AWALAN, BULAN_KE_DEPAN, HasilRamal, Hitungan, Ramalan

MENYUSUL = frozenset({"kinerja"})
"""Facts of years that have not ended are not missing: they count only when today's answer lacks them too."""


def ramal(orang: Orang, aturan: Aturan) -> tuple[HasilRamal, ...]:
    """Every promotion open from `orang.tmt_usul` on within the horizon; and those whose date hangs on a missing fact."""
    mulai = orang.tmt_usul
    akhir = tambah_bulan(mulai, BULAN_KE_DEPAN)
    hasil = []
    for kini in nilai(orang, aturan).hasil:
        d = max(kini.paling_cepat, mulai) if kini.paling_cepat else None
        if d is None:
            if kini.putusan is Putusan.PERLU_TELAAH and (kurang := _kurang(kini)):
                hasil.append(_jadikan(kini, None, kurang))
            continue
        if d > akhir:
            continue
        nanti = kini if d == mulai else nilai_jenis(orang, kini.jenis, aturan, d)
        if nanti.putusan is Putusan.TMS or nanti.golongan_baru is None:
            continue
        sekarang = _kurang(kini)
        kurang = [k for k in _kurang(nanti) if k not in MENYUSUL or k in sekarang]
        hasil.append(_jadikan(nanti, d, kurang, kini.paling_cepat_diusulkan))
    return tuple(sorted(hasil, key=lambda h: (h.paling_cepat or date.max, h.jenis)))


def _kurang(h: Hasil) -> list[str]:
    return [t.kode.value.removeprefix(AWALAN) for t in h.temuan if t.kode.value.startswith(AWALAN)]


def _jadikan(h: Hasil, d: date | None, kurang: Iterable[str], diusulkan: date | None = None) -> HasilRamal:
    return HasilRamal(
        jenis=h.jenis,
        golongan_baru=h.golongan_baru.tulisan if h.golongan_baru else "",
        paling_cepat=d,
        diusulkan=max(d, diusulkan) if d and diusulkan else None,
        mkg=h.mkg,
        gaji_pokok=h.gaji_pokok,
        angka_kredit=f"{h.angka_kredit.jumlah}" if h.angka_kredit else "",
        kurang=tuple(dict.fromkeys(kurang)),
        berkas_kurang=h.berkas_kurang,
    )


def hitung(h: Hitungan, lama: Ramalan | None, baru: Ramalan | None) -> Hitungan:
    """The counts after one person's forecast changed from `lama` to `baru` (None: none)."""
    kurang, periode, janggal, terancam = Counter(h.kurang), Counter(h.periode), Counter(h.janggal), Counter(h.terancam)
    angka = {"orang": h.orang, "jawaban": h.jawaban, "bertumpu": h.bertumpu}
    for r, n in ((lama, -1), (baru, 1)):
        if r is None:
            continue
        angka["orang"] += n
        angka["jawaban"] += n * len(r.hasil)
        angka["bertumpu"] += n * sum(bool(x.kurang) for x in r.hasil)
        for k in r.kurang:
            kurang[k] += n
        for k in {j.kode for j in r.janggal}:
            janggal[k] += n
        for tanggal, di in ((r.kapan, periode), (r.terancam, terancam)):
            if tanggal:
                di[tanggal.isoformat()] += n
    banyak = {"kurang": kurang, "janggal": janggal, "periode": periode, "terancam": terancam}
    isi = {nama: {k: n for k, n in sorted(c.items()) if n} for nama, c in banyak.items()}
    return h.model_copy(update={**angka, **isi})


def jumlahkan(semua: Iterable[Hitungan]) -> Hitungan:
    """The counts of several units together."""
    isi: dict[str, Counter[str]] = {n: Counter() for n in ("kurang", "janggal", "periode", "terancam")}
    angka: Counter[str] = Counter()
    for h in semua:
        angka.update({"orang": h.orang, "jawaban": h.jawaban, "bertumpu": h.bertumpu})
        for nama, jumlah in isi.items():
            jumlah.update(getattr(h, nama))
    return Hitungan.model_validate({"opd": "", **angka, **isi})
