/** What SIKAP says by itself and when, and the days off: two tables, each kept in versions that can be taken up again. */

import {ambil, kirim} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {buat, daftar, fokus, isi, kabari, satu, semua, tampil} from '../js/dom.mjs';
import {bacaFormulir, formulir} from '../js/formulir.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {berperan} from '../js/sesi.mjs';

const jadwal = satu('#jadwal');
const libur = satu('#libur');
const tahun = satu('#tahun');
const beda = satu('#beda');
const kini = {};
const admin = berperan('admin');

function riwayat(nama, versi, pakai) {
  daftar(satu(`#riwayat-${nama}`), `templat-${nama}`, versi, {olah: (unsur, v) => {
    satu('button', unsur).addEventListener('click', () => {
      pakai(v);
      fokus(satu(`#${nama}`));
      kabari('Isinya sudah dipasang di formulir; periksa, lalu simpan.');
    });
    tampil(satu('button', unsur), admin);
    return unsur;
  }});
}

function isiJadwal({baris}) {
  for (const b of baris) {
    for (const [apa, nilai] of [['pukul', b.pukul], ['hari', b.hari.join(', ')]]) {
      const kotak = satu(`#${b.kode}-${apa}`);
      if (kotak) kotak.value = nilai;
    }
    const aktif = satu(`#${b.kode}-aktif`);
    if (aktif) aktif.checked = b.aktif;
  }
}

function tampilkan(j) {
  kini.jadwal = j.versi;
  isiJadwal(j);
  jadwal.elements.berlaku_mulai.value = tanggal(j.berlaku_mulai);
  riwayat('jadwal', j.riwayat, isiJadwal);
  tampil(satu('#peringatan'), j.peringatan);
  satu('#peringatan p').textContent = j.peringatan;
  jadwal.ariaBusy = 'false';
}

function isiLibur({teks, sumber}) {
  libur.elements.teks.value = teks;
  libur.elements.sumber.value = sumber;
  tampil(beda, false);
}

/** Nothing is checked or saved while another year is on its way: it would be the year before under the new one's name. */
function kunci(ya) {
  libur.elements.teks.readOnly = ya;
  libur.ariaBusy = String(ya);
  tampil(beda, false);
}

function tampilkanLibur(l) {
  kini.libur = l.versi;
  isiLibur(l);
  riwayat('libur', l.riwayat, isiLibur);
  kunci(false);
}

const kirimLibur = (uji) => kirim('PUT', `/api/libur/${tahun.value}`, {...bacaFormulir(libur), versi: kini.libur, uji});
const muatLibur = async () => {
  kunci(true);
  const ini = tahun.value;
  const l = await ambil(`/api/libur/${ini}`);
  if (ini === tahun.value) tampilkanLibur(l);
};

async function muat() {
  const j = await ambil('/api/jadwal');
  tampilkan(j);
  tahun.replaceChildren(...j.tahun.map((t) => buat('option', t)));
  if (j.peringatan) tahun.value = j.tahun.at(-1);
  await muatLibur();
}

formulir(jadwal, async ({berlaku_mulai}) => {
  const baris = semua('fieldset', jadwal).map(({id}) => ({kode: id, aktif: satu(`#${id}-aktif`)?.checked ?? true, pukul: satu(`#${id}-pukul`).value, hari: satu(`#${id}-hari`)?.value ?? ''}));
  tampilkan(await kirim('PUT', '/api/jadwal', {versi: kini.jadwal, berlaku_mulai, baris}));
  kabari('Jadwal tersimpan.');
});
formulir(libur, async () => {
  const ini = tahun.value;
  const l = await kirimLibur(true);
  if (ini !== tahun.value) return;
  isi(beda, l);
  for (const apa of ['tambah', 'hapus']) daftar(satu(`#${apa}`), 'templat-beda', l[apa].map((baris) => ({apa, baris})));
  tampil(beda);
  fokus(satu('#beda-judul'));
});
satu('#simpan-libur').addEventListener('click', async () => {
  kunci(true);
  try {
    tampilkanLibur(await kirimLibur(false));
    tampilkan(await ambil('/api/jadwal'));
    kabari('Hari libur tersimpan.');
  } catch (galat) {
    kunci(false);
    tampilkanGalat(galat, libur);
  }
});
// What is shown is what would be saved, or it is not shown.
libur.addEventListener('input', () => tampil(beda, false));
tahun.addEventListener('change', () => muatLibur().catch(tampilkanGalat));
// Who only reads can neither press nor write.
if (!admin) for (const x of semua('#isi button, form :is(input, textarea, select:not(#tahun))')) (x.hidden = x.type === 'submit' || x.type === 'button'), (x.disabled = true);
muat().catch(tampilkanGalat);
