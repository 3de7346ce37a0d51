"""N17: who is expected to be eligible for a period that is open now is told so, once for that period (domain 5.6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from chalicelib.actions import Kantor, kabari
from chalicelib.actions.periode import semua as semua_periode
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import pilihan as rak_pilihan
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.store import Conflict, Harap, Put
from schemas.berkas import label_slot
from schemas.periode import Periode
from schemas.ramalan import HasilRamal, Ramalan
from schemas.tanggal import tanggal_panjang
from schemas.usulan import LAYANAN, SEBUTAN_JENIS

INGAT = timedelta(days=400)
"""How long it is remembered who was told of a period."""


def kabari_semua(kantor: Kantor, hari: date) -> Iterator[bool]:
    """Owe the notice to each who was not told yet and has no open case: True for each who is new."""
    buka = [p for p in semua_periode(kantor) if p.usul_buka <= hari < p.usul_tutup_opd]
    return (_satu(kantor, p, r) for p in buka for r in _berhak(kantor, p.tmt))


def _berhak(kantor: Kantor, tmt: date) -> Iterator[Ramalan]:
    """Those whose soonest promotion falls on this period, page by page."""
    kursor: str | None = None
    while True:
        halaman = rak_ramalan.RAK.daftar(
            kantor.store, "RAMAL-SEMUA", awalan=f"{tmt}#", indeks="g2", batas=100, kursor=kursor
        )
        yield from halaman.isi
        if not (kursor := halaman.kursor):
            return


def _satu(kantor: Kantor, p: Periode, r: Ramalan) -> bool:
    pk = f"JADWAL#N17#{p.tmt}"
    hasil = next((h for h in r.hasil if h.paling_cepat == p.tmt), None)
    if hasil is None or kantor.store.get(pk, r.pegawai):
        return False
    if rak_pegawai.usulan_terbuka(kantor.store, r.pegawai, LAYANAN):
        return False
    kabar = kabari.kepada_diri(kantor, r.pegawai, "N17", **_isi(kantor, p, r, hasil))
    habis = int((kantor.jam() + INGAT).timestamp())
    try:
        kantor.store.write(Put(pk, r.pegawai, {}, expect=Harap.TIADA, expires=habis), kabar)
    except Conflict:
        return False
    return True


def _isi(kantor: Kantor, p: Periode, r: Ramalan, hasil: HasilRamal) -> dict[str, str]:
    kurang = [label_slot(s) for s in hasil.berkas_kurang]
    lagi = f", dan {len(kurang) - 3} lainnya" if len(kurang) > 3 else ""
    return {
        "nama": r.nama,
        "sapaan": rak_pilihan.ambil(kantor.store, r.pegawai).sapaan,
        "jenis": SEBUTAN_JENIS[hasil.jenis].lower(),
        "periode": tanggal_panjang(p.tmt),
        "daftar": f"{', '.join(kurang[:3])}{lagi}" if kurang else "tidak ada, berkas di arsip sudah cukup",
        "tenggat": tanggal_panjang(p.usul_tutup_opd),
    }
