"""WhatsApp's events in the stack: AWS End User Messaging -> topic -> queue -> the function that keeps them. No door to the world.

The topic has no key of its own: the provider's service may not use the account's default one, and nothing rests there; the
queue, where it may rest, is encrypted.
"""

from __future__ import annotations

from typing import Any

_AKUN = {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}


def sumber_surat() -> dict[str, Any]:
    """The topic that only the messaging service writes to, and its subscription to the queue that only the topic writes to."""
    topik, antrean = {"Ref": "KabarMasuk"}, {"Fn::GetAtt": ["AntreanSurat", "Arn"]}
    dari_topik = {"ArnEquals": {"aws:SourceArn": topik}}
    return {
        "KabarMasuk": {"Type": "AWS::SNS::Topic", "Properties": {}},
        "IzinKabarMasuk": {
            "Type": "AWS::SNS::TopicPolicy",
            "Properties": {"Topics": [topik], "PolicyDocument": _boleh("social-messaging.amazonaws.com", "sns:Publish", topik, _AKUN)},
        },
        "IzinAntreanSurat": {
            "Type": "AWS::SQS::QueuePolicy",
            "Properties": {"Queues": [{"Ref": "AntreanSurat"}], "PolicyDocument": _boleh("sns.amazonaws.com", "sqs:SendMessage", antrean, dari_topik)},
        },
        "LanggananSurat": {
            "Type": "AWS::SNS::Subscription",
            "Properties": {"TopicArn": topik, "Protocol": "sqs", "Endpoint": antrean, "RawMessageDelivery": True},
        },
    }  # fmt: skip


def _boleh(siapa: str, aksi: str, pada: Any, bila: Any) -> dict[str, Any]:
    izin = {"Effect": "Allow", "Principal": {"Service": siapa}, "Action": aksi, "Resource": pada, "Condition": bila}
    return {"Version": "2012-10-17", "Statement": [izin]}
