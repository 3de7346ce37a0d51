"""What holds for everybody (issue 3, 'Seen working' 2)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from alat_kelayakan import ADA
from chalicelib.actions.kelayakan import jawab_json
from chalicelib.rules.kelayakan import nilai
from chalicelib.rules.waktu import adalah_periode
from hypothesis import given, note, settings
from hypothesis import strategies as st

from schemas.aturan import aturan
from schemas.golongan import Golongan
from schemas.kelayakan import Jawaban, Orang, Putusan
from schemas.usulan import Jenis

BEBAN = {Putusan.MS: 0, Putusan.PERLU_TELAAH: 1, Putusan.TMS: 2}
ATURAN = aturan()
GOL = [g.tulisan for g in Golongan]
TINGKAT = ["SD", "SLTP", "SLTA", "D2", "D3", "D4", "S1", "PROFESI", "S2", "S3"]
JENJANG = ["Pemula", "Terampil", "Mahir", "Penyelia", "Ahli Pertama", "Ahli Muda", "Ahli Madya", "Ahli Utama"]


def hari(awal: int, akhir: int) -> st.SearchStrategy[str]:
    """A date, often the first of a month."""
    bebas = st.dates(date(awal, 1, 1), date(akhir, 12, 31))
    return st.one_of(bebas.map(lambda d: d.replace(day=1)), bebas).map(str)


def rentang(awal: int, akhir: int) -> st.SearchStrategy[dict[str, Any]]:
    """A span, sometimes still running."""
    return st.tuples(hari(awal, akhir), st.none() | hari(awal, akhir)).map(
        lambda d: {"mulai": min(d[0], d[1] or d[0]), "selesai": d[1] and max(d)}
    )


def daftar(satu: st.SearchStrategy[Any], n: int = 3) -> st.SearchStrategy[Any]:
    """A list, or a fact that is not known."""
    return st.none() | st.lists(satu, max_size=n)


KINERJA = st.builds(lambda t, p, b: {"tahun": t, "predikat": p, "bulan": b}, st.integers(2019, 2027),
    st.sampled_from(["Baik", "Baik", "Sangat Baik", "Kurang", "Butuh Perbaikan"]), st.none() | st.integers(1, 12))  # fmt: skip
GOLONGAN = st.builds(lambda g, t, m, j: {"gol": g, "tmt": t, "mkg_tahun": m, "mkg_bulan": 3, "jenis": j},
    st.sampled_from(GOL), st.none() | hari(2010, 2027), st.none() | st.integers(0, 30), st.sampled_from(["CPNS", "PNS", "KP", "KP"]))  # fmt: skip
JABATAN = st.builds(lambda d, t, p, s, f: {**d, "tmt": t, "pelantikan": p, "sampai": s and max(s, t or s), "definitif": f},
    st.one_of(st.just({"jenis": "pelaksana"}),
              st.sampled_from(["II.b", "III.a", "III.b", "IV.a", "IV.b"]).map(lambda e: {"jenis": "struktural", "eselon": e}),
              st.sampled_from(JENJANG).map(lambda j: {"jenis": "fungsional", "jenjang": j})),
    st.none() | hari(2015, 2027), st.none() | hari(2015, 2027), st.none() | hari(2024, 2028), st.sampled_from([True, True, None, False]))  # fmt: skip
BEDA: dict[str, st.SearchStrategy[Any]] = {
    "golongan": daftar(GOLONGAN, 4), "jabatan": daftar(JABATAN), "kinerja": daftar(KINERJA, 6),
    "pendidikan": daftar(st.builds(lambda t, n, d: {"tingkat": t, "tahun_lulus": n, "diakui_sejak": d},
        st.sampled_from(TINGKAT), st.none() | st.integers(2000, 2028), st.none() | hari(2005, 2028))),
    "angka_kredit": daftar(st.builds(lambda j, n, d: {"jenis": j, "nilai": str(n), "per": d},
        st.sampled_from(["pak", "integrasi", "perpindahan", "pendidikan"]), st.integers(0, 200), hari(2020, 2027))),
    "uji_kompetensi": daftar(st.builds(lambda j, d: {"jenjang": j, "lulus": d}, st.sampled_from(JENJANG), st.none() | hari(2020, 2028))),
    "ujian": daftar(st.builds(lambda j, d: {"jenis": j, "lulus": d}, st.sampled_from(["UD1", "UD2", "PI"]), st.none() | hari(2015, 2028))),
    "diklat": daftar(st.just({"jenis": "Diklatpim III", "tahun": 2019}), 1),
    "hukuman": daftar(st.builds(lambda t, r: {"tingkat": t, **r}, st.sampled_from(["ringan", "sedang", "berat"]), rentang(2024, 2028)), 2),
    "cltn": daftar(rentang(2018, 2028), 2),
    "tugas_belajar": daftar(st.builds(lambda r, x: {**r, "lulus": x}, rentang(2018, 2028), st.none() | st.booleans() | hari(2020, 2028)), 2),
    "dpk_dpb": daftar(st.builds(lambda r, e: {**r, "eselon": e}, rentang(2018, 2028), st.none() | st.sampled_from(["III.b", "IV.a"])), 1),
    "pejabat_negara": daftar(rentang(2018, 2028), 1),
    "prestasi_luar_biasa": daftar(st.builds(lambda d: {"sk": "1", "tanggal": d}, hari(2020, 2028)), 1),
    "penemuan_baru": daftar(st.builds(lambda d: {"sk": "1", "tanggal": d}, hari(2020, 2028)), 1),
    "usulan_berjalan": daftar(st.just("KP-1"), 1), "atasan_golongan": st.none() | st.sampled_from(GOL),
    "tanggal_lahir": st.none() | hari(1960, 2000), "kedudukan_hukum": st.sampled_from([None, "01", "01", "03", "07", "15"]),
    "formasi_pi": st.none() | st.booleans(), "meninggal": st.none() | hari(2024, 2028), "tewas": st.none() | st.booleans(),
    "cacat_karena_dinas": st.none() | st.booleans(), "tmt_usul": hari(2019, 2029), "per_tanggal": st.none() | hari(2019, 2029),
    "jenis": st.none() | st.sampled_from([j.value for j in Jenis]),
}  # fmt: skip
ORANG = st.fixed_dictionaries({}, optional=BEDA).map(lambda beda: {**ADA, **beda})
LAMA = settings(max_examples=100, deadline=None)


def tanya(orang: dict[str, Any]) -> Jawaban:
    """Judge."""
    return nilai(Orang.model_validate(orang), ATURAN)


@LAMA
@given(ORANG)
def test_every_tms_names_a_bar_with_its_dasar_and_no_other_answer_does(orang):
    for h in tanya(orang).hasil:
        menghalangi = [t for t in h.temuan if t.menghalangi]
        assert (h.putusan is Putusan.TMS) == bool(menghalangi)
        assert all(t.dasar and t.pesan.endswith(".") for t in (*h.temuan, *h.alasan))
        if h.putusan is Putusan.PERLU_TELAAH:
            assert any(
                t.kode.startswith(("belum-diketahui", "pangkat-pernah", "tmt-sebelum", "masa-pangkat-d"))
                for t in h.temuan
            )


@LAMA
@given(ORANG)
def test_the_first_legal_date_asked_again_is_not_refused_for_time(orang):
    for h in tanya(orang).hasil:
        for d in {h.paling_cepat, h.paling_cepat_diusulkan} - {None}:
            note(f"{h.jenis} {d} {[(k, v) for k, v in orang.items() if v != ADA.get(k)]}")
            (lagi,) = tanya({**orang, "jenis": h.jenis, "tmt_usul": str(d)}).hasil
            assert lagi.putusan is not Putusan.TMS, [t for t in lagi.temuan if t.menghalangi]
            assert (lagi.golongan_baru, lagi.paling_cepat) == (h.golongan_baru, h.paling_cepat)
            assert h.jenis in (Jenis.ANUMERTA, Jenis.PENGABDIAN) or adalah_periode(d, ATURAN)


@LAMA
@given(ORANG)
def test_a_period_that_is_open_is_not_before_the_first_legal_date(orang):
    for h in tanya(orang).hasil:
        if h.putusan is Putusan.MS and h.jenis not in (Jenis.ANUMERTA, Jenis.PENGABDIAN):
            assert h.paling_cepat is not None
            assert str(h.paling_cepat) <= orang["tmt_usul"]


@LAMA
@given(ORANG, st.randoms(use_true_random=False))
def test_the_same_facts_in_another_order_give_the_same_answer(orang, acak):
    lain = {k: acak.sample(v, len(v)) if isinstance(v, list) else v for k, v in orang.items()}
    assert tanya(lain) == tanya(orang)


@LAMA
@given(ORANG, st.integers(1, 60))
def test_a_later_tmt_never_loses_time_in_rank(orang, bulan):
    from chalicelib.rules.kelayakan import masa
    from chalicelib.rules.kelayakan.fakta import Fakta, Perkara
    from chalicelib.rules.waktu import tambah_bulan

    fakta = Fakta(Orang.model_validate(orang), ATURAN)
    kini = Perkara(fakta, Jenis.REGULER, fakta.orang.tmt_usul)
    nanti = kini.di(tambah_bulan(kini.tmt, bulan))
    assert kini.pangkat != nanti.pangkat or masa.bulan(nanti) >= masa.bulan(kini)


TAMBAH = [
    ("ujian", {"jenis": "UD1", "lulus": "2019-01-01"}), ("ujian", {"jenis": "UD2", "lulus": "2019-01-01"}),
    ("diklat", {"jenis": "Diklatpim III", "tahun": 2018}), ("diklat", {"jenis": "Diklatpim IV", "tahun": 2018}),
    ("angka_kredit", {"jenis": "integrasi", "nilai": "500", "per": "2029-12-31"}),
    *[("uji_kompetensi", {"jenjang": j, "lulus": "2019-01-01"}) for j in JENJANG],
    ("pendidikan", {"tingkat": "S3", "tahun_lulus": 2004, "diakui_sejak": "2005-01-01"}),
]  # fmt: skip


@LAMA
@given(ORANG, st.sampled_from(TAMBAH))
def test_adding_a_met_condition_never_makes_a_verdict_worse(orang, tambah):
    bidang, fakta = tambah
    if orang[bidang] is None:
        return
    dengan = {**orang, bidang: [*orang[bidang], fakta]}
    for h in tanya(orang).hasil:
        if bidang == "pendidikan" and h.jenis in (Jenis.PENYESUAIAN_IJAZAH, Jenis.SELESAI_TUBEL):
            continue  # another diploma is another question there
        (lebih,) = tanya({**dengan, "jenis": h.jenis}).hasil
        assert BEBAN[lebih.putusan] <= BEBAN[h.putusan]


@LAMA
@given(ORANG)
def test_an_answer_survives_its_own_json(orang):
    teks = jawab_json(json.dumps([orang], default=str))
    assert Jawaban.model_validate(json.loads(teks)[0]) == tanya(orang)
