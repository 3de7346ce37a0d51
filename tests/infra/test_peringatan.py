"""Each alarm watches something that exists and says what to do."""

from __future__ import annotations

import re
from pathlib import Path

from chalicelib.edge.ukuran import KETERANGAN

from infra.aws.awasi import sumber_awas

ATURAN = Path(__file__).resolve().parents[2] / "infra" / "server" / "peringatan.yml"


def test_prometheus_alarms_name_what_is_counted_and_a_deed():
    teks = ATURAN.read_text(encoding="utf-8")
    ukuran = {u.removesuffix("_bucket") for u in re.findall(r"sikap_(\w+)", " ".join(re.findall(r"expr: (.*)", teks)))}
    assert ukuran and ukuran <= KETERANGAN.keys()
    kalimat = re.findall(r'lakukan: "(.*)"', teks)
    assert len(kalimat) == teks.count("- alert:") and all(len(k) > 60 for k in kalimat)


def test_cloudwatch_alarms_name_what_is_counted_and_a_deed():
    alarm = [v["Properties"] for v in sumber_awas({"pengawas.surel": ""}).values() if v["Type"].endswith("Alarm")]
    milik = {a["MetricName"] for a in alarm if a["Namespace"] == "SIKAP"}
    assert milik <= KETERANGAN.keys() | {"masuk_gagal", "lama"} and len(milik) == 5
    assert all(len(a["AlarmDescription"]) > 60 for a in alarm)
