"""A backup is whole or refused; a restore gives back the same counts, hashes and histories, on any engine, or touches nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alat_kantor import ORANG
from chalicelib.actions import audit, cadangan_isi, pulih
from chalicelib.actions.cadangan import Tempat, cadangkan, lihat
from chalicelib.actions.latihan import latih
from chalicelib.documents.folder import Folder
from chalicelib.documents.segel import kunci_baru
from chalicelib.galat import TakSah, Terhenti, TidakBoleh
from chalicelib.store import Put
from chalicelib.store.baris import jadi_baris
from chalicelib.store.dynamodb import DynamoStore
from chalicelib.store.sql import buka_postgresql

AKAR = Path(__file__).resolve().parents[2]
DIAM = lambda _: None  # noqa: E731


def isi(kantor) -> list[str]:
    return sorted(jadi_baris(i) for i in kantor.store.ekspor() if cadangan_isi.ikut(i))


def dokumen(kantor) -> dict[str, tuple[bytes, str]]:
    return {k: kantor.documents.isi[k] for k in cadangan_isi.kunci_dokumen(kantor.documents)}


@pytest.mark.parametrize("mesin", ["sqlite", "postgresql", pytest.param("dynamodb", marks=pytest.mark.panjang)])
def test_everything_comes_back_on_another_engine(mesin, berisi, tempat, kunci, kosong, request):
    hasil = cadangkan(berisi, tempat, DIAM)
    store = None
    if mesin == "postgresql":
        store = buka_postgresql(request.getfixturevalue("postgresql").baru(), b"rahasia untuk uji")
    if mesin == "dynamodb":
        server = request.getfixturevalue("ministack")
        tabel = server.tabel()
        store = DynamoStore(tabel, b"rahasia untuk uji", server.alamat)
        store.buat_tabel()
        server.tanpa_sapu(tabel)
    baru = kosong(store)

    pulang = pulih.pulihkan(baru, tempat.gudang, kunci[0], "", DIAM)

    asli, kini = audit.periksa(berisi), audit.periksa(baru)
    assert isi(baru) == isi(berisi) and dokumen(baru) == dokumen(berisi)
    assert (pulang.item, pulang.berkas, pulang.usulan) == (hasil.item, hasil.berkas, 1)
    assert pulang.intisari == asli.intisari == kini.intisari and not kini.patah and kini.peristiwa > 0
    assert hasil.hilang == 0 and {"berkas", "intisari", "pratinjau"} >= {k.split("/")[0] for k in dokumen(baru)}
    assert baru.store.get(f"AKUN#{list(ORANG)[0]}", "-") and not baru.store.get(*pulih.TANDA)


def test_sign_ins_and_codes_are_not_in_a_backup(berisi, tempat, kunci, kosong):
    assert any(i.pk.startswith("SESI#") for i in berisi.store.ekspor())
    cadangkan(berisi, tempat, DIAM)
    baru = kosong()
    pulih.pulihkan(baru, tempat.gudang, kunci[0], "", DIAM)
    assert not [i.pk for i in baru.store.ekspor() if i.pk.startswith(("SESI#", "KODE#", "MASUK#"))]


def test_nothing_readable_lies_in_the_backup(berisi, tempat, tmp_path):
    cadangkan(berisi, tempat, DIAM)
    semua = [b for b in (tmp_path / "cadangan").rglob("*") if b.is_file()]
    assert semua and all(b.read_bytes().startswith(b"age-encryption.org/v1\n") for b in semua)
    nama = " ".join(map(str, semua))
    assert not [k for k in dokumen(berisi) if k.split("/")[-1] in nama]


def test_a_document_is_kept_once_for_all_sets(berisi, tempat, kunci, kosong):
    pertama = cadangkan(berisi, tempat, DIAM)
    berisi.jam.maju(days=1)
    berisi.documents.taruh("intisari/2026-11-25.json", b"{1}", "application/json")
    kedua = cadangkan(berisi, tempat, DIAM)
    assert pertama.berkas_baru == pertama.berkas >= 4 and (kedua.berkas, kedua.berkas_baru) == (pertama.berkas + 1, 1)
    assert cadangan_isi.daftar_set(tempat.gudang) == [pertama.set, kedua.set]

    lama = kosong()
    pulih.pulihkan(lama, tempat.gudang, kunci[0], pertama.set, DIAM)
    assert "intisari/2026-11-25.json" not in lama.documents.isi


def _berkas(tmp_path: Path, pola: str) -> Path:
    return sorted((tmp_path / "cadangan").glob(pola))[0]


RUSAK = {
    "record part cut short": lambda t: (b := _berkas(t, "set/*/catatan-*")).write_bytes(b.read_bytes()[:-1]),
    "document changed by one bit": lambda t: (b := _berkas(t, "isi/*/*")).write_bytes(b.read_bytes()[:-1] + b"\0"),
    "list cut short": lambda t: (b := _berkas(t, "set/*/daftar*")).write_bytes(b.read_bytes()[:90]),
    "document gone": lambda t: _berkas(t, "isi/*/*").unlink(),
    "record part gone": lambda t: _berkas(t, "set/*/catatan-*").unlink(),
    "two documents exchanged": lambda t: _tukar(*sorted((t / "cadangan").glob("isi/*/*"))[:2]),
}


def _tukar(a: Path, b: Path) -> None:
    isi_a = a.read_bytes()
    a.write_bytes(b.read_bytes())
    b.write_bytes(isi_a)


@pytest.mark.parametrize("cara", RUSAK)
def test_a_damaged_backup_is_refused_before_anything_is_touched(cara, berisi, tempat, kunci, kosong, tmp_path):
    cadangkan(berisi, tempat, DIAM)
    RUSAK[cara](tmp_path)
    baru = kosong()
    with pytest.raises(TakSah) as tolak:
        pulih.pulihkan(baru, tempat.gudang, kunci[0], "", DIAM)
    assert tolak.value.kode in ("cadangan-rusak", "kunci-cadangan") and tolak.value.petunjuk
    assert baru.store.kosong() and baru.documents.isi == {}


def test_a_forged_part_with_a_fitting_name_is_refused(berisi, tempat, kunci, kosong, tmp_path):
    """Somebody without the key can rename, so the name's hash alone proves nothing: the list names the hash."""
    cadangkan(berisi, tempat, DIAM)
    korban = _berkas(tmp_path, "isi/*/*")
    isi = korban.read_bytes()
    lain = isi[:-1] + bytes([isi[-1] ^ 1])
    korban.unlink()
    korban.with_name(f"{korban.name.split('.')[0]}.{cadangan_isi.sha256(lain)}.age").write_bytes(lain)
    baru = kosong()
    with pytest.raises(TakSah):
        pulih.pulihkan(baru, tempat.gudang, kunci[0], "", DIAM)
    assert baru.store.kosong()


