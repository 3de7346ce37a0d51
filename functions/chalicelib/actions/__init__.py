"""One module per thing a person may ask. An action takes the office (`Kantor`), who asks (`Pelaku`) and what is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from chalicelib.documents import Documents
from chalicelib.notify import Notify
from chalicelib.store import Store
from schemas.setelan import Setelan


@dataclass(frozen=True)
class Kantor:
    """The office at work: fitted ports, settings, the clock and the source of ids. Tests build their own.

    `jam()` answers an aware UTC datetime; `id_baru()` a new opaque id (26 characters, sortable by time);
    `rahasia(n)` n bytes nobody can guess; `nyalakan()` wakes the worker after a commit (never raises).
    """

    store: Store
    documents: Documents
    notify: Mapping[str, Notify]
    setelan: Setelan
    jam: Callable[[], datetime]
    id_baru: Callable[[], str]
    rahasia: Callable[[int], bytes]
    nyalakan: Callable[[], None]
