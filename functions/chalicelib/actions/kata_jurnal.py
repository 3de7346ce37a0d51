"""Kata jurnal: a line of the journal in words. The journal keeps ids, so that it names nobody; who reads it is given their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

from chalicelib.actions.buku import Buku
from schemas.berkas import label_slot
from schemas.fakta import SEBUTAN_FAKTA
from schemas.jadwal import SEBUTAN_JADWAL
from schemas.peran import SEBUTAN
from schemas.periode import IsianPeriode
from schemas.tanggal import hari_tertulis

_TANGGAL = {n: f.title[0].lower() + f.title[1:] for n, f in IsianPeriode.model_fields.items() if f.title}
_KATA = {str(k): v for k, v in chain(SEBUTAN.items(), SEBUTAN_FAKTA.items(), _TANGGAL.items())} | {
    "lingkup": "melayani",
    "opd": "OPD",
    "slot": "dokumen",
    "tmt_cpns": "TMT CPNS",
    "tmt_golongan": "TMT golongan",
}
"""What a code of the product is called."""
JADWAL = "atur jadwal"
_JADWAL = {str(k): v for k, v in SEBUTAN_JADWAL.items()}
"""Kinds of reminders; elsewhere "periode" is a period."""
_ID = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")
_SIDIK = re.compile(r"[0-9a-f]{12}")


def sebut(buku: Buku, isi: object) -> str:
    """A thing that the journal speaks of; "" for an id that has no name."""
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isinstance(isi, (list, tuple)):
        return ", ".join(k for satu in isi if (k := sebut(buku, satu)))
    teks = "" if isi is None else str(isi)
    if (hari := hari_tertulis(teks)) != teks:
        return hari
    if _SIDIK.fullmatch(teks):
        return f"berkas bersidik {teks}…"
    nama = buku.nama(teks) or buku.nama_unit(teks)
    return nama or ("" if _ID.fullmatch(teks) else _nama(teks))


def rincian(buku: Buku, aksi: str, isi: Mapping[str, object]) -> str:
    """What more there is to say: "tujuan: unggah ke SIASN; periode: 1 Januari 2027"."""
    khusus = _JADWAL if aksi == JADWAL else {}
    pasang = ((khusus.get(kunci) or _nama(kunci), sebut(buku, nilai)) for kunci, nilai in isi.items())
    return "; ".join(f"{nama.replace('_', ' ')}: {kata}" for nama, kata in pasang if kata)


def _nama(kode: str) -> str:
    return _KATA.get(kode) or label_slot(kode)
