"""Berkelompok: many rows at once: cut into groups, read ahead in few calls, written a group in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from chalicelib.actions import Kantor
from chalicelib.store import Conflict, Operasi
from chalicelib.store.muka import Muka

T = TypeVar("T")
SEKALI_BACA = 100
"""People that a dry run reads ahead at once."""


def potongan(isi: Iterable[T], banyak: int) -> Iterator[list[T]]:
    """The things in groups of so many."""
    urut = iter(isi)
    while bagian := list(islice(urut, banyak)):
        yield bagian


Bekal = Callable[[Muka, Sequence[T]], None]
"""Reads ahead, in few calls, what these rows will ask for one by one."""


def berbekal(kantor: Kantor, isi: Iterable[T], banyak: int, bekal: Bekal[T]) -> Iterator[tuple[Kantor, list[T]]]:
    """The rows in groups of so many, each with an office that has at hand what they ask for."""
    for kelompok in potongan(isi, banyak):
        muka = Muka(kantor.store)
        bekal(muka, kelompok)
        yield replace(kantor, store=muka), kelompok


def tulis_berkelompok(
    kantor: Kantor, isi: Iterable[T], banyak: int, rencana: Callable[[Kantor, T], list[Operasi]], bekal: Bekal[T]
) -> int:
    """Write what `rencana` has for each person, `banyak` of them in one write; answers how many were new or changed.

    When somebody changed one of them meanwhile, or two rows are of one person (by a NIP that was corrected since), each of that
    group is read anew and written by himself.
    """
    diubah = 0
    for dekat, kelompok in berbekal(kantor, isi, banyak, bekal):
        semua = [r for x in kelompok if (r := rencana(dekat, x))]
        if semua and not _sekaligus(kantor, [o for r in semua for o in r]):
            for x in kelompok:
                if satu := rencana(kantor, x):
                    kantor.store.write(*satu)
        diubah += len(semua)
    return diubah


def _sekaligus(kantor: Kantor, operasi: Sequence[Operasi]) -> bool:
    """One write of all; False when it cannot be one."""
    if len({(o.pk, o.sk) for o in operasi}) < len(operasi):
        return False
    try:
        kantor.store.write(*operasi)
    except Conflict:
        return False
    return True
