"""`infra/sikap retensi`: what the retention table would delete and why; or do today's share now."""

from __future__ import annotations

import argparse
from datetime import date

import chalicelib.wiring as wiring
from chalicelib.edge.perintah_paket import PAKET
from chalicelib.edge.ucapan import DITOLAK, SELESAI, Perintah, cetak_json, katakan


def _tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{teks} bukan tanggal; tulis seperti 2027-01-31") from None


def _susun(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--coba", action="store_true", help="hanya tampilkan apa yang akan diumumkan atau dihapus, dan sebabnya"
    )
    p.add_argument(
        "--pada", type=_tanggal, metavar="TANGGAL", help="bersama --coba: keadaan pada tanggal itu (bawaan: hari ini)"
    )
    apa = "satu dokumen (ID dari --coba), atau semua dokumen seseorang (NIP)"
    p.add_argument("--tahan", metavar="ID|NIP", help=f"tahan {apa}; perlu --alasan")
    p.add_argument("--lepas", metavar="ID|NIP", help=f"lepas {apa}")
    p.add_argument("--alasan", default="", help="mengapa ditahan atau dilepas, misalnya sengketa")
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")


def _kerja(arg: argparse.Namespace) -> int:
    from chalicelib.actions import retensi

    kantor = wiring.kantor()
    if arg.tahan or arg.lepas:
        return _tahan(arg)
    if arg.coba:
        return _coba([r.model_dump(mode="json") for r in retensi.rencana(kantor, arg.pada)], json=arg.json)
    if arg.pada:
        katakan("Pakai --pada bersama --coba.")
        return 2
    if not kantor.setelan.retensi:
        katakan("Penghapusan dimatikan (SIKAP_RETENSI). Yang ditampilkan --coba tidak akan dihapus.")
        return DITOLAK
    while retensi.kerjakan(kantor):
        pass
    angka = retensi.angka(kantor).hari
    if arg.json:
        cetak_json([h.model_dump(mode="json") for h in angka])
    for h in () if arg.json else angka:
        print(
            f"{h.hari}: {h.diumumkan} dokumen diumumkan, {h.dihapus} dihapus ({h.byte} byte); "
            f"{h.kabar} isi kabar dan {h.akses} catatan akses diakhiri."
        )
    return SELESAI


def _tahan(arg: argparse.Namespace) -> int:
    from chalicelib.actions import tahan
    from chalicelib.actions.pelaku import sistem

    kantor, apa = wiring.kantor(), (arg.tahan or arg.lepas).replace(" ", "")
    orang = len(apa) == 18 and apa.isdecimal()
    id_ = tahan.menurut_nip(kantor, sistem(), apa) if orang else apa
    print(tahan.lakukan(kantor, sistem(), id_, arg.alasan, orang=orang, lepaskan=bool(arg.lepas)))
    return SELESAI


def _coba(baris: list[dict[str, object]], *, json: bool) -> int:
    if json:
        cetak_json(baris)
        return SELESAI
    for b in baris:
        kata = "dihapus" if b["apa"] == "hapus" else f"diumumkan akan dihapus {b['pada']}"
        print(
            f"{b['berkas']}  {b['dokumen']}, versi {b['nomor_versi']}, {b['ukuran']} byte: {kata}. {b['sebab']} ({b['kelas']})"
        )
    print(f"{len(baris)} dokumen. Tidak ada yang diubah.")
    return SELESAI


RETENSI = Perintah(
    "retensi", "Hapus dokumen yang masa simpannya habis menurut tabel retensi, atau tampilkan lebih dulu dengan --coba.", _susun, _kerja,
    "Contoh: infra/sikap retensi --coba --pada 2027-12-31",
)  # fmt: skip


ARSIP = (PAKET, RETENSI)
"""The commands about the archive, as the list of commands takes them."""