@pytest.mark.parametrize("salah", ["lain", "rusak", "kosong"])
def test_a_wrong_key_is_refused(salah, berisi, tempat, kosong):
    cadangkan(berisi, tempat, DIAM)
    isi_kunci = {"lain": kunci_baru()[0], "rusak": "AGE-SECRET-KEY-1SALAH", "kosong": ""}[salah]
    baru = kosong()
    with pytest.raises(TakSah) as tolak:
        pulih.pulihkan(baru, tempat.gudang, isi_kunci, "", DIAM)
    assert tolak.value.kode == "kunci-cadangan" and baru.store.kosong()


@pytest.mark.parametrize("penerima", [[], ["age1salah"], ["AGE-SECRET-KEY-1X"]])
def test_without_a_public_key_nothing_is_written(penerima, berisi, tempat, tmp_path):
    with pytest.raises(TakSah) as tolak:
        cadangkan(berisi, Tempat(tempat.gudang, penerima), DIAM)
    assert tolak.value.kode == "penerima-cadangan" and not list(tmp_path.glob("cadangan/**/*.age"))


def test_a_place_in_use_is_left_alone(berisi, tempat, kunci, kosong):
    cadangkan(berisi, tempat, DIAM)
    catatan, berkas = kosong(), kosong()
    catatan.store.write(Put("a", "-", {}))
    berkas.documents.taruh("a", b"", "x")
    for baru in (catatan, berkas):
        with pytest.raises(TidakBoleh) as tolak:
            pulih.pulihkan(baru, tempat.gudang, kunci[0], "", DIAM)
        assert tolak.value.kode == "tujuan-terisi"


def test_a_restore_cut_off_goes_on_and_nobody_works_meanwhile(berisi, tempat, kunci, kosong):
    cadangkan(berisi, tempat, DIAM)
    baru = kosong()
    asli, sisa = baru.documents.taruh, iter(range(2))

    def putus(*kata):
        if next(sisa, None) is None:
            raise Terhenti("listrik padam")
        asli(*kata)

    baru.documents.taruh = putus
    with pytest.raises(Terhenti):
        pulih.pulihkan(baru, tempat.gudang, kunci[0], "", DIAM)
    with pytest.raises(TidakBoleh) as tolak:
        pulih.tolak_setengah(baru.store)
    assert tolak.value.kode == "pulih-belum-selesai"

    baru.documents.taruh = asli
    pulih.pulihkan(baru, tempat.gudang, kunci[0], "", DIAM)
    pulih.tolak_setengah(baru.store)
    assert isi(baru) == isi(berisi)


