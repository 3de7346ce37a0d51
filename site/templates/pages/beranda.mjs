/** Home: what waits for me. */

import {angka, waktu} from '../js/bentuk.mjs';
import {daftar, satu, tampil} from '../js/dom.mjs';
import {tampilkanUlangi} from '../js/galat.mjs';
import {saya} from '../js/sesi.mjs';
import {ambilAtauIngat} from '../js/tersimpan.mjs';

const wadah = satu('#menunggu');

async function muat() {
  try {
    const {data, pada} = await ambilAtauIngat('/api/saya', saya);
    satu('#lama').textContent = pada ? `Tanpa sinyal. Keadaan terakhir: ${waktu(new Date(pada).toISOString())}.` : '';
    tampil(satu('#lama'), pada);
    satu('#sapaan').textContent = data.nama;
    if (!data.menunggu.length) return daftar(wadah, 'templat-tenang', [{}]);
    const baris = data.menunggu.map((isi) => ({...isi, kata: `${isi.lanjut ? 'Lebih dari ' : ''}${angka(isi.jumlah)} perlu ditindaklanjuti`}));
    daftar(wadah, 'templat-menunggu', baris, {
      olah(unsur, {ke}) {
        if (ke.startsWith('/')) satu('a', unsur).href = ke;
        return unsur;
      },
    });
  } catch (galat) {
    tampilkanUlangi(wadah, galat, muat);
  }
}

muat();
