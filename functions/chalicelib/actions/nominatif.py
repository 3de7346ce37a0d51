"""Nominatif: the lists of one period (domain 9.1): those who may rise in one OPD, from the forecast as the worker left it; and
the cases themselves (nominatif_usul). As workbook, PDF or CSV."""

from __future__ import annotations

from collections import Counter

from chalicelib.actions import Kantor, nominatif_usul, ramalan_lihat
from chalicelib.actions.audit import catatan
from chalicelib.actions.buku import Buku
from chalicelib.actions.nominatif_usul import PALING_BANYAK, DaftarNominatif
from chalicelib.documents import buku_tulis, kunci, surat
from chalicelib.galat import TakSah
from chalicelib.records import ramalan as rak
from schemas.berkas import label_slot
from schemas.golongan import baca_golongan
from schemas.pandangan_berkas import AlamatBerkas
from schemas.peran import Pelaku
from schemas.ramalan import HasilRamal, KueriLaporan, Ramalan, sebut_kurang
from schemas.tanggal import ribuan, rupiah, tanggal_panjang, tulis_mkg
from schemas.usulan import SEBUTAN_JENIS

DETIK = 300
JUDUL = (
    "No.", "Nama", "NIP", "Tempat, tanggal lahir", "Pendidikan", "Gol. lama", "TMT lama", "MKG lama", "Jabatan", "Unit kerja", "OPD",
    "Gol. baru", "TMT baru", "MKG baru", "Gaji pokok baru", "Angka kredit", "Jenis KP", "Kinerja tahun lalu", "Kinerja dua tahun lalu",
    "Fakta yang kurang", "Berkas yang kurang",
)  # fmt: skip
KOLOM_PDF = (0, 1, 2, 5, 6, 8, 11, 13, 16, 19)
LEBAR_PDF = (8, 38, 38, 14, 24, 42, 14, 20, 26, 46)


def cetak(kantor: Kantor, pelaku: Pelaku, kueri: KueriLaporan) -> AlamatBerkas:
    """Address of the list, short-lived, noted in the journal. Raises TidakAda (not his OPD), TakSah (BKPSDM must name the OPD; too
    long)."""
    susun = nominatif_usul.susun if kueri.daftar == "usul" else _calon
    daftar = susun(kantor, pelaku, kueri)
    isi, tipe = _jadikan(daftar, kueri.bentuk)
    tempat, nama = kunci.cetak(kantor.id_baru()), f"nominatif-{kueri.daftar}-{kueri.periode}.{kueri.bentuk}"
    kantor.documents.taruh(tempat, isi, tipe)
    orang = sum(bool(baris[0]) for baris in daftar.baris)  # the totals at the foot have no number
    rincian: dict[str, object] = {
        "daftar": kueri.daftar,
        "periode": str(kueri.periode),
        "bentuk": kueri.bentuk,
        "orang": orang,
    }
    kantor.store.write(catatan(kantor, pelaku, "unduh daftar nominatif", daftar.lingkup or "", rincian))
    return AlamatBerkas(url=kantor.documents.alamat(tempat, nama=nama, tipe=tipe, detik=DETIK), detik=DETIK)


def _jadikan(d: DaftarNominatif, bentuk: str) -> tuple[bytes, str]:
    if bentuk == "xlsx":
        return buku_tulis.tulis("Nominatif", d.kepala, d.baris), buku_tulis.TIPE
    if bentuk == "csv":
        return buku_tulis.tulis_csv(d.kepala, d.baris), buku_tulis.TIPE_CSV
    pendek = [[b[i] if i < len(b) else "" for i in d.kolom_pdf] for b in d.baris]
    kepala = [d.kepala[i] for i in d.kolom_pdf]
    isi = surat.nominatif(opd=d.opd, judul=d.judul, kepala=kepala, baris=pendek, lebar=d.lebar_pdf, kaki=d.kaki)
    return isi, "application/pdf"


def _calon(kantor: Kantor, pelaku: Pelaku, kueri: KueriLaporan) -> DaftarNominatif:
    opd = ramalan_lihat.lingkup(kantor, pelaku, kueri.opd)
    if opd is None:
        raise TakSah("Pilih OPD-nya.", kode="opd-kosong", petunjuk="Daftar nominatif dibuat per OPD.")
    buku = Buku(kantor.store)
    return DaftarNominatif(
        lingkup=opd,
        opd=buku.nama_unit(opd),
        judul=f"Daftar nominatif calon kenaikan pangkat periode {tanggal_panjang(kueri.periode)}",
        kepala=JUDUL,
        baris=_baris(kantor, buku, pelaku, opd, kueri),
        kolom_pdf=KOLOM_PDF,
        lebar_pdf=LEBAR_PDF,
        kaki="Hasil hitungan SIKAP dari fakta yang tercatat. Keputusan tetap pada petugas.",
    )


def _baris(kantor: Kantor, buku: Buku, pelaku: Pelaku, opd: str, kueri: KueriLaporan) -> list[list[str]]:
    """Highest target first, then by name; below them whether some had no place, and the totals of all by target golongan."""
    semua = rak.RAK.semua(kantor.store, f"RAMAL-OPD#{opd}", awalan=f"{kueri.periode}#", indeks="g1")
    pasang = [
        (r, h)
        for r in semua
        if ramalan_lihat.tampak(buku, pelaku, r)
        for h in r.hasil
        if h.paling_cepat == kueri.periode
    ]
    pasang.sort(key=lambda x: (-(baca_golongan(x[1].golongan_baru) or 0), x[0].nama.casefold()))
    isi = [_satu(n, buku, r, h) for n, (r, h) in enumerate(pasang[:PALING_BANYAK], start=1)]
    jumlah = Counter(h.golongan_baru for _, h in pasang)
    sisa = f"Baru {PALING_BANYAK} dari {ribuan(len(pasang))} orang; semuanya ada di halaman Perencanaan"
    return [
        *isi,
        *([["", sisa, ""]] if len(pasang) > PALING_BANYAK else []),
        *(["", f"Jumlah ke {g}", str(n)] for g, n in jumlah.items()),
    ]


def _satu(n: int, buku: Buku, r: Ramalan, h: HasilRamal) -> list[str]:
    return [
        str(n),
        r.nama,
        r.nip,
        r.lahir,
        r.pendidikan,
        r.golongan,
        tanggal_panjang(r.tmt_golongan) if r.tmt_golongan else "",
        tulis_mkg(r.mkg),
        r.jabatan,
        buku.nama_unit(r.unit),
        buku.nama_unit(r.opd),
        h.golongan_baru,
        tanggal_panjang(h.paling_cepat) if h.paling_cepat else "",
        tulis_mkg(h.mkg),
        rupiah(h.gaji_pokok) if h.gaji_pokok else "",
        h.angka_kredit.replace(".", ","),
        SEBUTAN_JENIS[h.jenis],
        *r.kinerja,
        "; ".join(sebut_kurang(k).arti for k in h.kurang),
        ", ".join(map(label_slot, h.berkas_kurang)),
    ]
