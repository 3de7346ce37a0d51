"""Tebak: whose document, and which, by the name somebody once gave the file. Pure; a wrong guess is put right on the screen."""

from __future__ import annotations

import re

from schemas.berkas import urai_slot

_NIP = re.compile(r"(?<!\d)\d{8}[ ._-]?\d{6}[ ._-]?\d[ ._-]?\d{3}(?!\d)")
_TAHUN = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_TINGKAT = re.compile(r"\b(s[123]|d[1-4]|slta|sma|smk|sltp|smp|sd|profesi)\b")
_SAMA = {"sma": "slta", "smk": "slta", "smp": "sltp"}
_KATA: tuple[tuple[str, str], ...] = (
    (r"(?:sk ?)?c ?pns|80 ?(?:%|persen)", "sk-cpns"),
    (r"sk ?pns|100 ?(?:%|persen)", "sk-pns"),
    (r"spmt", "spmt"),
    (r"skp ?2 ?th?n?|skp|ekin(?:erja)?|evaluasi kinerja|penilaian kinerja|ppk", "skp"),
    (r"pak|angka kredit|konversi ak", "pak"),
    (r"stlud|ujian dinas|udin", "stlud"),
    (r"stl ?pi|stlupi|penyesuaian ijazah|upkp", "stl-pi"),
    (r"transkrip|nilai", "transkrip"),
    (r"akreditasi|forlap|pddikti", "akreditasi"),
    (r"ij(?:a?zah)?(?:akhir)?", "ijazah"),
    (r"izin belajar|ijin belajar|ib", "izin-belajar"),
    (r"tubel|tugas belajar", "sk-tugas-belajar"),
    (r"uraian tugas|urtug", "uraian-tugas"),
    (r"uji ?kom(?:petensi)?|ukom", "uji-kompetensi"),
    (r"spp|pelantikan", "spp"),
    (r"(?:sk ?)?jab(?:atan)?", "sk-jabatan"),
    (r"hukdis|hukuman disiplin", "pernyataan-hukdis"),
    (r"pim ?(?:[1-4]|i{1,3}v?)|pka|pkp|diklat", "diklat"),
    (r"kk|kartu keluarga", "kartu-keluarga"),
    (r"drh|riwayat hidup", "drh"),
    (r"pas ?foto", "pas-foto"),
    (r"pmk|masa kerja", "sk-pmk"),
    (r"mutasi", "sk-mutasi"),
    (r"(?:sk ?)?(?:kp|pangkat|berkala pangkat|kenaikan pangkat)(?: terakhir)?", "sk-kp"),
)
"""What files are called (domain 6.3 and the habits of offices) -> kind of document; the first that fits."""
_UMUM = re.compile(
    r"\b(?:sk|scan|img|foto|dok|document|berkas|file|copy|salinan|asli|baru|final|fix|wa|whatsapp|image|at|pdf|jpe?g|png|th?n?|tahun|an|a n)\b|\d+"
)


def tebak(nama: str) -> tuple[str, str, str]:
    """File name -> (NIP or "", what may be a person's name or "", slot or ""): "SKP 2025 - Sukarjono.pdf" -> ("", "sukarjono", "skp-2025")."""
    kata = re.sub(r"[^a-z0-9%]+", " ", nama.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold()).strip()
    nip = ""
    if ada := _NIP.search(nama):
        nip = re.sub(r"\D", "", ada.group())
        kata = _NIP.sub(" ", kata)
    slot, kata = _slot(kata)
    sisa = " ".join(_UMUM.sub(" ", kata).split())
    return nip, sisa if len(sisa) > 2 else "", slot


def _slot(kata: str) -> tuple[str, str]:
    for pola, dasar in _KATA:
        if ada := re.search(rf"(?<![a-z0-9])(?:{pola})(?![a-z])", kata):
            sisa = kata[: ada.start()] + " " + kata[ada.end() :]
            for slot in (dasar, f"{dasar}-{_akhiran(kata, dasar)}"):
                if urai_slot(slot):
                    return slot, _TINGKAT.sub(" ", sisa) if dasar in ("ijazah", "transkrip") else sisa
            return dasar, sisa
    return "", kata


def _akhiran(kata: str, dasar: str) -> str:
    if dasar == "ijazah":
        tingkat = _TINGKAT.search(kata)
        return _SAMA.get(tingkat.group(), tingkat.group()) if tingkat else ""
    if dasar == "stlud":
        return next(iter(re.findall(r"(?<!\d)[1-9](?!\d)", kata)), "")
    tahun = _TAHUN.search(kata)
    return tahun.group() if tahun else ""
