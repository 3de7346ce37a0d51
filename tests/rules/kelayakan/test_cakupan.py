"""Every row of schemas/aturan separates two people: it is tightened and loosened, and each time an answer must change.

Run as a script it prints the table of rows and of what was seen on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from alat_kelayakan import fungsional, ijazah, jawab, pak, struktural
from chalicelib.rules.kelayakan.penandatangan import penandatangan

from schemas.aturan import Aturan, aturan
from schemas.aturan_baris import Baris
from schemas.golongan import Golongan
from schemas.kelayakan import Hasil

ATURAN = aturan()
SK = [{"sk": "1", "tanggal": "2025-12-01", "mulai": "2020-01-01"}]
PI = [{"jenis": "PI", "lulus": "2025-06-01"}]
TUBEL = [{"mulai": "2021-09-01", "selesai": "2024-08-31", "lulus": True}]
SANGAT_BAIK = [{"tahun": t, "predikat": "Sangat Baik", "bulan": 12} for t in range(2018, 2026)]


class Uji(NamedTuple):
    """A row, the one whom it stops, the one whom it lets pass, and how it is loosened and tightened."""

    tabel: str
    baris: Baris
    tertahan: dict[str, Any]
    lolos: dict[str, Any]
    longgar: dict[str, Any]
    ketat: dict[str, Any]


def tanya(orang: dict[str, Any], tabel: Aturan = ATURAN) -> Hasil:
    """One person, one kind."""
    (h,) = jawab(tabel=tabel, **orang).hasil
    return h


def mutan(tabel: str, lama: Baris, ubah: dict[str, Any]) -> Aturan:
    """The tables with one row changed."""
    baris = tuple(r.model_copy(update=ubah) if r is lama else r for r in ATURAN.baris[tabel])
    return Aturan({**ATURAN.baris, tabel: baris}, "mutan")


# Who meets each kind but for the years in rank.
COCOK: dict[str, dict[str, Any]] = {
    "REGULER": {"gol": "III/a"},
    "STRUKTURAL": {"gol": "III/c", "jabatan": [struktural("IV.a")]},
    "STRUKTURAL satu-tahun": {"gol": "III/b", "jabatan": [struktural("IV.a")]},
    "STRUKTURAL sesudah-pelantikan": {"gol": "III/b", "jabatan": [struktural("IV.a", "2026-03-31")]},
    "FUNGSIONAL": {"gol": "III/a", "jabatan": [fungsional("Ahli Pertama")], "angka_kredit": [pak("50")]},
    "PENYESUAIAN_IJAZAH": {"gol": "II/c", "pendidikan": [ijazah("S1", 2024, None)], "ujian": PI},
    "SEDANG_TUBEL": {"gol": "III/c", "jabatan": [struktural("IV.a")], "tugas_belajar": [{"mulai": "2025-01-01"}]},
    "SELESAI_TUBEL": {"gol": "II/c", "pendidikan": [ijazah("S1", 2024, None)], "tugas_belajar": TUBEL},
    "DPK_DPB": {"gol": "III/c", "dpk_dpb": [{"mulai": "2020-01-01", "eselon": "IV.a"}]},
    "DPK_DPB fungsional": {"gol": "III/a", "dpk_dpb": [{"mulai": "2020-01-01", "jenjang": "Ahli Pertama"}], "angka_kredit": [pak("50")]},
    "PRESTASI_LUAR_BIASA": {"gol": "III/a", "prestasi_luar_biasa": SK, "kinerja": SANGAT_BAIK},
    "PENEMUAN_BARU": {"gol": "III/a", "penemuan_baru": SK},
    "PEJABAT_NEGARA": {"gol": "III/a", "pejabat_negara": SK},
    "ANUMERTA": {"gol": "III/a", "tewas": True, "meninggal": "2026-03-17"},
    "PENGABDIAN": {"gol": "III/a", "meninggal": "2026-03-17"},
}  # fmt: skip


def orang(jenis: str, **beda: Any) -> dict[str, Any]:
    """Who meets this kind, but for these facts."""
    return {**COCOK[jenis], "jenis": jenis.split()[0], **beda}


def karier(cpns: str, kp: str) -> list[dict[str, Any]]:
    """A career of two rows."""
    return [{"gol": "II/a", "tmt": cpns, "jenis": "CPNS"}, {"gol": "III/b", "tmt": kp, "jenis": "KP"}]


def periode(r) -> Iterator[tuple]:
    ada, tidak = {2: ("2023-10-01", "2023-11-01"), 6: ("2025-08-01", "2025-07-01"), 12: ("2025-10-01", "2025-09-01")}[len(r.bulan)]  # fmt: skip
    tertahan, lolos = (orang("REGULER", tmt="2015-04-01", tmt_usul=d) for d in (tidak, ada))
    ketat = {"bulan": tuple(b for b in r.bulan if b != int(ada[5:7]))}
    longgar = {"bulan": (*r.bulan, int(tidak[5:7]))} if len(r.bulan) < 12 else {"berlaku_mulai": date(2025, 9, 1)}
    yield tertahan, lolos, longgar, ketat


def tenggat(r) -> Iterator[tuple]:
    tertahan, lolos = (orang("REGULER", per_tanggal=d) for d in ("2026-02-16", "2026-02-15"))
    yield tertahan, lolos, {"usul_tutup_opd": (-2, 16)}, {"usul_tutup_opd": (-2, 14)}


def syarat(r) -> Iterator[tuple]:
    nama = f"{r.jenis} {r.jalur}".strip().removesuffix(" dalam-rentang")
    n, urut = r.tahun_pangkat, list(ATURAN.pada(date(2026, 4, 1)).predikat)
    if n:
        kurang, cukup = (orang(nama, tmt=f"{2026 - n}-04-0{h}") for h in (2, 1))
        yield kurang, cukup, {"tahun_pangkat": n - 1}, {"tahun_pangkat": n + 1}
    i, gol = urut.index(r.predikat), {} if n else {"golongan": karier("1990-03-01", "2010-04-01"), "gol": None}
    isi = {k: v for k, v in orang(nama, **gol).items() if v is not None}
    nilai = [
        {**isi, "kinerja": [{"tahun": t, "predikat": p, "bulan": 12} for t in (2023, 2024, 2025)]}
        for p in (urut[i + 1], urut[i])
    ]
    lebih = {"predikat": urut[i - 1]} if i else {"tahun_kinerja": 4}
    yield nilai[0], nilai[1], {"predikat": urut[i + 1]}, lebih


def pengabdian(r) -> Iterator[tuple]:
    cpns, b = f"{2026 - r.tahun_kerja}-09-01", r.bulan_pangkat
    kp = date(2026 - b // 12, 9, 1) if b >= 12 else date(2026, 8, 1)
    isi = {"jenis": "PENGABDIAN", "tanggal_lahir": "1968-09-20", "tmt_usul": "2026-09-01"}
    kurang, cukup = ({**isi, "golongan": karier(cpns, str(d))} for d in (kp + timedelta(days=1), kp))
    yield kurang, cukup, {"bulan_pangkat": b - 1}, {"bulan_pangkat": b + 1}


def pendidikan(r) -> Iterator[tuple]:
    ujian = [{"jenis": u, "lulus": "2020-01-01"} for u in ("UD1", "UD2")]
    di, bawah = (
        orang("REGULER", gol=Golongan(g).tulisan, pendidikan=[ijazah(r.tingkat)], ujian=ujian)
        for g in (r.tertinggi, r.tertinggi - 1)
    )
    yield di, bawah, {"tertinggi": Golongan(r.tertinggi + 1)}, {"tertinggi": Golongan(r.tertinggi - 1)}


def penyesuaian(r) -> Iterator[tuple]:
    setara, bawah = (
        orang("PENYESUAIAN_IJAZAH", gol=Golongan(g).tulisan, pendidikan=[ijazah(r.tingkat, 2024, None)])
        for g in (r.sasaran, r.sasaran - 1)
    )
    yield setara, bawah, {"sasaran": Golongan(r.sasaran + 1)}, {"sasaran": Golongan(r.sasaran - 1)}


def eselon(r) -> Iterator[tuple]:
    def di(gol: int) -> dict[str, Any]:
        return orang("STRUKTURAL", gol=Golongan(gol).tulisan, jabatan=[struktural(r.eselon)], pendidikan=[ijazah("S2")])

    turun, naik = Golongan(r.terendah - 1), Golongan(r.terendah + 1)
    yield di(r.terendah - 2), di(r.terendah - 1), {"terendah": turun}, {"terendah": naik}
    if r.tertinggi < Golongan.IV_E:
        atas, bawah = Golongan(r.tertinggi + 1), Golongan(r.tertinggi - 1)
        yield di(r.tertinggi), di(r.tertinggi - 1), {"tertinggi": atas}, {"tertinggi": bawah}


def bup(r) -> Iterator[tuple]:
    kelas, _, nama = r.kelompok.partition(" ")
    jabatan = {"pelaksana": {"jenis": "pelaksana"}, "eselon": struktural(nama), "jenjang": fungsional(nama),
               "nama": {**fungsional("Ahli Muda"), "nama": "Guru Kelas"}}[kelas]  # fmt: skip
    sudah, belum = (
        orang(
            "PRESTASI_LUAR_BIASA", jabatan=[{"tmt": "2020-01-01", **jabatan}], tanggal_lahir=f"{2026 - r.usia}-0{b}-15"
        )
        for b in (3, 4)
    )
    yield sudah, belum, {"usia": r.usia + 1}, {"usia": r.usia - 1}


def jenjang(r) -> Iterator[tuple]:
    def di(gol: int, **beda: Any) -> dict[str, Any]:
        uji = [{"jenjang": r.jenjang, "lulus": "2021-01-01"}]
        return orang(
            "FUNGSIONAL", gol=Golongan(gol).tulisan, jabatan=[fungsional(r.jenjang)], uji_kompetensi=uji, **beda
        )

    turun, naik = Golongan(r.terendah - 1), Golongan(r.terendah + 1)
    yield di(r.terendah - 2), di(r.terendah - 1), {"terendah": turun}, {"terendah": naik}
    poin = [di(r.terendah, angka_kredit=[], kinerja=SANGAT_BAIK[n:]) for n in (7, 6)]
    yield *poin, {"koefisien": r.koefisien * 2}, {"koefisien": r.koefisien / 2}


def butuh(r) -> Iterator[tuple]:
    baris = ATURAN.pada(date(2026, 4, 1)).jenjang.values()
    j = next(j for j in baris if j.kategori == r.kategori and j.terendah <= r.golongan + 1 <= j.tertinggi)
    sen = Decimal("0.01")
    kurang, cukup = (
        orang("FUNGSIONAL", gol=r.golongan.tulisan, jabatan=[fungsional(j.jenjang)], angka_kredit=[pak(str(n))],
              uji_kompetensi=[{"jenjang": j.jenjang, "lulus": "2021-01-01"}])
        for n in (r.angka_kredit - sen, r.angka_kredit)
    )  # fmt: skip
    yield kurang, cukup, {"angka_kredit": r.angka_kredit - sen}, {"angka_kredit": r.angka_kredit + sen}


def predikat(r) -> Iterator[tuple]:
    def dengan(nilai: str) -> dict[str, Any]:
        kinerja = [{"tahun": 2025, "predikat": r.predikat, "bulan": 12}]
        return orang("FUNGSIONAL", kinerja=kinerja, angka_kredit=[pak(nilai, "2024-12-31")])

    perlu = Decimal(50) - Decimal("12.5") * r.persen / 100
    yield dengan(str(perlu - Decimal("0.13"))), dengan(str(perlu)), {"persen": r.persen + 2}, {"persen": r.persen - 2}


def ujian(r) -> Iterator[tuple]:
    isi = {"gol": r.dari.tulisan, "pendidikan": [ijazah("SLTA", 2000)], "jabatan": [struktural("III.b")]}
    jenis = "REGULER" if r.ujian == "UD1" else "STRUKTURAL"
    isi |= {} if r.ujian == "UD2" else {"jabatan": []}
    lulus = [{"jenis": r.ujian, "lulus": "2020-01-01"}]
    yield orang(jenis, **isi), orang(jenis, **isi, ujian=lulus), {"dari": Golongan.I_A}, {"dari": Golongan.I_A}


def kedudukan(r) -> Iterator[tuple]:
    for jenis in r.jenis:
        asing, kode = orang(jenis, kedudukan_hukum="04"), orang(jenis, kedudukan_hukum=r.kode)
        sisa = tuple(j for j in r.jenis if j != jenis)
        yield asing, kode, {"kode": "04"}, {"jenis": sisa}


def hukuman(r) -> Iterator[tuple]:
    def selesai(d: str) -> dict[str, Any]:
        return orang("REGULER", hukuman=[{"tingkat": r.tingkat, "mulai": "2025-10-01", "selesai": d}])

    lain = {"efek": "catatan" if r.efek == "halangi" else "halangi"}
    yield selesai("2026-04-01"), selesai("2026-03-31"), lain, {}


def atasan(r) -> Iterator[tuple]:
    if r.jenis != "REGULER":
        rendah, tinggi = (orang(r.jenis.value, atasan_golongan=g) for g in ("II/d", "IV/e"))
        yield rendah, tinggi, {"efek": "abaikan"}, {}
        return
    lama, baru = (
        orang("REGULER", tmt="2020-04-01", atasan_golongan="III/a", tmt_usul=d) for d in ("2025-04-01", "2025-06-01")
    )
    if r.efek == "halangi":
        yield lama, baru, {"berlaku_sampai": date(2025, 3, 31)}, {}
    else:
        yield lama, baru, {"berlaku_mulai": date(2025, 4, 1)}, {"efek": "halangi"}


def angka(r) -> Iterator[tuple]:
    n = r.nilai
    dua = {"bulan_mulai_wajib_penilaian_tahun_lalu": lambda: [
               orang("REGULER", tmt="2020-01-01", tmt_usul=d, kinerja=SANGAT_BAIK[:-1]) for d in ("2026-03-01", "2026-02-01")],
           "umur_pak_bulan": lambda: [orang("FUNGSIONAL", angka_kredit=[pak("50", d)]) for d in ("2025-03-31", "2025-04-01")],
           "kp_dpk_paling_banyak": lambda: [_dpk(k) for k in (3, 2)],
           "pengabdian_bersih_bulan": lambda: [_bersih(d) for d in ("2025-09-01", "2025-08-31")],
           "cpns_paling_lama_tahun": lambda: [
               orang("REGULER", golongan=[{"gol": "III/a", "tmt": d, "jenis": "CPNS"}], gol=None) for d in ("2024-04-02", "2024-04-01")],
           "usia_cpns_terendah": lambda: [
               orang("REGULER", golongan=[{"gol": "III/a", "tmt": "2008-03-01", "jenis": "CPNS"}, {"gol": "III/a", "tmt": "2009-03-01", "jenis": "PNS"}], gol=None,
                     tanggal_lahir=d) for d in ("1990-03-02", "1990-03-01")],
           "bonus_pendidikan_persen": lambda: [
               orang("FUNGSIONAL", angka_kredit=[pak("50", "2024-12-31"), {"jenis": "pendidikan", "nilai": x, "per": "2025-02-01"}]) for x in ("13.00", "12.50")],
           "tahun_mulai_konversi": lambda: [orang("FUNGSIONAL", angka_kredit=[], tmt="2020-04-01", kinerja=SANGAT_BAIK[k:]) for k in (6, 3)],
           "tubel_lepas_jf_bulan": lambda: [
               orang("FUNGSIONAL", tugas_belajar=[{"mulai": "2026-01-01", "selesai": d}]) for d in ("2026-07-01", "2026-06-30")],
           }[r.nama]()  # fmt: skip
    dua = [{k: v for k, v in o.items() if v is not None} for o in dua]
    naik, turun = {"nilai": n + 1}, {"nilai": n - 1}
    longgar_naik = r.nama in (
        "bulan_mulai_wajib_penilaian_tahun_lalu",
        "umur_pak_bulan",
        "kp_dpk_paling_banyak",
        "tubel_lepas_jf_bulan",
    )
    yield *dua, *((naik, turun) if longgar_naik else (turun, naik))


def _dpk(kali: int) -> dict[str, Any]:
    tahun = {3: (2015, 2018, 2022), 2: (2018, 2022)}[kali]
    gol = [
        {"gol": g, "tmt": f"{t}-04-01", "jenis": "KP"} for g, t in zip(("III/a", "III/b", "III/c"), tahun, strict=False)
    ]
    return {"jenis": "DPK_DPB", "golongan": gol, "dpk_dpb": [{"mulai": "2015-01-01", "eselon": "IV.a"}]}


def _bersih(selesai: str) -> dict[str, Any]:
    hukuman = [{"tingkat": "sedang", "mulai": "2025-01-01", "selesai": selesai}]
    return {"jenis": "PENGABDIAN", "golongan": karier("1990-03-01", "2010-04-01"), "tanggal_lahir": "1968-09-20",
            "tmt_usul": "2026-09-01", "hukuman": hukuman}  # fmt: skip


def gaji(r) -> Iterator[tuple]:
    if r.golongan == Golongan.I_A:
        return  # nobody is promoted to it; test_gaji reads its row
    n, potong = min(2, len(r.gaji) - 1), {Golongan.II_A: 6, Golongan.III_A: 5}.get(r.golongan, 0)
    mkg = r.mkg_awal + 2 * n + potong - 4
    orang_ini = {"jenis": "PRESTASI_LUAR_BIASA", "gol": Golongan(r.golongan - 1).tulisan, "mkg": mkg}
    dulu = {**orang_ini, "tmt_usul": "2023-10-01"}
    for beda in (1, -1):
        gaji_lain = (*r.gaji[:n], r.gaji[n] + beda, *r.gaji[n + 1 :])
        yield dulu, orang_ini, {"berlaku_mulai": date(2023, 1, 1)}, {"gaji": gaji_lain}


def potongan(r) -> Iterator[tuple]:
    gol = {"II": "I/d", "III": "II/d", "IV": "III/d"}[r.ke]
    lewat = {"jenis": "PRESTASI_LUAR_BIASA", "gol": gol, "mkg": 17}
    yield lewat, lewat, {"tahun": max(0, r.tahun - 1) if r.tahun else 1}, {"tahun": r.tahun + 1}


DI_LUAR = {"penandatangan", "berkas", "retensi"}
"""Tables that no answer on eligibility reads; tests of their own hold them."""
SENDIRI = {"ujian_peningkatan_pendidikan", "pengabdian_mulai_ditawarkan_bulan"}


def semua() -> list[Uji]:
    """Every row of every table, but those that have a test of their own below."""
    hasil = []
    for nama, tabel in ATURAN.baris.items():
        for r in tabel if nama not in DI_LUAR else ():
            if getattr(r, "nama", "") not in SENDIRI:
                hasil += [Uji(nama, r, *u) for u in globals()[nama](r)]
    return hasil


def sebut(u: Uji) -> str:
    """Table and key of a row."""
    return f"{u.tabel} {next(iter(u.baris.kunci()))!s} {u.baris.berlaku_mulai}"


@pytest.mark.parametrize("u", semua(), ids=sebut)
def test_each_row_is_felt_on_both_sides(u):
    tertahan, lolos = tanya(u.tertahan), tanya(u.lolos)
    assert tanya(u.tertahan, mutan(u.tabel, u.baris, u.longgar)) != tertahan
    assert not u.ketat or tanya(u.lolos, mutan(u.tabel, u.baris, u.ketat)) != lolos
    assert u.tabel == "potongan" or tertahan != lolos


@pytest.mark.parametrize("nama", sorted(set(ATURAN.baris) - DI_LUAR))
def test_no_row_is_left_out(nama):
    diuji = {id(u.baris) for u in semua()}
    lupa = [r for r in ATURAN.baris[nama] if id(r) not in diuji and getattr(r, "nama", "") not in SENDIRI]
    assert [r for r in lupa if getattr(r, "golongan", None) != Golongan.I_A] == []


# Switches that are off by default (domain 1.2, 2.4, 13.9)
def test_a_county_may_examine_a_raised_education():
    (saklar,) = (r for r in ATURAN.baris["angka"] if r.nama == "ujian_peningkatan_pendidikan")
    nyala = mutan("angka", saklar, {"nilai": 1})
    naik = orang(
        "REGULER", gol="III/b", pendidikan=[ijazah("SLTA", 2000, "2010-01-01"), ijazah("S1", 2020, "2023-01-01")]
    )
    tetap = orang("REGULER", gol="III/b", pendidikan=[ijazah("S1", 2000, "2010-01-01")])
    assert [tanya(o).putusan for o in (naik, tetap)] == ["MS", "MS"]
    assert [tanya(o, nyala).putusan for o in (naik, tetap)] == ["PERLU_TELAAH", "MS"]


@pytest.mark.parametrize(("gol", "putusan"), [("II/b", "TMS"), ("II/c", "MS")])
def test_a_county_may_narrow_from_which_rank_a_diploma_lets_in(gol, putusan):
    (s1,) = (r for r in ATURAN.baris["penyesuaian"] if r.tingkat == "S1")
    o = orang("PENYESUAIAN_IJAZAH", gol=gol)
    assert tanya(o).putusan == "MS"
    assert tanya(o, mutan("penyesuaian", s1, {"terendah": Golongan.II_C})).putusan == putusan


@pytest.mark.parametrize("r", ATURAN.baris["penandatangan"], ids=lambda r: r.dari.tulisan)
def test_each_signer_signs_from_his_first_rank_to_his_last(r):
    d = date(2026, 4, 1)
    assert penandatangan(r.dari, d, ATURAN) is penandatangan(r.sampai, d, ATURAN) is r
    assert penandatangan(Golongan(r.dari - 1), d, ATURAN) is not r
    assert penandatangan(Golongan.I_A, d, ATURAN) is None


# For every condition of a document: who falls under it, and who does not.
PERTAMA = [
    {"gol": "III/a", "tmt": "2020-04-01", "jenis": "CPNS"},
    {"gol": "III/a", "tmt": "2021-04-01", "jenis": "PNS"},
]
LUAR = {"pendidikan": [ijazah("SLTA", 2000)], "gol": "II/d"}
BILA: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "kp-pertama": ({"golongan": PERTAMA}, {}),
    "bukan-kp-pertama": ({}, {"golongan": PERTAMA}),
    "pelaksana": ({}, {"jabatan": [struktural("IV.a")]}),
    "struktural": ({"jabatan": [struktural("IV.a")]}, {"jabatan": []}),
    "fungsional": ({"jabatan": [fungsional("Ahli Pertama")]}, {"jabatan": []}),
    "naik-jenjang": ({"jabatan": [fungsional("Ahli Muda")], "gol": "III/b"}, {"gol": "III/c", "jabatan": [fungsional("Ahli Muda")]}),
    "ujian-dinas": (LUAR, {**LUAR, "gol": "II/c"}),
    "bebas-ujian-ijazah": ({**LUAR, "pendidikan": [ijazah("S1")]}, LUAR),
    "bebas-ujian-diklat": ({**LUAR, "diklat": [{"jenis": "PKP", "tahun": 2019}]}, LUAR),
    "ijazah-baru": ({"pendidikan": [ijazah("S1", 2023, "2024-01-01")]}, {}),
    "tugas-belajar": ({"tugas_belajar": [{"mulai": "2025-01-01"}]}, {}),
    "atasan-dibatasi": ({"tmt_usul": "2025-04-01"}, {"tmt_usul": "2025-06-01"}),
    "meninggal": ({"meninggal": "2026-03-17"}, {"meninggal": None}),
    "cacat": ({"cacat_karena_dinas": True}, {}),
}  # fmt: skip
BERKAS = [(r, j.value) for r in ATURAN.baris["berkas"] for j in r.jenis]


@pytest.mark.parametrize(("r", "jenis"), BERKAS, ids=lambda x: x if isinstance(x, str) else f"{x.slot} {x.bila}")
def test_each_document_is_asked_when_its_condition_holds_and_not_otherwise(r, jenis):
    kena, luput = BILA.get(r.bila, ({}, None))
    ubah = mutan("berkas", r, {"wajib": not r.wajib})
    assert berkas(jenis, kena) != berkas(jenis, kena, ubah)
    assert luput is None or berkas(jenis, luput) == berkas(jenis, luput, ubah)


def berkas(jenis: str, beda: dict[str, Any], tabel: Aturan = ATURAN) -> tuple[str, ...]:
    """Documents that are missing."""
    isi = orang(jenis, **beda)
    if "golongan" in beda:
        isi.pop("gol")
    return tanya(isi, tabel).berkas_kurang


if __name__ == "__main__":
    print("| tabel | baris | berlaku | tertahan | lolos |\n| --- | --- | --- | --- | --- |")
    for u in semua():
        kunci, mulai, sampai = next(iter(u.baris.kunci())), u.baris.berlaku_mulai, u.baris.berlaku_sampai or ""
        print(f"| {u.tabel} | {kunci!s} | {mulai}–{sampai} | {tanya(u.tertahan).putusan} | {tanya(u.lolos).putusan} |")
