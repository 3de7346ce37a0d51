"""The AWS target whole: packed for Lambda, judged by cfn-lint before and after translation, created on an emulator, worked with, changed, removed."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import zipfile
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from alat_awan import LANGSUNG, WILAYAH, Awan, harus_python313, pasang, tunggu
from alat_kantor import RAHASIA
from alat_ministack import bin_ministack
from alat_orang import Orang, kertas
from alat_paket import berkas as simpan
from alat_paket import kasus as perkara_siap
from alat_pdf import pindaian
from alat_wa import dari_sns
from chalicelib.actions import audit, cari, paket_periksa
from chalicelib.records import kabar as rak_kabar
from chalicelib.rules.wa_masuk import entri_aws
from chalicelib.store import Put
from chalicelib.store.baris import jadi_baris

from infra import langkah as urusan
from infra.aws import kemas, periksa, tata, tumpukan
from infra.aws.templat import susun
from infra.tempat import Berhenti
from schemas.usulan import Status

_TERJEMAH = """import json, sys
from samtranslator.translator.transform import transform
t = json.load(open(sys.argv[1]))
for r in t["Resources"].values():
    if r["Type"] == "AWS::Serverless::Function":
        r["Properties"]["CodeUri"] = {"Bucket": "kode", "Key": "d.zip"}
class L:
    def load(self): return {}
json.dump(transform(t, {}, L()), open(sys.argv[2], "w"))"""
CONTOH = Path(__file__).parents[1] / "documents" / "contoh"
DUA_LANGKAH = {"aws.nama": "sikap-uji", "pengawas.surel": "awas@contoh.go.id", "dokumen.kunci_objek_hari": 0}


@pytest.fixture(scope="module")
def awan(ministack, situs, tmp_path_factory):
    """The stack, created as the administrator creates it."""
    with pasang(ministack, tmp_path_factory.mktemp("awan"), situs, **DUA_LANGKAH) as jadi:
        yield jadi


@pytest.fixture(scope="module")
def templat(awan) -> dict:
    """What CloudFormation makes of our template."""
    return json.loads(terjemah(awan.aws.bangun).read_text())["Resources"]


def terjemah(folder: Path) -> Path:
    ke = folder / "cfn.json"
    perintah = [bin_ministack() / "python", "-c", _TERJEMAH, folder / "sam.json", ke]
    subprocess.run(perintah, check=True, env={**os.environ, "AWS_DEFAULT_REGION": WILAYAH})
    return ke


def lint(berkas: Path) -> str:
    hasil = subprocess.run([bin_ministack() / "cfn-lint", "-r", WILAYAH, "-t", berkas], capture_output=True, text=True)
    return hasil.stdout + hasil.stderr + (f"exit {hasil.returncode}" if hasil.returncode else "")


def test_everything_is_made_once_and_the_second_time_there_is_nothing_to_do(awan, capsys):
    assert all(sudah for _, sudah in urusan.keadaan(awan.langkah))
    assert urusan.terapkan(awan.langkah) == 0
    assert "Tidak ada yang perlu dikerjakan" in capsys.readouterr().err
    rencana = "\n".join(urusan.rencana(awan.langkah))
    assert "AKAN" not in rencana and "perkiraan" in rencana


def test_doctor_looks_at_every_part_and_each_that_is_not_well_says_what_to_do(awan):
    """The site's name leads nowhere here, and the emulator keeps no certificate and no point-in-time recovery."""
    hasil = {nama: (baik, kata) for nama, baik, kata in periksa.semua(awan.aws)}
    assert {n for n, (baik, _) in hasil.items() if not baik} == {"situs menjawab", "sertifikat", "cadangan"}, hasil
    assert "Periksa DNS" in hasil["sertifikat"][1] and "Jalankan apply" in hasil["cadangan"][1]


def test_cfn_lint_finds_nothing_before_and_after_translation(awan):
    assert lint(awan.aws.bangun / "sam.json") == ""
    assert lint(terjemah(awan.aws.bangun)) == ""


def test_the_package_is_bytecode_small_and_carries_only_what_is_called(awan):
    periksa_paket(awan.aws.bangun, kemas.MESIN["x86_64"])


