"""The roster through the counters, as the site brings it: upload, dry run by the worker, application by the worker."""

from __future__ import annotations

import hashlib

from alat_kantor import Peramban, nip
from app import app
from chalicelib.actions import impor
from chalicelib.documents import kunci as k
from chalicelib.edge.wsgi import WsgiApp
from chalicelib.records import pegawai as rak_pegawai


def periksa(admi: Peramban, kantor, isi: bytes) -> tuple[str, dict]:
    """Bring a roster and let the worker read it: (its id, how it stands)."""
    tiket = {"nama": "r.csv", "ukuran": len(isi), "sha256": hashlib.sha256(isi).hexdigest()}
    id_ = admi.kirim("POST", "/impor", tiket).isi["id"]
    kantor.documents.taruh(k.masuk(id_), isi, "application/octet-stream")
    admi.kirim("POST", f"/impor/{id_}/uji")
    assert impor.MEJA.kerjakan(kantor)
    return id_, admi.kirim("GET", f"/impor/{id_}").isi


def test_nothing_is_applied_of_a_file_from_which_nothing_can_come(kantor):
    admi = Peramban(WsgiApp(app)).masuk("admi", kantor)
    id_, lihat = periksa(admi, kantor, b"NIP BARU;NAMA\n123;SOEKARJONO\n")

    assert (lihat["keadaan"], lihat["akan"], lihat["halangan"][:29]) == ("siap", 0, "Tidak ada yang akan berubah: ")
    assert admi.kirim("POST", f"/impor/{id_}/penerapan", {"versi": lihat["versi"]}).isi["kode"] == "impor-kosong"
    assert admi.kirim("GET", f"/impor/{id_}").isi["keadaan"] == "siap"


def test_the_worker_reads_and_applies_a_roster(kantor):
    admi = Peramban(WsgiApp(app)).masuk("admi", kantor)
    isi = f"NIP BARU;NAMA;GOL AKHIR NAMA;TMT GOLONGAN\n'{nip(0)};SOEKARJONO;III/b;01-04-2026\n".encode()
    id_, lihat = periksa(admi, kantor, isi)

    assert (lihat["keadaan"], lihat["berubah"], lihat["akan"], lihat["halangan"]) == ("siap", 1, 1, ""), lihat
    admi.kirim("POST", f"/impor/{id_}/penerapan", {"versi": lihat["versi"]})
    assert impor.MEJA.kerjakan(kantor)
    assert admi.kirim("GET", f"/impor/{id_}").isi["keadaan"] == "selesai"
    assert rak_pegawai.ambil(kantor.store, "karno").golongan.tulisan == "III/b"
    assert kantor.store.get("RAMAL-ANTRE", "karno")
