"""`apply` for AWS killed with SIGKILL after its words to AWS, on the emulator; the next run goes on and ends whole."""

from __future__ import annotations

import json
import os
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import botocore.client
import pytest
from alat_awan import ALAMAT_SITUS, harus_python313

from infra import langkah as urusan
from infra.aws import aturan, kemas, tata, tumpukan
from infra.tempat import Berhenti

KATA = [
    ("CreateBucket", 1), ("PutPublicAccessBlock", 1), ("PutParameter", 1), ("PutObject", 1), ("PutObject", 2),
    ("CreateStack", 1), ("DeleteObject", 1), ("PutObject", 1), ("PutObject", 3),
]  # fmt: skip
"""After which word to AWS, and which of its kind in that run, each run in turn is killed."""
KECIL = {"Resources": {"BerkasSitus": {"Type": "AWS::S3::Bucket"}}, "Outputs": {"EmberSitus": {"Value": {"Ref": "BerkasSitus"}}}}  # fmt: skip


def kemas_kecil(python: str, arsitektur: str, templat: dict, ke: Path) -> None:
    """A package that is quickly made."""
    ke.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(ke / "deployment.zip", "w") as z:
        z.writestr("app.py", arsitektur)
    (ke / "sam.json").write_text(json.dumps(KECIL))


@pytest.fixture
def situs_kecil(tmp_path):
    (tmp_path / "situs" / "a").mkdir(parents=True)
    for nama in ("a/x.css", "a/y.css", "index.html", "masuk.html", "_kepala.json"):
        (tmp_path / "situs" / nama).write_text('{"Content-Security-Policy": "img-src {penyimpanan}"}')
    return tmp_path / "situs"


@contextmanager
def akun(ministack, bangun: Path, situs: Path, kemas_: Callable[..., object], nama: str) -> Iterator[tata.Aws]:
    isi = {n: b.bawaan for n, b in aturan.ATURAN.items()} | {
        "aws.nama": nama, "aws.arsitektur": "x86_64", "situs.alamat": ALAMAT_SITUS, "aws.python": "python3.13",
    }  # fmt: skip
    asli = (tata.SITUS, tata.kemas)
    tata.SITUS, tata.kemas = situs, kemas_
    try:
        yield tata.Aws(isi, alamat=ministack.alamat, bangun=bangun)
    finally:
        tata.SITUS, tata.kemas = asli


def terbunuh(kerja: Callable[[], object], mati: Callable[[], None] = lambda: None, detik: float = 0) -> bool:
    """`kerja` in a child that `mati` prepares, killed with all it started after so many seconds (0: only by itself). Was it?"""
    anak = os.fork()
    if anak == 0:
        try:
            os.setsid()
            mati()
            kerja()
        finally:
            os._exit(0)
    if detik:
        time.sleep(detik)
        os.killpg(anak, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1]) == -signal.SIGKILL


