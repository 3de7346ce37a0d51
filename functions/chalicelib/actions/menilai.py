"""Menilai: gather a person's facts, let the rules judge them, and turn the verdict into what a case keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from chalicelib.actions import Kantor
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import fakta as rak_fakta
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules.butir import dapat_dipakai
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.kelayakan import nilai
from chalicelib.rules.persyaratan import daftar as daftar_syarat
from chalicelib.rules.riwayat import gabung
from schemas.aturan import aturan
from schemas.berkas import PENERUS, Berkas
from schemas.kelayakan import Hasil, Orang, Temuan
from schemas.pegawai import Pegawai
from schemas.riwayat import Riwayat
from schemas.temuan import MAKNA
from schemas.usulan import Butir, Jenis, Kelayakan, TemuanSyarat, Usulan


def fakta(kantor: Kantor, p: Pegawai, *, tmt: date, jenis: Jenis | None = None) -> Orang:
    """What is known of a person, in the rules' shape: the roster first, richer histories over it where they came in."""
    return orang(kantor, p, rak_fakta.riwayat(kantor.store, p.id), tmt=tmt, jenis=jenis)


def orang(kantor: Kantor, p: Pegawai, riwayat: Riwayat, *, tmt: date, jenis: Jenis | None = None) -> Orang:
    """The same with these histories: what would be answered if they were so."""
    slot = [s.slot for s in rak_berkas.arsip(kantor.store, p.id) if s.terbaru]
    dasar: dict[str, Any] = {
        "nip": p.nip,
        "nama": p.nama,
        "jenis_kelamin": p.jenis_kelamin,
        "kedudukan_hukum": p.kedudukan_hukum,
        "tanggal_lahir": p.tanggal_lahir,
        "golongan": _golongan(p),
        "jabatan": _jabatan(p),
        "pendidikan": _pendidikan(p),
    }
    # One open usulan per person is kept by the store itself, so that another never stands beside the one judged.
    minta = {
        "usulan_berjalan": [],
        "berkas": slot,
        "tmt_usul": tmt,
        "per_tanggal": hari_wib(kantor.jam()),
        "jenis": jenis,
    }
    return Orang.model_validate({**gabung(dasar, riwayat), **minta})


def _golongan(p: Pegawai) -> list[dict[str, Any]] | None:
    if p.golongan is None or p.tmt_golongan is None:
        return None
    pertama = p.tmt_cpns == p.tmt_golongan
    kini = {
        "gol": p.golongan.tulisan,
        "tmt": p.tmt_golongan,
        "mkg_tahun": p.mk_tahun,
        "mkg_bulan": p.mk_bulan,
        "jenis": "CPNS" if pertama else "KP",
    }
    return [kini]


def _jabatan(p: Pegawai) -> list[dict[str, Any]] | None:
    if not p.jenis_jabatan:
        return None
    terampil = p.jenjang in ("Pemula", "Terampil", "Mahir", "Penyelia")
    return [
        {
            "jenis": p.jenis_jabatan,
            "nama": p.jabatan,
            "eselon": p.eselon or None,
            "kategori": ("keterampilan" if terampil else "keahlian") if p.jenjang else None,
            "jenjang": p.jenjang or None,
            "tmt": p.tmt_jabatan,
            "definitif": True,
        }
    ]


def _pendidikan(p: Pegawai) -> list[dict[str, Any]] | None:
    if not p.tingkat_pendidikan:
        return None
    return [
        {"tingkat": p.tingkat_pendidikan, "tahun_lulus": p.tahun_lulus, "diakui_sejak": p.tmt_golongan or p.tmt_cpns}
    ]


def nilai_pegawai(
    kantor: Kantor, p: Pegawai, tmt: date, jenis: Jenis | None = None
) -> tuple[list[Kelayakan], str | None]:
    """The verdicts of every kind whose subject he is (or of one) at this date, and the kind the rules suggest."""
    jawab = nilai(fakta(kantor, p, tmt=tmt, jenis=jenis), aturan())
    return [kelayakan(h, tmt) for h in jawab.hasil], jawab.saran


def kelayakan(h: Hasil, tmt: date) -> Kelayakan:
    """The engine's answer as pages and cases have it."""
    return Kelayakan(
        putusan=h.putusan,
        jenis=Jenis(h.jenis),
        golongan_baru=h.golongan_baru,
        paling_cepat=h.paling_cepat,
        paling_cepat_diusulkan=h.paling_cepat_diusulkan,
        mkg=h.mkg,
        gaji_pokok=h.gaji_pokok,
        temuan=tuple(_temuan(t) for t in h.temuan),
        alasan=tuple(_temuan(t) for t in h.alasan),
        per_tanggal=tmt,
        aturan=aturan().edisi,
    )


_PEMBENAH = {"pns": "PNS sendiri", "pengelola_opd": "pengelola kepegawaian OPD", "bkpsdm": "BKPSDM"}


def _temuan(t: Temuan) -> TemuanSyarat:
    return TemuanSyarat(**t.model_dump(), pembenah=_PEMBENAH.get(MAKNA[t.kode.value].pembenah, ""))


def nilai_usulan(kantor: Kantor, u: Usulan) -> Kelayakan:
    """The verdict for a case as it stands: its person, kind and period."""
    hasil, _ = nilai_pegawai(kantor, rak_pegawai.ambil(kantor.store, u.pegawai), u.periode, u.jenis)
    return hasil[0]


def ramal(kantor: Kantor, p: Pegawai) -> list[Kelayakan]:
    """What he may expect next: every kind that fits him, judged at the next possible date."""
    if p.status != "PNS":
        return []
    return nilai_pegawai(kantor, p, tmt_berikut(hari_wib(kantor.jam())))[0]


def tmt_berikut(hari_ini: date) -> date:
    """The first of the month three months on: the soonest that a proposal begun today is for."""
    return date(hari_ini.year + (hari_ini.month >= 10), (hari_ini.month + 2) % 12 + 1, 1)


def daftar_butir(kantor: Kantor, u: Usulan) -> tuple[Butir, ...]:
    """The checklist of a case; what the archive holds already fills its line, verified versions as accepted."""
    p = rak_pegawai.ambil(kantor.store, u.pegawai)
    minta = daftar_syarat(fakta(kantor, p, tmt=u.periode, jenis=u.jenis), u.jenis, aturan())
    return tuple(_isi(kantor, u.pegawai, Butir(slot=m.slot, wajib=m.wajib, sebab=m.sebab)) for m in minta)


def _isi(kantor: Kantor, pegawai: str, b: Butir) -> Butir:
    isi = next((v for v in _calon(kantor, pegawai, b.slot) if dapat_dipakai(v)), None)
    if isi is None:
        return b
    return b.model_copy(update={"berkas": isi.id, "putusan": "terima" if isi.periksaan else None})


def _calon(kantor: Kantor, pegawai: str, slot: str) -> Iterator[Berkas]:
    """What may fill the line, the likeliest first; earlier versions are fetched only when the newest will not do."""
    terbaru = [
        rak_berkas.ambil(kantor.store, s.terbaru)
        for nama in (slot, PENERUS.get(slot))
        if nama and (s := rak_berkas.slot(kantor.store, pegawai, nama)).terbaru
    ]
    yield from (terbaru := sorted(terbaru, key=lambda b: b.diterima_pada or b.dibuat_pada, reverse=True))
    for b in terbaru:
        yield from rak_berkas.versi_slot(kantor.store, pegawai, b.slot)[1:]
