/** What the retention table ends and when; holding it back and letting it go, with a reason. */

import {ambil, kirim} from '../js/api.mjs';
import {bukaBagian, daftar, kabari, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';
import {berperan} from '../js/sesi.mjs';

const form = satu('#tindak');
const orang = satu('#orang');
const keadaan = satu('#keadaan');
const macam = satu('#macam');
let kini;

const muat = halamanDaftar(satu('#daftar'), 'templat-baris', {
  alamat: () => `/api/retensi/dokumen?macam=${macam.value}`,
  tekan: (b) => {
    kini = b;
    form.reset();
    satu('#akibat').textContent = b.akibat;
    bukaBagian('bagian', `${b.tombol} ${[b.judul, b.nama].filter(Boolean).join(', ')}`);
  },
});

async function lakukan(tindak, isi) {
  const {pesan} = await kirim('POST', `/api/retensi/${tindak}`, isi);
  tampil(satu('#bagian'), false);
  orang.reset();
  kabari(pesan);
  await muat();
}

formulir(form, (isi) => lakukan(kini.tindak, {...kini.kirim, ...isi}));
formulir(orang, (isi) => lakukan('penahanan-orang', isi));
macam.addEventListener('change', muat);
tampil(satu('#bagian-orang'), berperan('admin'));
baca(keadaan, async () => {
  const k = await ambil('/api/retensi');
  daftar(keadaan, 'templat-keadaan', [k]);
  daftar(satu('#hari tbody'), 'templat-hari', k.hari);
});
