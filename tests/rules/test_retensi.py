"""The retention rule: whatever a decision rests on is never due; the rest goes only after it was announced in time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from chalicelib.rules.retensi import TELAT, Langkah, Sandaran, Simpanan, bersandar, langkah, nilai
from hypothesis import given
from hypothesis import strategies as st

from schemas.aturan import aturan
from schemas.berkas import Berkas, KeadaanBerkas, Periksaan, Tahanan
from schemas.fakta import JenisFakta
from schemas.riwayat import KeadaanFakta, UsulFakta
from schemas.usulan import TERBUKA, Butir, Jenis, Keputusan, Status, Usulan

MULAI = datetime(2024, 1, 10, 3, 0, tzinfo=UTC)
TABEL = aturan().pada(date(2026, 11, 26)).retensi
TENGGANG = timedelta(days=30)
waktu = st.integers(0, 3000).map(lambda n: MULAI + timedelta(days=n))
SLOT = ("sk-kp", "kartu-keluarga", "surat-kuasa-opd", "pertek")


def berkas(**lain) -> Berkas:
    return Berkas(**{
        "id": "ini", "pegawai": "karno", "slot": "sk-kp", "ukuran": 1, "sha256": "a" * 64, "diunggah_oleh": "karno", "dibuat_pada": MULAI,
        "diterima_pada": MULAI, "keadaan": KeadaanBerkas.DITERIMA, "pratinjau": 1, **lain,
    })  # fmt: skip


def usulan(status: Status, *, dibuat: datetime, sejak: datetime, antre: datetime | None = None, **lain) -> Usulan:
    return Usulan(
        id="u", nomor="KP-1", jenis=Jenis.REGULER, periode=date(2027, 4, 1), pegawai="karno", opd="dinas", status=status,
        dibuat_oleh="karno", dibuat_pada=dibuat, diubah_pada=sejak, sejak=sejak, antre_pada=antre, **lain,
    )  # fmt: skip


@st.composite
def kasus(draw) -> Usulan:
    dibuat, lama = draw(waktu), draw(st.integers(0, 800))
    keputusan = st.sampled_from([None, "ini", "lain"]).map(
        lambda i: i and Keputusan(nomor="1", tanggal=date(2027, 1, 1), berkas=i)
    )
    return usulan(
        draw(st.sampled_from(Status)), dibuat=dibuat, sejak=dibuat + timedelta(days=lama),
        antre=draw(st.sampled_from([None, dibuat])), pertek=draw(keputusan), sk=draw(keputusan),
        butir=(Butir(slot="sk-kp", berkas=draw(st.sampled_from([None, "ini", "lain"]))),),
    )  # fmt: skip


@st.composite
def fakta(draw) -> UsulFakta:
    return UsulFakta(
        id="f", pegawai="karno", jenis=JenisFakta.GOLONGAN, tindakan="tambah", sumber="SK 1", oleh="karno", pada=MULAI,
        berkas=draw(st.sampled_from([None, "ini", "lain"])), keadaan=draw(st.sampled_from(KeadaanFakta)),
    )  # fmt: skip


periksaan = st.builds(Periksaan, putusan=st.sampled_from(["terima", "kembalikan"]), oleh=st.just("vera"), pada=waktu)
versi = st.builds(
    berkas,
    slot=st.sampled_from(SLOT),
    periksaan=st.none() | periksaan,
    tahan=st.none() | st.just(Tahanan(alasan="sengketa", oleh="admi", pada=MULAI)),
    hapus_pada=st.none() | waktu.map(datetime.date),
)
sandaran = st.builds(
    Sandaran, st.booleans(), st.none() | waktu, st.lists(kasus(), max_size=3).map(tuple), st.lists(fakta(), max_size=2).map(tuple),
    st.none() | st.just(Tahanan(alasan="sengketa", oleh="admi", pada=MULAI)),
)  # fmt: skip


@given(versi, sandaran, waktu)
def test_nothing_a_decision_rests_on_is_ever_due(b, s, kini):
    """Said here anew, from the office's words and not from the rule's code."""
    rests = (
        s.terkini
        or b.tahan
        or s.tahan
        or (b.periksaan and b.periksaan.putusan == "terima")
        or any(u.status is not Status.DIBATALKAN and u.butir[0].berkas == "ini" for u in s.usulan)
        or any(u.status is Status.DIBATALKAN and u.antre_pada and u.butir[0].berkas == "ini" for u in s.usulan)
        or any(
            k and k.berkas == "ini" and u.status is not Status.DIBATALKAN for u in s.usulan for k in (u.pertek, u.sk)
        )
        or any(f.berkas == "ini" and f.keadaan is not KeadaanFakta.DITARIK for f in s.fakta)
        or (b.periksaan and any(u.status in TERBUKA and u.dibuat_pada <= b.periksaan.pada for u in s.usulan))
    )
    s_ = nilai(b, s, TABEL)
    apa = langkah(b, s_, kini.date(), TENGGANG)
    if rests:
        assert s_.sampai is None and apa.apa == "tinjau"
    if s_.sampai is not None:
        assert not bersandar(b, s) and s_.sampai > s.diganti_pada.date()
    assert s_.sebab and apa.pada >= kini.date()


@given(waktu.map(datetime.date), waktu.map(datetime.date), st.none() | waktu.map(datetime.date))
def test_nothing_goes_unannounced_or_early(sampai, hari, hapus):
    b = berkas(hapus_pada=hapus)
    apa = langkah(b, Simpanan("versi-diganti", sampai, "x"), hari, TENGGANG)
    if apa.apa == "hapus":
        assert hapus and sampai <= hapus <= hari <= hapus + TELAT
    elif apa.apa == "umumkan" and apa.pada != hapus:
        assert apa.pada >= max(sampai, hari + TENGGANG)


def test_each_class_says_why_and_when():
    diganti = MULAI + timedelta(days=100)

    def kelas(b: Berkas, *u: Usulan) -> tuple[str, date | None]:
        s = nilai(b, Sandaran(False, diganti, u), TABEL)
        return s.kelas, s.sampai

    batal = usulan(
        Status.DIBATALKAN, dibuat=MULAI, sejak=MULAI + timedelta(days=200), butir=(Butir(slot="sk-kp", berkas="ini"),)
    )
    tms = usulan(Status.TMS, dibuat=MULAI, sejak=MULAI + timedelta(days=300), antre=MULAI)
    kembali = Periksaan(putusan="kembalikan", oleh="vera", pada=MULAI + timedelta(days=50))
    assert kelas(berkas()) == ("versi-diganti", (diganti + timedelta(days=365)).date())
    assert kelas(berkas(slot="kartu-keluarga")) == ("identitas", (diganti + timedelta(days=180)).date())
    assert kelas(berkas(), batal) == ("usulan-ditarik", (batal.sejak + timedelta(days=365)).date())
    assert kelas(berkas(periksaan=kembali), tms) == ("dikembalikan", (tms.sejak + timedelta(days=730)).date())
    assert kelas(berkas(slot="surat-kuasa-opd"), tms) == ("dasar-keputusan", None)


def test_a_table_without_a_row_deletes_nothing():
    s = nilai(berkas(), Sandaran(False, MULAI), {})
    assert s.sampai is None and "tidak menyebutnya" in s.sebab


def test_an_announcement_that_was_slept_through_is_made_again():
    b, hari = berkas(hapus_pada=date(2027, 1, 1)), date(2027, 3, 1)
    s = Simpanan("versi-diganti", date(2026, 12, 1), "x")
    assert langkah(b, s, hari, TENGGANG) == Langkah("umumkan", hari + TENGGANG)
    assert langkah(b, s, date(2027, 1, 3), TENGGANG) == Langkah("hapus", date(2027, 1, 3))
