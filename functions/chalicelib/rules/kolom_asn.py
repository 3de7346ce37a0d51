"""Kolom: which heading of an ASN export is which fact. Headings are matched by their letters and by alias, in any order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chalicelib.galat import TakSah, TemuanGalat

KOLOM: dict[str, tuple[str, ...]] = {
    "pns_id": ("pns id", "pns orang id", "asn id"),
    "nip": ("nip baru", "nip", "nip 18", "nomor induk pegawai"),
    "nip_lama": ("nip lama",),
    "nama": ("nama", "nama pns", "nama lengkap", "nama pegawai", "nama asn"),
    "gelar_depan": ("gelar depan", "glr depan"),
    "gelar_belakang": ("gelar belakang", "glr belakang"),
    "jenis_kelamin": ("jenis kelamin", "jenis kelamin nama", "jk", "kelamin", "l/p", "sex"),
    "tempat_lahir": ("tempat lahir nama", "tempat lahir"),
    "tanggal_lahir": ("tanggal lahir", "tgl lahir"),
    "telepon": ("nomor hp", "no hp", "hp", "nomor whatsapp", "no wa", "telepon", "nomor telepon", "no telp"),
    "email": ("email", "email pribadi", "surel"),
    "email_dinas": ("email gov", "email dinas"),
    "kedudukan_hukum": ("kedudukan hukum id",),
    "kedudukan_nama": ("kedudukan hukum nama", "kedudukan hukum"),
    "status": ("status cpns pns", "status pegawai", "status"),
    "jenis_pegawai": ("jenis pegawai nama", "jenis pegawai"),
    "tmt_cpns": ("tmt cpns",),
    "tmt_pns": ("tmt pns",),
    "golongan": (
        "gol akhir nama",
        "golongan nama",
        "golongan",
        "golongan ruang",
        "gol ruang",
        "gol",
        "pangkat golongan",
    ),
    "golongan_id": ("gol akhir id",),
    "tmt_golongan": ("tmt golongan", "tmt gol akhir", "tmt gol", "tmt pangkat"),
    "mk_tahun": ("mk tahun", "masa kerja tahun", "mkg tahun"),
    "mk_bulan": ("mk bulan", "masa kerja bulan", "mkg bulan"),
    "jenis_jabatan_id": ("jenis jabatan id",),
    "jenis_jabatan": ("jenis jabatan nama", "jenis jabatan"),
    "jabatan": ("jabatan nama", "nama jabatan", "jabatan"),
    "tmt_jabatan": ("tmt jabatan",),
    "eselon": ("eselon nama", "eselon"),
    "tingkat_id": ("tingkat pendidikan id",),
    "tingkat": ("tingkat pendidikan nama", "tingkat pendidikan"),
    "pendidikan": ("pendidikan nama", "pendidikan", "pendidikan terakhir"),
    "tahun_lulus": ("tahun lulus", "thn lulus"),
    "unit": ("unor nama", "unit kerja nama", "unit kerja", "unor"),
    "opd": (
        "satuan kerja induk nama",
        "unor induk nama",
        "opd",
        "perangkat daerah",
        "satuan kerja induk",
        "satuan kerja",
    ),
}
"""Fact -> its headings; when a file has several of them, the earlier one here counts, wherever it stands."""
WAJIB = ("nip", "nama")
DIHARAP = ("golongan", "tmt_golongan", "tmt_cpns", "jabatan", "opd", "unit", "telepon")
"""Without these a roster can be taken, but its people can hardly be judged."""


class Letak(NamedTuple):
    """Fact -> column; headings that are no fact of ours; facts that no heading tells."""

    kolom: Mapping[str, int]
    asing: tuple[str, ...]
    kurang: tuple[str, ...]


def slug(judul: str) -> str:
    """ "NIP_BARU", "Nip Baru", "nipBaru" and "nip baru " are one heading."""
    return re.sub(r"[^a-z0-9]+", "", judul.casefold())


_DARI_SLUG = {slug(alias): (nama, urut) for nama, semua in KOLOM.items() for urut, alias in enumerate(semua)}


def mengenal(judul: Sequence[str]) -> bool:
    """True for the heading row of a roster: it has at least the columns that must be there."""
    ada = {_DARI_SLUG[s][0] for s in map(slug, judul) if s in _DARI_SLUG}
    return ada.issuperset(WAJIB)


def cocokkan(judul: Sequence[str]) -> Letak:
    """Where each fact stands. Raises TakSah naming every required heading that is missing or stands twice."""
    terbaik: dict[str, tuple[int, int]] = {}
    kembar, asing = [], []
    for i, teks in enumerate(judul):
        if (milik := _DARI_SLUG.get(slug(teks))) is None:
            asing += [teks] if teks else []
            continue
        nama, urut = milik
        ada = terbaik.get(nama)
        if ada and ada[0] == urut:
            kembar.append(teks)
        if ada is None or urut < ada[0]:
            terbaik[nama] = (urut, i)
    _tolak([KOLOM[w][0].upper() for w in WAJIB if w not in terbaik], kembar)
    kurang = tuple(KOLOM[d][0].upper() for d in DIHARAP if d not in terbaik)
    return Letak({nama: i for nama, (_, i) in terbaik.items()}, tuple(asing), kurang)


def _tolak(kurang: list[str], kembar: list[str]) -> None:
    temuan = [TemuanGalat("kolom-kurang", f"Kolom {k} tidak ada.", k) for k in kurang]
    temuan += [TemuanGalat("kolom-kembar", f"Kolom {k} ada lebih dari satu.", k) for k in kembar]
    if temuan:
        raise TakSah(
            " ".join(t.pesan for t in temuan),
            kode=temuan[0].kode,
            petunjuk="Pakai judul kolom seperti pada ekspor Data ASN dari SIASN, satu kolom untuk satu hal.",
            temuan=temuan,
        )
