"""AWS refuses, or can't be reached: one sentence with the way out, and a plan all the same."""

from __future__ import annotations

import re
import ssl
from types import SimpleNamespace
from urllib.error import URLError

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError, NoCredentialsError, ProfileNotFound, SSLError

from infra import langkah as urusan
from infra.aws import aturan, periksa, rahasia, tata, tumpukan
from infra.aws.tolak import jelas
from infra.tempat import Berhenti

SALAH = {
    "aws configure": NoCredentialsError(),
    "AWS_PROFILE": ProfileNotFound(profile="x"),
    "Periksa internet": EndpointConnectionError(endpoint_url="https://sts.ap-southeast-3.amazonaws.com"),
    "aws sso login": ClientError({"Error": {"Code": "ExpiredToken", "Message": "expired"}}, "DescribeStacks"),
    "pemilik akun": ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "CreateStack"),
    "set-ntp true; lalu ulangi": ClientError(
        {"Error": {"Code": "RequestTimeTooSkewed", "Message": "The difference between"}}, "PutObject"
    ),
    "Jam komputer ini berbeda": ClientError(
        {"Error": {"Code": "SignatureDoesNotMatch", "Message": "Signature expired: 20261127T0 is now earlier than"}},
        "GetCallerIdentity",
    ),
    "jam AWS": ClientError(
        {"Error": {"Code": "InvalidSignatureException", "Message": "Signature not yet current: 2026"}}, "GetParameter"
    ),
    "aws configure, atau": ClientError(
        {"Error": {"Code": "InvalidSignatureException", "Message": "The request signature we calculated"}}, "Query"
    ),
    "AWS_CA_BUNDLE": SSLError(endpoint_url="https://sts.amazonaws.com", error="certificate verify failed"),
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


def tidak_dipercaya(nomor: int) -> ssl.SSLCertVerificationError:
    sebab = ssl.SSLCertVerificationError(1, "certificate verify failed")
    sebab.verify_code, sebab.verify_message = nomor, "kata OpenSSL"
    return sebab


@pytest.mark.parametrize(
    ("sebab", "kalimat"),
    [
        (tidak_dipercaya(10), "sudah kedaluwarsa.*ACM us-east-1"),
        (URLError(tidak_dipercaya(10)), "sudah kedaluwarsa"),
        (tidak_dipercaya(9), "belum berlaku menurut jam komputer ini.*set-ntp"),
        (tidak_dipercaya(62), "untuk nama lain.*situs.sertifikat_arn"),
        (tidak_dipercaya(20), r"tidak dipercaya \(kata OpenSSL\).*proksi"),
        (URLError("tidak ada jalan"), "tidak terjangkau.*DNS"),
    ],
)
def test_a_site_whose_certificate_is_refused_is_not_called_unreachable(monkeypatch, sebab, kalimat):
    def gagal(_a):
        raise sebab

    monkeypatch.setattr(periksa, "BAGIAN", (("sertifikat", gagal),))
    (hasil,) = periksa.semua(SimpleNamespace(isi={"situs.alamat": "https://sikap.contohkab.go.id"}))
    assert not hasil.baik
    assert re.search(kalimat, hasil.keterangan) and "https://sikap.contohkab.go.id" in hasil.keterangan


def akun(parameter: str, **isi: str) -> SimpleNamespace:
    """An account whose encrypted parameter holds this, and which has nothing else yet."""
    ssm = SimpleNamespace(get_parameter=lambda **k: {"Parameter": {"Value": parameter}} if k["WithDecryption"] else {})
    bawaan = {n: b.bawaan for n, b in aturan.ATURAN.items()}
    return SimpleNamespace(
        nama="sikap", cap="c", isi=bawaan | isi, klien={"ssm": ssm}.__getitem__, tumpukan=lambda: None
    )


WA, SUREL = {"kabar.kanal": "whatsapp", "kabar.nomor": "1"}, {"aplikasi.kanal_kedua": "surel"}
META = "SIKAP_WA_TOKEN=a=\nSIKAP_WA_TOKEN_VERIFIKASI=b\n"


@pytest.mark.parametrize("isi", ["r" * 64, f"{'r' * 64}\n{META}", f"{'r' * 64}\n{META}SIKAP_WA_RAHASIA_APLIKASI=\n", f"SIKAP_WA_RAHASIA_APLIKASI=r\n{META}"])  # fmt: skip
def test_the_stack_is_not_touched_while_the_channel_lacks_a_secret(isi):
    with pytest.raises(
        Berhenti, match=r"memerlukan .*SIKAP_WA_RAHASIA_APLIKASI.*/sikap/rahasia belum memuatnya.*apply lagi"
    ):
        tumpukan.terapkan(akun(isi, **WA))  # it would raise KeyError where it asked AWS for anything else


def test_a_channel_with_its_secrets_and_one_that_needs_none_go_on():
    rahasia.cukup(akun(f"{'r' * 64}\n{META}SIKAP_WA_RAHASIA_APLIKASI=c", **WA))
    rahasia.cukup(akun("r" * 64, **SUREL))
    rahasia.cukup(SimpleNamespace(isi={"kabar.kanal": "whatsapp-aws", "aplikasi.kanal_kedua": ""}))
