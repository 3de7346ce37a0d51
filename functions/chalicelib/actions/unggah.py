"""Unggah: a ticket for an upload, acceptance with proof, and short-lived addresses to look at what was received.

Bytes go straight between browser and storage. A berkas is listed as received only after its bytes were read back here:
right hash, right type at byte 0, opens, pages counted, nothing hidden in it.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from datetime import timedelta

from chalicelib.actions import Kantor, lihat
from chalicelib.documents import kunci as k
from chalicelib.documents.pemeriksaan import HasilPeriksa, periksa
from chalicelib.galat import Bentrok, TakSah, TerlaluBesar, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak
from chalicelib.records.rak import ditulis
from chalicelib.store import Conflict
from schemas.berkas import Berkas, IsianTiket, KeadaanBerkas, label_slot, nama_untuk_bkn, urai_slot
from schemas.pandangan import AlamatBerkas, JawabTiket, PandanganPratinjau, TiketUnggah
from schemas.peran import Pelaku

DETIK_LIHAT = 120
TINGGAL = timedelta(hours=24)
"""What lies unclaimed under masuk/ this long is cleared."""


def tiket(kantor: Kantor, pelaku: Pelaku, isian: IsianTiket) -> JawabTiket:
    """Permission to send these very bytes. `tiket` null when they are in this slot of the archive already.

    Raises TidakAda (person not his), TakSah (no such slot), TerlaluBesar.
    """
    orang = lihat.arsip(kantor, pelaku, isian.pegawai)
    if urai_slot(isian.slot) is None:
        raise TakSah("Jenis dokumen itu tidak dikenal.", kode="slot-tak-dikenal", petunjuk="Pilih dari daftar.")
    if isian.ukuran > kantor.setelan.batas_terima:
        raise TerlaluBesar(
            f"Berkas ini {_mb(isian.ukuran)}; paling besar {_mb(kantor.setelan.batas_terima)}.",
            kode="berkas-terlalu-besar",
            petunjuk="Pindai ulang dengan mutu lebih rendah, atau pakai tombol Ambil foto.",
        )
    ada = rak.sudah_ada(kantor.store, orang.id, isian.sha256, isian.slot)
    if ada and not ada.rusak_pada:
        return JawabTiket(id=ada.id, tiket=None)
    baru = Berkas(
        id=kantor.id_baru(),
        pegawai=orang.id,
        slot=isian.slot,
        nama_asal=isian.nama,
        ukuran=isian.ukuran,
        sha256=isian.sha256,
        tipe=isian.tipe,
        diunggah_oleh=pelaku.id,
        dibuat_pada=kantor.jam(),
    )
    kantor.store.write(rak.RAK.taruh(baru))
    t = kantor.documents.tiket(k.masuk(baru.id), ukuran=baru.ukuran, tipe=baru.tipe, sha256=baru.sha256)
    return JawabTiket(id=baru.id, tiket=TiketUnggah(cara=t.cara, url=t.url, kepala=dict(t.kepala), sampai=t.sampai))


def _mb(byte: int) -> str:
    return f"{byte / 1e6:.1f} MB".replace(".", ",")


def terima(kantor: Kantor, pelaku: Pelaku, id_: str) -> Berkas:
    """Check what arrived and give the receipt. Asked again, answers the same.

    Raises TidakAda, TidakBoleh (nothing arrived yet), TakSah (this file cannot be taken, and why).
    """
    berkas = lihat.berkas(kantor, pelaku, id_)
    if berkas.keadaan is not KeadaanBerkas.MENUNGGU:
        return _sudah(berkas)
    try:
        isi = kantor.documents.baca(k.masuk(id_))
    except TidakAda:
        # Not sent yet, or another request has just finished with it.
        if (kini := rak.ambil(kantor.store, id_)).keadaan is not KeadaanBerkas.MENUNGGU:
            return _sudah(kini)
        raise TidakBoleh("Berkas ini belum sampai.", kode="belum-sampai", petunjuk="Kirim ulang berkasnya.") from None
    try:
        hasil = _periksa(kantor, berkas, isi)
    except TakSah as galat:
        _tolak(kantor, berkas, galat)
        raise
    kantor.documents.taruh(k.isi(berkas.sha256), isi, hasil.tipe)
    return _catat(kantor, berkas, hasil)


def _sudah(berkas: Berkas) -> Berkas:
    if berkas.keadaan is KeadaanBerkas.DITOLAK:
        raise TakSah(berkas.tolak_pesan, kode=berkas.tolak_kode, petunjuk="Siapkan berkas lain, lalu unggah lagi.")
    return berkas


def _periksa(kantor: Kantor, berkas: Berkas, isi: bytes) -> HasilPeriksa:
    if len(isi) != berkas.ukuran or hashlib.sha256(isi).hexdigest() != berkas.sha256:
        raise TakSah(
            "Isi yang sampai tidak sama dengan yang dikirim.", kode="isi-beda", petunjuk="Kirim ulang berkasnya."
        )
    return periksa(isi, batas_halaman=kantor.setelan.batas_halaman)


def _tolak(kantor: Kantor, berkas: Berkas, galat: TakSah) -> None:
    ditolak = berkas.model_copy(
        update={
            "keadaan": KeadaanBerkas.DITOLAK,
            "tolak_kode": galat.kode,
            "tolak_pesan": f"{galat.pesan} {galat.petunjuk}".strip(),
        }
    )
    with suppress(Conflict):  # two requests at once: the other has written the same refusal
        kantor.store.write(rak.RAK.taruh(ditolak))
    kantor.documents.hapus(k.masuk(berkas.id))


def _catat(kantor: Kantor, berkas: Berkas, hasil: HasilPeriksa) -> Berkas:
    """Number the version within its slot; two at once take their turns."""
    for _ in range(5):
        slot = rak.slot(kantor.store, berkas.pegawai, berkas.slot)
        baru = berkas.model_copy(
            update={
                "keadaan": KeadaanBerkas.DITERIMA,
                "diterima_pada": kantor.jam(),
                "diperiksa_pada": kantor.jam(),
                "halaman": hasil.halaman,
                "bertanda_tangan": hasil.bertanda_tangan,
                "tipe": hasil.tipe,
                "nomor_versi": slot.nomor + 1,
            }
        )
        try:
            versi = kantor.store.write(*rak.terima(baru, slot))
        except Conflict:
            if (lain := rak.ambil(kantor.store, berkas.id)).keadaan is KeadaanBerkas.DITERIMA:
                return lain
            continue
        kantor.documents.hapus(k.masuk(berkas.id))
        kantor.nyalakan()
        return ditulis(baru, versi[0])
    raise Bentrok("Arsip ini sedang diubah orang lain.")


def alamat(kantor: Kantor, pelaku: Pelaku, id_: str, *, unduh: bool) -> AlamatBerkas:
    """A short-lived address of the document itself, named as BKN wants it."""
    berkas = lihat.berkas(kantor, pelaku, id_)
    if berkas.keadaan is not KeadaanBerkas.DITERIMA:
        raise TidakBoleh("Berkas ini belum diterima.", kode="berkas-belum-diterima")
    nama = nama_untuk_bkn(berkas.slot, "") if not unduh else _nama(kantor, berkas)
    url = kantor.documents.alamat(k.isi(berkas.sha256), nama=nama, tipe=berkas.tipe, detik=DETIK_LIHAT, sisip=not unduh)
    return AlamatBerkas(url=url, detik=DETIK_LIHAT)


def _nama(kantor: Kantor, berkas: Berkas) -> str:
    """A download's name without NIP: names travel in addresses and logs; packs for BKN carry the NIP instead."""
    return f"{label_slot(berkas.slot)}.pdf".replace("/", "-")


