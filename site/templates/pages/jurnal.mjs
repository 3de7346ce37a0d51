/** The journal of acts off a case, a month at a time; the last backup and its rehearsal. */

import {ambil} from '../js/api.mjs';
import {hariWib, periode} from '../js/bentuk.mjs';
import {daftar, satu} from '../js/dom.mjs';
import {baca} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const bulan = satu('#bulan');
const kini = new Date();
bulan.append(...Array.from({length: 24}, (_, i) => {
  const nilai = hariWib(new Date(Date.UTC(kini.getUTCFullYear(), kini.getUTCMonth() - i, 1, 12))).slice(0, 7);
  return new Option(periode(`${nilai}-01`), nilai);
}));
const muat = halamanDaftar(satu('#daftar'), 'templat-catatan', {
  alamat: () => `/api/audit?bulan=${bulan.value}`,
  ubah: (c) => ({...c, aksi: c.aksi[0].toUpperCase() + c.aksi.slice(1)}),
});
bulan.addEventListener('change', muat);

const cadangan = satu('#cadangan');
baca(cadangan, async () => {
  const c = await ambil('/api/cadangan');
  const menit = c.latihan && (c.latihan.detik / 60).toLocaleString('id-ID', {maximumFractionDigits: 1});
  daftar(cadangan, 'templat-cadangan', [{...c, menit, kurang: c.terakhir?.hilang}]);
});
