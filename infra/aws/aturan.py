"""What each setting of the AWS target must be; `contoh.toml` beside this file explains them to the administrator."""

from __future__ import annotations

from infra.setelan_toml import Aturan, Butir, antara, pilihan, pola

_SIMPAN = (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731)


def _hari_log(nilai: int) -> str:
    return "" if nilai in _SIMPAN else f"CloudWatch mengenal: {', '.join(map(str, _SIMPAN))}."


ATURAN: Aturan = {
    "sasaran.jenis": Butir(None, pilihan("aws")),
    "aws.nama": Butir("sikap", pola(r"[a-z][a-z0-9-]{2,20}", "huruf kecil, angka, tanda hubung; 3 sampai 21 huruf.")),
    "aws.wilayah": Butir("ap-southeast-3", pola(r"[a-z]{2}(-[a-z]+)+-\d", "tulis wilayah AWS, misalnya ap-southeast-3 (Jakarta).")),
    "aws.arsitektur": Butir("arm64", pilihan("arm64", "x86_64")),
    "aws.python": Butir("python3.13"),
    "situs.alamat": Butir("", pola(r"|https://[a-z0-9.-]+", "tulis https:// dan nama situs, atau kosongkan.")),
    "situs.sertifikat_arn": Butir("", pola(r"|arn:aws:acm:us-east-1:\d{12}:certificate/.+", "CloudFront hanya menerima sertifikat ACM dari us-east-1.")),
    "situs.waf_arn": Butir("", pola(r"|arn:aws:wafv2:us-east-1:\d{12}:global/webacl/.+", "tulis ARN Web ACL jenis CLOUDFRONT (us-east-1).")),
    "situs.bantuan_telepon": Butir("(0351) 749034"),
    "dokumen.kunci_objek_hari": Butir(0, antara(0, 36500)),
    "pengawas.surel": Butir("", pola(r"|[^@\s]+@[^@\s]+\.[^@\s]+", "tulis alamat surel, atau kosongkan.")),
    "pengawas.simpan_log_hari": Butir(90, _hari_log),
}  # fmt: skip
