"""The CloudFormation stack: made, changed, removed; whole or as it was before."""

from __future__ import annotations

import hashlib
import json
import time
from typing import TYPE_CHECKING, Any

from infra.aws import rahasia
from infra.tempat import Berhenti, katakan

if TYPE_CHECKING:
    from infra.aws.tata import Aws

JADI = ("CREATE_COMPLETE", "UPDATE_COMPLETE")
"""Standing whole, as asked. (UPDATE_ROLLBACK_COMPLETE: whole too, but as before a change that failed.)"""
SISA = ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED", "REVIEW_IN_PROGRESS")
"""Left of an attempt; it can only be removed."""
SABAR = {"Delay": 5, "MaxAttempts": 360}


def sesuai(a: Aws) -> bool:
    """Does the stack stand as this program and these settings want it?"""
    ada = a.tumpukan()
    tanda = {t["Key"]: t["Value"] for t in (ada or {}).get("Tags", [])}
    return bool(ada) and ada["StackStatus"] in JADI and tanda.get("sikap:cap") == a.cap  # type: ignore[index]


def terapkan(a: Aws) -> None:
    """Create the stack, or change it. Raises Berhenti with AWS's reasons; then there is none, or the one before.

    What an earlier run began goes on in AWS without it, so its end is awaited first.
    """
    ada = _tenang(a)
    if sesuai(a):
        return
    rahasia.cukup(a)
    paket = (a.bangun / "deployment.zip").read_bytes()
    letak = f"{hashlib.sha256(paket).hexdigest()[:20]}.zip"
    s3, cf = a.klien("s3"), a.klien("cloudformation")
    s3.put_object(Bucket=a.ember_kode, Key=letak, Body=paket)
    s3.put_object(Bucket=a.ember_kode, Key=f"{letak}.json", Body=templat_siap(a, letak).encode())
    minta = {
        "StackName": a.nama,
        "TemplateURL": s3.generate_presigned_url("get_object", {"Bucket": a.ember_kode, "Key": f"{letak}.json"}).split("?")[0],
        "Capabilities": ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
        "Tags": [{"Key": "sikap:cap", "Value": a.cap}],
    }  # fmt: skip
    if ada and ada["StackStatus"] in SISA:
        katakan("Sisa pemasangan yang gagal dihapus dahulu ...")
        hapus(a)
        ada = None
    id_ = (cf.update_stack(**minta) if ada else cf.create_stack(**minta, OnFailure="DELETE"))["StackId"]
    _tunggu(a, id_, "stack_update_complete" if ada else "stack_create_complete")


def _tenang(a: Aws) -> dict[str, Any] | None:
    """The stack when nothing is going on in it. Raises Berhenti where only a person can go on."""
    for _ in range(SABAR["MaxAttempts"]):
        ada = a.tumpukan()
        keadaan = ada["StackStatus"] if ada else ""
        if keadaan == "UPDATE_ROLLBACK_FAILED":
            raise Berhenti(
                f"CloudFormation belum dapat mengembalikan “{a.nama}” (UPDATE_ROLLBACK_FAILED). Di konsol CloudFormation pilih "
                "Stack actions, Continue update rollback; sesudah selesai, jalankan apply lagi."
            )
        if keadaan in SISA or not keadaan.endswith("_IN_PROGRESS"):
            return ada
        katakan(f"Menunggu yang sedang berjalan di AWS ({keadaan}) ...")
        time.sleep(SABAR["Delay"])
    raise Berhenti(f"Tumpukan AWS “{a.nama}” masih {keadaan}. Tunggu sampai selesai di konsol CloudFormation, lalu ulangi.")  # fmt: skip


def templat_siap(a: Aws, letak: str) -> str:
    """The packed template with the place of the code filled in."""
    templat = json.loads((a.bangun / "sam.json").read_text())
    for sumber in templat["Resources"].values():
        if sumber["Type"] == "AWS::Serverless::Function":
            sumber["Properties"]["CodeUri"] = {"Bucket": a.ember_kode, "Key": letak}
    return json.dumps(templat)


def hapus(a: Aws) -> None:
    """Remove the stack; what is marked Retain stays. Raises Berhenti."""
    ada = a.tumpukan()
    if ada:
        a.klien("cloudformation").delete_stack(StackName=a.nama)
        _tunggu(a, ada["StackId"], "stack_delete_complete")


def _tunggu(a: Aws, id_: str, sampai: str) -> None:
    from botocore.exceptions import WaiterError

    cf = a.klien("cloudformation")
    try:
        cf.get_waiter(sampai).wait(StackName=id_, WaiterConfig=SABAR)
    except WaiterError:
        raise Berhenti(
            f"Tumpukan AWS “{a.nama}” belum menjadi seperti rencana:\n{_sebab(cf, id_)}\n"
            "CloudFormation mengembalikan keadaan sebelumnya. Betulkan sebabnya, lalu jalankan apply lagi."
        ) from None


def _sebab(cf: Any, id_: str) -> str:
    """The first things that failed, in AWS's words."""
    try:
        kejadian = cf.describe_stack_events(StackName=id_)["StackEvents"]
    except cf.exceptions.ClientError as sebab:
        return f"  {sebab}"
    gagal = [k for k in reversed(kejadian) if k["ResourceStatus"].endswith("_FAILED") and k.get("ResourceStatusReason")]
    return "\n".join(f"  {k['LogicalResourceId']}: {k['ResourceStatusReason']}" for k in gagal[:5]) or "  (AWS tidak menyebut sebabnya; lihat konsol CloudFormation)"  # fmt: skip
