"""Terap nomor: read a file of telephone numbers, lay it over what is on record, write it person by person.

A number that its owner confirmed or recorded himself by a code stays, unless it is known to be dead: then the file's is taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from chalicelib.actions import Kantor, nomor_mati
from chalicelib.actions.berkelompok import SEKALI_BACA, berbekal, tulis_berkelompok
from chalicelib.actions.meja_impor import BATAS_PESAN, CONTOH_UBAH, maju, tulis_pratinjau
from chalicelib.actions.terap_riwayat import sidik
from chalicelib.documents import kunci as k
from chalicelib.documents.tabel import Tabel, baca_tabel
from chalicelib.galat import TakSah
from chalicelib.records import akun as rak_akun
from chalicelib.records import impor as rak
from chalicelib.records import kanal as rak_kanal
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.rules import nomor_impor as aturan
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.nomor_impor import HasilNomor, NomorTerbaca
from chalicelib.rules.telepon import samar
from chalicelib.store import Operasi
from chalicelib.store.muka import Muka
from schemas.catatan import Catatan
from schemas.impor import ImporNomor, KeadaanImpor, PemetaanNomor
from schemas.pandangan_kantor import BarisImpor
from schemas.pegawai import Celah, Pegawai

SEKALI_TULIS = 18
"""People in one write: up to five operations each."""


class Rencana(NamedTuple):
    """What a row would do: "baru", "berubah", "sama" or "tetap" (his own number is kept); to whom."""

    macam: str
    orang: Pegawai
    baris: NomorTerbaca


def tabel(isi: bytes, nama: str) -> Tabel:
    """The table in a workbook or CSV. Raises TakSah, TerlaluBesar."""
    return baca_tabel(isi, nama, kenal=aturan.mengenal)


def peta(kantor: Kantor, judul: Sequence[str], kolom: dict[str, str]) -> dict[str, str]:
    """The columns to read: as given, else as saved for these headings, else as guessed; what is not given is guessed."""
    if kolom:
        return aturan.tebak(judul) | kolom
    ada = tersimpan(kantor, judul)
    return ada.kolom if ada else aturan.tebak(judul)


def tersimpan(kantor: Kantor, judul: Sequence[str]) -> PemetaanNomor | None:
    """The mapping that is kept for these headings."""
    return rak.RAK_PEMETAAN_NOMOR.ambil(kantor.store, "PEMETAAN-NOMOR", sidik(judul))


def baca(kantor: Kantor, t: Tabel, kolom: dict[str, str]) -> HasilNomor:
    """The rows under a mapping. Raises TakSah when a column is missing."""
    return aturan.baca(t.baris, aturan.letakkan(t.judul, kolom), hari_ini=hari_wib(kantor.jam()), mulai=t.mulai)


def rencanakan(kantor: Kantor, b: NomorTerbaca) -> Rencana | None:
    """What this row would do; None when nobody has this NIP."""
    orang = rak_pegawai.menurut_nip(kantor.store, b.nip)
    if orang is None:
        return None
    if orang.telepon == b.nomor:
        return Rencana("sama", orang, b)
    if not orang.telepon:
        return Rencana("baru", orang, b)
    pilihan = rak_pilihan.ambil(kantor.store, orang.id)
    sendiri = orang.telepon in (pilihan.nomor_benar, pilihan.nomor_pilihan)
    return Rencana("tetap" if sendiri and not rak_kanal.mati(kantor.store, orang) else "berubah", orang, b)


def _bekal(muka: Muka, baris: Sequence[NomorTerbaca]) -> None:
    """Each person, and what says whether his number is his own, dead, or to be told of the change."""
    rak_pegawai.bekali(
        muka, [b.nip for b in baris], lambda p: (rak_pilihan.kunci(p.id), rak_kanal.kunci_mati(p), rak_akun.kunci(p.id))
    )


def uji(kantor: Kantor, impor: ImporNomor) -> None:
    """The dry run: findings and changes are written down beside the import; nothing else changes."""
    _ingatan.clear()
    t = tabel(kantor.documents.baca(k.masuk(impor.id)), impor.nama)
    judul = tuple(str(j)[:100] for j in t.judul[:80])
    kolom = peta(kantor, t.judul, impor.peta)
    try:
        hasil = baca(kantor, t, kolom)
    except TakSah as galat:
        ubah: dict[str, Any] = {
            "judul": judul,
            "peta": kolom,
            "keadaan": KeadaanImpor.DITOLAK,
            "pesan": f"{galat.pesan} {galat.petunjuk}"[:BATAS_PESAN],
        }
        kantor.store.write(rak.RAK_NOMOR.taruh(impor.model_copy(update=ubah)))
        return
    hitung, isi = tinjau(kantor, hasil)
    tulis_pratinjau(kantor, impor.id, isi | {"ubah": isi["ubah"][:CONTOH_UBAH]})
    ada = tersimpan(kantor, t.judul)
    ubah = {
        **hitung, "judul": judul, "peta": kolom, "tersimpan": ada is not None and ada.kolom == kolom, "kemajuan": 0,
        "keadaan": KeadaanImpor.SIAP, "pesan": "",
    }  # fmt: skip
    kantor.store.write(rak.RAK_NOMOR.taruh(impor.model_copy(update=ubah)))


def tinjau(kantor: Kantor, hasil: HasilNomor) -> tuple[dict[str, int], dict[str, list[BarisImpor]]]:
    """The counts of the preview, and its rows by sort."""
    isi: dict[str, list[BarisImpor]] = {"peringatan": [], "tetap": [], "ubah": []}
    hitung: Counter[str] = Counter()
    tolak = [BarisImpor(baris=t.baris, kode=t.kode, pesan=t.pesan) for t in hasil.ditolak]
    pakai = Counter(b.nomor for b in hasil.orang.values())
    for dekat, b in ((d, b) for d, x in berbekal(kantor, hasil.orang.values(), SEKALI_BACA, _bekal) for b in x):
        r = rencanakan(dekat, b)
        if r is None:
            pesan = "NIP ini tidak ada dalam daftar pegawai. Impor daftar ASN dahulu, atau periksa NIP-nya."
            tolak.append(BarisImpor(baris=b.baris, kode="nip-tak-terdaftar", pesan=pesan))
            hitung["tak_terdaftar"] += 1
            continue
        hitung[r.macam] += 1
        _satu(dekat, r, pakai, hasil, isi)
    isi["ditolak"] = sorted(tolak, key=lambda x: x.baris)
    hitung["bersama"] = sum(x.kode == "nomor-bersama" for x in isi["peringatan"])
    nama = ("baru", "berubah", "sama", "tetap", "tak_terdaftar", "bersama")
    angka = {n: hitung[n] for n in nama} | {n: len(isi[n]) for n in ("ditolak", "peringatan")}
    return angka | {"jumlah": hasil.jumlah, "kosong": hasil.kosong, "diterima": len(hasil.orang)}, isi


def _satu(kantor: Kantor, r: Rencana, pakai: Counter[str], hasil: HasilNomor, isi: dict[str, list[BarisImpor]]) -> None:
    def catat(macam: str, kode: str, pesan: str, *ubah: tuple[str, str, str]) -> None:
        isi[macam].append(
            BarisImpor(baris=r.baris.baris, kode=kode, pesan=pesan, nama=r.orang.nama_lengkap, ubah=list(ubah))
        )

    beda = ("nomor", samar(r.orang.telepon), samar(r.baris.nomor))
    if r.baris.banyak > 1:
        catat(
            "peringatan",
            "dua-nomor",
            f"Ada {r.baris.banyak} nomor dalam satu sel; dipakai yang pertama dapat dihubungi, {samar(r.baris.nomor)}.",
        )
    if r.macam == "sama" and rak_kanal.mati(kantor.store, r.orang):
        catat(
            "peringatan",
            "nomor-mati",
            "Nomor ini sama dengan yang tercatat, tetapi tidak dapat dihubungi. Tanyakan nomor barunya.",
        )
    if r.macam == "tetap":
        catat(
            "tetap",
            "dipastikan-sendiri",
            "Nomor yang tercatat dipastikan pemiliknya sendiri dengan kode, jadi tidak diganti. Nomor dalam berkas:",
            beda,
        )
    if r.macam in ("baru", "berubah"):
        catat("ubah", r.macam, "", beda)
        lain = _pemakai_lain(kantor, r, hasil) + pakai[r.baris.nomor] - 1
        if lain:
            catat(
                "peringatan",
                "nomor-bersama",
                f"Nomor {samar(r.baris.nomor)} juga tercatat untuk {lain} orang lain. "
                "Kabar pribadi tidak dikirim ke nomor bersama sebelum pemiliknya memasukkan kode.",
            )


def _pemakai_lain(kantor: Kantor, r: Rencana, hasil: HasilNomor) -> int:
    """Others who have this number on record and for whom the file says nothing."""
    punya = rak_pegawai.menurut_telepon(kantor.store, r.baris.nomor)
    return sum(p.id != r.orang.id and p.nip not in hasil.orang for p in punya)


_ingatan: dict[str, HasilNomor] = {}
"""One import's rows, kept between the slices of its application."""


