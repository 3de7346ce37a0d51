"""Riwayat: facts put together: what the roster says under what the histories say, and what one change does to them. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from chalicelib.galat import Bentrok, TakSah, TemuanGalat
from chalicelib.rules import data_diri
from schemas.fakta import BOLEH_NIHIL, KOLOM, MODEL, SEBUTAN_FAKTA, JenisFakta, Kolom
from schemas.golongan import Golongan
from schemas.kalimat import kalimat
from schemas.pegawai import Celah, Pegawai
from schemas.riwayat import Asal, BarisFakta, Riwayat, UsulFakta
from schemas.tanggal import hari_tertulis, tanggal_panjang

PALING_AKHIR = 2
"""Years ahead that a fact may be dated: a decree is issued early, never much earlier (domain 2.7)."""


def gabung(daftar: Mapping[str, Any], riwayat: Riwayat) -> dict[str, Any]:
    """The rules' input: histories, with what only the roster (`daftar`) knows added: his present rank, post, diploma."""
    isi = {**daftar, **riwayat.masukan()}
    for jenis, kenal in (("golongan", _kenal_golongan), ("jabatan", _kenal_jabatan), ("pendidikan", _kenal_tingkat)):
        ada, kini = riwayat.masukan().get(jenis), daftar.get(jenis)
        if ada is not None and kini and not kenal(ada, kini[0]):
            isi[jenis] = [*ada, *kini]
    return isi


def _kenal_golongan(ada: list[dict[str, Any]], kini: dict[str, Any]) -> bool:
    """The histories name this rank, or one that began later."""
    gol, tmt = MODEL[JenisFakta.GOLONGAN].model_validate(kini).model_dump()["gol"], str(kini["tmt"])
    return any(g["gol"] == gol or str(g.get("tmt") or "") >= tmt for g in ada)


def _kenal_jabatan(ada: list[dict[str, Any]], kini: dict[str, Any]) -> bool:
    """The histories name a post that is held, or the roster does not know since when it holds its own."""
    mulai = str(kini.get("tmt") or "")
    return any(not j.get("sampai") or str(j.get("tmt") or "") >= mulai for j in ada)


def _kenal_tingkat(ada: list[dict[str, Any]], kini: dict[str, Any]) -> bool:
    return any(p["tingkat"] == kini["tingkat"] for p in ada)


def baca_isi(jenis: JenisFakta, isi: Mapping[str, object], *, lahir: date | None, hari_ini: date) -> dict[str, Any]:
    """What was typed as a fact in the rules' own shape. Raises TakSah naming each field ("isi.tmt")."""
    kolom = {k.nama: k for k in KOLOM[jenis]}
    rapi = {n: v for n, v in isi.items() if v not in (None, "")}
    if isinstance(koma := rapi.get("nilai"), str):
        rapi["nilai"] = koma.replace(",", ".")  # people write 53,00
    salah = [TemuanGalat("tak-dikenal", f"Isian “{n}” tidak dikenal di sini.", n) for n in rapi if n not in kolom]
    salah += [
        TemuanGalat(
            "kosong", f"Isi {k.label[:1].lower() + k.label[1:] if not k.label.startswith('TMT') else k.label}.", n
        )
        for n, k in kolom.items()
        if k.wajib and n not in rapi
    ]
    if not salah:
        try:
            fakta = MODEL[jenis].model_validate(rapi)
        except ValidationError as galat:
            for s in kalimat(galat, MODEL[jenis]):
                nama = s.bidang.split(".")[0]
                label = kolom[nama].label if nama in kolom else nama
                salah.append(TemuanGalat(s.kode, f"{label}: {_ekor(s.pesan)}", nama))
        else:
            salah += _wajar(fakta, lahir, hari_ini)
            if not salah:
                return fakta.model_dump(mode="json")
    raise TakSah(salah[0].pesan, petunjuk="Perbaiki bagian yang ditandai, lalu kirim lagi.", temuan=salah)


def _ekor(pesan: str) -> str:
    """A sentence without its subject, which is a key of the rules and no word of the office."""
    return pesan.split(": ", 1)[-1].split(" harus ", 1)[-1] if ": " in pesan or " harus " in pesan else pesan


def _wajar(fakta: Any, lahir: date | None, hari_ini: date) -> list[TemuanGalat]:
    """Dates that no life can have: before the fifteenth birthday, years ahead, an end before its beginning."""
    tanggal = {n: v for n, v in fakta.__dict__.items() if isinstance(v, date)}
    tanggal |= {n: date(v, 12, 31) for n in ("tahun", "tahun_lulus") if isinstance(v := getattr(fakta, n, None), int)}
    awal = (
        date(lahir.year + 15 if "tahun_lulus" not in tanggal else lahir.year + 10, 1, 1) if lahir else date(1940, 1, 1)
    )
    akhir = date(hari_ini.year + PALING_AKHIR, 12, 31)
    salah = [
        TemuanGalat("tanggal-janggal", f"{tanggal_panjang(t)} tidak mungkin: di luar masa dinas orang ini.", n)
        for n, t in tanggal.items()
        if not awal <= t <= akhir
    ]
    for mulai, selesai in (("mulai", "selesai"), ("tmt", "sampai")):
        if mulai in tanggal and selesai in tanggal and tanggal[selesai] < tanggal[mulai]:
            salah.append(TemuanGalat("selesai-mendahului", "Akhirnya lebih awal daripada awalnya.", selesai))
    return salah


