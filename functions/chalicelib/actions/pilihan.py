"""Pilihan: how I want to be told, and the proof that the number on record is mine."""

from __future__ import annotations

from chalicelib.actions import Kantor, kode, masuk, penerima
from chalicelib.galat import TidakBoleh
from chalicelib.records import akun as rak_akun
from chalicelib.records import pilihan as rak
from schemas.akun import Tujuan
from schemas.pegawai import Pegawai
from schemas.pilihan import IsianPilihan, PandanganPilihan


def lihat(kantor: Kantor, orang: Pegawai) -> PandanganPilihan:
    """My choices, and whether personal words may go to my number."""
    p = rak.ambil(kantor.store, orang.id)
    return PandanganPilihan(
        lewat=p.lewat,
        ringkas=p.ringkas,
        sapaan=p.sapaan,
        orang_lain=bool(orang.telepon) and p.nomor_orang_lain == orang.telepon,
        nomor_dipakai=bool(orang.telepon) and penerima.nomor_sendiri(kantor, orang, p),
        bersama=bool(orang.telepon) and penerima.bersama(kantor, orang),
        telepon_ujung=orang.telepon[-3:],
        surel=bool(orang.email and penerima.surel(kantor)),
    )


def simpan(kantor: Kantor, orang: Pegawai, isian: IsianPilihan) -> PandanganPilihan:
    """Keep them. Raises TidakBoleh: mail for who has no mail address. A number declared not one's own loses its proof."""
    if isian.lewat == "surel" and not (orang.email and penerima.surel(kantor)):
        raise TidakBoleh(
            "Kabar belum dapat dikirim ke surel Anda.",
            kode="tanpa-surel",
            petunjuk="Alamat surel diambil dari data kepegawaian. Pilih cara lain, atau minta pengelola melengkapi datanya.",
        )
    lama = rak.ambil(kantor.store, orang.id)
    lain = orang.telepon if isian.orang_lain else ""
    benar = "" if lain and lama.nomor_orang_lain != lain else lama.nomor_benar
    isi = {"lewat": isian.lewat, "ringkas": isian.ringkas, "sapaan": isian.sapaan}
    kantor.store.write(rak.RAK.taruh(lama.model_copy(update={**isi, "nomor_orang_lain": lain, "nomor_benar": benar})))
    return lihat(kantor, orang)


def minta_kode(kantor: Kantor, orang: Pegawai) -> None:
    """A code to the number on record. Raises TidakBoleh (no number), TerlaluSering."""
    if not orang.telepon:
        raise TidakBoleh(
            "Nomor telepon Anda belum tercatat.",
            kode="tanpa-nomor",
            petunjuk="Perbarui nomor di E-Kinerja, atau datang ke BKPSDM dengan kartu pegawai.",
        )
    kode.kirim(kantor, orang, Tujuan.NOMOR, orang.telepon)


def benarkan(kantor: Kantor, orang: Pegawai, angka: str) -> PandanganPilihan:
    """The code came to that number and back: personal words may go there. Raises TakSah."""
    sah = kode.pakai(kantor, orang.id, Tujuan.NOMOR, angka)
    if sah.isi != orang.telepon:
        raise masuk.kode_salah()
    kantor.store.write(rak.ubah(kantor.store, orang.id, nomor_benar=sah.isi), rak_akun.RAK_KODE.buang(sah))
    return lihat(kantor, orang)
