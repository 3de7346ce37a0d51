"""The steps of the county's own server, in order: what stands after them is SIKAP behind TLS on an empty Debian or Ubuntu."""

from __future__ import annotations

import shlex
from functools import partial

from infra import setelan_toml
from infra.langkah import Langkah
from infra.server import acme, gugus, nginx, rahasia, unit
from infra.server.aturan import Server
from infra.server.mesin import Mesin
from infra.server.nyala import Nyala
from infra.server.rilis import PasangRilis
from infra.tempat import Berhenti

PAKET = ("postgresql", "nginx", "python3-venv", "logrotate")
ALAT = "/usr/local/sbin/sikap"
PUTAR = "/etc/logrotate.d/sikap"
ISI_PUTAR = """/var/log/nginx/sikap*.log {
    weekly
    rotate 12
    compress
    delaycompress
    missingok
    notifempty
    sharedscripts
    postrotate
        invoke-rc.d nginx rotate >/dev/null 2>&1 || true
    endscript
}
"""


def langkah(s: Server, m: Mesin) -> list[Langkah]:
    """All steps. Nothing is looked at or done before one asks a step."""
    rilis, cadangan = PasangRilis(s, m), s["cadangan.tujuan"]
    return [
        _paket(s, m),
        *(_orang(m, nama) for nama in (unit.ORANG, unit.ORANG_BERKAS)),
        *([] if s["catatan.alamat"] else [_basis_data(s, m)]),
        rahasia.langkah(s, m),
        _folder(m, "tempat dokumen", s["berkas.folder"], unit.ORANG_BERKAS, "dokumen"),
        *([_folder(m, "tempat cadangan", cadangan, unit.ORANG, "cadangan")] if cadangan.startswith("/") else []),
        rilis.langkah(),
        *([acme.langkah(s, m)] if s["tls.cara"] == "acme" else []),
        _berkas(
            m, "unit systemd", {f"/etc/systemd/system/{n}": isi for n, isi in unit.semua(s).items()} | unit.bangkit()
        ),
        *([_berkas(m, "gugus dokumen", {gugus.LETAK: gugus.filer(s)})] if s["jaringan.semua"] else []),
        _berkas(m, "perintah sikap", {ALAT: unit.alat(s)}, 0o755),
        _berkas(m, "setelan terakhir", {unit.SASARAN: setelan_toml.tulis(s.isi)}, 0o600),
        _berkas(m, "proksi nginx", {nginx.LETAK: nginx.situs(s), nginx.RUSAK: nginx.HALAMAN_RUSAK}),
        _berkas(m, "perputaran log", {PUTAR: ISI_PUTAR}),
        Nyala(s, m, partial(rahasia.setelan_ingin, s, m), rilis.nomor).langkah(),
    ]


def _paket(s: Server, m: Mesin) -> Langkah:
    paket = [*PAKET, *(["certbot"] if s["tls.cara"] == "acme" else [])]
    pilih = ["apt-get", "-qq", "-y", "--no-install-recommends", "--fix-broken", "-o", "DPkg::Lock::Timeout=300"]
    ambil, selesaikan = (*pilih, "install", *paket), ("dpkg", "--configure", "-a")
    diam = {"DEBIAN_FRONTEND": "noninteractive"}

    def pasang() -> None:
        """What a killed run left is finished first. Packages that wait for each other need two rounds of that, and dpkg, unlike
        apt, does not wait for a lock: the first round may fail in silence, the second says why."""
        m.berhasil(*selesaikan, **diam)
        m.jalan("apt-get", "-qq", "update")
        if not m.berhasil(*ambil, **diam):
            m.berhasil(*selesaikan, **diam)
            m.jalan(*ambil, **diam)

    return Langkah(
        "paket sistem",
        f"memasang {', '.join(paket)} dari distribusi",
        f"apt-get remove {' '.join(paket)} (tidak dilakukan destroy: mungkin dipakai program lain)",
        lambda: all(_terpasang(m, p) for p in paket),
        pasang,
    )


def _terpasang(m: Mesin, paket: str) -> bool:
    """Wholly: unpacked, configured, not merely known."""
    tanya = ("dpkg-query", "-W", "-f", "${db:Status-Abbrev}", paket)
    return m.berhasil(*tanya) and m.jalan(*tanya).startswith("ii")


def _orang(m: Mesin, nama: str) -> Langkah:
    return Langkah(
        f"pengguna {nama}",
        "pengguna sistem tanpa kata sandi dan tanpa shell",
        f"userdel {nama}",
        lambda: m.ada_orang(nama),
        lambda: void(
            m.jalan(
                "useradd",
                "--system",
                "--user-group",
                "--home-dir",
                "/nonexistent",
                "--shell",
                "/usr/sbin/nologin",
                nama,
            )
        ),  # fmt: skip
        lambda: void(m.jalan("userdel", nama)),
    )


def _basis_data(s: Server, m: Mesin) -> Langkah:
    nama = s["catatan.pangkalan"]
    tanya = f"select 1 from pg_database d join pg_roles r on true where datname = '{nama}' and rolname = '{unit.ORANG}'"

    def buat() -> None:
        m.jalan("systemctl", "enable", "--now", "postgresql")
        if not m.berhasil(*_pg("createuser", unit.ORANG)) and not _ya(m, f"select 1 from pg_roles where rolname = '{unit.ORANG}'"):  # fmt: skip
            raise Berhenti("Pengguna PostgreSQL belum dapat dibuat. Periksa: systemctl status postgresql")
        m.jalan(*_pg("createdb", "--owner", unit.ORANG, "--encoding=UTF8", "--template=template0", nama))

    return Langkah(
        "pangkalan data",
        f"pangkalan PostgreSQL “{nama}” milik {unit.ORANG}, hanya lewat soket di server ini",
        f"dropdb {nama} (menghapus semua catatan)",
        lambda: _ya(m, tanya),
        buat,
        lambda: void(m.jalan(*_pg("dropdb", nama))),
        data=True,
    )


def _pg(*perintah: str) -> list[str]:
    return ["runuser", "-u", "postgres", "--", *perintah]


def _ya(m: Mesin, tanya: str) -> bool:
    return m.berhasil("sh", "-c", f"{shlex.join(_pg('psql', '-XAtc', tanya))} | grep -q 1")


def _folder(m: Mesin, nama: str, folder: str, orang: str, isi: str) -> Langkah:
    return Langkah(
        nama,
        f"folder {folder}, hanya untuk {orang}",
        f"hapus {folder} dengan tangan (menghapus semua {isi} di sana)",
        lambda: m.ada_folder(folder, orang),
        partial(m.folder, folder, orang),
        data=True,
    )


def _berkas(m: Mesin, nama: str, isi: dict[str, str], mode: int = 0o644) -> Langkah:
    def tulis() -> None:
        for jalur, teks in isi.items():
            m.tulis(jalur, teks, mode)

    def hapus() -> None:
        for jalur in isi:
            m.letak(jalur).unlink(missing_ok=True)

    daftar = ", ".join(isi)
    return Langkah(
        nama, f"menulis {daftar}", f"hapus {daftar}", lambda: all(m.isi(j) == t for j, t in isi.items()), tulis, hapus
    )


def void(_: object) -> None:
    """A step answers nothing."""
