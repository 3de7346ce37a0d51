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
    for fungsi in ("APIHandler", "Antrean", "Gambar", "TiapMenit"):
        sumber[f"AwasGalat{fungsi}"] = _alarm("AWS/Lambda", "Errors", 5, {"FunctionName": {"Ref": fungsi}}, f"{fungsi} berulang kali gagal. {_TINGKAT}")  # fmt: skip
    sumber["AwasTercekik"] = _alarm("AWS/Lambda", "Throttles", 0, {"FunctionName": {"Ref": "APIHandler"}}, "Permintaan ditolak karena batas serentak akun. Minta kenaikan kuota Lambda di konsol Service Quotas.")  # fmt: skip
    sumber["AwasCatatan"] = _alarm("AWS/DynamoDB", "ThrottledRequests", 10, {"TableName": {"Ref": "Tabel"}}, "DynamoDB menolak karena terlalu ramai. Biasanya reda sendiri; bila lebih dari 15 menit, periksa partisi panas.")  # fmt: skip
    return sumber


def _alarm(ruang: str, ukuran: str, lebih: int, dimensi: Mapping[str, Any], kalimat: str) -> dict[str, Any]:
    return {
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "AlarmDescription": kalimat,
            "Namespace": ruang,
            "MetricName": ukuran,
            "Dimensions": [{"Name": n, "Value": v} for n, v in dimensi.items()],
            "Statistic": "Sum",
            "Period": 300,
            "EvaluationPeriods": 1,
            "Threshold": lebih,
            "ComparisonOperator": "GreaterThanThreshold",
            "TreatMissingData": "notBreaching",
            "AlarmActions": [{"Ref": "Kabar"}],
        },
    }
