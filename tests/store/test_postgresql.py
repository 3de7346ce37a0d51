"""What only a server can do: be started twice at once, go away, come back, speak another alphabet."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from alat_mati import RAHASIA
from alat_postgresql import jalankan
from chalicelib.galat import Terhenti
from chalicelib.store import Put
from chalicelib.store.sql import buka_postgresql


def test_several_processes_starting_at_once_make_the_tables_once(postgresql):
    url = postgresql.baru()
    with ThreadPoolExecutor(6) as kolam:
        semua = list(kolam.map(lambda _: buka_postgresql(url, RAHASIA), range(6)))
    assert [s.write(Put("p", "1", {}))[0] for s in semua] == [1, 2, 3, 4, 5, 6]
    for store in semua:
        store.tutup()


def test_a_restart_of_the_server_between_requests_is_not_noticed_and_its_absence_is_an_outage():
    with jalankan() as server:
        store = buka_postgresql(server.baru(), RAHASIA)
        with ThreadPoolExecutor(4) as kolam:
            list(kolam.map(lambda n: store.write(Put("p", str(n), {})), range(20)))
        server.berhenti()
        server.mulai()
        assert store.write(Put("p", "0", {})) == [2] and len(store.query("p")[0]) == 20
        server.berhenti()
        for kerja in (store.sehat, lambda: store.write(Put("p", "1", {}))):
            with pytest.raises(Terhenti):
                kerja()
        server.mulai()
        assert store.get("p", "0").version == 2
        store.tutup()


def test_no_server_at_the_address_is_an_outage_without_its_address():
    with pytest.raises(Terhenti) as henti:
        buka_postgresql("postgresql://sikap:sandi-rahasia@127.0.0.1:9/sikap", RAHASIA)
    assert "sandi-rahasia" not in repr(vars(henti.value)) and henti.value.petunjuk


def test_a_database_that_cannot_hold_every_name_is_refused(postgresql):
    postgresql.jalankan("create database latin template template0 encoding 'LATIN1' locale 'C' locale_provider libc")
    with pytest.raises(Terhenti) as henti:
        buka_postgresql(postgresql.url("latin"), RAHASIA)
    assert henti.value.kode == "bukan-utf8" and "createdb" in henti.value.petunjuk


def test_text_is_ordered_by_byte_whatever_the_server_speaks(postgresql):
    url = postgresql.baru()
    store = buka_postgresql(url, RAHASIA)
    store.write(*[Put("p", sk, {}, index={"g1": ("p", sk)}) for sk in "aBé~Z"])
    for index in (None, "g1"):
        assert [i.sk for i in store.query("p", index=index)[0]] == ["B", "Z", "a", "~", "é"]
    store.tutup()


@pytest.mark.parametrize("index", [None, "g1"])
def test_lists_are_read_through_their_index(postgresql, index):
    """A sequential scan would lock the whole table against every other writer."""
    store = buka_postgresql(postgresql.baru(), RAHASIA)
    store.write(Put("p", "1", {}, index={"g1": ("p", "1")}))
    kolom, satu = ("g1s", "g1p") if index else ("sk", "pk")
    rencana = store._dialek.baca(
        f"explain select * from item where {satu} = ? and {kolom} >= ? order by {kolom} limit 9", ("p", "")
    )
    assert not any("Seq Scan" in str(baris) for baris in rencana)
    store.tutup()