def _terbaca(kantor: Kantor, impor: ImporNomor) -> HasilNomor:
    kunci = f"{impor.id} {impor.peta}"
    if kunci not in _ingatan:
        _ingatan.clear()
        _ingatan[kunci] = baca(kantor, tabel(kantor.documents.baca(k.masuk(impor.id)), impor.nama), impor.peta)
    return _ingatan[kunci]


def potong(kantor: Kantor, impor: ImporNomor) -> None:
    """Apply the next slice; at the end the mapping is kept for the source."""
    orang = list(_terbaca(kantor, impor).orang.values())
    peta_ini = lambda: [simpan_peta(kantor, impor.judul, impor.peta)]  # noqa: E731
    if maju(kantor, rak.RAK_NOMOR, impor, orang, lambda x: terapkan(kantor, x, impor), peta_ini):
        _ingatan.clear()


def simpan_peta(kantor: Kantor, judul: Sequence[str], kolom: dict[str, str]) -> Operasi:
    """The mapping, kept for the next file with the same headings."""
    ada = tersimpan(kantor, judul)
    isi = PemetaanNomor(sidik=sidik(judul), kolom=kolom, versi=ada.versi if ada else 0)
    return rak.RAK_PEMETAAN_NOMOR.taruh(isi)


def terapkan(kantor: Kantor, baris: Sequence[NomorTerbaca], impor: ImporNomor) -> None:
    """Write these people's numbers. Repeating it changes nothing more."""
    tulis_berkelompok(kantor, baris, SEKALI_TULIS, lambda dekat, b: _tulis(dekat, b, impor), _bekal)
    kantor.nyalakan()


def _tulis(kantor: Kantor, b: NomorTerbaca, impor: ImporNomor) -> list[Operasi]:
    """His new number, his task closed, the line of history, and a word to his old number when he has an account."""
    r = rencanakan(kantor, b)
    if r is None or r.macam not in ("baru", "berubah"):
        return []
    lama = r.orang
    baru = lama.model_copy(update={"telepon": b.nomor, "celah": tuple(c for c in lama.celah if c is not Celah.TELEPON)})
    isi: dict[str, object] = {"berkas": impor.nama, "baris": b.baris, "impor": impor.id}
    jejak = Catatan(
        id=kantor.id_baru(),
        pada=kantor.jam(),
        oleh=impor.penerap or impor.oleh,
        aksi="ganti nomor dari impor",
        tentang=lama.id,
        isi=isi,
    )
    simpan = [rak_pegawai.RAK.taruh(baru), rak_ramalan.tanda(lama.id), *nomor_mati.ganti(kantor.store, lama, baru)]
    return [*simpan, rak_kantor.catat(jejak), *nomor_mati.beri_tahu(kantor, lama, baru)]
