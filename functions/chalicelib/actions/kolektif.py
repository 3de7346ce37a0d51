"""Kolektif: one act for many cases, after a preview. Each case stays its own act, with its own refusal."""

from __future__ import annotations

from typing import Any

from chalicelib.actions import Kantor, lihat
from chalicelib.actions.buku import Buku
from chalicelib.actions.cetak import daftar_kolektif
from chalicelib.actions.proses import lakukan, rencanakan
from chalicelib.galat import Galat, TidakAda
from schemas.alur import ALUR
from schemas.kueri import IsianKolektif, UsulanVersi
from schemas.pandangan_usulan import HasilKolektif, JawabKolektif
from schemas.peran import Pelaku
from schemas.usulan import LAYANAN, Usulan

MASSAL = {baris.nomina: baris for baris in ALUR[LAYANAN] if baris.massal}


def kerjakan(kantor: Kantor, pelaku: Pelaku, nomina: str, isian: IsianKolektif) -> JawabKolektif:
    """Preview (`uji`) or do the act for each case in turn. Raises TidakAda (no such act), TakSah (the common part)."""
    if nomina not in MASSAL:
        raise TidakAda()
    baris = MASSAL[nomina]
    bersama: dict[str, Any] = dict(isian.isian)
    if "kolektif" in baris.isian.model_fields:
        bersama["kolektif"] = kantor.id_baru()
    contoh = baris.isian.model_validate({**bersama, "versi": 0})
    hasil, jadi = [], []
    for satu in isian.usulan:
        baik, sesudah = _satu(
            kantor, pelaku, baris.aksi, contoh.model_copy(update={"versi": satu.versi}), satu, uji=isian.uji
        )
        hasil.append(baik)
        jadi += [sesudah] if sesudah else []
    cetak = daftar_kolektif(kantor, pelaku, jadi) if jadi and not isian.uji and "kolektif" in bersama else ""
    return JawabKolektif(uji=isian.uji, hasil=hasil, berhasil=len(jadi), cetak=cetak)


def _satu(
    kantor: Kantor, pelaku: Pelaku, aksi: str, isian: Any, satu: UsulanVersi, *, uji: bool
) -> tuple[HasilKolektif, Usulan | None]:
    nomor = nama = ""
    try:
        buku = Buku(kantor.store)
        ada = lihat.usulan(kantor, pelaku, satu.id, buku).usulan
        nomor, nama = ada.nomor, buku.nama(ada.pegawai)
        sesudah = (
            rencanakan(kantor, pelaku, satu.id, aksi, isian)[0]
            if uji
            else lakukan(kantor, pelaku, satu.id, aksi, isian)
        )
    except Galat as galat:
        pesan = f"{galat.pesan} {galat.petunjuk}".strip()
        return HasilKolektif(id=satu.id, nomor=nomor, nama=nama, berhasil=False, pesan=pesan, kode=galat.kode), None
    return HasilKolektif(
        id=satu.id, nomor=nomor, nama=nama, berhasil=True, pesan="Siap" if uji else "Berhasil"
    ), sesudah
