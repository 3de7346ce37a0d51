"""The AWS target as data: least privilege, nothing public, nothing lost, every alarm says what to do; and the package as Lambda gets it."""

from __future__ import annotations

import json
import struct
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from chalicelib.edge import fungsi
from chalicelib.edge.pekerja import Tugas
from chalicelib.store.dynamodb_bentuk import bentuk_tabel

from infra.aws import kebijakan, kemas, tata
from infra.aws.aturan import ATURAN
from infra.aws.templat import susun
from infra.setelan_toml import baca
from infra.tempat import Berhenti

AKAR = Path(__file__).resolve().parents[2]
SUMBER = susun({"pengawas.surel": "a@b.go.id"}, {"Content-Security-Policy": "img-src 'self' {penyimpanan}"})[
    "Resources"
]


def jenis(nama: str) -> list[dict]:
    return [s["Properties"] for s in SUMBER.values() if s.get("Type") == nama]


def test_the_example_is_the_documentation_and_true():
    isi = baca(AKAR / "infra/aws/contoh.toml", ATURAN)
    assert all(isi[n] == b.bawaan for n, b in ATURAN.items() if b.bawaan is not None)


@pytest.mark.parametrize("nama", kebijakan.FUNGSI)
def test_a_function_may_do_only_what_it_does_to_only_what_is_ours(nama):
    izin = kebijakan.dokumen(nama)["Statement"]
    aksi = {a for i in izin for a in i["Action"]}
    assert not [a for a in aksi if "*" in a] and not [i for i in izin if "*" in i["Resource"]]
    assert "dynamodb:Scan" not in aksi and "dynamodb:TransactWriteItems" not in aksi
    assert ("sqs:ReceiveMessage" in aksi) == (nama in ("antrean", "gambar", "surat_wa"))
    assert ("social-messaging:SendWhatsAppMessage" in aksi) == (nama in ("antrean", "tiap_menit"))


def test_whatsapps_events_come_by_a_topic_and_a_queue_that_nobody_else_may_write_to():
    topik, antrean = (
        SUMBER[n]["Properties"]["PolicyDocument"]["Statement"] for n in ("IzinKabarMasuk", "IzinAntreanSurat")
    )
    assert [(i["Principal"], i["Action"], i["Condition"]) for i in topik] == [
        (
            {"Service": "social-messaging.amazonaws.com"},
            "sns:Publish",
            {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}},
        )
    ]
    assert [(i["Principal"], i["Action"], i["Condition"]) for i in antrean] == [
        ({"Service": "sns.amazonaws.com"}, "sqs:SendMessage", {"ArnEquals": {"aws:SourceArn": {"Ref": "KabarMasuk"}}})
    ]
    aksi = {a for i in kebijakan.dokumen("surat_wa")["Statement"] for a in i["Action"]}
    assert not [a for a in aksi if a.startswith("s3:") or "Delete" in a and a != "sqs:DeleteMessage"]


def test_the_channel_is_a_setting():
    nomor = "phone-number-id-" + "0" * 32
    isi = susun({"kabar.kanal": "whatsapp-aws", "kabar.nomor": nomor})["Resources"]
    for fungsi_ in kebijakan.FUNGSI.values():
        sekitar = isi[fungsi_]["Properties"]["Environment"]["Variables"]
        assert (sekitar["SIKAP_KANAL"], sekitar["SIKAP_WA_NOMOR"]) == ("whatsapp-aws", nomor)


