"""Codes of findings: each with its meaning and with those who can put it right. A code never changes once released."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

Pembenah = Literal["waktu", "pns", "pengelola_opd", "bkpsdm", "-"]


class Makna(NamedTuple):
    """What a code means and who can act: time alone, the person, his office, BKPSDM, or nobody."""

    arti: str
    pembenah: Pembenah


def _kode(baris: str) -> dict[str, Makna]:
    isi = {}
    for satu in baris.strip().splitlines():
        kode, pembenah, arti = (bagian.strip() for bagian in satu.split("|"))
        isi[kode] = Makna(arti, pembenah)  # type: ignore[arg-type]
    return isi


MAKNA = _kode("""
    bukan-periode | waktu | TMT yang diminta bukan tanggal periode kenaikan pangkat
    bukan-pns | - | Bukan PNS (NIP menunjukkan PPPK)
    masih-cpns | waktu | Masih calon PNS
    kedudukan-tidak-aktif | bkpsdm | Kedudukan hukum tidak membuka jenis ini
    meninggal | - | Sudah meninggal pada TMT yang diminta
    sudah-bup | - | TMT yang diminta jatuh pada atau sesudah TMT pensiun
    usulan-berjalan | pengelola_opd | Masih ada usulan lain yang berjalan
    pangkat-tertinggi | - | Tidak ada pangkat di atasnya
    pangkat-pernah-turun | bkpsdm | Riwayat pangkat memuat penurunan
    tmt-sebelum-cpns | bkpsdm | Ada TMT pangkat sebelum TMT CPNS
    masa-pangkat-kurang | waktu | Masa kerja dalam pangkat terakhir belum cukup
    masa-pangkat-ditelaah | bkpsdm | Masa kerja dalam pangkat singkat dan perlu ditelaah
    kinerja-kurang | waktu | Ada predikat kinerja di bawah syarat
    kinerja-belum-ada | pengelola_opd | Belum ada penilaian kinerja sama sekali
    kinerja-tahun-lalu-menyusul | pengelola_opd | Penilaian tahun lalu belum ada; dua tahun sebelumnya yang dipakai
    hukuman-berjalan | waktu | Sedang menjalani hukuman disiplin sedang atau berat
    hukuman-dicatat | - | Ada hukuman disiplin ringan yang berjalan
    cltn-berjalan | waktu | Sedang cuti di luar tanggungan negara
    masa-efektif | - | Masa kerja dalam pangkat dikurangi CLTN
    ujian-dinas-belum | pns | Belum lulus ujian dinas dan tidak dibebaskan
    batas-pendidikan | pns | Pangkat baru melampaui batas pendidikan yang diakui
    pendidikan-baru-diakui | - | Pendidikan baru diakui sesudah hari ini
    atasan-terlampaui | bkpsdm | Pangkat baru melampaui pangkat atasan langsung
    atasan-dicatat | bkpsdm | Pangkat baru di atas pangkat atasan langsung (catatan)
    bukan-pelaksana | - | Memegang jabatan struktural atau fungsional
    bukan-struktural | - | Tidak memegang jabatan struktural
    belum-definitif | bkpsdm | Jabatan struktural hanya Plt atau Plh
    pangkat-terlalu-rendah | - | Pangkat lebih dari satu tingkat di bawah pangkat terendah jabatan
    pangkat-puncak-jabatan | - | Pangkat sudah setinggi pangkat tertinggi jabatan
    masa-jabatan-kurang | waktu | Belum cukup lama dalam jabatan atau belum melewati pelantikan
    bukan-fungsional | - | Tidak memegang jabatan fungsional
    jf-tidak-aktif | waktu | Dibebaskan sementara dari jabatan fungsional
    di-luar-jenjang | bkpsdm | Pangkat tidak sesuai rentang jenjang
    jenjang-belum-naik | bkpsdm | Pangkat berikutnya berada pada jenjang yang belum diduduki
    puncak-jenjang | - | Pangkat tertinggi dalam kategori jabatan fungsional ini
    uji-kompetensi-belum | pns | Belum lulus uji kompetensi jenjang baru
    angka-kredit-kurang | pns | Angka kredit belum cukup
    angka-kredit-mulai-nol | - | Kelebihan angka kredit tidak terbawa ke jenjang baru
    pak-lama | pns | PAK terakhir lebih tua daripada satu tahun sebelum TMT
    bonus-pendidikan-beda | bkpsdm | Angka kredit pendidikan berbeda dari ketentuan
    ijazah-tidak-ada | pns | Tidak ada ijazah yang lebih tinggi daripada pangkat sekarang
    pangkat-sudah-setara | pns | Pangkat sudah setara ijazah; yang tepat pencantuman gelar
    pangkat-terendah-daerah | waktu | Pangkat di bawah batas yang ditetapkan daerah
    ujian-pi-belum | pns | Belum lulus ujian penyesuaian ijazah
    formasi-tidak-ada | bkpsdm | Formasi untuk ijazah itu tidak tersedia
    pemegang-jf | - | Pemegang jabatan fungsional memakai jalur angka kredit
    tubel-tidak-berjalan | - | Tidak sedang tugas belajar
    tanpa-jabatan-asal | - | Tidak memegang jabatan sebelum tugas belajar
    di-luar-rentang | - | Pangkat baru di luar rentang jabatan
    tubel-belum-selesai | waktu | Tugas belajar belum selesai
    tubel-belum-lulus | pns | Tugas belajar selesai tanpa tanda lulus
    tubel-tidak-ada | - | Tidak pernah tugas belajar
    dpk-tidak-berjalan | - | Tidak sedang dipekerjakan atau diperbantukan
    dpk-tanpa-jabatan | - | Tidak memegang jabatan pimpinan atau fungsional di instansi lain
    dpk-kp-habis | - | Sudah mencapai jumlah kenaikan pangkat selama DPK/DPB
    prestasi-tidak-ada | bkpsdm | Tidak ada penetapan prestasi luar biasa untuk pangkat ini
    penemuan-tidak-ada | bkpsdm | Tidak ada penetapan penemuan baru untuk pangkat ini
    pejabat-negara-tidak | - | Tidak sedang menjadi pejabat negara
    tidak-tewas | - | Tidak dinyatakan tewas
    belum-meninggal | waktu | Berlaku sejak tanggal meninggal
    bukan-akhir-dinas | waktu | Belum mencapai BUP, tidak meninggal, dan tidak cacat karena dinas
    masa-kerja-kurang | waktu | Masa kerja dan masa pangkat belum cukup untuk pengabdian
    hukuman-setahun | waktu | Ada hukuman sedang atau berat dalam setahun terakhir
    tmt-ditetapkan | - | Jenis ini tidak mengikuti periode; TMT-nya tertentu
    nip-lahir-beda | bkpsdm | Tanggal lahir berbeda dari NIP
    nip-cpns-beda | bkpsdm | TMT CPNS berbeda dari NIP
    nip-kelamin-beda | bkpsdm | Jenis kelamin berbeda dari NIP
    nip-janggal | bkpsdm | Bagian NIP tidak dapat dibaca
    cpns-muda | - | Usia saat CPNS di bawah usia terendah
    kp-mendatang | bkpsdm | Sudah ada pangkat yang TMT-nya sesudah TMT yang diminta
    mkg-tidak-runtut | bkpsdm | Masa kerja golongan pada SK tidak sesuai SK sebelumnya
    gaji-tidak-diketahui | - | Tabel gaji pokok untuk TMT itu tidak tersedia
    sk-mkg-beda | bkpsdm | Masa kerja golongan pada SK berbeda dari hitungan
    sk-gaji-beda | bkpsdm | Gaji pokok pada SK berbeda dari hitungan
    belum-diketahui-mkg | bkpsdm | Masa kerja golongan pada SK terakhir belum diketahui
    belum-diketahui-kedudukan | bkpsdm | Kedudukan hukum belum diketahui
    belum-diketahui-pns | bkpsdm | TMT PNS belum diketahui
    belum-diketahui-golongan | bkpsdm | Riwayat golongan belum diketahui
    belum-diketahui-tmt-golongan | bkpsdm | TMT golongan terakhir belum diketahui
    belum-diketahui-tmt-cpns | bkpsdm | TMT CPNS belum diketahui
    belum-diketahui-jabatan | pengelola_opd | Riwayat jabatan belum diketahui
    belum-diketahui-eselon | pengelola_opd | Eselon jabatan belum diketahui
    belum-diketahui-jenjang | pengelola_opd | Jenjang jabatan fungsional belum diketahui
    belum-diketahui-pelantikan | pengelola_opd | Tanggal pelantikan belum diketahui
    belum-diketahui-definitif | pengelola_opd | Belum diketahui apakah jabatan definitif
    belum-diketahui-kinerja | pengelola_opd | Penilaian kinerja belum diketahui
    belum-diketahui-angka-kredit | pns | Angka kredit belum diketahui
    belum-diketahui-uji-kompetensi | pns | Uji kompetensi belum diketahui
    belum-diketahui-ujian | pns | Ujian belum diketahui
    belum-diketahui-diklat | pns | Riwayat diklat belum diketahui
    belum-diketahui-pendidikan | pns | Pendidikan yang diakui belum diketahui
    belum-diketahui-hukuman | pengelola_opd | Riwayat hukuman disiplin belum diketahui
    belum-diketahui-cltn | pengelola_opd | Riwayat CLTN belum diketahui
    belum-diketahui-tugas-belajar | pengelola_opd | Riwayat tugas belajar belum diketahui
    belum-diketahui-tanggal-lahir | bkpsdm | Tanggal lahir belum diketahui
    belum-diketahui-atasan | pengelola_opd | Pangkat atasan langsung belum diketahui
    belum-diketahui-formasi | bkpsdm | Formasi penyesuaian ijazah belum diketahui
    belum-diketahui-usulan | bkpsdm | Belum diketahui apakah ada usulan lain
    belum-diketahui-dpk | pengelola_opd | Riwayat DPK/DPB belum diketahui
    belum-diketahui-pejabat-negara | pengelola_opd | Pengangkatan pejabat negara belum diketahui
    belum-diketahui-prestasi | bkpsdm | Penetapan prestasi belum diketahui
    belum-diketahui-penemuan | bkpsdm | Penetapan penemuan belum diketahui
    belum-diketahui-tewas | bkpsdm | Belum diketahui apakah dinyatakan tewas
    belum-diketahui-cacat | bkpsdm | Belum diketahui apakah cacat karena dinas
    masa-pangkat-cukup | - | Masa kerja dalam pangkat terpenuhi
    masa-jabatan-cukup | - | Masa dalam jabatan terpenuhi
    kinerja-baik | - | Penilaian kinerja terpenuhi
    pendidikan-cukup | - | Pangkat baru masih dalam batas pendidikan
    dalam-rentang | - | Pangkat sesuai dengan jabatan
    ujian-terpenuhi | - | Ujian lulus atau dibebaskan
    angka-kredit-cukup | - | Angka kredit terpenuhi
    dasar-khusus | - | Ada penetapan yang menjadi dasar jenis ini
""")
"""Indonesian, for the people of the office."""
BELUM_DIKETAHUI = "belum-diketahui-"
"""So begins a code that names a missing fact."""
TANPA_MKG = f"{BELUM_DIKETAHUI}mkg"

Kode = StrEnum("Kode", {k.upper().replace("-", "_"): k for k in MAKNA})  # type: ignore[misc]
