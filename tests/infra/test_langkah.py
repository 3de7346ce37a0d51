"""What is announced is what is done; a failure is resumed; the second time nothing is to be done; data stays unless told twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from infra.langkah import Langkah, cabut, keadaan, rencana, terapkan
from infra.tempat import Berhenti


class Dunia:
    def __init__(self) -> None:
        self.ada: list[str] = []
        self.gagal: set[str] = set()

    def langkah(self, nama: str, *, data: bool = False, biaya: int = 0) -> Langkah:
        def kerja() -> None:
            if nama in self.gagal:
                raise Berhenti(f"{nama} menolak")
            self.ada.append(nama)

        return Langkah(
            nama, f"membuat {nama}", f"hapus {nama}", lambda: nama in self.ada, kerja, lambda: self.ada.remove(nama), biaya, data
        )  # fmt: skip


@pytest.fixture
def dunia():
    return Dunia()


@pytest.fixture
def tiga(dunia):
    return [dunia.langkah("a", biaya=1500), dunia.langkah("b", data=True), dunia.langkah("c")]


def test_a_plan_changes_nothing_and_says_everything(dunia, tiga):
    dunia.ada.append("a")
    teks = "\n".join(rencana(tiga))
    assert dunia.ada == ["a"]
    assert "[sudah] a" in teks and "[AKAN ] b: membuat b" in teks and "Membatalkan: hapus c" in teks
    assert "Biaya seluruhnya: perkiraan Rp1.500 sebulan" in teks


def test_a_plan_can_be_read_before_there_is_anything_to_look_at(dunia, tiga):
    def gelap() -> bool:
        raise Berhenti("Kredensial belum ada.")

    teks = "\n".join(rencana([tiga[0], replace(tiga[1], sudah=gelap)]))
    assert "[AKAN ] a" in teks and "[  ?  ] b: membuat b" in teks and "Rp1.500 sebulan" in teks
    assert teks.endswith("Kredensial belum ada.")


def test_a_failure_is_resumed_and_the_second_time_is_nothing(dunia, tiga, capsys):
    dunia.gagal = {"b"}
    with pytest.raises(Berhenti):
        terapkan(tiga)
    assert dunia.ada == ["a"]
    dunia.gagal = set()
    assert terapkan(tiga) == 2 and dunia.ada == ["a", "b", "c"]
    assert terapkan(tiga) == 0 and "Tidak ada yang perlu dikerjakan." in capsys.readouterr().err
    assert keadaan(tiga) == [("a", True), ("b", True), ("c", True)]


def test_data_stays_unless_told_twice(dunia, tiga):
    terapkan(tiga)
    assert cabut(tiga, data=False) == ["b: hapus b"] and dunia.ada == ["b"]
    assert cabut(tiga, data=True) == [] and dunia.ada == []


def test_what_an_older_release_made_is_taken_away_too(dunia):
    dunia.ada.append("a")
    lain = replace(dunia.langkah("a"), sudah=lambda: False, ada=lambda: "a" in dunia.ada)
    assert cabut([lain], data=False) == [] and dunia.ada == []
