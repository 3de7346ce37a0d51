/** The desk of proposed facts: look at what each would change, confirm or refuse it. */

import {ambil, kirim} from '../js/api.mjs';
import {bukaBerkas} from '../js/buka.mjs';
import {buat, daftar, fokus, kabari, satu, tampil} from '../js/dom.mjs';
import {akibat} from '../js/fakta.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

let kini;

const muat = halamanDaftar(satu('#daftar'), 'templat-usul', {
  alamat: () => '/api/fakta',
  olah: (unsur, u) => (satu('button', unsur).addEventListener('click', () => buka(u.id)), unsur),
  kosong: () => daftar(satu('#daftar'), 'templat-kosong', [{}]),
});

async function buka(id) {
  try {
    kini = await ambil(`/api/fakta/${id}`);
  } catch (galat) {
    return tampilkanGalat(galat);
  }
  satu('#periksa-judul').textContent = `${kini.nama}: ${kini.tindakan_sebutan.toLowerCase()} ${kini.jenis_sebutan.toLowerCase()}`;
  daftar(satu('#rincian'), 'templat-isi', [kini]);
  if (kini.berkas) {
    const tombol = Object.assign(buat('button', 'Lihat dokumen', 'tombol tombol--biasa'), {type: 'button'});
    tombol.addEventListener('click', () => bukaBerkas(kini.berkas));
    satu('#rincian').append(tombol);
  }
  satu('#akibat').replaceChildren(...akibat(kini.akibat));
  satu('#putusan').reset();
  tampil(satu('#putusan'), kini.boleh_putus);
  tampil(satu('#periksa'));
  return fokus(satu('#periksa-judul'));
}

formulir(satu('#putusan'), async ({sah, alasan = ''}) => {
  await kirim('POST', `/api/fakta/${kini.id}/putusan`, {versi: kini.versi, sah: sah === 'true', alasan});
  tampil(satu('#periksa'), false);
  kabari(sah === 'true' ? 'Fakta disahkan.' : 'Usulan ditolak.');
  await muat();
});
