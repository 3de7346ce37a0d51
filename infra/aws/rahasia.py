"""The encrypted parameter: our own secret on its first line, made once, then one line for each secret of others."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from infra import aplikasi
from infra.langkah import Langkah
from infra.tempat import Berhenti

if TYPE_CHECKING:
    from infra.aws.tata import Aws


def langkah(a: Aws) -> Langkah:
    """The step."""
    return Langkah(
        "rahasia",
        f"parameter SSM terenkripsi {_nama(a)}, dibuat sekali, tidak ditampilkan",
        "hapus parameter itu",
        partial(_ada, a),
        partial(_buat, a),
        lambda: a.klien("ssm").delete_parameter(Name=_nama(a)) and None,
        data=True,
    )


def cukup(a: Aws) -> None:
    """Does the parameter hold what the chosen channels need? Raises Berhenti: functions without it would refuse every request."""
    kanal = (a.isi["kabar.kanal"], a.isi["aplikasi.kanal_kedua"])
    perlu = {aplikasi.AWALAN + n.upper() for k in kanal for n in aplikasi.perlu(k) if n in aplikasi.rahasia()}
    if not perlu:
        return
    _, *lain = a.klien("ssm").get_parameter(Name=_nama(a), WithDecryption=True)["Parameter"]["Value"].split("\n")
    baris = (b.partition("=") for b in lain)
    if kurang := sorted(perlu - {nama for nama, _, isi in baris if isi.strip()}):
        raise Berhenti(
            f"Kanal kabar yang dipilih memerlukan {', '.join(kurang)}, dan parameter SSM {_nama(a)} belum memuatnya. Fungsi yang "
            "berjalan belum disentuh. Tambahkan satu baris NAMA=isi untuk masing-masing di bawah baris pertamanya (konsol AWS, "
            "Systems Manager, Parameter Store), lalu jalankan apply lagi."
        )


def _nama(a: Aws) -> str:
    return f"/{a.nama}/rahasia"


def _ada(a: Aws) -> bool:
    klien = a.klien("ssm")
    try:
        return bool(klien.get_parameter(Name=_nama(a), WithDecryption=False))
    except klien.exceptions.ParameterNotFound:
        return False


def _buat(a: Aws) -> None:
    a.klien("ssm").put_parameter(Name=_nama(a), Type="SecureString", Value=secrets.token_hex(32))
