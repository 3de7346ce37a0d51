"""Where things lie on this computer, and how infra speaks: progress on standard error, a refusal as one plain sentence."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
DATA = AKAR / ".sikap"
SITUS = AKAR / "build" / "site"
SETELAN = DATA / "setelan"
"""SIKAP_…=… lines; made once, readable by its owner only, may be edited by him."""
BERJALAN = DATA / "berjalan"
"""The same form: what only holds while infra/run runs (addresses), for `infra/sikap` in another window."""


class Berhenti(Exception):
    """It cannot go on; the sentence says why and what to do."""


def katakan(pesan: str) -> None:
    """A line of progress."""
    print(pesan, file=sys.stderr, flush=True)


def siapkan_data() -> None:
    """Make `.sikap/`. Raises Berhenti where this folder may not be written."""
    try:
        DATA.mkdir(mode=0o700, exist_ok=True)
        (DATA / ".tulis").touch()
        (DATA / ".tulis").unlink()
    except OSError as sebab:
        raise Berhenti(
            f"Folder {AKAR} tidak dapat ditulisi ({sebab.strerror}).\n"
            "Salin SIKAP ke folder milik Anda, lalu jalankan lagi dari sana."
        ) from None


def baca_setelan(berkas: Path | None = None) -> dict[str, str]:
    """The kept settings; empty when there are none yet. Raises Berhenti for a line that is not NAME=value."""
    berkas = berkas or SETELAN
    if not berkas.is_file():
        return {}
    baris = [b.strip() for b in berkas.read_text(encoding="utf-8").splitlines()]
    isi = [b.partition("=") for b in baris if b and not b.startswith("#")]
    if salah := [nama for nama, sama, _ in isi if not sama]:
        raise Berhenti(f"{berkas}: baris “{salah[0]}” bukan bentuk NAMA=nilai.")
    return {nama.strip(): nilai.strip() for nama, _, nilai in isi}


def simpan_setelan(isi: Mapping[str, str], berkas: Path) -> None:
    """Keep settings for `infra/sikap` and the next start; whole or not at all, for the owner only."""
    sementara = berkas.with_suffix(".baru")
    with os.fdopen(os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as ke:
        ke.write("# Dibuat oleh infra/run. Jangan dibagikan: di sini ada kunci rahasia.\n")
        ke.writelines(f"{nama}={nilai}\n" for nama, nilai in isi.items())
    sementara.replace(berkas)


def setelan_awal() -> dict[str, str]:
    """The kept settings, with secrets made once. What stands in the environment wins, and is not kept."""
    isi = baca_setelan()
    bawaan = {
        "SIKAP_RAHASIA": secrets.token_hex(32),
        "SIKAP_S3_KUNCI": secrets.token_hex(10),
        "SIKAP_S3_RAHASIA": secrets.token_hex(20),
    }
    if bawaan.keys() - isi.keys():
        isi = bawaan | isi
        simpan_setelan(isi, SETELAN)
    return isi


def lingkungan(pustaka: Mapping[str, str]) -> dict[str, str]:
    """The environment of a child: what this run found, then the kept settings, then what the person set himself."""
    luar = {k: v for k, v in os.environ.items() if k.startswith("SIKAP_")}
    jalur = [str(AKAR), str(AKAR / "functions"), *filter(None, [pustaka.get("PYTHONPATH")])]
    return {**os.environ, **baca_setelan(BERJALAN), **baca_setelan(), **luar, "PYTHONPATH": os.pathsep.join(jalur)}
