"""The questions of the public requirement checker, one row each: words, answers, and which fact each answer gives.

`isi` maps the path of a fact of schemas/cek.IsianCek to its value; "{x}" in it is what was typed (of this question first,
then the answer to question x). An answer without `isi` gives no fact: the rules then say themselves what they miss. The
first questions are asked of everybody; the others when the rules answer with one of the codes in `bila`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, get_args

from schemas.aturan_baris import Predikat
from schemas.fakta import SEBUTAN_TINGKAT
from schemas.golongan import Golongan

Isi = Mapping[str, Any]
TIDAK_TAHU = ("tidak-tahu", "Saya tidak tahu")


class Jawab(NamedTuple):
    """One answer to choose; `lanjut` are the questions that follow from it."""

    nilai: str
    teks: str
    isi: Isi = {}
    lanjut: tuple[str, ...] = ()


class Bidang(NamedTuple):
    """One thing to type; `wajib` False: it may stay empty."""

    nama: str
    label: str
    jenis: Literal["tanggal", "desimal"] = "tanggal"
    wajib: bool = True


class Tanya(NamedTuple):
    """One question. Exactly one of `pilihan` (few: to mark), `daftar` (many: to pick), `bidang` (to type) is given."""

    nama: str
    judul: str
    pendek: str
    """In the list of answers."""
    petunjuk: str = ""
    pilihan: tuple[Jawab, ...] = ()
    daftar: tuple[tuple[str, str], ...] = ()
    bidang: tuple[Bidang, ...] = ()
    isi: Isi = {}
    """Of `daftar` and `bidang`."""
    lanjut: tuple[str, ...] = ()
    bila: tuple[str, ...] = ()
    """Codes without "belum-diketahui-"; "KIND:code" for one kind only."""
    giliran: int = 0
    """0 the first; 1 what the post asks; 2 what is asked of everybody who is not barred already; 9 only as `lanjut`."""

    @property
    def opsi(self) -> list[tuple[str, str]]:
        """The answers to mark, as pages show them."""
        return [(j.nilai, j.teks) for j in self.pilihan]

    @property
    def fakta(self) -> dict[str, Isi]:
        """Facts by answer; "*" is any."""
        return {j.nilai: j.isi for j in self.pilihan if j.isi} or {"*": self.isi}

    @property
    def cabang(self) -> dict[str, tuple[str, ...]]:
        """Questions that follow, by answer; "*" is any."""
        ada = {j.nilai: j.lanjut for j in self.pilihan if j.lanjut}
        return {"*": self.lanjut} if self.lanjut else ada


TINGKAT = tuple(SEBUTAN_TINGKAT.items())
GOLONGAN = tuple((g.tulisan, f"{g.tulisan}, {g.pangkat}") for g in Golongan)
JENJANG = tuple((j, j) for j in ("Pemula", "Terampil", "Mahir", "Penyelia", "Ahli Pertama", "Ahli Muda", "Ahli Madya", "Ahli Utama"))  # fmt: skip
ESELON = tuple((e, e) for e in ("II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a", "V.b"))
_DEFINITIF = {"jabatan.0.definitif": True}
_JF = {"jabatan.0.jenis": "fungsional", **_DEFINITIF}
_SATU = (Bidang("tanggal", "Tanggal"),)


def _kinerja(lalu: int) -> Tanya:
    tahun = f"{{tahun-{lalu}}}"
    ada = [Jawab(p, p, {"kinerja.+": {"tahun": tahun, "predikat": p}}) for p in get_args(Predikat)]
    return Tanya(
        f"kinerja-{lalu}",
        f"Apa predikat kinerja Anda tahun {tahun}?",
        f"Predikat kinerja {tahun}",
        "Tertulis pada hasil evaluasi kinerja (SKP) tahunan.",
        pilihan=(*ada, Jawab("belum", "Belum ada penilaian tahun itu")),
    )


# fmt: off
TANYA: tuple[Tanya, ...] = (
    Tanya("jabatan", "Apa jabatan Anda sekarang?", "Jabatan", "Jabatan definitif yang Anda pegang, bukan Plt atau Plh.", pilihan=(
        Jawab("pelaksana", "Pelaksana (staf, pengadministrasi, pengelola data)", {"jabatan.0.jenis": "pelaksana", **_DEFINITIF}),
        Jawab("guru", "Guru", {**_JF, "jabatan.0.nama": "Guru", "jabatan.0.kategori": "keahlian"}),
        Jawab("fungsional", "Jabatan fungsional lain (perawat, bidan, penyuluh, auditor)", _JF),
        Jawab("struktural", "Jabatan struktural (kepala seksi, lurah, camat, kepala bidang)", {"jabatan.0.jenis": "struktural"}),
    )),
    Tanya("golongan", "Apa golongan Anda sekarang?", "Golongan", "Tertulis pada SK pangkat terakhir.", daftar=GOLONGAN,
          isi={"golongan.0.gol": "{nilai}"}, lanjut=("naik",)),
    Tanya("naik", "Apakah Anda pernah naik pangkat sejak menjadi CPNS?", "Pernah naik pangkat", pilihan=(
        Jawab("ya", "Ya, pernah", {"golongan.0.jenis": "KP"}, ("tmt",)),
        Jawab("belum", "Belum, masih golongan pertama", {"golongan.0.jenis": "CPNS", "golongan.1.gol": "{golongan}", "golongan.1.jenis": "PNS"}, ("tmt-cpns", "tmt-pns")),
        Jawab("cpns", "Saya masih CPNS", {"golongan.0.jenis": "CPNS"}, ("tmt-cpns",)),
    ), giliran=9),
    Tanya("tmt", "Sejak tanggal berapa golongan itu berlaku?", "TMT golongan", "TMT (terhitung mulai tanggal) pada SK kenaikan pangkat terakhir.",
          bidang=_SATU, isi={"golongan.0.tmt": "{tanggal}"}, giliran=9),
    Tanya("tmt-cpns", "Sejak tanggal berapa Anda CPNS?", "TMT CPNS", "TMT pada SK CPNS.", bidang=_SATU, isi={"golongan.0.tmt": "{tanggal}"}, giliran=9),
    Tanya("tmt-pns", "Sejak tanggal berapa Anda PNS?", "TMT PNS", "TMT pada SK PNS.", bidang=_SATU, isi={"golongan.1.tmt": "{tanggal}"}, giliran=9),
    Tanya("pendidikan", "Pendidikan apa yang tercantum pada SK pangkat terakhir Anda?", "Pendidikan yang diakui", daftar=TINGKAT,
          isi={"pendidikan.0.tingkat": "{nilai}", "pendidikan.0.diakui_sejak": "2000-01-01"}, lanjut=("ijazah-lain",)),
    Tanya("ijazah-lain", "Apakah Anda punya ijazah lebih tinggi yang belum diakui?", "Ijazah lebih tinggi", "Ijazah yang belum tercantum pada SK pangkat.", pilihan=(
        Jawab("tidak", "Tidak"), Jawab("ya", "Ya", {}, ("ijazah-baru",)),
    ), giliran=9),
    Tanya("ijazah-baru", "Ijazah apa yang belum diakui itu?", "Ijazah yang belum diakui", daftar=TINGKAT, isi={"pendidikan.1.tingkat": "{nilai}"}, giliran=9),
    _kinerja(1),
    _kinerja(2),
    Tanya("eselon", "Eselon berapa jabatan Anda?", "Eselon", "Tertulis pada SK jabatan.", daftar=ESELON, isi={"jabatan.0.eselon": "{nilai}"},
          bila=("eselon",), giliran=1),
    Tanya("definitif", "Apakah Anda memegang jabatan itu secara definitif?", "Jabatan definitif", pilihan=(
        Jawab("ya", "Ya, definitif", _DEFINITIF), Jawab("tidak", "Tidak, sebagai Plt atau Plh", {"jabatan.0.definitif": False}),
    ), bila=("definitif",), giliran=1),
    Tanya("pelantikan", "Kapan Anda dilantik dalam jabatan itu?", "Tanggal pelantikan", bidang=_SATU,
          isi={"jabatan.0.pelantikan": "{tanggal}", "jabatan.0.tmt": "{tanggal}"}, bila=("pelantikan",), giliran=1),
    Tanya("jenjang", "Apa jenjang jabatan fungsional Anda?", "Jenjang", "Tertulis pada SK jabatan fungsional.", daftar=JENJANG,
          isi={"jabatan.0.jenjang": "{nilai}"}, bila=("jenjang",), giliran=1),
    Tanya("tmt-jabatan", "Sejak tanggal berapa Anda memegang jabatan fungsional itu?", "TMT jabatan", bidang=_SATU,
          isi={"jabatan.0.tmt": "{tanggal}"}, giliran=9),
    Tanya("pak", "Apakah Anda sudah mempunyai penetapan angka kredit (PAK)?", "PAK", pilihan=(
        Jawab("ya", "Ya", {}, ("angka-kredit",)), Jawab("belum", "Belum ada", {"angka_kredit": []}, ("tmt-jabatan",)),
    ), bila=("angka-kredit",), giliran=1),
    Tanya("angka-kredit", "Berapa angka kredit pada PAK terakhir Anda?", "Angka kredit",
          bidang=(Bidang("nilai-pak", "Jumlah angka kredit", "desimal"), Bidang("per", "Dihitung sampai tanggal")),
          isi={"angka_kredit.0": {"jenis": "pak", "nilai": "{nilai-pak}", "per": "{per}"}}, giliran=9),
    Tanya("uji-kompetensi", "Apakah Anda lulus uji kompetensi untuk jenjang itu?", "Uji kompetensi", pilihan=(
        Jawab("ya", "Ya, lulus", {}, ("uji-lulus",)), Jawab("belum", "Belum", {"uji_kompetensi": []}),
    ), bila=("uji-kompetensi",), giliran=1),
    Tanya("uji-lulus", "Kapan Anda lulus uji kompetensi itu?", "Lulus uji kompetensi", bidang=_SATU,
          isi={"uji_kompetensi.0": {"jenjang": "{jenjang}", "lulus": "{tanggal}"}}, giliran=9),
    Tanya("ujian-dinas", "Apakah Anda lulus ujian dinas?", "Ujian dinas", "Tingkat I untuk naik dari II/d, tingkat II untuk naik dari III/d.", pilihan=(
        Jawab("ya", "Ya, lulus", {}, ("ujian-lulus",)), Jawab("belum", "Belum", {"ujian": []}),
    ), bila=("REGULER:ujian", "STRUKTURAL:ujian"), giliran=1),
    Tanya("ujian-lulus", "Kapan Anda lulus ujian dinas itu?", "Lulus ujian dinas", bidang=_SATU,
          isi={"ujian.+": {"jenis": "UD1", "lulus": "{tanggal}"}, "ujian.++": {"jenis": "UD2", "lulus": "{tanggal}"}}, giliran=9),
    Tanya("diklat", "Diklat kepemimpinan apa yang pernah Anda selesaikan?", "Diklat", pilihan=(
        Jawab("tidak", "Tidak ada", {"diklat": []}),
        Jawab("iv", "Diklatpim IV, PKP, Adum, atau Sepala", {"diklat.0.jenis": "DIKLATPIM IV"}),
        Jawab("iii", "Diklatpim III, PKA, Spama, atau Sepadya", {"diklat.0.jenis": "DIKLATPIM III", "diklat.1.jenis": "DIKLATPIM IV"}),
    ), bila=("diklat",), giliran=1),
    Tanya("ujian-pi", "Apakah Anda lulus ujian penyesuaian ijazah?", "Ujian penyesuaian ijazah", pilihan=(
        Jawab("ya", "Ya, lulus", {}, ("pi-lulus",)), Jawab("belum", "Belum", {"ujian": []}),
    ), bila=("PENYESUAIAN_IJAZAH:ujian",), giliran=1),
    Tanya("pi-lulus", "Kapan Anda lulus ujian penyesuaian ijazah?", "Lulus penyesuaian ijazah", bidang=_SATU,
          isi={"ujian.+": {"jenis": "PI", "lulus": "{tanggal}"}}, giliran=9),
    Tanya("formasi", "Apakah formasi untuk ijazah itu tersedia?", "Formasi", "Tanyakan kepada pengelola kepegawaian OPD bila ragu.", pilihan=(
        Jawab("ya", "Ya", {"formasi_pi": True}), Jawab("tidak", "Tidak", {"formasi_pi": False}),
    ), bila=("formasi",), giliran=1),
    Tanya("keadaan", "Bagaimana keadaan kepegawaian Anda sekarang?", "Keadaan kepegawaian", pilihan=(
        Jawab("aktif", "Aktif bekerja", {"kedudukan_hukum": "01"}),
        Jawab("tubel", "Tugas belajar", {"kedudukan_hukum": "03"}, ("tubel",)),
    ), bila=("kedudukan",), giliran=2),
    Tanya("tubel", "Sejak kapan Anda tugas belajar?", "Tugas belajar sejak", bidang=_SATU, isi={"tugas_belajar.0.mulai": "{tanggal}"}, giliran=9),
    Tanya("hukuman", "Apakah Anda sedang menjalani hukuman disiplin?", "Hukuman disiplin", pilihan=(
        Jawab("tidak", "Tidak", {"hukuman": []}), Jawab("ringan", "Ya, tingkat ringan", {"hukuman.0.tingkat": "ringan"}),
        Jawab("sedang", "Ya, tingkat sedang", {"hukuman.0.tingkat": "sedang"}, ("hukuman-selesai",)),
        Jawab("berat", "Ya, tingkat berat", {"hukuman.0.tingkat": "berat"}, ("hukuman-selesai",)),
    ), bila=("hukuman",), giliran=2),
    Tanya("hukuman-selesai", "Kapan hukuman itu berakhir?", "Hukuman berakhir", bidang=_SATU, isi={"hukuman.0.selesai": "{tanggal}"}, giliran=9),
    Tanya("cltn", "Apakah Anda pernah cuti di luar tanggungan negara sejak golongan ini?", "CLTN", pilihan=(
        Jawab("tidak", "Tidak pernah", {"cltn": []}), Jawab("ya", "Pernah, atau sedang", {}, ("cltn-kapan",)),
    ), bila=("cltn",), giliran=2),
    Tanya("cltn-kapan", "Kapan cuti itu?", "Masa CLTN", "Kosongkan tanggal selesai bila masih berjalan.",
          bidang=(Bidang("mulai", "Mulai"), Bidang("selesai", "Selesai", wajib=False)),
          isi={"cltn.0": {"mulai": "{mulai}", "selesai": "{selesai}"}}, giliran=9),
    Tanya("lahir", "Kapan Anda lahir?", "Tanggal lahir", "Untuk menghitung batas usia pensiun.", bidang=_SATU, isi={"tanggal_lahir": "{tanggal}"},
          bila=("tanggal-lahir",), giliran=2),
    Tanya("usulan", "Apakah Anda sedang diusulkan naik pangkat?", "Usulan lain", pilihan=(
        Jawab("tidak", "Tidak", {"usulan_berjalan": []}), Jawab("ya", "Ya, usulannya masih berjalan", {"usulan_berjalan": ["ada"]}),
    ), bila=("usulan",), giliran=2),
)
# fmt: on
