"""The whole way of a case, read on everybody's phone: each actor gets what domain 5.5 owes him, in the words of 5.6.

The channel is the Cloud API's fake; what is compared is what a phone shows: the registered template with its places filled.
"""

from __future__ import annotations

import re
import textwrap
from datetime import timedelta

import pytest
from alat_kantor import nip
from alat_orang import Orang
from alat_pesan import Pesan, buka_pesan
from alat_rute import buka  # noqa: F401 - opens all counters
from alat_wa import keadaan, terbaca
from chalicelib.actions import jadwal
from chalicelib.actions.periode import semua
from chalicelib.records import ramalan as rak_ramalan
from chalicelib.records import usulan as rak_usulan

from schemas.alur import BELUM_DIUSULKAN, KENAIKAN_PANGKAT, LAHIR
from schemas.kabar import KABAR, Penerima
from schemas.ramalan import HasilRamal, Ramalan
from schemas.usulan import Status

HARI_INI = "2026-11-25"
SURAT = {"nomor_surat": "800/12", "tanggal_surat": HARI_INI}
TELEPON = {s: f"+62812000011{i:02}" for i, s in enumerate(("karno", "tini", "vera", "vino", "kabul", "opi", "marni", "paimin"), start=11)}  # fmt: skip
KOLOM, BARIS = 34, 16
"""What WhatsApp shows of one message on a 5-inch screen before it folds the rest away."""
AKHIR = re.compile(r" Layanan ini gratis\. BKPSDM Kab\. Ngawi\. Kode pesan: [0-9A-HJKMNP-TV-Z]{8}$")
USUL = "Usul kenaikan pangkat a.n. SOEKARJONO"
PERIODE = f"{USUL} periode 1 Februari 2027"


@pytest.fixture
def kantor():
    with buka_pesan() as pesan:
        for siapa, nomor in TELEPON.items():
            pesan.telepon(siapa, nomor)
        yield Perjalanan(pesan)


class Perjalanan:
    """The office, and the phones of everybody in it."""

    def __init__(self, pesan: Pesan) -> None:
        self.pesan, self.dilihat, self.usulan = pesan, 0, ""

    def orang(self, siapa: str) -> Orang:
        return Orang(self.pesan.kantor, siapa)

    def baca(self) -> dict[str, list[str]]:
        """Person -> what arrived since the last look; each is told to have arrived, and fits the phone."""
        self.pesan.kerjakan()
        self.pesan.maju(minutes=15)
        baru, self.dilihat = self.pesan.wa.terkirim[self.dilihat :], len(self.pesan.wa.terkirim)
        siapa = {n.removeprefix("+"): s for s, n in TELEPON.items()}
        isi: dict[str, list[str]] = {}
        for p in baru:
            self.pesan.webhook(keadaan(p, "delivered"))
            teks = terbaca(p)
            assert AKHIR.search(teks), teks
            _muat_di_layar(teks)
            isi.setdefault(siapa[p["to"]], []).append(AKHIR.sub("", teks))
        return isi


def _muat_di_layar(teks: str) -> None:
    baris = textwrap.wrap(teks, KOLOM, break_long_words=False, break_on_hyphens=False)
    assert max(map(len, baris)) <= KOLOM and len(baris) <= BARIS, baris
    assert not any(nip(n) in teks for n in range(11)) and not re.search(r"\d{18}", teks)


