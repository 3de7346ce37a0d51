"""Saya: who I am, my cases, my next promotion, what waits for me. One call, one screen."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.actions import Kantor, dokumen_rusak, libur, nomor_mati, sajikan, usulan
from chalicelib.actions.buku import Buku
from chalicelib.actions.masuk import Hadir
from chalicelib.actions.menilai import ramal
from chalicelib.galat import TidakAda
from chalicelib.records import kabar as rak_kabar
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.rules.kata_syarat import kata
from chalicelib.store import Conflict
from schemas.dasar import Halaman
from schemas.kabar import Kabar, KeadaanKabar
from schemas.kueri import KueriUsulan
from schemas.pandangan_saya import Menunggu, PandanganKabar, Saya
from schemas.peran import SEBUTAN, Pelaku, Peran
from schemas.tanggal import tanggal_panjang
from schemas.usulan import LAYANAN, Status, Usulan

BATAS_HITUNG = 50
_TUGAS: dict[Peran, tuple[tuple[str, Status, str], ...]] = {
    Peran.PENGELOLA_OPD: (
        ("Usul dari PNS menunggu pemeriksaan Anda", Status.DIAJUKAN_PNS, "opd"),
        ("Usul dikembalikan BKPSDM untuk diperbaiki", Status.BTS_BKPSDM, "opd"),
        ("Usul diminta BKN untuk diperbaiki", Status.BTS_BKN, "opd"),
        ("Draf belum diusulkan", Status.DRAF, "opd"),
    ),
    Peran.VERIFIKATOR: (
        ("Usul sedang Anda periksa", Status.VERIFIKASI, "pegang"),
        ("Usul dalam antrean", Status.DIUSULKAN_OPD, "antrean"),
    ),
    Peran.KABID: (
        ("Usul menunggu persetujuan Anda", Status.MENUNGGU_PERSETUJUAN, "semua"),
        ("Usul menunggu keputusan tidak memenuhi syarat", Status.MENUNGGU_TMS, "semua"),
    ),
    Peran.OPERATOR_SIASN: (
        ("Usul siap dikirim ke BKN", Status.SIAP_KIRIM_BKN, "semua"),
        ("Usul sedang diproses BKN", Status.DIPROSES_BKN, "semua"),
        ("Pertek terbit, menunggu SK", Status.PERTEK_TERBIT, "semua"),
        ("SK terbit, belum diserahkan", Status.SK_TERBIT, "semua"),
    ),
}

_TUGAS_SENDIRI: dict[Status, tuple[str, str]] = {
    Status.DRAF: ("Usulan Anda belum diajukan", "Lengkapi berkasnya, lalu ajukan ke pengelola."),
    Status.PERBAIKAN_PNS: ("Usulan Anda perlu dilengkapi", "Ganti berkas yang ditandai, lalu ajukan lagi."),
    Status.BTS_BKPSDM: ("Berkas usulan Anda perlu diperbaiki", "Ganti berkas yang ditandai, lalu kirim perbaikan."),
    Status.BTS_BKN: ("BKN meminta berkas Anda diperbaiki", "Ganti berkas yang ditandai, lalu kirim perbaikan."),
    Status.SK_TERBIT: ("SK kenaikan pangkat Anda terbit", "Unduh SK, lalu konfirmasi bahwa SK sudah diterima."),
}
"""What the person himself owes in his own case: what it is, and what to do."""


def saya(kantor: Kantor, ada: Hadir) -> Saya:
    """The whole of it, for one who is fully signed in."""
    buku = Buku(kantor.store)
    p = ada.pelaku
    terbuka = rak_pegawai.usulan_terbuka(kantor.store, p.id, LAYANAN)
    milik = usulan.milik(kantor, p.id)
    return Saya(
        id=p.id,
        nama=p.nama,
        peran=sorted(p.peran),
        peran_sebutan=[SEBUTAN[r] for r in Peran if r in p.peran],
        pegawai=sajikan.pegawai(buku, p, ada.pegawai, usulan_terbuka=terbuka),
        usulan=sajikan.ringkas(kantor, buku, p, milik),
        kelayakan=[] if terbuka else [kata(k) for k in ramal(kantor, ada.pegawai)],
        menunggu=[*menunggu_sendiri(p, milik), *menunggu(kantor, p)],
        kabar_baru=_belum_dibaca(kantor, p.id),
        lingkup=buku.nama_unit(p.lingkup),
        kode_terpasang=bool(ada.akun.totp),
        demo=kantor.setelan.demo,
    )


def menunggu_sendiri(p: Pelaku, milik: Sequence[Usulan]) -> list[Menunggu]:
    """What his own cases want from him, most urgent first. A draft that his pengelola prepares is not his to finish."""
    tugas = [u for u in milik if u.status in _TUGAS_SENDIRI and (u.status is not Status.DRAF or u.dibuat_oleh == p.id)]
    return [_sendiri(u) for u in sorted(tugas, key=lambda u: (u.tenggat is None, u.tenggat or u.periode))]


def _sendiri(u: Usulan) -> Menunggu:
    judul, lakukan = _TUGAS_SENDIRI[u.status]
    batas = f" Paling lambat {tanggal_panjang(u.tenggat)}." if u.tenggat else ""
    return Menunggu(judul=judul, jumlah=1, rincian=lakukan + batas, ke=f"/usulan/lihat/?id={u.id}")


def menunggu(kantor: Kantor, p: Pelaku) -> list[Menunggu]:
    """What waits at my desk, counted up to a limit so that it never grows with the county."""
    tugas = [
        (judul, status, meja) for peran in Peran if peran in p.peran for judul, status, meja in _TUGAS.get(peran, ())
    ]
    return (
        [m for t in tugas if (m := _hitung(kantor, p, *t)).jumlah]
        + _nomor_mati(kantor, p)
        + _rusak(kantor, p)
        + _libur(kantor, p)
    )


def _rusak(kantor: Kantor, p: Pelaku) -> list[Menunggu]:
    jumlah, lanjut = dokumen_rusak.banyak(kantor, BATAS_HITUNG) if Peran.ADMIN in p.peran else (0, False)
    judul = "Dokumen rusak di tempat penyimpanan"
    return [Menunggu(judul=judul, jumlah=jumlah, lanjut=lanjut, ke="/dokumen-rusak/")] if jumlah else []


def _libur(kantor: Kantor, p: Pelaku) -> list[Menunggu]:
    kata = libur.kurang(kantor) if Peran.ADMIN in p.peran else ""
    return [Menunggu(judul="Hari libur belum lengkap", jumlah=1, rincian=kata, ke="/jadwal/")] if kata else []


def _nomor_mati(kantor: Kantor, p: Pelaku) -> list[Menunggu]:
    if Peran.PENGELOLA_OPD not in p.peran or not p.lingkup:
        return []
    jumlah, lanjut = nomor_mati.banyak(kantor, p, BATAS_HITUNG)
    judul = "Nomor telepon tidak dapat dihubungi"
    return [Menunggu(judul=judul, jumlah=jumlah, lanjut=lanjut, ke="/nomor-mati/")] if jumlah else []


def _hitung(kantor: Kantor, p: Pelaku, judul: str, status: Status, meja: str) -> Menunggu:
    kueri = KueriUsulan.model_validate({"status": status, "meja": meja, "batas": BATAS_HITUNG})
    halaman = usulan.daftar(kantor, p, kueri)
    return Menunggu(
        judul=judul,
        jumlah=len(halaman.isi),
        lanjut=halaman.kursor is not None,
        ke=f"/usulan/?meja={meja}&status={status}",
    )


def _belum_dibaca(kantor: Kantor, id_: str) -> str:
    """How many of the newest messages were not read, in words; "" when all were."""
    kotak = rak_kabar.kotak(kantor.store, id_).isi
    baru = sum(k.dibaca_pada is None for k in kotak)
    penuh = " atau lebih" if baru == rak_kabar.SEHALAMAN else ""
    return f"{baru}{penuh} belum dibaca" if baru else ""


SEBUTAN_KABAR: dict[KeadaanKabar, str] = {
    KeadaanKabar.ANTRE: "Menunggu dikirim",
    KeadaanKabar.MENGIRIM: "Sedang dikirim",
    KeadaanKabar.DITERIMA_PENYEDIA: "Diterima penyedia",
    KeadaanKabar.TERKIRIM: "Terkirim",
    KeadaanKabar.SAMPAI: "Sampai",
    KeadaanKabar.DIBACA: "Dibaca",
    KeadaanKabar.GAGAL: "Tidak terkirim",
    KeadaanKabar.TAK_TERKONFIRMASI: "Belum terkonfirmasi",
}


def sajikan_kabar(k: Kabar, *, kepada: str = "", ulang: bool = False) -> PandanganKabar:
    """One message."""
    isi = k.model_dump(
        include={"id", "kode", "judul", "isi", "usulan", "dibuat_pada", "keadaan", "kanal", "coba", "alasan"}
    )
    return PandanganKabar(
        **isi,
        keadaan_sebutan=SEBUTAN_KABAR[k.keadaan],
        kepada=kepada,
        dibaca=k.dibaca_pada is not None,
        boleh_ulang=ulang,
    )


def kabar(kantor: Kantor, p: Pelaku, *, batas: int, kursor: str | None) -> Halaman[PandanganKabar]:
    """My messages, newest first."""
    halaman = rak_kabar.kotak(kantor.store, p.id, batas=batas, kursor=kursor)
    return Halaman(isi=[sajikan_kabar(k) for k in halaman.isi], kursor=halaman.kursor)


def tandai_dibaca(kantor: Kantor, p: Pelaku, id_: str) -> None:
    """I have read it. Raises TidakAda when it is not mine."""
    ada = rak_kabar.RAK.wajib(kantor.store, f"KABAR#{id_}")
    if ada.kepada != p.id:
        raise TidakAda()
    if ada.dibaca_pada is None:
        baru = ada.model_copy(update={"dibaca_pada": kantor.jam()})
        try:
            kantor.store.write(rak_kabar.RAK.taruh(baru))
        except Conflict:
            return  # it is just being delivered; it will be shown as new once more
