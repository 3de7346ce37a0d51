"""Where things lie on this computer, and how infra speaks: progress on standard error, a refusal as one plain sentence."""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Mapping
from pathlib import Path

AKAR = Path(__file__).resolve().parents[1]
DATA = AKAR / ".sikap"
SITUS = AKAR / "build" / "site"
SETELAN = DATA / "setelan"
"""Lines as `urai` reads them; made once, readable by its owner only, may be edited by him."""
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
    return urai(berkas.read_text(encoding="utf-8"), berkas) if berkas.is_file() else {}


def simpan_setelan(isi: Mapping[str, str], berkas: Path) -> None:
    """Keep settings for `infra/sikap` and the next start; whole or not at all, for the owner only."""
    kepala = "# Dibuat oleh infra/run. Jangan dibagikan: di sini ada kunci rahasia.\n"
    tulis_utuh(berkas, kepala + susun(isi), 0o600)


def urai(teks: str, berkas: object) -> dict[str, str]:
    """NAME=value lines as systemd reads them (EnvironmentFile=). Raises Berhenti for a line that is none; `berkas` names the file."""
    hasil = {}
    for nomor, baris in enumerate(teks.split("\n"), 1):
        nama, sama, nilai = (b.strip(" \t\r") for b in baris.partition("="))
        if (not nama and not sama) or nama.startswith(("#", ";")):
            continue
        if not sama:
            raise Berhenti(f"{berkas}:{nomor}: bukan bentuk NAMA=nilai. Betulkan atau hapus baris itu.")
        hasil[nama] = _nilai(nilai, f"{berkas}:{nomor}: {nama}")
    return hasil


def susun(isi: Mapping[str, str]) -> str:
    """Lines that `urai` and systemd read back as they were; in quotes where a sign would mean something."""
    return "".join(f"{nama}={_kutip(nilai)}\n" for nama, nilai in isi.items())


def _kutip(nilai: str) -> str:
    biasa = re.fullmatch(r"[\w./:@%+,=?&-]*", nilai, re.ASCII)
    return nilai if biasa else '"' + re.sub(r'(["\\$])', r"\\\1", nilai) + '"'


def _nilai(sisa: str, letak: str) -> str:
    """Quoted parts in a row, then what is bare to the end of the line. The value itself is never told: it may be a secret."""
    hasil = ""
    while kutip := re.match(r"""(?:'([^']*)'|"((?:[^"\\]|\\.)*)")[ \t]*""", sisa):
        hasil += kutip[1] if kutip[1] is not None else re.sub(r'\\(["\\`$])', r"\1", kutip[2])
        sisa = sisa[kutip.end() :]
    if sisa.startswith(("'", '"')) or re.search(r"(?<!\\)(?:\\\\)*\\$", sisa):
        raise Berhenti(
            f"{letak}: tanda petik tidak ditutup, atau isinya berakhir dengan \\. Apit seluruh isinya dengan ' ' bila perlu."
        )
    return hasil + re.sub(r"\\(.)", r"\1", sisa)


def tulis_utuh(berkas: Path, isi: str | bytes, mode: int, grup: int | None = None) -> None:
    """Write a file whole or not at all: on the disk before it takes its name, and its name too; `grup`: root's file, read by it."""
    sementara = berkas.with_name(berkas.name + ".baru")
    with os.fdopen(os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as ke:
        os.fchmod(ke.fileno(), mode)
        if grup is not None:
            os.fchown(ke.fileno(), 0, grup)
        ke.write(isi.encode() if isinstance(isi, str) else isi)
        ke.flush()
        os.fsync(ke.fileno())
    sementara.replace(berkas)
    folder = os.open(berkas.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


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
