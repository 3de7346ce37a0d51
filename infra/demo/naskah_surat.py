"""Letters, ratings, points, diplomas and certificates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from infra.demo import pangkat
from infra.demo.bahan import Bahan, atasan, diri, judul, kop, nomor, pasangan, surat_kepala, tabel, teks
from infra.demo.kertas import Blok, Naskah, Tanda
from infra.demo.roster import sidik
from infra.demo.waktu import tulis

KAMPUS = ("UNIVERSITAS CONTOH NUSANTARA", "FAKULTAS ILMU TERAPAN", "Jalan Contoh Nomor 99 Madiun")


def spmt(b: Bahan) -> Naskah:
    """Statement of taking up duty."""
    mulai = b.o.tmt_cpns + timedelta(days=2)
    isi = [judul("SURAT PERNYATAAN MELAKSANAKAN TUGAS", f"Nomor {nomor(b.o, '800.1', mulai.year)}"), teks("Yang bertanda tangan di bawah ini menyatakan bahwa:"),
           diri(b.o, gol=b.o.fakta["golongan"][0]), teks(f"telah nyata melaksanakan tugas pada {b.o.unit} sejak tanggal {tulis(mulai)}. Surat pernyataan ini dibuat dengan sesungguhnya.")]  # fmt: skip
    return surat_kepala(b, mulai + timedelta(days=5), isi)


def spp(b: Bahan) -> Naskah:
    """Statement of inauguration."""
    hari = b.o.jabatan["pelantikan"] or b.o.jabatan["tmt"]
    isi = [judul("SURAT PERNYATAAN PELANTIKAN", f"Nomor {nomor(b.o, '821.3', hari.year)}"), teks("Yang bertanda tangan di bawah ini menyatakan bahwa:"),
           diri(b.o), teks(f"telah dilantik dan diambil sumpahnya sebagai {b.o.jabatan['nama']}, eselon {b.o.jabatan['eselon'] or '-'}, pada tanggal {tulis(hari)} bertempat di Pendopo Kabupaten.")]  # fmt: skip
    return surat_kepala(b, hari, isi, bkpsdm=True)


def skp(b: Bahan) -> Naskah:
    """The yearly rating, two pages."""
    tahun = int(b.akhiran)
    predikat = next((k["predikat"] for k in b.o.fakta.get("kinerja", []) if k["tahun"] == tahun), "Baik")
    hasil = "DI ATAS EKSPEKTASI" if predikat == "Sangat Baik" else "SESUAI EKSPEKTASI"
    isi = [
        judul("DOKUMEN EVALUASI KINERJA PEGAWAI", f"PERIODE 1 JANUARI - 31 DESEMBER {tahun}"),
        diri(b.o),
        tabel(("No", "Rencana hasil kerja", "Realisasi", "Umpan balik"), *_rencana(b, tahun)),
        Blok("halaman"),
        judul("PENILAIAN AKHIR"),
        pasangan(("Rating hasil kerja", hasil), ("Rating perilaku kerja", hasil), ("Predikat kinerja pegawai", predikat.upper())),
        tabel(("Perilaku kerja", "Catatan pejabat penilai"), *((p, "Sesuai ekspektasi; dipertahankan dan dikembangkan.") for p in ("Berorientasi pelayanan", "Akuntabel", "Kompeten", "Harmonis", "Loyal", "Adaptif", "Kolaboratif"))),
    ]  # fmt: skip
    return Naskah(
        kop(b.o), isi, Tanda(f"Ngawi, {tulis(date(tahun + 1, 1, 14))}", "Pejabat Penilai Kinerja", *atasan(b.o))
    )


def _rencana(b: Bahan, tahun: int) -> list[tuple[str, ...]]:
    acak = Random(b.o.nip + str(tahun))
    guru = str(b.o.jabatan["nama"]).startswith("Guru")
    tugas = (
        (
            "Menyusun perangkat ajar",
            "Melaksanakan pembelajaran",
            "Menilai hasil belajar",
            "Membimbing peserta didik",
            "Mengikuti pengembangan diri",
        )
        if guru
        else (
            "Menyiapkan bahan layanan",
            "Menyelesaikan layanan tepat waktu",
            "Menata arsip dan data",
            "Menyusun laporan bulanan",
            "Mengikuti pengembangan diri",
        )
    )
    return [(str(i), t, f"{acak.randint(95, 100)} persen", "Tercapai") for i, t in enumerate(tugas, start=1)]


def pak(b: Bahan) -> Naskah:
    """The three sheets of a year: conversion, accumulation, decision (domain 1.4)."""
    tahun = int(b.akhiran)
    baris = [a for a in b.o.fakta.get("angka_kredit", []) if a["per"].year <= tahun]
    jumlah = next((a["nilai"] for a in reversed(baris) if a["jenis"] == "pak"), "0.00").replace(".", ",")
    predikat = next((k["predikat"] for k in b.o.fakta.get("kinerja", []) if k["tahun"] == tahun), "Baik")
    jenjang = b.o.jabatan["jenjang"] or "Ahli Pertama"
    koefisien = pangkat.jenjang(jenjang)[2] / 100
    setahun = f"{koefisien * pangkat.persen(predikat) / 100:.2f}".replace(".", ",")
    periode = f"MASA PENILAIAN JANUARI - DESEMBER {tahun}"
    isi = [
        judul("KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", periode), diri(b.o),
        tabel(("Predikat", "Persentase", "Koefisien", "Angka kredit"), (predikat, f"{pangkat.persen(predikat)} %", f"{koefisien:g}".replace(".", ","), setahun)),
        Blok("halaman"), judul("AKUMULASI ANGKA KREDIT", periode), diri(b.o),
        tabel(("Dasar", "Sampai dengan", "Angka kredit"), *((a["jenis"].title(), tulis(a["per"]), a["nilai"].replace(".", ",")) for a in baris)),
        Blok("halaman"), judul("PENETAPAN ANGKA KREDIT", periode), diri(b.o),
        tabel(("Uraian", "Angka kredit"), (f"Jumlah sejak kenaikan pangkat terakhir sampai 31 Desember {tahun}", jumlah)),
        teks("Angka kredit ini dapat dipergunakan untuk kenaikan pangkat sesuai ketentuan."),
    ]  # fmt: skip
    return Naskah(
        kop(b.o), isi, Tanda(f"Ngawi, {tulis(date(tahun + 1, 2, 3))}", "Pejabat Penilai Kinerja", *atasan(b.o))
    )


def pernyataan_hukdis(b: Bahan) -> Naskah:
    """Not under a penalty."""
    isi = [judul("SURAT PERNYATAAN", "TIDAK SEDANG MENJALANI HUKUMAN DISIPLIN", f"Nomor {nomor(b.o, '800.1.6', b.hari.year)}"), teks("Yang bertanda tangan di bawah ini menyatakan dengan sesungguhnya bahwa:"),
           diri(b.o), teks("dalam satu tahun terakhir tidak pernah dijatuhi dan tidak sedang menjalani hukuman disiplin tingkat sedang atau berat, dan tidak sedang dalam pemeriksaan untuk itu.",
                           "Apabila pernyataan ini ternyata tidak benar, kami bersedia menanggung akibatnya sesuai ketentuan.")]  # fmt: skip
    return surat_kepala(b, b.hari - timedelta(days=20), isi)


def ijazah(b: Bahan) -> Naskah:
    """A diploma, sideways."""
    didik = next((p for p in b.o.fakta["pendidikan"] if p["tingkat"].lower() == b.akhiran), b.o.fakta["pendidikan"][-1])
    tahun = didik["tahun_lulus"] or b.o.tmt_cpns.year - 1
    sekolah = didik["tingkat"] in ("SD", "SLTP", "SLTA")
    atas = ("SEKOLAH CONTOH BANGSA", "SURAT TANDA TAMAT BELAJAR", "Ngawi") if sekolah else KAMPUS
    isi = [Blok("tengah", [("IJAZAH",)]), judul(f"Nomor {sidik(b.o.nip + b.akhiran, 12, angka=True)}"), teks("Dengan ini menyatakan bahwa:"), Blok("tengah", [(b.o.nama,)]),
           pasangan(("Lahir di", f"{b.o.tempat.title()}, {tulis(b.o.lahir)}"), ("Jenjang", didik["tingkat"]), ("Program", b.o.jurusan if not sekolah else didik["tingkat"]), ("Lulus tanggal", tulis(date(tahun, 7, 14)))),
           teks("telah menyelesaikan dan memenuhi segala syarat pendidikan, sehingga kepadanya diberikan ijazah ini beserta segala hak dan kewajiban yang melekat padanya.")]  # fmt: skip
    return Naskah(
        atas,
        isi,
        Tanda(f"Madiun, {tulis(date(tahun, 8, 2))}", "Kepala Sekolah" if sekolah else "Rektor", "Prof. GURU CONTOH"),
        lanskap=True,
    )


def transkrip(b: Bahan) -> Naskah:
    """Marks."""
    acak = Random(b.o.nip + "transkrip")
    mata = ("Pendidikan Pancasila", "Bahasa Indonesia", "Pengantar Ilmu", "Statistika", "Metode Penelitian", "Etika Profesi", "Manajemen", "Praktik Lapangan", "Seminar", "Tugas Akhir")  # fmt: skip
    nilai = [(str(i), m, str(acak.choice((2, 3, 4))), acak.choice("AABB")) for i, m in enumerate(mata, start=1)]
    isi = [judul("TRANSKRIP NILAI", b.o.jurusan), pasangan(("Nama", b.o.nama), ("NIP", b.o.nip)), tabel(("No", "Mata kuliah", "SKS", "Nilai"), *nilai)]  # fmt: skip
    return Naskah(KAMPUS, isi, Tanda("Madiun, 2 Agustus", "Dekan", "Dr. DEKAN CONTOH"))


def uraian_tugas(b: Bahan) -> Naskah:
    """Tasks that need the diploma, signed by an official of eselon II."""
    isi = [judul("URAIAN TUGAS", str(b.o.jabatan["nama"])), diri(b.o), tabel(("No", "Tugas", "Hasil kerja"), ("1", f"Menganalisis data bidang {b.o.jurusan}", "Laporan"), ("2", "Menyusun telaahan staf", "Telaahan"), ("3", "Menyiapkan bahan kebijakan", "Konsep"))]  # fmt: skip
    return Naskah(
        kop(b.o), isi, Tanda(f"Ngawi, {tulis(b.hari - timedelta(days=30))}", f"Kepala {b.o.opd}", *atasan(b.o))
    )


def keluarga(b: Bahan) -> Naskah:
    """Family card; names follow from the person's own."""
    isi = [judul("KARTU KELUARGA", f"Nomor 352199{sidik(b.o.nip + 'kk', 10, angka=True)}"), tabel(("No", "Nama", "Hubungan", "Tahun lahir"), ("1", b.o.nama, "Kepala keluarga" if b.o.kelamin == "L" else "Istri", str(b.o.lahir.year)), ("2", "PASANGAN CONTOH", "Suami/Istri", str(b.o.lahir.year + 2)), ("3", "ANAK CONTOH", "Anak", str(b.o.lahir.year + 28)))]  # fmt: skip
    return Naskah(
        ("PEMERINTAH KABUPATEN NGAWI", "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", "Jalan Contoh Nomor 7 Ngawi"),
        isi,
        Tanda("Ngawi, 4 Maret 2024", "Kepala Dinas", "CATATAN CONTOH, S.H.", elektronik=True),
        lanskap=True,
    )


