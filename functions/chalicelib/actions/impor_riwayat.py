"""Impor riwayat: a table of histories comes in: upload, kind and mapping, dry run, preview, application in pieces; or by the command.

The same bytes are applied once for one kind. Refused rows change nothing. What BKPSDM brings counts as confirmed, and names
the file and row it came from.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator

from chalicelib.actions import Kantor, terap_riwayat
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.actions.impor import BATAS_UKURAN, TIPE, sudah_diterapkan
from chalicelib.actions.pelaku import sistem
from chalicelib.documents import kunci as k
from chalicelib.galat import Bentrok, Galat, TerlaluBesar, TidakAda, TidakBoleh
from chalicelib.records import impor as rak
from chalicelib.records.rak import ditulis
from chalicelib.rules.baca_fakta import HasilRiwayat
from chalicelib.store import Conflict
from schemas.dasar import Halaman
from schemas.fakta import KOLOM, SEBUTAN_FAKTA, JenisFakta
from schemas.impor import SEBUTAN_KEADAAN, ImporRiwayat, IsianImpor, IsianUjiRiwayat, KeadaanImpor
from schemas.pandangan import BarisImpor, JawabTiket, TiketUnggah
from schemas.pandangan_impor import PandanganImporRiwayat
from schemas.peran import BKPSDM, Pelaku

BOLEH_UJI = (KeadaanImpor.DIUNGGAH, KeadaanImpor.SIAP, KeadaanImpor.DITOLAK)


def _tampak(pelaku: Pelaku, i: ImporRiwayat) -> bool:
    """Discipline is for those who may see it (domain 10); the administrator may not."""
    return i.jenis is not JenisFakta.HUKUMAN or pelaku.adalah(*BKPSDM)


def sajikan(kantor: Kantor, i: ImporRiwayat) -> PandanganImporRiwayat:
    """An import in words."""
    isi = i.model_dump(exclude={"ukuran", "sha256", "oleh"})
    kolom = [("nip", "NIP", True), *((c.nama, c.label, c.wajib) for c in KOLOM[i.jenis])] if i.jenis else []
    return PandanganImporRiwayat(
        **isi,
        keadaan_sebutan=SEBUTAN_KEADAAN[i.keadaan],
        oleh=Buku(kantor.store).nama(i.oleh),
        jenis_sebutan=SEBUTAN_FAKTA[i.jenis] if i.jenis else "",
        kolom=[*kolom, ("sumber", "Nomor SK atau sumber", False)] if kolom else [],
    )


def _ambil(kantor: Kantor, pelaku: Pelaku, id_: str) -> ImporRiwayat:
    i = rak.riwayat(kantor.store, id_)
    if not _tampak(pelaku, i):
        raise TidakAda()
    return i


def daftar(kantor: Kantor, pelaku: Pelaku, *, batas: int, kursor: str | None) -> Halaman[PandanganImporRiwayat]:
    """All imports of histories that he may see, newest first."""
    h = rak.RAK_RIWAYAT.daftar(kantor.store, "IMPOR-RIWAYAT", indeks="g1", batas=batas, kursor=kursor, mundur=True)
    return Halaman(isi=[sajikan(kantor, i) for i in h.isi if _tampak(pelaku, i)], kursor=h.kursor)


def lihat(kantor: Kantor, pelaku: Pelaku, id_: str) -> PandanganImporRiwayat:
    """One import. Raises TidakAda."""
    return sajikan(kantor, _ambil(kantor, pelaku, id_))


def baris(
    kantor: Kantor, pelaku: Pelaku, id_: str, macam: str, *, batas: int, kursor: str | None
) -> Halaman[BarisImpor]:  # noqa: PLR0913
    """Refusals or changes, in the order of the sheet. Raises TidakAda."""
    if macam not in rak.MACAM:
        raise TidakAda()
    return rak.baris(kantor.store, _ambil(kantor, pelaku, id_).id, macam, batas=batas, kursor=kursor)


def tiket(kantor: Kantor, pelaku: Pelaku, isian: IsianImpor) -> JawabTiket:
    """Permission to send a table. Raises TerlaluBesar."""
    if isian.ukuran > BATAS_UKURAN:
        raise TerlaluBesar(
            f"Buku kerja paling besar {BATAS_UKURAN // 1_000_000} MB.",
            kode="impor-terlalu-besar",
            petunjuk="Bagi menjadi beberapa berkas.",
        )
    baru = ImporRiwayat(**isian.model_dump(), id=kantor.id_baru(), dibuat_pada=kantor.jam(), oleh=pelaku.id)
    kantor.store.write(rak.RAK_RIWAYAT.taruh(baru))
    t = kantor.documents.tiket(k.masuk(baru.id), ukuran=baru.ukuran, tipe=TIPE, sha256=baru.sha256)
    return JawabTiket(id=baru.id, tiket=TiketUnggah(cara=t.cara, url=t.url, kepala=dict(t.kepala), sampai=t.sampai))


def minta_uji(kantor: Kantor, pelaku: Pelaku, id_: str, isian: IsianUjiRiwayat) -> PandanganImporRiwayat:
    """Let the worker read it, with this kind and mapping. Raises TidakBoleh (not arrived, or not his kind), Bentrok."""
    ada = _ambil(kantor, pelaku, id_)
    if isian.jenis is JenisFakta.HUKUMAN and not pelaku.adalah(*BKPSDM):
        raise TidakBoleh(
            "Riwayat hukuman disiplin hanya diimpor oleh petugas BKPSDM.",
            kode="hukuman-terbatas",
            petunjuk="Minta verifikator atau Kepala Bidang.",
        )
    if kantor.documents.keterangan(k.masuk(id_)) is None:
        raise TidakBoleh("Berkas ini belum sampai.", kode="belum-sampai", petunjuk="Kirim ulang berkasnya.")
    if ada.keadaan not in BOLEH_UJI:
        raise Bentrok("Impor ini sedang atau sudah dikerjakan.")
    ubah = {
        "keadaan": KeadaanImpor.ANTRE_UJI,
        "pesan": "",
        "jenis": isian.jenis,
        "peta": isian.peta,
        "sumber": isian.sumber,
    }
    return sajikan(kantor, _pindah(kantor, ada.model_copy(update=ubah)))


def minta_terap(kantor: Kantor, pelaku: Pelaku, id_: str, versi: int) -> PandanganImporRiwayat:
    """Apply what was previewed. Raises Bentrok (changed since, or applied before), TidakBoleh (not read yet)."""
    ada = _ambil(kantor, pelaku, id_)
    if ada.versi != versi:
        raise Bentrok()
    if ada.keadaan is not KeadaanImpor.SIAP or ada.jenis is None:
        raise TidakBoleh(
            "Impor ini belum diperiksa, atau sudah diterapkan.",
            kode="impor-belum-siap",
            petunjuk="Periksa dulu berkasnya.",
        )
    baru = ada.model_copy(update={"keadaan": KeadaanImpor.ANTRE_TERAP})
    jejak = catatan(kantor, pelaku, "terapkan impor riwayat", id_, {"jenis": ada.jenis.value})
    try:
        tulis = kantor.store.write(
            rak.RAK_RIWAYAT.taruh(baru), rak.klaim_isi(_cap(ada.sha256, ada.jenis), ada.id), jejak
        )
    except Conflict as bentrok:
        raise sudah_diterapkan() if bentrok.operasi == 1 else bentrok from None
    kantor.nyalakan()
    return sajikan(kantor, ditulis(baru, tulis[0]))


def _cap(sha256: str, jenis: JenisFakta) -> str:
    return f"{sha256}#{jenis.value}"


def _pindah(kantor: Kantor, i: ImporRiwayat) -> ImporRiwayat:
    [versi] = kantor.store.write(rak.RAK_RIWAYAT.taruh(i))
    kantor.nyalakan()
    return ditulis(i, versi)


def kerjakan(kantor: Kantor) -> bool:
    """The worker's share: one dry run, or one slice of an application. True when more waits."""
    for ada in rak.RAK_RIWAYAT.daftar(kantor.store, "KERJA-RIWAYAT", indeks="g2", batas=1).isi:
        try:
            uji = ada.keadaan is KeadaanImpor.ANTRE_UJI
            terap_riwayat.uji(kantor, ada) if uji else terap_riwayat.potong(kantor, ada)
        except Conflict:
            return True  # somebody else has just moved it
        except Galat as galat:
            pesan = f"{galat.pesan} {galat.petunjuk}".strip()[:200]
            _pindah(kantor, ada.model_copy(update={"keadaan": KeadaanImpor.DITOLAK, "pesan": pesan}))
        return True
    return False


