"""The roster comes in: each refusal, the same file twice, two at once, and a stop or a storage that is away in the middle."""

from __future__ import annotations

import hashlib

import pytest
from alat_daftar import buat_daftar, buku
from chalicelib.actions import Kantor, impor, meja_impor, sapu_unggah, terap
from chalicelib.actions.pelaku import sistem
from chalicelib.documents import kunci as k
from chalicelib.galat import Bentrok, Terhenti, TerlaluBesar, TidakAda, TidakBoleh
from chalicelib.records import pegawai as rak_pegawai

from schemas.impor import IsianImpor, KeadaanImpor
from schemas.peran import Pelaku, Peran

ADMIN = sistem()
DAFTAR = buat_daftar(300, tiap=1)
ISI = buku(DAFTAR.baris)


def isian(isi: bytes = ISI, **lain) -> IsianImpor:
    return IsianImpor(**{"nama": "daftar.xlsx", "ukuran": len(isi), "sha256": hashlib.sha256(isi).hexdigest(), **lain})


def bawa(kantor: Kantor, isi: bytes = ISI) -> str:
    t = impor.MEJA.tiket(kantor, ADMIN, isian(isi))
    assert kantor.documents.unggah(t.tiket.url, isi) == 200
    return t.id


def kerjakan(kantor: Kantor) -> None:
    for _ in range(50):
        if not impor.MEJA.kerjakan(kantor):
            return
    pytest.fail("the worker never comes to an end")


def siap(kantor: Kantor, isi: bytes = ISI) -> str:
    id_ = bawa(kantor, isi)
    impor.MEJA.minta_uji(kantor, ADMIN, id_)
    kerjakan(kantor)
    return id_


def terapkan(kantor: Kantor, id_: str) -> None:
    impor.MEJA.minta_terap(kantor, ADMIN, id_, impor.MEJA.lihat(kantor, ADMIN, id_).versi)


def ada(kantor: Kantor) -> int:
    return sum(rak_pegawai.menurut_nip(kantor.store, str(b["NIP BARU"])) is not None for b in DAFTAR.baris)


def test_a_roster_is_tried_first_and_applied_after(kantor):
    id_ = siap(kantor)
    lihat = impor.MEJA.lihat(kantor, ADMIN, id_)
    assert (lihat.keadaan, lihat.jumlah, lihat.ditolak) == (KeadaanImpor.SIAP, len(DAFTAR.baris), len(DAFTAR.ditolak))
    assert ada(kantor) == 0, "a dry run keeps nobody"
    terapkan(kantor, id_)
    kerjakan(kantor)
    sudah = impor.MEJA.lihat(kantor, ADMIN, id_)
    assert (sudah.keadaan, sudah.kemajuan, sudah.baru) == (KeadaanImpor.SELESAI, lihat.diterima, lihat.diterima)
    assert ada(kantor) >= lihat.diterima
    assert kantor.documents.daftar("masuk/") == []


def test_the_same_bytes_are_applied_once(kantor):
    satu, dua = siap(kantor), siap(kantor)
    terapkan(kantor, satu)
    with pytest.raises(Bentrok) as tolak:
        terapkan(kantor, dua)
    assert tolak.value.kode == "impor-sudah"
    kerjakan(kantor)
    with pytest.raises(TidakBoleh):
        terapkan(kantor, satu)


def test_trying_again_is_harmless(kantor):
    id_ = siap(kantor)
    pertama = impor.MEJA.lihat(kantor, ADMIN, id_)
    impor.MEJA.minta_uji(kantor, ADMIN, id_)
    kerjakan(kantor)
    assert impor.MEJA.lihat(kantor, ADMIN, id_).model_copy(update={"versi": pertama.versi}) == pertama


@pytest.mark.parametrize("kerja", ["daftar", "lihat", "baris", "tiket", "uji", "terap"])
def test_only_the_administrator(kantor, kerja):
    id_, vera = bawa(kantor), Pelaku(id="vera", nama="x", peran=frozenset({Peran.VERIFIKATOR}))
    coba = {
        "daftar": lambda: impor.MEJA.daftar(kantor, vera, batas=5, kursor=None),
        "lihat": lambda: impor.MEJA.lihat(kantor, vera, id_),
        "baris": lambda: impor.MEJA.baris(kantor, vera, id_, "ubah", batas=5, kursor=None),
        "tiket": lambda: impor.MEJA.tiket(kantor, vera, isian()),
        "uji": lambda: impor.MEJA.minta_uji(kantor, vera, id_),
        "terap": lambda: impor.MEJA.minta_terap(kantor, vera, id_, 1),
    }
    with pytest.raises(TidakAda):
        coba[kerja]()