def test_each_actor_reads_on_his_phone_what_he_is_owed(kantor):
    tini = kantor.orang("tini")
    isi = {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}
    u = tini.minta("POST", "/usulan", isi, 201)["id"]
    assert kantor.baca() == {}

    karno = kantor.orang("karno")
    wajib = [b["slot"] for b in karno.lihat(u)["butir"] if b["wajib"]]
    for slot in wajib:
        karno.isi(u, slot)
    karno.lakukan(u, "pengajuan")
    assert kantor.baca() == {"tini": [f"{PERIODE} diajukan dan menunggu pemeriksaan pengelola kepegawaian."]}

    rusak = [{"slot": wajib[0], "alasan": "tidak-terbaca", "catatan": "Halaman kedua buram"}]
    kantor.orang("tini").lakukan(u, "pengembalian", butir=rusak)
    (n3,) = kantor.baca()["karno"]
    assert n3.startswith("Usul kenaikan pangkat Bapak/Ibu SOEKARJONO perlu dilengkapi: ") and n3.endswith(
        "ajukan lagi."
    )
    assert "buram" not in n3

    karno = kantor.orang("karno")
    karno.isi(u, wajib[0], "yang jelas")
    karno.lakukan(u, "pengajuan")
    assert set(kantor.baca()) == {"tini"}

    kantor.orang("tini").lakukan(u, "pengusulan", **SURAT)
    antre = f"{PERIODE} telah diusulkan Unit dinas dan menunggu diperiksa."
    assert kantor.baca() == {
        "karno": ["Usul kenaikan pangkat Bapak/Ibu SOEKARJONO periode 1 Februari 2027 telah diusulkan Unit dinas ke BKPSDM. "
                  "Berikutnya: menunggu diperiksa verifikator."],
        "vera": [antre],
        "vino": [antre],
    }  # fmt: skip

    vera = kantor.orang("vera")
    nomor = vera.minta("POST", "/antrean/berikutnya")["tanda_terima"]
    n4 = f"{USUL} diterima BKPSDM dengan nomor tanda terima {nomor} dan sedang diperiksa."
    assert kantor.baca() == {"tini": [n4], "karno": [n4]}

    vera = kantor.orang("vera")
    vera.putuskan(u, wajib[0], "kembalikan", alasan="tidak-terbaca", catatan="Halaman kedua buram")
    for slot in wajib[1:]:
        vera.putuskan(u, slot, "terima")
    vera.lakukan(u, "pengembalian", butir=rusak, tenggat="2026-12-10")
    n5 = kantor.baca()
    assert set(n5) == {"karno", "tini"} and n5["karno"] == n5["tini"]
    assert re.fullmatch(
        r"Berkas usul kenaikan pangkat a\.n\. SOEKARJONO periode 1 Februari 2027 belum sesuai: .+\. Mohon diperbaiki paling lambat 10 Desember 2026\.",
        n5["karno"][0],
    )

    tini = kantor.orang("tini")
    tini.isi(u, wajib[0], "yang paling jelas")
    tini.lakukan(u, "perbaikan")
    assert kantor.baca() == {"vera": ["Perbaikan berkas usul a.n. SOEKARJONO periode 1 Februari 2027 telah masuk."]}

    vera = kantor.orang("vera")
    vera.putuskan(u, wajib[0], "terima")
    vera.lakukan(u, "pernyataan-ms", alasan_beda="Riwayat dicocokkan dengan arsip kertas")
    assert kantor.baca() == {"kabul": [f"{PERIODE} menunggu keputusan Saudara."]}

    kantor.orang("kabul").lakukan(u, "pengembalian", butir=[], catatan="Periksa lagi masa kerjanya")
    (n8b,) = kantor.baca()["vera"]
    assert n8b.startswith(
        "Usul a.n. SOEKARJONO periode 1 Februari 2027 dikembalikan oleh Kepala Bidang dengan catatan."
    )
    assert "masa kerja" not in n8b
    kantor.orang("vera").lakukan(u, "pernyataan-ms", alasan_beda="Riwayat dicocokkan dengan arsip kertas")
    kantor.baca()

    kantor.orang("kabul").lakukan(u, "persetujuan")
    n9 = f"{PERIODE} telah disetujui Kepala Bidang dan siap dikirim ke BKN."
    assert kantor.baca() == {"opi": [n9], "tini": [n9]}

    opi = kantor.orang("opi")
    opi.lakukan(u, "pengiriman", **SURAT, siasn_id="SIASN-1")
    n10 = f"{PERIODE} telah dikirim ke BKN pada 25 November 2026."
    assert kantor.baca() == {"karno": [n10], "tini": [n10]}

    opi = kantor.orang("opi")
    opi.lakukan(u, "pertek", nomor="PG-25405000123", tanggal=HARI_INI, berkas=opi.unggah("karno", "pertek"))
    n11 = "Pertimbangan teknis BKN untuk usul a.n. SOEKARJONO terbit dengan nomor PG-25405000123 tanggal 25 November 2026. Berikutnya: penerbitan SK."
    assert kantor.baca() == {"karno": [n11], "tini": [n11]}

    opi = kantor.orang("opi")
    sk = {"nomor": "821/1", "tanggal": HARI_INI, "tmt": "2027-02-01", "mk_tahun": 24, "mk_bulan": 11, "gaji_pokok": 1}
    sk["berkas"] = opi.unggah("karno", "sk-kp-baru")
    opi.lakukan(u, "sk", **sk, catatan="Gaji menurut SK yang sudah ditandatangani")
    n13 = kantor.baca()
    assert set(n13) == {"karno", "tini"} and n13["karno"] == n13["tini"]
    assert n13["karno"] == ["SK kenaikan pangkat a.n. SOEKARJONO ke golongan III/b terhitung mulai 1 Februari 2027 telah terbit dan dapat diunduh di SIKAP."]  # fmt: skip

    kantor.orang("karno").lakukan(u, "penyerahan")
    n14 = kantor.baca()  # to his pengelola; who confirmed it himself is not told
    assert n14 == {"tini": ["SK kenaikan pangkat a.n. SOEKARJONO telah diterima. Usulan selesai."]}
    assert {k.keadaan for s in TELEPON for k in kantor.pesan.kabar(s)} == {"sampai"}
    assert kantor.pesan.kabar("marni") == kantor.pesan.kabar("paimin") == []
    jejak = rak_usulan.riwayat(kantor.pesan.kantor.store, u, batas=100).isi
    assert {(p.aksi, p.dari) for p in jejak if p.dari and p.aksi != "periksa"} == LURUS


