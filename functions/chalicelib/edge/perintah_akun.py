"""`infra/sikap akun`: roles, locks and activation slips by NIP; how the first administrator of an office comes to be."""

from __future__ import annotations

import argparse
from pathlib import Path

import chalicelib.wiring as wiring
from chalicelib.edge.ucapan import SELESAI, Perintah, cetak_json, katakan
from chalicelib.galat import TakSah
from schemas.akun import PandanganAkun
from schemas.peran import SEBUTAN, Peran

CONTOH = """Contoh, administrator pertama setelah daftar pegawai dimasukkan:
  infra/sikap akun peran 199001012015031901 admin
  infra/sikap akun slip 199001012015031901 --ke slip.pdf
Peran: """ + ", ".join(p.value for p in Peran)


def _susun(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "aksi",
        choices=("lihat", "peran", "kunci", "buka", "lepas-kode", "slip"),
        help="lihat akun; beri peran; kunci atau buka; lepas kode kedua; cetak slip aktivasi",
    )
    p.add_argument("nip", metavar="NIP", help="18 angka")
    p.add_argument("peran", nargs="*", metavar="PERAN", help="untuk “peran”: semua peran yang dipegang")
    p.add_argument("--lingkup", metavar="UNIT", help="id unit yang dilayani pengelola_opd")
    p.add_argument("--ke", type=Path, default=Path("slip.pdf"), metavar="BERKAS", help="tempat slip (bawaan: slip.pdf)")
    p.add_argument("--json", action="store_true", help="hasil sebagai JSON")


def _kerja(arg: argparse.Namespace) -> int:
    from chalicelib.actions import administrasi

    kantor, nip = wiring.kantor(), arg.nip.replace(" ", "")
    match arg.aksi:
        case "slip":
            return _slip(nip, arg.ke)
        case "peran":
            akun = administrasi.beri_peran(kantor, nip, _peran(arg.peran), arg.lingkup)
        case "kunci" | "buka":
            akun = administrasi.kunci(kantor, nip, terkunci=arg.aksi == "kunci")
        case "lepas-kode":
            akun = administrasi.lepas_kode(kantor, nip)
        case _:
            akun = administrasi.akun(kantor, nip)
    cetak_json(akun.model_dump(mode="json")) if arg.json else print(_kalimat(akun))
    return SELESAI


def _peran(nama: list[str]) -> list[Peran]:
    dikenal = {p.value for p in Peran}
    if not nama or set(nama) - dikenal:
        raise TakSah(
            "Sebutkan peran yang dikenal." if nama else "Sebutkan peran yang dipegang.",
            kode="peran-tak-dikenal",
            petunjuk="Peran: " + ", ".join(sorted(dikenal)),
        )
    return [Peran(n) for n in nama]


def _kalimat(akun: PandanganAkun) -> str:
    keadaan = "terkunci" if akun.terkunci else ("aktif" if akun.aktif else "belum diaktifkan")
    return f"{akun.nama} ({akun.nip}), {akun.opd}\n{', '.join(SEBUTAN[p] for p in akun.peran)}; {keadaan}"


def _slip(nip: str, ke: Path) -> int:
    """The code stands only on the paper: it is neither printed here nor logged."""
    from chalicelib.actions import administrasi

    kantor = wiring.kantor()
    administrasi.akun(kantor, nip)
    ke.touch(0o600)  # a place that cannot be written is refused before the last slip's code ends
    ke.write_bytes(administrasi.slip(kantor, nip))
    katakan(f"Slip ditulis ke {ke}. Cetak, serahkan kepada orangnya, lalu hapus berkasnya.")
    return SELESAI


AKUN = Perintah("akun", "Lihat akun, beri peran, kunci, atau cetak slip aktivasi, menurut NIP.", _susun, _kerja, CONTOH)
