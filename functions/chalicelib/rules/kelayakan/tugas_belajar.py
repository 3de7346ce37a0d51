"""KP while on tugas belajar (204) and after it (205) (domain 2.2)."""

from __future__ import annotations

from datetime import date

from chalicelib.rules.kelayakan import atasan, gerbang, kinerja, masa, pendidikan, ujian_dinas
from chalicelib.rules.kelayakan.bup import jenjang_baku
from chalicelib.rules.kelayakan.catat import Catat, halang, penuhi, telaah
from chalicelib.rules.kelayakan.fakta import Perkara
from chalicelib.rules.kelayakan.penyesuaian_ijazah import ijazah
from chalicelib.rules.waktu import SEHARI
from schemas.golongan import Golongan
from schemas.kelayakan import JabatanOrang, TugasBelajarOrang
from schemas.tanggal import tanggal_panjang
from schemas.usulan import Jenis


def jabatan_asal(p: Perkara) -> JabatanOrang | None:
    """The structural or functional post held when the running tugas belajar began; None when there was none."""
    dulu = _sebelum(p)
    return dulu if dulu and dulu.jenis in ("struktural", "fungsional") else None


def _sebelum(p: Perkara) -> JabatanOrang | None:
    """The last post that began before the running tugas belajar."""
    tubel = p.fakta.tubel_pada(p.tmt)
    dulu = [j for j in p.fakta.jabatan if tubel and j.definitif is not False and (j.tmt is None or j.tmt < tubel.mulai)]
    return dulu[-1] if dulu else None


def subjek_sedang(p: Perkara) -> bool:
    """On tugas belajar, and held a post before; or his standing says so and the study itself is not on record."""
    return jabatan_asal(p) is not None or (p.orang.tugas_belajar is None and p.fakta.kedudukan == "03")


def sasaran_sedang(p: Perkara) -> Golongan | None:
    """One rank up."""
    return p.setingkat


def periksa_sedang(p: Perkara) -> list[Catat]:
    """204: all conditions at once."""
    syarat = p.berlaku.syarat[Jenis.SEDANG_TUBEL, ""]
    asal = jabatan_asal(p)
    jf = asal is not None and asal.jenis == "fungsional"
    umum = [*gerbang.periksa(p), *masa.periksa(p, syarat), *kinerja.periksa(p, syarat), *atasan.periksa(p, p.setingkat)]
    return [*umum, *_sedang(p, asal, syarat.dasar), *ujian_dinas.periksa(p, jf=jf)]


def _sedang(p: Perkara, asal: JabatanOrang | None, dasar: str) -> list[Catat]:
    if p.orang.tugas_belajar is None:
        return [telaah("tugas-belajar", "Riwayat tugas belajar belum diketahui.", dasar)]
    if p.fakta.tubel_pada(p.tmt) is None:
        nanti = min((t.mulai for t in p.orang.tugas_belajar if t.mulai > p.tmt), default=None)
        return [halang("tubel-tidak-berjalan", "Tidak sedang tugas belajar pada TMT ini.", dasar, nanti)]
    if p.orang.jabatan is None or ((dulu := _sebelum(p)) is not None and dulu.jenis is None):
        return [telaah("jabatan", "Jabatan sebelum tugas belajar belum diketahui.", dasar)]
    if asal is None:
        return [
            halang(
                "tanpa-jabatan-asal",
                "Sebelum tugas belajar tidak memegang jabatan; jalurnya kenaikan pangkat reguler.",
                dasar,
            )
        ]
    return _dalam_rentang(p, asal, dasar)


