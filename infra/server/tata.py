"""The steps of the county's own server, in order: what stands after them is SIKAP behind TLS on an empty Debian or Ubuntu."""

from __future__ import annotations

import hashlib
import json
import secrets
import shlex
from functools import partial
from pathlib import Path

from infra.langkah import Langkah
from infra.penyimpanan import bentuk_identitas
from infra.server import nginx, unit
from infra.server.aturan import Server
from infra.server.mesin import Mesin
from infra.server.rilis import PasangRilis
from infra.tempat import Berhenti

PAKET = ("postgresql", "nginx", "python3-venv", "logrotate")
CAP = "/var/lib/sikap/terpasang.json"
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
    rilis = PasangRilis(s, m)
    return [
        _paket(s, m),
        *(_orang(m, nama) for nama in (unit.ORANG, unit.ORANG_BERKAS)),
        _basis_data(s, m),
        _rahasia(s, m),
        _folder_berkas(s, m),
        rilis.langkah(),
        *([_acme(s, m)] if s["tls.cara"] == "acme" else []),
        _berkas(m, "unit systemd", {f"/etc/systemd/system/{n}": isi for n, isi in unit.semua(s).items()}),
        _berkas(m, "proksi nginx", {nginx.LETAK: nginx.situs(s), nginx.RUSAK: nginx.HALAMAN_RUSAK}),
        _berkas(m, "perputaran log", {PUTAR: ISI_PUTAR}),
        _nyala(s, m, rilis.nomor),
    ]


def setelan(s: Server, lama: dict[str, str]) -> dict[str, str]:
    """The environment of the functions; secrets that are there stay."""
    rahasia = {"SIKAP_RAHASIA": 32, "SIKAP_S3_KUNCI": 10, "SIKAP_S3_RAHASIA": 20}
    isi = {nama: lama.get(nama) or secrets.token_hex(n) for nama, n in rahasia.items()}
    return isi | {
        "SIKAP_STORE": f"postgresql:///{s['catatan.pangkalan']}?host=/var/run/postgresql&user={unit.ORANG}",
        "SIKAP_S3_ALAMAT": f"http://127.0.0.1:{s['berkas.pintu']}",
        "SIKAP_S3_ALAMAT_PUBLIK": s["situs.alamat"],
        "SIKAP_S3_EMBER": s["berkas.ember"],
        "SIKAP_ALAMAT_SITUS": s["situs.alamat"],
        "SIKAP_BANTUAN_TELEPON": s["situs.bantuan_telepon"],
        "SIKAP_PROKSI_TEPERCAYA": "1",
        "SIKAP_CADANGAN_TUJUAN": s["cadangan.tujuan"],
        "SIKAP_CADANGAN_PENERIMA": ",".join(s["cadangan.penerima"]),
    }


def setelan_ingin(s: Server, m: Mesin) -> str:
    """The file of settings as it should stand, with the secrets it already holds."""
    baris = (m.isi(unit.SETELAN) or "").splitlines()
    lama = dict(b.split("=", 1) for b in baris if "=" in b and not b.startswith("#"))
    return "".join(f"{k}={v}\n" for k, v in setelan(s, lama).items())


def _paket(s: Server, m: Mesin) -> Langkah:
    paket = [*PAKET, *(["certbot"] if s["tls.cara"] == "acme" else [])]

    def pasang() -> None:
        m.jalan("apt-get", "-qq", "update")
        m.jalan("apt-get", "-qq", "-y", "--no-install-recommends", "install", *paket, DEBIAN_FRONTEND="noninteractive")

    return Langkah(
        "paket sistem",
        f"memasang {', '.join(paket)} dari distribusi",
        f"apt-get remove {' '.join(paket)} (tidak dilakukan destroy: mungkin dipakai program lain)",
        lambda: all(m.berhasil("dpkg", "-s", p) for p in paket),
        pasang,
    )


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


def _rahasia(s: Server, m: Mesin) -> Langkah:
    def tulis() -> None:
        isi = setelan_ingin(s, m)
        m.tulis(unit.SETELAN, isi, 0o640, unit.ORANG)
        sandi = {k: v for k, _, v in (b.partition("=") for b in isi.splitlines())}
        kunci = [{"accessKey": sandi["SIKAP_S3_KUNCI"], "secretKey": sandi["SIKAP_S3_RAHASIA"]}]
        m.tulis(unit.IDENTITAS, json.dumps(bentuk_identitas(kunci)), 0o640, unit.ORANG_BERKAS)

    return Langkah(
        "setelan dan rahasia",
        f"{unit.SETELAN}, terbaca hanya oleh layanan; rahasia dibuat sekali, tidak ditampilkan",
        "hapus /etc/sikap (tanpa rahasia lama, slip aktivasi yang belum dipakai tidak berlaku)",
        lambda: m.isi(unit.SETELAN) == setelan_ingin(s, m) and m.isi(unit.IDENTITAS) is not None,
        tulis,
        lambda: [m.letak(j).unlink(missing_ok=True) for j in (unit.SETELAN, unit.IDENTITAS)] and None,
        data=True,
    )


