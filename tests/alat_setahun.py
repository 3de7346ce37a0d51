"""Counties for the year of messages: a small one of the tests' office, and the demo's; and a number of some class for everybody."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random

from alat_kantor import nip, orang
from alat_pesan import Pesan
from chalicelib.actions import demo_muat
from chalicelib.notify.catatan import Catatan
from chalicelib.records import akun as rak_akun
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import pilihan as rak_pilihan

from schemas.akun import Akun
from schemas.peran import Peran

EKOR = {"0026": 3, "0056": 1, "0429": 1, "0500": 1, "0998": 2, "0999": 3, "": 3}
"""The last digits of a number, which decide what the provider does with it (alat_wa) -> how many of a hundred have such; "" none."""


def kecil(pesan: Pesan, banyak: int) -> None:
    """So many people more in the small office, and two verifikator, so that four eyes are found for every case."""
    store = pesan.kantor.store
    for n in range(banyak):
        unit = ("sd-1", "dinas", "rsud")[n % 3] if n > 1 else "bkpsdm"
        p = orang(f"pns-{n}", n, f"ORANG {n}", unit).model_copy(update={"nip": f"{nip(0)[:14]}{n % 2 + 1}{n:03}"})
        store.write(*rak_pegawai.simpan(p))
        if unit == "bkpsdm":
            peran = frozenset({Peran.PNS, Peran.VERIFIKATOR})
            store.write(*rak_akun.simpan(Akun(id=p.id, peran=peran, sandi="-", dibuat_pada=pesan.kantor.jam())))


def besar(pesan: Pesan, folder: Path) -> None:
    """The demo county's people, histories and officers; its own cases are left out, the year makes them."""
    (folder / "perkara.json").write_text(json.dumps({"arsip": [], "perkara": []}))
    setelan = pesan.kantor.setelan.model_copy(update={"demo": True, "kanal": "catatan", "kanal_kedua": ""})
    demo_muat.muat(replace(pesan.kantor, setelan=setelan, notify={"catatan": Catatan()}), folder, print)


def nomori(pesan: Pesan, semua: list[str], acak: Random) -> None:
    """Everybody gets a number, most of them a good one; seven of ten have mail; some want mail, a digest, or SIKAP alone."""
    store = pesan.kantor.store
    ekor = [e for e, n in EKOR.items() for _ in range(n)]
    for n, siapa in enumerate(semua):
        macam = acak.randrange(100)
        akhir = ekor[macam] if macam < len(ekor) else "1111"
        nomor = f"+6281{n:06}{akhir}" if akhir else ""
        surel = f"orang{n}@contoh.go.id" if acak.random() < 0.7 else ""
        p = rak_pegawai.ambil(store, siapa)
        store.write(rak_pegawai.RAK.taruh(p.model_copy(update={"telepon": nomor, "email": surel})))
        if acak.random() < 0.15:
            store.write(rak_pilihan.ubah(store, siapa, lewat=acak.choice(("surel", "situs", "utama")), ringkas=macam % 2 == 0))  # fmt: skip
