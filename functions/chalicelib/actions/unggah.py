"""Unggah: a ticket for an upload, acceptance with proof, and short-lived addresses to look at what was received.

Bytes go straight between browser and storage. A berkas is listed as received only after its bytes were read back here:
right hash, right type at byte 0, opens, pages counted, nothing hidden in it.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress

from chalicelib.actions import Kantor, identitas, lihat, titipan
from chalicelib.documents import kunci as k
from chalicelib.documents.pemeriksaan import HasilPeriksa, kenali, periksa
from chalicelib.documents.pindai import jadikan_pdf
from chalicelib.documents.tolak_berkas import muat
from chalicelib.galat import Bentrok, TakSah, TerlaluSering, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.records import retensi as rak_retensi
from chalicelib.records.rak import ditulis
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Conflict
from schemas.berkas import Berkas, IsianTiket, KeadaanBerkas, label_slot, nama_untuk_bkn, urai_slot
from schemas.pandangan_berkas import AlamatBerkas, JawabTiket, PandanganPratinjau, TiketUnggah
from schemas.peran import Pelaku
from schemas.tanggal import tanggal_panjang

DETIK_LIHAT = 120
TUNGGU_TIKET = 600


def tiket(kantor: Kantor, pelaku: Pelaku, isian: IsianTiket) -> JawabTiket:
    """Permission to send these very bytes. `tiket` null when they are in this slot of the archive already.

    Bytes that he has left here to be read (`titipan`) are not asked for twice: they are received at once, or refused.
    Raises TidakAda (person not his), TakSah (no such slot), TerlaluBesar, TerlaluSering (too many begun and not ended).
    """
    orang = lihat.arsip(kantor, pelaku, isian.pegawai)
    if urai_slot(isian.slot) is None:
        raise TakSah("Jenis dokumen itu tidak dikenal.", kode="slot-tak-dikenal", petunjuk="Pilih dari daftar.")
    muat(isian.ukuran, kantor.setelan.batas_terima)
    ada = rak.sudah_ada(kantor.store, orang.id, isian.sha256, isian.slot)
    if ada and not ada.rusak_pada:
        return JawabTiket(id=ada.id, tiket=None)
    _tidak_menumpuk(kantor, pelaku)
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
    if titipan.pakai(kantor, baru):
        terima(kantor, pelaku, baru.id)
        titipan.habis(kantor, baru)
        return JawabTiket(id=baru.id, tiket=None)
    t = kantor.documents.tiket(k.masuk(baru.id), ukuran=baru.ukuran, tipe=baru.tipe, sha256=baru.sha256)
    return JawabTiket(id=baru.id, tiket=TiketUnggah.model_validate(t, from_attributes=True))


def _tidak_menumpuk(kantor: Kantor, pelaku: Pelaku) -> None:
    batas = kantor.setelan.tiket_terbuka
    if rak.tiket_terbuka(kantor.store, pelaku.id, batas) >= batas:
        raise TerlaluSering(
            f"{batas} unggahan Anda sudah dimulai dan belum selesai.",
            kode="unggahan-menumpuk",
            petunjuk="Tunggu sampai berkas lain terkirim. Yang tidak dilanjutkan dihapus sendiri sesudah satu hari.",
            tunggu_detik=TUNGGU_TIKET,
        )


def terima(kantor: Kantor, pelaku: Pelaku, id_: str) -> Berkas:
    """Check what arrived and give the receipt. Asked again, answers the same.

    Raises TidakAda, TidakBoleh (nothing arrived yet), TakSah (this file cannot be taken, and why).
    """
    berkas = lihat.berkas(kantor, pelaku, id_)
    lihat.arsip(kantor, pelaku, berkas.pegawai)  # a receipt adds to the archive, and a refusal throws bytes away
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
        hasil, jadi = _periksa(kantor, berkas, isi)
    except TakSah as galat:
        _tolak(kantor, berkas, galat)
        raise
    if jadi is not isi:  # a raw photo: what is kept, and proven by the receipt, is the page made of it
        sidik = hashlib.sha256(jadi).hexdigest()
        berkas = berkas.model_copy(update={"sha256_asal": berkas.sha256, "sha256": sidik, "ukuran": len(jadi)})
    return _catat(kantor, berkas, hasil, jadi)


def _sudah(berkas: Berkas) -> Berkas:
    if berkas.keadaan is KeadaanBerkas.DITOLAK:
        raise TakSah(berkas.tolak_pesan, kode=berkas.tolak_kode, petunjuk="Siapkan berkas lain, lalu unggah lagi.")
    _masih_ada(berkas)
    return berkas


def _periksa(kantor: Kantor, berkas: Berkas, isi: bytes) -> tuple[HasilPeriksa, bytes]:
    """What it is, and the bytes to keep: those that came, or the page made of a photo."""
    if len(isi) != berkas.ukuran or hashlib.sha256(isi).hexdigest() != berkas.sha256:
        pesan, ulang = "Isi yang sampai tidak sama dengan yang dikirim.", "Kirim ulang berkasnya."
        raise TakSah(pesan, kode="isi-beda", petunjuk=ulang)
    s = kantor.setelan
    if (tipe := kenali(isi)) not in (None, "application/pdf"):
        # A TIFF is an office's scan: as large as its PDF might be, and made smaller only in the copy for BKN.
        batas = s.batas_terima if tipe == "image/tiff" else min(s.batas_bkn, s.batas_terima)
        return jadikan_pdf(isi, batas, batas_halaman=s.batas_halaman)
    return periksa(isi, batas_halaman=s.batas_halaman), isi


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


def _catat(kantor: Kantor, berkas: Berkas, hasil: HasilPeriksa, isi: bytes) -> Berkas:
    """Keep the bytes, then number the version within its slot; two at once take their turns, a deletion of them too."""
    for _ in range(5):
        utang = rak_retensi.utang(kantor.store, berkas.sha256)
        kantor.documents.taruh(k.isi(berkas.sha256), isi, hasil.tipe)
        slot = rak.slot(kantor.store, berkas.pegawai, berkas.slot)
        ganti = slot.terbaru if slot.terbaru != berkas.id else None  # another request has just received this one
        lama = rak.RAK.ambil(kantor.store, f"BERKAS#{ganti}") if ganti else None
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
            ikut = (rak_ramalan.tanda(berkas.pegawai), rak_retensi.jaga(baru.sha256, utang))
            versi = kantor.store.write(*rak.terima(baru, slot, lama), *ikut)
        except Conflict:
            if (lain := rak.ambil(kantor.store, berkas.id)).keadaan is KeadaanBerkas.DITERIMA:
                return lain
            continue
        kantor.documents.hapus(k.masuk(berkas.id))
        kantor.nyalakan()
        return ditulis(baru, versi[0])
    raise Bentrok("Arsip ini sedang diubah orang lain.")


def alamat(kantor: Kantor, pelaku: Pelaku, id_: str, *, unduh: bool) -> AlamatBerkas:
    """A short-lived address of the document itself, to look at or to take away."""
    berkas = lihat.berkas(kantor, pelaku, id_)
    _masih_ada(berkas)
    if berkas.keadaan is not KeadaanBerkas.DITERIMA:
        raise TidakBoleh("Berkas ini belum diterima.", kode="berkas-belum-diterima")
    _masih_utuh(berkas)
    tempat = identitas.salinan(kantor, pelaku, berkas)
    identitas.catat(kantor, pelaku, berkas, unduh=unduh)
    nama = nama_untuk_bkn(berkas.slot, "") if not unduh else _nama(berkas)
    url = kantor.documents.alamat(tempat, nama=nama, tipe=berkas.tipe, detik=DETIK_LIHAT, sisip=not unduh)
    return AlamatBerkas(url=url, detik=DETIK_LIHAT)


def _masih_ada(berkas: Berkas) -> None:
    """Raises TidakBoleh for a version that was deleted at the end of its time."""
    if berkas.dihapus_pada:
        raise TidakBoleh(
            f"Berkas ini sudah dihapus pada {tanggal_panjang(hari_wib(berkas.dihapus_pada))}. {berkas.hapus_sebab}",
            kode="berkas-dihapus",
            petunjuk="Pakai versi terbaru dalam arsip, atau unggah lagi bila masih diperlukan.",
        )


def _masih_utuh(berkas: Berkas) -> None:
    """Raises TidakBoleh for a version whose bytes were found damaged: it is not shown as if it were good."""
    if berkas.rusak_pada:
        terakhir = (
            f" Terakhir ditemukan utuh pada {tanggal_panjang(hari_wib(p))}." if (p := berkas.diperiksa_pada) else ""
        )
        raise TidakBoleh(
            f"Berkas ini rusak di tempat penyimpanan.{terakhir}",
            kode="berkas-rusak-simpan",
            petunjuk="Buka versi lain yang masih utuh, atau unggah lagi dari aslinya.",
        )


def _nama(berkas: Berkas) -> str:
    """A download's name without NIP: names travel in addresses and logs; packs for BKN carry the NIP instead."""
    return f"{label_slot(berkas.slot)}.pdf".replace("/", "-")


