"""Kabar: every message SIKAP sends: its words, who gets it, and whether it may be switched off (domain 5.6).

A message holds name, kind, period, status and deadline. It never holds a NIP, document content or a reason of discipline.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from string import Formatter
from typing import NamedTuple

from schemas.dasar import Id, Model, Teks, TeksPanjang, Versi, Waktu


class Penerima(StrEnum):
    """Who is told, seen from the usulan."""

    PNS = "pns"
    PENGELOLA = "pengelola"
    PEMEGANG = "pemegang"
    """The verifikator who holds it."""
    VERIFIKATOR = "verifikator"
    """Every verifikator: the case waits for the next of them."""
    KABID = "kabid"
    OPERATOR = "operator"
    DIRI = "diri"
    """The account itself: codes, security notices."""


class JenisKabar(NamedTuple):
    """One kind of message. `wajib`: owed by law, cannot be switched off."""

    judul: str
    teks: str
    penerima: tuple[Penerima, ...]
    wajib: bool = False
    rahasia: bool = False
    """Carries a sign-in code: shown to nobody but its owner, forgotten once delivered; passes quiet hours and limits."""
    jawaban: bool = False
    """Answers what the person has just written: free text, at any hour."""
    tetap: bool = False
    """Is for the number that it was written to, whatever the person's number is by now."""


