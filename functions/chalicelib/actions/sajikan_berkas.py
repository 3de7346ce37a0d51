"""Sajikan berkas: documents and lines of a checklist in words. Reads, decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from chalicelib.actions import Kantor
from chalicelib.actions.buku import Buku
from chalicelib.records import berkas as rak
from chalicelib.rules import butir as aturan_butir
from chalicelib.rules.hari_kerja import hari_wib
from chalicelib.rules.retensi import memakai
from schemas.alasan import Untuk, sebutan_alasan
from schemas.berkas import Berkas, Periksaan, SuratBerkas, label_slot
from schemas.pandangan_berkas import RingkasBerkas
from schemas.pandangan_usulan import PandanganButir
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Butir, Usulan

KEADAAN_BUTIR = {
    "belum-ada": "Belum ada",
    "diproses": "Sedang diterima",
    "ada": "Ada",
    "terverifikasi": "Sudah pernah diperiksa",
    "rusak": "Rusak, perlu diunggah lagi",
    "dihapus": "Sudah dihapus menurut tabel retensi",
    "dikembalikan": "Perlu diperbaiki",
    "dijawab": "Dijawab",
    "diterima": "Diterima verifikator",
}
_PUTUSAN = {"terima": ("Diterima", "Sudah diperiksa", "selesai"), "kembalikan": ("Dikembalikan", "Dikembalikan", "dikembalikan")}  # fmt: skip


def berkas(kantor: Kantor, buku: Buku, b: Berkas, usulan: Sequence[Usulan] = ()) -> RingkasBerkas:
    """One version of one document; of the person's cases (`usulan`) those that use it are named."""
    putus = b.periksaan
    pengganti = rak.versi_utuh(kantor.store, b.pegawai, b.slot) if b.rusak_pada else None
    _, sebutan, warna = _PUTUSAN[putus.putusan] if putus else ("", "Diterima", "draf")
    periksa = _pemeriksa(buku, b)
    return RingkasBerkas(
        **b.model_dump(include=set(RingkasBerkas.model_fields) - {"diunggah_oleh", "label"}),
        label=label_slot(b.slot),
        diunggah_oleh=buku.nama(b.diunggah_oleh),
        periksa=periksa,
        buka=b.id if not b.rusak_pada else pengganti.id if pengganti else None,
        keutuhan=(utuh := keutuhan(b, pengganti)),
        keterangan=kalimat(_versi(b, buku), surat(b, usulan), periksa, _sebagai(putus), _dipakai(b, usulan), utuh),
        sebutan="Rusak" if b.rusak_pada else sebutan,
        warna="rusak" if b.rusak_pada else warna,
    )


def _versi(b: Berkas, buku: Buku) -> str:
    kapan = f", {tanggal_panjang(hari_wib(b.diterima_pada))}" if b.diterima_pada else ""
    return f"Versi {b.nomor_versi}{kapan}, {b.halaman} halaman, diunggah {buku.nama(b.diunggah_oleh)}"


def surat(b: Berkas, usulan: Sequence[Usulan] = ()) -> str:
    """What the paper says of itself: as it was written down, or as the act that brought it recorded it."""
    s, akta = b.surat, next((k for u in usulan for k in (u.pertek, u.sk) if k and k.berkas == b.id), None)
    if akta and s == SuratBerkas():
        s = SuratBerkas(nomor=akta.nomor, tanggal=akta.tanggal, tmt=akta.tmt)
    kata = (
        f"Nomor {s.nomor}" if s.nomor else "",
        f"tanggal {tanggal_panjang(s.tanggal)}" if s.tanggal else "",
        f"TMT {tanggal_panjang(s.tmt)}" if s.tmt else "",
        f"dari {s.penerbit}" if s.penerbit else "",
        f"tahun {s.tahun}" if s.tahun else "",
    )
    return ", ".join(filter(None, kata))


