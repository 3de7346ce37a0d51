"""Pandangan: what the counters answer about cases. Every sentence in it is ready to be shown."""

from __future__ import annotations

from datetime import date

from schemas.berkas import Isyarat
from schemas.dasar import Id, Model, Versi, Waktu
from schemas.pandangan_berkas import RingkasBerkas
from schemas.pandangan_pegawai import RingkasPegawai
from schemas.pandangan_syarat import PandanganSyarat
from schemas.usulan import Jenis, Keputusan, Pengiriman, Status, SuratPengantar


class VersiTerdahulu(Model):
    """The version that this one replaced: which, what was said of it, and what is opened to look at it."""

    buka: Id
    kata: str


class PandanganButir(Model):
    """One line of the checklist."""

    slot: str
    label: str
    wajib: bool
    sebab: str
    berkas: RingkasBerkas | None
    keadaan: str
    """As `rules/butir.keadaan` says it; in words `keadaan_sebutan`."""
    keadaan_sebutan: str
    dapat: bool = False
    """May the asker put another document here now?"""
    putusan: str | None
    catatan: str
    halaman: int | None
    diminta: bool
    jawaban: str
    perlu: str = ""
    """What is to be put right, in a sentence; "" when nothing is asked."""
    ket: str = ""
    """All that is to be said of it in the list: why it is asked, what is to be put right, the answer, the state of its bytes."""
    tentang: str = ""
    """What stands above its pages on the desk: how many, whose, which version, what the paper says of itself, who judged it, the answer."""
    isyarat: tuple[Isyarat, ...] = ()
    """What a machine saw on it; this and what follows only for those who verify."""
    tercatat: str = ""
    """The facts on record that it proves."""
    aturan: str = ""
    """What the rules found about those facts, with their articles."""
    terdahulu: VersiTerdahulu | None = None


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
    isian: list[str] = []
    """What it asks for here, by the names of its form; a reason by its list ("alasan_tms")."""
    wajib_catatan: bool = False
    """Whether its note must say something."""


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
    tenggat: date | None
    terlambat: bool
    pegawai: RingkasPegawai
    judul: str = ""
    """What it is called in a list: the person; to himself what it is for."""
    verifikator: str
    tanda_terima: str
    versi: Versi


class PandanganUsulan(RingkasUsulan):
    """The whole case, with what the asker may do about it."""

    golongan_lama: str = ""
    golongan_baru: str = ""
    butir: list[PandanganButir]
    sudah_ada: int
    """How many documents need not be uploaded again."""
    kelayakan: PandanganSyarat | None
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


class JawabKelayakan(Model):
    """What the rules say of a person at a date, and the kind they suggest."""

    tmt: date
    isi: list[PandanganSyarat]
    saran: Jenis | None


class BarisSop(Model):
    """A row of the printed SOP."""

    nomor: int
    dari: list[str]
    langkah: str
    oleh: str
    ke: str
    kabar: list[str]