LURUS = {
    ("ajukan", Status.DRAF), ("kembalikan", Status.DIAJUKAN_PNS), ("ajukan", Status.PERBAIKAN_PNS), ("usulkan", Status.DIAJUKAN_PNS),
    ("terima", Status.DIUSULKAN_OPD), ("kembalikan", Status.VERIFIKASI), ("perbaiki", Status.BTS_BKPSDM), ("nyatakan_ms", Status.VERIFIKASI),
    ("kembalikan", Status.MENUNGGU_PERSETUJUAN), ("setujui", Status.MENUNGGU_PERSETUJUAN), ("kirim", Status.SIAP_KIRIM_BKN),
    ("catat_pertek", Status.DIPROSES_BKN), ("catat_sk", Status.PERTEK_TERBIT), ("serahkan", Status.SK_TERBIT),
}  # fmt: skip
"""The way walked above."""
BATAL = {"alasan": "lain", "catatan": "Permintaan yang bersangkutan"}
BTS_BKN = {"alasan": "data-tidak-sesuai", "tenggat": "2026-12-10"}
SEMUA = f"{PERIODE} dibatalkan. Keterangan dapat dibaca di SIKAP."
DARI_BKN = "BKN meminta perbaikan berkas usul kenaikan pangkat a.n. SOEKARJONO periode 1 Februari 2027: "
N7 = f"{PERIODE} belum dapat diproses. Penjelasan lengkap dapat dibaca di SIKAP atau ditanyakan ke pengelola kepegawaian."
S = Status


