"""Cari: find people by name or NIP. The asker's scope filters before ranking; a snapshot in memory answers, news merged in."""

from __future__ import annotations

