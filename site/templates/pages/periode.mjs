/** Periods and their five dates; the administrator sets them. */

import {ambil, kirim} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {daftar, fokus, kabari, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanUlangi} from '../js/galat.mjs';
import {berperan} from '../js/sesi.mjs';

const form = satu('#periode');
let kini;

async function muat() {
  try {
    const {isi} = await ambil('/api/periode?semua=true');
    daftar(satu('#daftar'), 'templat-periode', isi.map((p) => ({...p, boleh: berperan('admin')})), {olah: (unsur, p) => (satu('button', unsur).addEventListener('click', () => buka(p)), unsur)});
  } catch (galat) {
    tampilkanUlangi(satu('#daftar'), galat, muat);
  }
}

function buka(p) {
  kini = p;
  satu('#ubah-judul').textContent = `Periode ${tanggal(p.tmt)}`;
  for (const bidang of form.elements) if (bidang.name) bidang.value = bidang.name === 'dasar' ? p.dasar : tanggal(p[bidang.name]);
  tampil(satu('#ubah'));
  fokus(satu('#ubah-judul'));
}

formulir(form, async (isi) => {
  await kirim('PUT', `/api/periode/${kini.tmt}`, {...isi, versi: kini.versi});
  tampil(satu('#ubah'), false);
  kabari('Periode tersimpan.');
  muat();
});
muat();
