"""Impor: the roster comes in: upload, dry run, preview, confirmation, application in pieces with progress.

The same file is not applied twice. Rows that are refused change nothing; the rest is written a few dozen people at a
time, each person with his NIP's claim, so that a stop in the middle leaves whole people and the next run goes on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import batched
from typing import Any

from chalicelib.actions import Kantor
from chalicelib.actions.audit import catatan
from chalicelib.actions.pindah import simpan_pegawai
from chalicelib.documents import kunci as k
from chalicelib.documents.tabel import baca_tabel
from chalicelib.galat import Bentrok, Galat, TakSah, TerlaluBesar, TidakAda, TidakBoleh
from chalicelib.records import impor as rak
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records.rak import ditulis
from chalicelib.rules.daftar_asn import BarisAsn, HasilBaca, banding, periksa
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Conflict, Harap, Operasi, Put
from schemas.dasar import Halaman
from schemas.impor import Impor, IsianImpor, KeadaanImpor
from schemas.opd import Unit
from schemas.pandangan import BarisImpor, JawabTiket, PandanganImpor, TiketUnggah
from schemas.pegawai import Pegawai
from schemas.peran import Pelaku, Peran

BATAS_UKURAN = 20_000_000
SEKALI_TULIS = 25
"""People in one write: three operations each, within the port's hundred."""
"""to be filled"""
