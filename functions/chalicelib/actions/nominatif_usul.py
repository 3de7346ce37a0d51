"""Nominatif usul: the cases of one period with all columns of domain 9.1: before and after, Pertek, decree, where each stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from chalicelib.actions import Kantor, ramalan_lihat
from chalicelib.actions.buku import Buku
from chalicelib.galat import TakSah
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.records import usulan as rak
from chalicelib.rules import wewenang
from chalicelib.rules.kelayakan.gaji import gaji_pokok
from schemas.alur import BELUM_DIUSULKAN, MEJA
from schemas.aturan import aturan
from schemas.golongan import Golongan
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku
from schemas.ramalan import KueriLaporan, Ramalan
from schemas.tanggal import rupiah, tanggal_panjang, tulis_mkg
from schemas.usulan import SEBUTAN_JENIS, Keputusan, Status, Usulan

PALING_BANYAK = 600
"""Rows on one list: some three periods' worth of a whole county."""
JUDUL = (
    "No.", "Nama", "NIP", "Tempat, tanggal lahir", "Pendidikan", "Gol. lama", "TMT lama", "MKG lama", "Gaji pokok lama", "Jabatan",
    "TMT jabatan", "Eselon/jenjang", "Unit kerja", "OPD", "Gol. baru", "TMT baru", "MKG baru", "Gaji pokok baru", "Angka kredit",
    "Jenis KP", "Kinerja tahun lalu", "Kinerja dua tahun lalu", "Pertek", "SK", "Status", "Keterangan",
)  # fmt: skip
KOLOM_PDF = (0, 1, 2, 5, 6, 9, 13, 14, 15, 16, 19, 22, 23, 24)
LEBAR_PDF = (10, 29, 43, 12, 23, 33, 27, 12, 23, 16, 23, 21, 21, 23)
"""What is read as one word stays on one line: a NIP, September."""


class DaftarNominatif(NamedTuple):
    """A list before it becomes a file: whose it is, heading, columns, rows (totals last), and the columns that fit on paper."""

    lingkup: str | None
    opd: str
    judul: str
    kepala: tuple[str, ...]
    baris: list[list[str]]
    kolom_pdf: tuple[int, ...]
    lebar_pdf: tuple[int, ...]
    kaki: str = ""


def susun(kantor: Kantor, pelaku: Pelaku, kueri: KueriLaporan) -> DaftarNominatif:
    """Highest target first, then OPD, then name. Raises TidakAda (not his OPD), TakSah (more than one list holds)."""
    opd = ramalan_lihat.lingkup(kantor, pelaku, kueri.opd)
    buku = Buku(kantor.store)
    semua = [u for u in _usulan(kantor, kueri, opd) if _tampak(buku, pelaku, u)]
    semua.sort(key=lambda u: (-(_baru(u) or 0), buku.nama_unit(u.opd).casefold(), _nama(buku, u)))
    jumlah = Counter(g.tulisan if (g := _baru(u)) else "belum diketahui" for u in semua)
    kaki = [["", f"Jumlah ke {g}", str(n)] for g, n in jumlah.items()]
    return DaftarNominatif(
        lingkup=opd,
        opd=buku.nama_unit(opd) if opd else "BKPSDM Kabupaten Ngawi",
        judul=f"Daftar nominatif usul kenaikan pangkat periode {tanggal_panjang(kueri.periode)}",
        kepala=JUDUL,
        baris=[_satu(kantor, buku, n, u) for n, u in enumerate(semua, start=1)] + kaki,
        kolom_pdf=KOLOM_PDF,
        lebar_pdf=LEBAR_PDF,
    )


def _usulan(kantor: Kantor, kueri: KueriLaporan, opd: str | None) -> Iterator[Usulan]:
    """The cases of the period, status by status: each a slice of one index."""
    ada = 0
    for status in [kueri.status] if kueri.status else [s for s in Status if s not in BELUM_DIUSULKAN]:
        awalan = f"{status}#{opd}#" if opd else f"{status}#"
        kursor: str | None = None
        while True:
            h = rak.RAK.daftar(
                kantor.store, f"PERIODE#{kueri.periode}", indeks="g5", awalan=awalan, batas=200, kursor=kursor
            )
            ada += len(h.isi)
            if ada > PALING_BANYAK:
                raise TakSah(
                    f"Lebih dari {PALING_BANYAK} usulan.", kode="daftar-panjang", petunjuk="Pilih OPD atau statusnya."
                )
            yield from (u for u in h.isi if _cocok(u, kueri))
            if not (kursor := h.kursor):
                break


