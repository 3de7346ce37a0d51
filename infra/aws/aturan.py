"""What each setting of the AWS target must be; `contoh.toml` beside this file explains them to the administrator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from infra import aplikasi
from infra.setelan_toml import Aturan, Butir, antara, pilihan, pola, sasaran

_SIMPAN = (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731)


def _hari_log(nilai: int) -> str:
    return "" if nilai in _SIMPAN else f"CloudWatch mengenal: {', '.join(map(str, _SIMPAN))}."


KABAR = ("kanal", "wa_nomor", "wa_wilayah", "wa_antrean_url")
"""Settings of the functions that follow from [kabar] and from the stack itself."""
ATURAN: Aturan = {
    "sasaran.jenis": Butir(None, sasaran("aws")),
    "aws.nama": Butir("sikap", pola(r"[a-z][a-z0-9-]{2,20}", "huruf kecil, angka, tanda hubung; 3 sampai 21 huruf.")),
    "aws.wilayah": Butir("ap-southeast-3", pola(r"[a-z]{2}(-[a-z]+)+-\d", "tulis wilayah AWS, misalnya ap-southeast-3 (Jakarta).")),
    "aws.arsitektur": Butir("arm64", pilihan("arm64", "x86_64")),
    "aws.python": Butir("python3.13"),
    "situs.alamat": Butir("", pola(r"|https://[a-z0-9.-]+", "tulis https:// dan nama situs, atau kosongkan.")),
    "situs.sertifikat_arn": Butir("", pola(r"|arn:aws:acm:us-east-1:\d{12}:certificate/.+", "CloudFront hanya menerima sertifikat ACM dari us-east-1.")),
    "situs.waf_arn": Butir("", pola(r"|arn:aws:wafv2:us-east-1:\d{12}:global/webacl/.+", "tulis ARN Web ACL jenis CLOUDFRONT (us-east-1).")),
    "situs.bantuan_telepon": Butir("(0351) 749034"),
    "dokumen.kunci_objek_hari": Butir(0, antara(0, 36500)),
    "kabar.kanal": Butir("catatan", pilihan("catatan", "whatsapp", "whatsapp-aws")),
    "kabar.nomor": Butir("", pola(r"|\d{5,20}|phone-number-id-[0-9a-f]{32}", "tulis Phone number ID (angka) dari Meta, phone-number-id-… dari konsol End User Messaging, atau kosongkan.")),
    "pengawas.surel": Butir("", pola(r"|[^@\s]+@[^@\s]+\.[^@\s]+", "tulis alamat surel, atau kosongkan.")),
    "pengawas.simpan_log_hari": Butir(90, _hari_log),
    **aplikasi.aturan(KABAR),
}  # fmt: skip


def sepadan(isi: Mapping[str, Any]) -> dict[str, str]:
    """What one setting asks of another."""
    salah = aplikasi.sepadan(isi, {"kanal": "kabar.kanal", "wa_nomor": "kabar.nomor"})
    if isi["situs.sertifikat_arn"] and not isi["situs.alamat"]:
        salah["situs.alamat"] = "isi nama situs yang ada di sertifikat itu, atau kosongkan situs.sertifikat_arn."
    milik_sendiri = isi["situs.alamat"] and not isi["situs.alamat"].endswith(".cloudfront.net")
    if milik_sendiri and not isi["situs.sertifikat_arn"]:
        salah["situs.sertifikat_arn"] = "isi: nama situs sendiri memerlukan sertifikat ACM dari us-east-1."
    if isi["kabar.kanal"] == "whatsapp" and not isi["kabar.nomor"].isdecimal():
        salah["kabar.nomor"] = "isi: kanal whatsapp memerlukan Phone number ID (angka) dari Meta."
    if isi["kabar.kanal"] == "whatsapp-aws" and not isi["kabar.nomor"].startswith("phone"):
        salah["kabar.nomor"] = "isi: kanal whatsapp-aws memerlukan phone-number-id-… dari konsol End User Messaging."
    return salah
