"""Kolom: which heading of an ASN export is which fact. Headings are matched by slug and alias, in any order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chalicelib.galat import TakSah, TemuanGalat

KOLOM: dict[str, tuple[str, ...]] = {
    "nip": ("nip baru", "nip", "nip 18"),
    "nip_lama": ("nip lama",),
    "nama": ("nama", "nama pns", "nama lengkap", "nama pegawai"),
    "gelar_depan": ("gelar depan",),
    "gelar_belakang": ("gelar belakang",),
    "jenis_kelamin": ("jenis kelamin", "l p", "sex"),
    "tempat_lahir": ("tempat lahir nama", "tempat lahir"),
    "tanggal_lahir": ("tanggal lahir", "tgl lahir"),
    "telepon": ("nomor hp", "no hp", "hp", "telepon", "nomor telepon", "nomor whatsapp"),
    "email": ("email", "email pribadi"),
    "kedudukan_hukum": ("kedudukan hukum id",),
    "status": ("status cpns pns", "status"),
    "jenis_pegawai": ("jenis pegawai nama", "jenis pegawai"),
    "tmt_cpns": ("tmt cpns",),
    "tmt_pns": ("tmt pns",),
    "golongan": ("gol akhir nama", "golongan", "gol ruang", "gol"),
    "golongan_id": ("gol akhir id",),
    "tmt_golongan": ("tmt golongan", "tmt gol"),
    "mk_tahun": ("mk tahun", "masa kerja tahun"),
    "mk_bulan": ("mk bulan", "masa kerja bulan"),
    "jenis_jabatan_id": ("jenis jabatan id",),
    "jenis_jabatan": ("jenis jabatan nama", "jenis jabatan"),
    "jabatan": ("jabatan nama", "jabatan", "nama jabatan"),
    "tmt_jabatan": ("tmt jabatan",),
    "eselon": ("eselon", "eselon nama"),
    "tingkat_id": ("tingkat pendidikan id",),
    "tingkat": ("tingkat pendidikan nama", "tingkat pendidikan"),
    "pendidikan": ("pendidikan nama", "pendidikan"),
    "tahun_lulus": ("tahun lulus",),
    "unit": ("unor nama", "unit kerja", "unor"),
    "opd": ("satuan kerja induk nama", "opd", "satuan kerja", "unor induk nama"),
}
WAJIB = ("nip", "nama")


def slug(judul: str) -> str:
    """ "NIP_BARU", "Nip Baru" and "nip baru " are one heading."""
    return re.sub(r"[^a-z0-9]+", " ", judul.casefold()).strip()


_DARI_SLUG = {alias: nama for nama, semua in KOLOM.items() for alias in semua}


def cocokkan(judul: Sequence[str]) -> Mapping[str, int]:
    """Fact -> column. Raises TakSah naming what is missing, or what stands twice."""
    letak: dict[str, int] = {}
    kembar: list[str] = []
    for i, teks in enumerate(judul):
        nama = _DARI_SLUG.get(slug(teks))
        if nama is None:
            continue
        if nama in letak and slug(judul[letak[nama]]) == slug(teks):
            kembar.append(teks)
        letak.setdefault(nama, i)
    kurang = [KOLOM[w][0].upper() for w in WAJIB if w not in letak]
    if kurang or kembar:
        temuan = [TemuanGalat("kolom-kurang", f"Kolom {k} tidak ada.", k) for k in kurang]
        temuan += [TemuanGalat("kolom-kembar", f"Kolom {k} ada dua.", k) for k in kembar]
        raise TakSah(
            temuan[0].pesan, kode=temuan[0].kode, petunjuk="Pakai judul kolom seperti pada ekspor SIASN.", temuan=temuan
        )
    return letak
