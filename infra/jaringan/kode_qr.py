"""An address as a QR code for a terminal: half blocks in black on white, whatever colours the terminal has."""

from __future__ import annotations

import sys

import segno

HITAM_PUTIH, SELESAI = "\033[38;5;16;48;5;231m", "\033[0m"
BALOK = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
TEPI = 2
"""Modules of white around it; four are the rule, but cameras read two, and a terminal has few lines."""


def gambar(isi: str) -> str:
    """Lines for a terminal; two modules of the code stand in one character."""
    baris = [list(b) for b in segno.make(isi, error="l", micro=False).matrix_iter(border=TEPI)]
    baris += [[0] * len(baris[0])] * (len(baris) % 2)
    pasangan = zip(baris[::2], baris[1::2], strict=True)
    return "\n".join(
        HITAM_PUTIH + "".join(BALOK[a & 1, b & 1] for a, b in zip(atas, bawah, strict=True)) + SELESAI
        for atas, bawah in pasangan
    )


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print(gambar(sys.argv[1]))
