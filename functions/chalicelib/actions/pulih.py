"""Pulih: a backup back into an empty place, on whatever engine. First all of it is read and opened; only then is anything touched.

A restore that was cut off leaves a note in the store: with it SIKAP does not serve, and the same restore may go on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from chalicelib.actions import Kantor, audit
from chalicelib.actions import cadangan_isi as isi
from chalicelib.documents import Gudang
from chalicelib.documents.segel import buka, identitas
from chalicelib.galat import TakSah, Terhenti, TidakBoleh
from chalicelib.store import Delete, Item, Put, Store
from chalicelib.store.baris import dari_baris, jadi_baris
from schemas.cadangan import BENTUK, DaftarCadangan, HasilPulih

TANDA = ("PULIH", "-")
Katakan = Callable[[str], None]


def periksa(gudang: Gudang, kunci: str, set_: str, katakan: Katakan) -> DaftarCadangan:
    """Read and open every piece of the set ("" the newest). TakSah when it is not whole or the key is another; touches nothing."""
    identitas(kunci)
    daftar = _daftar(gudang, kunci, set_)
    sidik = isi.sidik_dari(item for bagian in _bagian(gudang, kunci, daftar) for item in bagian)
    if (sidik.item, sidik.sidik(), sidik.intisari()) != (daftar.item, daftar.sidik, daftar.intisari):
        raise isi.rusak("catatannya tidak sama dengan daftarnya")
    for nomor, (kunci_, nama) in enumerate(daftar.berkas.items(), 1):
        isi.urai(buka(isi.ambil(gudang, nama), kunci), kunci_)
        if nomor % 500 == 0:
            katakan(f"  {nomor} dari {len(daftar.berkas)} berkas dibaca")
    return daftar


def pulihkan(kantor: Kantor, gudang: Gudang, kunci: str, set_: str, katakan: Katakan) -> HasilPulih:
    """Restore into `kantor`, which must be empty. Raises TakSah, Terhenti, or TidakBoleh `tujuan-terisi`."""
    mulai = time.monotonic()
    nama = _pilih(gudang, set_)
    _harus_kosong(kantor, nama)
    katakan(f"Membaca seluruh cadangan {nama} sebelum menyentuh apa pun ...")
    daftar = periksa(gudang, kunci, nama, katakan)
    kantor.store.write(Put(*TANDA, {"set": nama, "mulai": kantor.jam().isoformat()}))
    katakan(f"Utuh. Memulihkan {daftar.item} catatan dan {len(daftar.berkas)} berkas ...")
    kini = kantor.jam().timestamp()
    harap = isi.Sidik()
    for bagian in _bagian(gudang, kunci, daftar):
        hidup = [i for i in bagian if i.expires is None or i.expires > kini]
        kantor.store.impor(hidup)
        for item in hidup:
            harap.lihat(item, jadi_baris(item))
    for kunci_, letak in daftar.berkas.items():
        kepala, badan = isi.urai(buka(isi.ambil(gudang, letak), kunci), kunci_)
        kantor.documents.taruh(kunci_, badan, kepala.tipe)
    hasil = _buktikan(kantor, daftar, harap, katakan)
    kantor.store.write(Delete(*TANDA))
    return hasil.model_copy(update={"set": nama, "detik": round(time.monotonic() - mulai, 1)})


def tolak_setengah(store: Store) -> None:
    """Raises TidakBoleh while a restore into this store has begun and not ended: nobody may work in half of it."""
    if store.get(*TANDA):
        raise TidakBoleh(
            "Pemulihan ke tempat ini belum selesai.",
            kode="pulih-belum-selesai",
            petunjuk="Ulangi perintah restore yang sama; ia melanjutkan. Atau mulai lagi dengan tempat yang kosong.",
        )


def _pilih(gudang: Gudang, set_: str) -> str:
    ada = isi.daftar_set(gudang)
    if not ada or (set_ and set_ not in ada):
        raise TakSah(
            f"Set cadangan {set_} tidak ada di sini." if set_ else "Di sini belum ada cadangan yang selesai.",
            kode="cadangan-tiada",
            petunjuk=("Yang ada: " + ", ".join(ada[-10:])) if ada else "Periksa folder atau alamat S3-nya.",
        )
    return set_ or ada[-1]


def _daftar(gudang: Gudang, kunci: str, set_: str) -> DaftarCadangan:
    nama = _pilih(gudang, set_)
    calon = gudang.daftar(f"set/{nama}/daftar.", batas=2)
    daftar = isi.baca_daftar(buka(isi.ambil(gudang, calon[0]), kunci))
    if daftar.bentuk > BENTUK:
        raise TakSah(
            "Cadangan ini dibuat SIKAP yang lebih baru.",
            kode="cadangan-lebih-baru",
            petunjuk="Pasang SIKAP versi yang sama atau lebih baru, lalu ulangi.",
        )
    return daftar


def _bagian(gudang: Gudang, kunci: str, daftar: DaftarCadangan) -> Iterator[list[Item]]:
    for bagian in daftar.catatan:
        polos = buka(isi.ambil(gudang, bagian.nama), kunci)
        baris = isi.longgar(polos)
        if isi.sha256(polos) != bagian.sha256 or len(baris) != bagian.banyak:
            raise isi.rusak("satu bagian catatan tertukar")
        yield [dari_baris(b) for b in baris]


def _harus_kosong(kantor: Kantor, set_: str) -> None:
    tanda = kantor.store.get(*TANDA)
    if tanda and tanda.body.get("set") == set_:
        return
    if not kantor.store.kosong() or kantor.documents.daftar("", batas=1):
        raise TidakBoleh(
            "Tempat tujuan tidak kosong, jadi tidak ada yang dipulihkan.",
            kode="tujuan-terisi",
            petunjuk="Pulihkan ke catatan (SIKAP_STORE) dan ember (SIKAP_S3_EMBER) yang baru dan kosong.",
        )


def _buktikan(kantor: Kantor, daftar: DaftarCadangan, harap: isi.Sidik, katakan: Katakan) -> HasilPulih:
    """Read back what now stands there: same items, same documents, every history whole. Terhenti `pulih-beda` otherwise."""
    katakan("Membandingkan hasil dengan cadangan ...")
    ada = isi.sidik_dari(kantor.store.ekspor())
    berkas = set(isi.kunci_dokumen(kantor.documents))
    hasil = audit.periksa(kantor)
    if (
        ada.sidik() != harap.sidik()
        or berkas != set(daftar.berkas)
        or hasil.patah
        or hasil.intisari != daftar.intisari
        or hasil.usulan != daftar.usulan
    ):
        raise Terhenti(
            "Hasil pemulihan tidak sama dengan cadangannya.",
            kode="pulih-beda",
            petunjuk="Jangan dipakai bekerja. Mulai lagi ke tempat kosong yang lain, dan simpan pesan ini.",
        )
    return HasilPulih(
        set="",
        pada=kantor.jam(),
        item=ada.item,
        berkas=len(berkas),
        usulan=hasil.usulan,
        peristiwa=hasil.peristiwa,
        intisari=hasil.intisari,
        detik=0,
    )
