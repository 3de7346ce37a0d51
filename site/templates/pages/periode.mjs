/** Periods and their five dates; the administrator sets them. */

import {ambil, kirim} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {bukaBagian, daftar, kabari, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca} from '../js/galat.mjs';
import {berperan} from '../js/sesi.mjs';

const form = satu('#periode');
let kini;

const muat = () => baca(satu('#daftar'), async () => {
  const {isi} = await ambil('/api/periode?semua=true');
  const baris = isi.map((p) => ({...p, boleh: berperan('admin')}));
  const nanti = baris.filter((p) => !p.lewat);
  daftar(satu('#daftar'), 'templat-periode', nanti.splice(0, 6), {tekan: buka});
  daftar(satu('#nanti'), 'templat-periode', nanti, {tekan: buka});
  daftar(satu('#lewat'), 'templat-periode', baris.filter((p) => p.lewat).reverse(), {tekan: buka});
});

function buka(p) {
  kini = p;
  for (const bidang of form.elements) if (bidang.name) bidang.value = bidang.name === 'dasar' ? p.dasar : tanggal(p[bidang.name]);
  bukaBagian('ubah', `Periode ${tanggal(p.tmt)}`);
}

formulir(form, async (isi) => {
  await kirim('PUT', `/api/periode/${kini.tmt}`, {...isi, versi: kini.versi});
  tampil(satu('#ubah'), false);
  kabari('Periode tersimpan.');
  muat();
});
muat();
