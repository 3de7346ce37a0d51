"""Deletion at the end of its time: announced, in an order that may stop anywhere, and never what a decision rests on."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from alat_kantor import nip
from alat_paket import kasus
from alat_pdf import jujur
from chalicelib.actions import Kantor, audit, buang, orang, pasang, retensi, retensi_lihat, sapu_cetak, tahan, unggah
from chalicelib.documents import kunci as k
from chalicelib.edge.perintah import main
from chalicelib.galat import TakSah, Terhenti, TidakAda, TidakBoleh
from chalicelib.records import berkas as rak
from chalicelib.records import pegawai as rak_pegawai
from chalicelib.records import retensi as rak_retensi
from chalicelib.rules.hari_kerja import hari_wib

from schemas.berkas import Berkas, IsianTiket, KeadaanBerkas, Periksaan
from schemas.peran import Pelaku, Peran
from schemas.retensi import KueriRetensi
from schemas.tanggal import tanggal_panjang
from schemas.usulan import IsianPasangBerkas, Status

KARNO = Pelaku(id="karno", nama="x", peran=frozenset({Peran.PNS}))
PAIMIN = Pelaku(id="paimin", nama="x", peran=frozenset({Peran.PNS}))
SATU, DUA = jujur(), jujur("/Lang (id)")


@pytest.fixture
def kantor(kantor):
    """An office that has matched the table with its own schedule, and switched deletion on."""
    return replace(kantor, setelan=kantor.setelan.model_copy(update={"retensi": True}))


class Padam(BaseException):
    """The power goes."""


def terima(kantor: Kantor, isi: bytes, *, slot: str = "sk-kp", pelaku: Pelaku = KARNO, **lain) -> Berkas:
    """Send, receive and draw one version."""
    t = unggah.tiket(kantor, pelaku, IsianTiket(
        pegawai=pelaku.id, slot=slot, nama="a.pdf", ukuran=len(isi), sha256=hashlib.sha256(isi).hexdigest(),
    ))  # fmt: skip
    assert t.tiket and kantor.documents.unggah(t.tiket.url, isi) == 200  # type: ignore[attr-defined]
    b = unggah.terima(kantor, pelaku, t.id)
    kantor.documents.taruh(k.pratinjau(b.sha256, 1, 240), b"gambar", "image/webp")
    kantor.documents.taruh(k.ringkas(b.sha256, 1_000_000), b"kecil", "application/pdf")
    kantor.store.write(rak.RAK.taruh(b.model_copy(update={"pratinjau": 1, **lain})))
    return rak.ambil(kantor.store, b.id)


def kerja(kantor: Kantor) -> None:
    """The worker until nothing is due."""
    for _ in range(20):
        if not retensi.kerjakan(kantor):
            return
    raise AssertionError("the worker never comes to rest")


def tinggal(kantor: Kantor, b: Berkas) -> list[str]:
    return [x for x in kantor.documents.daftar("") if b.sha256 in x]


@pytest.fixture
def lama(kantor) -> Berkas:
    """The first version of a document that has a second one; its last day is announced."""
    b = terima(kantor, SATU)
    kantor.jam.maju(days=1)
    terima(kantor, DUA)
    kerja(kantor)
    kantor.jam.maju(days=340)
    kerja(kantor)
    return rak.ambil(kantor.store, b.id)


def sampai_hari(kantor: Kantor, b: Berkas) -> None:
    kantor.jam.maju(days=(b.hapus_pada - hari_wib(kantor.jam())).days)


def test_a_replaced_version_is_announced_then_goes_and_leaves_its_memorial(kantor, lama):
    assert (lama.hapus_pada - hari_wib(kantor.jam())).days >= 24, "365 days after it was replaced, 30 ahead at most"
    assert lama.hapus_kelas == "versi-diganti" and "diganti" in lama.hapus_sebab
    kerja(kantor)
    assert rak.ambil(kantor.store, lama.id).keadaan is KeadaanBerkas.DITERIMA, "announced is not deleted"

    sampai_hari(kantor, lama)
    kerja(kantor)
    nisan = rak.ambil(kantor.store, lama.id)
    assert (nisan.keadaan, nisan.sha256, nisan.nama_asal) == (KeadaanBerkas.DIHAPUS, lama.sha256, "a.pdf")
    assert nisan.dihapus_pada == kantor.jam() and nisan.diterima_pada == lama.diterima_pada
    assert tinggal(kantor, lama) == [], "bytes, images, smaller copies and the copy put aside"
    assert [b.nomor_versi for b in rak.versi_slot(kantor.store, "karno", "sk-kp")] == [2, 1]
    jejak = [
        c for c in audit.jurnal(kantor, ADMI, f"{kantor.jam():%Y-%m}").isi if c.aksi == "hapus dokumen menurut retensi"
    ]
    assert len(jejak) == 1 and jejak[0].isi["sha256"] == lama.sha256 and jejak[0].isi["kelas"] == "versi-diganti"
    hari = dict(rak_retensi.hitungan(kantor.store))
    assert hari[hari_wib(kantor.jam()).isoformat()] == {"dihapus": 1, "byte": lama.ukuran}
    for lihat in (unggah.pratinjau, lambda *a: unggah.alamat(*a, unduh=True)):
        with pytest.raises(TidakBoleh, match="sudah dihapus pada") as tolak:
            lihat(kantor, KARNO, lama.id)
        assert tolak.value.kode == "berkas-dihapus"


def test_the_newest_version_stays_for_a_century(kantor):
    b = terima(kantor, SATU)
    for _ in range(100):
        kantor.jam.maju(days=366)
        kerja(kantor)
    assert rak.ambil(kantor.store, b.id).keadaan is KeadaanBerkas.DITERIMA and tinggal(kantor, b)


@pytest.mark.parametrize("status", [Status.DRAF, Status.SELESAI, Status.TMS])
def test_a_version_that_a_case_uses_stays(kantor, lama, status):
    kasus(kantor, "karno", "dinas", status, {"sk-kp": lama.id})
    sampai_hari(kantor, lama)
    kerja(kantor)
    b = rak.ambil(kantor.store, lama.id)
    assert b.keadaan is KeadaanBerkas.DITERIMA and b.hapus_pada is None


def test_a_verified_version_stays(kantor):
    b = terima(kantor, SATU, periksaan=Periksaan(putusan="terima", oleh="vera", pada=kantor.jam()))
    terima(kantor, DUA)
    for _ in range(10):
        kantor.jam.maju(days=366)
        kerja(kantor)
    assert rak.ambil(kantor.store, b.id).keadaan is KeadaanBerkas.DITERIMA


def test_an_old_version_stays_while_the_newer_is_damaged(kantor, lama):
    baru = rak.versi_slot(kantor.store, "karno", "sk-kp")[0]
    kantor.store.write(rak.RAK.taruh(baru.model_copy(update={"rusak_pada": kantor.jam()})))
    sampai_hari(kantor, lama)
    kerja(kantor)
    assert rak.ambil(kantor.store, lama.id).keadaan is KeadaanBerkas.DITERIMA


def test_putting_it_into_a_case_ends_the_announcement_and_beats_a_deletion_under_way(kantor, lama):
    """The deletion has read everything and is about to write when the person picks this very version."""
    sampai_hari(kantor, lama)
    id_ = kasus(kantor, "karno", "dinas", Status.DRAF, {"sk-kp": rak.versi_slot(kantor.store, "karno", "sk-kp")[0].id})
    asli = kantor.store.write
    sudah = []

    def menyela(*operasi):
        if not sudah and any(getattr(o, "pk", "") == f"HAPUS#{lama.sha256}" for o in operasi):
            sudah.append(1)
            pasang.pasang(kantor, KARNO, id_, "sk-kp", IsianPasangBerkas(versi=1, berkas=lama.id))
        return asli(*operasi)

    kantor.store.write = menyela
    kerja(kantor)
    b = rak.ambil(kantor.store, lama.id)
    assert sudah and b.keadaan is KeadaanBerkas.DITERIMA and b.hapus_pada is None and len(tinggal(kantor, lama)) == 3


@pytest.mark.parametrize("langkah", range(1, 12))
def test_a_stop_at_any_step_ends_right_on_the_next_run(kantor, lama, langkah):
    """Every call to store and storage that changes something is a step; the power goes before it or after it."""
    for sesudah in (False, True):
        sampai_hari(kantor, rak.ambil(kantor.store, lama.id)) if not sesudah else None
        hitung = 0

        def putus(asli, sesudah=sesudah):
            def panggil(*a, **k_):
                nonlocal hitung
                hitung += 1
                if hitung == langkah and not sesudah:
                    raise Padam
                hasil = asli(*a, **k_)
                if hitung == langkah:
                    raise Padam
                return hasil

            return panggil

        documents, store = kantor.documents, kantor.store
        asli = {(o, n): getattr(o, n) for o, n in ((documents, "hapus"), (documents, "salin"), (store, "write"))}
        for (o, n), f in asli.items():
            setattr(o, n, putus(f))
        try:
            kerja(kantor)
        except Padam:
            pass
        finally:
            for (o, n), f in asli.items():
                setattr(o, n, f)
        b = rak.ambil(store, lama.id)
        if b.keadaan is KeadaanBerkas.DITERIMA:
            assert k.isi(b.sha256) in tinggal(kantor, b), "a record never points at nothing"
    kerja(kantor)
    assert rak.ambil(kantor.store, lama.id).keadaan is KeadaanBerkas.DIHAPUS
    assert tinggal(kantor, lama) == [] and rak_retensi.terutang(kantor.store, kantor.jam(), 10) == []
    assert len([c for c in audit.jurnal(kantor, ADMI, f"{kantor.jam():%Y-%m}").isi if "retensi" in c.aksi]) == 1


def test_two_workers_at_once_delete_once(kantor):
    ids = []
    for slot in ("sk-cpns", "sk-pns", "spmt", "sk-jabatan", "spp"):
        ids.append(terima(kantor, jujur(f"/Judul ({slot} satu)"), slot=slot).id)
        terima(kantor, jujur(f"/Judul ({slot} dua)"), slot=slot)
    for hari in (1, 340, 30):
        kantor.jam.maju(days=hari)
        with ThreadPoolExecutor(2) as dua:
            list(dua.map(lambda _: [retensi.kerjakan(kantor) for _ in range(12)], range(2)))
    kerja(kantor)
    assert {rak.ambil(kantor.store, i).keadaan for i in ids} == {KeadaanBerkas.DIHAPUS}
    assert sum(h.get("dihapus", 0) for _, h in rak_retensi.hitungan(kantor.store)) == 5
    assert len([c for c in audit.jurnal(kantor, ADMI, f"{kantor.jam():%Y-%m}").isi if "retensi" in c.aksi]) == 5


def test_bytes_that_another_archive_lives_of_stay(kantor, lama):
    lain = terima(kantor, SATU, pelaku=PAIMIN)
    sampai_hari(kantor, lama)
    kerja(kantor)
    assert rak.ambil(kantor.store, lama.id).keadaan is KeadaanBerkas.DIHAPUS
    assert kantor.documents.baca(k.isi(lain.sha256)) == SATU and kantor.documents.daftar("buang/") == []
    assert unggah.pratinjau(kantor, PAIMIN, lain.id).siap


@pytest.mark.parametrize("saat", ["salin", "hapus", "sesudah"])
def test_the_same_bytes_that_come_while_they_are_deleted_are_whole(kantor, lama, saat):
    """Another person's receipt falls between any two steps of the deletion: whoever is later sees the other."""
    sampai_hari(kantor, lama)
    documents = kantor.documents
    asli, baru = {n: getattr(documents, n) for n in ("salin", "hapus")}, []

    def menyela(nama):
        def panggil(*a):
            if saat == "sesudah":
                asli[nama](*a)
            if not baru and (nama == saat or (saat == "sesudah" and a[0] == k.isi(lama.sha256))):
                baru.append(None)
                baru.append(terima(kantor, SATU, pelaku=PAIMIN))
            if saat != "sesudah":
                asli[nama](*a)

        return panggil

    for n in asli:
        setattr(documents, n, menyela(n))
    kerja(kantor)
    for n, f in asli.items():
        setattr(documents, n, f)
    kerja(kantor)
    assert len(baru) == 2 and documents.baca(k.isi(lama.sha256)) == SATU and documents.daftar("buang/") == []


