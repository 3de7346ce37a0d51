"""The county's own server: its steps, its files as the real programs judge them, and its processes as the units start them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import alat_kantor
import pyotp
import pytest
from alat_server import MesinTiruan, jalankan, konf_nginx, pasang_kini, sertifikat, setelan

from infra import aplikasi, perintah
from infra.langkah import cabut, keadaan, rencana, terapkan
from infra.proses import Keluarga, pintu_bebas
from infra.server import nginx, rahasia, rilis, tata, unit
from infra.tempat import Berhenti, urai

CADANGAN = {"cadangan.tujuan": "/mnt/cadangan", "cadangan.penerima": ["age1" + "q" * 58]}


@pytest.fixture(autouse=True)
def tanpa_salin(monkeypatch):
    """Copying the program is tried by its own test; here it is only noted."""
    monkeypatch.setattr(rilis.PasangRilis, "_salin", lambda self, tujuan: tujuan.mkdir(parents=True))


@pytest.fixture
def mesin(tmp_path):
    return MesinTiruan(tmp_path / "akar")


def siap(tmp_path: Path, m: MesinTiruan, **lain: object):
    s = setelan(tmp_path, **lain)
    s.akar = m.akar
    m.tulis(s["tls.sertifikat"], "sertifikat")
    return s, tata.langkah(s, m)


def test_apply_does_what_plan_says_and_the_second_time_nothing(tmp_path, mesin):
    _, langkah = siap(tmp_path, mesin, **CADANGAN)
    sebelum = rencana(langkah)
    assert [p for p in mesin.perintah if not p.startswith("dpkg")] == [], "a plan changes nothing"
    assert sum("[AKAN ]" in b for b in sebelum) == len(langkah) - 1, "the packages are there"
    assert terapkan(langkah) == len(langkah) - 1
    assert terapkan(langkah) == 0
    assert "systemctl restart sikap-pekerja.service" in mesin.perintah and "nginx -t" in mesin.perintah


def test_an_upgrade_replaces_one_after_the_other_and_leaves_the_storage_in_peace(tmp_path, mesin, monkeypatch):
    s, langkah = siap(tmp_path, mesin)
    terapkan(langkah)
    monkeypatch.setattr(rilis, "nomor", lambda: "bbbbbbbbbbbb")
    baru = tata.langkah(s, mesin)
    mesin.perintah.clear()
    assert terapkan(baru) == 2
    ganti = [p for p in mesin.perintah if p.startswith(("systemctl restart", "menunggu"))]
    assert ganti == [
        *(k for p in s.pintu for k in (f"systemctl restart sikap-layanan@{p}.service", f"menunggu http://127.0.0.1:{p}/api/sehat")),
        "systemctl restart sikap-pekerja.service",
    ]  # fmt: skip


def test_a_release_that_does_not_answer_is_stopped_before_it_takes_the_second_process(tmp_path, mesin):
    s, langkah = siap(tmp_path, mesin)
    mesin.bisu = {f"http://127.0.0.1:{s.pintu[0]}/api/sehat"}
    with pytest.raises(Berhenti, match="belum menjawab"):
        terapkan(langkah)
    assert not [p for p in mesin.perintah if f"restart sikap-layanan@{s.pintu[1]}" in p]
    mesin.bisu = set()
    assert terapkan(langkah) == 1


def test_after_a_failure_it_goes_on_where_it_stopped(tmp_path, mesin):
    _, langkah = siap(tmp_path, mesin)
    mesin.gagal = "nginx -t"
    with pytest.raises(Berhenti, match="nginx -t"):
        terapkan(langkah)
    assert [nama for nama, baik in keadaan(langkah) if not baik] == ["layanan berjalan"]
    mesin.gagal = ""
    assert terapkan(langkah) == 1


def test_a_package_that_is_only_unpacked_is_finished_first(tmp_path, mesin):
    """What dpkg leaves when it is killed: known to it, not configured."""
    _, langkah = siap(tmp_path, mesin)
    mesin.paket = "iU "
    assert not langkah[0].sudah()
    langkah[0].kerja()
    perintah = [p for p in mesin.perintah if not p.startswith("dpkg-query")]
    assert perintah[0] == "dpkg --configure -a" and "--fix-broken" in perintah[2] and langkah[0].sudah()
    assert len(perintah) == 3


def test_packages_that_wait_for_each_other_get_a_second_round_and_then_a_word(tmp_path, mesin):
    _, langkah = siap(tmp_path, mesin)
    mesin.paket, mesin.gagal = "iF ", "--fix-broken"
    with pytest.raises(Berhenti, match="tiruan menolak"):
        langkah[0].kerja()
    assert [p for p in mesin.perintah if not p.startswith("dpkg-query")].count("dpkg --configure -a") == 2
    mesin.gagal = ""
    langkah[0].kerja()
    assert langkah[0].sudah()


def test_a_half_made_release_takes_no_whole_ones_place(tmp_path, mesin, monkeypatch):
    s, _ = siap(tmp_path, mesin)
    for nomor in ("a", "b", "c"):
        monkeypatch.setattr(rilis, "nomor", lambda nomor=nomor: nomor)
        rilis.PasangRilis(s, mesin).langkah().kerja()
    semua = mesin.letak(s["program.folder"]) / "rilis"
    (semua / "c" / "selesai").unlink()  # killed in its making
    monkeypatch.setattr(rilis, "nomor", lambda: "d")
    rilis.PasangRilis(s, mesin).langkah().kerja()
    assert sorted(r.name for r in semua.iterdir()) == ["a", "b", "d"]


@pytest.mark.parametrize("sama", [True, False])
def test_a_release_with_the_same_lock_takes_over_the_libraries(tmp_path, mesin, sama):
    s, _ = siap(tmp_path, mesin)
    kini, baru = mesin.letak(f"{s['program.folder']}/rilis/lama"), tmp_path / "baru"
    for berkas, isi in {"selesai": "", rilis.KUNCI: (rilis.AKAR / rilis.KUNCI).read_text() if sama else "x", ".venv/lib/a.py": "1"}.items():  # fmt: skip
        (kini / berkas).parent.mkdir(parents=True, exist_ok=True)
        (kini / berkas).write_text(isi)
    mesin.letak(s.kini).symlink_to(kini)
    baru.mkdir()
    rilis.PasangRilis(s, mesin)._pinjam_pustaka(baru)
    assert (baru / ".venv").exists() is sama
    assert not sama or (baru / ".venv/lib/a.py").samefile(kini / ".venv/lib/a.py")


def test_secrets_are_made_once_and_readable_by_the_services_only(tmp_path, mesin):
    s, langkah = siap(tmp_path, mesin)
    terapkan(langkah)
    pertama = mesin.isi(unit.SETELAN)
    s.isi["situs.bantuan_telepon"] = "(0351) 1"
    assert [nama for nama, baik in keadaan(langkah) if not baik] == ["setelan dan rahasia", "layanan berjalan"]
    terapkan(langkah)
    sandi = re.compile(r"SIKAP_(?:RAHASIA|S3_KUNCI|S3_RAHASIA)=(\w{20,})")
    assert sandi.findall(pertama) == sandi.findall(mesin.isi(unit.SETELAN)) and len(sandi.findall(pertama)) == 3
    assert mesin.letak(unit.SETELAN).stat().st_mode & 0o007 == 0
    semua = "\n".join([*unit.semua(s).values(), nginx.situs(s), *rencana(langkah), *mesin.perintah])
    assert not [r for r in sandi.findall(pertama) if r in semua]


def test_a_key_that_changed_is_given_to_the_storage_too_and_the_storage_started_again(tmp_path, mesin):
    _, langkah = siap(tmp_path, mesin)
    terapkan(langkah)
    kunci = urai(mesin.isi(unit.SETELAN), "x")["SIKAP_S3_KUNCI"]
    mesin.letak(unit.SETELAN).write_text(mesin.isi(unit.SETELAN).replace(kunci, "kunci-baru"))
    mesin.perintah.clear()
    assert [nama for nama, baik in keadaan(langkah) if not baik] == ["setelan dan rahasia", "layanan berjalan"]
    terapkan(langkah)
    assert "kunci-baru" in mesin.isi(unit.IDENTITAS) and kunci not in mesin.isi(unit.IDENTITAS)
    assert "systemctl restart sikap-berkas.service" in mesin.perintah
    mesin.letak(unit.IDENTITAS).write_text("{}")
    assert [nama for nama, baik in keadaan(langkah) if not baik] == ["setelan dan rahasia"]


ACME = {"tls.cara": "acme", "situs.alamat": "https://sikap.contohkab.go.id"}


class Certbot(MesinTiruan):
    """Asks as certbot does: its answer must be served at the time, and what it was asked with it keeps for renewals."""

    def _jalan(self, perintah, lingkungan):
        if perintah[0] == "certbot":
            assert nginx.TANTANGAN in self.isi(nginx.LETAK) and "systemctl reload-or-restart nginx" in self.perintah
            self.dilayani = self.isi(nginx.LETAK)
            cara = "webroot" if "--webroot" in perintah else "standalone"
            self.tulis("/etc/letsencrypt/renewal/sikap.contohkab.go.id.conf", f"authenticator = {cara}\n")
        if lingkungan.get("RENEWED_LINEAGE"):
            for nama in self.berkas:
                self.tulis(nama, "PEM")
        return super()._jalan(perintah, lingkungan)


@pytest.fixture
def certbot(tmp_path):
    m = Certbot(tmp_path / "akar")
    s = setelan(tmp_path, **ACME)
    s.akar, m.berkas = m.akar, [s["tls.sertifikat"], s["tls.kunci"]]
    return m, s, tata.langkah(s, m)


def test_a_certificate_is_asked_for_through_the_proxy_which_does_not_need_one_yet(certbot):
    m, s, langkah = certbot
    terapkan(langkah)
    assert "ssl_certificate" not in m.dilayani and m.isi(nginx.LETAK) == nginx.situs(s)
    minta = next(p for p in m.perintah if p.startswith("certbot"))
    assert f"--webroot -w {nginx.AKAR_ACME}" in minta and "--force-renewal" not in minta
    assert m.perintah.index(f"install -d -m 755 {nginx.AKAR_ACME}") < m.perintah.index(minta)
    assert terapkan(langkah) == 0


def test_a_certificate_that_certbot_would_renew_on_the_proxys_port_is_asked_for_anew(certbot):
    m, _, langkah = certbot
    terapkan(langkah)
    konf = "/etc/letsencrypt/renewal/sikap.contohkab.go.id.conf"
    m.tulis(konf, "[renewalparams]\nauthenticator = standalone\n")
    m.perintah.clear()
    m.perintah.append("systemctl reload-or-restart nginx")  # it runs since the first time
    m.aktif.add("nginx")
    assert [nama for nama, baik in keadaan(langkah) if not baik] == ["sertifikat"]
    assert terapkan(langkah) == 1
    assert "ssl_certificate" in m.dilayani, "the site stays while certbot asks"
    assert "--force-renewal" in next(p for p in m.perintah if p.startswith("certbot")) and terapkan(langkah) == 0


def test_nginx_itself_serves_certbots_answer_without_a_certificate(tmp_path):
    s = setelan(tmp_path)
    (tmp_path / "acme/.well-known/acme-challenge").mkdir(parents=True)
    (tmp_path / "acme/.well-known/acme-challenge/x").write_text("jawaban")
    konf = konf_nginx(s, tmp_path)
    (tmp_path / "sikap.conf").write_text(nginx.http(s).replace(nginx.AKAR_ACME, str(tmp_path / "acme")))
    keluarga, alamat = Keluarga(), f"http://127.0.0.1:{s['proksi.pintu_http']}"
    try:
        anak = keluarga.mulai("nginx", ["nginx", "-c", str(konf)], lingkungan=os.environ, catatan=tmp_path / "n.log")
        keluarga.tunggu_siap(anak, lambda: not pintu_bebas(s["proksi.pintu_http"]), 20)
        buka = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
        assert buka(f"{alamat}{nginx.TANTANGAN}x", timeout=10).read() == b"jawaban"
    finally:
        keluarga.hentikan(5)


def test_the_functions_know_every_setting_they_are_given(tmp_path):
    from chalicelib.wiring import baca_setelan

    assert baca_setelan(rahasia.setelan(setelan(tmp_path, **CADANGAN), {})).proksi_tepercaya == 1


def test_the_office_chooses_its_channel_and_its_secrets_survive_every_apply(tmp_path, mesin):
    from chalicelib.wiring import baca_setelan

    s, langkah = siap(tmp_path, mesin)
    terapkan(langkah)
    tangan = (
        "  SIKAP_WA_TOKEN = EAAB=rahasia\n# dari Meta\nSIKAP_WA_RAHASIA_APLIKASI='r s'\nSIKAP_WA_TOKEN_VERIFIKASI=v\n"
        "AWS_ACCESS_KEY_ID = AKIA\nSIKAP_ASING=1\n"
    )
    mesin.letak(unit.SETELAN).write_text(mesin.isi(unit.SETELAN) + tangan)
    s.isi |= {
        "aplikasi.kanal": "whatsapp",
        "aplikasi.wa_nomor": "1234",
        "aplikasi.retensi": True,
        "aplikasi.wa_per_detik": 80.0,
    }
    terapkan(langkah)
    isi = urai(mesin.isi(unit.SETELAN), unit.SETELAN)
    jadi = baca_setelan(isi)
    assert (jadi.kanal, jadi.wa_nomor, jadi.wa_token, jadi.retensi, jadi.wa_per_detik) == (
        "whatsapp",
        "1234",
        "EAAB=rahasia",
        True,
        80.0,
    )
    assert (jadi.wa_rahasia_aplikasi, isi["AWS_ACCESS_KEY_ID"], "SIKAP_ASING" in isi) == ("r s", "AKIA", False)
    assert "SIKAP_BATAS_BKN" not in isi, "what is not written keeps the default of its release"
    terapkan(langkah)
    assert "EAAB=rahasia" in mesin.isi(unit.SETELAN)
    assert not [t for t in (*rencana(langkah), mesin.isi(unit.SASARAN)) if "EAAB" in t]


def test_no_setting_has_two_places(tmp_path):
    sasaran = {n.removeprefix("SIKAP_").lower() for n in rahasia.setelan(setelan(tmp_path, **CADANGAN), {})}
    assert sasaran <= set(aplikasi.SASARAN)


def test_destroy_leaves_what_people_entered(tmp_path, mesin):
    s, langkah = siap(tmp_path, mesin)
    terapkan(langkah)
    mesin.perintah.clear()
    tinggal = cabut(langkah, data=False)
    assert any(t.startswith("pangkalan data") for t in tinggal) and any(t.startswith("tempat dokumen") for t in tinggal)
    assert not [p for p in mesin.perintah if "dropdb" in p] and mesin.isi(unit.SETELAN)
    assert not mesin.letak(nginx.LETAK).exists() and not mesin.letak(s["program.folder"]).exists()
    cabut(langkah, data=True)


def test_a_missing_certificate_is_named_before_anything_is_started(tmp_path, mesin):
    s, langkah = siap(tmp_path, mesin)
    mesin.letak(s["tls.sertifikat"]).unlink()
    with pytest.raises(Berhenti, match="acme"):
        terapkan(langkah)
    assert not mesin.aktif


def test_systemd_itself_finds_no_fault_in_the_units(tmp_path, situs):
    s = setelan(tmp_path, **CADANGAN)
    pasang_kini(s, situs)
    folder = tmp_path / "unit"
    folder.mkdir()
    for nama, isi in unit.semua(s).items():
        (folder / nama).write_text(isi)
    nama = [str(folder / n.replace("@.", "@8001.")) for n in unit.semua(s)]
    (folder / "sikap-layanan@8001.service").write_text((folder / "sikap-layanan@.service").read_text())
    hasil = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", "--man=no", *nama],
        capture_output=True,
        text=True,
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{folder}:"},
    )
    milik = [b for b in hasil.stderr.splitlines() if "sikap" in b and "Failed to prepare filename" not in b]
    assert hasil.returncode == 0 and milik == [], hasil.stderr


def test_the_units_are_hardened(tmp_path, situs):
    s = setelan(tmp_path, **CADANGAN)
    pasang_kini(s, situs)
    for nama, isi in unit.semua(s).items():
        if not nama.endswith(".service"):
            continue
        (tmp_path / nama.replace("@", "")).write_text(isi)
        hasil = subprocess.run(
            ["systemd-analyze", "security", "--offline=true", str(tmp_path / nama.replace("@", ""))],
            capture_output=True,
            text=True,
        )
        nilai = re.search(r"exposure level for .*?: ([\d.]+)", hasil.stdout)
        assert nilai, hasil.stderr
        assert float(nilai[1]) < 3.0, f"{nama}: {nilai[1]}"


@pytest.mark.parametrize(
    ("kata", "siapa"),
    [
        ("doctor", f"sikap doctor {unit.SASARAN}"), ("status", f"sikap status {unit.SASARAN}"),
        ("doctor a.toml", "sikap doctor a.toml"), ("status a.toml", "sikap status a.toml"), ("compose a.toml", "sikap compose a.toml"),
        ("plan a.toml", "sikap plan a.toml"), ("apply a.toml", "sikap apply a.toml"), ("destroy a.toml --ya", "sikap destroy a.toml --ya"),
        ("doctor --json", "layanan doctor --json"), ("doctor --help", "layanan doctor --help"), ("apply", "layanan apply"),
        ("impor a.xlsx --uji", "layanan impor a.xlsx --uji"), ("", "layanan"),
    ],
)  # fmt: skip
def test_the_administrators_word_goes_to_who_understands_it(tmp_path, kata, siapa):
    """As `infra/sikap` itself decides: what names a settings file is its own, everything else is the functions'."""
    s = setelan(tmp_path)
    for letak, isi in {
        Path(s.kini) / "infra/sikap": 'echo sikap "$@"',
        tmp_path
        / "bin/systemd-run": 'while [ "$1" != chalicelib.edge.perintah ]; do shift; done; shift; echo layanan "$@"',
        tmp_path / "bin/sikap": unit.alat(s),
    }.items():
        letak.parent.mkdir(parents=True, exist_ok=True)
        letak.write_text(isi if isi.startswith("#!") else f"#!/bin/sh\n{isi}\n")
        letak.chmod(0o755)
    jalur = {"PATH": f"{tmp_path}/bin:{os.environ['PATH']}"}
    hasil = subprocess.run(["sikap", *kata.split()], env=jalur, capture_output=True, text=True)
    assert (hasil.stdout.strip(), hasil.stderr) == (siapa, "")
    if kata not in ("doctor", "status"):
        assert perintah._untuk_sasaran(kata.split()) is siapa.startswith("sikap ")