SAMPING = [
    (S.DIUSULKAN_OPD, "tini", "penarikan", {}, {"karno": f"{PERIODE} ditarik kembali oleh Unit dinas untuk diperbaiki."}),
    (S.VERIFIKASI, "kabul", "pengalihan", {"kepada": "vino"}, {"vino": f"{PERIODE} dialihkan kepada Saudara untuk diperiksa."}),
    (S.VERIFIKASI, "vera", "usul-tms", {"alasan": "hukuman-disiplin", "dasar": "PP 94/2021"}, {"kabul": f"{PERIODE} menunggu keputusan Saudara."}),
    (S.MENUNGGU_TMS, "kabul", "pengesahan-tms", {}, {"karno": N7, "tini": N7}),
    (S.DIPROSES_BKN, "opi", "tms-bkn", {"alasan": "hukuman-disiplin", "dasar": "PP 94/2021"}, {"karno": N7, "tini": N7}),
    (S.DIPROSES_BKN, "opi", "bts-bkn", BTS_BKN, {"karno": "Berkas usul", "tini": "Berkas usul", "vera": DARI_BKN}),
    (S.PERTEK_TERBIT, "kabul", "perbaikan-pertek", {"catatan": "Nama salah ketik"},
     {s: "Pertek usul a.n. SOEKARJONO periode 1 Februari 2027 perlu diperbaiki. Catatan dapat dibaca di SIKAP." for s in ("vera", "opi")}),
    (S.VERIFIKASI, "kabul", "pembatalan", BATAL, {"karno": SEMUA, "tini": SEMUA, "vera": SEMUA}),
    (S.VERIFIKASI, "kabul", "pengalihan-periode", {"periode": "2027-04-01"},
     {s: f"{USUL} dialihkan ke periode 1 April 2027." for s in ("karno", "tini")}),
    (S.MENUNGGU_TMS, "kabul", "pengembalian", {"catatan": "Nama salah ketik"}, {"vera": "Usul a.n. SOEKARJONO periode 1 Februari 2027 dikembalikan oleh Kepala Bidang dengan catatan."}),
    (S.BTS_BKN, "karno", "perbaikan", {}, {"vera": "Perbaikan berkas usul a.n. SOEKARJONO periode 1 Februari 2027 telah masuk."}),
    (S.PERBAIKAN_PERTEK, "opi", "pertek", {"nomor": "PG-2", "tanggal": HARI_INI, "berkas": "$pertek"},
     {s: "Pertimbangan teknis BKN untuk usul a.n. SOEKARJONO terbit dengan nomor PG-2 tanggal 25 November 2026." for s in ("karno", "tini")}),
    (S.SK_TERBIT, "opi", "penyerahan", {}, {s: "SK kenaikan pangkat a.n. SOEKARJONO telah diterima. Usulan selesai." for s in ("karno", "tini")}),
    (S.DRAF, "tini", "pembatalan", BATAL, {"karno": SEMUA}),
    (S.SK_TERBIT, "kabul", "pembatalan", BATAL | {"surat": "$surat-kuasa-opd"}, {"karno": SEMUA, "tini": SEMUA, "vera": SEMUA}),
    (S.DIAJUKAN_PNS, "karno", "penarikan", {}, {}),
    (S.VERIFIKASI, "vera", "pelepasan", {}, {}),
]  # fmt: skip
"""Where it stands, who does what with which words -> who reads what."""


@pytest.mark.parametrize(("status", "siapa", "nomina", "isi", "dapat"), SAMPING)
def test_what_leaves_the_straight_way_is_told_to_whom_it_concerns(kantor, status, siapa, nomina, isi, dapat):  # noqa: PLR0913
    tini = kantor.orang("tini")
    u = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)["id"]
    store = kantor.pesan.kantor.store
    ada = rak_usulan.ambil(store, u)
    bkpsdm = {} if status in BELUM_DIUSULKAN else {"verifikator": "vera", "pengusul": "tini"}
    store.write(rak_usulan.RAK.taruh(ada.model_copy(update={"status": status, **bkpsdm})))
    if nomina == "bts-bkn":
        isi = {
            **isi,
            "butir": [{"slot": ada.butir[0].slot, "alasan": "tidak-terbaca", "catatan": "Halaman kedua buram"}],
        }

    orang = kantor.orang(siapa)
    isi = {n: orang.unggah("karno", v[1:]) if str(v).startswith("$") else v for n, v in isi.items()}
    orang.lakukan(u, nomina, **isi)
    terima = kantor.baca()
    assert set(terima) == set(dapat)
    for orang, kata in dapat.items():
        (teks,) = terima[orang]
        assert teks.startswith(kata) and "disiplin" not in teks and "ketik" not in teks