def test_the_table_is_the_one_the_adapter_expects_and_cannot_be_lost():
    tabel = jenis("AWS::DynamoDB::Table")[0]
    harap = bentuk_tabel("x")
    assert {k: tabel[k] for k in harap if k != "TableName"} == {k: v for k, v in harap.items() if k != "TableName"}
    assert (
        tabel["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] and tabel["DeletionProtectionEnabled"]
    )
    assert all(
        SUMBER[n]["DeletionPolicy"] == SUMBER[n]["UpdateReplacePolicy"] == "Retain" for n in ("Tabel", "Dokumen")
    )


def test_no_bucket_is_public_unencrypted_or_without_history():
    for ember in jenis("AWS::S3::Bucket"):
        assert set(ember["PublicAccessBlockConfiguration"].values()) == {True}
        assert ember["BucketEncryption"] and ember["VersioningConfiguration"]["Status"] == "Enabled"


def test_a_queue_waits_six_times_its_function_and_has_a_dead_letter_queue():
    for nama, fungsi_ in (("AntreanKerja", "antrean"), ("AntreanGambar", "gambar"), ("AntreanSurat", "surat_wa")):
        isi = SUMBER[nama]["Properties"]
        assert isi["VisibilityTimeout"] >= 6 * kemas.MEMORI[fungsi_][1]
        assert isi["RedrivePolicy"]["maxReceiveCount"] == 5 and SUMBER[f"{nama}Mati"]
    assert kemas.MEMORI["api_handler"][1] < 29


def test_every_alarm_says_what_to_do_and_every_log_ends():
    assert all(len(a["AlarmDescription"]) > 60 and a["AlarmActions"] for a in jenis("AWS::CloudWatch::Alarm"))
    assert [g["RetentionInDays"] for g in jenis("AWS::Logs::LogGroup")] == [90] * 5


def test_the_door_has_one_origin_http3_and_the_sites_own_headers():
    isi = jenis("AWS::CloudFront::Distribution")[0]["DistributionConfig"]
    assert isi["HttpVersion"] == "http2and3" and isi["CacheBehaviors"][0]["PathPattern"] == "/api/*"
    csp = jenis("AWS::CloudFront::ResponseHeadersPolicy")[0]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
    assert "{penyimpanan}" not in json.dumps(csp) and "${Dokumen.RegionalDomainName}" in json.dumps(csp)
    assert "WebACLId" not in isi
    waf = susun({"situs.waf_arn": "arn:x"})["Resources"]["Situs"]["Properties"]["DistributionConfig"]
    assert waf["WebACLId"] == "arn:x"


def test_object_lock_is_a_setting():
    assert "ObjectLockEnabled" not in SUMBER["Dokumen"]["Properties"]
    assert susun({"dokumen.kunci_objek_hari": 30})["Resources"]["Dokumen"]["Properties"]["ObjectLockEnabled"]


def paket(folder: Path, mesin: int, tanda: str = "cp313-cp313-manylinux2014_aarch64") -> Path:
    for nama in ("chalicelib", "schemas", "x.dist-info", "botocore/data/s3", "botocore/data/ec2"):
        (folder / nama).mkdir(parents=True)
    (folder / "botocore/data/partitions.json").write_text("{}")
    (folder / "x.so").write_bytes(b"\x7fELF" + b"\0" * 14 + struct.pack("<H", mesin))
    (folder / "x.dist-info/WHEEL").write_text(f"Tag: {tanda}\n")
    return folder


def test_a_wheel_of_the_wrong_kind_stops_the_package(tmp_path):
    kemas.periksa(paket(tmp_path / "a", 183), "arm64")
    with pytest.raises(Berhenti, match=r"x\.so"):
        kemas.periksa(paket(tmp_path / "b", 62), "arm64")
    with pytest.raises(Berhenti, match="linux_x86_64"):
        kemas.periksa(paket(tmp_path / "c", 62, "cp313-cp313-linux_x86_64"), "x86_64")


def test_only_the_services_in_use_keep_their_models(tmp_path):
    isi = paket(tmp_path / "a", 183)
    kemas.pangkas(isi)
    assert sorted(b.name for b in (isi / "botocore/data").iterdir()) == ["partitions.json", "s3"]


def test_the_site_is_published_assets_first_pages_last(situs):
    nama = [b.relative_to(situs).as_posix() for b in tata.berkas_situs(situs)]
    pertama_html = next(i for i, n in enumerate(nama) if n.endswith(".html"))
    assert all(n.endswith(".html") for n in nama[pertama_html:]) and nama[0].startswith("a/")
    assert not [n for n in nama if n.endswith((".br", ".gz")) or n.startswith("_")]


def test_jobs_have_their_minute():
    saat = lambda jam, menit: datetime(2026, 11, 26, jam, menit, tzinfo=UTC)  # noqa: E731
    pendek, jam, hari = (Tugas("x", lambda: None, d) for d in (2.0, 3600.0, 86_400.0))
    assert fungsi.giliran(pendek, saat(3, 3))
    lima = Tugas("x", lambda: None, 300.0)
    assert [m for m in range(60) if fungsi.giliran(lima, saat(3, m))] == list(range(0, 60, 5))
    assert fungsi.giliran(jam, saat(3, 7)) and not fungsi.giliran(jam, saat(3, 8))
    assert fungsi.giliran(hari, saat(18, 11)) and not fungsi.giliran(hari, saat(3, 11))


def test_a_broken_job_fails_its_messages_and_lets_the_others_run():
    jalan: list[str] = []
    sisa = iter([True, True, False])
    tugas = [Tugas("rusak", lambda: 1 // 0, 2.0), Tugas("baik", lambda: jalan.append("x") or next(sisa), 2.0)]
    event = SimpleNamespace(to_dict=lambda: {"Records": [{"messageId": "a"}, {"messageId": "b"}]})
    jawab = fungsi._pesan(event, tugas)
    assert jawab == {"batchItemFailures": [{"itemIdentifier": "a"}, {"itemIdentifier": "b"}]} and jalan == ["x"] * 3
    assert fungsi._pesan(event, [Tugas("baik", lambda: False, 2.0)]) == {"batchItemFailures": []}