def _cocok(u: Usulan, kueri: KueriLaporan) -> bool:
    gol = _baru(u)
    return kueri.jenis in (None, u.jenis) and kueri.golongan in (None, gol.tulisan if gol else "")


def _tampak(buku: Buku, pelaku: Pelaku, u: Usulan) -> bool:
    return pelaku.adalah(*ramalan_lihat.MELIHAT) or wewenang.melayani(pelaku, buku.jalur(u.unit, u.opd))


def _baru(u: Usulan) -> Golongan | None:
    return u.kelayakan.golongan_baru if u.kelayakan else None


def _nama(buku: Buku, u: Usulan) -> str:
    """Alphabetical order ignores titles (domain 7.2)."""
    p: Pegawai | None = buku.pegawai(u.pegawai)
    return p.nama.casefold() if p else ""


def _satu(kantor: Kantor, buku: Buku, n: int, u: Usulan) -> list[str]:
    p: Pegawai = buku.pegawai(u.pegawai) or Pegawai(id=u.pegawai, nip="", nama="")
    r = rak_ramalan.ambil(kantor.store, u.pegawai)
    mkg = (p.mk_tahun, p.mk_bulan or 0) if p.mk_tahun is not None else None
    lahir = ", ".join(x for x in (p.tempat_lahir, _tanggal(p.tanggal_lahir)) if x)
    return [
        str(n),
        p.nama_lengkap,
        p.nip,
        lahir,
        " ".join(str(x) for x in (p.pendidikan, p.tahun_lulus) if x),
        p.golongan.tulisan if p.golongan else "",
        _tanggal(p.tmt_golongan),
        tulis_mkg(mkg),
        _gaji_lama(p, u.periode),
        p.jabatan,
        _tanggal(p.tmt_jabatan),
        p.eselon or p.jenjang,
        buku.nama_unit(u.unit),
        buku.nama_unit(u.opd),
        *_sesudah(u),
        _angka_kredit(r, u),
        SEBUTAN_JENIS[u.jenis],
        *(r.kinerja if r else ("", "")),
        _surat(u.pertek),
        _surat(u.sk),
        MEJA[u.status].sebutan,
        u.catatan,
    ]


def _sesudah(u: Usulan) -> list[str]:
    """New golongan, TMT, MKG and pay: as the decree says, before it as they were computed."""
    k, sk, gol = u.kelayakan, u.sk, _baru(u)
    mkg = (sk.mk_tahun, sk.mk_bulan or 0) if sk and sk.mk_tahun is not None else (k.mkg if k else None)
    gaji = sk.gaji_pokok if sk and sk.gaji_pokok else (k.gaji_pokok if k else None)
    tmt = sk.tmt if sk and sk.tmt else u.periode
    return [gol.tulisan if gol else "", _tanggal(tmt), tulis_mkg(mkg), rupiah(gaji) if gaji else ""]


def _gaji_lama(p: Pegawai, tmt: date) -> str:
    """His rank and MKG of the last decree, by the table that pays him when the new rank begins (PP 5/2024)."""
    if not p.golongan or p.mk_tahun is None:
        return ""
    gaji = gaji_pokok(aturan().pada(tmt), p.golongan, p.mk_tahun)
    return rupiah(gaji) if gaji else ""


def _angka_kredit(r: Ramalan | None, u: Usulan) -> str:
    ada = next((h.angka_kredit for h in r.hasil if h.jenis == u.jenis), "") if r else ""
    return ada.replace(".", ",")


def _surat(k: Keputusan | None) -> str:
    return f"{k.nomor}, {tanggal_panjang(k.tanggal)}" if k else ""


def _tanggal(hari: date | None) -> str:
    return tanggal_panjang(hari) if hari else ""