def test_each_step_waits_for_the_one_before(kantor):
    t = impor.MEJA.tiket(kantor, ADMIN, isian())
    with pytest.raises(TidakBoleh, match="belum sampai"):
        impor.MEJA.minta_uji(kantor, ADMIN, t.id)
    with pytest.raises(TidakBoleh, match="belum diperiksa"):
        impor.MEJA.minta_terap(kantor, ADMIN, t.id, 1)
    with pytest.raises(Bentrok):
        impor.MEJA.minta_terap(kantor, ADMIN, t.id, 7)
    with pytest.raises(TidakAda):
        impor.MEJA.baris(kantor, ADMIN, t.id, "segala", batas=5, kursor=None)
    with pytest.raises(TerlaluBesar):
        impor.MEJA.tiket(kantor, ADMIN, isian(ukuran=20_000_001))


@pytest.mark.parametrize(
    "isi", [b"x", b"PK\x03\x04" + bytes(500), b"\x00" * 999, b"nama;alamat\na;b\n", b"<html></html>", ISI[:5_000]]
)
def test_what_is_no_roster_is_refused_with_a_sentence(kantor, isi):
    id_ = siap(kantor, isi)
    lihat = impor.MEJA.lihat(kantor, ADMIN, id_)
    assert lihat.keadaan == KeadaanImpor.DITOLAK and len(lihat.pesan) > 20
    with pytest.raises(TidakBoleh):
        terapkan(kantor, id_)


def test_storage_that_is_away_for_a_moment_costs_nothing(kantor, monkeypatch):
    id_ = bawa(kantor)
    impor.MEJA.minta_uji(kantor, ADMIN, id_)
    terap._ingatan.clear()

    def jauh(_):
        raise Terhenti("Tunggu.")

    with monkeypatch.context() as sela:
        sela.setattr(kantor.documents, "baca", jauh)
        assert impor.MEJA.kerjakan(kantor) is False
    assert impor.MEJA.lihat(kantor, ADMIN, id_).keadaan == KeadaanImpor.ANTRE_UJI
    kerjakan(kantor)
    assert impor.MEJA.lihat(kantor, ADMIN, id_).keadaan == KeadaanImpor.SIAP


def test_a_stop_in_the_middle_leaves_whole_people_and_the_next_round_goes_on(kantor, monkeypatch):
    id_ = siap(kantor)
    terapkan(kantor, id_)
    tulis, kali = kantor.store.write, [0]

    class Mati(BaseException):
        pass

    def rapuh(*operasi):
        kali[0] += 1
        if kali[0] == 4:
            raise Mati
        return tulis(*operasi)

    with monkeypatch.context() as sela:
        sela.setattr(kantor.store, "write", rapuh)
        with pytest.raises(Mati):
            impor.MEJA.kerjakan(kantor)
    assert 0 < ada(kantor) < len(DAFTAR.baris)
    kerjakan(kantor)
    lihat = impor.MEJA.lihat(kantor, ADMIN, id_)
    assert (lihat.keadaan, lihat.kemajuan) == (KeadaanImpor.SELESAI, lihat.diterima)


def test_an_import_that_was_refused_halfway_can_be_taken_up_again(kantor):
    """Its own claim on these bytes must not lock it out."""
    id_ = siap(kantor)
    terapkan(kantor, id_)
    isi = kantor.documents.baca(k.masuk(id_))
    kantor.documents.hapus(k.masuk(id_))
    terap._ingatan.clear()
    kerjakan(kantor)
    assert impor.MEJA.lihat(kantor, ADMIN, id_).keadaan == KeadaanImpor.DITOLAK
    kantor.documents.taruh(k.masuk(id_), isi, meja_impor.TIPE)
    impor.MEJA.minta_uji(kantor, ADMIN, id_)
    kerjakan(kantor)
    terapkan(kantor, id_)
    kerjakan(kantor)
    assert impor.MEJA.lihat(kantor, ADMIN, id_).keadaan == KeadaanImpor.SELESAI


