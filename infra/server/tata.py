"""The steps of the county's own server, in order: what stands after them is SIKAP behind TLS on an empty Debian or Ubuntu."""

from __future__ import annotations

import json
import secrets
import shlex
from functools import partial

from infra import aplikasi, setelan_toml
from infra.langkah import Langkah
from infra.penyimpanan import bentuk_identitas
from infra.server import gugus, nginx, unit
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
        _rahasia(s, m),
        _folder(m, "tempat dokumen", s["berkas.folder"], unit.ORANG_BERKAS, "dokumen"),
        *([_folder(m, "tempat cadangan", cadangan, unit.ORANG, "cadangan")] if cadangan.startswith("/") else []),
        rilis.langkah(),
        *([_acme(s, m)] if s["tls.cara"] == "acme" else []),
        _berkas(
            m, "unit systemd", {f"/etc/systemd/system/{n}": isi for n, isi in unit.semua(s).items()} | unit.bangkit()
        ),
        *([_berkas(m, "gugus dokumen", {gugus.LETAK: gugus.filer(s)})] if s["jaringan.semua"] else []),
        _berkas(m, "perintah sikap", {ALAT: unit.alat(s)}, 0o755),
        _berkas(m, "setelan terakhir", {unit.SASARAN: setelan_toml.tulis(s.isi)}, 0o600),
        _berkas(m, "proksi nginx", {nginx.LETAK: nginx.situs(s), nginx.RUSAK: nginx.HALAMAN_RUSAK}),
        _berkas(m, "perputaran log", {PUTAR: ISI_PUTAR}),
        Nyala(s, m, partial(setelan_ingin, s, m), rilis.nomor).langkah(),
    ]


def setelan(s: Server, lama: dict[str, str]) -> dict[str, str]:
    """The environment of the functions. Secrets that are there stay: those made here, and those written in by hand."""
    rahasia = {"SIKAP_RAHASIA": 32, "SIKAP_S3_KUNCI": 10, "SIKAP_S3_RAHASIA": 20}
    isi = {nama: lama.get(nama) or secrets.token_hex(n) for nama, n in rahasia.items()}
    isi |= {nama: lama[nama] for nama in (aplikasi.AWALAN + n.upper() for n in aplikasi.rahasia()) if nama in lama}
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


def setelan_ingin(s: Server, m: Mesin) -> str:
    """The file of settings as it should stand, with the secrets it already holds."""
    baris = (m.isi(unit.SETELAN) or "").splitlines()
    lama = dict(b.split("=", 1) for b in baris if "=" in b and not b.startswith("#"))
    return "".join(f"{k}={v}\n" for k, v in setelan(s, lama).items())


def _paket(s: Server, m: Mesin) -> Langkah:
    paket = [*PAKET, *(["certbot"] if s["tls.cara"] == "acme" else [])]
    pilih = ["apt-get", "-qq", "-y", "--no-install-recommends", "--fix-broken", "-o", "DPkg::Lock::Timeout=300"]

    def pasang() -> None:
        m.berhasil(
            "env", "DEBIAN_FRONTEND=noninteractive", "dpkg", "--configure", "-a"
        )  # what a killed run left; apt finishes the rest
        m.jalan("apt-get", "-qq", "update")
        m.jalan(*pilih, "install", *paket, DEBIAN_FRONTEND="noninteractive")

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


def _rahasia(s: Server, m: Mesin) -> Langkah:
    def tulis() -> None:
        isi = setelan_ingin(s, m)
        m.tulis(unit.SETELAN, isi, 0o640, unit.ORANG)
        sandi = {k: v for k, _, v in (b.partition("=") for b in isi.splitlines())}
        kunci = [{"accessKey": sandi["SIKAP_S3_KUNCI"], "secretKey": sandi["SIKAP_S3_RAHASIA"]}]
        m.tulis(unit.IDENTITAS, json.dumps(bentuk_identitas(kunci)), 0o640, unit.ORANG_BERKAS)

    def buang() -> None:
        for j in (unit.SETELAN, unit.IDENTITAS):
            m.letak(j).unlink(missing_ok=True)

    return Langkah(
        "setelan dan rahasia",
        f"{unit.SETELAN}, terbaca hanya oleh layanan; rahasia dibuat sekali, tidak ditampilkan",
        "hapus /etc/sikap (tanpa rahasia lama, slip aktivasi yang belum dipakai tidak berlaku)",
        lambda: m.isi(unit.SETELAN) == setelan_ingin(s, m) and m.isi(unit.IDENTITAS) is not None,
        tulis,
        buang,
        data=True,
    )


def _folder(m: Mesin, nama: str, folder: str, orang: str, isi: str) -> Langkah:
    return Langkah(
        nama,
        f"folder {folder}, hanya untuk {orang}",
        f"hapus {folder} dengan tangan (menghapus semua {isi} di sana)",
        lambda: m.ada_folder(folder, orang),
        partial(m.folder, folder, orang),
        data=True,
    )


def _acme(s: Server, m: Mesin) -> Langkah:
    surel = ["--email", s["tls.surel"]] if s["tls.surel"] else ["--register-unsafely-without-email"]
    minta = [
        "certbot",
        "certonly",
        "--standalone",
        "-n",
        "--agree-tos",
        *surel,
        "--cert-name",
        s.nama_situs,
        "-d",
        s.nama_situs,
    ]
    taruh = f"install -D -m 600 $RENEWED_LINEAGE/privkey.pem {s['tls.kunci']} && install -D -m 600 $RENEWED_LINEAGE/fullchain.pem {s['tls.sertifikat']}"

    def pasang() -> None:
        """Put it in place ourselves too: certbot does so for a new certificate only, and it may be there already."""
        m.jalan(*minta, "--deploy-hook", f"{taruh} && systemctl reload nginx || true")
        m.jalan("sh", "-c", taruh, RENEWED_LINEAGE=f"/etc/letsencrypt/live/{s.nama_situs}")

    return Langkah(
        "sertifikat",
        f"meminta sertifikat untuk {s.nama_situs} (Let's Encrypt); diperbarui sendiri oleh certbot.timer",
        f"certbot delete --cert-name {s.nama_situs}",
        lambda: all(m.letak(s[b]).is_file() for b in ("tls.sertifikat", "tls.kunci")),
        pasang,
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
