"""The proxy before everything: TLS, one origin for site, functions and files, whole bodies only, a sentence when all else is away."""

from __future__ import annotations

from infra.server.aturan import Server

LETAK = "/etc/nginx/sites-available/sikap.conf"
NYALA = "/etc/nginx/sites-enabled/sikap.conf"
RUSAK = "/etc/sikap/sedang-terganggu.html"
HALAMAN_RUSAK = """<!doctype html>
<html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>SIKAP sedang terganggu</title>
<h1>SIKAP sedang terganggu</h1>
<p>Tidak ada yang hilang. Coba lagi satu menit lagi.</p>
"""


def situs(s: Server) -> str:
    """The site's configuration for nginx 1.18 and later."""
    pintu = "\n".join(f"    server 127.0.0.1:{p} max_fails=1 fail_timeout=2s;" for p in s.pintu)
    return f"""# Dibuat oleh infra/sikap apply; perubahan di sini tertimpa. Ubah setelannya, lalu apply lagi.
upstream sikap_layanan {{
{pintu}
    keepalive 16;
}}
log_format sikap '$time_iso8601 $status $request_method $request_time $body_bytes_sent $upstream_http_x_request_id';
limit_req_zone $binary_remote_addr zone=sikap_masuk:2m rate=10r/s;

server {{
    listen {s["proksi.pintu_http"]};
    listen [::]:{s["proksi.pintu_http"]};
    server_name {s.nama_situs};
    access_log off;
    location /.well-known/acme-challenge/ {{ root /var/www/sikap-acme; }}
    location / {{ return 301 {s["situs.alamat"]}$request_uri; }}
}}
{_tls(s)}"""


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
        proxy_pass http://127.0.0.1:{s["berkas.pintu"]};
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
        proxy_next_upstream error timeout;
        proxy_next_upstream_tries 2;
        proxy_read_timeout 30s;
    }}"""
