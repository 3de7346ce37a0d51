"""Are the points enough for this KP? The findings, and the figures that are shown (domain 1.4)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import ceil

from chalicelib.rules.kelayakan import angka_kredit as ak
from chalicelib.rules.kelayakan.catat import Catat, catatan, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.waktu import tambah_bulan, tulis_lama
from schemas.aturan_baris import BarisJenjang
from schemas.kelayakan import AngkaKredit
from schemas.tanggal import tanggal_panjang

DASAR = "PermenPANRB 1/2023; PerBKN 3/2023"


def angka(p: Perkara, jenjang: BarisJenjang) -> AngkaKredit | None:
    """Gathered, needed, carried over; None when this rank has no KP in the category, or when the points are not known."""
    perlu = _perlu(p, jenjang)
    if perlu is None or p.orang.angka_kredit is None or p.orang.kinerja is None:
        return None
    jumlah = ak.hitung(p).jumlah.quantize(ak.SEN)
    lebih = max(ak.NOL, jumlah - perlu) if _terbawa(p, jenjang) else ak.NOL
    return AngkaKredit(jumlah=jumlah, butuh=perlu, lebih=lebih)


def periksa(p: Perkara, jenjang: BarisJenjang) -> list[Catat]:
    """Enough, not enough, or not known; all with the figures."""
    perlu = _perlu(p, jenjang)
    if perlu is None or p.pangkat is None or p.pangkat.mulai is None:
        return []
    if p.orang.angka_kredit is None or p.orang.kinerja is None:
        return [
            telaah(
                "angka-kredit",
                "Angka kredit atau penilaian kinerja belum diketahui, jadi jumlah angka kredit belum pasti.",
                DASAR,
            ),
            *_pak_lama(p),
        ]
    if p.jabatan and p.jabatan.tmt is None and ak.pak_terakhir(p) is None:
        return [
            telaah("jabatan", "TMT jabatan fungsional belum tercatat, jadi bulan yang dikonversi belum pasti.", DASAR)
        ]
    n = ak.hitung(p)
    if n.jumlah >= perlu:
        cukup = penuhi("angka-kredit-cukup", f"Angka kredit {tulis(n.jumlah)} dari kebutuhan {tulis(perlu)}.", DASAR)
        return [cukup, *_mulai_nol(p, jenjang, n.jumlah - perlu), *_pak_lama(p), *_bonus(p, perlu)]
    if n.paling_banyak >= perlu:
        # Years that are still to come promise nothing: no first legal date is built on them.
        tahun = ", ".join(map(str, n.lubang))
        pesan = f"Angka kredit yang tercatat {tulis(n.jumlah)} dari kebutuhan {tulis(perlu)}; penilaian kinerja tahun {tahun} belum tercatat dan dapat mencukupinya."
        mendatang = all(t >= p.per.year for t in n.lubang)
        return [telaah("angka-kredit", pesan, DASAR)._replace(bebas=date.max if mendatang else None), *_pak_lama(p)]
    return [_kurang(p, jenjang, n.jumlah, perlu), *_pak_lama(p), *_bonus(p, perlu)]


def tulis(n: Decimal) -> str:
    """ "53,00"."""
    return f"{n:.2f}".replace(".", ",")


def _perlu(p: Perkara, jenjang: BarisJenjang) -> Decimal | None:
    return ak.butuh(p, jenjang.kategori, p.pangkat.gol) if p.pangkat else None


def _terbawa(p: Perkara, jenjang: BarisJenjang) -> bool:
    """The surplus stays when rank before and after lie in one jenjang."""
    return p.pangkat is not None and jenjang.terendah <= p.pangkat.gol < jenjang.tertinggi


def _kurang(p: Perkara, jenjang: BarisJenjang, jumlah: Decimal, perlu: Decimal) -> Catat:
    kurang = perlu - jumlah
    bulan = ceil(kurang * 12 / jenjang.koefisien)
    pesan = f"Angka kredit {tulis(jumlah)} dari kebutuhan {tulis(perlu)}; kurang {tulis(kurang)}. Dengan predikat Baik kekurangan itu terkumpul dalam {tulis_lama(bulan)}."
    nanti = (d for d in ak.tanggal_bertambah(p) if ak.hitung(p.di(d)).jumlah >= perlu)
    return halang("angka-kredit-kurang", pesan, DASAR, next(nanti, None))


def _mulai_nol(p: Perkara, jenjang: BarisJenjang, lebih: Decimal) -> list[Catat]:
    if lebih <= 0 or _terbawa(p, jenjang):
        return []
    return [
        catatan(
            "angka-kredit-mulai-nol",
            f"Kelebihan {tulis(lebih)} tidak terbawa: pada jenjang yang baru angka kredit dihitung dari nol.",
            DASAR,
        )
    ]


def _pak_lama(p: Perkara) -> list[Catat]:
    pak, umur = ak.pak_terakhir(p), p.berlaku.angka["umur_pak_bulan"]
    if pak is None or tambah_bulan(pak.per, umur.nilai) >= p.tmt:
        return []
    pesan = f"PAK terakhir per {tanggal_panjang(pak.per)} lebih tua daripada {tulis_lama(umur.nilai)} sebelum TMT."
    return [catatan("pak-lama", pesan, umur.dasar)]


def _bonus(p: Perkara, perlu: Decimal) -> list[Catat]:
    persen = p.berlaku.angka["bonus_pendidikan_persen"]
    harus = (perlu * persen.nilai / 100).quantize(ak.SEN)
    beda = [a for a in p.orang.angka_kredit or [] if a.jenis == "pendidikan" and a.per <= p.tmt and a.nilai != harus]
    return [
        catatan(
            "bonus-pendidikan-beda",
            f"Angka kredit pendidikan {tulis(a.nilai)}; ketentuannya {persen.nilai} persen dari kebutuhan, yaitu {tulis(harus)}.",
            persen.dasar,
        )
        for a in beda
    ]
