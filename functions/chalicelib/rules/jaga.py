"""Jaga: the guards of the workflow, one function each. A guard says what stands in the way, or nothing. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chalicelib.rules import butir as b
from chalicelib.rules.konteks import Halangan, Konteks
from chalicelib.rules.sk import beda_sk
from schemas.alasan import ALASAN, Untuk
from schemas.alur import DAFTAR_ALASAN, Jaga, Langkah
from schemas.berkas import KeadaanBerkas, label_slot
from schemas.usulan import IsianBtsBkn, Usulan


def _sebut(butir: list[Any]) -> str:
    return ", ".join(label_slot(x.slot) for x in butir)


def _berkas_lengkap(k: Konteks) -> Halangan | None:
    if not (kurang := b.belum_ada(k.usulan.butir, k.berkas)):
        return None
    return Halangan("berkas-kurang", f"Berkas ini belum ada: {_sebut(kurang)}.", "Unggah berkasnya, lalu ulangi.")


def _butir_diperbaiki(k: Konteks) -> Halangan | None:
    jawaban = getattr(k.isian, "jawaban", {})
    kurang = [x for x in b.belum_diperbaiki(k.usulan.butir) if not jawaban.get(x.slot, "").strip()]
    if not kurang:
        return None
    return Halangan(
        "belum-diperbaiki", f"Belum diganti atau dijawab: {_sebut(kurang)}.", "Ganti berkasnya, atau tulis jawaban."
    )


def _ada_butir(k: Konteks) -> Halangan | None:
    kembali = getattr(k.isian, "butir", [])
    kenal = {x.slot for x in k.usulan.butir}
    if isinstance(k.isian, IsianBtsBkn) and not kembali:
        return None
    if not kembali:
        return Halangan(
            "butir-belum-ditandai",
            "Belum ada berkas yang ditandai untuk diperbaiki.",
            "Tandai berkasnya dan pilih alasannya.",
        )
    asing = [x.alasan for x in kembali if x.alasan not in ALASAN[Untuk.BUTIR]]
    if asing:
        return Halangan(
            "alasan-tak-dikenal", f"Alasan ini tidak ada dalam daftar: {asing[0]}.", "Pilih alasan dari daftar."
        )
    luar = [x for x in kembali if x.slot not in kenal and label_slot(x.slot) == x.slot]
    return Halangan("butir-tak-dikenal", f"Berkas ini tidak ada dalam daftar: {luar[0].slot}.") if luar else None


def _tenggat(k: Konteks) -> Halangan | None:
    if k.isian.tenggat and k.isian.tenggat > k.hari_ini:
        return None
    return Halangan("tenggat", "Batas waktu perbaikan harus sesudah hari ini.", "Pilih tanggal sesudah hari ini.")


def _kelayakan(k: Konteks) -> Halangan | None:
    if k.kelayakan is not None:
        return None
    return Halangan(
        "kelayakan-belum", "Pemeriksaan syarat belum dijalankan untuk usulan ini.", "Buka halaman syarat, lalu ulangi."
    )


def _urutan(k: Konteks) -> Halangan | None:
    if k.antrean_pertama in (None, k.usulan.id):
        return None
    if k.isian.alasan in ALASAN[Untuk.URUTAN]:
        return None
    return Halangan(
        "bukan-urutan",
        "Ada usulan yang datang lebih dulu.",
        "Ambil yang terdepan, atau pilih alasan mendahulukan usulan ini.",
    )


def terlibat(u: Usulan, id_: str) -> bool:
    """Is it his own case, or one that he made or proposed? Another pair of eyes must judge it."""
    return id_ in (u.pengusul, u.dibuat_oleh, u.pegawai)


def _bukan_pengusul(k: Konteks) -> Halangan | None:
    if not terlibat(k.usulan, getattr(k.isian, "kepada", k.pelaku.id)):
        return None
    return Halangan(
        "empat-mata",
        "Usulan ini dibuat atau diusulkan oleh orang yang sama.",
        "Petugas lain yang harus mengerjakannya.",
    )


def _bukan_verifikator(k: Konteks) -> Halangan | None:
    if k.pelaku.id != k.usulan.verifikator:
        return None
    return Halangan(
        "empat-mata",
        "Anda memeriksa usulan ini, sehingga keputusannya di tangan orang lain.",
        "Minta pejabat lain memutuskan.",
    )


def _semua_diputuskan(k: Konteks) -> Halangan | None:
    if not (sisa := b.belum_diputuskan(k.usulan.butir, k.berkas)):
        return None
    return Halangan(
        "belum-diputuskan", f"Belum diterima: {_sebut(sisa)}.", "Periksa setiap berkas, atau kembalikan usulannya."
    )


def _beda_beralasan(k: Konteks) -> Halangan | None:
    if k.kelayakan is None or k.kelayakan.putusan == "MS" or len(k.isian.alasan_beda.strip()) >= 10:
        return None
    pesan = "Hasil pemeriksaan syarat bukan 'memenuhi syarat'."
    return Halangan(
        "perlu-alasan-beda", pesan, "Tulis alasan Anda menyatakan memenuhi syarat (paling sedikit 10 huruf)."
    )


def _alasan(k: Konteks) -> Halangan | None:
    if k.isian.alasan not in ALASAN[DAFTAR_ALASAN[type(k.isian)]]:
        return Halangan("alasan-tak-dikenal", "Alasan itu tidak ada dalam daftar.", "Pilih alasan dari daftar.")
    if k.isian.alasan == "lain" and len(k.isian.catatan.strip()) < 5:
        return Halangan("perlu-catatan", "Alasan 'Lainnya' perlu dijelaskan.", "Tulis penjelasannya pada catatan.")
    return None


def _verifikator_lain(k: Konteks) -> Halangan | None:
    if k.isian.kepada == k.usulan.verifikator:
        return Halangan(
            "verifikator-sama", "Usulan ini sudah dipegang verifikator tersebut.", "Pilih verifikator lain."
        )
    if k.verifikator_tujuan:
        return None
    return Halangan("bukan-verifikator", "Orang yang dipilih bukan verifikator.", "Pilih verifikator dari daftar.")


def _catatan(k: Konteks) -> Halangan | None:
    if len(k.isian.catatan.strip()) >= 5:
        return None
    return Halangan("perlu-catatan", "Catatan belum ditulis.", "Tulis apa yang perlu diperbaiki.")


def _berkas_keputusan(k: Konteks) -> Halangan | None:
    slot = "sk-kp-baru" if hasattr(k.isian, "tmt") else "pertek"
    berkas = k.berkas.get(k.isian.berkas)
    if (
        berkas is None
        or berkas.pegawai != k.usulan.pegawai
        or berkas.slot != slot
        or berkas.keadaan is not KeadaanBerkas.DITERIMA
    ):
        return Halangan("berkas-keputusan", f"PDF {label_slot(slot)} belum diterima.", "Unggah PDF-nya lebih dulu.")
    if k.isian.tanggal > k.hari_ini:
        return Halangan("tanggal-keputusan", "Tanggal surat itu belum tiba.", "Periksa kembali tanggal pada suratnya.")
    return None


def _sk_sesuai(k: Konteks) -> Halangan | None:
    if not (beda := beda_sk(k.usulan, k.isian)) or len(k.isian.catatan.strip()) >= 10:
        return None
    return Halangan(
        "sk-beda",
        f"Isi SK berbeda dari hitungan: {'; '.join(beda)}.",
        "Periksa SK. Bila SK memang benar, tulis penjelasannya pada catatan.",
    )


def _surat_resmi(k: Konteks) -> Halangan | None:
    berkas = k.berkas.get(k.isian.surat or "")
    if berkas and berkas.pegawai == k.usulan.pegawai and berkas.keadaan is KeadaanBerkas.DITERIMA:
        return None
    return Halangan(
        "perlu-surat", "Pembatalan sesudah Pertek terbit memerlukan surat resmi.", "Unggah suratnya, lalu ulangi."
    )


def _periode_lain(k: Konteks) -> Halangan | None:
    if k.isian.periode == k.usulan.periode:
        return Halangan("periode-sama", "Usulan ini sudah pada periode tersebut.", "Pilih periode lain.")
    if k.isian.periode in k.periode_terbuka:
        return None
    return Halangan("periode-tutup", "Periode itu tidak ada atau sudah ditutup.", "Pilih periode dari daftar.")


def _lolos(_: Konteks) -> None:
    """Guards of birth: the store's claim on the person holds one, actions/usulan the other."""