def keterangan(perihal: str, kalimat: str, *, bkpsdm: bool = False, klasifikasi: str = "800.1") -> Callable[[Bahan], Naskah]:  # fmt: skip
    """A plain letter: heading, the person, one paragraph."""

    def buat(b: Bahan) -> Naskah:
        tanggal = b.hari - timedelta(days=45)
        kepala = judul(perihal.upper(), f"Nomor {nomor(b.o, klasifikasi, tanggal.year)}")
        return surat_kepala(b, tanggal, [kepala, diri(b.o), teks(kalimat)], bkpsdm=bkpsdm)

    return buat


def lulus_ujian(perihal: str, jenis: str, kalimat: str) -> Callable[[Bahan], Naskah]:
    """A certificate of an exam, dated as the history says."""

    def buat(b: Bahan) -> Naskah:
        baris = b.o.fakta.get("ujian", []) + b.o.fakta.get("uji_kompetensi", [])
        hari = next((u["lulus"] for u in reversed(baris) if u.get("jenis", "uji").startswith(jenis)), b.hari)
        isi = [judul(perihal.upper(), f"Nomor {nomor(b.o, '892', hari.year)}"), diri(b.o), teks(f"{kalimat} pada tanggal {tulis(hari)}.")]  # fmt: skip
        return surat_kepala(b, hari + timedelta(days=12), isi, bkpsdm=True)

    return buat
