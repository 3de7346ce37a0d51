"""Calling DynamoDB, and what its refusals mean to us."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from chalicelib.store.janji import terhenti

_KALAH = {"TransactionConflictException", "TransactionInProgressException"}
_SYARAT = "ConditionalCheckFailed"
_BENTROK = "TransactionConflict"


class SyaratGugur(Exception):
    """Conditions did not hold; `bagian` are the indexes of their operations, ascending."""

    def __init__(self, bagian: Sequence[int]) -> None:
        super().__init__(f"conditions {list(bagian)}")
        self.bagian = bagian


class Kalah(Exception):
    """Another transaction was on the same items at that moment; to be tried again."""


def sambung(alamat: str, wilayah: str) -> Any:
    """A client without boto3's upper floors (they cost 100 ms of a cold start)."""
    from botocore.config import Config
    from botocore.session import get_session

    pilihan = Config(
        retries={"mode": "standard", "total_max_attempts": 3},
        connect_timeout=2,
        read_timeout=5,
        max_pool_connections=32,
    )
    return get_session().create_client("dynamodb", wilayah, endpoint_url=alamat or None, config=pilihan)


def panggil(cara: Callable[..., Any], minta: dict[str, Any]) -> Any:
    """The answer of one call. Raises SyaratGugur, Kalah, ValueError (wrong in itself) or Terhenti (everything else)."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        return cara(**minta)
    except ClientError as galat:
        raise _arti(galat) from galat
    except BotoCoreError as galat:
        raise terhenti(galat) from galat


def _arti(galat: Any) -> Exception:
    kode = galat.response["Error"]["Code"]
    if kode in _KALAH:
        return Kalah()
    if kode == "ValidationException":
        return ValueError(str(galat))
    if kode == "TransactionCanceledException":
        return _arti_batal([sebab.get("Code") for sebab in galat.response.get("CancellationReasons", ())], galat)
    if kode == f"{_SYARAT}Exception" and not _terulang(galat):
        return SyaratGugur([0])
    return terhenti(galat)


def _arti_batal(sebab: Sequence[str | None], galat: Exception) -> Exception:
    gugur = [n for n, kode in enumerate(sebab) if kode == _SYARAT]
    if gugur:
        return SyaratGugur(gugur)
    if any(kode == _BENTROK for kode in sebab):
        return Kalah()
    return ValueError(str(galat)) if any(kode == "ValidationError" for kode in sebab) else terhenti(galat)


def _terulang(galat: Any) -> bool:
    """A repeated single write may have failed against its own first try; then nobody can say who won."""
    return bool(galat.response.get("ResponseMetadata", {}).get("RetryAttempts"))
