"""Cek: judge the facts that somebody unnamed gives, by the same rules as everybody's. Reads nothing, keeps nothing."""

from __future__ import annotations

from chalicelib.actions.menilai import kelayakan
from chalicelib.rules.kata_syarat import kata
from chalicelib.rules.kelayakan import nilai
from chalicelib.rules.persyaratan import daftar
from schemas.aturan import aturan
from schemas.berkas import label_slot
from schemas.cek import BerkasCek, HasilCek, IsianCek, JawabCek
from schemas.kelayakan import Hasil, Orang
from schemas.temuan import TANPA_MKG


def cek(isian: IsianCek) -> JawabCek:
    """The verdicts on `isian.tmt_usul`, each with its checklist."""
    orang = Orang.tanpa_nama(isian)
    jawab = nilai(orang, aturan())
    return JawabCek(tmt=isian.tmt_usul, isi=[_hasil(orang, h) for h in jawab.hasil], saran=jawab.saran)


def _hasil(orang: Orang, h: Hasil) -> HasilCek:
    """Masa kerja golongan is not asked there, so it is not missed either."""
    berkas = tuple(
        BerkasCek(slot=s.slot, label=label_slot(s.slot), wajib=s.wajib, sebab=s.sebab)
        for s in daftar(orang, h.jenis, aturan())
    )
    k = kelayakan(h, orang.tmt_usul)
    ditanya = k.model_copy(update={"temuan": tuple(t for t in k.temuan if t.kode != TANPA_MKG)})
    return HasilCek(**dict(kata(ditanya)), berkas=berkas)
