"""The worker wakes, works, survives and stops."""

from __future__ import annotations

import threading

from chalicelib.edge.pekerja import Pekerja, Tugas


def test_a_bell_wakes_it_at_once():
    lonceng, selesai = threading.Event(), threading.Semaphore(0)
    pekerja = Pekerja([Tugas("satu", lambda: selesai.release(), tiap_detik=59)], lonceng)
    pekerja.mulai()
    assert selesai.acquire(timeout=10)
    lonceng.set()
    assert selesai.acquire(timeout=10)
    assert pekerja.berhenti()


def test_a_job_that_breaks_does_not_stop_the_others(caplog):
    sudah: list[str] = []
    pekerja = Pekerja([Tugas("rusak", lambda: [][0]), Tugas("lain", lambda: sudah.append("lain"))], threading.Event())
    pekerja.putaran()
    pekerja.putaran(bangun=True)
    assert sudah == ["lain", "lain"]
    assert "tugas-terhenti" in caplog.text and "IndexError" in caplog.text


def test_each_job_keeps_its_own_time_and_the_bell_wakes_only_quick_ones():
    kini, sudah = [0.0], []
    tugas = [Tugas("cepat", lambda: sudah.append("c"), 2.0), Tugas("harian", lambda: sudah.append("h"), 86_400.0)]
    pekerja = Pekerja(tugas, threading.Event(), jam=lambda: kini[0])
    assert pekerja.putaran() == 2.0
    kini[0] = 1.0
    assert pekerja.putaran() == 1.0
    pekerja.putaran(bangun=True)
    kini[0] = 86_400.0
    pekerja.putaran()
    assert sudah == ["c", "h", "c", "c", "h"]


def test_while_there_is_more_it_does_not_wait():
    sisa, habis = list(range(50)), threading.Event()

    def kerja() -> bool:
        sisa.pop()
        habis.set() if not sisa else None
        return bool(sisa)

    pekerja = Pekerja([Tugas("banyak", kerja, tiap_detik=3600)], threading.Event())
    pekerja.mulai()
    assert habis.wait(10)
    assert pekerja.berhenti()


def test_it_lets_the_running_job_finish():
    mulai, boleh, sudah = threading.Event(), threading.Event(), []

    def kerja() -> None:
        mulai.set()
        boleh.wait(10)
        sudah.append(1)

    pekerja = Pekerja([Tugas("lama", kerja)], threading.Event())
    pekerja.mulai()
    mulai.wait(10)
    threading.Timer(0.05, boleh.set).start()
    assert pekerja.berhenti() and sudah == [1]
