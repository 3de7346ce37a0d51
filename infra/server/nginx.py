"""The proxy before everything: TLS, one origin for site, functions and files, whole bodies only, a sentence when all else is away."""

from __future__ import annotations

from infra.server.aturan import Server
from infra.server.mesin import Mesin

LETAK = "/etc/nginx/sites-available/sikap.conf"
NYALA = "/etc/nginx/sites-enabled/sikap.conf"
TANTANGAN, AKAR_ACME = "/.well-known/acme-challenge/", "/var/www/sikap-acme"
"""Where certbot answers for the name, and the folder it puts its answers in."""
RUSAK = "/etc/sikap/sedang-terganggu.html"
HALAMAN_RUSAK = """<!doctype html>
<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>SIKAP sedang terganggu</title>
<h1>SIKAP sedang terganggu</h1>
<p>Tidak ada yang hilang. Coba lagi satu menit lagi.</p>
"""


def situs(s: Server) -> str:
    """The site's configuration for nginx 1.18 and later.

    With three machines each proxies to all. A process here that is away refuses at once and costs nothing to ask, so none is remembered as failed: while processes
    are replaced one after the other, the first would still be shunned when the second stops, and nobody would be left.
    """
    pintu = "\n".join(f"    server {a}:{p} {_ingat(s, a)};" for a in s.mesin for p in s.pintu)
    return f"""# Dibuat oleh infra/sikap apply; perubahan di sini tertimpa. Ubah setelannya, lalu apply lagi.
upstream sikap_layanan {{
{pintu}
    keepalive 16;
}}
log_format sikap '$time_iso8601 $status $request_method $request_time $body_bytes_sent $upstream_http_x_request_id';
limit_req_zone $binary_remote_addr zone=sikap_masuk:2m rate=10r/s;

{http(s)}{_tls(s)}{_berkas(s) if s["jaringan.semua"] else ""}"""


def http(s: Server) -> str:
    """The unencrypted door: it leads to the other one, and lets certbot answer. It needs no certificate."""
    return f"""server {{
    listen {s["proksi.pintu_http"]};
    listen [::]:{s["proksi.pintu_http"]};
    server_name {s.nama_situs};
    access_log off;
    location {TANTANGAN} {{ root {AKAR_ACME}; }}
    location / {{ return 301 {s["situs.alamat"]}$request_uri; }}
}}
"""


def pasang(m: Mesin) -> None:
    """Put our file among those that nginx serves, and let nginx judge it. Raises Berhenti with nginx's words."""
    if not (nyala := m.letak(NYALA)).is_symlink():
        nyala.parent.mkdir(parents=True, exist_ok=True)
        nyala.symlink_to(LETAK)
    m.jalan("nginx", "-t")


def _ingat(s: Server, alamat: str) -> str:
    return "max_fails=0" if alamat == s["jaringan.alamat"] else "max_fails=1 fail_timeout=5s"


def _berkas(s: Server) -> str:
    """The storage of three machines as one address on loopback, for the functions here and for the site."""
    server = "\n".join(f"    server {a}:{s['berkas.pintu']} max_fails=1 fail_timeout=5s;" for a in s.mesin)
    return f"""upstream sikap_berkas {{
{server}
    keepalive 16;
}}
server {{
    listen 127.0.0.1:{s.pintu_dokumen};
    client_max_body_size 0;
    access_log off;
    location / {{
        proxy_pass http://sikap_berkas;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $http_host;
        proxy_connect_timeout 2s;
        proxy_read_timeout 15s;
        proxy_next_upstream error timeout http_500 http_503 non_idempotent;
    }}
}}
"""


def _tls(s: Server) -> str:
    return f"""server {{
    listen {s["proksi.pintu_https"]} ssl http2;
    listen [::]:{s["proksi.pintu_https"]} ssl http2;
    server_name {s.nama_situs};
    ssl_certificate {s["tls.sertifikat"]};
    ssl_certificate_key {s["tls.kunci"]};
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:sikap:2m;
    server_tokens off;
    access_log /var/log/nginx/sikap.log sikap;
    error_log /var/log/nginx/sikap-galat.log crit;
    client_max_body_size 6m;
    client_body_timeout 120s;
    add_header Strict-Transport-Security "max-age=63072000; includeSubDomains" always;
    error_page 502 504 /sedang-terganggu.html;
    location = /sedang-terganggu.html {{ internal; root /etc/sikap; add_header Retry-After 30 always; }}
{_ke_layanan("/", "")}
{_ke_layanan("= /api/sesi", "        limit_req zone=sikap_masuk burst=40 nodelay;" + chr(10))}
    location = /api/metrik {{ return 404; }}
    location /{s["berkas.ember"]}/ {{
        proxy_pass http://127.0.0.1:{s.pintu_dokumen};
        proxy_http_version 1.1;
        proxy_set_header Host $http_host;
        proxy_set_header Connection "";
        proxy_request_buffering on;
        add_header X-Content-Type-Options nosniff always;
        add_header Content-Security-Policy "script-src 'none'; frame-ancestors 'self'" always;
        access_log off;
    }}
}}
"""


def _ke_layanan(letak: str, tambahan: str) -> str:
    return f"""    location {letak} {{
{tambahan}        proxy_pass http://sikap_layanan;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $http_host;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_request_buffering on;
        proxy_connect_timeout 2s;
        proxy_next_upstream error non_idempotent;
        proxy_next_upstream_tries 2;
        proxy_read_timeout 30s;
    }}"""
