"""The press itself: templates, content and schemas -> a folder. Refuses a site that would be broken."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from schemas.alasan import ALASAN
from schemas.alur import MEJA
from schemas.berkas import AKHIRAN, SLOT, TINGKAT
from schemas.cek_tanya import TANYA, TIDAK_TAHU
from schemas.fakta import JENIS_RIWAYAT, KOLOM, MODEL, SEBUTAN_FAKTA
from schemas.jadwal import BERHARI, PUKUL, SEBUTAN_JADWAL, SELALU
from schemas.peran import SEBUTAN, Peran
from schemas.setelan import Setelan
from schemas.usulan import SEBUTAN_JENIS, Jenis
from sitebuild import aset, aturan_berlaku, biaya, impor, keamanan, mampat, pekerja, periksa, sop
from sitebuild.cetak import contoh, lingkungan
from sitebuild.halaman import HALAMAN, MENU, Halaman
from sitebuild.naskah import naskah
from sitebuild.tolak import SitusRusak

STATIS = Path(__file__).parent.parent / "static"
PEMBUKA = ("js/sambungan.mjs",)
"""Modules of every page; pages for signed-in people add sesi and antrean."""

LAJUR_KABAR = (
    ("tingkat", "Tingkat sampai"), ("banyak", "Pesan"), ("sampai", "Sampai"), ("dibaca", "Dibaca"), ("gagal", "Tidak sampai"),
    ("tak_pasti", "Tak pasti"), ("menunggu", "Belum ada kabar"),
)  # fmt: skip
"""What the counts of messages show: (field of the answer, heading)."""
PEMINDAI = "components/pindai/"
"""Modules that no page starts with."""


class Hasil(NamedTuple):
    """What was made: bytes after brotli, by page (HTML, JavaScript at start) and in all."""

    halaman: dict[str, tuple[int, int]]
    gaya: int
    skrip: int
    pindai: int
    cangkang: int


TIMBANGAN = "/a/0123456789"
"""The scripts' folder while pages are weighed: the hash in its name compresses better or worse by chance."""


def bangun(tujuan: Path, setelan: Setelan | None = None) -> Hasil:
    """Write the whole site to `tujuan`, replacing what was there.

    Raises SitusRusak with every fault found: missing or shared titles, dead links, unlabelled fields, weight over budget.
    """
    setelan = setelan or Setelan()
    gaya, modul = aset.gaya(), aset.modul()
    folder = "/a/" + aset.cap(*modul.values())
    env = lingkungan(
        gaya=gaya, folder=folder, menu=MENU, telepon=setelan.bantuan_telepon,
        slot_jenis=[(n, j.label, j.akhiran) for n, j in SLOT.items()], akhiran=AKHIRAN, tingkat=[(t, t.upper()) for t in TINGKAT], batas_bkn=setelan.batas_bkn, diam_menit=setelan.sesi_diam_menit, sesi_jam=setelan.sesi_jam, sop=sop, contoh=contoh,
        sebutan_peran=_sebut, daftar_peran=[(p.value, SEBUTAN[p]) for p in Peran if p is not Peran.PNS],
        sebutan_status=[(s.value, meja.sebutan) for s, meja in MEJA.items()], jenis_kp=[(j.value, SEBUTAN_JENIS[j]) for j in Jenis], alasan={u.value: list(isi.items()) for u, isi in ALASAN.items()},
        naskah=lambda nama: naskah(nama, telepon=setelan.bantuan_telepon, biaya=biaya.tabel()), halaman_semua=HALAMAN,
        aturan_berlaku=aturan_berlaku.berlaku(date.today()),
        lajur_kabar=LAJUR_KABAR, macam_impor=impor.MACAM, jadwal=[(k.value, v, k in BERHARI, k in SELALU) for k, v in SEBUTAN_JADWAL.items()], pukul=PUKUL,
        tanya_cek=TANYA, tidak_tahu=TIDAK_TAHU,
        fakta_sebutan=[(j.value, SEBUTAN_FAKTA[j]) for j in JENIS_RIWAYAT],
        fakta_kolom=[(j.value, MODEL[j].__name__, kolom) for j, kolom in KOLOM.items()],
    )  # fmt: skip
    berkas = {halaman.url: _cetak(env, halaman, modul, folder) for halaman in HALAMAN}
    mulai = {h.url: sum(len(mampat.br(modul[n].encode())) for n in _skrip(h, modul)) for h in HALAMAN}
    _tulis(tujuan, berkas, modul, folder, gaya)
    tetap = {url: isi.replace(folder, TIMBANGAN) for url, isi in berkas.items()}
    hasil = _timbang(tetap, mulai, modul, gaya)
    if cela := [*periksa.periksa(berkas, tujuan), *periksa.timbang(hasil)]:
        raise SitusRusak(*cela)
    return hasil


def _sebut(peran: frozenset[Peran]) -> str:
    return ", ".join(SEBUTAN[p] for p in Peran if p in peran)


def _skrip(halaman: Halaman, modul: dict[str, str]) -> list[str]:
    """Modules that the page loads at start: the frame's, the page's own, and what they import."""
    mulai = [*PEMBUKA, *(["js/bingkai.mjs"] if halaman.peran else [])]
    mulai += halaman.modul
    return list(dict.fromkeys(nama for awal in mulai for nama in aset.impor(awal, modul)))


def _cetak(env: Any, halaman: Halaman, modul: dict[str, str], folder: str) -> str:
    semua = _skrip(halaman, modul)
    awal = [n for n in (*PEMBUKA, "js/bingkai.mjs", *halaman.modul) if n in semua]
    templat = env.get_template(f"pages/{halaman.templat}.html")
    return str(templat.render(halaman=halaman, skrip=awal, pramuat=[n for n in semua if n not in awal]))


def _tulis(tujuan: Path, berkas: dict[str, str], modul: dict[str, str], folder: str, gaya: str) -> None:
    shutil.rmtree(tujuan, ignore_errors=True)
    shutil.copytree(STATIS, tujuan)
    for url, html in berkas.items():
        _simpan(tujuan / (url.lstrip("/") + ("index.html" if url.endswith("/") else "")), html)
    for nama, teks in modul.items():
        _simpan(tujuan / folder.lstrip("/") / nama, teks)
    aset_url = [f"{folder}/{nama}" for nama in modul if pekerja.disimpan(nama)]
    versi = aset.cap(folder, *berkas.values())
    _simpan(tujuan / "sw.js", pekerja.pekerja(versi, modul, aset_url))
    _simpan(tujuan / "_kepala.json", json.dumps(keamanan.kepala(gaya), indent=1))
    mampat.mampatkan(tujuan)


def _simpan(jalur: Path, teks: str) -> None:
    jalur.parent.mkdir(parents=True, exist_ok=True)
    jalur.write_text(teks, "utf-8")


def _timbang(berkas: dict[str, str], mulai: dict[str, int], modul: dict[str, str], gaya: str) -> Hasil:
    html = {url: len(mampat.br(isi.encode())) for url, isi in berkas.items()}
    berat = {nama: len(mampat.br(isi.encode())) for nama, isi in modul.items()}
    semua, pindai = sum(berat.values()), sum(n for nama, n in berat.items() if nama.startswith(PEMINDAI))
    umum = [u for u in pekerja.cangkang([])["umum"] if u in html]
    return Hasil(
        {url: (html[url], mulai[url]) for url in berkas},
        len(mampat.br(gaya.encode())),
        semua - pindai,
        pindai,
        sum(n for nama, n in berat.items() if pekerja.disimpan(nama)) + sum(html[u] for u in umum),
    )