def pratinjau(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganPratinjau:
    """Addresses of the page images; `siap` False while they are being made, or made anew with the mark of purpose. The journal
    tells of a look only when there was something to see.

    Without its mark nobody but the owner is shown an identity paper where the office wants one, also not an old one.
    """
    berkas = lihat.berkas(kantor, pelaku, id_)
    _masih_ada(berkas)
    _masih_utuh(berkas)
    cap = identitas.bercap_baginya(kantor, pelaku, berkas)
    if berkas.pratinjau <= 0:
        return PandanganPratinjau(halaman=[], siap=False)
    if cap and berkas.cap_gambar != "ada":
        return _perlu_cap(kantor, berkas)
    identitas.catat(kantor, pelaku, berkas, unduh=False)
    halaman = [
        {
            str(lebar): kantor.documents.alamat(
                k.pratinjau(berkas.sha256, n, lebar, cap=cap),
                nama=f"halaman-{n}.webp",
                tipe="image/webp",
                detik=DETIK_LIHAT * 5,
            )
            for lebar in k.LEBAR
        }
        for n in range(1, berkas.pratinjau + 1)
    ]
    return PandanganPratinjau(halaman=halaman, siap=True)


def _perlu_cap(kantor: Kantor, berkas: Berkas) -> PandanganPratinjau:
    """It was drawn before the office wanted the mark: the worker draws it now."""
    if berkas.cap_gambar != "perlu":
        with suppress(Conflict):  # whoever changed it looks again
            kantor.store.write(rak.RAK.taruh(berkas.model_copy(update={"cap_gambar": "perlu"})))
            kantor.nyalakan()
    return PandanganPratinjau(halaman=[], siap=False)
