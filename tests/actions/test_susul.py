"""Documents of the time before a rule come under it without anybody waiting for the re-hash, page by page, also after a stop."""

from __future__ import annotations

from dataclasses import replace

import pytest
from alat_paket import berkas
from alat_pdf import jujur
from chalicelib.actions import Kantor, gambar, susul, unggah
from chalicelib.records import berkas as rak
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.store import Put

from schemas.berkas import Berkas
from schemas.peran import Pelaku, Peran

VERA = Pelaku(id="vera", nama="x", peran=frozenset({Peran.VERIFIKATOR}))


def lama(kantor: Kantor, banyak: int) -> list[str]:
    """Received documents as they lay on the shelf before there was a list of what to look at."""
    ids = []
    for n in range(banyak):
        ids.append(berkas(kantor, "karno", f"skp-20{10 + n}", jujur(f"/Judul ({n})"), diperiksa_pada=kantor.jam()))
        i = kantor.store.get(f"BERKAS#{ids[-1]}", "-")
        indeks = {nama: letak for nama, letak in i.index.items() if nama != "g1"}
        kantor.store.write(Put(i.pk, i.sk, i.body, expect=i.version, index=indeks))
        kantor.jam.maju(seconds=1)
    return ids


def perlu(kantor: Kantor) -> set[str]:
    return {b.id for b in rak.perlu_ditinjau(kantor.store, hari_wib(kantor.jam()), 200).isi}


def test_old_documents_are_due_for_a_look_at_once(kantor):
    ids = lama(kantor, 7)
    i = kantor.store.get(f"BERKAS#{ids[0]}", "-")
    rusak = rak.RAK.baca(i).model_copy(update={"rusak_pada": kantor.jam()})
    indeks = {"g3": rak.RAK.taruh(rusak).index["g3"]}
    kantor.store.write(Put(i.pk, i.sk, rak.RAK.taruh(rusak).body, expect=i.version, index=indeks))
    baru = berkas(kantor, "karno", "sk-kp", jujur("/Judul (baru)"), diperiksa_pada=kantor.jam())
    assert perlu(kantor) == set()

    langkah = 0
    while susul.kerjakan(kantor, batas=3):
        langkah += 1
    assert langkah == 4 and perlu(kantor) == set(ids), "damaged ones too; what has its day keeps it"
    assert rak.ambil(kantor.store, baru).tinjau_pada is None


def test_a_walk_that_was_stopped_goes_on_and_ends_for_good(kantor):
    ids = lama(kantor, 6)
    asli, tulisan = kantor.store.write, []

    def padam(*operasi):
        tulisan.append(operasi)
        if len(tulisan) == 2:
            raise KeyboardInterrupt
        return asli(*operasi)

    kantor.store.write = padam
    with pytest.raises(KeyboardInterrupt):
        susul.kerjakan(kantor, batas=3)
    kantor.store.write = asli
    while susul.kerjakan(kantor, batas=3):
        pass
    assert perlu(kantor) == set(ids)
    lama(kantor, 1)
    assert not susul.kerjakan(kantor), "what is written now brings its own entry: one walk is enough"


def test_one_step_reads_no_more_than_its_page(kantor):
    lama(kantor, 9)
    asli, bacaan = kantor.store.query, []
    kantor.store.query = lambda pk, **cara: bacaan.append(cara["limit"]) or asli(pk, **cara)
    susul.kerjakan(kantor, batas=3)
    assert bacaan == [3] and len(perlu(replace(kantor))) == 3


def test_identity_papers_are_drawn_with_the_mark_once_the_office_wants_it(kantor):
    def terima(slot: str) -> str:
        return berkas(kantor, "karno", slot, jujur(f"/Judul ({slot})"), diperiksa_pada=kantor.jam())

    ids = {s: terima(s) for s in ("kartu-keluarga", "akta-kematian", "sk-kp")}

    def sampai_selesai(kantor: Kantor) -> None:
        for _ in range(9):
            susul.kerjakan(kantor, batas=2)
            while gambar.kerjakan(kantor):
                pass

    def cap() -> dict[str, str]:
        return {s: rak.ambil(kantor.store, i).cap_gambar for s, i in ids.items()}

    sampai_selesai(kantor)
    assert set(cap().values()) == {""}
    bercap = replace(kantor, setelan=kantor.setelan.model_copy(update={"cap_tujuan": True}))
    sampai_selesai(bercap)
    assert cap() == {"kartu-keluarga": "ada", "akta-kematian": "ada", "sk-kp": ""}
    assert unggah.pratinjau(bercap, VERA, ids["kartu-keluarga"]).siap

    sampai_selesai(kantor)
    baru: Berkas = rak.ambil(
        kantor.store, berkas(kantor, "karno", "kartu-keluarga", jujur("/Judul (baru)"), diperiksa_pada=kantor.jam())
    )
    sampai_selesai(kantor)
    assert rak.ambil(kantor.store, baru.id).cap_gambar == ""
    sampai_selesai(bercap)
    assert rak.ambil(kantor.store, baru.id).cap_gambar == "ada", "switched on again, the walk begins anew"
