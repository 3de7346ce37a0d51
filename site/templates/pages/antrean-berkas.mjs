/** Files that have not arrived yet: what each waits for, send now, or drop. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {buang, jalankan, pantau} from '../js/antrean.mjs';
import {daftar, satu, tampil} from '../js/dom.mjs';
import {antrean} from '../js/sesi.mjs';

const SEBUTAN = {menunggu: 'Menunggu sinyal', mengirim: 'Sedang dikirim', masuk: 'Perlu masuk lagi', ditolak: 'Belum diterima'};

async function tampilkan() {
  const isi = await antrean();
  const baris = isi.map((e) => ({...e, sebutan: SEBUTAN[e.keadaan]}));
  if (baris.length) daftar(satu('#berkas'), 'templat-berkas', baris, {olah: berikanTombol});
  else daftar(satu('#berkas'), 'templat-kosong', [{}]);
  tampil(satu('[data-aksi=kirim]'), baris.length);
  tampil(satu('#masuk-lagi'), isi.some((e) => e.keadaan === 'masuk'));
}

function berikanTombol(unsur, e) {
  const tombol = satu('button', unsur);
  tombol.setAttribute('aria-label', `Hapus ${e.nama}`);
  tombol.addEventListener('click', async () => (await tanya('tanya-hapus')) && buang(e.id));
}

satu('[data-aksi=kirim]').addEventListener('click', () => jalankan({segera: true}));
pantau(({keadaan}) => keadaan !== 'mengirim' && tampilkan());
tampilkan();
