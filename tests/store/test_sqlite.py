"""What only a file can do: be shared, be unreadable, be spoilt, be full."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alat_mati import RAHASIA
from chalicelib.galat import Terhenti
from chalicelib.store import Harap, Put
from chalicelib.store.sql import buka_sqlite

DUA_PROSES = """
import sys
from chalicelib.store import Conflict, Put
from chalicelib.store.sql import buka_sqlite
store = buka_sqlite(sys.argv[1], b"rahasia untuk uji")
for _ in range(40):
    while True:
        kini = store.get("p", "nomor")
        try:
            store.write(Put("p", "nomor", {"n": kini.body["n"] + 1}, kini.version), Put("p", f"{sys.argv[2]}-{kini.version}", {}))
            break
        except Conflict:
            pass
"""


@pytest.fixture
def berkas(tmp_path) -> str:
    return str(tmp_path / "dalam" / "sikap.db")


@pytest.fixture
def store(berkas):
    store = buka_sqlite(berkas, RAHASIA)
    yield store
    store.tutup()


def test_what_was_written_is_there_after_reopening(store, berkas):
    store.write(Put("p", "1", {"n": 1}))
    store.tutup()
    assert buka_sqlite(berkas, RAHASIA).get("p", "1").body == {"n": 1}


def test_a_closed_store_opens_itself_again_when_asked(store):
    store.write(Put("p", "1", {}))
    store.tutup()
    assert store.get("p", "1") and store.write(Put("p", "1", {})) == [2]


def test_only_its_owner_may_read_the_file(store, berkas):
    store.write(Put("p", "1", {}))
    assert {p.stat().st_mode & 0o077 for p in Path(berkas).parent.iterdir()} == {0}


def test_every_commit_reaches_the_disk(store):
    with store._dialek._kunci:
        koneksi = store._dialek._penulis
        assert koneksi.execute("pragma synchronous").fetchone() == (2,)
        assert koneksi.execute("pragma journal_mode").fetchone() == ("wal",)


def test_two_processes_on_one_file_lose_no_step(store, berkas):
    store.write(Put("p", "nomor", {"n": 0}))
    jalur = os.environ | {"PYTHONPATH": "functions:."}
    anak = [subprocess.Popen([sys.executable, "-c", DUA_PROSES, berkas, str(n)], env=jalur) for n in range(2)]
    assert [a.wait() for a in anak] == [0, 0]
    assert store.get("p", "nomor").body["n"] == 80 == len(store.query("p", limit=200)[0]) - 1


def test_readers_do_not_wait_for_a_writer_and_see_the_last_commit(store):
    store.write(Put("p", "1", {"n": 1}))

    def hapus_lalu_baca(jalan):
        jalan("delete from item")
        return _di_utas(lambda: store.get("p", "1"))

    assert store._dialek.tulis(hapus_lalu_baca).body == {"n": 1}
    assert store.get("p", "1") is None


def _di_utas(kerja):
    hasil = []
    utas = threading.Thread(target=lambda: hasil.append(kerja()))
    utas.start()
    utas.join()
    return hasil[0]


def test_readers_share_a_few_connections(store):
    for _ in range(50):
        _di_utas(lambda: store.get("p", "1"))
    assert len(store._dialek._pembaca) == 1


@pytest.mark.parametrize("isi", [b"ini bukan pangkalan data sama sekali" * 99, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_spoilt_file_is_an_outage_with_a_sentence(tmp_path, isi):
    (tmp_path / "rusak.db").write_bytes(isi)
    with pytest.raises(Terhenti) as henti:
        buka_sqlite(str(tmp_path / "rusak.db"), RAHASIA)
    assert henti.value.pesan and henti.value.petunjuk and str(tmp_path) not in str(henti.value)


def test_a_place_that_cannot_be_written_is_an_outage(tmp_path):
    (tmp_path / "berkas").write_text("")
    with pytest.raises(Terhenti):
        buka_sqlite(str(tmp_path / "berkas" / "sikap.db"), RAHASIA)


def test_a_full_disk_refuses_the_write_whole_and_serves_again_when_there_is_room(store, berkas):
    store.write(Put("p", "1", {}))
    lunak, keras = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (Path(berkas + "-wal").stat().st_size + 10_000, keras))
    try:
        with pytest.raises(Terhenti):
            store.write(*[Put("p", f"besar-{n}", {"a": "x" * 100_000}) for n in range(9)])
        assert store.get("p", "1")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (lunak, keras))
    assert len(store.query("p")[0]) == 1
    assert store.write(Put("p", "2", {"a": "x" * 300_000}, Harap.TIADA)) == [1]


def test_a_short_secret_is_refused(tmp_path):
    with pytest.raises(ValueError):
        buka_sqlite(str(tmp_path / "x.db"), b"pendek")