def test_a_receipt_that_was_under_way_when_the_bytes_went_keeps_them(kantor, lama):
    """He has put the bytes; they are deleted and done with; only then he writes his receipt."""
    sampai_hari(kantor, lama)
    asli, sela = kantor.store.write, []

    def menyela(*operasi):
        if not sela and any(getattr(o, "pk", "") == "ARSIP#paimin" for o in operasi):
            sela.append(1)
            kerja(replace(kantor, store=_Lain(kantor.store, asli)))
        return asli(*operasi)

    kantor.store.write = menyela
    lain = terima(kantor, SATU, pelaku=PAIMIN)
    assert sela and kantor.documents.baca(k.isi(lain.sha256)) == SATU
    assert rak.ambil(kantor.store, lama.id).keadaan is KeadaanBerkas.DIHAPUS


class _Lain:
    """The same store, seen by another worker."""

    def __init__(self, store, tulis) -> None:
        self._store, self.write = store, tulis

    def __getattr__(self, nama):
        return getattr(self._store, nama)


def test_storage_that_will_not_let_go_is_asked_again_and_blocks_nobody(kantor, lama):
    sampai_hari(kantor, lama)
    asli = kantor.documents.hapus

    def terkunci(kunci):
        if kunci == k.isi(lama.sha256):
            raise Terhenti("Terkunci.")
        asli(kunci)

    kantor.documents.hapus = terkunci
    with pytest.raises(Terhenti):
        kerja(kantor)
    assert buang.kerjakan(kantor) == 0, "it waits its day"
    kantor.documents.hapus = asli
    kantor.jam.maju(days=1, seconds=1)
    kerja(kantor)
    assert tinggal(kantor, lama) == []


