"""Decrees: CPNS, PNS, kenaikan pangkat, post, level, study, secondment; BKN's Pertek."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from infra.demo import bahan as b_
from infra.demo import pangkat
from infra.demo.bahan import Bahan, diri, judul, keputusan, nomor, pasangan, tabel, teks
from infra.demo.kata import rupiah, terbilang
from infra.demo.kertas import Naskah, Tanda
from infra.demo.orang import Fakta
from infra.demo.roster import sidik
from infra.demo.waktu import tulis


def sk_cpns(b: Bahan) -> Naskah:
    """Appointment as CPNS."""
    awal, tmt = b.o.fakta["golongan"][0], b.o.tmt_cpns
    isi = [teks("KESATU: mengangkat yang tersebut di bawah ini menjadi Calon Pegawai Negeri Sipil:"), diri(b.o, gol=awal),
           teks(f"terhitung mulai tanggal {tulis(tmt)} dengan golongan ruang {awal['gol']}, masa kerja golongan {awal['mkg_tahun']} tahun {awal['mkg_bulan']} bulan, dan diberikan gaji 80 persen dari gaji pokok.")]  # fmt: skip
    return keputusan(
        b, "Pengangkatan Calon Pegawai Negeri Sipil", nomor(b.o, "813.3", tmt.year), tmt - timedelta(days=9), isi
    )


def sk_pns(b: Bahan) -> Naskah:
    """Appointment as PNS a year later."""
    tmt = b.o.tmt_cpns.replace(year=b.o.tmt_cpns.year + 1)
    isi = [teks("KESATU: mengangkat Calon Pegawai Negeri Sipil yang tersebut di bawah ini menjadi Pegawai Negeri Sipil:"), diri(b.o, gol=b.o.fakta["golongan"][0]),
           teks(f"terhitung mulai tanggal {tulis(tmt)}, setelah lulus pelatihan dasar dan dinyatakan sehat jasmani dan rohani.")]  # fmt: skip
    return keputusan(
        b, "Pengangkatan Pegawai Negeri Sipil", nomor(b.o, "821.13", tmt.year), tmt - timedelta(days=7), isi
    )


def sk_kp(b: Bahan) -> Naskah:
    """The decree of the present rank."""
    baris = b.o.fakta["golongan"]
    lama = baris[-2] if len(baris) > 1 else baris[-1]
    return _kenaikan(b, lama, baris[-1], baris[-1]["tmt"] - timedelta(days=12))


def sk_kp_baru(b: Bahan) -> Naskah:
    """The decree that this case ends with."""
    tahun, bulan = b.mkg_baru
    tmt = b.tmt or b.hari
    baru: Fakta = {"gol": b.baru, "tmt": tmt, "mkg_tahun": tahun, "mkg_bulan": bulan}
    return _kenaikan(b, b.o.golongan, baru, b.hari)


def _kenaikan(b: Bahan, lama: Fakta, baru: Fakta, tanggal: date) -> Naskah:
    gaji = pangkat.gaji(baru["gol"], baru["mkg_tahun"])
    isi = [
        teks("KESATU: Pegawai Negeri Sipil yang tersebut di bawah ini:"),
        pasangan(
            ("1. Nama", b.o.nama_lengkap), ("2. Tanggal lahir", tulis(b.o.lahir)), ("3. NIP", b.o.nip), ("4. Pendidikan", b.o.jurusan),
            ("5. Pangkat lama", f"{pangkat.nama(lama['gol'])}, {lama['gol']}, TMT {tulis(lama['tmt'])}"), ("6. Jabatan", str(b.o.jabatan["nama"])),
            ("7. Unit kerja", b.o.unit),
        ),
        teks(
            f"terhitung mulai tanggal {tulis(baru['tmt'])} dinaikkan pangkatnya menjadi {pangkat.nama(baru['gol'])}, golongan ruang {baru['gol']}, dengan masa kerja golongan {baru['mkg_tahun']} tahun {baru['mkg_bulan']} bulan, dan diberikan gaji pokok {rupiah(gaji)} ({terbilang(gaji)} rupiah), ditambah penghasilan lain sesuai ketentuan.",
        ),
    ]  # fmt: skip
    return keputusan(b, "Kenaikan Pangkat Pegawai Negeri Sipil", nomor(b.o, "823", tanggal.year), tanggal, isi)


def pertek(b: Bahan) -> Naskah:
    """BKN's technical consideration."""
    tahun, bulan = b.mkg_baru
    g, tmt = b.o.golongan, b.tmt or b.hari
    isi = [
        judul("PERTIMBANGAN TEKNIS KENAIKAN PANGKAT", f"NOMOR {nomor_pertek(b)}"),
        teks("Berdasarkan usul Pemerintah Kabupaten Ngawi, dengan ini disetujui kenaikan pangkat Pegawai Negeri Sipil:"),
        tabel(("Uraian", "Lama", "Baru"), ("Nama / NIP", b.o.nama_lengkap, b.o.nip), ("Golongan ruang", g["gol"], b.baru), ("TMT", tulis(g["tmt"]), tulis(tmt)),
              ("Masa kerja golongan", f"{g['mkg_tahun']} tahun {g['mkg_bulan']} bulan", f"{tahun} tahun {bulan} bulan"),
              ("Gaji pokok", rupiah(pangkat.gaji(g["gol"], g["mkg_tahun"])), rupiah(pangkat.gaji(b.baru, tahun))),
              ("Jabatan", str(b.o.jabatan["nama"]), str(b.o.jabatan["nama"])), ("Unit kerja", b.o.unit, b.o.unit)),
    ]  # fmt: skip
    tanda = Tanda(
        f"Sidoarjo, {tulis(b.hari)}", "a.n. Kepala BKN, Kepala Kantor Regional II", b_.KEPALA_BKN, elektronik=True
    )
    return Naskah(b_.KOP_BKN, isi, tanda)


