"""What each function may do in AWS, and nothing else: names -> IAM documents, printable and testable."""

from __future__ import annotations

from typing import Any

FUNGSI = {
    "api_handler": "APIHandler",
    "antrean": "Antrean",
    "gambar": "Gambar",
    "surat_wa": "SuratWa",
    "tiap_menit": "TiapMenit",
}
"""Chalice's name of each function -> its logical name in the template."""
_CATATAN = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"]  # fmt: skip
_AMBIL = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
_BERKAS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"]


def _sub(teks: str) -> dict[str, str]:
    return {"Fn::Sub": teks}


def dokumen(fungsi: str) -> dict[str, Any]:
    """The policy of one function (Chalice's name)."""
    if fungsi == "surat_wa":
        return _surat_wa()
    izin = [
        *_dasar(fungsi),
        _izin("Catatan", _CATATAN, [_sub("${Tabel.Arn}"), _sub("${Tabel.Arn}/index/*")]),
        _izin("Berkas", _BERKAS, [_sub("${Dokumen.Arn}/*")]),
        _izin("Daftar", ["s3:ListBucket"], [_sub("${Dokumen.Arn}")]),
    ]  # fmt: skip
    antre = {"antrean": "AntreanKerja", "gambar": "AntreanGambar"}.get(fungsi)
    if fungsi in ("antrean", "tiap_menit"):
        izin.append(_izin("KirimWhatsApp", ["social-messaging:SendWhatsAppMessage"], [_sub("arn:${AWS::Partition}:social-messaging:${AWS::Region}:${AWS::AccountId}:phone-number-id/*")]))  # fmt: skip
    if antre:
        izin.append(_izin("Ambil", _AMBIL, [_sub(f"${{{antre}.Arn}}")]))  # fmt: skip
    else:
        izin.append(_izin("Bangunkan", ["sqs:SendMessage"], [_sub("${AntreanKerja.Arn}")]))
    return {"Version": "2012-10-17", "Statement": izin}


def _dasar(fungsi: str) -> list[dict[str, Any]]:
    """What every function needs: the secret, its own log."""
    return [
        _izin("Rahasia", ["ssm:GetParameter"], [_sub("arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${AWS::StackName}/rahasia")]),
        _izin("Log", ["logs:CreateLogStream", "logs:PutLogEvents"], [_sub(f"${{Log{FUNGSI[fungsi]}.Arn}}")]),
    ]  # fmt: skip


def _surat_wa() -> dict[str, Any]:
    """It keeps what it is brought and wakes the worker: no file, no list, nothing that it could remove."""
    simpan = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:ConditionCheckItem"]
    izin = [
        *_dasar("surat_wa"),
        _izin("Simpan", simpan, [_sub("${Tabel.Arn}")]),
        _izin("Ambil", _AMBIL, [_sub("${AntreanSurat.Arn}")]),
        _izin("Bangunkan", ["sqs:SendMessage"], [_sub("${AntreanKerja.Arn}")]),
    ]
    return {"Version": "2012-10-17", "Statement": izin}


def _izin(nama: str, aksi: list[str], pada: list[Any]) -> dict[str, Any]:
    return {"Sid": nama, "Effect": "Allow", "Action": aksi, "Resource": pada}