P = Penerima
# fmt: off
KABAR: dict[str, JenisKabar] = {
    "N1": JenisKabar("Usul menunggu pemeriksaan Anda", "Usul kenaikan pangkat a.n. {nama} periode {periode} diajukan dan menunggu pemeriksaan pengelola kepegawaian.", (P.PENGELOLA,)),
    "N2": JenisKabar("Sudah diusulkan ke BKPSDM", "Usul kenaikan pangkat {sapaan} {nama} periode {periode} telah diusulkan {opd} ke BKPSDM. Berikutnya: menunggu diperiksa verifikator.", (P.PNS,)),
    "N2b": JenisKabar("Usul ditarik kembali", "Usul kenaikan pangkat a.n. {nama} periode {periode} ditarik kembali oleh {opd} untuk diperbaiki.", (P.PNS,)),
    "N2c": JenisKabar("Usul baru dalam antrean", "Usul kenaikan pangkat a.n. {nama} periode {periode} telah diusulkan {opd} dan menunggu diperiksa.", (P.VERIFIKATOR,)),
    "N3": JenisKabar("Berkas perlu dilengkapi", "Usul kenaikan pangkat {sapaan} {nama} perlu dilengkapi: {daftar}. Setelah dilengkapi, ajukan lagi.", (P.PNS,), wajib=True),
    "N4": JenisKabar("Diterima BKPSDM", "Usul kenaikan pangkat a.n. {nama} diterima BKPSDM dengan nomor tanda terima {tanda_terima} dan sedang diperiksa.", (P.PENGELOLA, P.PNS)),
    "N4b": JenisKabar("Usul dialihkan kepada Anda", "Usul kenaikan pangkat a.n. {nama} periode {periode} dialihkan kepada Saudara untuk diperiksa.", (P.PEMEGANG,)),
    "N5": JenisKabar("Berkas perlu diperbaiki (BTS)", "Berkas usul kenaikan pangkat a.n. {nama} periode {periode} belum sesuai: {daftar}. Mohon diperbaiki paling lambat {tenggat}.", (P.PNS, P.PENGELOLA), wajib=True),
    "N5b": JenisKabar("BKN meminta perbaikan berkas", "BKN meminta perbaikan berkas usul kenaikan pangkat a.n. {nama} periode {periode}: {daftar}. PNS dan pengelola sudah diberi tahu, batasnya {tenggat}.", (P.PEMEGANG,)),
    "N6": JenisKabar("Perbaikan berkas masuk", "Perbaikan berkas usul a.n. {nama} periode {periode} telah masuk.", (P.PEMEGANG,)),
    "N7": JenisKabar("Belum dapat diproses", "Usul kenaikan pangkat a.n. {nama} periode {periode} belum dapat diproses. Penjelasan lengkap dapat dibaca di SIKAP atau ditanyakan ke pengelola kepegawaian.", (P.PNS, P.PENGELOLA), wajib=True),
    "N8": JenisKabar("Usul menunggu keputusan Saudara", "Usul kenaikan pangkat a.n. {nama} periode {periode} menunggu keputusan Saudara.", (P.KABID,)),
    "N8b": JenisKabar("Usul dikembalikan", "Usul a.n. {nama} periode {periode} dikembalikan oleh Kepala Bidang dengan catatan. Catatan dapat dibaca di SIKAP.", (P.PEMEGANG,)),
    "N8c": JenisKabar("Perbaikan Pertek diminta", "Pertek usul a.n. {nama} periode {periode} perlu diperbaiki. Catatan dapat dibaca di SIKAP.", (P.PEMEGANG, P.OPERATOR)),
    "N9": JenisKabar("Usul disetujui", "Usul kenaikan pangkat a.n. {nama} periode {periode} telah disetujui Kepala Bidang dan siap dikirim ke BKN.", (P.OPERATOR, P.PENGELOLA)),
    "N10": JenisKabar("Dikirim ke BKN", "Usul kenaikan pangkat a.n. {nama} periode {periode} telah dikirim ke BKN pada {tanggal_kirim}.", (P.PNS, P.PENGELOLA)),
    "N11": JenisKabar("Pertimbangan teknis BKN terbit", "Pertimbangan teknis BKN untuk usul a.n. {nama} terbit dengan nomor {nomor_pertek} tanggal {tanggal_pertek}. Berikutnya: penerbitan SK.", (P.PNS, P.PENGELOLA)),
    "N13": JenisKabar("SK kenaikan pangkat terbit", "SK kenaikan pangkat a.n. {nama} ke golongan {golongan_baru} terhitung mulai {tmt_sk} telah terbit dan dapat diunduh di SIKAP.", (P.PNS, P.PENGELOLA), wajib=True),
    "N14": JenisKabar("SK telah diserahkan", "SK kenaikan pangkat a.n. {nama} telah diterima. Usulan selesai.", (P.PNS, P.PENGELOLA)),
    "N15": JenisKabar("Usul dibatalkan", "Usul kenaikan pangkat a.n. {nama} periode {periode} dibatalkan. Keterangan dapat dibaca di SIKAP.", (P.PNS, P.PENGELOLA, P.PEMEGANG)),
    "N16": JenisKabar("Dialihkan ke periode lain", "Usul kenaikan pangkat a.n. {nama} dialihkan ke periode {periode}.", (P.PNS, P.PENGELOLA)),
    "N17": JenisKabar("Diperkirakan memenuhi syarat", "Menurut data SIKAP, {sapaan} {nama} diperkirakan memenuhi syarat kenaikan pangkat {jenis} periode {periode}. Yang perlu dilengkapi: {daftar}. Usulkan lewat pengelola kepegawaian atau di SIKAP paling lambat {tenggat}. Keputusan tetap pada petugas.", (P.DIRI,)),
    "INGAT1": JenisKabar("Batas perbaikan sudah dekat", "Batas perbaikan usul kenaikan pangkat a.n. {nama} periode {periode} tinggal {sisa} hari, yaitu {tenggat}. Yang ditunggu: {daftar}.", (P.PNS, P.PENGELOLA)),
    "INGAT2": JenisKabar("Batas tahap sudah dekat", "Batas {tahap} kenaikan pangkat periode {periode} tinggal {sisa} hari, yaitu {tenggat}. Masih {jumlah} usul di meja Saudara.", (P.DIRI,)),
    "RINGKAS1": JenisKabar("Ringkasan hari ini", "Ringkasan {tanggal}: {pegang} usul Saudara periksa, {lewat} di antaranya melewati batas pelayanan. Dalam antrean: {antre} usul.", (P.DIRI,)),
    "RINGKAS2": JenisKabar("Ringkasan hari ini", "Ringkasan {tanggal}: {menunggu} usul menunggu keputusan Saudara. Melewati batas pelayanan di semua meja: {lewat} usul, terlama {terlama} hari kerja.", (P.DIRI,)),
    "RINGKAS3": JenisKabar("Yang terlambat di OPD Anda", "Ringkasan {tanggal}: {lewat} usul PNS menunggu pemeriksaan Saudara melebihi batas pelayanan, dan {telat} usul melewati batas perbaikannya. Mohon dibantu agar tidak tertinggal periodenya.", (P.DIRI,)),
    "FAKTA1": JenisKabar("Usulan fakta disahkan", "Usulan perbaikan data kepegawaian a.n. {nama} telah disahkan BKPSDM.", (P.DIRI,)),
    "FAKTA2": JenisKabar("Usulan fakta belum diterima", "Usulan perbaikan data kepegawaian a.n. {nama} belum dapat diterima BKPSDM. Alasannya dapat dibaca di SIKAP.", (P.DIRI,)),
    "KODE": JenisKabar("Kode SIKAP", "Kode SIKAP Anda: {angka}. Berlaku {menit} menit. Jangan berikan kepada siapa pun, termasuk petugas.", (P.DIRI,), wajib=True, rahasia=True),
    "AMAN1": JenisKabar("Kata sandi diganti", "Kata sandi akun SIKAP Anda baru saja diganti. Bila bukan Anda, hubungi BKPSDM di {bantuan}.", (P.DIRI,), wajib=True),
    "AMAN2": JenisKabar("Nomor telepon diganti", "Nomor telepon akun SIKAP Anda diganti. Bila bukan Anda, hubungi BKPSDM di {bantuan}.", (P.DIRI,), wajib=True, tetap=True),
    "GABUNG": JenisKabar("Beberapa kabar", "Ada {jumlah} kabar untuk Anda. {rangkuman} Selengkapnya ada di SIKAP.", (P.DIRI,)),
    "JAWAB": JenisKabar("Jawaban SIKAP", "{isi}", (P.DIRI,), wajib=True, jawaban=True),
    "UJI": JenisKabar("Pesan uji", "Pesan uji dari SIKAP. Bila Anda membacanya, kanal ini bekerja.", (P.DIRI,), wajib=True),
    "RUSAK": JenisKabar("Dokumen perlu diunggah ulang", "Salinan {dokumen} di arsip SIKAP Anda rusak. Mohon unggah lagi dokumen itu. Pertanyaan: BKPSDM, {bantuan}.", (P.DIRI,), wajib=True),
}
# fmt: on
ISI_BERAKHIR = "(isi pesan sudah dihapus menurut tabel retensi)"
"""Stands for the text of a message whose keeping time is over."""
MENIT_KODE = 10
"""How long a sign-in code holds; its template at the provider says so (`code_expiration_minutes`)."""
GABUNGAN = "GABUNG"
"""The message that carries several notices to one person."""
PENUTUP = "Layanan ini gratis. BKPSDM Kab. Ngawi."
"""Ends every message that leaves the house: a broker's notice does not say so."""
RUJUK_PENYEDIA = "kabar:"
"""Before our own id in what a provider hands back to us."""
ABJAD_TANDA = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no letter that is read as a digit."""
PANJANG_TANDA = 8


class KeadaanKabar(StrEnum):
    """How far a message has come (design 5). It only moves forward."""

    ANTRE = "antre"
    MENGIRIM = "mengirim"
    DITERIMA_PENYEDIA = "diterima_penyedia"
    TERKIRIM = "terkirim"
    SAMPAI = "sampai"
    DIBACA = "dibaca"
    GAGAL = "gagal"
    TAK_TERKONFIRMASI = "tak_terkonfirmasi"


class SebabGagal(StrEnum):
    """Why a message did not go, as far as it decides what to do now."""

    ULANGI = "ulangi"
    """A fault that passes: again later."""
    PASANGAN = "pasangan"
    """Too many to this person: again, for him, in a while."""
    NOMOR_MATI = "nomor_mati"
    """The number cannot be reached, for good."""
    TETAP = "tetap"
    """This message will never go this way."""
    TEMPLAT = "templat"
    """Its template is not approved (any more): stop this kind of message and call the administrator."""
    HENTI = "henti"
    """The account is at fault: stop the channel and call the administrator."""


class Terhitung(Model):
    """As what a message stands in the counters: a later word moves it from there, so that it always counts once."""

    hari: date
    opd: str
    keadaan: str
    kanal: str
    tarif: str = ""


class Kabar(Model):
    """One message owed to one person; written together with the act that owes it."""

    id: Id
    kode: str
    kepada: Id
    judul: Teks
    isi: TeksPanjang
    usulan: Id | None = None
    dibuat_pada: Waktu
    kanal: str = ""
    tujuan: str = ""
    """Where it went (number or mail), set when it is handed over."""
    keadaan: KeadaanKabar = KeadaanKabar.ANTRE
    jatuh_tempo: Waktu
    """Not before this moment; moved ahead by a lease or a back-off."""
    coba: int = 0
    rujukan: str = ""
    alasan: str = ""
    tanda: str = ""
    """The short code at its end, by which anybody can ask whether SIKAP sent it."""
    nilai: tuple[str, ...] = ()
    """What fills the places of its template, in order."""
    rute: str = ""
    """The channel it must take; "" the usual one."""
    ragu: bool = False
    """Handed over without an answer, or taken and not yet said to have arrived: it waits for the provider's word and is never
    sent blindly again."""
    bagian: tuple[Id, ...] = ()
    """The notices that this one carries together."""
    dalam: str = ""
    """The message that carries this notice, once it was merged with others."""
    dibaca_pada: Waktu | None = None
    tarif: str = ""
    """The class the provider says that it bills, once it said so."""
    terhitung: Terhitung | None = None
    versi: Versi = 0


def tulis_kabar(kode: str, tanda: str = "", **isi: object) -> tuple[str, str]:
    """(judul, text) of a message, its code at the end. Raises KeyError when a value it needs was not given."""
    jenis = KABAR[kode]
    akhir = f" Kode pesan: {tanda}" if tanda else ""
    return jenis.judul, f"{jenis.teks.format(**isi)} {PENUTUP}{akhir}"


def nilai_kabar(kode: str, tanda: str = "", **isi: object) -> tuple[str, ...]:
    """What fills the template's places, in order: the names of `templat`, then the code."""
    return (*(str(isi[n]) for n in _tempat(kode)), *([tanda] if tanda else []))


