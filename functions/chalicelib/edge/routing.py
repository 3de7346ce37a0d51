"""Which route a path belongs to: a look in a dictionary first, then patterns of as many parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Cocok(NamedTuple):
    """The route as declared ("/usulan/{id}") and what its names stand for in this path."""

    resource: str
    parameter: dict[str, str]


class Peta:
    """Built once from the app's routes; asked at every request. Fixed words win over names."""

    def __init__(self, routes: Iterable[str]) -> None:
        self._tetap = {r for r in routes if "{" not in r}
        self._pola: dict[int, list[tuple[str, list[str]]]] = {}
        for route in sorted(set(routes) - self._tetap, key=lambda r: [b.startswith("{") for b in r.split("/")]):
            bagian = route.split("/")
            self._pola.setdefault(len(bagian), []).append((route, bagian))

    def cari(self, path: str) -> Cocok | None:
        """The route of a decoded path, or None. An empty part never fills a name."""
        if path in self._tetap:
            return Cocok(path, {})
        bagian = path.split("/")
        for route, pola in self._pola.get(len(bagian), ()):
            if all(p == b or (p[:1] == "{" and b) for p, b in zip(pola, bagian, strict=True)):
                return Cocok(route, {p[1:-1]: b for p, b in zip(pola, bagian, strict=True) if p[:1] == "{"})
        return None