@pytest.mark.panjang
def test_the_package_for_arm64_file_by_file(tmp_path):
    """No machine here runs it: every binary in it is looked at instead."""
    kemas.kemas(harus_python313(), "arm64", susun({}, {"Content-Security-Policy": "img-src {penyimpanan}"}), tmp_path)
    periksa_paket(tmp_path, kemas.MESIN["arm64"])
    assert lint(tmp_path / "sam.json") == "" and lint(terjemah(tmp_path)) == ""
    fungsi = [s for s in json.loads((tmp_path / "cfn.json").read_text())["Resources"].values() if s["Type"] == "AWS::Lambda::Function"]  # fmt: skip
    assert [f["Properties"]["Architectures"] for f in fungsi] == [["arm64"]] * 5


def periksa_paket(folder: Path, mesin: int) -> None:
    with zipfile.ZipFile(folder / "deployment.zip") as z:
        isi = z.infolist()
        binari = [n.filename for n in isi if ".so" in Path(n.filename).name]
        assert len(binari) > 20 and {int.from_bytes(z.read(n)[18:20], "little") for n in binari} == {mesin}
        assert not [n.filename for n in isi if n.filename.endswith("WHEEL") and b"-linux_" in z.read(n)]
    nama = {i.filename for i in isi}
    assert "chalicelib/edge/__pycache__/fungsi.cpython-313.pyc" in nama and "schemas/setelan.py" in nama
    assert not [n for n in nama if n.endswith((".c", ".pyi")) or n.startswith("phonenumbers/geodata")]
    assert {n.split("/")[2] for n in nama if n.startswith("botocore/data/") and n.count("/") > 3} == {"dynamodb", "s3", "socialmessaging", "sqs", "ssm"}  # fmt: skip
    assert sum(i.file_size for i in isi) < 120_000_000 and (folder / "deployment.zip").stat().st_size < 40_000_000
    assert {i.date_time[0] for i in isi} == {1980}


def test_no_function_may_do_more_than_it_does(templat):
    peran = {n: s["Properties"] for n, s in templat.items() if s["Type"] == "AWS::IAM::Role"}
    assert len(peran) == 5 and not [n for n, p in peran.items() if "ManagedPolicyArns" in p and p["ManagedPolicyArns"]]
    for isi in peran.values():
        for izin in (i for p in isi["Policies"] for i in p["PolicyDocument"]["Statement"]):
            aksi = izin["Action"] if isinstance(izin["Action"], list) else [izin["Action"]]
            assert izin["Effect"] == "Allow" and not [a for a in aksi if "*" in a or a.startswith("iam:")]
            assert izin["Resource"] != "*" and "*" not in izin["Resource"]