def terapkan(r: Riwayat, u: UsulFakta, asal: Asal) -> Riwayat:
    """The histories after a proposal is confirmed. Raises Bentrok (its row is gone), TakSah (none, though there are rows)."""
    if u.jenis is JenisFakta.DATA_DIRI:
        return data_diri.tambah(r, u.id, u.isi, asal)
    baris = {j: list(isi) for j, isi in r.baris.items()}
    nihil = dict(r.nihil)
    isi = baris.get(u.jenis, [])
    baru = BarisFakta(id=u.id, isi=u.isi, asal=asal)
    if u.tindakan in ("ganti", "hapus") and not any(b.id == u.sasaran for b in isi):
        raise Bentrok("Baris yang hendak diubah sudah tidak ada.", kode="baris-hilang")
    if u.tindakan == "nihil" and (isi or u.jenis not in BOLEH_NIHIL):
        raise TakSah(
            f"{SEBUTAN_FAKTA[u.jenis]} sudah berisi, jadi tidak dapat dinyatakan tidak ada.",
            kode="nihil-berisi",
            petunjuk="Hapus dahulu baris yang keliru.",
        )
    if u.tindakan in ("tambah", "ganti") and any(b.isi == u.isi for b in isi if b.id != u.sasaran):
        raise Bentrok(
            "Fakta yang persis sama sudah tercatat.", kode="fakta-kembar", petunjuk="Tidak ada yang perlu dilakukan."
        )
    isi = [b for b in isi if u.tindakan in ("tambah", "nihil") or b.id != u.sasaran]
    baris[u.jenis] = [*isi, baru] if u.tindakan in ("tambah", "ganti") else isi
    if u.tindakan == "hapus" and not isi:
        del baris[u.jenis]
    nihil.pop(u.jenis, None)
    if u.tindakan == "nihil":
        nihil[u.jenis] = asal
    return r.model_copy(update={"baris": baris, "nihil": nihil})


def segarkan(p: Pegawai, r: Riwayat, hari_ini: date) -> Pegawai:
    """The person's own line after his histories changed: present rank and TMT CPNS, and the gaps that this closes."""
    golongan = [b.isi for b in r.baris.get(JenisFakta.GOLONGAN, []) if b.isi.get("tmt")]
    berlaku = [g for g in golongan if date.fromisoformat(g["tmt"]) <= hari_ini]
    ubah: dict[str, object] = {}
    if berlaku:
        g = max(berlaku, key=lambda g: (g["tmt"], _gol(g)))
        tmt = date.fromisoformat(g["tmt"])
        if p.tmt_golongan is None or tmt >= p.tmt_golongan or _gol(g) == p.golongan:
            ubah = {"golongan": _gol(g), "tmt_golongan": tmt}
            ubah |= {a: g[b] for a, b in (("mk_tahun", "mkg_tahun"), ("mk_bulan", "mkg_bulan")) if g.get(b) is not None}
    cpns = [date.fromisoformat(g["tmt"]) for g in golongan if g.get("jenis") == "CPNS"]
    ubah |= {"tmt_cpns": min(cpns)} if cpns else {}
    baru = data_diri.ikuti(p.model_copy(update=ubah), r)
    tertutup = {Celah.TMT_GOLONGAN: baru.tmt_golongan, Celah.TMT_CPNS: baru.tmt_cpns}
    return baru.model_copy(update={"celah": tuple(c for c in p.celah if not tertutup.get(c))})


def _gol(isi: Mapping[str, Any]) -> Golongan:
    return MODEL[JenisFakta.GOLONGAN].model_validate(isi).gol  # type: ignore[attr-defined, no-any-return]


def sebut(jenis: JenisFakta, isi: Mapping[str, Any]) -> str:
    """A fact in words: "Golongan ruang III/b, TMT golongan 1 April 2022"."""
    return ", ".join(f"{k.label} {kata(k, isi[k.nama])}" for k in KOLOM[jenis] if isi.get(k.nama) not in (None, ""))


def urut(isi: Mapping[str, Any]) -> str:
    """When a fact began or came about, as text that sorts; "" unknown."""
    return next((str(isi[n]) for n in ("tmt", "mulai", "per", "lulus", "tahun", "tahun_lulus") if isi.get(n)), "")


def kata(k: Kolom, nilai: object) -> str:
    """One value of a column as people read it: codes by their words, dates and decimals as written here; nothing is ""."""
    if nilai is None:
        return ""
    teks = str(nilai).lower() if isinstance(nilai, bool) else str(nilai)
    if ada := dict(k.pilihan).get(teks):
        return ada
    return teks.replace(".", ",") if re.fullmatch(r"[0-9]+\.[0-9]+", teks) else hari_tertulis(teks)
