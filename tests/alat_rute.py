"""Every counter: for whom its door opens, an example of what may be sent to it, and an office in which to knock at all of them."""

from __future__ import annotations

from dataclasses import dataclass

from alat_kantor import ORANG, Peramban
from app import app
from chalicelib.actions import Kantor, cari
from chalicelib.edge.rute import RUTE
from chalicelib.edge.wsgi import WsgiApp

SEMUA = " ".join(ORANG)
BKPSDM = "vera vino kabul opi"
KASUS = f"karno tini {BKPSDM} audi"
ARSIP = f"karno tini {BKPSDM} audi"
ORANGNYA = f"{KASUS} admi"
UMUM = "umum"

MATRIKS: dict[str, str] = {
    "POST /sesi": UMUM,
    "POST /sesi/kode": SEMUA,
    "DELETE /sesi": SEMUA,
    "POST /akun/kode": UMUM,
    "POST /akun/aktivasi": UMUM,
    "POST /akun/pemulihan": UMUM,
    "GET /saya": SEMUA,
    "GET /saya/sesi": SEMUA,
    "DELETE /saya/sesi": SEMUA,
    "DELETE /saya/sesi/{id}": "",
    "POST /saya/sandi": SEMUA,
    "POST /saya/telepon": SEMUA,
    "POST /saya/telepon/kode": SEMUA,
    "POST /saya/totp": SEMUA,
    "POST /saya/totp/kode": SEMUA,
    "POST /saya/totp/pemulihan": SEMUA,
    "DELETE /saya/totp": SEMUA,
    "GET /saya/kabar": SEMUA,
    "GET /saya/pilihan": SEMUA,
    "PUT /saya/pilihan": SEMUA,
    "POST /saya/nomor": SEMUA,
    "POST /saya/nomor/kode": SEMUA,
    "POST /saya/kabar/{id}/dibaca": "",
    "GET /usulan": SEMUA,
    "GET /usulan-hitungan": f"tini marni {BKPSDM} audi",
    "POST /usulan": ORANGNYA,
    "GET /usulan/{id}": KASUS,
    "PATCH /usulan/{id}": KASUS,
    "GET /usulan/{id}/peristiwa": KASUS,
    "PUT /usulan/{id}/berkas/{slot}": KASUS,
    "PUT /usulan/{id}/berkas/{slot}/jawaban": KASUS,
    "POST /usulan/{id}/pemeriksaan": "vera vino",
    "POST /usulan/{id}/usulan-baru": KASUS,
    "POST /usulan/{id}/tanda-terima": KASUS,
    "POST /usulan/{id}/surat-pengantar": KASUS,
    "POST /antrean/berikutnya": "",
    "POST /kolektif/{nomina}": f"tini marni {BKPSDM}",
    "GET /alasan": UMUM,
    "POST /pencarian": f"tini marni {BKPSDM} audi admi",
    "GET /pegawai/{id}": ORANGNYA,
    "PATCH /pegawai/{id}": "admi",
    "GET /pegawai/{id}/kelayakan": ORANGNYA,
    "GET /pegawai/{id}/berkas": ARSIP,
    "GET /pegawai/{id}/berkas/{slot}": ARSIP,
    "GET /pegawai/{id}/fakta": ARSIP,
    "POST /pegawai/{id}/fakta": "karno tini vera vino kabul",
    "GET /fakta": f"tini marni {BKPSDM} audi",
    "GET /fakta/{id}": ARSIP,
    "POST /fakta/{id}/putusan": "vera vino kabul",
    "POST /fakta/{id}/penarikan": "tini",
    "GET /ramalan": f"tini marni {BKPSDM} audi pim",
    "GET /ramalan-hitungan": f"tini marni {BKPSDM} audi pim",
    "GET /celah": f"tini marni {BKPSDM} audi pim",
    "GET /nip-meleset": f"tini marni {BKPSDM} audi admi",
    "POST /nip-meleset/{id}/pembetulan": "",
    "POST /nip-meleset/{id}/pengabaian": "",
    "POST /nip-meleset/{id}/pemulihan": "",
    "GET /laporan/usulan": "kabul pim audi",
    "GET /laporan/nominatif": f"tini {BKPSDM} audi pim",
    "GET /impor-riwayat": "vera vino kabul admi",
    "POST /impor-riwayat": "vera vino kabul admi",
    "GET /impor-riwayat/{id}": "",
    "POST /impor-riwayat/{id}/uji": "",
    "GET /impor-riwayat/{id}/{macam}": "",
    "POST /impor-riwayat/{id}/penerapan": "",
    "GET /impor-nomor": "admi",
    "POST /impor-nomor": "admi",
    "GET /impor-nomor/{id}": "",
    "POST /impor-nomor/{id}/uji": "",
    "GET /impor-nomor/{id}/{macam}": "",
    "POST /impor-nomor/{id}/penerapan": "",
    "POST /arsip/tebakan": f"tini marni {BKPSDM}",
    "GET /titipan": f"tini marni {BKPSDM}",
    "POST /titipan": f"tini marni {BKPSDM}",
    "POST /titipan/pembacaan": "",
    "POST /berkas": f"karno tini {BKPSDM}",
    "POST /berkas/{id}/penerimaan": f"karno tini {BKPSDM}",
    "GET /berkas/{id}": ARSIP,
    "PUT /berkas/{id}/surat": f"karno tini {BKPSDM}",
    "GET /berkas/{id}/isi": ARSIP,
    "GET /berkas/{id}/pratinjau": ARSIP,
    "GET /periode": SEMUA,
    "PUT /periode/{tmt}": "admi",
    "GET /unit": SEMUA,
    "POST /unit": "admi",
    "PATCH /unit/{id}": "admi",
    "POST /unit/{id}/penggabungan": "admi",
    "GET /akun": "admi",
    "GET /akun/{id}": "admi",
    "PATCH /akun/{id}": "admi",
    "DELETE /akun/{id}/totp": "admi",
    "POST /akun/{id}/slip": "vera vino admi",
    "GET /verifikator": "kabul admi",
    "GET /impor": "admi",
    "POST /impor": "admi",
    "POST /impor/{id}/uji": "",
    "GET /impor/{id}": "",
    "GET /impor/{id}/{macam}": "",
    "POST /impor/{id}/penerapan": "",
    "GET /paket": "kabul opi",
    "POST /paket": "kabul opi",
    "GET /paket/{id}": "",
    "GET /paket/{id}/{nomor}": "",
    "GET /nama-berkas": "kabul opi admi",
    "PUT /nama-berkas": "admi",
    "GET /kabar": "audi admi",
    "POST /kabar/{id}/kirim-ulang": "",
    "GET /kanal": "audi admi",
    "POST /kanal/uji": "admi",
    "GET /nomor-mati": "tini marni admi",
    "GET /nomor-mati/unduhan": "tini marni admi",
    "GET /jadwal": "audi admi",
    "PUT /jadwal": "admi",
    "GET /libur/{tahun}": "audi admi",
    "PUT /libur/{tahun}": "admi",
    "GET /audit": "audi admi",
    "GET /cadangan": "audi admi",
    "GET /berkas-rusak": "audi admi",
    "GET /retensi": "audi admi",
    "GET /retensi/dokumen": "audi admi",
    "POST /retensi/penahanan": "admi",
    "POST /retensi/penahanan-orang": "admi",
    "POST /retensi/pelepasan": "admi",
    "GET /webhook/whatsapp": "",
    "POST /webhook/whatsapp": "",
    "POST /publik/kelayakan": UMUM,
    "POST /publik/pesan": UMUM,
    "GET /publik/sop": UMUM,
    "GET /publik/periode": UMUM,
    "GET /publik/demo": "",
    "GET /publik/audit": UMUM,
    "GET /sehat": UMUM,
    "GET /openapi.json": UMUM,
}
"""For whom the door opens; "" where the thing asked for does not exist for anybody in this office."""
AKSI = {
    "pengajuan", "penarikan", "pengembalian", "pengusulan", "penerimaan", "pelepasan", "pengalihan", "perbaikan", "pernyataan-ms",
    "usul-tms", "pengesahan-tms", "persetujuan", "pengiriman", "bts-bkn", "tms-bkn", "pertek", "perbaikan-pertek", "sk",
    "penyerahan", "pembatalan", "pengalihan-periode",
}  # fmt: skip
_ISIAN_AKSI = {
    "pengusulan": {"nomor_surat": "800/1", "tanggal_surat": "2026-11-25"}, "pengalihan": {"kepada": "vino"},
    "usul-tms": {"alasan": "lain", "dasar": "PP 99/2000"}, "tms-bkn": {"alasan": "lain", "dasar": "PP 99/2000"},
    "pengiriman": {"nomor_surat": "823/1", "tanggal_surat": "2026-11-25", "siasn_id": "x"},
    "bts-bkn": {"alasan": "lain", "tenggat": "2026-12-25"}, "pertek": {"nomor": "PG-1", "tanggal": "2026-11-25", "berkas": "x"},
    "sk": {"nomor": "823/2", "tanggal": "2026-11-25", "berkas": "x", "tmt": "2027-03-01", "mk_tahun": 1, "mk_bulan": 1, "gaji_pokok": 1},
    "pembatalan": {"alasan": "lain"}, "pengalihan-periode": {"periode": "2027-04-01"},
}  # fmt: skip
MATRIKS |= {f"POST /usulan/{{id}}/{nomina}": KASUS for nomina in AKSI}
NAMA = {f"{r.cara} {r.jalur}": r for r in RUTE}
CONTOH = {"slot": "sk-kp", "nomina": "persetujuan", "tmt": "2027-03-01", "macam": "ubah", "nomor": "1", "tahun": "2027"}
KUERI = {"GET /laporan/nominatif": "?periode=2027-03-01&opd=dinas", "GET /audit": "?bulan=2026-11"}
VERSI = {"versi": 0}
ISIAN = {
    "PUT /berkas/{id}/surat": VERSI,
    "POST /nip-meleset/{id}/pembetulan": VERSI | {"nip": "197003111995031901", "dasar": "SK CPNS 813/1"},
    "POST /nip-meleset/{id}/pengabaian": VERSI | {"alasan": "baris ganda"},
    "POST /nip-meleset/{id}/pemulihan": VERSI,
    "PATCH /usulan/{id}": VERSI,
    "PUT /usulan/{id}/berkas/{slot}": VERSI | {"berkas": "tiada"},
    "PUT /usulan/{id}/berkas/{slot}/jawaban": VERSI | {"jawaban": "sudah benar"},
    "POST /usulan/{id}/pemeriksaan": VERSI | {"slot": "sk-kp", "putusan": "terima"},
    "POST /usulan/{id}/usulan-baru": VERSI | {"periode": "2027-03-01"},
    "POST /impor/{id}/penerapan": VERSI,
    "POST /impor-riwayat/{id}/penerapan": VERSI,
    "POST /impor-nomor/{id}/penerapan": VERSI,
    "POST /pegawai/{id}/fakta": {
        "jenis": "kinerja",
        "isi": {"tahun": 2025, "predikat": "Baik"},
        "sumber": "SKP 2025",
        "uji": True,
    },
    "POST /fakta/{id}/putusan": VERSI | {"sah": True},
    "POST /fakta/{id}/penarikan": VERSI,
    "POST /usulan": {"pegawai": "karno", "jenis": "REGULER", "periode": "2027-03-01"},
    "POST /berkas": {"pegawai": "karno", "slot": "sk-kp", "nama": "a.pdf", "ukuran": 9, "sha256": "b" * 64},
    "POST /paket": {"periode": "2027-04-01", "tujuan": "unggah ke SIASN"},
    "PUT /nama-berkas": VERSI | {"pola": {}},
    "PUT /jadwal": VERSI
    | {
        "berlaku_mulai": "2026-12-31",
        "baris": [
            {"kode": k, "pukul": 7, "hari": [7]}
            for k in ("perbaikan", "periode", "ringkasan", "eskalasi", "berhak", "harian")
        ],
    },
    "PUT /libur/{tahun}": VERSI | {"teks": "1 Januari 2027; Tahun Baru", "sumber": "SKB", "uji": True},
    "PUT /saya/pilihan": {"lewat": "utama", "ringkas": True},
    "POST /saya/nomor/kode": {"kode": "123456"},
    "POST /arsip/tebakan": {"berkas": [{"nama": "SKP 2025 karno.pdf"}]},
    "POST /titipan": {"nama": "a.pdf", "ukuran": 9, "sha256": "b" * 64},
    "POST /titipan/pembacaan": {"nama": "a.pdf", "ukuran": 9, "sha256": "c" * 64},
    "POST /pencarian": {"cari": "karno"},
    "POST /retensi/penahanan": {"pegawai": "karno", "alasan": "sengketa"},
    "POST /retensi/penahanan-orang": {"nip": "197003111995031901", "alasan": "sengketa"},
    "POST /retensi/pelepasan": {"pegawai": "karno", "alasan": "sengketa selesai"},
    "POST /publik/kelayakan": {"tmt_usul": "2027-03-01"},
    "POST /publik/pesan": {"tanda": "ABCDEFGH"},
}
ISIAN |= {f"POST /usulan/{{id}}/{n}": VERSI | _ISIAN_AKSI.get(n, {}) for n in AKSI}


