/** The message log by state; another try for what did not arrive. */

import {kirim} from '../js/api.mjs';
import {satu} from '../js/dom.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const muat = halamanDaftar(satu('#daftar'), 'templat-kabar', {
  alamat: () => `/api/kabar?keadaan=${satu('#keadaan').value}`,
  tekan: (k) => kirim('POST', `/api/kabar/${k.id}/kirim-ulang`).then(muat, tampilkanGalat),
});
satu('#keadaan').addEventListener('change', muat);
