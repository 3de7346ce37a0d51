"""What each function may do in AWS, and nothing else: names -> IAM documents, printable and testable."""

from __future__ import annotations

from typing import Any

FUNGSI = {"api_handler": "APIHandler", "antrean": "Antrean", "gambar": "Gambar", "tiap_menit": "TiapMenit"}
"""Chalice's name of each function -> its logical name in the template."""
_CATATAN = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"]  # fmt: skip
_BERKAS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]


def _sub(teks: str) -> dict[str, str]:
    return {"Fn::Sub": teks}


def dokumen(fungsi: str) -> dict[str, Any]:
    """The policy of one function (Chalice's name)."""
    izin = [
        _izin("Catatan", _CATATAN, [_sub("${Tabel.Arn}"), _sub("${Tabel.Arn}/index/*")]),
        _izin("Berkas", _BERKAS, [_sub("${Dokumen.Arn}/*")]),
        _izin("Daftar", ["s3:ListBucket"], [_sub("${Dokumen.Arn}")]),
        _izin("Rahasia", ["ssm:GetParameter"], [_sub("arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/${AWS::StackName}/rahasia")]),
        _izin("Log", ["logs:CreateLogStream", "logs:PutLogEvents"], [_sub(f"${{Log{FUNGSI[fungsi]}.Arn}}")]),
    ]  # fmt: skip
    antre = {"antrean": "AntreanKerja", "gambar": "AntreanGambar"}.get(fungsi)
    if antre:
        izin.append(_izin("Ambil", ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], [_sub(f"${{{antre}.Arn}}")]))  # fmt: skip
    else:
        izin.append(_izin("Bangunkan", ["sqs:SendMessage"], [_sub("${AntreanKerja.Arn}")]))
    return {"Version": "2012-10-17", "Statement": izin}


def _izin(nama: str, aksi: list[str], pada: list[Any]) -> dict[str, Any]:
    return {"Sid": nama, "Effect": "Allow", "Action": aksi, "Resource": pada}
