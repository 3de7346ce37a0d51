"""Terap: read an imported roster, compare it with what is known, and write it slice by slice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from chalicelib.actions import Kantor, nip_meleset, nomor_mati
from chalicelib.actions.berkelompok import SEKALI_BACA, berbekal, potongan, tulis_berkelompok
from chalicelib.actions.cari import usangkan
from chalicelib.actions.meja_impor import CONTOH_UBAH, maju, tulis_pratinjau
from chalicelib.actions.pelaku import sistem
from chalicelib.actions.pindah import bawa_usulan
from chalicelib.documents import kunci as k
from chalicelib.documents.tabel import baca_tabel
from chalicelib.records import impor as rak
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import nip_meleset as rak_meleset
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.rules.daftar_asn import BarisAsn, HasilBaca, Temuan, banding, periksa
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.kolom_asn import mengenal
from chalicelib.store import Operasi
from chalicelib.store.muka import Muka
from schemas.impor import Impor, KeadaanImpor
from schemas.nip_meleset import NipMeleset
from schemas.opd import Unit
from schemas.pandangan_kantor import BarisImpor
from schemas.pegawai import Celah, Pegawai

SENDIRI = (
    "Baris {} mengubah data pembawa berkas sendiri, jadi hanya ikut bila administrator lain yang menerapkan impor ini."
)
LEWAT = (
    "tentang yang menerapkan sendiri, jadi tidak ikut. "
    "Administrator lain dapat mengunggah berkas ini lagi dan menerapkannya; yang sudah masuk tidak berubah."
)
SEKALI_TULIS = 14
"""People in one write: at most seven operations each (himself, his NIP, the forecast, his case, his dead number), within the port's
hundred."""


def baca(isi: bytes, nama: str, hari_ini: date) -> HasilBaca:
    """Bytes of a workbook or CSV as checked rows. Raises TakSah when it is no roster."""
    tabel = baca_tabel(isi, nama, kenal=mengenal)
    return periksa(tabel.judul, tabel.baris, hari_ini=hari_ini, mulai=tabel.mulai)


_ingatan: dict[str, HasilBaca] = {}
"""One import's rows, kept between the slices of its application."""


def _terbaca(kantor: Kantor, id_: str, nama: str) -> HasilBaca:
    if id_ not in _ingatan:
        _ingatan.clear()
        _ingatan[id_] = baca(kantor.documents.baca(k.masuk(id_)), nama, hari_wib(kantor.jam()))
    return _ingatan[id_]


class Pohon:
    """The office tree by name: finds an (OPD, unit) pair, and plans those that do not exist yet."""

    def __init__(self, kantor: Kantor) -> None:
        self._kantor = kantor
        self._ada = {
            (u.induk or "", u.nama.casefold()): u for u in rak_kantor.semua_unit(kantor.store) if not u.digabung_ke
        }
        self.baru: list[Unit] = []

    def cari(self, opd: str, unit: str) -> tuple[str | None, str | None]:
        """(unit id, OPD id); None, None when the row names no office."""
        if not opd:
            return None, None
        akar = self._satu(opd, None)
        daun = akar if unit.casefold() == opd.casefold() else self._satu(unit, akar)
        return daun.id, akar.id

    def _satu(self, nama: str, induk: Unit | None) -> Unit:
        kunci = (induk.id if induk else "", nama.casefold())
        if kunci not in self._ada:
            id_ = self._kantor.id_baru()
            jalur = (*(induk.jalur if induk else ()), id_)
            mulai = hari_wib(self._kantor.jam())
            self._ada[kunci] = Unit(
                id=id_, nama=nama[:200], induk=induk.id if induk else None, jalur=jalur, berlaku_mulai=mulai
            )
            self.baru.append(self._ada[kunci])
        return self._ada[kunci]

    def tulis(self) -> None:
        """Write what was planned."""
        for potong in potongan(self.baru, 90):
            self._kantor.store.write(*[rak_kantor.RAK_UNIT.taruh(u) for u in potong])
        self.baru = []


def jadikan(kantor: Kantor, baris: BarisAsn, lama: Pegawai | None, tempat: tuple[str | None, str | None]) -> Pegawai:
    """The person as he would stand after this row. An empty cell erases nothing; a phone of his own, and what BKPSDM settled
    on a document, is kept."""
    tetap = lama.disahkan if lama else ()
    isi = {nama: nilai for nama, nilai in baris.isi.items() if nilai not in (None, "") and nama not in tetap}
    unit, opd = tempat
    dasar = lama or Pegawai(id=kantor.id_baru(), nip=baris.nip, nama=str(isi["nama"]))
    if lama and lama.telepon:
        isi.pop("telepon", None)
    baru = Pegawai.model_validate({**dasar.model_dump(), **isi, "unit": unit or dasar.unit, "opd": opd or dasar.opd})
    punya = {Celah.TMT_GOLONGAN: baru.tmt_golongan, Celah.TMT_CPNS: baru.tmt_cpns, Celah.TELEPON: baru.telepon}
    return baru.model_copy(update={"celah": tuple(c for c, nilai in punya.items() if not nilai)})


