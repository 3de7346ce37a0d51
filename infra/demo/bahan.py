"""What every document is made from: the person, the case, and the forms of words that letters share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from infra.demo import pangkat
from infra.demo.kantor import BKPSDM
from infra.demo.kertas import Blok, Naskah, Tanda
from infra.demo.orang import Fakta, Orang
from infra.demo.roster import nomor_sk, sidik
from infra.demo.waktu import bulan_ke, tulis

KOP_BUPATI = ("KABUPATEN NGAWI", "BUPATI NGAWI", "Jalan Contoh Nomor 1 Ngawi 63211")
KOP_BKN = ("BADAN KEPEGAWAIAN NEGARA", "KANTOR REGIONAL II", "Jalan Contoh Nomor 2 Sidoarjo 61254")
BUPATI = "H. SASTRO CONTOH"
KEPALA_BKN = "Dra. MURNI CONTOH, M.Si."


@dataclass(frozen=True)
class Bahan:
    """The person, the day, and the case: its TMT and new rank (both empty for papers of the archive)."""

    o: Orang
    hari: date
    kepala: Orang
    """Who leads BKPSDM."""
    akhiran: str = ""
    tmt: date | None = None
    baru: str = ""

    @property
    def mkg_baru(self) -> tuple[int, int]:
        """Masa kerja golongan on the TMT in the new rank."""
        g = self.o.golongan
        lama = g["mkg_tahun"] * 12 + g["mkg_bulan"]
        tmt = self.tmt or self.hari
        return divmod(pangkat.lanjut_mkg(g["gol"], lama, bulan_ke(tmt) - bulan_ke(g["tmt"]), self.baru), 12)


def kop(o: Orang) -> tuple[str, ...]:
    """The letterhead of the person's own office."""
    if o.unit == o.opd:
        return ("PEMERINTAH KABUPATEN NGAWI", o.opd.upper(), "Jalan Contoh Nomor 12 Ngawi 63211")
    return (f"PEMERINTAH KABUPATEN NGAWI\n{o.opd.upper()}", o.unit.upper(), "Jalan Contoh Nomor 12 Ngawi 63211")


def diri(o: Orang, *, gol: Fakta | None = None) -> Blok:
    """Name, NIP, rank, post, office."""
    g = gol or o.golongan
    return pasangan(
        ("Nama", o.nama_lengkap),
        ("NIP", o.nip),
        ("Tempat, tanggal lahir", f"{o.tempat.title()}, {tulis(o.lahir)}"),
        ("Pangkat/golongan ruang", f"{pangkat.nama(g['gol'])}, {g['gol']}"),
        ("Jabatan", str(o.jabatan["nama"])),
        ("Unit kerja", f"{o.unit}, {o.opd}" if o.unit != o.opd else o.opd),
    )


def judul(*baris: str) -> Blok:
    """A centred heading; the first line bold."""
    return Blok("judul", [(b,) for b in baris])


def teks(*alinea: str) -> Blok:
    """Paragraphs."""
    return Blok("teks", [(a,) for a in alinea])


def pasangan(*baris: tuple[str, str]) -> Blok:
    """Label : value."""
    return Blok("pasangan", baris)


def butir(*baris: tuple[str, str]) -> Blok:
    """Word in the margin, text beside it."""
    return Blok("butir", baris)


def tabel(*baris: Sequence[str]) -> Blok:
    """The first row is the heading."""
    return Blok("tabel", baris)


def keputusan(b: Bahan, tentang: str, nomor: str, tanggal: date, isi: Sequence[Blok]) -> Naskah:
    """A decree of the Bupati."""
    kepala = [
        judul("KEPUTUSAN BUPATI NGAWI", f"NOMOR {nomor}", "TENTANG", tentang.upper()),
        Blok("tengah", [("BUPATI NGAWI,",)]),
        butir(
            ("Menimbang", "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini memenuhi syarat dan dipandang cakap, sehingga perlu ditetapkan dengan keputusan Bupati;"),
            ("Mengingat", "1. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara; 2. Peraturan Pemerintah Nomor 99 Tahun 2000 sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 12 Tahun 2002; 3. Peraturan Pemerintah Nomor 11 Tahun 2017 sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 17 Tahun 2020;"),
        ),
        Blok("tengah", [("MEMUTUSKAN:",)]),
    ]  # fmt: skip
    tutup = butir(
        (
            "KEDUA",
            "Apabila di kemudian hari terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana mestinya.",
        ),
        (
            "Petikan",
            "keputusan ini diberikan kepada yang bersangkutan untuk diketahui dan dipergunakan sebagaimana mestinya.",
        ),
    )
    tanda = Tanda(f"Ditetapkan di Ngawi, {tulis(tanggal)}", "BUPATI NGAWI", BUPATI, elektronik=tanggal.year >= 2022)
    return Naskah(KOP_BUPATI, [*kepala, *isi, tutup], tanda)


def surat_kepala(b: Bahan, tanggal: date, isi: Sequence[Blok], *, bkpsdm: bool = False) -> Naskah:
    """A letter of the head of the person's office, or of BKPSDM."""
    if bkpsdm:
        atas: tuple[str, ...] = ("PEMERINTAH KABUPATEN NGAWI", BKPSDM.upper(), "Jalan Contoh Nomor 12 Ngawi 63211")
        tanda = Tanda(f"Ngawi, {tulis(tanggal)}", "Kepala BKPSDM", b.kepala.nama_lengkap, b.kepala.nip)
    else:
        atas = kop(b.o)
        tanda = Tanda(f"Ngawi, {tulis(tanggal)}", f"Kepala {b.o.unit}", *atasan(b.o))
    return Naskah(atas, isi, tanda)


def atasan(o: Orang) -> tuple[str, str]:
    """Name and NIP of a superior who signs: invented anew for each office, called Contoh."""
    depan = ("Suryo", "Hadi", "Darmanto", "Ratna", "Lestari", "Wahyu", "Indra", "Kartika")[
        int(sidik(o.unit, 2, angka=True)) % 8
    ]
    kelamin = "2" if depan in ("Ratna", "Lestari", "Kartika") else "1"
    return f"{depan.upper()} CONTOH, M.Si.", f"197{int(sidik(o.unit + 'l', 1, angka=True))}0615199503{kelamin}999"


def nomor(o: Orang, klasifikasi: str, tahun: int) -> str:
    """A letter's number."""
    return nomor_sk(o, klasifikasi, tahun)
