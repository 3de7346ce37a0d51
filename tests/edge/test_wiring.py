"""Settings stop the start with a sentence, or fit the ports they name."""

from __future__ import annotations

import chalicelib.wiring as wiring
import pytest
from chalicelib.notify import aws
from chalicelib.ulid import Ulid
from chalicelib.wiring import SetelanSalah, asal_penyimpanan, baca_setelan, buat_kantor

from schemas.setelan import Setelan

RAHASIA = "r" * 32


@pytest.mark.parametrize(
    "lingkungan, kata",
    [
        ({"SIKAP_TOKO": "x"}, "SIKAP_TOKO: bukan setelan SIKAP. Yang dikenal: SIKAP_DEMO, SIKAP_STORE"),
        ({"SIKAP_BATAS_BKN": "satu"}, "SIKAP_BATAS_BKN: Batas bkn harus berupa angka."),
        ({"SIKAP_BATAS_BKN": "1"}, "SIKAP_BATAS_BKN: Batas bkn paling sedikit 10000."),
        (
            {"SIKAP_KANAL": "sms"},
            "SIKAP_KANAL: Bentuk kanal belum sesuai. Kanal kabar: catatan, whatsapp, whatsapp-aws",
        ),
        ({"SIKAP_KANAL_KEDUA": "whatsapp"}, "SIKAP_KANAL_KEDUA: Bentuk kanal kedua belum sesuai."),
        ({"SIKAP_DEMO": "barangkali"}, "SIKAP_DEMO: Demo: pilih ya atau tidak."),
        (
            {"SIKAP_DEMO": "1", "SIKAP_ALAMAT_SITUS": "https://sikap.ngawikab.go.id"},
            "SIKAP_DEMO: kabupaten contoh hanya",
        ),
        ({"SIKAP_DEMO": "1", "SIKAP_ALAMAT_SITUS": "http://8.8.8.8"}, "SIKAP_DEMO: kabupaten contoh hanya"),
    ],
)
def test_a_wrong_setting_is_named(lingkungan, kata):
    with pytest.raises(SetelanSalah) as salah:
        baca_setelan(lingkungan)
    assert kata in str(salah.value)


def test_a_refusal_never_shows_the_value():
    with pytest.raises(SetelanSalah) as salah:
        baca_setelan({"SIKAP_SESI_JAM": "rahasia-sekali"})
    assert "rahasia-sekali" not in str(salah.value)


@pytest.mark.parametrize(
    "alamat", ["http://localhost:8000", "http://127.0.0.1", "http://192.168.1.5:8000", "http://[::1]:8000"]
)
def test_the_demo_runs_where_only_the_office_reaches_it(alamat):
    assert baca_setelan({"SIKAP_DEMO": "1", "SIKAP_ALAMAT_SITUS": alamat}).demo


def test_other_variables_are_none_of_our_business():
    assert baca_setelan({"PATH": "/bin", "LANG": "id_ID.UTF-8"}) == Setelan()


@pytest.mark.parametrize(
    "setelan, kata",
    [
        ({}, "SIKAP_RAHASIA"),
        ({"rahasia": RAHASIA, "store": "mysql://x"}, "SIKAP_STORE"),
        ({"rahasia": RAHASIA, "store": "sqlite:"}, "SIKAP_STORE"),
        (
            {"rahasia": RAHASIA, "kanal": "whatsapp", "wa_nomor": "1"},
            "Kanal whatsapp memerlukan SIKAP_WA_TOKEN, SIKAP_WA_RAHASIA",
        ),
    ],
)
def test_an_office_that_cannot_be_fitted_says_which_setting(setelan, kata):
    with pytest.raises(SetelanSalah, match=kata):
        buat_kantor(Setelan(**setelan))


@pytest.mark.parametrize(
    "setelan, asal",
    [
        ({"s3_alamat": "http://127.0.0.1:8333"}, "http://127.0.0.1:8333"),
        ({"s3_alamat": "http://s3:8333", "s3_alamat_publik": "https://berkas.x.go.id/s3"}, "https://berkas.x.go.id"),
        ({"s3_ember": "b", "s3_wilayah": "w"}, "https://b.s3.w.amazonaws.com"),
    ],
)
def test_the_storage_has_one_public_origin(setelan, asal):
    assert asal_penyimpanan(Setelan(**setelan)) == asal


def test_ids_are_sorted_by_time_even_when_the_clock_goes_back():
    jam = iter([5, 5, 4, 6])
    ulid = Ulid(lambda: next(jam))
    hasil = [ulid() for _ in range(4)]
    assert hasil == sorted(set(hasil))
    assert {len(h) for h in hasil} == {26}
    assert hasil[0][:10] == "0000000005"


def test_days_off_are_added_by_the_office_and_a_day_that_is_none_stops_the_start():
    from datetime import date

    ada = baca_setelan({"SIKAP_LIBUR_TAMBAHAN": "2027-03-10, 2027-03-11"})
    assert ada.libur_tambahan == (date(2027, 3, 10), date(2027, 3, 11))
    with pytest.raises(SetelanSalah, match="SIKAP_LIBUR_TAMBAHAN"):
        baca_setelan({"SIKAP_LIBUR_TAMBAHAN": "2027-13-10"})


def test_an_unofficial_gateway_is_fitted_only_by_who_accepts_its_risk(tmp_path):
    waha = {
        "rahasia": "x" * 40,
        "store": f"sqlite:{tmp_path}/a.db",
        "kanal": "waha",
        "waha_alamat": "http://x",
        "waha_kunci": "k",
    }
    with pytest.raises(SetelanSalah, match="diblokir"):
        buat_kantor(Setelan(**waha))
    assert "waha" in buat_kantor(Setelan(**waha, waha_risiko_diterima=True)).notify


def test_the_log_names_a_wrong_setting_and_still_no_value(caplog):
    from chalicelib.edge.konteks import catat

    with pytest.raises(SetelanSalah) as salah:
        baca_setelan({"SIKAP_SESI_JAM": "rahasia-saya"})
    catat("kesalahan-sistem", salah.value)
    catat("kesalahan-sistem", ValueError("NIP 197003111995031901"))
    assert "SIKAP_SESI_JAM" in caplog.text and "rahasia-saya" not in caplog.text and "1970" not in caplog.text


@pytest.fixture
def parameter(monkeypatch):
    """parameter(text) -> the settings of a process whose encrypted parameter holds it."""
    monkeypatch.setenv("SIKAP_RAHASIA_SSM", "/sikap/rahasia")

    def baca(isi: str) -> Setelan:
        monkeypatch.setattr(aws, "rahasia", lambda *_: isi)
        return wiring.setelan.__wrapped__()

    return baca


def test_on_aws_the_parameter_holds_our_secret_and_those_of_others(parameter):
    assert parameter("r" * 64).rahasia == "r" * 64
    s = parameter("r" * 64 + "\nSIKAP_WA_TOKEN=EAAB=\n\nSIKAP_SUREL_SANDI=dua kata\r\n")
    assert (s.rahasia, s.wa_token, s.surel_sandi) == ("r" * 64, "EAAB=", "dua kata")


@pytest.mark.parametrize("baris", ["EAABrahasia", "SIKAP_WA_TOKN=EAABrahasia", "WA_TOKEN=EAABrahasia"])
def test_a_line_of_the_parameter_that_is_no_setting_stops_the_start_without_showing_it(parameter, baris):
    with pytest.raises(SetelanSalah) as salah:
        parameter("r" * 64 + "\n" + baris)
    assert "EAABrahasia" not in str(salah.value)
