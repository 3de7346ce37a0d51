"""Settings: one table. Each is an environment variable SIKAP_<NAME>; meaning and default stand here and nowhere else.

`wiring.py` reads the environment into this model; an unknown SIKAP_… or a wrong value stops the start with a sentence.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schemas.dasar import Isian


class Setelan(Isian):
    """Every setting of SIKAP, its meaning and its default."""

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
    s3_kunci: Annotated[str, Field(description="Access key S3; kosong: dari lingkungan AWS")] = ""
    s3_rahasia: Annotated[str, Field(description="Secret key S3")] = ""
    s3_wilayah: Annotated[str, Field(description="Wilayah S3")] = "ap-southeast-3"
    alamat_situs: Annotated[
        str, Field(description="Alamat situs seperti diketik orang; menentukan cookie dan tautan")
    ] = "http://localhost:8000"
    rahasia: Annotated[
        str, Field(description="Rahasia penanda tangan kursor dan kode (32+ karakter); infra/run membuatnya sendiri")
    ] = ""
    proksi_tepercaya: Annotated[
        int, Field(description="Jumlah proksi di depan yang X-Forwarded-For-nya dipercaya", ge=0, le=5)
    ] = 0
    batas_terima: Annotated[
        int, Field(description="Ukuran berkas terbesar yang diterima, byte", ge=10_000, le=50_000_000)
    ] = 5_000_000
    batas_bkn: Annotated[int, Field(description="Ukuran berkas terbesar untuk BKN, byte", ge=10_000, le=50_000_000)] = (
        1_000_000
    )
    batas_halaman: Annotated[int, Field(description="Halaman terbanyak dalam satu berkas", ge=1, le=500)] = 50
    sesi_jam: Annotated[int, Field(description="Umur sesi, jam", ge=1, le=168)] = 12
    sesi_diam_menit: Annotated[int, Field(description="Sesi berakhir setelah diam sekian menit", ge=5, le=1440)] = 120
    bantuan_telepon: Annotated[str, Field(description="Nomor bantuan di kaki setiap halaman")] = "(0351) 749034"
    cadangan_tujuan: Annotated[str, Field(description="Tempat cadangan: folder, atau s3://ember/awalan")] = ""
    cadangan_penerima: Annotated[
        str,
        Field(description="Kunci umum age1… untuk cadangan; beberapa dipisah koma. Kunci rahasianya jangan di sini"),
    ] = ""
    cadangan_s3_alamat: Annotated[str, Field(description="Alamat S3 tempat cadangan; kosong: AWS")] = ""
    cadangan_s3_kunci: Annotated[str, Field(description="Access key S3 tempat cadangan")] = ""
    cadangan_s3_rahasia: Annotated[str, Field(description="Secret key S3 tempat cadangan")] = ""
    kanal: Annotated[str, Field(description="Kanal kabar yang dipakai: catatan")] = "catatan"


AWALAN = "SIKAP_"
