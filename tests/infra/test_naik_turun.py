"""Upgrade and back: a store filled by an earlier release, opened by this one and by that one again; and under load.

The earlier release is a commit of this repository, unpacked beside it. While both live together, not one act may fail.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import alat_dua_puluh
import alat_server
import pytest
from alat_mati import RAHASIA
from chalicelib.galat import Terhenti
from chalicelib.store.dynamodb import DynamoStore
from chalicelib.store.dynamodb_skema import SKEMA, cocokkan

AKAR = Path(__file__).resolve().parents[2]
LAMA = "f451f912a08f"
"""The release that county servers came from: before the schema's version stood in DynamoDB, and before metrics."""
HITUNG = """
import json, sys
import chalicelib.wiring as wiring
from chalicelib.actions import audit
kantor = wiring.kantor()
hasil = audit.periksa(kantor)
print(json.dumps({"item": sum(1 for i in kantor.store.ekspor() if i.pk != "SKEMA"), "usulan": hasil.usulan, "patah": hasil.patah}))
"""
USUL = """
import alat_kantor, chalicelib.wiring as wiring
from app import app
from alat_kantor import Peramban
from chalicelib.edge.wsgi import WsgiApp
tini = Peramban(WsgiApp(app), kepala={"origin": wiring.setelan().alamat_situs}).masuk("tini", wiring.kantor())
periode = tini.kirim("GET", "/periode").isi["isi"][-1]["tmt"]
jawab = tini.kirim("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": periode})
assert jawab.status == 201, jawab.isi
"""


@pytest.fixture(scope="module")
def lama(tmp_path_factory) -> Path:
    """The earlier release's program, its tests among it."""
    folder = tmp_path_factory.mktemp("lama")
    arsip = subprocess.run(["git", "archive", LAMA], cwd=AKAR, capture_output=True)
    if arsip.returncode:  # a shallow clone does not hold it: the release of its oldest commit then stands in
        (tertua,) = subprocess.run(
            ["git", "rev-list", "--max-parents=0", "--first-parent", "HEAD"],
            cwd=AKAR,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()[:1]
        arsip = subprocess.run(["git", "archive", tertua], cwd=AKAR, capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=arsip.stdout, check=True)
    return folder


@pytest.fixture(params=["sqlite", "postgresql", "dynamodb"])
def setelan(request, tmp_path) -> dict[str, str]:
    """One engine, empty."""
    isi = {"SIKAP_RAHASIA": "x" * 40, "SIKAP_ALAMAT_SITUS": "http://localhost:8000"}
    if request.param == "sqlite":
        return isi | {"SIKAP_STORE": f"sqlite:{tmp_path}/sikap.db"}
    if request.param == "postgresql":
        return isi | {"SIKAP_STORE": request.getfixturevalue("postgresql").baru()}
    awan = request.getfixturevalue("ministack")
    tabel = awan.tabel()
    DynamoStore(tabel, RAHASIA, awan.alamat).buat_tabel()
    awan.tanpa_sapu(tabel)
    kunci = {"AWS_ACCESS_KEY_ID": "uji", "AWS_SECRET_ACCESS_KEY": "uji"}
    return isi | kunci | {"SIKAP_STORE": f"dynamodb:{tabel}", "SIKAP_STORE_ALAMAT": awan.alamat}


def jalan(akar: Path, setelan: dict[str, str], naskah: str) -> str:
    """Run Python as the release in `akar` would."""
    bersih = {k: v for k, v in os.environ.items() if not k.startswith("SIKAP_")}
    jalur = os.pathsep.join(str(akar / n) for n in ("tests", ".", "functions", "site"))
    hasil = subprocess.run(
        [sys.executable, "-P", "-c", naskah], env={**bersih, **setelan, "PYTHONPATH": jalur}, capture_output=True, text=True,
        cwd=akar,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout


def hitung(akar: Path, setelan: dict[str, str]) -> dict[str, object]:
    return json.loads(jalan(akar, setelan, HITUNG))


def test_a_store_of_the_earlier_release_is_read_written_and_given_back(lama, setelan):
    jalan(lama, setelan, "import alat_kantor, chalicelib.wiring as w; alat_kantor.isi(w.kantor())")
    jalan(lama, setelan, USUL)
    sebelum = hitung(lama, setelan)
    assert sebelum["usulan"] == 1 and sebelum["patah"] == []
    assert hitung(AKAR, setelan) == sebelum, "the upgrade loses nothing"
    jalan(AKAR, setelan, USUL.replace("karno", "paimin").replace("tini", "marni"))
    assert hitung(lama, setelan) == hitung(AKAR, setelan) | {"usulan": 2}, "back again, with what the new release wrote"


def test_dynamodb_keeps_its_version_and_refuses_a_program_too_old(ministack):
    tabel = ministack.tabel()
    store = DynamoStore(tabel, RAHASIA, ministack.alamat, cocokkan_skema=True)
    store.buat_tabel()
    store.sehat()
    assert store.kosong(), "the version is no record"
    cocokkan(store._panggil, tabel, 3, 3)
    cocokkan(store._panggil, tabel, 3, 3)
    with pytest.raises(Terhenti) as henti:
        DynamoStore(tabel, RAHASIA, ministack.alamat, cocokkan_skema=True).get("p", "1")
    assert henti.value.kode == "skema-lebih-baru" and henti.value.petunjuk
    assert DynamoStore(tabel, RAHASIA, ministack.alamat)._panggil("get_item", TableName=tabel, Key={"pk": {"S": SKEMA}, "sk": {"S": "-"}})["Item"]["perlu"]["N"] == "3"  # fmt: skip


@pytest.mark.parametrize(
    ("orang", "jeda", "paling_sedikit"), [(3, 1, 5), pytest.param(20, 6, 60, marks=pytest.mark.panjang)]
)
def test_an_upgrade_under_load_and_back_fails_not_one_act(lama, situs, postgresql, tmp_path, orang, jeda, paling_sedikit):  # fmt: skip  # noqa: PLR0913
    with alat_server.jalankan(tmp_path, situs, postgresql.baru(), akar=lama) as server:
        jalan(lama, server.lingkungan, _isi())
        with alat_dua_puluh.kerja([], server.s["situs.alamat"], orang) as hasil:
            for akar in (AKAR, lama):
                time.sleep(jeda)
                _ganti(server, akar)
            time.sleep(jeda)
        print(f"\n{hasil}", file=sys.stderr)
        assert hasil["salah"] == [] and hasil["hilang"] == [] and hasil["gagal"] == {}
        assert hasil["resi"] > paling_sedikit
        assert hitung(AKAR, server.lingkungan)["patah"] == []
        catatan = tmp_path.glob("pekerja*.log")
        assert not [c.name for c in catatan if "AttributeError" in c.read_text()], "an old worker loads its own release"


def _isi() -> str:
    """Twenty people, put in by the earlier release with this one's list of them."""
    naskah = Path(alat_dua_puluh.__file__).read_text()
    return f"import sys; sys.argv = ['x', '--isi']; exec(compile({naskah!r}, 'alat_dua_puluh', 'exec'))"


def _ganti(server: alat_server.ServerJalan, akar: Path) -> None:
    """As `apply` does it: point to the other release, then replace one process after the other."""
    alat_server.pasang_kini(server.s, Path(server.s.kini, "build/site").resolve(), akar)
    for pintu in server.s.pintu:
        server.henti(f"layanan-{pintu}")
        server.layanan(pintu)
    server.henti("pekerja")
    server.pekerja()