def test_everything_listens_on_loopback_only(tmp_path):
    s = setelan(tmp_path)
    assert "-ip.bind=127.0.0.1" in unit.semua(s)["sikap-berkas.service"]
    assert "--alamat" not in unit.semua(s)["sikap-layanan@.service"], "serve's default is 127.0.0.1"


def test_nginx_itself_finds_no_fault_in_its_file(tmp_path):
    s = setelan(tmp_path)
    sertifikat(s)
    hasil = subprocess.run(["nginx", "-t", "-c", str(konf_nginx(s, tmp_path))], capture_output=True, text=True)
    assert hasil.returncode == 0 and "warn" not in hasil.stderr, hasil.stderr


@pytest.fixture(scope="module")
def server(tmp_path_factory, situs, postgresql):
    with jalankan(tmp_path_factory.mktemp("server"), situs, postgresql.baru(), alat_kantor.isi) as jalan:
        yield jalan


def masuk(server, siapa: str) -> dict[str, str]:
    """Sign in through TLS; answers the headers of what follows."""
    kepala = {"Content-Type": "application/json", "x-sikap": "1"}
    isi = {"nip": alat_kantor.nip(list(alat_kantor.ORANG).index(siapa)), "sandi": alat_kantor.SANDI}
    jawab = server.buka("/api/sesi", data=json.dumps(isi).encode(), headers=kepala)
    kue = jawab.headers["Set-Cookie"]
    assert kue.startswith("__Host-sid=") and "Secure" in kue
    kepala |= {"Cookie": kue.split(";")[0]}
    if json.load(jawab)["lanjut"] == "kode":
        kode = pyotp.TOTP(alat_kantor.TOTP).now()
        jawab = server.buka("/api/sesi/kode", data=json.dumps({"kode": kode}).encode(), headers=kepala)
        kepala |= {"Cookie": jawab.headers["Set-Cookie"].split(";")[0]} if jawab.headers["Set-Cookie"] else {}
    return kepala