def test_nothing_is_public_unencrypted_or_without_an_end(templat):
    jenis = lambda nama: [s["Properties"] for s in templat.values() if s["Type"] == nama]  # noqa: E731
    for ember in jenis("AWS::S3::Bucket"):
        assert set(ember["PublicAccessBlockConfiguration"].values()) == {True} and ember["BucketEncryption"]
    assert [t["SSESpecification"]["SSEEnabled"] for t in jenis("AWS::DynamoDB::Table")] == [True]
    assert all(a["SqsManagedSseEnabled"] for a in jenis("AWS::SQS::Queue"))
    tanpa_kunci = {
        n
        for n, t in templat.items()
        if t["Type"] == "AWS::SNS::Topic" and not t.get("Properties", {}).get("KmsMasterKeyId")
    }
    assert tanpa_kunci == {
        "KabarMasuk"
    }  # passes on to an encrypted queue; its writer may not use the account's own key
    assert all(g["RetentionInDays"] == 90 for g in jenis("AWS::Logs::LogGroup"))
    fungsi = {n: s["Properties"] for n, s in templat.items() if s["Type"] == "AWS::Lambda::Function"}
    assert fungsi["APIHandler"]["Timeout"] < 29 and {f["Runtime"] for f in fungsi.values()} == {"python3.13"}
    for sumber in jenis("AWS::Lambda::EventSourceMapping"):
        antrean = templat[sumber["EventSourceArn"]["Fn::Sub"].removeprefix("${").removesuffix(".Arn}")]["Properties"]
        assert sumber["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
        assert antrean["VisibilityTimeout"] >= 6 * fungsi[sumber["FunctionName"]["Ref"]]["Timeout"]
        assert antrean["RedrivePolicy"]["maxReceiveCount"] == 5
    rahasia = json.dumps([f["Environment"] for f in fungsi.values()])
    assert "RAHASIA_SSM" in rahasia and RAHASIA not in rahasia


def test_a_case_goes_its_way_through_the_gateway(awan):
    cari.perbarui(awan.kantor)
    sehat = Orang(awan.kantor, "karno", awan.gerbang).minta("GET", "/sehat?dalam=1")
    assert sehat == {"baik": True, "bagian": {"catatan": True, "berkas": True}}
    tini, vera, kabul = (Orang(awan.kantor, s, awan.gerbang) for s in ("tini", "vera", "kabul"))
    ketemu = tini.minta("POST", "/pencarian", {"cari": "sukaryno"})["isi"][0]
    periode = tini.minta("GET", "/periode")["isi"][-1]["tmt"]
    usulan = tini.minta("POST", "/usulan", {"pegawai": ketemu["id"], "jenis": "REGULER", "periode": periode}, 201)["id"]
    surat = {"nomor_surat": "800/12", "tanggal_surat": f"{awan.kantor.jam():%Y-%m-%d}"}
    tini.lakukan(usulan, "pengusulan", 403, **surat)
    wajib = [b["slot"] for b in tini.lihat(usulan)["butir"] if b["wajib"]]
    for slot in wajib:
        tini.isi(usulan, slot)
    tini.lakukan(usulan, "pengusulan", **surat)
    assert vera.minta("POST", "/antrean/berikutnya")["id"] == usulan
    for slot in wajib:
        vera.putuskan(usulan, slot, "terima")
    vera.lakukan(usulan, "pernyataan-ms", alasan_beda="Riwayat dicocokkan dengan arsip kertas")
    kabul.lakukan(usulan, "persetujuan")
    assert tini.lihat(usulan)["status"] == "siap_kirim_bkn"
    assert audit.periksa(awan.kantor).patah == []


def test_a_document_that_lands_is_drawn_by_the_events_function(awan):
    karno = Orang(awan.kantor, "karno", awan.gerbang)
    berkas = karno.unggah("karno", "sk-kp", "gambar")
    sidik = karno.minta("GET", f"/berkas/{berkas}")["sha256"]
    awalan = f"pratinjau/{sidik}"
    assert tunggu(lambda: awan.kantor.documents.daftar(awalan)), awan.log("Gambar")[-5:]
    assert tunggu(lambda: isi_antrean(awan, "AntreanGambar") == 0) and isi_antrean(awan, "AntreanGambarMati") == 0


@pytest.mark.panjang
def test_a_pack_for_bkn_is_made_by_the_worker_and_downloaded_from_storage(awan):
    """Asked for through the gateway, streamed into S3 by the queue's function, fetched at a signed address, checked against the archive."""
    berat = pindaian(5, resolution=75)
    assert 1_000_000 < len(berat) < 5_000_000
    isi = {"sk-kp": kertas("SK"), "sk-pns": berat, "skp-2025": (CONTOH / "pyhanko-pades-b.pdf").read_bytes()}
    ids = {s: simpan(awan.kantor, "paimin", s, b, bertanda_tangan=s == "skp-2025") for s, b in isi.items()}
    usulan = perkara_siap(awan.kantor, "paimin", "rsud", Status.SIAP_KIRIM_BKN, ids)
    opi = Orang(awan.kantor, "opi", awan.gerbang)
    paket = opi.minta("POST", "/paket", {"usulan": usulan, "tujuan": "unggah ke SIASN"}, 201)["id"]
    siap = lambda: (p := opi.minta("GET", f"/paket/{paket}"))["keadaan"] == "siap" and p  # noqa: E731
    [bagian] = (tunggu(siap, 180) or pytest.fail(str(awan.log("Antrean")[-5:])))["bagian"]
    with LANGSUNG.open(opi.minta("GET", f"/paket/{paket}/1")["url"], timeout=60) as jawab:
        badan = jawab.read()
    assert (len(badan), hashlib.sha256(badan).hexdigest()) == (bagian["ukuran"], bagian["sha256"])
    z = zipfile.ZipFile(io.BytesIO(badan))
    judul, *baris = openpyxl.load_workbook(io.BytesIO(z.read("MANIFES.xlsx"))).active.values
    manifes = [dict(zip(judul, b, strict=True)) for b in baris]
    assert {m["Nama berkas"] for m in manifes} | {"MANIFES.xlsx", "DAFTAR.pdf"} == set(z.namelist())
    for m in manifes:
        dokumen = z.read(m["Nama berkas"])
        assert hashlib.sha256(dokumen).hexdigest() == m["SHA-256 dalam paket"] and len(dokumen) <= 1_000_000
    assert {m["SHA-256 arsip"] for m in manifes} == {hashlib.sha256(b).hexdigest() for b in isi.values()}
    assert [m["Keterangan"] or "" for m in manifes].count("Salinan lebih kecil") == 1
    assert isi["skp-2025"] in [z.read(m["Nama berkas"]) for m in manifes], "what is signed goes as it is"
    hasil = paket_periksa.periksa(awan.kantor, io.BytesIO(badan))
    assert (hasil.paket, hasil.dokumen, hasil.persis, hasil.masalah) == (paket, 3, True, [])


def test_a_commit_wakes_the_worker_through_the_queue(awan):
    """A one-time code is owed at any hour; nobody calls the schedule here."""
    tanya = Orang(awan.kantor, "tini", awan.gerbang)
    tanya.minta("POST", "/akun/kode", {"nip": nip_dari(awan, "paimin"), "tujuan": "pemulihan"}, 202)
    kotak = lambda: rak_kabar.kotak(awan.kantor.store, "paimin").isi  # noqa: E731
    assert tunggu(lambda: any(k.kode == "KODE" and k.keadaan == "terkirim" for k in kotak())), awan.log("Antrean")[-5:]


def nip_dari(awan: Awan, id_: str) -> str:
    return str(awan.kantor.store.get(f"PEGAWAI#{id_}", "-").body["nip"])


def isi_antrean(awan: Awan, nama: str) -> int:
    tanda = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    isi = awan.klien("sqs").get_queue_attributes(QueueUrl=awan.bernama(nama), AttributeNames=tanda)["Attributes"]
    return sum(map(int, isi.values()))


def test_a_poison_message_ends_in_the_dead_letter_queue(awan):
    sqs, url = awan.klien("sqs"), awan.bernama("AntreanKerja")
    sqs.set_queue_attributes(
        QueueUrl=url, Attributes={"VisibilityTimeout": "1"}
    )  # five tries within seconds, not an hour
    awan.kantor.store.write(Put("KABAR#racun", "-", {"bukan": "kabar"}, index={"g2": ("KELUAR", "2000-01-01#racun")}))
    sqs.send_message(QueueUrl=url, MessageBody="bangun")
    assert tunggu(lambda: isi_antrean(awan, "AntreanKerjaMati") == 1, 90), awan.log("Antrean")[-5:]
    assert "tugas-terhenti" in "".join(awan.log("Antrean")) and "bukan" not in "".join(awan.log("Antrean"))


def test_whatsapps_events_go_from_the_topic_to_the_records_once_and_nonsense_to_the_dead_letters(awan):
    sns, topik = awan.klien("sns"), awan.aws.keluaran("TopikKabarMasuk")
    sqs, url = awan.klien("sqs"), awan.bernama("AntreanSurat")
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "1"})
    tanya = dari_sns("+6281299990000", "STATUS", "wamid.IN-AWAN")
    for _ in range(2):  # a replay
        sns.publish(TopicArn=topik, Message=tanya)
    sns.publish(TopicArn=topik, Message='{"bukan": "kabar"}')
    kunci = hashlib.sha256(entri_aws(tanya).encode()).hexdigest()
    surat = lambda: awan.kantor.store.get(f"WEBHOOK#{kunci}", "-")  # noqa: E731
    assert tunggu(lambda: (s := surat()) and s.body["isi"] == "", 90), awan.log("SuratWa")[-5:]  # kept, then worked on
    assert tunggu(lambda: isi_antrean(awan, "AntreanSuratMati") == 1, 90), awan.log("SuratWa")[-5:]
    assert isi_antrean(awan, "AntreanSurat") == 0 and "bukan" not in "".join(awan.log("SuratWa"))


