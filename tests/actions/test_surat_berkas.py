"""What a paper says of itself: written down by those who may add to the archive, read with the document, lost to nobody's overwriting."""

from __future__ import annotations

import pytest
from alat_orang import Orang
from chalicelib.actions import sajikan_berkas
from chalicelib.records import berkas as rak
from chalicelib.records import kantor as rak_kantor
from chalicelib.records import usulan as rak_usulan

from schemas.berkas import SuratBerkas
from schemas.usulan import Keputusan

ISI = {"nomor": "823/12/2019", "tanggal": "2019-03-20", "tmt": "2019-04-01", "penerbit": "Bupati Ngawi", "tahun": 2019}
KATA = "Nomor 823/12/2019, tanggal 20 Maret 2019, TMT 1 April 2019, dari Bupati Ngawi, tahun 2019."


@pytest.fixture
def dokumen(kantor):
    """A received document of karno; its id."""
    return Orang(kantor, "tini").unggah("karno", "sk-kp", "SK pangkat")


def simpan(orang: Orang, id_: str, status: int = 200, **lain):
    versi = rak.ambil(orang.kantor.store, id_).versi
    return orang.minta("PUT", f"/berkas/{id_}/surat", {"versi": versi, **ISI, **lain}, status)


def test_it_is_read_with_the_document_and_journalled_without_its_content(kantor, dokumen):
    jawab = simpan(Orang(kantor, "karno"), dokumen)
    assert jawab["surat"] == ISI and KATA in jawab["keterangan"] and jawab["boleh_isi"] and jawab["pegawai"] == "karno"
    (slot,) = [s for s in Orang(kantor, "tini").minta("GET", "/pegawai/karno/berkas")["isi"] if s["slot"] == "sk-kp"]
    assert KATA in slot["terbaru"]["keterangan"]
    (baris,) = [c for c in rak_kantor.RAK_CATATAN.semua(kantor.store, "CATATAN#2026-11") if c.aksi == "isi keterangan dokumen"]  # fmt: skip
    assert (baris.oleh, baris.tentang, baris.isi) == ("karno", dokumen, {})


def test_what_is_left_out_is_emptied_and_a_later_word_is_not_overwritten(kantor, dokumen):
    karno = Orang(kantor, "karno")
    awal = rak.ambil(kantor.store, dokumen).versi
    simpan(karno, dokumen)
    assert simpan(karno, dokumen, 409, versi=awal)["kode"] == "bentrok"
    kosong = karno.minta("PUT", f"/berkas/{dokumen}/surat", {"versi": rak.ambil(kantor.store, dokumen).versi}, 200)
    assert kosong["surat"] == SuratBerkas().model_dump() and "Nomor" not in kosong["keterangan"]


def test_who_only_reads_writes_nothing_and_a_stranger_finds_nothing(kantor, dokumen):
    audi = Orang(kantor, "audi")
    assert audi.minta("GET", f"/berkas/{dokumen}")["boleh_isi"] is False
    simpan(audi, dokumen, 404)
    simpan(Orang(kantor, "marni"), dokumen, 404)
    assert rak.ambil(kantor.store, dokumen).surat == SuratBerkas()


@pytest.mark.parametrize("lain", [{"tahun": 19}, {"tanggal": "kemarin"}, {"nomor": "x" * 5000}, {"golongan": "III/b"}])
def test_nonsense_is_refused_by_its_field(kantor, dokumen, lain):
    temuan = simpan(Orang(kantor, "karno"), dokumen, 422, **lain)["temuan"]
    assert [t["bidang"] for t in temuan] == list(lain)


def test_a_decree_that_a_case_brought_tells_what_the_case_recorded(kantor, dokumen):
    tini = Orang(kantor, "tini")
    id_ = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)["id"]
    u = rak_usulan.ambil(kantor.store, id_)
    sk = Keputusan(nomor="821/9", tanggal="2027-01-15", tmt="2027-02-01", berkas=dokumen)
    b = rak.ambil(kantor.store, dokumen)
    assert (
        sajikan_berkas.surat(b, [u.model_copy(update={"sk": sk})])
        == "Nomor 821/9, tanggal 15 Januari 2027, TMT 1 Februari 2027"
    )
    assert sajikan_berkas.surat(b, [u]) == ""