def patah(*_):
    return 1 / 0


def ronde(kantor: Kantor) -> int:
    """The worker's rounds until nothing waits, as he goes on after a fault; answers how many faults he logged."""
    gagal = 0
    for _ in range(50):
        try:
            if not impor.MEJA.kerjakan(kantor):
                return gagal
        except ZeroDivisionError:
            gagal += 1
    pytest.fail("it stays at the head of the queue for ever")


def test_a_file_that_breaks_the_reading_is_given_up_and_the_next_is_read(kantor, monkeypatch):
    racun = bawa(kantor)
    impor.MEJA.minta_uji(kantor, ADMIN, racun)
    kantor.jam.maju(seconds=1)
    sehat = bawa(kantor, buku(DAFTAR.baris[:5]))
    impor.MEJA.minta_uji(kantor, ADMIN, sehat)
    asli = terap._terbaca
    monkeypatch.setattr(terap, "_terbaca", lambda k, id_, n: patah() if id_ == racun else asli(k, id_, n))

    assert ronde(kantor) == meja_impor.BATAS_COBA
    lihat = impor.MEJA.lihat(kantor, ADMIN, racun)
    assert (lihat.keadaan, lihat.pesan) == (KeadaanImpor.DITOLAK, meja_impor.RUSAK)
    assert impor.MEJA.lihat(kantor, ADMIN, sehat).keadaan == KeadaanImpor.SIAP


def test_a_fault_that_passes_ends_nothing(kantor, monkeypatch):
    id_ = siap(kantor)
    terapkan(kantor, id_)
    with monkeypatch.context() as sela:
        sela.setattr(terap, "terapkan", patah)
        for _ in range(meja_impor.BATAS_COBA - 1):
            with pytest.raises(ZeroDivisionError):
                impor.MEJA.kerjakan(kantor)
    assert ronde(kantor) == 0
    assert impor.MEJA.lihat(kantor, ADMIN, id_).keadaan == KeadaanImpor.SELESAI


def test_an_application_that_breaks_halfway_says_how_far_it_came_and_the_bytes_may_be_brought_again(
    kantor, monkeypatch
):
    monkeypatch.setattr(meja_impor, "POTONG", 100)
    id_ = siap(kantor)
    terapkan(kantor, id_)
    assert impor.MEJA.kerjakan(kantor)
    with monkeypatch.context() as sela:
        sela.setattr(terap, "terapkan", patah)
        assert ronde(kantor) == meja_impor.BATAS_COBA
    lihat = impor.MEJA.lihat(kantor, ADMIN, id_)
    assert (lihat.keadaan, lihat.kemajuan) == (KeadaanImpor.DITOLAK, 100)
    assert lihat.pesan == f"{meja_impor.HENTI.format(100, lihat.diterima)} {meja_impor.RUSAK}"
    assert 0 < ada(kantor) < lihat.diterima

    lagi = siap(kantor)
    terapkan(kantor, lagi)
    assert ronde(kantor) == 0
    assert impor.MEJA.lihat(kantor, ADMIN, lagi).keadaan == KeadaanImpor.SELESAI
    assert ada(kantor) >= lihat.diterima


def test_people_of_a_roster_are_looked_up_in_groups_and_not_one_by_one(kantor, monkeypatch):
    satu, ambil = [], kantor.store.get
    monkeypatch.setattr(kantor.store, "get", lambda pk, sk: satu.append(pk) or ambil(pk, sk))
    terapkan(kantor, siap(kantor))
    kerjakan(kantor)
    assert sum(pk.startswith(("NIP#", "PEGAWAI#")) for pk in satu) < 10, "but for the rows that are one digit off"
    assert ada(kantor) > 200


def _diri(kantor: Kantor, nip: str) -> Pelaku:
    """The administrator who is himself in the register."""
    dia = rak_pegawai.menurut_nip(kantor.store, nip)
    assert dia is not None
    return Pelaku(id=dia.id, nama=dia.nama, peran=frozenset({Peran.ADMIN}))