def sesudah_kata(nama: str, kali: int) -> Callable[[], None]:
    """From now on the process is killed when this word has been said so often, and answered."""

    def pasang() -> None:
        asli, sisa = botocore.client.BaseClient._make_api_call, [kali]

        def bicara(self, operasi, kwargs):
            hasil = asli(self, operasi, kwargs)
            sisa[0] -= operasi == nama
            if not sisa[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            return hasil

        botocore.client.BaseClient._make_api_call = bicara

    return pasang


def utuh(a: tata.Aws) -> None:
    """The next run ends whole, and after it nothing is to be done."""
    assert urusan.terapkan(tata.langkah(a)) > 0
    assert all(baik for _, baik in urusan.keadaan(tata.langkah(a))) and urusan.terapkan(tata.langkah(a)) == 0
    isi = a.klien("s3").list_objects_v2(Bucket=a.keluaran("EmberSitus"))["Contents"]
    assert {o["Key"] for o in isi} == {"_rilis"} | {
        b.relative_to(tata.SITUS).as_posix() for b in tata.berkas_situs(tata.SITUS)
    }
    tutup = a.klien("s3").get_public_access_block(Bucket=a.ember_kode)["PublicAccessBlockConfiguration"]
    assert tutup == tata.TUTUP
    urusan.cabut(tata.langkah(a), data=True)


def test_apply_killed_after_each_word_to_aws_goes_on_and_ends_whole(ministack, tmp_path, situs_kecil):
    with akun(ministack, tmp_path / "bangun", situs_kecil, kemas_kecil, "sikap-mati") as a:
        for nama, kali in KATA:
            assert terbunuh(lambda: urusan.terapkan(tata.langkah(a)), sesudah_kata(nama, kali)), f"{nama} {kali}"
        utuh(a)


def test_half_a_package_and_half_a_site_do_not_pass_for_the_ones_before(ministack, tmp_path, situs_kecil):
    """Killed on the way to another release, then back to the first."""

    def setengah(*kata: object) -> None:
        (kata[-1] / "deployment.zip").write_bytes(b"PK half")  # type: ignore[operator]
        os.kill(os.getpid(), signal.SIGKILL)

    with akun(ministack, tmp_path / "bangun", situs_kecil, kemas_kecil, "sikap-balik") as a:
        urusan.terapkan(tata.langkah(a))
        lain = tata.Aws(a.isi | {"situs.bantuan_telepon": "1"}, alamat=ministack.alamat, bangun=a.bangun)
        tata.kemas = setengah
        assert terbunuh(lambda: urusan.terapkan(tata.langkah(lain)))
        halaman = situs_kecil / "index.html"
        lama = halaman.read_text()
        halaman.write_text("baru")
        tata.kemas = kemas_kecil
        assert terbunuh(lambda: tata.langkah(a)[-1].kerja(), sesudah_kata("PutObject", 4))
        halaman.write_text(lama)
        assert [n for n, baik in urusan.keadaan(tata.langkah(a)) if not baik] == ["paket fungsi", "situs"]
        utuh(a)


def test_what_an_earlier_run_began_is_awaited(monkeypatch):
    keadaan = iter(["CREATE_IN_PROGRESS", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "CREATE_COMPLETE", "CREATE_COMPLETE"])
    tanda = [{"Key": "sikap:cap", "Value": "c"}]
    monkeypatch.setitem(tumpukan.SABAR, "Delay", 0)
    a = SimpleNamespace(nama="x", cap="c", tumpukan=lambda: {"StackStatus": next(keadaan), "Tags": tanda})
    tumpukan.terapkan(a)  # asks for nothing: it has no client
    assert next(keadaan, None) is None


@pytest.mark.parametrize(("keadaan", "kalimat"), [("UPDATE_ROLLBACK_FAILED", "Continue update rollback"), ("CREATE_IN_PROGRESS", "Tunggu")])  # fmt: skip
def test_where_only_a_person_can_go_on_it_says_so(monkeypatch, keadaan, kalimat):
    monkeypatch.setattr(tumpukan, "SABAR", {"Delay": 0, "MaxAttempts": 3})
    a = SimpleNamespace(nama="x", cap="c", tumpukan=lambda: {"StackStatus": keadaan})
    with pytest.raises(Berhenti, match=kalimat):
        tumpukan.terapkan(a)


@pytest.mark.panjang
def test_the_real_package_killed_while_it_is_made_and_the_real_stack_while_it_is_created(ministack, tmp_path, situs):
    harus_python313()
    with akun(ministack, tmp_path / "bangun", situs, kemas.kemas, "sikap-asli") as a:
        for detik in (3, 12, 30):  # in Chalice, in pip, in the zip: wherever it is by then
            assert terbunuh(lambda: urusan.terapkan(tata.langkah(a)[:1]), detik=detik)
        for nama, kali in (*KATA[:-1], ("PutObject", 100)):
            assert terbunuh(lambda: urusan.terapkan(tata.langkah(a)), sesudah_kata(nama, kali)), f"{nama} {kali}"
        utuh(a)
