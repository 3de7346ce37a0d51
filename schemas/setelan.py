"""Settings: one table. Each is an environment variable SIKAP_<NAME>; meaning and default stand here and nowhere else.

`wiring.py` reads the environment into this model; an unknown SIKAP_… or a wrong value stops the start with a sentence.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from schemas.dasar import Isian

POLA_TARIF = r"^(20[0-9]{2}-(0[1-9]|1[0-2])-[0-3][0-9] (utility|authentication|marketing|aws) [0-9]{1,6}(\.[0-9]{1,2})?(; ?|$))*$"


POLA_KANAL = "^(catatan|whatsapp|whatsapp-aws|surel|waha)$"
PERLU = {
    "catatan": (),
    "whatsapp": ("wa_nomor", "wa_token", "wa_rahasia_aplikasi", "wa_token_verifikasi"),
    "whatsapp-aws": ("wa_nomor",),
    "surel": ("surel_server", "surel_pengirim"),
    "waha": ("waha_alamat", "waha_kunci"),
}
"""Channel -> the settings that it can't do without."""


class Setelan(Isian):
    """Every setting of SIKAP, its meaning and its default. A secret says so (`rahasia`): infra takes it in no settings file."""

    demo: Annotated[
        bool, Field(description="Kabupaten contoh: akun demo dan kode yang ditampilkan. Jangan di layanan sungguhan.")
    ] = False
    store: Annotated[str, Field(description="sqlite:BERKAS | postgresql://… | dynamodb:TABEL")] = (
        "sqlite:.sikap/sikap.db"
    )
    store_alamat: Annotated[str, Field(description="Alamat DynamoDB bila bukan AWS (uji coba)")] = ""
    s3_alamat: Annotated[str, Field(description="Alamat S3, misalnya http://127.0.0.1:8333; kosong: AWS")] = ""
    s3_alamat_publik: Annotated[
        str, Field(description="Alamat S3 yang dilihat peramban; kosong: sama dengan s3_alamat")
    ] = ""
    s3_ember: Annotated[str, Field(description="Nama ember (bucket) berkas")] = "sikap"
    s3_kunci: Annotated[
        str, Field(description="Access key S3; kosong: dari lingkungan AWS", json_schema_extra={"rahasia": True})
    ] = ""
    s3_rahasia: Annotated[str, Field(description="Secret key S3", json_schema_extra={"rahasia": True})] = ""
    s3_wilayah: Annotated[str, Field(description="Wilayah S3")] = "ap-southeast-3"
    alamat_situs: Annotated[
        str, Field(description="Alamat situs seperti diketik orang; menentukan cookie dan tautan")
    ] = "http://localhost:8000"
    rahasia: Annotated[
        str,
        Field(
            description="Rahasia penanda tangan kursor dan kode (32+ karakter); infra/run membuatnya sendiri",
            json_schema_extra={"rahasia": True},
        ),
    ] = ""
    rahasia_ssm: Annotated[str, Field(description="AWS: nama parameter SSM yang menyimpan rahasia itu")] = ""
    metrik_emf: Annotated[
        bool, Field(description="AWS: tulis ukuran ke log dalam bentuk yang dihitung CloudWatch (EMF)")
    ] = False
    antrean_url: Annotated[str, Field(description="AWS: alamat SQS yang membangunkan pekerja")] = ""
    proksi_tepercaya: Annotated[
        int, Field(description="Jumlah proksi di depan yang X-Forwarded-For-nya dipercaya", ge=0, le=5)
    ] = 0
    batas_terima: Annotated[
        int, Field(description="Ukuran berkas terbesar yang diterima, byte", ge=10_000, le=50_000_000)
    ] = 5_000_000
    batas_bkn: Annotated[int, Field(description="Ukuran berkas terbesar untuk BKN, byte", ge=10_000, le=50_000_000)] = (
        1_000_000
    )
    batas_paket: Annotated[
        int,
        Field(
            description="Ukuran satu ZIP paket untuk BKN, byte; paket yang lebih besar dibagi",
            ge=1_000_000,
            le=5_000_000_000,
        ),
    ] = 100_000_000
    cap_tujuan: Annotated[
        bool,
        Field(
            description="Bubuhkan cap tujuan pada dokumen identitas (kartu keluarga, akta): unduhan petugas dan gambar halamannya"
        ),
    ] = False
    retensi: Annotated[
        bool,
        Field(
            description="Hapus menurut tabel retensi sesudah diumumkan. Nyalakan sesudah jadwal retensi arsip (JRA) kantor dicocokkan"
        ),
    ] = False
    retensi_tenggang_hari: Annotated[
        int, Field(description="Hari antara pengumuman dan penghapusan dokumen", ge=7, le=365)
    ] = 30
    batas_halaman: Annotated[int, Field(description="Halaman terbanyak dalam satu berkas", ge=1, le=500)] = 50
    tiket_terbuka: Annotated[
        int, Field(description="Unggahan yang boleh dimulai seseorang sebelum ada yang selesai", ge=1, le=1000)
    ] = 100
    sesi_jam: Annotated[int, Field(description="Umur sesi, jam", ge=1, le=168)] = 12
    sesi_diam_menit: Annotated[int, Field(description="Sesi berakhir setelah diam sekian menit", ge=5, le=1440)] = 120
    cek_per_menit: Annotated[
        int, Field(description="Pertanyaan ke pemeriksa syarat umum semenit dari satu alamat", ge=1, le=100_000)
    ] = 120
    bantuan_telepon: Annotated[str, Field(description="Nomor bantuan di kaki setiap halaman")] = "(0351) 749034"
    cadangan_tujuan: Annotated[str, Field(description="Tempat cadangan: folder, atau s3://ember/awalan")] = ""
    cadangan_penerima: Annotated[
        str,
        Field(description="Kunci umum age1… untuk cadangan; beberapa dipisah koma. Kunci rahasianya jangan di sini"),
    ] = ""
    cadangan_s3_alamat: Annotated[str, Field(description="Alamat S3 tempat cadangan; kosong: AWS")] = ""
    cadangan_s3_kunci: Annotated[
        str, Field(description="Access key S3 tempat cadangan", json_schema_extra={"rahasia": True})
    ] = ""
    cadangan_s3_rahasia: Annotated[
        str, Field(description="Secret key S3 tempat cadangan", json_schema_extra={"rahasia": True})
    ] = ""
    kanal: Annotated[
        str,
        Field(
            description="Kanal kabar: catatan, whatsapp, whatsapp-aws, surel, atau waha (tidak resmi)",
            pattern=POLA_KANAL,
        ),
    ] = "catatan"
    kanal_kedua: Annotated[
        str, Field(description="Kanal bila yang pertama gagal: surel, atau kosong", pattern="^(surel)?$")
    ] = ""
    wa_alamat: Annotated[str, Field(description="Alamat WhatsApp Cloud API")] = "https://graph.facebook.com"
    wa_versi: Annotated[str, Field(description="Versi Graph API")] = "v25.0"
    wa_nomor: Annotated[str, Field(description="Phone number ID (Meta) atau origination phone number ID (AWS)")] = ""
    wa_token: Annotated[str, Field(description="Token System User Meta", json_schema_extra={"rahasia": True})] = ""
    wa_rahasia_aplikasi: Annotated[
        str, Field(description="App secret Meta: pemeriksa tanda tangan webhook", json_schema_extra={"rahasia": True})
    ] = ""
    wa_token_verifikasi: Annotated[
        str, Field(description="Kata sandi jabat tangan webhook, karangan sendiri", json_schema_extra={"rahasia": True})
    ] = ""
    wa_wilayah: Annotated[str, Field(description="Wilayah AWS End User Messaging")] = "ap-southeast-3"
    wa_antrean_url: Annotated[
        str, Field(description="Server sendiri dengan kanal whatsapp-aws: alamat SQS berisi kabar WhatsApp dari SNS")
    ] = ""
    wa_per_detik: Annotated[float, Field(description="Pesan WhatsApp per detik", gt=0, le=1000)] = 20.0
    wa_orang_per_hari: Annotated[
        int, Field(description="Orang yang boleh dihubungi sehari (nomor baru: 250); 0: tanpa batas", ge=0)
    ] = 250
    tarif_pesan: Annotated[
        str,
        Field(description="Harga sepesan, rupiah, di atas tabel: 2027-01-01 utility 400; …", pattern=POLA_TARIF),
    ] = ""
    waha_alamat: Annotated[str, Field(description="Alamat gerbang WAHA (tidak resmi)")] = ""
    waha_kunci: Annotated[str, Field(description="Kunci API gerbang WAHA", json_schema_extra={"rahasia": True})] = ""
    waha_sesi: Annotated[str, Field(description="Sesi WAHA yang masuk sebagai nomor kantor")] = "default"
    waha_risiko_diterima: Annotated[
        bool, Field(description="Menerima bahwa nomor kantor dapat diblokir WhatsApp karena gerbang tidak resmi")
    ] = False
    gabung_menit: Annotated[
        int,
        Field(description="Kabar biasa kepada satu orang dalam sekian menit dijadikan satu; 0: tidak", ge=0, le=240),
    ] = 10
    jadwal_hari: Annotated[
        str,
        Field(
            description="Pengingat sekian hari sebelum batas, selama jadwal belum pernah disimpan di halaman Jadwal",
            pattern=r"^[0-9]{1,2}([ ,]+[0-9]{1,2})*$",
        ),
    ] = "14,7,3,1"
    jadwal_pukul: Annotated[
        int,
        Field(
            description="Pengingat dan ringkasan mulai pukul (WIB), selama jadwal belum pernah disimpan di halaman Jadwal",
            ge=6,
            le=20,
        ),
    ] = 7
    libur_tambahan: Annotated[
        tuple[date, ...],
        BeforeValidator(lambda v: v.replace(",", " ").split() if isinstance(v, str) else v),
        Field(
            description="Hari libur di luar tabel, selama libur tahunnya belum disimpan di halaman Jadwal; contoh 2027-03-10,2027-03-11"
        ),
    ] = ()
    surel_server: Annotated[str, Field(description="Server SMTP, host:pintu")] = ""
    surel_pengirim: Annotated[str, Field(description="Alamat pengirim surel")] = ""
    surel_pengguna: Annotated[str, Field(description="Pengguna SMTP; kosong: tanpa masuk")] = ""
    surel_sandi: Annotated[str, Field(description="Kata sandi SMTP", json_schema_extra={"rahasia": True})] = ""


AWALAN = "SIKAP_"
