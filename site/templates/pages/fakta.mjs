/** The desk of proposed facts: look at what each would change, confirm or refuse it. */

import {ambil, kirim} from '../js/api.mjs';
import {bukaBerkas} from '../js/buka.mjs';
import {buat, bukaBagian, daftar, kabari, satu, tampil} from '../js/dom.mjs';
import {akibat} from '../js/fakta.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

let kini;

const muat = halamanDaftar(satu('#daftar'), 'templat-usul', {
  alamat: () => '/api/fakta',
  tekan: (u) => buka(u.id).catch(tampilkanGalat),
});

async function buka(id) {
  kini = await ambil(`/api/fakta/${id}`, {urut: 'usul'});
  daftar(satu('#rincian'), 'templat-isi', [kini]);
  if (kini.berkas) {
    const tombol = buat('button', 'Lihat dokumen', {type: 'button', className: 'tombol tombol--biasa'});
    tombol.addEventListener('click', () => bukaBerkas(kini.berkas));
    satu('#rincian').append(tombol);
  }
  satu('#akibat').replaceChildren(...akibat(kini.akibat));
  satu('#putusan').reset();
  tampil(satu('#putusan'), kini.boleh_putus);
  bukaBagian('periksa', `${kini.nama}: ${kini.tindakan_sebutan.toLowerCase()} ${kini.jenis_sebutan.toLowerCase()}`);
}

formulir(satu('#putusan'), async ({sah, alasan = ''}) => {
  await kirim('POST', `/api/fakta/${kini.id}/putusan`, {versi: kini.versi, sah: sah === 'true', alasan});
  tampil(satu('#periksa'), false);
  kabari(sah === 'true' ? 'Fakta disahkan.' : 'Usulan ditolak.');
  await muat();
});
