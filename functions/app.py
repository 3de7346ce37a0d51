"""The functions of SIKAP: one Chalice app, its counters, nothing else. Nothing happens at import."""

from __future__ import annotations

from chalice import Chalice
from chalicelib.edge import arsip, dinas, fakta, fungsi, jawab, ramalan, sesi, usulan, webhook

app = Chalice("sikap", configure_logs=False)
app.register_middleware(jawab.seragam, "http")
for loket in (sesi, usulan, arsip, fakta, ramalan, dinas, webhook, fungsi):
    app.register_blueprint(loket.bp)
