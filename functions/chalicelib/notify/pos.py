"""One POST to a provider, and the two ways in which it can have no answer: certainly not sent, or in doubt."""

from __future__ import annotations

import json
from collections.abc import Mapping

import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from chalicelib.galat import Terhenti

_KOLAM = urllib3.PoolManager(maxsize=20)
"""As many lines to a provider as `antar` opens at once: one that does not fit is shut and made anew, with its handshake."""
_DETIK = urllib3.Timeout(connect=5, read=20)


def pos(url: str, kepala: Mapping[str, str], isi: object, *, penyedia: str) -> tuple[int, bytes] | None:
    """(status, body) of the answer; None: the line broke when it may have been taken. Raises Terhenti: nobody was there.

    It never repeats by itself: a repeat is a second message.
    """
    semua = {**kepala, "Content-Type": "application/json"}
    try:
        jawab = _KOLAM.request("POST", url, body=json.dumps(isi).encode(), headers=semua, timeout=_DETIK, retries=False)
    except (NewConnectionError, ConnectTimeoutError) as sebab:
        raise Terhenti(f"{penyedia} tidak dapat dihubungi.") from sebab
    except HTTPError:
        return None
    return jawab.status, jawab.data
