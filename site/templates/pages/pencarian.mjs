/** Search people: hits as cards, the nearest when nothing fits, never silence. */

import {kirim} from '../js/api.mjs';
import {daftar, fokus, parameter, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';

const lagi = satu('#muat-lagi');
let terakhir = {};

async function cari(isi, tambah = false) {
  const jawab = await kirim('POST', '/api/pencarian', isi);
  terakhir = {...isi, kursor: jawab.kursor};
  const banyak = jawab.isi.length;
  satu('#pesan').textContent = jawab.pesan || (tambah ? '' : `${jawab.kursor ? 'Lebih dari ' : ''}${banyak} orang ditemukan.`);
  daftar(satu('#hasil'), 'templat-hasil', jawab.isi, {tambah});
  tampil(lagi, jawab.kursor);
  if (!tambah) fokus(satu('#pesan'));
}

formulir(satu('#form-cari'), (isi) => cari(isi));
lagi.addEventListener('click', () => cari(terakhir, true));
if (parameter('cari')) {
  satu('#form-cari').elements.cari.value = parameter('cari');
  cari({cari: parameter('cari')});
}
