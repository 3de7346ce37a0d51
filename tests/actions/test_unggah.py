"""Acceptance: receipt, each refusal, two at once, a stop between any two statements, and reading back later."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from typing import Any

import pytest
from alat_pdf import jujur
from chalicelib.actions import Kantor, dokumen_rusak, orang, periksa_ulang, sapu_unggah, saya, unggah
from chalicelib.documents import kunci as k
from chalicelib.edge.tugas import daftar as tugas
from chalicelib.galat import Galat, TakSah, Terhenti, TerlaluBesar, TerlaluSering, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak

from schemas.berkas import IsianTiket, KeadaanBerkas
from schemas.dasar import KueriHalaman
from schemas.peran import Pelaku, Peran

KARNO = Pelaku(id="karno", nama="x", peran=frozenset({Peran.PNS}))
PAIMIN = Pelaku(id="paimin", nama="x", peran=frozenset({Peran.PNS}))
ADMI = Pelaku(id="admi", nama="x", peran=frozenset({Peran.PNS, Peran.ADMIN}))
PDF = jujur()
RUSAK = b"%PDF-1.7\nbukan sungguhan\n%%EOF"


def kirim(kantor: Kantor, isi: bytes = PDF, slot: str = "sk-kp") -> str:
    """A ticket, and the bytes sent to it."""
    t = unggah.tiket(kantor, KARNO, isian(isi, slot))
    assert t.tiket is not None
    assert kantor.documents.unggah(t.tiket.url, isi) == 200  # type: ignore[attr-defined]
    return t.id


def isian(isi: bytes = PDF, slot: str = "sk-kp", **lain: Any) -> IsianTiket:
    sidik = hashlib.sha256(isi).hexdigest()
    return IsianTiket(
        **{"pegawai": "karno", "slot": slot, "nama": "../../a.pdf", "ukuran": len(isi), "sha256": sidik, **lain}
    )


def test_a_received_document_lies_under_its_hash_and_leads_its_slot(kantor):
    id_ = kirim(kantor)
    b = unggah.terima(kantor, KARNO, id_)
    assert (b.keadaan, b.halaman, b.nomor_versi) == (KeadaanBerkas.DITERIMA, 1, 1)
    assert kantor.documents.baca(k.isi(b.sha256)) == PDF
    assert kantor.documents.daftar("masuk/") == []
    assert rak.slot(kantor.store, "karno", "sk-kp").terbaru == id_
    assert unggah.terima(kantor, KARNO, id_) == rak.ambil(kantor.store, id_)
    assert unggah.tiket(kantor, KARNO, isian()).tiket is None, "the same bytes are here already"


def test_a_second_version_does_not_touch_the_first(kantor):
    satu = unggah.terima(kantor, KARNO, kirim(kantor))
    dua = unggah.terima(kantor, KARNO, kirim(kantor, jujur("/Lang (id)")))
    assert [b.id for b in rak.versi_slot(kantor.store, "karno", "sk-kp")] == [dua.id, satu.id]
    assert kantor.documents.baca(k.isi(satu.sha256)) == PDF


@pytest.mark.parametrize(
    "isi, galat",
    [
        (isian(pegawai="paimin"), TidakAda),
        (isian(pegawai="tiada"), TidakAda),
        (isian(slot="skp"), TakSah),
        (isian(slot="sk-kp-2025"), TakSah),
        (isian(slot="ijazah-s9"), TakSah),
        (isian(ukuran=5_000_001), TerlaluBesar),
    ],
)
def test_a_ticket_that_is_not_given_leaves_nothing(kantor, isi, galat):
    with pytest.raises(galat):
        unggah.tiket(kantor, KARNO, isi)
    assert rak.RAK.daftar(kantor.store, "MASUK", indeks="g1").isi == []


def test_a_limit_is_told_in_our_numbers(kantor):
    with pytest.raises(TerlaluBesar, match=r"^Berkas ini 6,1 MB; paling besar 5,0 MB\.$"):
        unggah.tiket(kantor, KARNO, isian(ukuran=6_100_000))


def test_nobody_piles_up_uploads_that_never_end(kantor):
    batas = kantor.setelan.tiket_terbuka
    ids = [unggah.tiket(kantor, KARNO, isian(jujur(f"/Lang (t{n})"))).id for n in range(batas)]
    with pytest.raises(TerlaluSering, match=f"^{batas} unggahan Anda sudah dimulai") as tolak:
        unggah.tiket(kantor, KARNO, isian())
    assert tolak.value.kode == "unggahan-menumpuk" and "sesudah satu hari" in tolak.value.petunjuk
    assert unggah.tiket(kantor, PAIMIN, isian(pegawai="paimin")).tiket, "another person is not held up"

    kantor.documents.taruh(k.masuk(ids[0]), jujur("/Lang (t0)"), "application/pdf")
    unggah.terima(kantor, KARNO, ids[0])
    kirim(kantor)
    with pytest.raises(TerlaluSering):
        unggah.tiket(kantor, KARNO, isian(jujur("/Lang (id)")))
    kantor.jam.maju(days=2)
    while sapu_unggah.sapu(kantor):
        pass
    assert unggah.tiket(kantor, KARNO, isian(jujur("/Lang (id)"))).tiket


def test_what_has_not_arrived_is_not_received(kantor):
    t = unggah.tiket(kantor, KARNO, isian())
    with pytest.raises(TidakBoleh) as tolak:
        unggah.terima(kantor, KARNO, t.id)
    assert tolak.value.kode == "belum-sampai"
    assert rak.ambil(kantor.store, t.id).keadaan is KeadaanBerkas.MENUNGGU
    with pytest.raises(TidakBoleh):
        unggah.alamat(kantor, KARNO, t.id, unduh=False)


@pytest.mark.parametrize("isi, kode", [(RUSAK, "berkas-rusak"), (PDF, "isi-beda")])
def test_a_refused_file_is_gone_and_the_reason_stays(kantor, isi, kode):
    id_ = kirim(kantor, isi)
    if kode == "isi-beda":
        kantor.documents.taruh(k.masuk(id_), PDF + b" ", "application/pdf")
    for _ in range(2):
        with pytest.raises(TakSah) as tolak:
            unggah.terima(kantor, KARNO, id_)
        assert tolak.value.kode == kode
    assert kantor.documents.isi == {}
    assert rak.arsip(kantor.store, "karno") == []


def test_another_person_neither_receives_nor_looks(kantor):
    id_ = kirim(kantor)
    for coba in (unggah.terima, lambda *a: unggah.alamat(*a, unduh=True), unggah.pratinjau):
        with pytest.raises(TidakAda):
            coba(kantor, PAIMIN, id_)


@pytest.mark.parametrize("isi, akhir", [(PDF, KeadaanBerkas.DITERIMA), (RUSAK, KeadaanBerkas.DITOLAK)])
def test_eight_at_once_give_one_answer(kantor, isi, akhir):
    id_ = kirim(kantor, isi)

    def coba(_):
        try:
            return unggah.terima(kantor, KARNO, id_).nomor_versi
        except Galat as galat:
            return galat.kode

    with ThreadPoolExecutor(8) as utas:
        hasil = set(utas.map(coba, range(8)))
    assert hasil == ({1} if akhir is KeadaanBerkas.DITERIMA else {"berkas-rusak"})
    assert rak.ambil(kantor.store, id_).keadaan is akhir


def test_many_versions_at_once_get_a_number_each(kantor):
    ids = [kirim(kantor, jujur(f"/Lang (v{n})")) for n in range(4)]
    with ThreadPoolExecutor(4) as utas:
        nomor = list(utas.map(lambda i: unggah.terima(kantor, KARNO, i).nomor_versi, ids))
    assert sorted(nomor) == [1, 2, 3, 4]
    assert len(rak.versi_slot(kantor.store, "karno", "sk-kp")) == 4


class Mati(BaseException):
    """The process ends here."""


class Rapuh:
    """A port whose n-th word is the last one, spoken or not."""

    def __init__(self, asli: Any, hitung: Any, saat: int, *, sebelum: bool) -> None:
        self._asli, self._hitung, self._saat, self._sebelum = asli, hitung, saat, sebelum

    def __getattr__(self, nama: str) -> Any:
        asli = getattr(self._asli, nama)

        def bicara(*isi: Any, **lain: Any) -> Any:
            ini = next(self._hitung) == self._saat
            if ini and self._sebelum:
                raise Mati
            hasil = asli(*isi, **lain)
            if ini:
                raise Mati
            return hasil

        return bicara


@pytest.mark.parametrize("sebelum", [True, False], ids=["unsaid", "said"])
@pytest.mark.parametrize("isi", [PDF, RUSAK], ids=["good", "bad"])
def test_a_stop_anywhere_loses_nothing_and_leaves_nothing_half_done(kantor, isi, sebelum):
    for saat in range(40):
        ini = jujur(f"/Lang (v{saat})") if isi is PDF else isi.replace(b"sungguhan", b"sungguhan %d" % saat)
        id_ = kirim(kantor, ini)
        hitung = count()
        rapuh = replace(
            kantor,
            store=Rapuh(kantor.store, hitung, saat, sebelum=sebelum),
            documents=Rapuh(kantor.documents, hitung, saat, sebelum=sebelum),
        )
        try:
            unggah.terima(rapuh, KARNO, id_)
            selesai = True
        except (Mati, TakSah) as akhir:
            selesai = isinstance(akhir, TakSah)
        if not selesai:
            b = rak.ambil(kantor.store, id_)
            if b.keadaan is KeadaanBerkas.DITERIMA:
                assert kantor.documents.keterangan(k.isi(b.sha256)) is not None, "received means that it is there"
            _ulang(kantor, id_, isi)
        sapu_unggah.sapu_sisa(kantor)
        assert kantor.documents.daftar("masuk/") == []
        if selesai:
            assert saat > 4, "the walk must have stopped it in between"
            break
    else:
        pytest.fail("never came to its end")
    arsip = rak.versi_slot(kantor.store, "karno", "sk-kp")
    assert [b.nomor_versi for b in arsip] == list(range(len(arsip), 0, -1))


def _ulang(kantor: Kantor, id_: str, isi: bytes) -> None:
    if isi is PDF:
        assert unggah.terima(kantor, KARNO, id_).keadaan is KeadaanBerkas.DITERIMA
    else:
        with pytest.raises(TakSah):
            unggah.terima(kantor, KARNO, id_)


def test_the_sweep_clears_what_nobody_claims_and_nothing_else(kantor):
    lama, diterima = kirim(kantor), unggah.terima(kantor, KARNO, kirim(kantor, jujur("/Lang (id)"))).id
    kantor.jam.maju(hours=23)
    baru = kirim(kantor, jujur("/Lang (jv)"))
    assert sapu_unggah.sapu(kantor) == 0
    kantor.jam.maju(hours=2)
    assert sapu_unggah.sapu(kantor) == 1
    assert kantor.documents.daftar("masuk/") == [k.masuk(baru)]
    assert rak.RAK.ambil(kantor.store, f"BERKAS#{lama}") is None
    assert rak.ambil(kantor.store, diterima).keadaan is KeadaanBerkas.DITERIMA
    assert sapu_unggah.sapu_sisa(kantor) == 0


# --- reading back


def kabar(kantor: Kantor) -> list[str]:
    return [str(i.body["isi"]) for i in kantor.store.query("KOTAK#karno", index="g1")[0] if i.body["kode"] == "RUSAK"]


def terbalik(kantor: Kantor, id_: str) -> None:
    """One bit of the stored document turns over."""
    kunci = k.isi(rak.ambil(kantor.store, id_).sha256)
    isi = bytearray(kantor.documents.baca(kunci))
    isi[len(isi) // 2] ^= 1
    kantor.documents.taruh(kunci, bytes(isi), "application/pdf")


def test_a_flipped_bit_is_noticed_and_the_owner_told_once(kantor):
    id_ = unggah.terima(kantor, KARNO, kirim(kantor)).id
    utuh = unggah.terima(kantor, KARNO, kirim(kantor, jujur("/Lang (id)"), "sk-pns")).id
    terbalik(kantor, id_)
    assert periksa_ulang.kerjakan(kantor) == 0, "not due yet"
    kantor.jam.maju(days=90)
    assert periksa_ulang.kerjakan(kantor) == 2
    assert rak.ambil(kantor.store, id_).rusak_pada == kantor.jam()
    assert rak.ambil(kantor.store, utuh).rusak_pada is None
    [pesan] = kabar(kantor)
    assert "SK kenaikan pangkat terakhir" in pesan
    [catat] = [i for i in kantor.store.query("CATATAN#2027-02")[0] if i.body["aksi"] == "dokumen rusak"]
    assert catat.body["isi"] == {"slot": "sk-kp", "berkas": id_}
    assert periksa_ulang.kerjakan(kantor) == 0
    kantor.jam.maju(days=90)
    assert periksa_ulang.kerjakan(kantor) == 1, "the whole one goes on being read, the broken one is known"
    assert len(kabar(kantor)) == 1


def rusak(kantor: Kantor, id_: str) -> None:
    """The document is damaged, and the next check has found it."""
    terbalik(kantor, id_)
    kantor.jam.maju(days=91)
    periksa_ulang.kerjakan(kantor)


def test_a_damaged_version_is_never_shown_as_good_and_the_earlier_one_is_offered(kantor):
    dahulu = unggah.terima(kantor, KARNO, kirim(kantor))
    kini = unggah.terima(kantor, KARNO, kirim(kantor, jujur("/Lang (id)")))
    rusak(kantor, kini.id)
    for coba in (lambda: unggah.alamat(kantor, KARNO, kini.id, unduh=True), lambda: unggah.pratinjau(kantor, KARNO, kini.id)):  # fmt: skip
        with pytest.raises(TidakBoleh, match="Terakhir ditemukan utuh pada 25 November 2026") as tolak:
            coba()
        assert tolak.value.kode == "berkas-rusak-simpan"
    (slot,) = orang.arsip(kantor, KARNO, "karno")
    terlihat = slot.terbaru
    assert (terlihat.rusak_pada, terlihat.buka) == (kantor.jam(), dahulu.id)
    assert "utuh pada 25 November 2026" in terlihat.keutuhan and "Versi 1 masih utuh" in terlihat.keutuhan
    assert unggah.alamat(kantor, KARNO, dahulu.id, unduh=False).url


def tugas_rusak(kantor: Kantor) -> list[int]:
    """How many damaged documents the administrator's start page asks to look at; other tasks aside."""
    return [t.jumlah for t in saya.menunggu(kantor, ADMI) if t.ke == "/dokumen-rusak/"]


