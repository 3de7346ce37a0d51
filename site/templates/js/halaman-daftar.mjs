/** A list that is read page by page: first page, "Muat lagi", empty state, try again. */

import {ambil} from './api.mjs';
import {daftar, kabari, satu, tampil} from './dom.mjs';
import {tampilkanUlangi} from './galat.mjs';

const lanjutan = (alamat, kursor) => (kursor ? `${alamat}${alamat.includes('?') ? '&' : '?'}kursor=${encodeURIComponent(kursor)}` : alamat);

/**
 * `alamat()` the list's address; `ubah(row)` what the template shows; `sesudah(rows)` when a page has come; `olah` and `tekan` as
 * in `daftar`; `lagi` the button for more, when it is not the page's `#muat-lagi`. The page's `templat-kosong` is the empty state.
 * Gives a function that reads anew.
 */
export function halamanDaftar(wadah, templat, {alamat, ubah = (b) => b, sesudah, lagi = satu('#muat-lagi'), ...cara}) {
  let kursor, terakhir, dari;
  async function muat(tambah = false) {
    const ini = (terakhir = {});
    const ke = alamat();
    // What stands here is of another list: neither its rows nor its "more" may be pressed under the new one's name.
    if (ke !== dari) tampil(lagi, false), wadah.setAttribute('aria-busy', 'true');
    dari = ke;
    try {
      const jawab = await ambil(lanjutan(ke, tambah && kursor));
      // An answer that comes after another was asked for is not shown.
      if (ini !== terakhir) return;
      kursor = jawab.kursor;
      if (jawab.isi.length || kursor || tambah) daftar(wadah, templat, jawab.isi.map(ubah), {tambah, ...cara});
      else daftar(wadah, 'templat-kosong', [{}]);
      tampil(lagi, kursor);
      sesudah?.(jawab.isi);
    } catch (galat) {
      if (ini !== terakhir) return;
      if (tambah) kabari(`${galat.message} ${galat.petunjuk}`);
      else tampilkanUlangi(wadah, galat, muat);
    }
  }
  lagi?.addEventListener('click', () => muat(true));
  muat();
  return () => muat();
}

/** All rows of a list, for what needs it whole. */
export async function* semuaIsi(alamat) {
  let kursor = '';
  do {
    const jawab = await ambil(lanjutan(alamat, kursor));
    yield* jawab.isi;
    kursor = jawab.kursor;
  } while (kursor);
}
