"""Demo gangguan: what goes wrong in every county happens once in the demo's: bytes are lost, a number answers no more.

Only the cause is made here. That a document is damaged is found by the re-hash, that a number is dead is said by the channel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from chalicelib.actions import Kantor, periksa_ulang
from chalicelib.documents import kunci as k
from chalicelib.notify import Hasil, Notify, Surat
from chalicelib.notify.galat_wa import artikan
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import pegawai as rak_pegawai

TAK_DAPAT_DIKIRIM = 131026
"""WhatsApp's word for a number that is not reached."""


def rusakkan(kantor: Kantor, daftar: Iterable[Mapping[str, str]]) -> None:
    """Lose the bytes of these documents ({nip, slot}) and read the archive anew; what was found damaged already is left so."""
    for satu in daftar:
        orang = rak_pegawai.menurut_nip(kantor.store, satu["nip"])
        terbaru = rak_berkas.slot(kantor.store, orang.id, satu["slot"]).terbaru if orang else None
        berkas = rak_berkas.ambil(kantor.store, terbaru) if terbaru else None
        if berkas and berkas.rusak_pada is None:
            kantor.documents.hapus(k.isi(berkas.sha256))
            periksa_ulang.kerjakan(kantor)


def terputus(kantor: Kantor, nip: Iterable[str]) -> Kantor:
    """The office whose channels do not reach these people."""
    orang = [rak_pegawai.menurut_nip(kantor.store, n) for n in nip]
    mati = frozenset(p.telepon for p in orang if p and p.telepon)
    return replace(kantor, notify={nama: _Terputus(kanal, mati) for nama, kanal in kantor.notify.items()})


class _Terputus:
    """A channel, but for some numbers: of those it says what the provider would."""

    def __init__(self, asli: Notify, mati: frozenset[str]) -> None:
        self.nama, self.surel, self.menyela, self.orang_per_hari = (
            asli.nama,
            asli.surel,
            asli.menyela,
            asli.orang_per_hari,
        )
        self._asli, self._mati = asli, mati

    def kirim(self, surat: Surat) -> Hasil:
        """See Notify."""
        if surat.tujuan not in self._mati:
            return self._asli.kirim(surat)
        sebab, alasan = artikan(TAK_DAPAT_DIKIRIM)
        return Hasil("gagal", alasan=alasan, sebab=sebab)