def test_a_damaged_document_is_the_administrators_work_until_it_is_whole_again(kantor):
    b = unggah.terima(kantor, KARNO, kirim(kantor))
    assert tugas_rusak(kantor) == []
    rusak(kantor, b.id)
    assert tugas_rusak(kantor) == [1]
    (baris,) = dokumen_rusak.daftar(kantor, ADMI, KueriHalaman()).isi
    assert (baris.nama, baris.nomor_versi) == ("SOEKARJONO", 1) and "Unggah lagi dari aslinya." in baris.keutuhan
    with pytest.raises(TidakAda):
        dokumen_rusak.daftar(kantor, KARNO, KueriHalaman())

    kantor.documents.taruh(k.isi(b.sha256), PDF, "application/pdf")  # the office put it back from its backup
    periksa_ulang.kerjakan(kantor)
    assert rak.ambil(kantor.store, b.id).rusak_pada is None
    assert tugas_rusak(kantor) == [] and dokumen_rusak.daftar(kantor, ADMI, KueriHalaman()).isi == []
    assert unggah.alamat(kantor, KARNO, b.id, unduh=False).url


def test_a_lost_object_is_noticed_too(kantor):
    b = unggah.terima(kantor, KARNO, kirim(kantor))
    kantor.documents.hapus(k.isi(b.sha256))
    kantor.jam.maju(days=91)
    periksa_ulang.kerjakan(kantor)
    assert len(kabar(kantor)) == 1


