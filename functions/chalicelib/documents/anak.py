"""Anak: a child process that opens what a stranger sent. It gets the bytes and a clean environment, and may fall alone.

Started as a program of its own, not forked or spawned by `multiprocessing`: that runs the parent's main module again, which
is ours on a server but the runtime's in Lambda.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer

WARISAN = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
"""All that the child sees of our environment: no secret is among it."""


@contextmanager
def anak(modul: str, isi: bytes, detik: float) -> Iterator[subprocess.Popen[bytes]]:
    """`modul`.utama() in a process with `isi` on its standard input; its standard output is ours to read. Killed at the end, or after `detik`."""
    lingkungan = {n: os.environ[n] for n in WARISAN if n in os.environ}
    lingkungan["PYTHONPATH"] = os.pathsep.join(j for j in sys.path if j)
    with tempfile.TemporaryFile() as masuk:
        masuk.write(isi)
        masuk.seek(0)
        proses = subprocess.Popen(
            [sys.executable, "-c", f"from {modul} import utama; utama()"],
            stdin=masuk,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=lingkungan,
        )
        jam = Timer(detik, proses.kill)
        jam.start()
        try:
            yield proses
        finally:
            jam.cancel()
            proses.kill()
            proses.communicate()


def batasi(detik: int, memori: int) -> None:
    """The child's first act: so many seconds of CPU and bytes of memory, and no core that would hold what it read."""
    with suppress(ImportError):  # a system without such limits has the clock above
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memori, memori))
        resource.setrlimit(resource.RLIMIT_CPU, (detik, detik))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