JAGA: dict[Jaga, Callable[[Konteks], Halangan | None]] = {
    Jaga.BELUM_ADA_USULAN: _lolos,
    Jaga.SURAT_OPD: _lolos,
    Jaga.BERKAS_LENGKAP: _berkas_lengkap,
    Jaga.BUTIR_DIPERBAIKI: _butir_diperbaiki,
    Jaga.ADA_BUTIR_BERALASAN: _ada_butir,
    Jaga.TENGGAT_MENDATANG: _tenggat,
    Jaga.KELAYAKAN_TERCATAT: _kelayakan,
    Jaga.SESUAI_URUTAN: _urutan,
    Jaga.BUKAN_PENGUSUL: _bukan_pengusul,
    Jaga.BUKAN_VERIFIKATOR: _bukan_verifikator,
    Jaga.SEMUA_DIPUTUSKAN: _semua_diputuskan,
    Jaga.BEDA_BERALASAN: _beda_beralasan,
    Jaga.ALASAN_DIKENAL: _alasan,
    Jaga.VERIFIKATOR_LAIN: _verifikator_lain,
    Jaga.ADA_CATATAN: _catatan,
    Jaga.BERKAS_KEPUTUSAN: _berkas_keputusan,
    Jaga.SK_SESUAI: _sk_sesuai,
    Jaga.SURAT_RESMI: _surat_resmi,
    Jaga.PERIODE_LAIN: _periode_lain,
}
SEBELUM_ISIAN = frozenset(
    {Jaga.BERKAS_LENGKAP, Jaga.BUTIR_DIPERBAIKI, Jaga.KELAYAKAN_TERCATAT, Jaga.BUKAN_VERIFIKATOR, Jaga.SEMUA_DIPUTUSKAN}
)
"""Guards that can be told before anything is filled in: shown beside the button."""


def halangan(baris: Langkah, k: Konteks) -> list[Halangan]:
    """Everything that stands in the way of this act, all at once."""
    return [h for jaga in baris.jaga if (h := JAGA[jaga](k)) is not None]
