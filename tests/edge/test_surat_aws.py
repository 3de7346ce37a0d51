"""WhatsApp's events as AWS brings them: kept once, worked on as Meta's own webhook is; nonsense is left for the dead letters."""

from __future__ import annotations

import json
from dataclasses import replace

import chalicelib.wiring as wiring
import pytest
from alat_pesan import buka_pesan
from alat_wa import dari_sns, keadaan, lewat_aws, tulisan
from chalicelib.actions import surat_masuk
from chalicelib.actions.kabari import kepada_diri
from chalicelib.edge import fungsi, tugas
from chalicelib.galat import Terhenti
from chalicelib.notify import aws
from chalicelib.records import surat_masuk as rak

from schemas.kabar import KeadaanKabar


@pytest.fixture
def pesan():
    with buka_pesan() as pesan:
        yield pesan


def ditolak(*isi: str) -> list[str]:
    """What Lambda is told to bring again, of these messages."""
    acara = {"Records": [{"messageId": f"m{n}", "body": b} for n, b in enumerate(isi)]}
    return [g["itemIdentifier"] for g in fungsi.surat_wa(acara, None)["batchItemFailures"]]


def terkirim(pesan) -> dict:
    pesan.telepon("karno", "+6281200001111")
    pesan.kantor.store.write(kepada_diri(pesan.kantor, "karno", "AMAN1", bantuan="x"))
    pesan.kerjakan()
    return pesan.wa.terkirim[-1]


def keadaan_karno(pesan) -> KeadaanKabar:
    return pesan.kabar("karno")[0].keadaan


def test_a_status_arrives_bare_or_in_snss_envelope_and_moves_the_message(pesan):
    satu = terkirim(pesan)
    assert ditolak(lewat_aws(keadaan(satu, "delivered"))) == []
    surat_masuk.olah(pesan.kantor)
    assert keadaan_karno(pesan) is KeadaanKabar.SAMPAI
    amplop = {"Type": "Notification", "TopicArn": "arn:x", "Message": lewat_aws(keadaan(satu, "read"))}
    assert ditolak(json.dumps(amplop)) == []
    surat_masuk.olah(pesan.kantor)
    assert keadaan_karno(pesan) is KeadaanKabar.DIBACA


def test_what_somebody_writes_is_kept_before_it_is_answered_and_answered_once(pesan):
    tanya = dari_sns("+6281200009999", "STATUS", "wamid.IN9")
    assert ditolak(tanya, tanya) == [] and pesan.wa.terkirim == []
    assert len(rak.menunggu(pesan.kantor.store)) == 1
    lagi = lewat_aws(tulisan("+6281200009999", "STATUS", "wamid.IN9"), "99999999-0000-0000-0000-000000000000")
    assert ditolak(lagi) == [] and len(rak.menunggu(pesan.kantor.store)) == 1  # AWS brings it again under another id
    surat_masuk.olah(pesan.kantor)
    pesan.kerjakan()
    assert len(pesan.wa.untuk("+6281200009999")) == 1
    assert ditolak(tanya) == [] and rak.menunggu(pesan.kantor.store) == []


@pytest.mark.parametrize("racun", [
    "", "bangun", "[]", "null", "7", "{}", '{"whatsAppWebhookEntry": 7}', '{"whatsAppWebhookEntry": "{"}', '{"whatsAppWebhookEntry": "[]"}',
    '{"whatsAppWebhookEntry": "{\\"changes\\": 1}"}', '{"Message": "bukan"}', "[" * 100_000, json.dumps({"whatsAppWebhookEntry": json.dumps({"changes": ["x" * 300_000]})}),
])  # fmt: skip
def test_nonsense_is_refused_alone_and_the_others_are_kept(pesan, racun):
    assert ditolak(racun, dari_sns("+6281200009999", "STATUS", "wamid.IN1")) == ["m0"]
    assert len(rak.menunggu(pesan.kantor.store)) == 1


def test_a_store_that_is_away_lets_the_queue_bring_it_again(pesan, monkeypatch):
    def mati(*_):
        raise Terhenti("pangkalan data")

    with monkeypatch.context() as m:
        m.setattr(pesan.kantor.store, "write", mati)
        assert ditolak(dari_sns("+6281200009999", "STATUS", "wamid.IN2")) == ["m0"]
    assert ditolak(dari_sns("+6281200009999", "STATUS", "wamid.IN2")) == []
    assert len(rak.menunggu(pesan.kantor.store)) == 1


class SqsPalsu:
    """A queue: what is taken and not removed is shown again."""

    def __init__(self, *isi: str) -> None:
        self.isi = dict(enumerate(isi))

    def receive_message(self, *, QueueUrl: str, MaxNumberOfMessages: int) -> dict:  # noqa: N803 - SQS's own names
        assert QueueUrl == "https://sqs/uji"
        ada = list(self.isi.items())[:MaxNumberOfMessages]
        return {"Messages": [{"Body": b, "ReceiptHandle": n} for n, b in ada]} if ada else {}

    def delete_message(self, *, QueueUrl: str, ReceiptHandle: int) -> None:  # noqa: N803
        del self.isi[ReceiptHandle]


def test_a_server_of_its_own_fetches_them_from_the_queue_and_leaves_what_it_refuses(pesan, monkeypatch):
    sqs = SqsPalsu("bukan kabar", dari_sns("+6281200009999", "STATUS", "wamid.IN3"))
    monkeypatch.setattr(aws, "_klien", lambda *_: sqs)
    setelan = pesan.kantor.setelan.model_copy(update={"wa_antrean_url": "https://sqs/uji"})
    [ambil] = [t for t in tugas.daftar(replace(pesan.kantor, setelan=setelan)) if t.nama == "surat dari AWS"]
    assert ambil.kerja() is True and list(sqs.isi.values()) == ["bukan kabar"]
    assert ambil.kerja() is False and len(rak.menunggu(pesan.kantor.store)) == 1


def test_without_the_queues_address_nothing_is_fetched(pesan):
    assert wiring.kantor() is pesan.kantor
    assert not [t for t in tugas.daftar(pesan.kantor) if t.nama == "surat dari AWS"]