def test_the_schedule_fires_by_itself(awan):
    assert tunggu(lambda: any("START" in b for b in awan.log("TiapMenit")), 90)


def test_a_changed_function_and_setting_replace_the_old_ones_and_the_records_stay(awan, situs, monkeypatch):
    perkara = kasus(awan)
    assert perkara
    lama = kode_fungsi(awan)
    monkeypatch.setattr(tata, "SITUS", situs)
    monkeypatch.setattr(tata, "kemas", kemas_berubah)
    baru = tata.Aws(
        awan.aws.isi | {"situs.bantuan_telepon": "(0351) 111111"}, alamat=awan.aws._alamat, bangun=awan.aws.bangun
    )
    assert urusan.terapkan(tata.langkah(baru)) == 2  # the package and the stack
    kini = kode_fungsi(awan)
    assert kini.sha != lama.sha and kini.telepon == "(0351) 111111"
    assert kasus(awan) == perkara
    tolak = Orang(awan.kantor, "tini", awan.gerbang).minta("GET", "/usulan/tiada", harap=404)
    assert tolak["title"]


def test_what_cannot_be_created_leaves_nothing_behind_and_says_why(awan, monkeypatch):
    aws = tata.Aws(awan.aws.isi | {"aws.nama": "sikap-gagal"}, alamat=awan.aws._alamat, bangun=awan.aws.bangun)
    aws.klien("s3").create_bucket(Bucket=aws.ember_kode, CreateBucketConfiguration={"LocationConstraint": WILAYAH})
    asli = tumpukan.templat_siap

    def rusak(a, letak):
        t = json.loads(asli(a, letak))
        nilai = {"Type": "String", "Value": {"Fn::ImportValue": "tiada"}}
        return json.dumps(
            t | {"Resources": t["Resources"] | {"Rusak": {"Type": "AWS::SSM::Parameter", "Properties": nilai}}}
        )

    monkeypatch.setattr(tumpukan, "templat_siap", rusak)
    with pytest.raises(Berhenti, match="sikap-gagal"):
        tumpukan.terapkan(aws)
    assert aws.tumpukan() is None


