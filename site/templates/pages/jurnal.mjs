/** The journal of acts off a case, a month at a time; the last backup and its rehearsal. */

import {ambil} from '../js/api.mjs';
import {hariWib, periode} from '../js/bentuk.mjs';
import {buat, daftar, satu} from '../js/dom.mjs';
import {tampilkanUlangi} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const bulan = satu('#bulan');
const kini = new Date();
bulan.append(...Array.from({length: 24}, (_, i) => {
  const nilai = hariWib(new Date(Date.UTC(kini.getUTCFullYear(), kini.getUTCMonth() - i, 1, 12))).slice(0, 7);
  return Object.assign(buat('option', periode(`${nilai}-01`)), {value: nilai});
}));
const muat = halamanDaftar(satu('#daftar'), 'templat-catatan', {
  alamat: () => `/api/audit?bulan=${bulan.value}`,
  ubah: (c) => ({...c, rinci: Object.entries(c.isi).map(([nama, nilai]) => `${nama}: ${nilai}`).join(', ')}),
  kosong: () => daftar(satu('#daftar'), 'templat-kosong', [{}]),
});
bulan.addEventListener('change', muat);

const cadangan = satu('#cadangan');
async function muatCadangan() {
  try {
    const c = await ambil('/api/cadangan');
    const menit = c.latihan && (c.latihan.detik / 60).toLocaleString('id-ID', {maximumFractionDigits: 1});
    daftar(cadangan, 'templat-cadangan', [{...c, menit, kurang: c.terakhir?.hilang}]);
  } catch (galat) {
    tampilkanUlangi(cadangan, galat, muatCadangan);
  }
}
muatCadangan();
