"""Catatan: the journal of acts that are not on a usulan: accounts, roles, periods, units, imports, looks at documents."""

from __future__ import annotations

from schemas.dasar import Id, Model, Teks, Versi, Waktu


class Catatan(Model):
    """Who did what to which thing, when. `tentang` is an id or a short label, never a NIP or a name."""

    id: Id
    pada: Waktu
    oleh: Id
    aksi: Teks
    tentang: Teks = ""
    isi: dict[str, object] = {}
    versi: Versi = 0


class PandanganCatatan(Model):
    """A line of the journal with names; `rincian` is `isi` in words."""

    pada: Waktu
    oleh: str
    aksi: str
    tentang: str
    isi: dict[str, object]
    rincian: str = ""