def boleh_gabung(k: Kabar) -> bool:
    """May it wait a little and be told together with others? What one is owed by law, codes and answers never do."""
    jenis = KABAR[k.kode]
    alami = not (jenis.wajib or jenis.rahasia or jenis.jawaban) and k.kode != GABUNGAN
    return alami and k.keadaan is KeadaanKabar.ANTRE and not (k.rute or k.tujuan or k.dalam)


def inti(k: Kabar) -> str:
    """What a message says, without what ends every message."""
    return k.isi.partition(f" {PENUTUP}")[0]


def nilai_bernama(k: Kabar) -> dict[str, str]:
    """What fills the places of its template, by name."""
    return dict(zip(_tempat(k.kode), k.nilai, strict=False))


def kategori(kode: str) -> str:
    """How the provider files and bills it: authentication (codes), service (free answers), utility (all notices)."""
    jenis = KABAR[kode]
    return "authentication" if jenis.rahasia else "service" if jenis.jawaban else "utility"


def templat(kode: str) -> tuple[str, str]:
    """(name, body) of the template to register with the provider: places are {{1}}, {{2}}, …, the code last.

    A sign-in code goes by an authentication template, whose words are the provider's own: no sentence of ours fits in.
    """
    if KABAR[kode].rahasia:
        return (
            f"sikap_{kode.lower()}",
            "{{1}} adalah kode verifikasi Anda. Demi keamanan Anda, jangan bagikan kode ini.",
        )
    teks = KABAR[kode].teks
    for nomor, nama in enumerate(_tempat(kode), start=1):
        teks = teks.replace(f"{{{nama}}}", f"{{{{{nomor}}}}}")
    return f"sikap_{kode.lower()}", f"{teks} {PENUTUP} Kode pesan: {{{{{len(_tempat(kode)) + 1}}}}}"


def _tempat(kode: str) -> list[str]:
    return list(dict.fromkeys(nama for _, nama, _, _ in Formatter().parse(KABAR[kode].teks) if nama))


MENURUT_TEMPLAT = {templat(kode)[0]: kode for kode in KABAR}
"""Name of a template -> code of the message."""
