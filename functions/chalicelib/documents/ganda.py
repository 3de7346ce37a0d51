"""Ganda: a dictionary that says the same key twice. Readers differ in which one counts, so a check of one proves nothing.

pypdf keeps the first and mentions the second in its log only; here that mention is heard. Its text goes no further,
since it quotes the file.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SUARA = logging.getLogger("pypdf.generic._data_structures")
_sini = threading.local()


class _Dengar(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        terdengar: list[str] | None = getattr(_sini, "terdengar", None)
        if terdengar is not None and isinstance(record.args, dict) and "key" in record.args:
            terdengar.append(str(record.args["key"]))
        return False


_SUARA.setLevel(logging.WARNING)
_SUARA.addFilter(_Dengar())


@contextmanager
def dengarkan() -> Iterator[list[str]]:
    """The keys said twice in what this thread reads inside the block, as a list that grows."""
    _sini.terdengar = []
    try:
        yield _sini.terdengar
    finally:
        _sini.terdengar = None
