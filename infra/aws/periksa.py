"""What `status` and `doctor` look at in AWS: reach, rights, versions, clock, certificate, disk, queues, alarms, last backup."""

from __future__ import annotations

import shutil
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from infra.aws import python
from infra.aws.tolak import jelas
from infra.periksa import RUANG, SERTIFIKAT_HARI, Hasil, Jawab, coba
from infra.tempat import AKAR

if TYPE_CHECKING:
    from infra.aws.tata import Aws

JAM_DETIK = 60
_LAIN = "Bila kantor memakai proksi yang membuka TLS, periksa dari jaringan lain."
SERTIFIKAT = {
    9: "sertifikatnya belum berlaku menurut jam komputer ini. Samakan jamnya: timedatectl set-ntp true.",
    10: "sertifikatnya sudah kedaluwarsa. Bila jam komputer ini benar, orang pun melihat peringatan: perbarui di konsol ACM us-east-1 "
    "(biasanya catatan DNS untuk pembaruannya hilang).",
    62: "sertifikatnya untuk nama lain. Cocokkan situs.alamat dengan situs.sertifikat_arn, lalu apply.",
}
"""OpenSSL's number of what is wrong -> what to do."""
MATI = ("AntreanKerjaMati", "AntreanGambarMati", "AntreanSuratMati")


def semua(a: Aws) -> list[Hasil]:
    """Everything, the most felt first."""
    return [Hasil(nama, *coba(partial(_jelas, a, kerja), partial(_belum, a))) for nama, kerja in BAGIAN]


def _jelas(a: Aws, kerja: Callable[[Aws], Jawab]) -> Jawab:
    with jelas():
        return kerja(a)


def _belum(a: Aws, sebab: Exception) -> str:
    asal = getattr(sebab, "reason", sebab)
    if isinstance(asal, ssl.SSLCertVerificationError):
        return f"{_situs(a)}: {SERTIFIKAT.get(asal.verify_code, f'sertifikatnya tidak dipercaya ({asal.verify_message}). {_LAIN}')}"
    if isinstance(sebab, OSError):
        return f"{_situs(a)} tidak terjangkau dari sini ({sebab}). Periksa DNS, internet, dan tumpukan di konsol CloudFront."
    return str(sebab)


def _situs(a: Aws) -> str:
    return str(a.isi["situs.alamat"]) or a.keluaran("AlamatSitus")


def _jangkauan(a: Aws) -> Jawab:
    try:
        with urllib.request.urlopen(f"{_situs(a)}/api/sehat?dalam=1", timeout=20):
            return True, _situs(a)
    except urllib.error.HTTPError as jawab:
        return False, f"{_situs(a)} menjawab {jawab.code}. Lihat alarm dan log fungsi APIHandler di CloudWatch."


def _sertifikat(a: Aws) -> Jawab:
    nama = urlsplit(_situs(a)).hostname or ""
    konteks = ssl.create_default_context()
    with socket.create_connection((nama, 443), 20) as soket, konteks.wrap_socket(soket, server_hostname=nama) as tls:
        sampai = ssl.cert_time_to_seconds(str((tls.getpeercert() or {})["notAfter"]))
    hari = int((sampai - time.time()) // 86_400)
    lanjut = (
        ""
        if hari >= SERTIFIKAT_HARI
        else " ACM memperbarui sendiri bila DNS-nya masih benar: periksa di konsol ACM us-east-1."
    )
    return not lanjut, f"berlaku {hari} hari lagi.{lanjut}"


def _hak(a: Aws) -> Jawab:
    return True, f"masuk sebagai {a.klien('sts').get_caller_identity()['Arn']}"


def _jam(a: Aws) -> Jawab:
    """AWS's clock beside ours: it refuses signatures of a wrong one."""
    kepala = a.klien("sts").get_caller_identity()["ResponseMetadata"]["HTTPHeaders"]
    beda = abs(parsedate_to_datetime(kepala["date"]).timestamp() - time.time())
    lanjut = "" if beda < JAM_DETIK else " Samakan jam komputer ini: timedatectl set-ntp true."
    return not lanjut, f"berbeda {beda:.0f} detik dari AWS.{lanjut}"


def _versi(a: Aws) -> Jawab:
    return True, f"pengemas {python.cari(a.isi['aws.python'])}"


def _ruang(_a: Aws) -> Jawab:
    sisa = shutil.disk_usage(AKAR).free
    if sisa < RUANG:
        return False, f"tinggal {sisa // 1_000_000} MB untuk mengemas di komputer ini. Kosongkan paling sedikit 2 GB."
    return True, f"{sisa // 1_000_000_000} GB kosong untuk mengemas"


def _antrean(a: Aws) -> Jawab:
    sqs = a.klien("sqs")
    isi = {}
    for nama in MATI:
        url = _fisik(a, nama)
        tanda = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])["Attributes"]
        isi[nama] = int(tanda["ApproximateNumberOfMessages"])
    if tersisa := [f"{n} {nama}" for nama, n in isi.items() if n]:
        return (
            False,
            f"pesan yang tidak dapat dikerjakan: {', '.join(tersisa)}. Baca log fungsinya, betulkan, lalu redrive dari konsol SQS.",
        )
    return True, "tidak ada pesan yang tertinggal"


def _fisik(a: Aws, logis: str) -> str:
    sumber = a.klien("cloudformation").describe_stack_resource(StackName=a.nama, LogicalResourceId=logis)
    return str(sumber["StackResourceDetail"]["PhysicalResourceId"])


def _alarm(a: Aws) -> Jawab:
    """Every alarm of ours says itself what to do (awasi.py)."""
    halaman = (
        a.klien("cloudwatch")
        .get_paginator("describe_alarms")
        .paginate(AlarmNamePrefix=f"{a.nama}-", StateValue="ALARM")
    )
    bunyi = [f"{w['AlarmName']}: {w.get('AlarmDescription', '')}" for h in halaman for w in h["MetricAlarms"]]
    return not bunyi, " ".join(bunyi) or "tidak ada yang berbunyi"


def _cadangan(a: Aws) -> Jawab:
    """The table's own: continuous, so that its last moment is minutes old. (`infra/sikap backup` is for the other target.)"""
    jawab = a.klien("dynamodb").describe_continuous_backups(TableName=a.keluaran("NamaTabel"))
    pitr = jawab["ContinuousBackupsDescription"].get("PointInTimeRecoveryDescription", {})
    if pitr.get("PointInTimeRecoveryStatus") != "ENABLED":
        return False, "point-in-time recovery tabel mati. Jalankan apply, atau nyalakan di konsol DynamoDB, Backups."
    akhir = pitr.get("LatestRestorableDateTime")
    return True, f"dapat dikembalikan sampai {akhir:%Y-%m-%d %H.%M %Z}" if akhir else "point-in-time recovery menyala"


BAGIAN: tuple[tuple[str, Callable[[Aws], Jawab]], ...] = (
    ("situs menjawab", _jangkauan),
    ("sertifikat", _sertifikat),
    ("antrean", _antrean),
    ("alarm", _alarm),
    ("cadangan", _cadangan),
    ("hak", _hak),
    ("jam", _jam),
    ("versi", _versi),
    ("ruang cakram", _ruang),
)
