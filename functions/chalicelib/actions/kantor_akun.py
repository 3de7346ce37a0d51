"""Accounts as the administrator keeps them: roles, scope, locks, slips printed at the counter."""

from __future__ import annotations

from datetime import timedelta

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.actions.kode import kode_acak, kode_sekali
from chalicelib.actions.proses import dapat_memegang
from chalicelib.documents import surat
from chalicelib.documents.kunci import cetak
from chalicelib.galat import Bentrok, TakSah, TidakAda, TidakBoleh
from chalicelib.records import akun as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records.kantor import unit
from chalicelib.records.rak import ditulis
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Delete, Harap, Operasi
from chalicelib.store.muka import Muka
from schemas.akun import Akun, IsianAkun, KodeSekali, PandanganAkun, Slip, Tujuan
from schemas.opd import Unit
from schemas.pegawai import Pegawai
from schemas.peran import SEBUTAN, Pelaku, Peran
from schemas.tanggal import tanggal_panjang

UMUR_SLIP = timedelta(days=7)
COBA_SLIP = 50
"""Ten characters cannot be guessed; five wrong tries of a stranger must not make a printed slip worthless."""


def pandangan(buku: Buku, orang: Pegawai, akun: Akun) -> PandanganAkun:
    """One account."""
    return PandanganAkun(
        id=orang.id,
        nama=orang.nama_lengkap,
        nip=orang.nip,
        opd=buku.nama_unit(orang.opd),
        peran=sorted(akun.peran),
        lingkup=akun.lingkup,
        lingkup_nama=buku.nama_unit(akun.lingkup),
        aktif=bool(akun.sandi),
        kode_terpasang=bool(akun.totp),
        terkunci=akun.terkunci,
        kata=_kata(akun, buku.unit(akun.lingkup) if akun.lingkup else None),
        keadaan=_keadaan(akun),
        versi=akun.versi,
    )


def _kata(akun: Akun, melayani: Unit | None) -> str:
    """Whom he serves is not moved with an office that ended: the larger one may be more than he is trusted with."""
    kata = [SEBUTAN[p] for p in Peran if p in akun.peran and p is not Peran.PNS]
    if melayani:
        kata.append(f"melayani {melayani.nama}")
        kata += ["unit itu sudah digabung: pilih unit barunya"] if melayani.digabung_ke else []
    return ", ".join(kata)


def _keadaan(akun: Akun) -> str:
    aktif = "Aktif" if akun.sandi else "Belum diaktifkan"
    kode = "kode pengaman terpasang" if akun.totp else "tanpa kode pengaman"
    return ", ".join([aktif, kode, *(["dikunci"] if akun.terkunci else [])])