def test_a_county_can_switch_it_off_and_on_again_without_surprise(kantor, lama):
    mati = replace(kantor, setelan=kantor.setelan.model_copy(update={"retensi": False}))
    sampai_hari(kantor, lama)
    kantor.jam.maju(days=100)
    assert not retensi.kerjakan(mati)
    kerja(kantor)
    b = rak.ambil(kantor.store, lama.id)
    assert b.keadaan is KeadaanBerkas.DITERIMA
    assert b.hapus_pada == hari_wib(kantor.jam()) + timedelta(days=30), "announced anew, with the whole time of grace"


def test_a_dry_run_tells_and_changes_nothing(kantor, lama):
    isi = list(kantor.store.ekspor())
    rencana = list(retensi.rencana(kantor, lama.hapus_pada))
    assert [(r.berkas, r.apa, r.kelas) for r in rencana] == [(lama.id, "hapus", "versi-diganti")]
    assert [r.apa for r in retensi.rencana(kantor, hari_wib(kantor.jam()))] == []
    assert list(kantor.store.ekspor()) == isi


def test_records_of_refused_uploads_and_prints_fade(kantor):
    buruk = b"%PDF-1.7\nbukan sungguhan\n%%EOF"
    t = unggah.tiket(kantor, KARNO, IsianTiket(
        pegawai="karno", slot="sk-kp", nama="a.pdf", ukuran=len(buruk), sha256=hashlib.sha256(buruk).hexdigest(),
    ))  # fmt: skip
    kantor.documents.unggah(t.tiket.url, buruk)
    with pytest.raises(Exception, match=r"."):
        unggah.terima(kantor, KARNO, t.id)
    cetak = [
        k.cetak_sejak(int((kantor.jam() + timedelta(hours=j)).timestamp() * 1000)) + "0" * 16 + ".pdf" for j in (0, 40)
    ]
    for satu in cetak:
        kantor.documents.taruh(satu, b"x", "application/pdf")
    kantor.jam.maju(hours=41)
    kerja(kantor)
    assert sapu_cetak.sapu(kantor) == 1 and kantor.documents.daftar("cetak/") == cetak[1:]
    assert rak.RAK.ambil(kantor.store, f"BERKAS#{t.id}").keadaan is KeadaanBerkas.DITOLAK
    kantor.jam.maju(days=90)
    kerja(kantor)
    assert rak.RAK.ambil(kantor.store, f"BERKAS#{t.id}") is None