def _sebagai(putus: Periksaan | None) -> str:
    return f"Diperiksa sebagai “{putus.syarat}”" if putus and putus.syarat else ""


def _dipakai(b: Berkas, usulan: Sequence[Usulan]) -> str:
    nomor = [u.nomor for u in usulan if memakai(u, b)]
    return f"Dipakai dalam usulan {', '.join(nomor)}" if nomor else ""


def keutuhan(b: Berkas, pengganti: Berkas | None) -> str:
    """When its bytes were last found to be what they were; what is left when they are no more."""
    utuh = f"Terakhir ditemukan utuh pada {tanggal_panjang(hari_wib(b.diperiksa_pada))}." if b.diperiksa_pada else ""
    if not b.rusak_pada:
        return utuh
    sisa = f"Versi {pengganti.nomor_versi} masih utuh dan dapat dibuka." if pengganti else "Unggah lagi dari aslinya."
    return kalimat(f"Rusak di tempat penyimpanan, ditemukan {tanggal_panjang(hari_wib(b.rusak_pada))}", utuh, sisa)


def butir(
    kantor: Kantor, buku: Buku, b: Butir, ada: dict[str, Berkas], *, memeriksa: bool, terbuka: bool
) -> PandanganButir:
    """One line of the checklist; what a machine saw on it only for those who verify. `terbuka`: the asker may fill the list now."""
    isi = ada.get(b.berkas or "")
    keadaan = aturan_butir.keadaan(b, isi)
    satu = berkas(kantor, buku, isi) if isi else None
    perlu = ""
    if b.diminta or b.putusan == "kembalikan":
        perlu = kalimat(_perlu(b.alasan, b.catatan), f"Halaman {b.halaman}" if b.halaman else "")
    jawaban = f"Jawaban: {b.jawaban}" if b.jawaban else ""
    rusak = satu.keutuhan if satu and satu.rusak_pada else ""
    return PandanganButir(
        **b.model_dump(include={"slot", "wajib", "sebab", "putusan", "catatan", "halaman", "diminta", "jawaban"}),
        label=label_slot(b.slot),
        berkas=satu,
        keadaan=keadaan,
        dapat=terbuka and (keadaan != "diterima" or b.diminta),
        keadaan_sebutan=KEADAAN_BUTIR[keadaan],
        perlu=perlu,
        ket=kalimat(b.sebab, perlu, jawaban, rusak, "" if b.wajib else "Boleh dikosongkan"),
        tentang=kalimat(_tentang(isi, satu), jawaban) if isi and satu else kalimat("Belum ada berkas", jawaban),
        isyarat=isi.isyarat if isi and memeriksa else (),
    )


def diperiksa(buku: Buku, b: Berkas) -> str:
    """Who judged a version, how and why; "" when nobody has."""
    p = b.periksaan
    return kalimat(_pemeriksa(buku, b), _perlu(p.alasan, p.catatan)) if p else ""


def _pemeriksa(buku: Buku, b: Berkas) -> str:
    if (p := b.periksaan) is None:
        return ""
    return f"{_PUTUSAN[p.putusan][0]} {buku.nama(p.oleh)}, {tanggal_panjang(hari_wib(p.pada))}"


def _perlu(alasan: str, catatan: str) -> str:
    return ": ".join(filter(None, [sebutan_alasan(alasan, Untuk.BUTIR) if alasan else "", catatan]))


def _tentang(b: Berkas, satu: RingkasBerkas) -> str:
    return kalimat(
        f"{b.halaman} halaman",
        f"Diunggah {satu.diunggah_oleh}, versi {b.nomor_versi}",
        "Bertanda tangan elektronik" if b.bertanda_tangan else "",
        surat(b),
        satu.keutuhan if b.rusak_pada else satu.periksa,
    )


def kalimat(*bagian: str) -> str:
    """Parts that are there as sentences, each with one full stop."""
    return " ".join(f"{b.rstrip(' .')}." for b in bagian if b.strip())