def uji(kantor: Kantor, impor: Impor) -> None:
    """The dry run: every finding and change is written down beside the import; nothing else changes."""
    _ingatan.clear()
    hasil = _terbaca(kantor, impor.id, impor.nama)
    pohon = Pohon(kantor)
    baru = berubah = 0
    ubah: list[BarisImpor] = []
    sendiri: list[BarisImpor] = []
    for dekat, b in ((d, b) for d, x in berbekal(kantor, hasil.orang, SEKALI_BACA, _bekal) for b in x):
        lama = rak_pegawai.menurut_nip(dekat.store, b.nip)
        sesudah = jadikan(kantor, b, lama, pohon.cari(b.opd, b.unit))
        if lama is None:
            baru += 1
        elif beda := list(banding(lama, sesudah)) + _pindah_unit(lama, sesudah, b):
            berubah += 1
            satu = BarisImpor(baris=b.baris, kode="ubah", pesan="", nama=sesudah.nama, ubah=beda)
            ubah.append(satu)
            if lama.id == impor.oleh:
                sendiri.append(satu.model_copy(update={"kode": "baris-sendiri", "pesan": SENDIRI.format("ini")}))
    daftar = {n: [_baris(t) for t in getattr(hasil, n)] for n in ("ditolak", "peringatan", "celah")}
    daftar |= {"ubah": ubah[:CONTOH_UBAH], "peringatan": [*sendiri, *daftar["peringatan"]]}
    tulis_pratinjau(kantor, impor.id, daftar)
    diterima = len(hasil.orang)
    hitung = {
        "jumlah": hasil.jumlah,
        "diterima": diterima,
        "baru": baru,
        "berubah": berubah,
        "sama": diterima - baru - berubah,
    }
    temuan = {n: len(daftar[n]) for n in ("ditolak", "peringatan", "celah")}
    pesan = SENDIRI.format(f"{sendiri[0].baris} ({sendiri[0].nama})") if sendiri else ""
    tetap = {"keadaan": KeadaanImpor.SIAP, "kemajuan": 0, "pesan": pesan}
    kantor.store.write(rak.RAK.taruh(impor.model_copy(update={**hitung, **temuan, **tetap})))


def _pindah_unit(lama: Pegawai, sesudah: Pegawai, b: BarisAsn) -> list[tuple[str, str, str]]:
    return [("Unit kerja", "unit lain", b.unit)] if lama.unit != sesudah.unit else []


def _baris(t: Temuan) -> BarisImpor:
    return BarisImpor(baris=t.baris, kode=t.kode, pesan=t.pesan)


def potong(kantor: Kantor, impor: Impor) -> None:
    """Apply the next slice, but for the row about the one who applies; at the end rows one digit off become work, and names are
    found anew. When his row was left out, another administrator may bring these very bytes again."""
    hasil = _terbaca(kantor, impor.id, impor.nama)
    lewat = _barisnya(kantor, impor.penerap, hasil)
    pesan = f"Baris {lewat.baris} {LEWAT}" if lewat else ""
    impor = impor.model_copy(update={"pesan": pesan})
    terap = lambda bagian: terapkan(kantor, [b for b in bagian if b is not lewat])  # noqa: E731
    if maju(kantor, rak.RAK, impor, hasil.orang, terap, lambda: [rak.lepas_isi(impor.sha256)] if lewat else []):
        catat_meleset(kantor, hasil)
        usangkan(kantor)
        _ingatan.clear()


def _barisnya(kantor: Kantor, akun: str, hasil: HasilBaca) -> BarisAsn | None:
    """The row that would change the very person whose account this is."""
    dia = rak_pegawai.RAK.ambil(kantor.store, f"PEGAWAI#{akun}")
    baris = next((b for b in hasil.orang if dia and b.nip == dia.nip), None)
    if dia is None or baris is None:
        return None
    return baris if jadikan(kantor, baris, dia, Pohon(kantor).cari(baris.opd, baris.unit)) != dia else None


def catat_meleset(kantor: Kantor, hasil: HasilBaca) -> None:
    """Rows whose NIP is one digit off become work (domain 7.1); those whose suggestion is in the register by now are done."""
    pohon = Pohon(kantor)
    tempat = [(m, pohon.cari(m.opd, m.unit)) for m in hasil.meleset]
    pohon.tulis()
    isi = []
    for m, (unit, opd) in tempat:
        calon = {**m.isi, "id": kantor.id_baru(), "nip": m.saran or m.angka, "unit": unit, "opd": opd}
        id_ = rak_meleset.kunci(m.angka, m.nama)
        isi.append(
            NipMeleset(
                id=id_,
                angka=m.angka,
                saran=m.saran,
                pesan=m.pesan,
                calon=Pegawai.model_validate(calon),
                sejak=kantor.jam(),
            )
        )
    nip_meleset.simpan(kantor, isi)


def terapkan(kantor: Kantor, orang: Iterable[BarisAsn]) -> int:
    """Write these people; answers how many were new or changed. Repeating it changes nothing more."""
    pohon = Pohon(kantor)
    tempat = [(b, pohon.cari(b.opd, b.unit)) for b in orang]
    pohon.tulis()
    return tulis_berkelompok(
        kantor,
        tempat,
        SEKALI_TULIS,
        lambda dekat, x: _rencana(dekat, *x),
        lambda muka, x: _bekal(muka, [b for b, _ in x]),
    )


def _bekal(muka: Muka, baris: Sequence[BarisAsn]) -> None:
    rak_pegawai.bekali(muka, [b.nip for b in baris])


def _rencana(kantor: Kantor, b: BarisAsn, tempat: tuple[str | None, str | None]) -> list[Operasi]:
    lama = rak_pegawai.menurut_nip(kantor.store, b.nip)
    baru = jadikan(kantor, b, lama, tempat)
    if lama == baru:
        return []
    mati = nomor_mati.ganti(kantor.store, lama, baru)
    simpan = [*rak_pegawai.simpan(baru, lama), rak_ramalan.tanda(baru.id), *mati]
    return [*simpan, *(bawa_usulan(kantor, sistem(), baru, lama) if lama else [])]
