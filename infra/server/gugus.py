"""Three machines: the storage's names of files lie in the same PostgreSQL as the records, so that they survive together."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from infra.server.aturan import Server

FOLDER = "/etc/sikap"
LETAK = f"{FOLDER}/filer.toml"
LINGKUNGAN = "PGTARGETSESSIONATTRS=read-write PGPASSFILE=/etc/sikap/pgpass-berkas"
"""Of several hosts the one that takes writes; the password in PostgreSQL's own file, readable by sikap-berkas only."""
_KOLOM = "dirhash BIGINT, name VARCHAR(65535), directory VARCHAR(65535), meta bytea, PRIMARY KEY (dirhash, name)"
_SISIP = (
    'INSERT INTO "%[1]s" (dirhash, name, directory, meta) VALUES ($1, $2, $3, $4) '
    "ON CONFLICT (dirhash, name) DO UPDATE SET directory = EXCLUDED.directory, meta = EXCLUDED.meta"
)


def filer(s: Server) -> str:
    """SeaweedFS's filer.toml: a database of its own beside the records', on the same hosts as `catatan.alamat`."""
    alamat = urlsplit(s["catatan.alamat"])
    pilihan = {k: v[-1] for k, v in parse_qs(alamat.query).items()}
    host = pilihan.get("host") or alamat.hostname or "127.0.0.1"
    return f"""# Dibuat oleh infra/sikap apply; perubahan di sini tertimpa.
[postgres2]
enabled = true
createTable = '''CREATE TABLE IF NOT EXISTS "%s" ({_KOLOM})'''
hostname = "{host}"
port = {pilihan.get("port") or alamat.port or 5432}
username = "sikap-berkas"
password = ""
database = "{s["catatan.pangkalan"]}_berkas"
sslmode = "{pilihan.get("sslmode", "prefer")}"
connection_max_idle = 4
connection_max_open = 20
connection_max_lifetime_seconds = 300
enableUpsert = true
upsertQuery = '''{_SISIP}'''
"""
