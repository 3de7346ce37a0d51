"""Pembuktian: what a document is held against on the verifikator's desk: the facts on record that it proves, and what the rules
made of them (domain 6.1). Pure."""

from __future__ import annotations

from typing import Any, NamedTuple

from chalicelib.rules.riwayat import sebut, urut
from schemas.berkas import dasar_slot
from schemas.fakta import SEBUTAN_FAKTA, JenisFakta
from schemas.kelayakan import Orang
from schemas.temuan import BELUM_DIKETAHUI
from schemas.usulan import Kelayakan

TAMPAK = 3
"""Rows of one history that are shown, the latest first."""


class Bukti(NamedTuple):
    """A history, and how the codes of the findings about it begin."""

    fakta: JenisFakta
    temuan: tuple[str, ...]


_PANGKAT = Bukti(
    JenisFakta.GOLONGAN, ("masa-pangkat", "pangkat-pernah", "sk-", "mkg", "golongan", "tmt-golongan", "kp-mendatang")
)
_JABATAN = Bukti(
    JenisFakta.JABATAN,
    ("dalam-rentang", "di-luar", "masa-jabatan", "belum-definitif", "definitif", "pelantikan", "jabatan", "eselon", "jenjang", "pangkat-puncak"),
)  # fmt: skip
_IJAZAH = Bukti(
    JenisFakta.PENDIDIKAN, ("pendidikan", "batas-pendidikan", "ijazah", "pangkat-sudah-setara", "bonus-pendidikan")
)
_UJIAN = Bukti(JenisFakta.UJIAN, ("ujian",))
_TUBEL = Bukti(JenisFakta.TUGAS_BELAJAR, ("tubel", "tugas-belajar"))

BUKTI: dict[str, Bukti] = {
    "sk-kp": _PANGKAT,
    "sk-cpns": _PANGKAT,
    "sk-pns": _PANGKAT,
    "sk-pmk": _PANGKAT,
    "skp": Bukti(JenisFakta.KINERJA, ("kinerja",)),
    "sk-jabatan": _JABATAN,
    "spp": _JABATAN,
    "sk-jenjang": _JABATAN,
    "pak": Bukti(JenisFakta.ANGKA_KREDIT, ("angka-kredit", "pak-")),
    "uji-kompetensi": Bukti(JenisFakta.UJI_KOMPETENSI, ("uji-kompetensi",)),
    "stlud": _UJIAN,
    "stl-pi": _UJIAN,
    "diklat": Bukti(JenisFakta.DIKLAT, ("diklat", "ujian")),
    "ijazah": _IJAZAH,
    "transkrip": _IJAZAH,
    "sk-tugas-belajar": _TUBEL,
    "sk-aktif-kembali": _TUBEL,
    "pernyataan-hukdis": Bukti(JenisFakta.HUKUMAN, ("hukuman",)),
}
"""By kind of document. The others prove nothing that is on record."""


def tercatat(slot: str, orang: Orang) -> list[str]:
    """The facts on record that a document of this slot should agree with, in words; [] when it proves none."""
    bukti = BUKTI.get(dasar_slot(slot))
    if bukti is None:
        return []
    semua = getattr(orang, bukti.fakta.value)
    nama = SEBUTAN_FAKTA[bukti.fakta]
    if semua is None:
        return [f"{nama} belum tercatat."]
    baris: list[dict[str, Any]] = sorted((b.model_dump(mode="json") for b in semua), key=urut, reverse=True)
    cocok = [b for b in baris if _untuk(slot, b)]
    if not cocok:
        return [f"{nama}: tidak ada yang tercatat untuk dokumen ini."]
    return [f"{sebut(bukti.fakta, b)}." for b in cocok[:TAMPAK]]


def _untuk(slot: str, baris: dict[str, Any]) -> bool:
    """A document of one year or level proves the row of that year or level only."""
    dasar = dasar_slot(slot)
    akhiran = slot[len(dasar) + 1 :]
    if dasar == "skp":
        return str(baris["tahun"]) == akhiran
    if dasar == "ijazah":
        return str(baris["tingkat"]).lower().split("_")[0] == akhiran
    if dasar == "stlud":
        return str(baris["jenis"]) == f"UD{akhiran}"
    return dasar != "stl-pi" or str(baris["jenis"]) == "PI"


def menurut_aturan(slot: str, k: Kelayakan) -> list[str]:
    """What the rules found about those facts, each sentence with its article; what stands in the way first."""
    bukti = BUKTI.get(dasar_slot(slot))
    if bukti is None:
        return []
    temuan = [t for t in (*k.temuan, *k.alasan) if t.kode.removeprefix(BELUM_DIKETAHUI).startswith(bukti.temuan)]
    return [f"{t.pesan} Dasar: {t.dasar}." if t.dasar else t.pesan for t in temuan]