def _dalam_rentang(p: Perkara, asal: JabatanOrang, dasar: str) -> list[Catat]:
    rentang, baru = rentang_jabatan(p, asal), p.setingkat
    if rentang is None or baru is None:
        fakta = "eselon" if asal.jenis == "struktural" else "jenjang"
        return [telaah(fakta, f"{fakta.capitalize()} jabatan asal belum diketahui.", dasar)] if baru else []
    tulisan = f"{rentang[0].tulisan} sampai {rentang[1].tulisan}"
    if rentang[0] <= baru <= rentang[1]:
        return [penuhi("dalam-rentang", f"Pangkat baru di dalam rentang jabatan asal ({tulisan}).", dasar)]
    return [halang("di-luar-rentang", f"Pangkat {baru.tulisan} di luar rentang jabatan asal ({tulisan}).", dasar)]


def rentang_jabatan(p: Perkara, j: JabatanOrang) -> tuple[Golongan, Golongan] | None:
    """Lowest and highest rank of a post; None when its eselon or level is not known."""
    nama = jenjang_baku(p, j.jenjang, j.kategori)
    if j.jenis == "struktural":
        e = p.berlaku.eselon.get(j.eselon or "")
        return (e.terendah, e.tertinggi) if e else None
    f = p.berlaku.jenjang.get(nama or "")
    return (f.terendah, f.tertinggi) if f else None


def selesai(p: Perkara) -> TugasBelajarOrang | None:
    """The latest tugas belajar that ended before the TMT."""
    ada = [t for t in p.orang.tugas_belajar or [] if t.selesai and t.selesai < p.tmt]
    return max(ada, key=lambda t: (t.selesai or t.mulai, t.mulai), default=None)


def subjek_selesai(p: Perkara) -> bool:
    """Graduated, with a diploma whose rank is above his own."""
    t = selesai(p)
    return t is not None and _lulus(t, p.tmt) and sasaran_selesai(p) is not None


def sasaran_selesai(p: Perkara) -> Golongan | None:
    """The rank of the diploma got through the tugas belajar, also while that is not at its end."""
    s = ijazah_tubel(p)
    return s.gol if s else None


def ijazah_tubel(p: Perkara) -> pendidikan.Sasaran | None:
    """The diploma that opens the highest rank, of those got since the tugas belajar began."""
    t = selesai(p) or max(p.orang.tugas_belajar or [], key=lambda t: t.mulai, default=None)
    return next(iter(pendidikan.sasaran(p, t.mulai.year)), None) if t else None


def periksa_selesai(p: Perkara) -> list[Catat]:
    """205: all conditions at once; no examination."""
    syarat = p.berlaku.syarat[Jenis.SELESAI_TUBEL, ""]
    umum = [
        *gerbang.periksa(p),
        *masa.periksa(p, syarat),
        *kinerja.periksa(p, syarat),
        *atasan.periksa(p, sasaran_selesai(p)),
    ]
    return [*umum, *_sesudah(p, syarat.dasar)]


def _sesudah(p: Perkara, dasar: str) -> list[Catat]:
    t = selesai(p)
    if p.orang.tugas_belajar is None:
        return [telaah("tugas-belajar", "Riwayat tugas belajar belum diketahui.", dasar)]
    if t is None:
        nanti = min((x.selesai + SEHARI for x in p.orang.tugas_belajar if x.selesai), default=None)
        kode = "tubel-belum-selesai" if p.orang.tugas_belajar else "tubel-tidak-ada"
        return [halang(kode, "Tidak ada tugas belajar yang sudah selesai pada TMT ini.", dasar, nanti)]
    if not _lulus(t, p.tmt):
        nanti = t.lulus if isinstance(t.lulus, date) else None
        kapan = f" Lulus pada {tanggal_panjang(nanti)}." if nanti else ""
        return [
            halang(
                "tubel-belum-lulus",
                f"Tugas belajar selesai tetapi belum tercatat lulus.{kapan or ' Serahkan ijazah atau surat tanda lulusnya.'}",
                dasar,
                nanti,
            )
        ]
    return ijazah(p, ijazah_tubel(p), dasar)


def _lulus(t: TugasBelajarOrang, d: date) -> bool:
    return t.lulus <= d if isinstance(t.lulus, date) else t.lulus is True