def test_the_owner_may_send_it_again_and_it_is_whole(kantor):
    id_ = unggah.terima(kantor, KARNO, kirim(kantor)).id
    terbalik(kantor, id_)
    kantor.jam.maju(days=91)
    periksa_ulang.kerjakan(kantor)
    b = unggah.terima(kantor, KARNO, kirim(kantor))
    assert kantor.documents.baca(k.isi(b.sha256)) == PDF
    assert unggah.tiket(kantor, KARNO, isian()).tiket is None


def test_storage_that_is_away_is_not_taken_for_damage(kantor, monkeypatch):
    id_ = unggah.terima(kantor, KARNO, kirim(kantor)).id
    kantor.jam.maju(days=91)

    def jauh(*_):
        raise Terhenti("Tunggu.")

    monkeypatch.setattr(kantor.documents, "alir", jauh)
    with pytest.raises(Terhenti):
        periksa_ulang.kerjakan(kantor)
    assert rak.ambil(kantor.store, id_).rusak_pada is None and kabar(kantor) == []


def test_previews_wait_for_storage_instead_of_giving_up(kantor, monkeypatch):
    from chalicelib.actions import gambar

    id_ = unggah.terima(kantor, KARNO, kirim(kantor)).id

    def jauh(*_):
        raise Terhenti("Tunggu.")

    with monkeypatch.context() as sela:
        sela.setattr(kantor.documents, "baca", jauh)
        with pytest.raises(Terhenti):
            gambar.kerjakan(kantor)
    assert rak.ambil(kantor.store, id_).pratinjau == 0
    assert gambar.kerjakan(kantor) == 1
    assert rak.ambil(kantor.store, id_).pratinjau == 1


def test_the_worker_does_it(kantor):
    id_ = unggah.terima(kantor, KARNO, kirim(kantor)).id
    terbalik(kantor, id_)
    kantor.jam.maju(days=91)
    next(t for t in tugas(kantor) if t.nama == "periksa ulang dokumen").kerja()
    assert len(kabar(kantor)) == 1


def test_who_only_reads_archives_neither_ends_an_upload_nor_throws_it_away(kantor):
    audi = Pelaku(id="audi", nama="x", peran=frozenset({Peran.PNS, Peran.AUDITOR}))
    rusak = kirim(kantor, RUSAK)
    with pytest.raises(TidakAda):
        unggah.terima(kantor, audi, rusak)
    assert rak.ambil(kantor.store, rusak).keadaan is KeadaanBerkas.MENUNGGU
    assert kantor.documents.baca(k.masuk(rusak)) == RUSAK
