"""Kanal: the administrator looks at the channels and their templates, and sends himself a message to see that they work."""

from __future__ import annotations

from chalicelib.actions import Kantor, kabari
from chalicelib.actions.audit import catatan
from chalicelib.galat import TidakAda
from chalicelib.records import kanal as rak
from chalicelib.rules.hari_kerja import hari_wib
from schemas.kanal import Henti, PandanganKanal, semua_templat
from schemas.peran import Pelaku, Peran


def lihat(kantor: Kantor, pelaku: Pelaku) -> PandanganKanal:
    """Channels in use, what rests and why, how many people were written to today, every template. Raises TidakAda."""
    if not pelaku.adalah(Peran.ADMIN, Peran.AUDITOR):
        raise TidakAda()
    kini, s = kantor.jam(), kantor.setelan
    henti = [Henti(apa=a, alasan=b, sampai=c) for a, b, c in rak.semua_henti(kantor.store) if c > kini]
    utama = kantor.notify[s.kanal]
    return PandanganKanal(
        kanal=s.kanal, kanal_kedua=s.kanal_kedua, henti=henti, orang_hari_ini=rak.orang_hari_ini(kantor.store, hari_wib(kini)),
        orang_per_hari=utama.orang_per_hari, templat=semua_templat(),
    )  # fmt: skip


def uji(kantor: Kantor, pelaku: Pelaku) -> None:
    """Owe the asker a test message to his own number; its way is seen in the log. Raises TidakAda."""
    if Peran.ADMIN not in pelaku.peran:
        raise TidakAda()
    kantor.store.write(kabari.kepada_diri(kantor, pelaku.id, "UJI"), catatan(kantor, pelaku, "pesan uji", pelaku.id))
    kantor.nyalakan()
