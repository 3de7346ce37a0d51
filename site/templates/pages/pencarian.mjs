/** Search people: hits as cards, the nearest when nothing fits, never silence. */

import {kirim} from '../js/api.mjs';
import {daftar, fokus, parameter, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {saat, tampilkanGalat} from '../js/galat.mjs';

const lagi = satu('#muat-lagi');
const unit = satu('#unit');
let terakhir = {};

async function cari(isi, tambah = false) {
  const jawab = await kirim('POST', '/api/pencarian', isi, {urut: 'cari'});
  terakhir = {...isi, kursor: jawab.kursor};
  satu('#pesan').textContent = jawab.pesan;
  unit.replaceChildren(...jawab.sempit.map((s) => new Option(s.nama, s.id)));
  unit.value = isi.unit ?? '';
  tampil(unit.parentElement, unit.options[0]);
  daftar(satu('#hasil'), 'templat-hasil', jawab.isi.map((p) => ({...p, opd: p.opd !== p.unit && p.opd})), {tambah});
  tampil(lagi, jawab.kursor);
  // Who narrows goes on narrowing; the line above says aloud what came of it.
  if (!tambah && document.activeElement !== unit) fokus(satu('#pesan'));
}

formulir(satu('#form-cari'), (isi) => cari(isi));
unit.addEventListener('change', () => cari({cari: terakhir.cari, ...(unit.value && {unit: unit.value})}).catch(tampilkanGalat));
saat(lagi, () => cari(terakhir, true));
if (parameter('cari')) {
  satu('#form-cari').elements.cari.value = parameter('cari');
  cari({cari: parameter('cari')}).catch(tampilkanGalat);
}
