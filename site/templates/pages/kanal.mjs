/** The channels as they stand, every template with invented data, a test message to oneself. */

import {ambil, kirim} from '../js/api.mjs';
import {daftar, kabari, satu, tampil} from '../js/dom.mjs';
import {tampilkanGalat, tampilkanUlangi} from '../js/galat.mjs';
import {berperan} from '../js/sesi.mjs';

const wadah = satu('#keadaan');

async function muat() {
  try {
    const k = await ambil('/api/kanal');
    const orang = k.orang_per_hari ? `${k.orang_hari_ini} dari ${k.orang_per_hari}` : 'tanpa batas';
    daftar(wadah, 'templat-keadaan', [{...k, orang, kedua: k.kanal_kedua || 'hanya di SIKAP', lancar: !k.henti.length}]);
    daftar(satu('[data-daftar]', wadah), 'templat-henti', k.henti);
    daftar(satu('#templat'), 'templat-satu', k.templat);
    tampil(satu('#uji'), berperan('admin'));
  } catch (galat) {
    tampilkanUlangi(wadah, galat, muat);
  }
}

satu('#uji').addEventListener('click', () => kirim('POST', '/api/kanal/uji').then(() => kabari('Pesan uji dikirim. Lihat jalannya di Log kabar.'), tampilkanGalat));
muat();