@pytest.fixture
def diri(kantor):
    """(administrator, file that raises him and one other, NIPs of both): both are in the register already."""
    orang = buat_daftar(12, tiap=0).baris[:4]
    terap.terapkan(kantor, terap.baca(buku(orang), "a.xlsx", kantor.jam().date()).orang)
    for b in orang[:2]:
        b.update({"GOL AKHIR ID": "44", "GOL AKHIR NAMA": "IV/d"})
    satu, dua = (str(b["NIP BARU"]) for b in orang[:2])
    return _diri(kantor, satu), buku(orang), (satu, dua)


def golongan(kantor: Kantor, *nip: str) -> list[str]:
    return [p.golongan.tulisan for n in nip if (p := rak_pegawai.menurut_nip(kantor.store, n)) and p.golongan]


def bawakan(kantor: Kantor, siapa: Pelaku, isi: bytes) -> str:
    t = impor.MEJA.tiket(kantor, siapa, isian(isi))
    assert kantor.documents.unggah(t.tiket.url, isi) == 200
    impor.MEJA.minta_uji(kantor, siapa, t.id)
    kerjakan(kantor)
    return t.id


def minta_terap(kantor: Kantor, siapa: Pelaku, id_: str) -> str:
    impor.MEJA.minta_terap(kantor, siapa, id_, impor.MEJA.lihat(kantor, siapa, id_).versi)
    kerjakan(kantor)
    i = impor.MEJA.lihat(kantor, siapa, id_)
    assert i.keadaan == KeadaanImpor.SELESAI
    return i.pesan


def test_an_administrator_does_not_bring_in_his_own_row(kantor, diri):
    admin, isi, nip = diri
    semula = golongan(kantor, *nip)
    id_ = bawakan(kantor, admin, isi)
    lihat = impor.MEJA.lihat(kantor, admin, id_)
    ragu = impor.MEJA.baris(kantor, admin, id_, "peringatan", batas=5, kursor=None).isi
    assert "Baris 2 " in lihat.pesan and "administrator lain" in lihat.pesan, "the preview says so"
    assert [(b.kode, b.baris) for b in ragu] == [("baris-sendiri", 2)] and lihat.peringatan == 1
    assert "tidak ikut" in minta_terap(kantor, admin, id_)
    assert golongan(kantor, *nip) == [semula[0], "IV/d"], "the rest came in"


def test_another_administrator_applies_what_was_brought_about_its_bringer(kantor, diri):
    admin, isi, nip = diri
    assert minta_terap(kantor, ADMIN, bawakan(kantor, admin, isi)) == ""
    assert golongan(kantor, *nip) == ["IV/d", "IV/d"]
    assert impor.MEJA.lihat(kantor, admin, bawakan(kantor, admin, isi)).pesan == "", "nothing of his changes any more"


def test_who_applies_what_another_brought_leaves_his_own_row_out_and_the_other_may_bring_it_again(kantor, diri):
    admin, isi, nip = diri
    semula = golongan(kantor, *nip)
    assert "tidak ikut" in minta_terap(kantor, admin, bawakan(kantor, ADMIN, isi))
    assert golongan(kantor, *nip) == [semula[0], "IV/d"]
    assert minta_terap(kantor, ADMIN, bawakan(kantor, ADMIN, isi)) == ""
    assert golongan(kantor, *nip) == ["IV/d", "IV/d"]


def test_a_file_that_nobody_applies_is_gone_after_a_day(kantor):
    tinggal, dikerjakan = siap(kantor), siap(kantor)
    terapkan(kantor, dikerjakan)
    kantor.jam.maju(hours=23)
    assert sapu_unggah.sapu_sisa(kantor) == 0
    kantor.jam.maju(hours=2)
    assert sapu_unggah.sapu_sisa(kantor) == 1
    assert kantor.documents.daftar("masuk/") == [k.masuk(dikerjakan)], "the worker still reads this one"
    with pytest.raises(TidakBoleh) as tolak:
        terapkan(kantor, tinggal)
    assert tolak.value.kode == "impor-dihapus"
    kerjakan(kantor)
    assert impor.MEJA.lihat(kantor, ADMIN, dikerjakan).keadaan == KeadaanImpor.SELESAI
