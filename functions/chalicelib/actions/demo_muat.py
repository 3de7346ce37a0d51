"""Demo county, loaded: a folder that infra/demo wrote becomes people, accounts, archives and cases, through the doors everybody uses.

Each step of a case is done as its person, at its hour: what the demo shows is what the product itself made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from chalicelib.actions import Kantor, antar, demo, demo_gangguan, pasang, proses, sandi, unggah, usulan
from chalicelib.actions.pelaku import sistem
from chalicelib.actions.periode import sediakan
from chalicelib.actions.roster import masukkan
from chalicelib.documents import kunci as k
from chalicelib.galat import TidakBoleh
from chalicelib.records import akun as rak_akun
from chalicelib.records import berkas as rak_berkas
from chalicelib.records import fakta as rak_fakta
from chalicelib.records import impor as rak_impor
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import usulan as rak_usulan
from schemas.akun import Akun
from schemas.alur import ALUR, LAHIR
from schemas.berkas import IsianTiket
from schemas.fakta import JenisFakta
from schemas.peran import Pelaku, Peran
from schemas.riwayat import Asal, BarisFakta
from schemas.usulan import LAYANAN, IsianPasangBerkas, IsianPeriksaButir, IsianUsulan

ISIAN = {b.aksi: b.isian for b in ALUR[LAYANAN] if b.aksi not in LAHIR}
Langkah = dict[str, Any]


def muat(kantor: Kantor, folder: Path, katakan: Callable[[str], None]) -> None:
    """Load the folder. Run again after a stop it goes on; loaded wholly it changes nothing. Raises TidakBoleh outside the demo."""
    if not kantor.setelan.demo:
        raise TidakBoleh(
            "Kabupaten contoh hanya dimuat bila SIKAP_DEMO=1.", kode="bukan-demo", petunjuk="Pakai infra/run."
        )
    buku = (folder / "roster.xlsx").read_bytes()
    if not rak_impor.pernah_diterapkan(kantor.store, hashlib.sha256(buku).hexdigest()):
        masukkan(kantor, buku, "roster.xlsx", katakan)
        katakan("Riwayat kepegawaian ...")
        _riwayat(kantor, folder / "riwayat.jsonl")
    akun = json.loads((folder / "akun.json").read_text(encoding="utf-8"))
    _akun(kantor, akun)
    isi = json.loads((folder / "perkara.json").read_text(encoding="utf-8"))
    sediakan(replace(kantor, jam=lambda: _saat("2025-06-01T00:00:00+07:00")))
    sediakan(kantor)
    for langkah in isi["arsip"]:
        _Orang(kantor, folder).unggah(langkah, langkah["nip"])
    gangguan = isi.get("gangguan", {})
    demo_gangguan.rusakkan(kantor, gangguan.get("dokumen", ()))
    for i, kasus in enumerate(isi["perkara"], start=1):
        _kasus(kantor, folder, kasus)
        if i % 10 == 0:
            katakan(f"Usulan contoh {i} dari {len(isi['perkara'])}")
    sampai = demo_gangguan.terputus(kantor, gangguan.get("nomor", ()))
    while antar.antar(sampai):
        pass
    demo.catat(
        kantor,
        [
            {n: str(a[n]) for n in ("nip", "sandi", "nama", "totp")} | {"peran": a["sebutan"]}
            for a in akun
            if a["tampil"]
        ],
    )


def _saat(teks: str) -> datetime:
    return datetime.fromisoformat(teks)


def _riwayat(kantor: Kantor, berkas: Path) -> None:
    with berkas.open(encoding="utf-8") as baris:
        while potong := list(islice(baris, 90)):
            tulis = [o for b in potong if (o := _fakta(kantor, json.loads(b)))]
            kantor.store.write(*tulis)


def _fakta(kantor: Kantor, fakta: dict[str, Any]) -> Any:
    orang = rak_pegawai.menurut_nip(kantor.store, fakta["nip"])
    if orang is None:
        return None
    asal = Asal(sumber="Riwayat kabupaten contoh", oleh=sistem().id, pada=kantor.jam())
    baris = {
        j: [BarisFakta(id=kantor.id_baru(), isi=isi, asal=asal) for isi in fakta.pop(j)]
        for j in JenisFakta
        if j in fakta
    }
    for tahu_dari_daftar in ("nip", "nama", "tanggal_lahir", "kedudukan_hukum"):
        fakta.pop(tahu_dari_daftar, None)
    riwayat = rak_fakta.riwayat(kantor.store, orang.id)
    return rak_fakta.RAK_RIWAYAT.taruh(riwayat.model_copy(update={"fakta": fakta, "baris": baris}))


def _akun(kantor: Kantor, daftar: list[dict[str, Any]]) -> None:
    acak = cache(sandi.acak)
    unit = {u.nama: u.id for u in rak_kantor.semua_unit(kantor.store) if u.induk is None}
    for a in daftar:
        orang = rak_pegawai.menurut_nip(kantor.store, a["nip"])
        if orang is None or rak_akun.ambil(kantor.store, orang.id):
            continue
        peran = frozenset(Peran(p) for p in a["peran"]) | {Peran.PNS}
        lingkup = unit.get(a["lingkup"]) if a["lingkup"] else None
        baru = Akun(
            id=orang.id, peran=peran, lingkup=lingkup, sandi=acak(a["sandi"]), totp=a["totp"], dibuat_pada=kantor.jam()
        )
        kantor.store.write(*rak_akun.simpan(baru))


def _kasus(kantor: Kantor, folder: Path, kasus: dict[str, Any]) -> None:
    """Every step in its hour; a case that is there already is left as it stands."""
    pegawai = rak_pegawai.menurut_nip(kantor.store, kasus["nip"])
    if pegawai is None or usulan.milik(kantor, pegawai.id):
        return
    orang = _Orang(kantor, folder)
    for langkah in kasus["langkah"]:
        orang.lakukan(langkah, kasus["nip"])


class _Orang:
    """Whoever acts in a step: signed in as himself, at the step's hour, with the case at hand."""

    def __init__(self, kantor: Kantor, folder: Path) -> None:
        self._kantor, self._folder = kantor, folder
        self._usulan = ""

    def lakukan(self, langkah: Langkah, nip: str) -> None:
        """One step of a case."""
        kantor, pelaku = self._jam(langkah), self._pelaku(langkah["oleh"])
        isi = self._isi(langkah.get("isian", {}), nip)
        match langkah["aksi"]:
            case "buat":
                pegawai = self._id(nip)
                self._usulan = usulan.buat(kantor, pelaku, IsianUsulan(pegawai=pegawai, **isi)).id
            case "unggah":
                self.unggah(langkah, nip)
            case "periksa":
                pasang.periksa(kantor, pelaku, self._usulan, IsianPeriksaButir(versi=self._versi(), **isi))
            case aksi:
                proses.lakukan(
                    kantor, pelaku, self._usulan, aksi, ISIAN[aksi].model_validate({**isi, "versi": self._versi()})
                )

    def unggah(self, langkah: Langkah, nip: str) -> None:
        """A document into the archive (and into its line), accepted as any other."""
        kantor, pelaku = self._jam(langkah), self._pelaku(langkah["oleh"])
        isi = (self._folder / langkah["berkas"]).read_bytes()
        minta = IsianTiket(
            pegawai=self._id(nip),
            slot=langkah["slot"],
            nama=langkah["nama"],
            ukuran=len(isi),
            sha256=hashlib.sha256(isi).hexdigest(),
        )
        jawab = unggah.tiket(kantor, pelaku, minta)
        if jawab.tiket:
            kantor.documents.taruh(k.masuk(jawab.id), isi, minta.tipe)
            unggah.terima(kantor, pelaku, jawab.id)
        if langkah.get("pasang") and any(
            b.slot == langkah["slot"] for b in rak_usulan.ambil(kantor.store, self._usulan).butir
        ):
            pasang.pasang(
                kantor, pelaku, self._usulan, langkah["slot"], IsianPasangBerkas(versi=self._versi(), berkas=jawab.id)
            )

    def _jam(self, langkah: Langkah) -> Kantor:
        saat = _saat(langkah["pada"])
        return replace(self._kantor, jam=lambda: saat)

    def _id(self, nip: str) -> str:
        orang = rak_pegawai.menurut_nip(self._kantor.store, nip)
        return orang.id if orang else ""

    def _versi(self) -> int:
        return rak_usulan.ambil(self._kantor.store, self._usulan).versi

    def _pelaku(self, nip: str) -> Pelaku:
        orang = rak_pegawai.menurut_nip(self._kantor.store, nip)
        akun = rak_akun.ambil(self._kantor.store, orang.id) if orang else None
        assert orang is not None  # the folder names only people of its own roster
        peran = akun.peran if akun else frozenset({Peran.PNS})
        return Pelaku(id=orang.id, nama=orang.nama_lengkap, peran=peran, lingkup=akun.lingkup if akun else None)

    def _isi(self, isian: dict[str, Any], nip: str) -> dict[str, Any]:
        return {nama: self._nilai(nilai, nip) for nama, nilai in isian.items()}

    def _nilai(self, nilai: Any, nip: str) -> Any:
        """ "$SLOT": the person's newest document there; "#NIP": the id of that person."""
        if isinstance(nilai, str) and nilai.startswith("$"):
            return rak_berkas.slot(self._kantor.store, self._id(nip), nilai[1:]).terbaru
        return self._id(nilai[1:]) if isinstance(nilai, str) and nilai.startswith("#") else nilai