def test_storage_that_changed_a_document_is_not_copied_over_the_good_one(berisi, tempat):
    kunci_ = next(k for k in berisi.documents.isi if k.startswith("berkas/"))
    berisi.documents.taruh(kunci_, b"%PDF- lain", "application/pdf")
    with pytest.raises(TakSah) as tolak:
        cadangkan(berisi, tempat, DIAM)
    assert tolak.value.kode == "berkas-rusak"


def test_a_document_that_is_gone_is_counted(berisi, tempat):
    berisi.documents.hapus(next(k for k in berisi.documents.isi if k.startswith("berkas/")))
    assert cadangkan(berisi, tempat, DIAM).hilang == 1


def test_an_empty_place_says_so(tempat, kunci, kosong):
    with pytest.raises(TakSah) as tolak:
        pulih.pulihkan(kosong(), tempat.gudang, kunci[0], "", DIAM)
    assert tolak.value.kode == "cadangan-tiada"


def test_a_rehearsal_is_remembered_for_the_administrators_page(berisi, tempat, kunci, kosong):
    assert lihat(berisi).terakhir is None and lihat(berisi).latihan is None
    hasil = cadangkan(berisi, tempat, DIAM)
    tiru = kosong()
    latihan = latih(berisi, (tiru.store, tiru.documents), tempat.gudang, kunci[0], DIAM)
    pandangan = lihat(berisi)
    assert pandangan.terakhir == hasil and pandangan.latihan == latihan and latihan.item == hasil.item


ANAK = """
import sys
sys.path[:0] = [r"{akar}", r"{akar}/functions", r"{akar}/tests"]
import os, resource
from chalicelib.actions.cadangan import Tempat, cadangkan
from chalicelib.documents.folder import Folder
from alat_kantor import buat_kantor
kantor = buat_kantor(r"{db}")
for n in range(30):
    kantor.documents.taruh(f"intisari/{{n}}.json", os.urandom(2000), "application/json")
kantor.documents.taruh("intisari/besar.json", os.urandom(300_000), "application/json")
asli, n = Folder.taruh, [0]
def taruh(self, *kata):
    n[0] += 1
    if n[0] == {mati}:
        os._exit(9)
    asli(self, *kata)
Folder.taruh = taruh
if {penuh}:
    resource.setrlimit(resource.RLIMIT_FSIZE, ({penuh}, {penuh}))
from chalicelib.galat import Galat
try:
    print(cadangkan(kantor, Tempat(Folder(__import__("pathlib").Path(r"{ke}")), ["{umum}"]), print).berkas_baru)
except Galat as galat:
    print(galat.kode)
    sys.exit(1)
"""


def _anak(tmp_path: Path, kunci: tuple[str, str], mati: int = 0, penuh: int = 0) -> subprocess.CompletedProcess[str]:
    isi_ = ANAK.format(
        akar=AKAR, db=tmp_path / f"{mati}.db", ke=tmp_path / "cadangan", umum=kunci[1], mati=mati, penuh=penuh
    )
    return subprocess.run([sys.executable, "-c", isi_], capture_output=True, text=True, env={**os.environ})


@pytest.mark.parametrize("mati", [1, 2, 15, 33])
def test_a_backup_killed_anywhere_counts_for_nothing(mati, tmp_path, kunci, tempat):
    assert _anak(tmp_path, kunci, mati=mati).returncode == 9
    assert cadangan_isi.daftar_set(tempat.gudang) == []


def test_what_a_killed_backup_had_kept_is_used_by_the_next(tmp_path, kunci, tempat, kosong):
    _anak(tmp_path, kunci, mati=15)
    sesudah = _anak(tmp_path, kunci)
    assert sesudah.returncode == 0, sesudah.stderr
    assert int(sesudah.stdout.splitlines()[-1]) == 31 - 13
    assert len(cadangan_isi.daftar_set(tempat.gudang)) == 1


def test_a_full_disk_is_a_sentence_and_no_set(tmp_path, kunci, tempat):
    penuh = _anak(tmp_path, kunci, penuh=100_000)
    assert penuh.returncode == 1 and penuh.stdout.splitlines()[-1] == "ruang-habis", penuh.stderr
    assert cadangan_isi.daftar_set(tempat.gudang) == []
    assert not [b for b in (tmp_path / "cadangan").rglob("*") if b.name.startswith(".sementara")]


def test_folder_keeps_the_promises_of_a_shelf(tmp_path):
    folder = Folder(tmp_path / "rak")
    for nama in ("b/2", "a", "b/1", "b.x", "c/d/e"):
        folder.taruh(nama, nama.encode(), "x")
    assert folder.daftar("") == ["a", "b.x", "b/1", "b/2", "c/d/e"]
    assert folder.daftar("b/") == ["b/1", "b/2"] and folder.daftar("", sesudah="b/1", batas=1) == ["b/2"]
    with pytest.raises(Exception, match="tidak ditemukan"):
        folder.baca("../luar")
