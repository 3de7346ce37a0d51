/** A list that is read page by page: first page, "Muat lagi", empty state, try again. */

import {ambil} from './api.mjs';
import {daftar, satu, tampil} from './dom.mjs';
import {tampilkanUlangi} from './galat.mjs';

/**
 * `alamat()` the list's address; `ubah(row)` what the template shows; `olah(element, row)` listeners; `kosong()` the empty
 * state; `sesudah(rows)` when a page has come. Gives a function that reads anew.
 */
export function halamanDaftar(wadah, templat, {alamat, ubah = (b) => b, olah, kosong, sesudah = () => {}}) {
  const lagi = satu('#muat-lagi');
  let kursor = null;
  async function muat(tambah = false) {
    try {
      const dasar = alamat();
      const jawab = await ambil(tambah && kursor ? `${dasar}${dasar.includes('?') ? '&' : '?'}kursor=${encodeURIComponent(kursor)}` : dasar);
      kursor = jawab.kursor;
      if (jawab.isi.length || tambah) daftar(wadah, templat, jawab.isi.map(ubah), {tambah, ...(olah ? {olah} : {})});
      else kosong();
      tampil(lagi, kursor);
      sesudah(jawab.isi);
    } catch (galat) {
      tampilkanUlangi(wadah, galat, muat);
    }
  }
  lagi?.addEventListener('click', () => muat(true));
  muat();
  return () => muat();
}
