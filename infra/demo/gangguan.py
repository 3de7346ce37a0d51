"""What goes wrong once: a decree whose bytes the storage lost, and a number that answers no more."""

from __future__ import annotations

from infra.demo.kabupaten import Kabupaten

RUSAK = ("pengelola_rsud", "sk-pns")
"""(whose, slot): a document that no case needs, of one whose door the demo shows."""
NOMOR_MATI = "mentok"
"""Who was told by message that she does not rise: somebody has to tell her otherwise."""


def tulis(k: Kabupaten) -> dict[str, list[object]]:
    """{"dokumen": [{nip, slot}], "nomor": [NIP]}"""
    siapa, slot = RUSAK
    return {"dokumen": [{"nip": k.tokoh[siapa].nip, "slot": slot}], "nomor": [k.tokoh[NOMOR_MATI].nip]}
