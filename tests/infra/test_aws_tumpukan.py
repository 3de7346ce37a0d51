"""The AWS target whole: packed for both kinds of machine, judged by cfn-lint before and after translation, created on an emulator, and asked."""

from __future__ import annotations

import json
import os
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest
from alat_alat import alat
from alat_ministack import jalankan

from infra.aws.kemas import kemas
from infra.aws.templat import susun

pytestmark = pytest.mark.panjang
PYTHON = os.environ.get("SIKAP_UJI_PYTHON313", "python3.13")
WILAYAH = "ap-southeast-3"
LINT = "cfn-lint==1.58.0 aws-sam-translator==1.115.0"
_TERJEMAH = """import json, sys
from samtranslator.translator.transform import transform
t = json.load(open(sys.argv[1]))
for r in t["Resources"].values():
    if r["Type"] == "AWS::Serverless::Function":
        r["Properties"]["CodeUri"] = {"Bucket": "kode", "Key": "d.zip"}
class L:
    def load(self): return {}
json.dump(transform(t, {}, L()), open(sys.argv[2], "w"))"""


@pytest.fixture(scope="module", params=["x86_64", "arm64"])
def paket(request, tmp_path_factory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp(request.param)
    kemas(PYTHON, request.param, susun({}, {"Content-Security-Policy": "img-src {penyimpanan}"}), folder)
    return request.param, folder


def terjemah(folder: Path) -> Path:
    ke = folder / "cfn.json"
    python = alat("cfn", LINT, PYTHON) / "python"
    subprocess.run([python, "-c", _TERJEMAH, folder / "sam.json", ke], check=True, env={**os.environ, "AWS_DEFAULT_REGION": WILAYAH})  # fmt: skip
    return ke


def test_cfn_lint_finds_nothing_before_and_after_translation(paket):
    _, folder = paket
    lint = alat("cfn", LINT, PYTHON) / "cfn-lint"
    for templat in (folder / "sam.json", terjemah(folder)):
        hasil = subprocess.run([lint, "-r", WILAYAH, "-t", templat], capture_output=True, text=True)
        assert (hasil.returncode, hasil.stdout) == (0, ""), hasil.stdout + hasil.stderr


def test_the_package_is_bytecode_and_fits_lambda(paket):
    _, folder = paket
    with zipfile.ZipFile(folder / "deployment.zip") as z:
        isi = z.infolist()
    nama = {i.filename for i in isi}
    assert "chalicelib/edge/__pycache__/fungsi.cpython-313.pyc" in nama and "schemas/setelan.py" in nama
    assert sum(i.file_size for i in isi) < 250_000_000 and (folder / "deployment.zip").stat().st_size < 50_000_000
    assert {n.split("/")[2] for n in nama if n.startswith("botocore/data/") and n.count("/") > 3} == {"dynamodb", "s3", "sqs", "ssm"}  # fmt: skip


def test_the_whole_stack_is_created_and_answers(paket, monkeypatch):
    arsitektur, folder = paket
    if arsitektur != "x86_64":
        return  # this machine cannot run it; its files were inspected one by one when it was packed
    bin_ = alat("ministack-313", "ministack==1.5.33", PYTHON)
    monkeypatch.setenv("SIKAP_UJI_MINISTACK", str(bin_ / "ministack"))
    monkeypatch.setenv("PATH", f"{bin_}:{os.environ['PATH']}")
    with jalankan() as aws:
        keluaran = buat(aws.alamat, folder)
        api = f"{aws.alamat}/restapis/{keluaran['RestAPIId']}/api/_user_request_"
        assert minta(f"{api}/sehat") == (200, {"baik": True, "bagian": {"catatan": True, "berkas": True}})
        status, isi = minta(f"{api}/saya")
        assert status == 401 and isi["kode"] == "belum-masuk" and isi["permintaan"]
        s3, sqs = klien("s3", aws.alamat), klien("sqs", aws.alamat)
        antrean = next(u for u in sqs.list_queues()["QueueUrls"] if "AntreanGambar-" in u)
        s3.put_object(Bucket=keluaran["EmberDokumen"], Key="berkas/ab/x", Body=b"x")
        assert sampai_kosong(sqs, antrean), "the document's event was not worked off"


def klien(layanan: str, alamat: str):
    import boto3

    return boto3.session.Session().client(layanan, region_name=WILAYAH, endpoint_url=alamat)


def buat(alamat: str, folder: Path) -> dict[str, str]:
    s3, cf = klien("s3", alamat), klien("cloudformation", alamat)
    s3.create_bucket(Bucket="kode", CreateBucketConfiguration={"LocationConstraint": WILAYAH})
    s3.put_object(Bucket="kode", Key="d.zip", Body=(folder / "deployment.zip").read_bytes())
    klien("ssm", alamat).put_parameter(Name="/sikap/rahasia", Type="SecureString", Value="r" * 40)
    templat = json.loads(terjemah(folder).read_text())
    sini = {"SIKAP_STORE_ALAMAT": alamat, "SIKAP_S3_ALAMAT": alamat, "AWS_ACCESS_KEY_ID": "uji", "AWS_SECRET_ACCESS_KEY": "uji", "AWS_DEFAULT_REGION": WILAYAH}  # fmt: skip
    for sumber in templat["Resources"].values():
        if sumber["Type"] == "AWS::Lambda::Function":
            sumber["Properties"]["Environment"]["Variables"] |= sini
    s3.put_object(Bucket="kode", Key="t.json", Body=json.dumps(templat).encode())
    cf.create_stack(StackName="sikap", Capabilities=["CAPABILITY_IAM"], TemplateURL=f"{alamat}/kode/t.json")
    cf.get_waiter("stack_create_complete").wait(StackName="sikap", WaiterConfig={"Delay": 1, "MaxAttempts": 60})
    return {k["OutputKey"]: k["OutputValue"] for k in cf.describe_stacks(StackName="sikap")["Stacks"][0]["Outputs"]}


def minta(alamat: str) -> tuple[int, dict]:
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(alamat, timeout=90) as jawab:
            return jawab.status, json.load(jawab)
    except urllib.error.HTTPError as galat:
        return galat.code, json.load(galat)


def sampai_kosong(sqs, antrean: str) -> bool:
    nama = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    for _ in range(60):
        isi = sqs.get_queue_attributes(QueueUrl=antrean, AttributeNames=nama)["Attributes"]
        if set(isi.values()) == {"0"}:
            return True
        time.sleep(1)
    return False
