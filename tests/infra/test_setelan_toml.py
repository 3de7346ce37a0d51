"""A settings file with ten different mistakes: each is named with its line and the way out."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from infra import aplikasi, sasaran
from infra.aws import aturan as aturan_aws
from infra.server.aturan import ATURAN, sepadan
from infra.setelan_toml import baca, periksa, tulis
from infra.tempat import Berhenti
from schemas.setelan import PERLU, POLA_KANAL, Setelan

AKAR = Path(__file__).resolve().parents[2]
SALAH = """\
[sasaran]
jenis = "serverr"
[situs]
alamat = "http://sikap.contohkab.go.id/"
bantuan_telpon = "1"
[tls]
cara = 1
sertifikat = "situs.pem"
surel = "bukan surel"
[layanan]
proses = "dua"
pintu = 80
[berkas]
ember = "A B"
[cadangan]
penerima = ["AGE-SECRET-KEY-1"]
jam = "25:00"
[proksii]
x = 1
"""
BARIS = [2, 4, 5, 7, 8, 9, 11, 12, 14, 16, 17, 19]
SALAH_AWS = """\
[sasaran]
jenis = "awss"
[aws]
nama = "SIKAP Kabupaten"
wilayah = "Jakarta"
arsitektur = "amd64"
phyton = "python3.13"
[situs]
alamat = "sikap.contohkab.go.id"
sertifikat_arn = "arn:aws:acm:ap-southeast-3:123456789012:certificate/1"
waf_arn = true
[dokumen]
kunci_objek_hari = "7"
[kabar]
kanal = "sms"
nomor = "0812"
[pengawas]
surel = "admin"
simpan_log_hari = 100
"""
BARIS_AWS = {
    2: "infra/aws/contoh.toml", 4: "tanda hubung", 5: "ap-southeast-3", 6: "arm64, x86_64", 7: "aws.python?",
    9: "https://", 10: "us-east-1", 11: "tanda petik", 13: "tanpa tanda petik", 15: "whatsapp-aws",
    16: "phone-number-id", 18: "surel", 19: "90, 120",
}  # fmt: skip


def test_each_mistake_for_aws_has_its_line_and_a_way_out(tmp_path):
    berkas = tmp_path / "sikap-aws.toml"
    berkas.write_text(SALAH_AWS)
    with pytest.raises(Berhenti) as henti:
        sasaran.buka(berkas, lihat=False)
    salah = str(henti.value).splitlines()
    assert [int(b.removeprefix(f"{berkas}:").split(":")[0]) for b in salah] == list(BARIS_AWS)
    assert [b for b, jalan in zip(salah, BARIS_AWS.values(), strict=True) if jalan not in b] == []


AWAL = '[sasaran]\njenis = "{}"\n[situs]\nalamat = "https://sikap.contohkab.go.id"\n'


@pytest.mark.parametrize(
    ("isi", "baris", "kalimat"),
    [
        ('[cadangan]\ntujuan = "/mnt/cadangan"\n', 5, "cadangan.penerima: isi: cadangan selalu dienkripsi"),
        ("[layanan]\nproses = 4\npintu = 8331\n[berkas]\npintu = 8333\n", 7, "layanan.pintu: pintu 8331 dan berikutnya juga dipakai berkas.pintu"),
        ("[proksi]\npintu_http = 443\n", 5, "proksi.pintu_https: pintu 443 juga dipakai proksi.pintu_http"),
        ('[jaringan]\nsemua = ["10.0.0.1", "10.0.0.2", "10.0.0.3"]\nalamat = "10.0.0.4"\n[catatan]\nalamat = "postgresql://a"\n', 7, "alamat mesin ini"),
        ('[jaringan]\nsemua = ["10.0.0.1", "10.0.0.2", "10.0.0.3"]\nalamat = "10.0.0.1"\n', 1, "catatan.alamat: isi"),
        ('[jaringan]\nalamat = "10.0.0.256"\n', 6, "tulis alamat IP"),
        ('bantuan_telepon = "1\\nSIKAP_DEMO=1"\n', 5, "situs.bantuan_telepon: tulis dalam satu baris"),
        ('[cadangan]\ntujuan = "/mnt/a\\tb"\n', 6, "cadangan.tujuan: tulis dalam satu baris"),
        ('[cadangan]\ntujuan = "/mnt/a b"\n', 6, "tanpa spasi"),
        ('[aplikasi]\nkanal = "sms"\n', 6, "aplikasi.kanal: bentuknya tidak cocok. Kanal kabar: catatan, whatsapp"),
        ('[aplikasi]\nkanal_kedua = "whatsapp"\n', 6, "Kanal bila yang pertama gagal: surel, atau kosong"),
        ('[aplikasi]\nwa_per_detik = 0\n', 6, "harus lebih dari 0, paling banyak 1000"),
        ('[aplikasi]\nlibur_tambahan = "2027-03-10, 2027-02-30"\n', 6, "“2027-02-30” bukan tanggal"),
        ('[aplikasi]\nlibur_tambahan = "20270310"\n', 6, "“20270310” bukan tanggal"),
        ('[aplikasi]\nkanal = "whatsapp"\n', 5, "aplikasi.wa_nomor: isi: kanal whatsapp memerlukannya"),
    ],
)  # fmt: skip
def test_settings_that_do_not_fit_each_other_on_a_server(isi, baris, kalimat):
    salah = periksa(AWAL.format("server") + isi, ATURAN, sepadan)
    assert [s.baris for s in salah] == [baris] and kalimat in salah[0].kalimat


@pytest.mark.parametrize(
    ("isi", "baris", "kalimat"),
    [
        ("", 3, "situs.sertifikat_arn: isi: nama situs sendiri"),
        ('sertifikat_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"\n[kabar]\nkanal = "whatsapp-aws"\n', 6, "kabar.nomor: isi: kanal"),
        ('sertifikat_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"\n[aplikasi]\nsurel_server = "a:25"\nkanal_kedua = "surel"\n', 6, "aplikasi.surel_pengirim: isi: kanal surel memerlukannya"),
        ('sertifikat_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"\n[kabar]\nkanal = "whatsapp"\nnomor = "phone-number-id-0123456789abcdef0123456789abcdef"\n', 8, "dari Meta"),
    ],
)  # fmt: skip
def test_settings_that_do_not_fit_each_other_on_aws(isi, baris, kalimat):
    salah = periksa(AWAL.format("aws") + isi, aturan_aws.ATURAN, aturan_aws.sepadan)
    assert [s.baris for s in salah] == [baris] and kalimat in salah[0].kalimat


def test_a_certificate_without_a_name_and_cloudfronts_own_name():
    bawaan = {n: b.bawaan for n, b in aturan_aws.ATURAN.items()}
    assert aturan_aws.sepadan(bawaan | {"situs.alamat": "https://d1.cloudfront.net"}) == {}
    assert list(aturan_aws.sepadan(bawaan | {"situs.sertifikat_arn": "arn:…"})) == ["situs.alamat"]


def test_what_is_written_is_read_again(tmp_path):
    isi = baca(AKAR / "infra/server/contoh.toml", ATURAN) | {"situs.bantuan_telepon": 'kantor "A" \\ é', "cadangan.penerima": ["age1" + "q" * 58]}  # fmt: skip
    (tmp_path / "s.toml").write_text(tulis(isi), encoding="utf-8")
    assert baca(tmp_path / "s.toml", ATURAN) == isi


def test_every_line_that_is_no_toml_is_named():
    salah = periksa('[situs\nalamat = https://x\n\n[aws]\nnama = "a"\nnama = "b"\nini apa\n', ATURAN)
    assert [s.baris for s in salah] == [1, 2, 6, 7] and "Hapus salah satu" in salah[2].kalimat


def test_each_mistake_has_its_line_and_a_way_out():
    salah = periksa(SALAH, ATURAN)
    assert [s.baris for s in salah] == BARIS
    assert all(len(s.kalimat) > 25 for s in salah)
    assert "situs.bantuan_telepon?" in salah[2].kalimat and "situs.alamat" in salah[1].kalimat


def test_a_missing_setting_points_to_its_section():
    salah = periksa('[sasaran]\njenis = "server"\n\n[situs]\n', ATURAN)
    assert [(s.baris, s.kalimat.split(":")[0]) for s in salah] == [(4, "situs.alamat")]


@pytest.mark.parametrize("teks, baris", [("[situs\n", 1), ("[situs]\nalamat = https://x\n", 2), ("a = 'b\n\n", 1)])
def test_what_is_no_toml_is_shown(teks, baris):
    satu = periksa(teks, ATURAN)[0]
    assert satu.baris == baris and "bukan TOML" in satu.kalimat


def test_the_command_lists_file_and_line(tmp_path):
    berkas = tmp_path / "sikap.toml"
    berkas.write_text(SALAH)
    with pytest.raises(Berhenti) as henti:
        baca(berkas, ATURAN)
    baris = str(henti.value).splitlines()
    assert len(baris) == 12 and baris[0].startswith(f"{berkas}:2: sasaran.jenis: ")


def test_the_example_is_the_documentation_and_true():
    contoh = AKAR / "infra/server/contoh.toml"
    isi = baca(contoh, ATURAN)
    assert {n: isi[n] for n, b in ATURAN.items() if b.bawaan is not None} == {
        n: b.bawaan for n, b in ATURAN.items() if b.bawaan is not None
    }
    tertulis = set(re.findall(r"^([a-z_]+) =", contoh.read_text(), re.M))
    assert tertulis == {n.split(".")[1] for n in ATURAN if not n.startswith(aplikasi.BAGIAN)}


@pytest.mark.parametrize("sasaran, juga", [("server", ()), ("aws", aturan_aws.KABAR)])
def test_the_example_shows_everything_the_functions_may_be_told(sasaran, juga):
    teks = (AKAR / f"infra/{sasaran}/contoh.toml").read_text()
    assert teks.endswith("[aplikasi]\n" + aplikasi.contoh(juga))
    nyala = re.sub(r"^# (?=[a-z_0-9]+ = )", "", teks.partition("[aplikasi]")[2], flags=re.M)
    aturan = aplikasi.aturan(juga)
    isi = tomllib.loads(nyala)
    assert {f"aplikasi.{n}" for n in isi} == {
        n for n in aturan if n.removeprefix("aplikasi.") not in aplikasi.rahasia()
    }
    assert periksa("[aplikasi]" + nyala, aturan) == []


def test_the_table_read_as_text_is_the_table():
    tabel = {s.nama: s.bawaan for s in aplikasi.tabel()}
    assert tabel == {n: f.default for n, f in Setelan.model_fields.items()}
    assert set(aplikasi.rahasia()) | set(aplikasi.SASARAN) < set(tabel)


def test_what_the_functions_are_told_is_judged_with_line_and_way_out():
    salah = periksa(
        '[aplikasi]\nkanal = "whatsapp"\nwa_token = "EAAB"\nretensi = "ya"\nbatas_bkn = 5\nwa_per_detik = "80"\n'
        'tarif_pesan = "murah"\nkanal_keduaa = "surel"\nsurel_server = "a\\nSIKAP_DEMO=1"\ndemo = true\n',
        aplikasi.aturan(),
    )
    assert [s.baris for s in salah] == [3, 4, 5, 6, 7, 8, 9, 10]
    assert "rahasia" in salah[0].kalimat and "antara 10000" in salah[2].kalimat and "satu baris" in salah[6].kalimat


def test_what_is_secret_stands_with_the_setting_and_is_read_from_there():
    tanda = {n for n, f in Setelan.model_fields.items() if (f.json_schema_extra or {}).get("rahasia")}
    assert tanda == {s.nama for s in aplikasi.tabel() if s.rahasia}
    assert set(aplikasi.rahasia()) == tanda - set(aplikasi.SASARAN)
    mirip = {n for n in Setelan.model_fields if re.search("rahasia|sandi|token|kunci", n)}
    assert mirip - tanda == {"rahasia_ssm"}, "a name only"
    contoh = (
        (AKAR / "infra/server/contoh.toml").read_text().partition("SIKAP_… untuk masing-masing (")[2].partition(")")[0]
    )
    assert {n.lower() for n in re.findall(r"[A-Z0-9_]+", contoh)} == set(aplikasi.rahasia())


def test_what_a_channel_needs_is_one_table_and_every_channel_is_in_it():
    assert set(PERLU) == set(re.findall(r"[a-z-]+", POLA_KANAL))
    assert {k: aplikasi.perlu(k) for k in PERLU} == PERLU
    assert {n for semua in PERLU.values() for n in semua} <= set(Setelan.model_fields)


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [
        ("wa_per_detik", 0.0), ("wa_per_detik", 0.5), ("wa_per_detik", 1000.5), ("kanal", "sms"), ("kanal", "waha"),
        ("kanal_kedua", "surel"), ("kanal_kedua", "whatsapp"), ("libur_tambahan", "2027-13-01"), ("libur_tambahan", "2027-03-10,2027-03-11"),
        ("sesi_jam", 0), ("sesi_jam", 168), ("jadwal_pukul", 21), ("jadwal_hari", "7;3"), ("batas_bkn", 50_000_001),
    ],
)  # fmt: skip
def test_infra_refuses_what_the_functions_refuse_and_nothing_else(nama, nilai):
    def terima() -> bool:
        try:
            Setelan.model_validate({nama: str(nilai)})
        except ValidationError:
            return False
        return True

    assert (aplikasi.aturan()[f"aplikasi.{nama}"].periksa(nilai) == "") is terima()
