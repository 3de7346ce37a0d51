"""Disaster: fill, back up, destroy everything, restore on another target, and on a third; same counts, hashes, histories. Damage is refused first."""

from __future__ import annotations

import re
from pathlib import Path

import alat_kantor
import chalicelib.wiring as wiring
import pytest
from alat_awan import JamNyata, unggah
from alat_bencana import Rumah, awan, isi, kosong, satu_komputer, server
from alat_orang import Orang


@pytest.fixture(scope="module")
def kunci(tmp_path_factory) -> tuple[Path, str]:
    """The key file, kept outside of every place, and its public half."""
    from chalicelib.actions.cadangan import buat_kunci

    rahasia, umum = buat_kunci()
    berkas = tmp_path_factory.mktemp("lemari-besi") / "kunci.txt"
    berkas.write_text(rahasia)
    return berkas, umum


def orang(monkeypatch, rumah: Rumah, *siapa: str) -> list[Orang]:
    """These people, signed in at the counters of this place."""
    kantor = rumah.kantor()
    object.__setattr__(kantor, "jam", JamNyata())
    kantor.documents.unggah = unggah  # type: ignore[attr-defined]
    monkeypatch.setattr(wiring, "kantor", lambda: kantor)
    return [Orang(kantor, s) for s in siapa]


def isi_kantor(monkeypatch, rumah: Rumah) -> str:
    """People, a proposal with all its papers on the verifier's desk; answers its id."""
    alat_kantor.isi(rumah.kantor())
    tini, vera = orang(monkeypatch, rumah, "tini", "vera")
    periode = tini.minta("GET", "/periode")["isi"][-1]["tmt"]
    usulan = tini.minta("POST", "/usulan", {"pegawai": "karno", "jenis": "REGULER", "periode": periode}, 201)["id"]
    wajib = [b["slot"] for b in tini.lihat(usulan)["butir"] if b["wajib"]]
    for slot in wajib:
        tini.isi(usulan, slot)
    tini.lakukan(usulan, "pengusulan", nomor_surat="800/12", tanggal_surat=f"{tini.kantor.jam():%Y-%m-%d}")
    assert vera.minta("POST", "/antrean/berikutnya")["id"] == usulan
    vera.putuskan(usulan, wajib[0], "terima")
    return usulan


def cadangkan(rumah: Rumah, ke: Path, umum: str) -> None:
    rumah = Rumah(rumah.nama, {**rumah.lingkungan, "SIKAP_CADANGAN_PENERIMA": umum}, rumah.musnah)
    hasil = rumah.sikap("backup", str(ke))
    assert hasil.returncode == 0, hasil.stderr


def pulihkan(rumah: Rumah, dari: Path, kunci: Path) -> str:
    hasil = rumah.sikap("restore", str(dari), "--kunci", str(kunci))
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout


def test_from_one_computer_to_the_server_to_aws_and_back_to_a_server(
    monkeypatch, kunci, ministack, postgresql, tmp_path
):
    berkas_kunci, umum = kunci
    with (
        satu_komputer(tmp_path / "rumah-1") as satu,
        server(tmp_path / "rumah-2", postgresql) as dua,
        awan(ministack) as tiga,
        server(tmp_path / "rumah-4", postgresql) as empat,
    ):
        usulan = isi_kantor(monkeypatch, satu)
        harap = isi(satu)
        assert len(harap.catatan) > 40 and len(harap.berkas) >= 2 and harap.riwayat.usulan == 1
        for lama, baru in ((satu, dua), (dua, tiga), (tiga, empat)):
            cadangkan(lama, tmp_path / f"cadangan {lama.nama}", umum)
            harap = isi(lama)
            lama.musnah()
            cetak = pulihkan(baru, tmp_path / f"cadangan {lama.nama}", berkas_kunci)
            kini = isi(baru)
            assert kini == harap, f"{lama.nama} -> {baru.nama}"
            assert not kini.riwayat.patah and kini.riwayat.intisari in cetak
            assert re.search(r"Lama: \d+\.\d menit", cetak)
            (tini,) = orang(monkeypatch, baru, "tini")  # people go on working there
            kasus = tini.lihat(usulan)
            assert kasus["status"] == "verifikasi"
            tini.unggah("karno", "sk-cpns", f"sesudah {baru.nama}")
        assert len(isi(empat).catatan) > len(harap.catatan)


def _terpotong(tempat: Path) -> None:
    berkas = sorted(tempat.glob("set/*/catatan-*"))[0]
    berkas.write_bytes(berkas.read_bytes()[:-20])


def _diubah(tempat: Path) -> None:
    berkas = sorted(tempat.glob("isi/*/*"))[0]
    isi_ = bytearray(berkas.read_bytes())
    isi_[len(isi_) // 2] ^= 1
    berkas.write_bytes(isi_)


@pytest.mark.parametrize("ke", ["server", pytest.param("AWS", marks=pytest.mark.panjang)])
def test_a_truncated_a_tampered_and_a_locked_backup_are_refused_before_anything_is_touched(
    ke, monkeypatch, kunci, request, tmp_path
):
    berkas_kunci, umum = kunci
    with satu_komputer(tmp_path / "rumah-1") as satu:
        isi_kantor(monkeypatch, satu)
        for nama in ("terpotong", "diubah", "utuh"):
            cadangkan(satu, tmp_path / nama, umum)
        satu.musnah()
    _terpotong(tmp_path / "terpotong")
    _diubah(tmp_path / "diubah")
    lain = tmp_path / "kunci-lain.txt"
    lain.write_text(_kunci_lain())
    tujuan = (
        awan(request.getfixturevalue("ministack"))
        if ke == "AWS"
        else server(tmp_path / "rumah-2", request.getfixturevalue("postgresql"))
    )
    with tujuan as baru:
        coba = [
            ("terpotong", berkas_kunci, "tidak utuh"),
            ("diubah", berkas_kunci, "tidak utuh"),
            ("utuh", lain, "kunci"),
        ]
        for nama, kunci_, kata in coba:
            hasil = baru.sikap("restore", str(tmp_path / nama), "--kunci", str(kunci_))
            assert hasil.returncode == 1 and kata in hasil.stderr, f"{nama}: {hasil.stderr}"
            assert "Traceback" not in hasil.stderr and kosong(baru), f"{nama} touched the target"
        pulihkan(baru, tmp_path / "utuh", berkas_kunci)
        assert isi(baru).riwayat.usulan == 1


def _kunci_lain() -> str:
    from chalicelib.actions.cadangan import buat_kunci

    return buat_kunci()[0]
