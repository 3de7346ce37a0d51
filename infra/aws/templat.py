"""Our half of the stack, merged into what Chalice makes: records, files, queues, the public door, the watch. Names -> CloudFormation."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from infra import aplikasi
from infra.aws.aturan import ATURAN
from infra.aws.awasi import sumber_awas
from infra.aws.kebijakan import FUNGSI
from infra.aws.pintu import sumber_pintu
from infra.aws.surat import sumber_surat

Sumber = dict[str, Any]
PROKSI = 2
"""CloudFront and API Gateway stand before the functions; each adds the address that came to it."""
INDEKS = ("g1", "g2", "g3", "g4", "g5")
_TAHAN = {"DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain"}
_TERTUTUP = {"PublicAccessBlockConfiguration": {n: True for n in ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")}}  # fmt: skip
_SANDI = {"BucketEncryption": {"ServerSideEncryptionConfiguration": [{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]}}  # fmt: skip


def susun(isi: Mapping[str, Any], csp: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The merge template for these settings; `csp` are the site's headers from its build."""
    s = {n: isi.get(n, b.bawaan) for n, b in ATURAN.items()}
    sumber = (
        _tabel() | _ember(s) | _antrean() | sumber_surat() | _fungsi(s) | sumber_pintu(s, csp or {}) | sumber_awas(s)
    )
    return {
        "Description": "SIKAP",
        "Resources": sumber,
        "Outputs": {
            "AlamatSitus": {"Value": {"Fn::Sub": "https://${Situs.DomainName}"}},
            "EmberSitus": {"Value": {"Ref": "BerkasSitus"}},
            "EmberDokumen": {"Value": {"Ref": "Dokumen"}},
            "NamaTabel": {"Value": {"Ref": "Tabel"}},
            "TopikKabarMasuk": {"Value": {"Ref": "KabarMasuk"}},
            "Distribusi": {"Value": {"Ref": "Situs"}},
        },
    }


def teks(isi: Mapping[str, Any]) -> str:
    """The merge template as JSON."""
    return json.dumps(susun(isi), indent=1)


def _tabel() -> Sumber:
    kunci = ["pk", "sk", *(f"{i}{b}" for i in INDEKS for b in "ps")]
    return {
        "Tabel": {
            "Type": "AWS::DynamoDB::Table",
            **_TAHAN,
            "Properties": {
                "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": k, "AttributeType": "S"} for k in kunci],
                "KeySchema": _urut("pk", "sk"),
                "GlobalSecondaryIndexes": [
                    {
                        "IndexName": f"indeks-{i}",
                        "KeySchema": _urut(f"{i}p", f"{i}s"),
                        "Projection": {"ProjectionType": "ALL"},
                    }
                    for i in INDEKS
                ],
                "TimeToLiveSpecification": {"AttributeName": "x", "Enabled": True},
                "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
                "DeletionProtectionEnabled": True,
                "SSESpecification": {"SSEEnabled": True},
            },
        }
    }


def _urut(pk: str, sk: str) -> list[dict[str, str]]:
    return [{"AttributeName": pk, "KeyType": "HASH"}, {"AttributeName": sk, "KeyType": "RANGE"}]