def nomor_pertek(b: Bahan) -> str:
    """BKN's number of this case: digits that follow from the person."""
    return f"PG-13521{sidik(b.o.nip + str(b.tmt), 6, angka=True)}"


def sk_jabatan(b: Bahan) -> Naskah:
    """The decree of the present post."""
    j = b.o.jabatan
    tmt = j["tmt"] or b.o.tmt_golongan
    apa = {"struktural": "jabatan struktural", "fungsional": "jabatan fungsional", "pelaksana": "jabatan pelaksana"}[
        j["jenis"]
    ]
    eselon = f", eselon {j['eselon']}" if j["eselon"] else ""
    isi = [teks(f"KESATU: mengangkat dalam {apa}:"), diri(b.o), teks(f"sebagai {j['nama']}{eselon}, terhitung mulai tanggal {tulis(tmt)}.")]  # fmt: skip
    return keputusan(
        b, f"Pengangkatan dalam {apa.title()}", nomor(b.o, "821.2", tmt.year), tmt - timedelta(days=5), isi
    )


def sk_jenjang(b: Bahan) -> Naskah:
    """Up one level in a functional post."""
    j = b.o.jabatan
    isi = [teks("KESATU: menaikkan jenjang jabatan fungsional:"), diri(b.o), teks(f"menjadi {j['nama']} terhitung mulai tanggal {tulis(j['tmt'])} berdasarkan sertifikat uji kompetensi dan kebutuhan jabatan yang tersedia.")]  # fmt: skip
    return keputusan(
        b, "Kenaikan Jenjang Jabatan Fungsional", nomor(b.o, "821.29", j["tmt"].year), j["tmt"] - timedelta(days=4), isi
    )


def _sederhana(tentang: str, klasifikasi: str, kalimat: str, *, tahun_lalu: int = 1) -> Callable[[Bahan], Naskah]:
    def buat(b: Bahan) -> Naskah:
        tanggal = date(b.hari.year - tahun_lalu, 8, 20)
        isi = [teks("KESATU: menetapkan Pegawai Negeri Sipil:"), diri(b.o), teks(kalimat)]
        return keputusan(b, tentang, nomor(b.o, klasifikasi, tanggal.year), tanggal, isi)

    return buat


sk_tugas_belajar = _sederhana("Tugas Belajar", "826.1", "untuk melaksanakan tugas belajar pada program studi yang terakreditasi, dengan kewajiban kembali bekerja setelah selesai.", tahun_lalu=3)  # fmt: skip
sk_aktif_kembali = _sederhana("Pengaktifan Kembali Setelah Tugas Belajar", "826.2", "kembali melaksanakan tugas pada unit kerja semula setelah dinyatakan lulus tugas belajar.")  # fmt: skip
sk_dpk = _sederhana("Penugasan pada Instansi Lain", "824.3", "dipekerjakan pada instansi lain dengan tetap berstatus Pegawai Negeri Sipil Pemerintah Kabupaten Ngawi.", tahun_lalu=5)  # fmt: skip
sk_prestasi = _sederhana("Penetapan Prestasi Kerja Luar Biasa Baiknya", "861", "memiliki prestasi kerja luar biasa baiknya: merancang layanan yang memangkas waktu pelayanan warga dari tujuh hari menjadi satu jam.", tahun_lalu=0)  # fmt: skip
sk_penemuan = _sederhana("Penetapan Penemuan Baru yang Bermanfaat bagi Negara", "861.2", "sebagai penemu varietas padi tahan kering hasil uji lapang tiga musim.", tahun_lalu=0)  # fmt: skip
sk_pejabat_negara = _sederhana("Pembebasan dari Jabatan Organik karena Diangkat sebagai Pejabat Negara", "882", "diangkat sebagai pejabat negara dan dibebaskan dari jabatan organiknya selama menjabat.", tahun_lalu=2)  # fmt: skip
