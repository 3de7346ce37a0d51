"""What the services are told, and the storage's identity: files that only they read, with secrets that are made once."""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from infra import aplikasi
from infra.langkah import Langkah
from infra.penyimpanan import identitas
from infra.server import unit
from infra.server.aturan import Server
from infra.server.mesin import Mesin
from infra.tempat import susun, urai

_PANJANG = {"SIKAP_RAHASIA": 32, "SIKAP_S3_KUNCI": 10, "SIKAP_S3_RAHASIA": 20}


def setelan(s: Server, lama: Mapping[str, str]) -> dict[str, str]:
    """The environment of the functions. What is there stays: secrets made here or written in by hand, and AWS_… of the office."""
    tangan = {aplikasi.AWALAN + n.upper() for n in aplikasi.rahasia()}
    isi = {nama: lama.get(nama) or secrets.token_hex(n) for nama, n in _PANJANG.items()}
    isi |= {nama: nilai for nama, nilai in lama.items() if nama in tangan or nama.startswith("AWS_")}
    return isi | {
        "SIKAP_STORE": s["catatan.alamat"]
        or f"postgresql:///{s['catatan.pangkalan']}?host=/var/run/postgresql&user={unit.ORANG}",
        "SIKAP_S3_ALAMAT": f"http://127.0.0.1:{s.pintu_dokumen}",
        "SIKAP_S3_ALAMAT_PUBLIK": s["situs.alamat"],
        "SIKAP_S3_EMBER": s["berkas.ember"],
        "SIKAP_ALAMAT_SITUS": s["situs.alamat"],
        "SIKAP_BANTUAN_TELEPON": s["situs.bantuan_telepon"],
        "SIKAP_PROKSI_TEPERCAYA": "1",
        "SIKAP_CADANGAN_TUJUAN": s["cadangan.tujuan"],
        "SIKAP_CADANGAN_PENERIMA": ",".join(s["cadangan.penerima"]),
        **aplikasi.lingkungan(s.isi),
    }


def setelan_ingin(s: Server, m: Mesin) -> dict[str, str]:
    """The settings as they should stand, with the secrets that the file already holds."""
    return setelan(s, urai(m.isi(unit.SETELAN) or "", unit.SETELAN))


def langkah(s: Server, m: Mesin) -> Langkah:
    """The step."""

    def ingin() -> dict[str, tuple[str, str]]:
        isi = setelan_ingin(s, m)
        return {unit.SETELAN: (susun(isi), unit.ORANG), unit.IDENTITAS: (identitas(isi), unit.ORANG_BERKAS)}

    def tulis() -> None:
        for jalur, (teks, siapa) in ingin().items():
            m.tulis(jalur, teks, 0o640, siapa)

    def buang() -> None:
        for jalur in (unit.SETELAN, unit.IDENTITAS):
            m.letak(jalur).unlink(missing_ok=True)

    return Langkah(
        "setelan dan rahasia",
        f"{unit.SETELAN}, terbaca hanya oleh layanan; rahasia dibuat sekali, tidak ditampilkan",
        "hapus /etc/sikap (tanpa rahasia lama, slip aktivasi yang belum dipakai tidak berlaku)",
        lambda: all(m.isi(jalur) == teks for jalur, (teks, _) in ingin().items()),
        tulis,
        buang,
        data=True,
    )