def test_its_owner_reads_when_and_why_in_his_archive(kantor, lama):
    (slot,) = orang.arsip(kantor, KARNO, "karno")
    assert slot.akan == f"Versi 1 akan dihapus pada {tanggal_panjang(lama.hapus_pada)}: {lama.hapus_sebab}"
    mati = replace(kantor, setelan=kantor.setelan.model_copy(update={"retensi": False}))
    assert orang.arsip(mati, KARNO, "karno")[0].akan == "" == slot.kenangan


def test_what_is_gone_stays_in_his_archive_as_a_memorial(kantor, lama):
    sampai_hari(kantor, lama)
    kerja(kantor)
    (slot,) = orang.arsip(kantor, KARNO, "karno")
    assert slot.akan == "" and slot.terbaru.nomor_versi == 2
    diterima, kini = (tanggal_panjang(hari_wib(x)) for x in (lama.diterima_pada, kantor.jam()))
    assert slot.kenangan == (
        f"Versi 1 (a.pdf, {lama.halaman} halaman, diterima {diterima}) dihapus pada {kini}. {lama.hapus_sebab} "
        "Dasar: UU 27/2022 (simpan selama diperlukan); jangka waktunya ketetapan kantor."
    )


def test_held_it_stays_and_let_go_it_is_announced_anew(kantor, lama):
    admin = Pelaku(id="admi", nama="x", peran=frozenset({Peran.ADMIN}))
    with pytest.raises(TidakAda):
        tahan.tahan(kantor, KARNO, lama.id, "milik saya")
    with pytest.raises(TakSah):
        tahan.tahan(kantor, admin, lama.id, " ")
    with pytest.raises(TidakBoleh):
        tahan.lepas(kantor, admin, lama.id)
    tahan.tahan(kantor, admin, lama.id, "sengketa pengembalian")
    for _ in range(5):
        kantor.jam.maju(days=366)
        kerja(kantor)
    b = rak.ambil(kantor.store, lama.id)
    assert b.keadaan is KeadaanBerkas.DITERIMA and b.tahan and b.hapus_pada is None
    tahan.lepas(kantor, admin, lama.id)
    kerja(kantor)
    assert rak.ambil(kantor.store, lama.id).hapus_pada == hari_wib(kantor.jam()) + timedelta(days=30)