def test_destroy_takes_the_functions_and_keeps_what_people_entered(awan):
    ember, tabel = awan.aws.keluaran("EmberDokumen"), awan.aws.keluaran("NamaTabel")
    banyak = sum(1 for _ in awan.kantor.store.ekspor())
    tinggal = urusan.cabut(awan.langkah, data=False)
    assert awan.aws.tumpukan() is None and any("rahasia" in t for t in tinggal)
    assert awan.klien("lambda").list_functions()["Functions"] == []
    assert awan.klien("dynamodb").describe_table(TableName=tabel)["Table"]["DeletionProtectionEnabled"]
    assert sum(1 for _ in awan.kantor.store.ekspor()) == banyak > 20
    assert awan.klien("s3").list_objects_v2(Bucket=ember)["KeyCount"] > 0
    with pytest.raises(Berhenti):
        awan.aws.keluaran("NamaTabel")


def kasus(awan: Awan) -> list[str]:
    """Every line of every case."""
    return sorted(jadi_baris(i) for i in awan.kantor.store.ekspor() if i.pk.startswith("USULAN#"))


def kode_fungsi(awan: Awan) -> SimpleNamespace:
    isi = awan.klien("lambda").get_function(FunctionName=awan.bernama("APIHandler"))["Configuration"]
    return SimpleNamespace(sha=isi["CodeSha256"], telepon=isi["Environment"]["Variables"]["SIKAP_BANTUAN_TELEPON"])


def kemas_berubah(python: str, arsitektur: str, templat: dict, ke: Path) -> Path:
    """The real package, with one line more in a module: a new release."""
    sam = kemas.kemas(python, arsitektur, templat, ke)
    with zipfile.ZipFile(ke / "deployment.zip", "a") as z:
        z.writestr("chalicelib/rilis_uji.py", "RILIS = 2\n")
    return sam
