"""Which request is being answered: its id, for logs and answers. One per thread, so that requests never mix."""

from __future__ import annotations

import json
import logging
import traceback
from contextvars import ContextVar
from pathlib import Path

ID_PERMINTAAN: ContextVar[str] = ContextVar("id_permintaan", default="")
log = logging.getLogger("sikap")


def catat(kejadian: str, sebab: BaseException | None = None, **isi: object) -> None:
    """One JSON line to the log. Of an exception only its kind and where it arose: its text may hold a person's data.

    An exception that says `tanpa_data` vouches that its sentence holds none.
    """
    baris: dict[str, object] = {"kejadian": kejadian, "permintaan": ID_PERMINTAAN.get(), **isi}
    if sebab is not None:
        baris |= {"jenis": type(sebab).__qualname__, "jejak": jejak(sebab)}
        baris |= {"pesan": str(sebab)} if getattr(sebab, "tanpa_data", False) else {}
    log.error(json.dumps(baris, ensure_ascii=False, default=str))


def jejak(sebab: BaseException, paling: int = 12) -> list[str]:
    """The last steps to an exception as "file.py:12 name", without any values; causes first."""
    langkah = traceback.extract_tb(sebab.__traceback__)[-paling:]
    akar = sebab.__cause__ or (None if sebab.__suppress_context__ else sebab.__context__)
    sini = [f"{Path(s.filename).name}:{s.lineno} {s.name}" for s in langkah]
    return [*jejak(akar, 4), f"-> {type(sebab).__qualname__}", *sini] if akar else sini