ADMI = Pelaku(id="admi", nama="x", peran=frozenset({Peran.ADMIN}))


def test_a_person_who_is_held_keeps_all_that_is_his_also_what_comes_later(kantor, lama):
    for siapa, isi in ((KARNO, "alasan"), (ADMI, " ")):
        with pytest.raises((TidakAda, TakSah)):
            tahan.tahan_orang(kantor, siapa, "karno", isi)
    assert tahan.tahan_orang(kantor, ADMI, "karno", "pemeriksaan Inspektorat").endswith("SOEKARJONO")
    assert rak.ambil(kantor.store, lama.id).hapus_pada is None, "the announcement is taken back at once"
    with pytest.raises(TidakBoleh) as tolak:
        tahan.tahan_orang(kantor, ADMI, "karno", "sengketa")
    assert tolak.value.kode == "sudah-ditahan"

    baru = terima(kantor, jujur("/Judul (satu)"), slot="spmt")
    terima(kantor, jujur("/Judul (dua)"), slot="spmt")
    lain = terima(kantor, jujur("/Judul (tiga)"), slot="spmt", pelaku=PAIMIN)
    terima(kantor, jujur("/Judul (empat)"), slot="spmt", pelaku=PAIMIN)
    for hari in (1, 340, 30, 10):
        kantor.jam.maju(days=hari)
        kerja(kantor)
    nasib = {i: rak.ambil(kantor.store, i).keadaan for i in (lama.id, baru.id, lain.id)}
    assert nasib == {lama.id: KeadaanBerkas.DITERIMA, baru.id: KeadaanBerkas.DITERIMA, lain.id: KeadaanBerkas.DIHAPUS}

    tahan.lepas_orang(kantor, ADMI, "karno", "sengketa selesai")
    kerja(kantor)
    for i in (lama.id, baru.id):
        assert rak.ambil(kantor.store, i).hapus_pada == hari_wib(kantor.jam()) + timedelta(days=30), "announced anew"
    with pytest.raises(TidakBoleh):
        tahan.lepas_orang(kantor, ADMI, "karno")
    jejak = [
        c.isi for c in audit.jurnal(kantor, ADMI, f"{kantor.jam():%Y-%m}").isi if c.aksi == "lepas tahanan seseorang"
    ]
    assert jejak == [{"alasan": "sengketa selesai", "ditahan karena": "pemeriksaan Inspektorat"}]


