"""How the press says no."""

from __future__ import annotations


class SitusRusak(Exception):
    """The site would be broken: each argument is one sentence with the file or address it is about."""

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))