def _ember(s: Mapping[str, Any]) -> Sumber:
    hari = s["dokumen.kunci_objek_hari"]
    kunci = {
        "ObjectLockEnabled": True,
        "ObjectLockConfiguration": {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": hari}}},
    } if hari else {}  # fmt: skip
    dokumen = _TERTUTUP | _SANDI | kunci | {
        "VersioningConfiguration": {"Status": "Enabled"},
        "LifecycleConfiguration": {"Rules": [
            _buang("masuk/", 2), _buang("cetak/", 2), _buang("ringkas/", 90),
            {"Id": "versi-lama", "Status": "Enabled", "NoncurrentVersionExpiration": {"NoncurrentDays": 90},
             "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 1}}]},
        "CorsConfiguration": {"CorsRules": [{"AllowedOrigins": [_asal(s)], "AllowedMethods": ["GET", "PUT"], "AllowedHeaders": ["*"], "ExposedHeaders": ["ETag"], "MaxAge": 3600}]},
        "NotificationConfiguration": {"QueueConfigurations": [{"Event": "s3:ObjectCreated:*", "Queue": _arn("AntreanGambar"),
            "Filter": {"S3Key": {"Rules": [{"Name": "prefix", "Value": "berkas/"}]}}}]},
    }  # fmt: skip
    return {
        "Dokumen": {"Type": "AWS::S3::Bucket", **_TAHAN, "DependsOn": ["IzinAntreanGambar"], "Properties": dokumen},
        "BerkasSitus": {"Type": "AWS::S3::Bucket", **_TAHAN, "Properties": _TERTUTUP | _SANDI | {"VersioningConfiguration": {"Status": "Enabled"}}},
        "HanyaTls": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "Dokumen"}, "PolicyDocument": {
            "Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*",
            "Resource": [_arn("Dokumen"), {"Fn::Sub": "${Dokumen.Arn}/*"}], "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}},
    }  # fmt: skip


def _asal(s: Mapping[str, Any]) -> Any:
    """The site's origin. Without an own name it is CloudFront's, which depends on much; `*` is safe: every upload is signed."""
    return s["situs.alamat"] or "*"


def _buang(awalan: str, hari: int) -> dict[str, Any]:
    return {"Id": awalan.strip("/"), "Status": "Enabled", "Prefix": awalan, "ExpirationInDays": hari}


def _arn(nama: str) -> dict[str, list[str]]:
    return {"Fn::GetAtt": [nama, "Arn"]}


def _antrean() -> Sumber:
    """The queues and their dead letters. Storage tells of a document before its record is written, so its message waits a little."""
    sumber: Sumber = {}
    for nama, terlihat, tunda in (("AntreanKerja", 720, 0), ("AntreanGambar", 720, 5), ("AntreanSurat", 360, 0)):
        mati = f"{nama}Mati"
        sumber[mati] = {"Type": "AWS::SQS::Queue", "Properties": {"MessageRetentionPeriod": 1_209_600, "SqsManagedSseEnabled": True}}  # fmt: skip
        sumber[nama] = {
            "Type": "AWS::SQS::Queue",
            "Properties": {
                "VisibilityTimeout": terlihat,
                "DelaySeconds": tunda,
                "SqsManagedSseEnabled": True,
                "RedrivePolicy": {"deadLetterTargetArn": _arn(mati), "maxReceiveCount": 5},
            },
        }
    izin = {"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": _arn("AntreanGambar"),
            "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}}  # fmt: skip
    sumber["IzinAntreanGambar"] = {
        "Type": "AWS::SQS::QueuePolicy",
        "Properties": {
            "Queues": [{"Ref": "AntreanGambar"}],
            "PolicyDocument": {"Version": "2012-10-17", "Statement": [izin]},
        },
    }
    return sumber


def _fungsi(s: Mapping[str, Any]) -> Sumber:
    """Settings, log groups and queues of Chalice's functions."""
    lingkungan = {
        "SIKAP_STORE": {"Fn::Sub": "dynamodb:${Tabel}"},
        "SIKAP_S3_EMBER": {"Ref": "Dokumen"},
        "SIKAP_S3_WILAYAH": {"Ref": "AWS::Region"},
        "SIKAP_RAHASIA_SSM": {"Fn::Sub": "/${AWS::StackName}/rahasia"},
        "SIKAP_ANTREAN_URL": {"Ref": "AntreanKerja"},
        "SIKAP_METRIK_EMF": "true",
        "SIKAP_PROKSI_TEPERCAYA": str(PROKSI),
        "SIKAP_KANAL": s["kabar.kanal"],
        "SIKAP_WA_NOMOR": s["kabar.nomor"],
        "SIKAP_WA_WILAYAH": {"Ref": "AWS::Region"},
        "SIKAP_BANTUAN_TELEPON": s["situs.bantuan_telepon"],
        "SIKAP_ALAMAT_SITUS": s["situs.alamat"] or "https://sikap.invalid",
        **aplikasi.lingkungan(s),
    }
    sumber: Sumber = {n: {"Properties": {"Environment": {"Variables": lingkungan}}} for n in FUNGSI.values()}
    for nama, antre in (("Antrean", "AntreanKerja"), ("Gambar", "AntreanGambar"), ("SuratWa", "AntreanSurat")):
        sumber[nama]["Properties"]["Events"] = {
            f"{nama}SqsEventSource": {
                "Properties": {"Queue": {"Fn::Sub": f"${{{antre}.Arn}}"}, "FunctionResponseTypes": ["ReportBatchItemFailures"]}
            }
        }  # fmt: skip
    for nama in FUNGSI.values():
        sumber[f"Log{nama}"] = {
            "Type": "AWS::Logs::LogGroup",
            "Properties": {"RetentionInDays": s["pengawas.simpan_log_hari"]},
        }
        sumber[nama]["Properties"]["LoggingConfig"] = {"LogGroup": {"Ref": f"Log{nama}"}}
    return sumber