def masukkan(
    kantor: Kantor,
    isi: bytes,
    nama: str,
    jenis: JenisFakta | None,
    kolom: dict[str, str],
    katakan: Callable[[str], None],
) -> HasilRiwayat:
    """The command: read and apply at once; rows refused only against the records are told too. Raises TakSah, Bentrok."""
    t = terap_riwayat.tabel(isi, nama)
    p = terap_riwayat.peta(kantor, t.judul, jenis, kolom)
    hasil = terap_riwayat.periksa(isi, nama, p.jenis, p.kolom, kantor)
    sha = hashlib.sha256(isi).hexdigest()
    if rak.pernah_diterapkan(kantor.store, _cap(sha, p.jenis)):
        raise sudah_diterapkan()
    impor = ImporRiwayat(
        id=kantor.id_baru(), nama=nama[:200], ukuran=len(isi), sha256=sha, dibuat_pada=kantor.jam(), oleh=sistem().id,
        jenis=p.jenis, peta=p.kolom, judul=t.judul,
    )  # fmt: skip
    _, hasil.ditolak = terap_riwayat.padukan_semua(kantor, impor, hasil)
    orang = list(hasil.orang.items())
    for mulai in range(0, len(orang), terap_riwayat.POTONG):
        terap_riwayat.terapkan(kantor, orang[mulai : mulai + terap_riwayat.POTONG], impor)
        katakan(f"{min(mulai + terap_riwayat.POTONG, len(orang))} dari {len(orang)} orang")
    jejak = catatan(kantor, sistem(), "terapkan impor riwayat", sha[:12], {"jenis": p.jenis.value})
    kantor.store.write(rak.klaim_isi(_cap(sha, p.jenis), "perintah"), jejak, terap_riwayat.simpan_peta(kantor, impor))
    return hasil


def ringkas(hasil: HasilRiwayat) -> dict[str, object]:
    """The report as `--json` prints it."""
    return {
        "jenis": hasil.jenis.value,
        "baris": hasil.jumlah,
        "orang": len(hasil.orang),
        "ditolak": [{"baris": t.baris, "kode": t.kode, "pesan": t.pesan} for t in hasil.ditolak],
    }


def laporan(hasil: HasilRiwayat) -> Iterator[str]:
    """The result for a person at the keyboard."""
    yield f"{SEBUTAN_FAKTA[hasil.jenis]}: {hasil.jumlah} baris tentang {len(hasil.orang)} orang, {len(hasil.ditolak)} baris ditolak."
    for kode, banyak in sorted(Counter(t.kode for t in hasil.ditolak).items()):
        contoh = next(t for t in hasil.ditolak if t.kode == kode)
        yield f"Ditolak: {banyak} baris {kode}, misalnya baris {contoh.baris}: {contoh.pesan}"
