"""A certificate that certbot asks for and renews: through the proxy, which holds port 80 and has to stop for nobody."""

from __future__ import annotations

from infra.langkah import Langkah
from infra.server import nginx
from infra.server.aturan import Server
from infra.server.mesin import Mesin


def langkah(s: Server, m: Mesin) -> Langkah:
    """The step."""
    return Langkah(
        "sertifikat",
        f"meminta sertifikat untuk {s.nama_situs} (Let's Encrypt); diperbarui sendiri oleh certbot.timer",
        f"certbot delete --cert-name {s.nama_situs}",
        lambda: all(m.letak(s[b]).is_file() for b in ("tls.sertifikat", "tls.kunci")) and not _berdiri_sendiri(s, m),
        lambda: _pasang(s, m),
    )


def _pasang(s: Server, m: Mesin) -> None:
    """Put it in place ourselves too: certbot does so for a new certificate only, and it may be there already."""
    if nginx.TANTANGAN not in (m.isi(nginx.LETAK) or "") or not m.berhasil(
        "systemctl", "is-active", "--quiet", "nginx"
    ):
        _sajikan(m, nginx.http(s))  # the whole site needs the certificate that is not there yet
    m.jalan("install", "-d", "-m", "755", nginx.AKAR_ACME)
    taruh = f"install -D -m 600 $RENEWED_LINEAGE/privkey.pem {s['tls.kunci']} && install -D -m 600 $RENEWED_LINEAGE/fullchain.pem {s['tls.sertifikat']}"
    m.jalan(*_minta(s, m), "--deploy-hook", f"{taruh} && systemctl reload nginx || true")
    m.jalan("sh", "-c", taruh, RENEWED_LINEAGE=f"/etc/letsencrypt/live/{s.nama_situs}")
    _sajikan(m, nginx.situs(s))


def _minta(s: Server, m: Mesin) -> list[str]:
    surel = ["--email", s["tls.surel"]] if s["tls.surel"] else ["--register-unsafely-without-email"]
    ulang = ["--force-renewal"] if _berdiri_sendiri(s, m) else []
    cara = ["--webroot", "-w", nginx.AKAR_ACME, "-n", "--agree-tos", *surel, *ulang]
    return ["certbot", "certonly", *cara, "--cert-name", s.nama_situs, "-d", s.nama_situs]


def _berdiri_sendiri(s: Server, m: Mesin) -> bool:
    """Would certbot open port 80 itself to renew? It can't beside the proxy; only a new request changes its mind."""
    return "authenticator = standalone" in (m.isi(f"/etc/letsencrypt/renewal/{s.nama_situs}.conf") or "")


def _sajikan(m: Mesin, teks: str) -> None:
    m.tulis(nginx.LETAK, teks)
    nginx.pasang(m)
    m.jalan("systemctl", "reload-or-restart", "nginx")
