"""The functions of SIKAP: one Chalice app and its counters, nothing else. Nothing happens at import."""

from __future__ import annotations

from chalicelib.edge import fungsi, jawab, metrik
from chalicelib.edge.loket import LazyChalice

app = LazyChalice("sikap")
app.register_middleware(metrik.hitung, "http")
app.register_middleware(jawab.seragam, "http")
app.register_blueprint(fungsi.bp)
