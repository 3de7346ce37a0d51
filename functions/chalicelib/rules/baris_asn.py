"""Baris: one row of an ASN export as the facts of a person, with what is doubtful about it. Pure; raises Tolak for a row that cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chalicelib.rules import baca_sel as sel
from chalicelib.rules.baca_jabatan import eselon, jenis_jabatan, jenjang
from chalicelib.rules.baca_nama import baca_nama
from chalicelib.rules.baca_tanggal import tanggal, tiada
from chalicelib.rules.nip_asn import Sekitar, Tolak, baca_nip_sel
from chalicelib.rules.telepon import baca_sel as baca_sel_telepon
from chalicelib.rules.waktu import tambah_tahun
from schemas.golongan import Golongan, baca_golongan
from schemas.nip import IsiNip

Ingat = Callable[[str, str], None]
"""Note a doubt: code, sentence."""
MK_TAHUN_TERBANYAK = 60
DEPAN_TERJAUH = 2
"""Years ahead that a date may lie before it is doubted: promotions are exported before they take effect."""
UMUR_BIASA = 18


@dataclass(frozen=True)
class Baris:
    """Cells of one row, by fact."""

    isi: Sequence[sel.Sel]
    letak: Mapping[str, int]
    hari_ini: date

    def mentah(self, nama: str) -> sel.Sel:
        """The cell as it stands; None when the file has no such column."""
        return self.isi[self.letak[nama]] if nama in self.letak else None

    def teks(self, nama: str) -> str:
        """The cell as text; "" for nothing."""
        return sel.teks(self.mentah(nama))

    def tanggal(self, nama: str) -> date | None:
        """The cell as a date."""
        return tanggal(self.mentah(nama))


def baca_baris(b: Baris, ingat: Ingat) -> dict[str, Any]:
    """Facts by field of Pegawai; what the row does not say is None or "". Raises Tolak."""
    nama = _nama(b, ingat)
    kelamin = sel.kelamin(b.teks("jenis_kelamin"))
    lahir, cpns = b.tanggal("tanggal_lahir"), b.tanggal("tmt_cpns")
    nip, isi_nip = baca_nip_sel(b.mentah("nip"), Sekitar(lahir, cpns, kelamin), b.hari_ini)
    _banding_nip(isi_nip, (kelamin, lahir, cpns), ingat)
    isi = {
        "nip": nip,
        "nip_lama": sel.nip_lama(b.mentah("nip_lama")),
        **nama,
        "jenis_kelamin": kelamin,
        "tempat_lahir": b.teks("tempat_lahir"),
        "tanggal_lahir": lahir,
        "tmt_cpns": cpns,
        "telepon": _telepon(b, ingat),
        "email": sel.surel(b.teks("email"), b.teks("email_dinas")),
        **_pangkat(b, ingat),
        **_jabatan(b),
    }
    _tanggal_janggal(b, isi, ingat)
    return _pangkas(isi, ingat)


def _nama(b: Baris, ingat: Ingat) -> dict[str, str]:
    mentah = b.teks("nama")
    if not mentah:
        raise Tolak("name-empty", "Nama tidak diisi.")
    n = baca_nama(mentah, b.teks("gelar_depan"), b.teks("gelar_belakang"))
    if not n.nama:
        raise Tolak("name-unreadable", "Isi kolom nama bukan nama orang.")
    if n.rumus:
        ingat("formula-text-in-name", f"Kolom nama berisi rumus; yang dipakai hanya tulisannya: {n.nama[:80]}.")
    if "\ufffd" in n.nama:
        ingat("text-damaged", "Ada huruf nama yang rusak saat berkas disimpan. Perbaiki di sumbernya.")
    return {"nama": n.nama, "gelar_depan": n.gelar_depan, "gelar_belakang": n.gelar_belakang}


def _telepon(b: Baris, ingat: Ingat) -> str:
    telepon, banyak = baca_sel_telepon(b.teks("telepon"))
    if telepon and banyak > 1:
        ingat("phone-two-numbers", "Ada lebih dari satu nomor telepon; yang dipakai yang pertama dapat dihubungi.")
    return telepon or ""


def _banding_nip(nip: IsiNip, kata: tuple[str | None, date | None, date | None], ingat: Ingat) -> None:
    kelamin, lahir, cpns = kata
    if kelamin and kelamin != nip.jenis_kelamin:
        ingat(
            "sex-differs-from-nip", f"Jenis kelamin {kelamin}, sedangkan angka ke-15 NIP berarti {nip.jenis_kelamin}."
        )
    if lahir and lahir != nip.tanggal_lahir:
        ingat(
            "birth-date-differs-from-nip",
            f"Tanggal lahir {lahir:%d-%m-%Y}, sedangkan NIP berarti {nip.tanggal_lahir:%d-%m-%Y}.",
        )
    if cpns and (cpns.year, cpns.month) != (nip.tahun_cpns, nip.bulan_cpns):
        ingat(
            "tmt-cpns-differs-from-nip",
            f"TMT CPNS {cpns:%d-%m-%Y}, sedangkan NIP berarti {nip.bulan_cpns:02}-{nip.tahun_cpns}. SK CPNS yang menentukan.",
        )
    if date(nip.tahun_cpns, nip.bulan_cpns, 1) < tambah_tahun(nip.tanggal_lahir, UMUR_BIASA):
        ingat("under-18-at-cpns", f"Menurut NIP belum {UMUR_BIASA} tahun saat menjadi CPNS.")


def _pangkat(b: Baris, ingat: Ingat) -> dict[str, Any]:
    kedudukan = sel.kedudukan(b.teks("kedudukan_hukum"), b.teks("kedudukan_nama"))
    if not kedudukan and (b.teks("kedudukan_hukum") or b.teks("kedudukan_nama")):
        ingat("legal-standing-unknown", "Kedudukan hukum tidak dikenal, jadi tidak dipakai.")
    return {
        "kedudukan_hukum": kedudukan,
        "status": sel.status(b.teks("status"), b.teks("jenis_pegawai")),
        "golongan": _golongan(b, ingat),
        "tmt_golongan": b.tanggal("tmt_golongan"),
        "tmt_pns": b.tanggal("tmt_pns"),
        **_masa_kerja(b, ingat),
    }


def _golongan(b: Baris, ingat: Ingat) -> Golongan | None:
    nama, kode = b.teks("golongan"), b.teks("golongan_id")
    dari_nama, dari_kode = baca_golongan(nama), baca_golongan(kode)
    if dari_nama and dari_kode and dari_nama != dari_kode:
        ingat(
            "rank-codes-differ", f"Golongan {dari_nama.tulisan}, sedangkan kodenya {kode} berarti {dari_kode.tulisan}."
        )
    if not (dari_nama or dari_kode) and ("golongan" in b.letak or "golongan_id" in b.letak):
        ingat("rank-unknown", "Golongan tidak ada atau tidak dikenal, jadi tidak dipakai.")
    return dari_nama or dari_kode


def _masa_kerja(b: Baris, ingat: Ingat) -> dict[str, int | None]:
    tahun, bulan = sel.angka(b.mentah("mk_tahun")), sel.angka(b.mentah("mk_bulan"))
    if bulan is not None and bulan > 11:
        ingat("mk-bulan-over-11", f"Masa kerja {bulan} bulan, padahal bulan hanya 0 sampai 11; jadi tidak dipakai.")
        bulan = None
    if tahun is not None and tahun > MK_TAHUN_TERBANYAK:
        ingat("mk-tahun-over-60", f"Masa kerja {tahun} tahun; jadi tidak dipakai.")
        tahun = None
    return {"mk_tahun": tahun, "mk_bulan": bulan}


def _jabatan(b: Baris) -> dict[str, Any]:
    jabatan = b.teks("jabatan")
    jenis = jenis_jabatan(b.teks("jenis_jabatan_id"), b.teks("jenis_jabatan"))
    lulus = sel.angka(b.mentah("tahun_lulus"))
    return {
        "jenis_jabatan": jenis,
        "jabatan": jabatan,
        "tmt_jabatan": b.tanggal("tmt_jabatan"),
        "eselon": eselon(b.teks("eselon"), jabatan) if jenis == "struktural" else "",
        "jenjang": jenjang(jabatan) if jenis == "fungsional" else "",
        "pendidikan": b.teks("pendidikan") or b.teks("tingkat"),
        "tingkat_pendidikan": sel.tingkat(b.teks("tingkat_id"), b.teks("tingkat") or b.teks("pendidikan")),
        "tahun_lulus": lulus if lulus and 1940 <= lulus <= b.hari_ini.year else None,
    }


TANGGAL = {
    "tanggal_lahir": "Tanggal lahir", "tmt_cpns": "TMT CPNS", "tmt_pns": "TMT PNS", "tmt_golongan": "TMT golongan",
    "tmt_jabatan": "TMT jabatan",
}  # fmt: skip


def _tanggal_janggal(b: Baris, isi: Mapping[str, Any], ingat: Ingat) -> None:
    terjauh = tambah_tahun(b.hari_ini, DEPAN_TERJAUH)
    for nama, sebutan in TANGGAL.items():
        if isi[nama] is None and not tiada(b.mentah(nama)):
            ingat(
                "date-unreadable",
                f"{sebutan} tertulis “{b.teks(nama)[:30]}”: tidak terbaca sebagai tanggal, jadi tidak dipakai.",
            )
        elif isi[nama] and isi[nama] > terjauh:
            ingat("date-far-ahead", f"{sebutan} {isi[nama]:%d-%m-%Y} masih lebih dari {DEPAN_TERJAUH} tahun lagi.")
    cpns, golongan = isi["tmt_cpns"], isi["tmt_golongan"]
    if cpns and golongan and golongan < cpns:
        ingat("tmt-golongan-before-cpns", f"TMT golongan {golongan:%d-%m-%Y} sebelum TMT CPNS {cpns:%d-%m-%Y}.")


def _pangkas(isi: dict[str, Any], ingat: Ingat) -> dict[str, Any]:
    """A text longer than a field holds is cut, and said so."""
    for nama, nilai in isi.items():
        if isinstance(nilai, str) and len(nilai) > sel.BATAS_TEKS:
            isi[nama] = nilai[: sel.BATAS_TEKS].rstrip()
            ingat("text-cut", f"Isi {nama.replace('_', ' ')} lebih dari {sel.BATAS_TEKS} huruf; sisanya dipotong.")
    return isi
