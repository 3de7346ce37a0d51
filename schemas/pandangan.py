"""Pandangan: what the counters answer about people, cases and documents. Every sentence in it is ready to be shown."""

from __future__ import annotations

from datetime import date

from schemas.berkas import KeadaanBerkas
from schemas.dasar import Id, Model, Versi, Waktu
from schemas.usulan import Jenis, Kelayakan, Keputusan, Pengiriman, Status, SuratPengantar


class RingkasPegawai(Model):
    """One line about a person. `nip` is shown to those who may see him; pages group its digits."""

    id: Id
    nama: str
    nip: str
    golongan: str = ""
    pangkat: str = ""
    jabatan: str = ""
    unit: str = ""
    opd: str = ""


class PandanganPegawai(RingkasPegawai):
    """The person's page. `celah` are sentences about facts that are missing."""

    jenis_kelamin: str = ""
    tempat_lahir: str = ""
    tanggal_lahir: date | None = None
    tmt_golongan: date | None = None
    tmt_cpns: date | None = None
    tmt_pns: date | None = None
    masa_kerja: tuple[int, int] | None = None
    jenis_jabatan: str = ""
    tmt_jabatan: date | None = None
    pendidikan: str = ""
    tahun_lulus: int | None = None
    telepon_ujung: str = ""
    """The last three digits only."""
    celah: list[str] = []
    usulan_terbuka: Id | None = None
    boleh_usulkan: bool = False
    versi: Versi


class RingkasBerkas(Model):
    """One version of one document."""

    id: Id
    slot: str
    label: str
    nomor_versi: int
    keadaan: KeadaanBerkas
    nama_asal: str
    ukuran: int
    halaman: int
    bertanda_tangan: bool
    sha256: str
    pratinjau: int
    dibuat_pada: Waktu
    diterima_pada: Waktu | None
    diunggah_oleh: str
    """Name, not id."""
    terverifikasi: bool
    periksa: str = ""
    """ "Diterima Siti Aminah, 3 November 2026"."""
    tolak_pesan: str = ""
    melebihi_bkn: bool = False
    versi: Versi


class SlotArsip(Model):
    """One place of the archive: its newest version and how many there were."""

    slot: str
    label: str
    terbaru: RingkasBerkas | None
    jumlah_versi: int = 0


class PandanganButir(Model):
    """One line of the checklist."""

    slot: str
    label: str
    wajib: bool
    sebab: str
    berkas: RingkasBerkas | None
    keadaan: str
    """belum-ada, diproses, ada, terverifikasi, dikembalikan, diterima."""
    keadaan_sebutan: str
    putusan: str | None
    alasan: str
    """The reason in words."""
    catatan: str
    halaman: int | None
    diminta: bool
    jawaban: str


class PandanganAksi(Model):
    """A button that is open to the asker now. `alamat` is the noun to POST to under /api/usulan/{id}/."""

    aksi: str
    alamat: str
    tombol: str
    peringatan: str
    utama: bool
    """The one green button of the page."""
    penghalang: list[str] = []
    """Why it would be refused now, all at once; empty: go ahead."""


class PandanganPeristiwa(Model):
    """One line of the history."""

    nomor: int
    aksi: str
    sebutan: str
    oleh: str
    peran: str
    pada: Waktu
    catatan: str
    ke: Status
    butir: list[str] = []
    """Items that were returned or decided, in words."""


class RingkasUsulan(Model):
    """One line about a case."""

    id: Id
    nomor: str
    jenis: Jenis
    jenis_sebutan: str
    periode: date
    status: Status
    status_sebutan: str
    di_meja: str
    berikutnya: str
    tahap: int
    sejak: Waktu
    umur_hari_kerja: int
    tenggat: date | None
    terlambat: bool
    pegawai: RingkasPegawai
    verifikator: str
    tanda_terima: str
    pengusul: str = ""
    perlu_saya: bool
    """Something is expected of the asker."""
    versi: Versi


class PandanganUsulan(RingkasUsulan):
    """The whole case, with what the asker may do about it."""

    golongan_lama: str = ""
    golongan_baru: str = ""
    butir: list[PandanganButir]
    sudah_ada: int
    """How many documents need not be uploaded again."""
    kelayakan: Kelayakan | None
    surat_pengantar: SuratPengantar | None
    pengiriman: Pengiriman | None
    pertek: Keputusan | None
    sk: Keputusan | None
    sk_berkas: RingkasBerkas | None = None
    pertek_berkas: RingkasBerkas | None = None
    putaran: int
    alasan: str
    catatan: str
    dasar: str
    aksi: list[PandanganAksi]
    riwayat: list[PandanganPeristiwa]
    tahapan: list[str]
    dari_usulan: Id | None


class TiketUnggah(Model):
    """Send the bytes to `url` by `cara` with exactly these headers; then confirm at /api/berkas/{id}/penerimaan."""

    cara: str
    url: str
    kepala: dict[str, str]
    sampai: int