def pratinjau(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganPratinjau:
    """Addresses of the page images; `siap` False while they are being made."""
    berkas = lihat.berkas(kantor, pelaku, id_)
    halaman = [
        {
            str(lebar): kantor.documents.alamat(
                k.pratinjau(berkas.sha256, n, lebar), nama=f"halaman-{n}.webp", tipe="image/webp", detik=DETIK_LIHAT * 5
            )
            for lebar in k.LEBAR
        }
        for n in range(1, berkas.pratinjau + 1)
    ]
    return PandanganPratinjau(halaman=halaman, siap=berkas.pratinjau > 0)


def sapu(kantor: Kantor, batas: int = 50) -> int:
    """Clear what was never confirmed: tickets older than a day, and their bytes. Answers how many."""
    lama = kantor.jam() - TINGGAL
    basi = [b for b in rak.RAK.daftar(kantor.store, "MASUK", indeks="g1", batas=batas).isi if b.dibuat_pada < lama]
    for b in basi:
        kantor.documents.hapus(k.masuk(b.id))
        with suppress(Conflict):  # received at this very moment
            kantor.store.write(rak.RAK.buang(b))
    return len(basi)


def sapu_sisa(kantor: Kantor) -> int:
    """Clear bytes under masuk/ that a stop between receipt and clearing left behind. Answers how many."""
    sisa, sesudah = 0, ""
    while kunci := kantor.documents.daftar(k.masuk(""), sesudah=sesudah):
        sesudah = kunci[-1]
        for satu in kunci:
            ada = rak.RAK.ambil(kantor.store, f"BERKAS#{satu.removeprefix(k.masuk(''))}")
            if ada and ada.keadaan is not KeadaanBerkas.MENUNGGU:
                kantor.documents.hapus(satu)
                sisa += 1
    return sisa
