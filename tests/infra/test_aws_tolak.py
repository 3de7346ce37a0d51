"""AWS refuses, or can't be reached: one sentence with the way out, and a plan all the same."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, NoCredentialsError, ProfileNotFound

from infra import langkah as urusan
from infra.aws import aturan, periksa, tata
from infra.aws.tolak import jelas
from infra.tempat import Berhenti

SALAH = {
    "aws configure": NoCredentialsError(),
    "AWS_PROFILE": ProfileNotFound(profile="x"),
    "Periksa internet": EndpointConnectionError(endpoint_url="https://sts.ap-southeast-3.amazonaws.com"),
    "aws sso login": ClientError({"Error": {"Code": "ExpiredToken", "Message": "expired"}}, "DescribeStacks"),
    "pemilik akun": ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "CreateStack"),
    "lalu ulangi": ClientError({"Error": {"Code": "ValidationError", "Message": "odd"}}, "CreateStack"),
}


@pytest.mark.parametrize("kalimat", SALAH)
def test_a_refusal_is_a_sentence(kalimat):
    with pytest.raises(Berhenti, match=kalimat), jelas():
        raise SALAH[kalimat]


def test_a_plan_needs_no_credentials(monkeypatch, tmp_path):
    for nama in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(nama, raising=False)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "tiada"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "tiada"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    langkah = tata.langkah(tata.Aws({n: b.bawaan for n, b in aturan.ATURAN.items()}, bangun=tmp_path))
    teks = "\n".join(urusan.rencana(langkah))
    assert "[AKAN ] paket fungsi" in teks and "[  ?  ] tumpukan CloudFormation" in teks and "aws configure" in teks
    assert "Biaya seluruhnya: perkiraan Rp" in teks
    with pytest.raises(Berhenti, match="Kredensial AWS belum ada"):
        langkah[1].kerja()


def test_a_dead_letter_is_named_with_the_way_out():
    isi = {"AntreanGambarMati": "1"}
    klien = SimpleNamespace(
        describe_stack_resource=lambda **k: {"StackResourceDetail": {"PhysicalResourceId": k["LogicalResourceId"]}},
        get_queue_attributes=lambda **k: {"Attributes": {"ApproximateNumberOfMessages": isi.get(k["QueueUrl"], "0")}},
    )
    a = SimpleNamespace(nama="sikap", klien=lambda _: klien)
    baik, kata = periksa._antrean(a)
    assert not baik and ": 1 AntreanGambarMati. " in kata and "redrive" in kata
    isi.clear()
    assert periksa._antrean(a)[0]
