/** The channels as they stand, a month's messages and their cost, every template with invented data, a test message to oneself. */

import {ambil, kirim} from '../js/api.mjs';
import {daftar, kabari, satu, tampil} from '../js/dom.mjs';
import {baca, saat} from '../js/galat.mjs';
import {berperan} from '../js/sesi.mjs';

const wadah = satu('#keadaan');

saat(satu('#uji'), async () => {
  await kirim('POST', '/api/kanal/uji');
  kabari('Pesan uji dikirim. Lihat jalannya di Log kabar.');
});
baca(wadah, async () => {
  const k = await ambil('/api/kanal' + location.search);
  daftar(wadah, 'templat-keadaan', [k]);
  for (const nama in k) if (Array.isArray(k[nama])) daftar(satu(`#${nama} tbody`) ?? satu('#' + nama), 'templat-' + nama, k[nama]);
  tampil(satu('#uji'), berperan('admin'));
});