def test_what_was_announced_into_a_hold_is_announced_again_after_it(kantor, lama):
    """A worker that had read before the hold writes its announcement after it; let go, its day may be past."""
    tahan.tahan_orang(kantor, ADMI, "karno", "sengketa")
    b = rak.ambil(kantor.store, lama.id)
    kantor.store.write(
        rak.RAK.taruh(b.model_copy(update={n: getattr(lama, n) for n in ("hapus_pada", "hapus_sebab", "hapus_kelas")}))
    )
    sampai_hari(kantor, lama)
    tahan.lepas_orang(kantor, ADMI, "karno", "selesai")
    kerja(kantor)
    b = rak.ambil(kantor.store, lama.id)
    assert (b.keadaan, b.hapus_pada) == (KeadaanBerkas.DITERIMA, hari_wib(kantor.jam()) + timedelta(days=30))


def test_a_name_that_ends_with_a_full_stop_ends_the_sentence(kantor):
    karno = rak_pegawai.ambil(kantor.store, "karno")
    kantor.store.write(rak_pegawai.RAK.taruh(karno.model_copy(update={"gelar_belakang": "S.Pd."})))
    kata = tahan.lakukan(kantor, ADMI, "karno", "sengketa", orang=True, lepaskan=False)
    assert kata == "Ditahan: SOEKARJONO, S.Pd."


def test_a_hold_on_the_person_beats_a_deletion_under_way(kantor, lama):
    """The deletion has read everything and is about to write when the administrator holds the owner."""
    sampai_hari(kantor, lama)
    asli, sudah = kantor.store.write, []

    def menyela(*operasi):
        if not sudah and any(getattr(o, "pk", "") == f"HAPUS#{lama.sha256}" for o in operasi):
            sudah.append(1)
            tahan.tahan_orang(replace(kantor, store=_Lain(kantor.store, asli)), ADMI, "karno", "sengketa")
        return asli(*operasi)

    kantor.store.write = menyela
    kerja(kantor)
    b = rak.ambil(kantor.store, lama.id)
    assert sudah and b.keadaan is KeadaanBerkas.DITERIMA and b.hapus_pada is None and len(tinggal(kantor, lama)) == 3


def test_letting_a_person_go_leaves_what_is_held_by_itself(kantor, lama):
    tahan.tahan(kantor, ADMI, lama.id, "sengketa sendiri")
    tahan.tahan_orang(kantor, ADMI, "karno", "pemeriksaan")
    tahan.lepas_orang(kantor, ADMI, "karno", "selesai")
    for _ in range(5):
        kantor.jam.maju(days=366)
        kerja(kantor)
    assert rak.ambil(kantor.store, lama.id).keadaan is KeadaanBerkas.DITERIMA


