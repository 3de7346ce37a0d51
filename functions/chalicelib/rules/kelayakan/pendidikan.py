"""Education: what is recognised, how far it carries, and which rank a new diploma opens (domain 1.2, 2.4)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from chalicelib.rules.kelayakan.catat import Catat, catatan, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from schemas.golongan import Golongan
from schemas.kelayakan import PendidikanOrang
from schemas.tanggal import tanggal_panjang


class Diakui(NamedTuple):
    """The recognised education that carries furthest, its ceiling, and since when."""

    tingkat: str
    tertinggi: Golongan
    sejak: date


def diakui(p: Perkara, d: date) -> Diakui | None:
    """The education in force on `d`; None when none is on record."""
    ada = [Diakui(o.tingkat, p.berlaku.pendidikan[o.tingkat].tertinggi, s) for o, s in _pengakuan(p) if s <= d]
    return max(ada, key=lambda x: (x.tertinggi, -x.sejak.toordinal(), x.tingkat), default=None)


def _pengakuan(p: Perkara) -> list[tuple[PendidikanOrang, date]]:
    """Each diploma with the day from which it counts. One held at the appointment as CPNS, and not above the rank given then, counts from there."""
    hasil, awal = [], p.fakta.awal
    for o in p.orang.pendidikan or []:
        if o.diakui_sejak:
            hasil.append((o, o.diakui_sejak))
        elif awal and awal.tmt and awal.jenis != "KP" and _dasar_cpns(p, o, awal.gol, awal.tmt):
            hasil.append((o, awal.tmt))
    return hasil


def _dasar_cpns(p: Perkara, o: PendidikanOrang, gol: Golongan, tmt: date) -> bool:
    return o.tahun_lulus is not None and o.tahun_lulus <= tmt.year and p.berlaku.pendidikan[o.tingkat].awal <= gol


def batas(p: Perkara) -> list[Catat]:
    """KP reguler goes no further than the recognised education."""
    baru = p.setingkat
    if baru is None:
        return []
    tabel = p.berlaku.pendidikan
    dasar = next(iter(tabel.values())).dasar
    if baru <= min(r.tertinggi for r in tabel.values()):
        return []
    kini = diakui(p, p.tmt)
    if kini is None:
        return [telaah("pendidikan", "Pendidikan yang diakui dalam data kepegawaian belum tercatat.", dasar)]
    if baru > kini.tertinggi:
        return [_melampaui(p, kini, baru, dasar)]
    if ujian := _ujian_peningkatan(p, kini, baru):
        return [ujian]
    cukup = penuhi("pendidikan-cukup", f"Pendidikan {kini.tingkat} diakui sampai {kini.tertinggi.tulisan}.", dasar)
    terdahulu = diakui(p, p.per) if p.per < p.tmt else kini
    if terdahulu and terdahulu.tertinggi >= baru:
        return [cukup]
    pesan = (
        f"Pendidikan {kini.tingkat} baru diakui sejak {tanggal_panjang(kini.sejak)}; ajukan usulan sesudah tanggal itu."
    )
    return [cukup, catatan("pendidikan-baru-diakui", pesan, dasar)]


def _melampaui(p: Perkara, kini: Diakui, baru: Golongan, dasar: str) -> Catat:
    cukup = {t for t, r in p.berlaku.pendidikan.items() if r.tertinggi >= baru}
    nanti = min(((s, o.tingkat) for o, s in _pengakuan(p) if s > p.tmt and o.tingkat in cukup), default=None)
    lebih = [o.tingkat for o in p.fakta.pendidikan_dimiliki(p.tmt) if o.tingkat in cukup]
    saran = " Naik lagi hanya sesudah ijazah yang lebih tinggi diakui."
    if nanti:
        saran = f" Ijazah {nanti[1]} diakui mulai {tanggal_panjang(nanti[0])}."
    elif lebih:
        saran = f" Ijazah {lebih[0]} perlu diakui lebih dulu melalui pencantuman gelar."
    pesan = f"Pangkat {baru.tulisan} melampaui batas pendidikan {kini.tingkat} yang diakui, yaitu {kini.tertinggi.tulisan}.{saran}"
    return halang("batas-pendidikan", pesan, dasar, nanti[0] if nanti else None)


def _ujian_peningkatan(p: Perkara, kini: Diakui, baru: Golongan) -> Catat | None:
    """Some regions ask for an examination before a raised education counts; a switch of the tables (domain 13.9)."""
    baris, awal = p.berlaku.angka["ujian_peningkatan_pendidikan"], p.fakta.awal
    if baris.nilai == 0 or awal is None or awal.tmt is None:
        return None
    semula = diakui(p, awal.tmt)
    if semula and semula.tertinggi >= baru:
        return None
    pesan = f"Pendidikan {kini.tingkat} diakui sejak {tanggal_panjang(kini.sejak)}; daerah mensyaratkan ujian peningkatan pendidikan, dan kelulusannya belum tercatat."
    return telaah("ujian", pesan, baris.dasar)


class Sasaran(NamedTuple):
    """A diploma and the rank that it opens."""

    tingkat: str
    gol: Golongan
    tahun: int | None


def sasaran(p: Perkara, sejak_tahun: int = 0) -> list[Sasaran]:
    """Diplomas (got in `sejak_tahun` or later) that open a rank above the present one, the highest rank first."""
    if p.pangkat is None:
        return []
    tabel = p.berlaku.penyesuaian
    ada = [
        Sasaran(o.tingkat, tabel[o.tingkat].sasaran, o.tahun_lulus)
        for o in p.fakta.pendidikan_dimiliki(p.tmt)
        if o.tingkat in tabel and (o.tahun_lulus is None or o.tahun_lulus >= sejak_tahun)
    ]
    return sorted((s for s in ada if s.gol > p.pangkat.gol), key=lambda s: (-s.gol, s.tahun or 0, s.tingkat))