@dataclass(frozen=True)
class Dunia:
    """The small office with one case and one document in it, and a signed-in browser for each of its people."""

    peramban: dict[str, Peramban]
    wsgi: WsgiApp
    usulan: str
    berkas: str
    fakta: str = ""


def buka(kantor: Kantor) -> Dunia:
    """Let everybody sign in; SUTINI proposes SOEKARJONO, who begins to send a document."""
    cari.perbarui(kantor)
    wsgi, peramban = WsgiApp(app), {}
    for id_ in ORANG:
        kantor.jam.maju(seconds=31)  # type: ignore[attr-defined]
        peramban[id_] = Peramban(wsgi).masuk(id_, kantor)
    usulan = peramban["tini"].kirim("POST", "/usulan", ISIAN["POST /usulan"])
    assert usulan.status == 201, usulan.isi
    berkas = peramban["karno"].kirim("POST", "/berkas", ISIAN["POST /berkas"])
    isian = ISIAN["POST /pegawai/{id}/fakta"] | {"uji": False}
    fakta = peramban["tini"].kirim("POST", "/pegawai/karno/fakta", isian)
    return Dunia(peramban, wsgi, usulan.isi["id"], berkas.isi["id"], fakta.isi["id"])


def alamat(nama: str, dunia: Dunia) -> str:
    """The address of a counter with things of this office in it."""
    jalur = NAMA[nama].jalur
    id_ = (
        dunia.usulan
        if "/usulan/" in jalur
        else dunia.berkas
        if jalur.startswith("/berkas")
        else dunia.fakta
        if jalur.startswith("/fakta")
        else "karno"
    )
    return jalur.format(**CONTOH, id="sd-1" if jalur.startswith("/unit") else id_) + KUERI.get(nama, "")