def _folder_berkas(s: Server, m: Mesin) -> Langkah:
    folder = s["berkas.folder"]
    return Langkah(
        "tempat dokumen",
        f"folder {folder} untuk SeaweedFS",
        f"hapus {folder} dengan tangan (menghapus semua dokumen)",
        lambda: m.letak(folder).is_dir(),
        partial(m.folder, folder, unit.ORANG_BERKAS),
        data=True,
    )


def _acme(s: Server, m: Mesin) -> Langkah:
    surel = ["--email", s["tls.surel"]] if s["tls.surel"] else ["--register-unsafely-without-email"]
    minta = ["certbot", "certonly", "--standalone", "-n", "--agree-tos", *surel, "-d", s.nama_situs]
    pasang = ["--deploy-hook", f"install -D -m 600 $RENEWED_LINEAGE/fullchain.pem {s['tls.sertifikat']} && "
              f"install -D -m 600 $RENEWED_LINEAGE/privkey.pem {s['tls.kunci']} && systemctl reload nginx || true"]  # fmt: skip
    return Langkah(
        "sertifikat",
        f"meminta sertifikat untuk {s.nama_situs} (Let's Encrypt); diperbarui sendiri oleh certbot.timer",
        f"certbot delete --cert-name {s.nama_situs}",
        lambda: m.letak(s["tls.sertifikat"]).is_file(),
        lambda: void(m.jalan(*minta, *pasang)),
    )


def _berkas(m: Mesin, nama: str, isi: dict[str, str]) -> Langkah:
    def tulis() -> None:
        for jalur, teks in isi.items():
            m.tulis(jalur, teks)

    def hapus() -> None:
        for jalur in isi:
            m.letak(jalur).unlink(missing_ok=True)

    daftar = ", ".join(Path(j).name for j in isi)
    return Langkah(nama, f"menulis {daftar}", f"hapus {daftar}", lambda: all(m.isi(j) == t for j, t in isi.items()), tulis, hapus)  # fmt: skip


def _nyala(s: Server, m: Mesin, nomor: str) -> Langkah:
    def cap() -> str:
        bagian = [*unit.semua(s).values(), nginx.situs(s), setelan_ingin(s, m), nomor]
        return hashlib.sha256("\0".join(bagian).encode()).hexdigest()

    def nyalakan() -> None:
        if not m.letak(s["tls.sertifikat"]).is_file():
            raise Berhenti(
                f'Sertifikat {s["tls.sertifikat"]} belum ada. Letakkan di sana, atau pakai tls.cara = "acme".'
            )
        if not m.letak(nginx.NYALA).is_symlink():
            m.letak(nginx.NYALA).parent.mkdir(parents=True, exist_ok=True)
            m.letak(nginx.NYALA).symlink_to(nginx.LETAK)
        m.jalan("nginx", "-t")
        m.jalan("systemctl", "daemon-reload")
        for satu in unit.jalankan(s):
            m.jalan("systemctl", "enable", satu)
            m.jalan("systemctl", "restart", satu)
        m.jalan("systemctl", "enable", "sikap.target", "nginx")
        m.jalan("systemctl", "reload-or-restart", "nginx")
        m.tulis(CAP, json.dumps({"cap": cap()}))

    def padam() -> None:
        for satu in reversed(unit.jalankan(s)):
            m.berhasil("systemctl", "disable", "--now", satu)
        for jalur in (nginx.NYALA, CAP):
            m.letak(jalur).unlink(missing_ok=True)
        m.berhasil("systemctl", "reload-or-restart", "nginx")

    def hidup() -> bool:
        sama = m.isi(CAP) == json.dumps({"cap": cap()})
        return sama and all(m.berhasil("systemctl", "is-active", "--quiet", u) for u in unit.jalankan(s))

    nama = ", ".join(unit.jalankan(s))
    return Langkah("layanan berjalan", f"menyalakan {nama}; satu per satu bila sudah ada yang berjalan", "systemctl disable --now " + nama, hidup, nyalakan, padam)  # fmt: skip


def void(_: object) -> None:
    """A step answers nothing."""
