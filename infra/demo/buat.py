"""Makes the demo county.

    python infra/demo/buat.py                     make it under .sikap/demo and hand it to SIKAP (what infra/run does)
    python infra/demo/buat.py KELUAR [--jumlah N] [--hari YYYY-MM-DD]      only write the folder

The folder, the same bytes every time for the same --jumlah and --hari:

    roster.xlsx      SIASN's "Export Data ASN": sheet "Data", 56 columns, one row a person, NIP as text
    riwayat.jsonl    one JSON object a line and person: the keys of `kelayakan`'s input that are facts (nip, nama, jenis_kelamin,
                     tanggal_lahir, kedudukan_hukum, pendidikan, golongan, jabatan, kinerja, angka_kredit, ...). A key that is
                     absent is not known; [] is none. `berkas`, `tmt_usul`, `per_tanggal` and `jenis` are questions: never here
    akun.json        [{kunci, nip, nama, sebutan, peran: [...], lingkup: name of an OPD or null, sandi, totp: base32 or "",
                     tampil: whether the demo's door shows it}]
    perkara.json     {"hari", "arsip": [step "unggah" with "nip"], "perkara": [case], "gangguan": {"dokumen": [{nip, slot}: its
                     bytes get lost], "nomor": [NIP: no message reaches it]}}
    documents/       the files that steps upload; documents/untuk-dicoba/ belongs to no step: for people to try uploads with

A case is {kunci, nip, jenis, periode (as it ends), status (as it ends), langkah: [step]}. Cases are loaded one after the other,
in the order of the file. A step is {pada: when (ISO, +07:00), oleh: NIP of who acts, aksi, ...}:

    aksi "unggah"    slot, berkas (path in the folder), nama (what the uploader called it), pasang (also put it into the
                     checklist of the case); always a PDF, some of them a photo made into one
    aksi "periksa"   isian {slot, putusan, alasan?, catatan?, halaman?}
    others           an act of the workflow table (schemas/alur), isian without `versi`; the first is "buat" {jenis, periode,
                     surat_opd?} for the case's nip. In an isian "$SLOT" stands for the person's newest document in that slot,
                     "#NIP" for the id of that person

Dates of people with a story are fixed and fit a demo whose today is 25 November 2026.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parents[2]
if str(AKAR) not in sys.path:
    sys.path.insert(0, str(AKAR))

from infra.demo import akun, arsip_awal, gangguan, kabupaten, perkara, roster  # noqa: E402
from infra.demo.cerita import Arsip  # noqa: E402

HARI = date(2026, 11, 25)
DATA = AKAR / ".sikap"


def main(argv: list[str] | None = None) -> int:
    """0 when it is made (and loaded)."""
    arg = _pengurai().parse_args(argv)
    tulis(arg.keluar or DATA / "demo", arg.jumlah, arg.hari)
    return 0 if arg.keluar else _muat(DATA / "demo")


def _pengurai() -> argparse.ArgumentParser:
    p = argparse.ArgumentParser(prog="infra/demo/buat.py", description="Membuat kabupaten contoh.")
    p.add_argument("keluar", nargs="?", type=Path, help="tulis ke folder ini saja, tanpa memuatnya ke SIKAP")
    p.add_argument("--jumlah", type=int, default=8000, help="berapa PNS (bawaan: 8000, paling sedikit 1500)")
    p.add_argument(
        "--hari", type=date.fromisoformat, default=HARI, help="hari ini menurut kabupaten contoh (bawaan: 2026-11-25)"
    )
    return p


def tulis(keluar: Path, jumlah: int, hari: date) -> None:
    """Write the whole folder; what a former run left there is removed."""
    shutil.rmtree(keluar, ignore_errors=True)
    keluar.mkdir(parents=True)
    k, arsip = kabupaten.buat(jumlah, hari), Arsip()
    kasus = perkara.tulis(k, arsip)
    isi = {"hari": str(hari), "arsip": arsip_awal.tulis(k, arsip), "perkara": kasus, "gangguan": gangguan.tulis(k)}
    opd = {o.nip: o.opd for o in k.orang}
    roster.tulis(keluar / "roster.xlsx", k.orang)
    _baris_json(keluar / "riwayat.jsonl", (o.fakta for o in k.orang))
    _json(keluar / "akun.json", akun.daftar(k, sorted({opd[p["nip"]] for p in kasus})))
    _json(keluar / "perkara.json", isi)
    for jalur, bytes_ in arsip.berkas.items():
        (keluar / jalur).parent.mkdir(parents=True, exist_ok=True)
        (keluar / jalur).write_bytes(bytes_)


def _json(ke: Path, isi: Any) -> None:
    ke.write_text(json.dumps(isi, ensure_ascii=False, indent=1, default=str), encoding="utf-8")


def _baris_json(ke: Path, isi: Iterable[Any]) -> None:
    with ke.open("w", encoding="utf-8", newline="\n") as berkas:
        berkas.writelines(json.dumps(i, ensure_ascii=False, default=str, separators=(",", ":")) + "\n" for i in isi)


def _muat(folder: Path) -> int:
    """Hand it to SIKAP; the list of accounts for infra/run is written last, so half a county is made again."""
    perintah = [sys.executable, "-m", "chalicelib.edge.perintah", "demo-muat", str(folder)]
    if hasil := subprocess.run(perintah, cwd=AKAR).returncode:
        return hasil
    daftar = json.loads((folder / "akun.json").read_text(encoding="utf-8"))
    pintu = [{"peran": a["sebutan"], "nip": a["nip"], "sandi": a["sandi"]} for a in daftar if a["tampil"]]
    _json(DATA / "demo-akun.json", pintu)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