class JawabTiket(Model):
    """`tiket` null: these very bytes are in the archive already; nothing to send."""

    id: Id
    tiket: TiketUnggah | None


class AlamatBerkas(Model):
    """A short-lived address."""

    url: str
    detik: int


class PandanganPratinjau(Model):
    """Page images: for each page the addresses by width (pixels)."""

    halaman: list[dict[str, str]]
    siap: bool


class Menunggu(Model):
    """What waits for me: a sentence, how many, and the page to open."""

    judul: str
    jumlah: int
    lanjut: bool = False
    """True: there are more than `jumlah`."""
    rincian: str = ""
    """Said instead of the number, where it is about one case."""
    ke: str


class Saya(Model):
    """Who I am, what I may do, my cases, what waits for me: one call, one screen."""

    id: Id
    nama: str
    peran: list[str]
    peran_sebutan: list[str]
    pegawai: PandanganPegawai | None
    usulan: list[RingkasUsulan]
    kelayakan: list[Kelayakan]
    menunggu: list[Menunggu]
    kabar_baru: int
    lingkup: str = ""
    kode_terpasang: bool
    demo: bool


class PandanganKabar(Model):
    """One message as its owner (or, in the log, an administrator) sees it."""

    id: Id
    kode: str
    judul: str
    isi: str
    usulan: Id | None
    dibuat_pada: Waktu
    keadaan: str
    keadaan_sebutan: str
    kanal: str
    kepada: str = ""
    coba: int = 0
    alasan: str = ""
    dibaca: bool = False


class BarisPencarian(RingkasPegawai):
    """A hit. `usulan_terbuka`: the person has a case already."""

    usulan_terbuka: Id | None = None
    usulan_sebutan: str = ""
    boleh_usulkan: bool = False


class HasilPencarian(Model):
    """`terdekat`: nothing fits; these are the nearest. `pesan` says so in words, and what to try."""

    isi: list[BarisPencarian]
    kursor: str | None
    terdekat: bool
    pesan: str


class HasilKolektif(Model):
    """One case of a collective act: done (or would be), or why not."""

    id: Id
    nomor: str
    nama: str
    berhasil: bool
    pesan: str
    kode: str = ""


class JawabKolektif(Model):
    """`uji`: nothing was changed, this is the preview. `cetak`: address of the printable list, when one was made."""

    uji: bool
    hasil: list[HasilKolektif]
    berhasil: int
    cetak: str = ""


class PandanganUnit(Model):
    """An office of the tree."""

    id: Id
    nama: str
    induk: Id | None
    jalur: list[Id]
    anak: int
    pegawai: int | None = None
    berlaku_mulai: date | None
    berlaku_sampai: date | None
    digabung_ke: Id | None
    versi: Versi


class PandanganPeriode(Model):
    """A period with its five dates, and whether it can be chosen now."""

    tmt: date
    usul_buka: date
    usul_tutup_opd: date
    verifikasi_tutup: date
    kirim_bkn_tutup: date
    bts_tutup: date
    dasar: str
    terbuka: bool
    sisa_hari: int | None
    """Days until the OPD's deadline; null when closed."""
    versi: Versi


class PandanganImpor(Model):
    """An import: where it stands, what was found. `ubah` holds the first changes as a preview; the lists are paged."""

    id: Id
    nama: str
    keadaan: str
    """diunggah, diperiksa, siap, diterapkan, selesai, ditolak."""
    keadaan_sebutan: str
    jumlah: int = 0
    diterima: int = 0
    baru: int = 0
    berubah: int = 0
    sama: int = 0
    ditolak: int = 0
    peringatan: int = 0
    celah: int = 0
    kemajuan: int = 0
    """Rows applied so far."""
    pesan: str = ""
    dibuat_pada: Waktu
    oleh: str = ""
    versi: Versi


class BarisImpor(Model):
    """A finding or a change of one row."""

    baris: int
    kode: str
    pesan: str
    nama: str = ""
    ubah: list[tuple[str, str, str]] = []
    """(field, before, after)."""


class Sehat(Model):
    """GET /api/sehat."""

    baik: bool
    bagian: dict[str, bool]


class PintuDemo(Model):
    """The demo's sign-in helper."""

    akun: list[dict[str, str]]


class JawabKelayakan(Model):
    """What the rules say of a person at a date, and the kind they suggest."""

    tmt: date
    isi: list[Kelayakan]
    saran: Jenis | None


class BarisSop(Model):
    """A row of the printed SOP."""

    nomor: int
    dari: list[str]
    langkah: str
    oleh: str
    ke: str
    kabar: list[str]


class PublikAudit(Model):
    """The last daily digest of all histories: proof that costs a forger everybody's memory of it."""

    tanggal: date | None
    usulan: int = 0
    peristiwa: int = 0
    intisari: str = ""
    utuh: bool = True