def test_the_page_comes_through_tls_with_its_headers(server):
    jawab = server.buka("/masuk/")
    assert b"Kata sandi" in jawab.read()
    assert "max-age=63072000" in jawab.headers["Strict-Transport-Security"]
    assert server.s["situs.alamat"] in jawab.headers["Content-Security-Policy"]
    assert jawab.headers["Server"] == "nginx"


def test_plain_http_leads_to_tls(server):
    class Diam(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    with pytest.raises(urllib.error.HTTPError) as pindah:
        urllib.request.build_opener(Diam, urllib.request.ProxyHandler({})).open(
            f"http://127.0.0.1:{server.s['proksi.pintu_http']}/sop/"
        )
    assert pindah.value.code == 301 and pindah.value.headers["Location"] == server.s["situs.alamat"] + "/sop/"


def test_a_document_travels_through_the_proxy_and_back(server):
    from fpdf import FPDF

    lembar = FPDF()
    lembar.add_page()
    isi = bytes(lembar.output())
    kepala = masuk(server, "karno")
    minta = {"pegawai": "karno", "slot": "sk-kp", "nama": "a.pdf", "ukuran": len(isi), "sha256": hashlib.sha256(isi).hexdigest()}  # fmt: skip
    tiket = json.load(server.buka("/api/berkas", data=json.dumps(minta).encode(), headers=kepala))
    jalur = tiket["tiket"]["url"].removeprefix(server.s["situs.alamat"])
    assert jalur.startswith("/berkas/masuk/"), "the browser sees one origin"
    assert server.buka(jalur, data=isi, headers=tiket["tiket"]["kepala"], method="PUT").status == 200
    with pytest.raises(urllib.error.HTTPError) as kedua:
        server.buka(jalur, data=isi, headers=tiket["tiket"]["kepala"], method="PUT")
    assert kedua.value.code == 412, "once only"
    server.buka(f"/api/berkas/{tiket['id']}/penerimaan", data=b"{}", headers=kepala)
    alamat = json.load(server.buka(f"/api/berkas/{tiket['id']}/isi", headers=kepala))["url"]
    assert server.buka(alamat.removeprefix(server.s["situs.alamat"])).read() == isi
    with pytest.raises(urllib.error.HTTPError) as tanpa:
        server.buka(alamat.removeprefix(server.s["situs.alamat"]).split("?")[0])
    assert tanpa.value.code == 403, "without its signature an address opens nothing"


def test_one_function_process_killed_is_not_noticed(server):
    """kill -9: the proxy asks the other one; systemd would start it again (Restart=always)."""
    anak = server.anak[f"layanan-{server.s.pintu[0]}"]
    anak.proses.kill()
    anak.proses.wait()
    assert [server.buka("/api/publik/sop").status for _ in range(20)] == [200] * 20


def test_when_all_are_away_people_read_a_sentence(server):
    anak = server.anak[f"layanan-{server.s.pintu[1]}"]
    anak.proses.kill()
    anak.proses.wait()
    with pytest.raises(urllib.error.HTTPError) as henti:
        server.buka("/")
    assert henti.value.code == 502 and "Tidak ada yang hilang" in henti.value.read().decode()