def lihat_akun(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganAkun:
    """One account, activated or not."""
    _admin(pelaku)
    buku = Buku(kantor.store)
    orang, _ = lihat.pegawai(kantor, pelaku, id_, buku)
    return pandangan(buku, orang, rak.ambil(kantor.store, id_) or Akun(id=id_, dibuat_pada=kantor.jam()))


def berperan(kantor: Kantor, pelaku: Pelaku) -> list[PandanganAkun]:
    """Everybody who is more than a PNS."""
    _admin(pelaku)
    ids = {i for p in Peran if p is not Peran.PNS for i in rak.pemegang(kantor.store, p)}
    muka = Muka(kantor.store)
    muka.bekali(k for i in ids for k in (rak.kunci(i), rak_pegawai.kunci(i)))
    buku = Buku(muka)
    ada = [(buku.pegawai(i), rak.ambil(muka, i)) for i in ids]
    isi = [pandangan(buku, orang, akun) for orang, akun in ada if orang and akun]
    return sorted(isi, key=lambda a: (a.peran, a.nama))


def verifikator(kantor: Kantor, pelaku: Pelaku, usulan: str | None = None) -> list[dict[str, str]]:
    """Id and name of every verifikator; for a case, of those to whom it can be handed over. Raises TidakAda."""
    if not pelaku.adalah(Peran.KABID, Peran.ADMIN):
        raise TidakAda()
    buku = Buku(kantor.store)
    semua = rak.pemegang(kantor.store, Peran.VERIFIKATOR)
    if usulan:
        u = lihat.usulan(kantor, pelaku, usulan, buku).usulan
        semua = [i for i in semua if dapat_memegang(kantor, pelaku, u, i)]
    return [{"id": i, "nama": buku.nama(i)} for i in semua]


def _admin(pelaku: Pelaku) -> None:
    if Peran.ADMIN not in pelaku.peran:
        raise TidakAda()


def ubah(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianAkun) -> PandanganAkun:
    """Roles, scope, lock. Nobody changes his own; a changed role ends the person's sessions."""
    _admin(pelaku)
    if pelaku.id == id_:
        raise TidakBoleh("Peran sendiri diubah oleh administrator lain.", kode="peran-sendiri")
    orang, _ = lihat.pegawai(kantor, pelaku, id_)
    lama = rak.ambil(kantor.store, id_)
    if isian.versi != (lama.versi if lama else 0):
        raise Bentrok()
    dasar = lama or Akun(id=id_, dibuat_pada=kantor.jam())
    baru = dasar.model_copy(update=isian.model_dump(exclude={"versi"}, exclude_unset=True))
    baru = baru.model_copy(update={"peran": frozenset(baru.peran | {Peran.PNS})})
    if Peran.PENGELOLA_OPD in baru.peran and not baru.lingkup:
        raise TakSah(
            "Pengelola OPD memerlukan unit yang dilayani.", kode="lingkup-kosong", petunjuk="Pilih OPD atau unitnya."
        )
    if baru.lingkup:
        unit(kantor.store, baru.lingkup)
    tutup: list[Operasi] = [Delete(*rak.RAK_SESI.kunci(s)) for s in rak.sesi_akun(kantor.store, id_)[:60]]
    isi: dict[str, object] = {"peran": sorted(baru.peran), "lingkup": baru.lingkup, "terkunci": baru.terkunci}
    versi = kantor.store.write(*rak.simpan(baru, lama), *tutup, catatan(kantor, pelaku, "ubah akun", id_, isi))
    return pandangan(Buku(kantor.store), orang, ditulis(baru, versi[0]))


def lepas_totp(kantor: Kantor, pelaku: Pelaku, id_: str) -> None:
    """The person lost his phone: the second factor is taken off, at the counter, logged. Nobody takes off his own here: without a
    password, whoever sits down at an open session could put on another."""
    _admin(pelaku)
    if pelaku.id == id_:
        raise TidakBoleh(
            "Kode kedua sendiri dilepas administrator lain.",
            kode="kode-sendiri",
            petunjuk="Tidak ada administrator lain? Pakai infra/sikap akun lepas-kode di server.",
        )
    akun = rak.RAK.wajib(kantor.store, f"AKUN#{id_}")
    kantor.store.write(rak.RAK.taruh(akun.tanpa_kode()), catatan(kantor, pelaku, "lepas kode kedua orang lain", id_))


def cetak_slip(kantor: Kantor, pelaku: Pelaku, id_: str) -> Slip:
    """A slip with a one-time code for a person at the counter. For officers' accounts only an administrator prints one."""
    isi, simpan, tulis = _susun_slip(kantor, pelaku, id_)
    kunci = cetak(kantor.id_baru())
    kantor.documents.taruh(kunci, isi, "application/pdf")
    kantor.store.write(*tulis)
    url = kantor.documents.alamat(kunci, nama="slip-sikap.pdf", tipe="application/pdf")
    return Slip(url=url, berlaku_sampai=simpan.habis_pada)


def tulis_slip(kantor: Kantor, pelaku: Pelaku, id_: str) -> bytes:
    """The same paper itself, for who works at the server: it need not go through the storage and the site's own address."""
    isi, _, tulis = _susun_slip(kantor, pelaku, id_)
    kantor.store.write(*tulis)
    return isi


def _susun_slip(kantor: Kantor, pelaku: Pelaku, id_: str) -> tuple[bytes, KodeSekali, list[Operasi]]:
    if not pelaku.adalah(Peran.ADMIN, Peran.VERIFIKATOR):
        raise TidakAda()
    orang, _ = lihat.pegawai(kantor, pelaku, id_)
    akun = rak.ambil(kantor.store, id_)
    if akun and akun.peran != {Peran.PNS} and Peran.ADMIN not in pelaku.peran:
        raise TidakBoleh("Slip untuk akun petugas hanya dicetak administrator.", kode="slip-petugas")
    tujuan = Tujuan.PEMULIHAN if akun and akun.sandi else Tujuan.AKTIVASI
    kode = kode_acak(kantor, 10)
    simpan = kode_sekali(kantor, id_, tujuan, kode, UMUR_SLIP).model_copy(update={"sisa": COBA_SLIP})
    isi = surat.slip(
        nama=orang.nama_lengkap,
        kode=kode,
        tujuan=tujuan.value,
        situs=kantor.setelan.alamat_situs,
        sampai=tanggal_panjang(hari_wib(simpan.habis_pada)),
    )
    catat = catatan(kantor, pelaku, "cetak slip", id_, {"tujuan": tujuan.value})
    return isi, simpan, [rak.RAK_KODE.taruh(simpan, Harap.APA_PUN), catat]
