"""Children are watched, stopped in order, and never left behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from infra import jalankan
from infra.jalankan import sendirian
from infra.proses import Keluarga, menjawab, pesan, pintu_bebas, pintu_bebas_sesudah
from infra.tempat import Berhenti

AKAR = Path(__file__).resolve().parents[2]
TIDUR = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def keluarga():
    k = Keluarga()
    yield k
    k.hentikan(1)


def _mulai(keluarga, perintah, tmp_path, nama="Layanan"):
    return keluarga.mulai(nama, perintah, lingkungan=dict(os.environ), catatan=tmp_path / f"{nama}.log")


def test_a_child_that_dies_at_start_is_named_with_its_last_words(keluarga, tmp_path):
    anak = _mulai(keluarga, [sys.executable, "-c", "print('pintu macet'); raise SystemExit(3)"], tmp_path)
    with pytest.raises(Berhenti, match=r"(?s)Layanan berhenti saat dimulai.*pintu macet.*Layanan\.log"):
        keluarga.tunggu_siap(anak, lambda: False, 20)


def test_a_child_that_dies_later_stops_the_house(keluarga, tmp_path):
    _mulai(keluarga, TIDUR, tmp_path, "Penyimpanan")
    _mulai(keluarga, [sys.executable, "-c", ""], tmp_path)
    with pytest.raises(Berhenti, match="Layanan berhenti sendiri"):
        keluarga.jaga()


def test_all_are_stopped_even_one_that_does_not_listen(keluarga, tmp_path):
    tuli = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('siap', flush=True); time.sleep(60)"
    )
    anak = [_mulai(keluarga, TIDUR, tmp_path, "a"), _mulai(keluarga, [sys.executable, "-c", tuli], tmp_path, "b")]
    keluarga.tunggu_siap(anak[1], lambda: "siap" in (tmp_path / "b.log").read_text(), 20)
    keluarga.hentikan(0.2)
    assert [a.proses.returncode for a in anak] == [-signal.SIGTERM, -signal.SIGKILL]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent died")
def test_a_parent_that_is_killed_leaves_nobody(tmp_path):
    kode = (
        "import os, sys, time\nfrom pathlib import Path\nfrom infra.proses import Keluarga\n"
        f"a = Keluarga().mulai('a', {TIDUR!r}, lingkungan=dict(os.environ), catatan=Path({str(tmp_path)!r}) / 'a.log')\n"
        "print(a.proses.pid, flush=True); time.sleep(60)"
    )
    jalan = {**os.environ, "PYTHONPATH": str(AKAR)}
    with subprocess.Popen(
        [sys.executable, "-c", kode], cwd=AKAR, env=jalan, stdout=subprocess.PIPE, text=True
    ) as induk:
        anak = int(induk.stdout.readline())
        induk.kill()
    batas = time.monotonic() + 20
    while _hidup(anak) and time.monotonic() < batas:
        time.sleep(0.02)
    assert not _hidup(anak)


def _hidup(pid: int) -> bool:
    keadaan = Path(f"/proc/{pid}/stat")
    return keadaan.is_file() and keadaan.read_text().split(")")[1].split()[0] != "Z"


def test_a_taken_port_is_told_with_the_next_free_one():
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        soket.listen()
        pintu = soket.getsockname()[1]
        bebas = pintu_bebas_sesudah(pintu)
        assert not pintu_bebas(pintu) and bebas > pintu
        with pytest.raises(Berhenti, match=f"Pintu {pintu} sedang dipakai.*\n.*infra/run --pintu {bebas}"):
            jalankan._periksa_pintu(pintu)


def test_a_port_is_given_to_one_process_at_a_time():
    a = 40_000 + os.getpid() % 20_000 * 2
    kata = f"from infra.proses import pesan; print(pesan({a}), pesan({a - 1}, {a}))"

    def lain() -> list[str]:
        perintah = [sys.executable, "-c", kata]
        return subprocess.run(perintah, env={"PYTHONPATH": str(AKAR)}, capture_output=True, text=True).stdout.split()

    assert lain() == ["True", "False"] == lain(), "given back when its process ended"
    assert pesan(a - 1)
    assert lain() == ["True", "False"]
    assert pesan(a) and not pesan(a - 1)
    assert lain() == ["False", "False"]


@pytest.fixture
def sementara(tmp_path, monkeypatch):
    """The system's temporary folder, where others write too."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    tmp_path.chmod(0o1777)
    return tmp_path


def test_ports_are_noted_in_a_folder_of_ones_own(sementara):
    assert pesan(39_999) and (sementara / f"sikap-pintu-{os.getuid()}").stat().st_mode & 0o777 == 0o700
    assert pesan(39_998)


@pytest.mark.parametrize("cara", ["tautan", "terbuka", "berkas", "orang lain", "tanpa +t"])
def test_a_folder_of_ports_that_others_could_change_is_refused_with_the_way_out(sementara, monkeypatch, cara):
    folder = sementara / f"sikap-pintu-{os.getuid()}"
    match cara:
        case "tautan":
            (sementara / "milik orang").mkdir()
            folder.symlink_to(sementara / "milik orang")
        case "terbuka":
            folder.mkdir()
            folder.chmod(0o777)
        case "berkas":
            folder.touch()
        case "orang lain":
            lain = os.getuid() + 1
            monkeypatch.setattr(os, "getuid", lambda: lain)
            (sementara / f"sikap-pintu-{lain}").mkdir()
        case _:
            sementara.chmod(0o777)
    with pytest.raises(Berhenti, match=r"chmod \+t" if cara == "tanpa +t" else "bukan folder Anda sendiri.*TMPDIR="):
        pesan(39_997)


def test_nothing_answers_where_nobody_listens():
    assert not menjawab("http://127.0.0.1:1/")


def test_a_second_start_is_refused_and_names_the_first(tmp_path, monkeypatch):
    monkeypatch.setattr(jalankan, "DATA", tmp_path)
    with (
        sendirian("http://localhost:8123"),
        pytest.raises(Berhenti, match="sudah berjalan: http://localhost:8123"),
        sendirian("lain"),
    ):
        pass


def test_a_lock_file_left_behind_stops_nobody(tmp_path, monkeypatch):
    monkeypatch.setattr(jalankan, "DATA", tmp_path)
    (tmp_path / "jalan.kunci").write_text("http://localhost:8000\n")
    with sendirian("http://localhost:8123"):
        assert (tmp_path / "jalan.kunci").read_text() == "http://localhost:8123\n"
