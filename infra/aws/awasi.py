"""The watch on AWS: alarms, each with a sentence of what to do, to one address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TINGKAT = "Buka log (CloudWatch, grup log fungsi ini), cari baris dengan nomor permintaan yang disebut orang."


def sumber_awas(s: Mapping[str, Any]) -> dict[str, Any]:
    """The topic, its subscriber, and every alarm."""
    surel = s["pengawas.surel"]
    sumber: dict[str, Any] = {"Kabar": {"Type": "AWS::SNS::Topic", "Properties": {"KmsMasterKeyId": "alias/aws/sns"}}}
    if surel:
        sumber["KabarSurel"] = {"Type": "AWS::SNS::Subscription", "Properties": {"TopicArn": {"Ref": "Kabar"}, "Protocol": "email", "Endpoint": surel}}  # fmt: skip
    for nama in ("AntreanKerja", "AntreanGambar"):
        sumber[f"Awas{nama}Mati"] = _alarm(
            "AWS/SQS", "ApproximateNumberOfMessagesVisible", 0, {"QueueName": {"Fn::GetAtt": [f"{nama}Mati", "QueueName"]}},
            f"Ada pesan yang tidak dapat dikerjakan ({nama}Mati). Baca log fungsinya, betulkan, lalu redrive dari konsol SQS. Tidak ada yang hilang: pekerjaannya tercatat.",
        )  # fmt: skip
    sumber["AwasAntreanSuratMati"] = _alarm(
        "AWS/SQS", "ApproximateNumberOfMessagesVisible", 0, {"QueueName": {"Fn::GetAtt": ["AntreanSuratMati", "QueueName"]}},
        "Ada kabar WhatsApp yang tidak dapat disimpan (AntreanSuratMati), dan salinannya hanya di sana. Baca log fungsi SuratWa, betulkan, lalu redrive dari konsol SQS dalam 14 hari.",
    )  # fmt: skip
    for fungsi in ("APIHandler", "Antrean", "Gambar", "SuratWa", "TiapMenit"):
        sumber[f"AwasGalat{fungsi}"] = _alarm("AWS/Lambda", "Errors", 5, {"FunctionName": {"Ref": fungsi}}, f"{fungsi} berulang kali gagal. {_TINGKAT}")  # fmt: skip
    sumber["AwasTercekik"] = _alarm("AWS/Lambda", "Throttles", 0, {"FunctionName": {"Ref": "APIHandler"}}, "Permintaan ditolak karena batas serentak akun. Minta kenaikan kuota Lambda di konsol Service Quotas.")  # fmt: skip
    sumber["AwasCatatan"] = _alarm("AWS/DynamoDB", "ThrottledRequests", 10, {"TableName": {"Ref": "Tabel"}}, "DynamoDB menolak karena terlalu ramai. Biasanya reda sendiri; bila lebih dari 15 menit, periksa partisi panas.")  # fmt: skip
    return sumber | _dari_sikap()


def _dari_sikap() -> dict[str, Any]:
    """Alarms on what the functions themselves count (chalicelib/edge/ukuran.py)."""
    return {
        "AwasKabarTertunda": _alarm("SIKAP", "kabar_tertunda_detik", 900, {}, "Kabar tertua menunggu lebih dari 15 menit. Buka halaman Kanal kabar: apakah kanalnya istirahat? Lalu log fungsi Antrean dan TiapMenit.", ("Maximum", "GreaterThanThreshold")),
        "AwasBerkas": _alarm("SIKAP", "berkas_sehat", 1, {}, "Penyimpanan dokumen tidak menjawab. Orang belum dapat mengunggah; yang sudah diterima aman. Periksa status S3 dan kebijakan fungsi.", ("Minimum", "LessThanThreshold")),
        "AwasMasukGagal": _alarm("SIKAP", "masuk_gagal", 200, {}, "Lebih dari 200 kali gagal masuk dalam 5 menit: mungkin ada yang menebak kata sandi. Buka Jurnal, kunci akun yang diserang, dan nyalakan WAF (situs.waf_arn) bila belum."),
        "AwasLambat": _alarm("SIKAP", "lama", 3000, {}, "Rata-rata jawaban lebih dari 3 detik. Periksa apakah DynamoDB atau fungsi tercekik (alarm lain), lalu log fungsi APIHandler.", ("Average", "GreaterThanThreshold")),
        "AwasDokumenLama": _alarm("SIKAP", "dokumen_terlama_diperiksa_detik", 100 * 86_400, {}, "Ada dokumen yang lebih dari 100 hari tidak dibaca ulang; pemeriksaan dokumen tertinggal. Lihat log fungsi TiapMenit.", ("Maximum", "GreaterThanThreshold")),
    }  # fmt: skip


def _alarm(
    ruang: str,
    ukuran: str,
    lebih: int,
    dimensi: Mapping[str, Any],
    kalimat: str,
    cara: tuple[str, str] = ("Sum", "GreaterThanThreshold"),
) -> dict[str, Any]:
    return {
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "AlarmDescription": kalimat,
            "Namespace": ruang,
            "MetricName": ukuran,
            "Dimensions": [{"Name": n, "Value": v} for n, v in dimensi.items()],
            "Statistic": cara[0],
            "Period": 300,
            "EvaluationPeriods": 1,
            "Threshold": lebih,
            "ComparisonOperator": cara[1],
            "TreatMissingData": "notBreaching",
            "AlarmActions": [{"Ref": "Kabar"}],
        },
    }
