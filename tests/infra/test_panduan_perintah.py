"""Every command of `infra/sikap` (or `sikap`) that the administrators' guides name is one."""

from __future__ import annotations

import re
from pathlib import Path

from chalicelib.edge.perintah_isi import PERINTAH

AKAR = Path(__file__).resolve().parents[2]
PANDUAN = [AKAR / "site/content/panduan" / f"{n}.md" for n in ("pasang", "tumbuh", "darurat", "biaya")]
PANDUAN += [AKAR / "infra/server/README.md", AKAR / "infra/server/peringatan.yml"]


def test_each_command_is_known():
    dikenal = {p.nama for p in PERINTAH}
    disebut = {
        k for b in PANDUAN for k in re.findall(r"(?:infra/|sudo )sikap ([a-z-]+)", b.read_text(encoding="utf-8"))
    }
    assert {"apply", "status", "doctor", "backup", "restore", "terdampak", "akun"} <= disebut <= dikenal