def daftar(kantor: Kantor, macam: str, siapa: Pelaku = ADMI) -> list:
    return retensi_lihat.daftar(kantor, siapa, KueriRetensi(macam=macam)).isi


def test_the_administrator_sees_what_goes_what_is_held_and_what_is_gone(kantor, lama):
    [akan] = daftar(kantor, "diumumkan")
    assert (akan.judul, akan.nama, akan.opd) == ("SK kenaikan pangkat terakhir, versi 1", "SOEKARJONO", "Unit dinas")
    assert akan.kata == f"Akan dihapus {tanggal_panjang(lama.hapus_pada)}." and akan.sebab == lama.hapus_sebab
    assert akan.kelas.startswith("Versi yang sudah diganti") and "UU 27/2022" in akan.dasar
    assert (akan.tindak, akan.kirim) == ("penahanan", {"berkas": lama.id})
    audi = Pelaku(id="audi", nama="x", peran=frozenset({Peran.AUDITOR}))
    assert daftar(kantor, "diumumkan", audi)[0].tindak == "", "the auditor looks on"
    for buka in (lambda: daftar(kantor, "diumumkan", KARNO), lambda: retensi_lihat.lihat(kantor, KARNO)):
        with pytest.raises(TidakAda):
            buka()

    tahan.tahan(kantor, ADMI, lama.id, "sengketa")
    assert daftar(kantor, "diumumkan") == []
    [b] = daftar(kantor, "ditahan")
    assert "Ditahan" in b.kata and "ADMI" in b.kata and b.sebab == "sengketa" and b.tindak == "pelepasan"
    assert "30 hari" in b.akibat and "tidak dapat dikembalikan" in b.akibat
    tahan.tahan_orang(kantor, ADMI, "karno", "pemeriksaan")
    assert [(b.nama, b.sebab, b.kirim) for b in daftar(kantor, "orang")] == [
        ("SOEKARJONO", "pemeriksaan", {"pegawai": "karno"})
    ]

    tahan.lepas_orang(kantor, ADMI, "karno")
    tahan.lepas(kantor, ADMI, lama.id)
    kerja(kantor)
    sampai_hari(kantor, rak.ambil(kantor.store, lama.id))
    kerja(kantor)
    [b] = daftar(kantor, "dihapus")
    assert "Dihapus" in b.kata and b.kelas and b.tindak == "", "what is gone stays gone"


def test_the_screen_says_whether_it_is_on_and_when_it_last_ran(kantor):
    mati = replace(kantor, setelan=kantor.setelan.model_copy(update={"retensi": False}))
    kerja(mati)
    assert (retensi_lihat.lihat(mati, ADMI).nyala, retensi_lihat.lihat(mati, ADMI).terakhir) == (False, None)
    kerja(kantor)
    kini = kantor.jam()
    kantor.jam.maju(days=3)
    assert (retensi_lihat.lihat(kantor, ADMI).nyala, retensi_lihat.lihat(kantor, ADMI).terakhir) == (True, kini)


@pytest.mark.parametrize("apa", ["dokumen", "orang"])
def test_the_command_holds_and_lets_go_one_document_or_a_person(kantor, lama, apa, capsys, monkeypatch):
    monkeypatch.setattr("chalicelib.wiring.kantor", lambda: kantor)
    nama = lama.id if apa == "dokumen" else f"{nip(0)[:8]} {nip(0)[8:]}"
    assert main(["retensi", "--tahan", nama]) == 1, "without a reason"
    assert main(["retensi", "--tahan", nama, "--alasan", "sengketa"]) == 0
    assert "Ditahan: " in capsys.readouterr().out
    assert retensi_lihat.daftar(kantor, ADMI, KueriRetensi(macam="ditahan" if apa == "dokumen" else "orang")).isi
    assert main(["retensi", "--lepas", nama]) == 0
    assert "diumumkan lagi" in capsys.readouterr().out
    assert main(["retensi", "--tahan", "1" * 18, "--alasan", "sengketa"]) == 1