def test_what_sikap_says_by_itself_is_read_on_the_phone_as_well(kantor):
    """INGAT1 and N17; INGAT2 (N18 of domain 5.6) and the digests have the same way, their words are in test_jadwal."""
    store, hari = kantor.pesan.kantor.store, kantor.pesan.kantor.jam().date()
    tini = kantor.orang("tini")
    u = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-02-01"}, 201)["id"]
    ada = rak_usulan.ambil(store, u)
    butir = (ada.butir[0].model_copy(update={"diminta": True}), *ada.butir[1:])
    bts = {"status": S.BTS_BKPSDM, "tenggat": hari + timedelta(days=7), "butir": butir}
    terbuka = next(p for p in semua(kantor.pesan.kantor) if p.usul_buka <= hari < p.usul_tutup_opd)
    hasil = HasilRamal(jenis="REGULER", golongan_baru="III/b", paling_cepat=terbuka.tmt, mkg=None, gaji_pokok=None, berkas_kurang=("skp-2025",))  # fmt: skip
    ramalan = Ramalan(pegawai="paimin", nama="PAIMIN", nip="1", opd="rsud", unit="rsud", hasil=(hasil,))
    store.write(rak_usulan.RAK.taruh(ada.model_copy(update=bts)), rak_ramalan.RAK.taruh(ramalan))
    jadwal.kerjakan(kantor.pesan.kantor)
    terima = kantor.baca()
    ingat = "Batas perbaikan usul kenaikan pangkat a.n. SOEKARJONO periode 1 Februari 2027 tinggal 7 hari, yaitu 2 Desember 2026. Yang ditunggu: "
    assert set(terima) == {"karno", "tini", "paimin"} and all(terima[s][0].startswith(ingat) for s in ("karno", "tini"))
    assert terima["paimin"][0].startswith(
        "Menurut data SIKAP, Bapak/Ibu PAIMIN diperkirakan memenuhi syarat kenaikan pangkat reguler periode "
    )


P = Penerima
DOMAIN = {
    "ajukan": {P.PENGELOLA}, "usulkan": {P.PNS, P.VERIFIKATOR}, "terima": {P.PENGELOLA, P.PNS}, "perbaiki": {P.PEMEGANG}, "nyatakan_ms": {P.KABID},
    "usulkan_tms": {P.KABID}, "sahkan_tms": {P.PNS, P.PENGELOLA}, "catat_tms": {P.PNS, P.PENGELOLA}, "setujui": {P.OPERATOR, P.PENGELOLA},
    "kirim": {P.PNS, P.PENGELOLA}, "catat_bts": {P.PNS, P.PENGELOLA, P.PEMEGANG}, "catat_pertek": {P.PNS, P.PENGELOLA},
    "minta_perbaikan_pertek": {P.PEMEGANG, P.OPERATOR}, "catat_sk": {P.PNS, P.PENGELOLA}, "serahkan": {P.PNS, P.PENGELOLA},
    "batalkan": {P.PNS, P.PENGELOLA, P.PEMEGANG}, "alihkan_periode": {P.PNS, P.PENGELOLA}, "alihkan": {P.PEMEGANG}, "lepas": set(),
    ("kembalikan", S.DIAJUKAN_PNS): {P.PNS}, ("kembalikan", S.VERIFIKASI): {P.PNS, P.PENGELOLA}, ("kembalikan", S.MENUNGGU_PERSETUJUAN): {P.PEMEGANG},
    ("tarik", S.DIAJUKAN_PNS): set(), ("tarik", S.DIUSULKAN_OPD): {P.PNS},
}  # fmt: skip
"""Domain 5.5: act (and from where) -> who is told. What stands nowhere in 5.5 (a release, a hand-on, a withdrawal) is the office's own."""


def test_the_table_owes_each_actor_what_the_domain_says():
    for b in (b for b in KENAIKAN_PANGKAT if b.aksi not in LAHIR):
        harap = DOMAIN.get((b.aksi, b.dari[0])) if (b.aksi, b.dari[0]) in DOMAIN else DOMAIN[b.aksi]
        assert {p for kode in b.kabar for p in KABAR[kode].penerima} == harap, b


def test_every_row_that_tells_somebody_is_walked_in_this_file():
    samping = {(nomina, status) for status, _, nomina, _, _ in SAMPING}
    for b in (b for b in KENAIKAN_PANGKAT if b.kabar):
        assert any((b.aksi, s) in LURUS or (b.nomina, s) in samping for s in b.dari), b
