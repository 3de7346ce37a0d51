"""What WhatsApp's error codes mean for us: a class that decides, and a sentence for people. Unknown codes: again later."""

from __future__ import annotations

from schemas.kabar import SebabGagal as Sebab

_AKUN = "Akun WhatsApp kantor bermasalah; administrator perlu memeriksanya."
_NOMOR = "Nomor ini tidak terdaftar di WhatsApp atau tidak dapat menerima pesan."
_SIBUK = "WhatsApp sedang sibuk; dicoba lagi."
_ISI = "Bentuk pesan ditolak WhatsApp."
_TEMPLAT = "Templat pesan belum atau tidak lagi disetujui WhatsApp."
_TABEL: tuple[tuple[Sebab, str, tuple[int, ...]], ...] = (
    (Sebab.HENTI, _AKUN, (0, 3, 10, 190, 368, 131005, 131031, 130497, 131042, 131045, 131037, 33, 131048, 131064, 133016)),
    (Sebab.TEMPLAT, _TEMPLAT, (132001, 132007, 132015, 132016)),
    (Sebab.ULANGI, _SIBUK, (1, 2, 4, 80007, 130429, 131000, 131016, 131057)),
    (Sebab.PASANGAN, "Terlalu banyak pesan ke orang ini dalam waktu singkat.", (131056,)),
    (Sebab.NOMOR_MATI, _NOMOR, (131026, 131030)),
    (Sebab.TETAP, "Penerima tidak dapat dikirimi lewat WhatsApp saat ini.", (131047, 131049, 131050, 130472, 131021, 131062, 131063, 137000, 135000)),
    (Sebab.TETAP, _ISI, (100, 131008, 131009, 131051, 131052, 131053, 132000, 132005, 132008, 132012)),
)  # fmt: skip
GALAT = {kode: (sebab, kata) for sebab, kata, semua in _TABEL for kode in semua}


def artikan(kode: int) -> tuple[Sebab, str]:
    """(class, sentence) of an error code."""
    if 200 <= kode <= 299:
        return Sebab.HENTI, _AKUN
    sebab, kata = GALAT.get(kode, (Sebab.ULANGI, _SIBUK))
    return sebab, f"{kata} (WhatsApp {kode})"
