/** Facts on the page: what a change does to the answers. */

import {buat} from './dom.mjs';

/** Effects as list items; one sentence when there is none. */
export function akibat(isi) {
  if (!isi.length) return [buat('li', 'Tidak ada jawaban yang berubah.')];
  return isi.map(({jenis, sebelum, sesudah}) => {
    const li = buat('li');
    li.append(buat('b', jenis), buat('div', `Jika disimpan: ${sesudah}`), buat('div', `Sebelumnya: ${sebelum}`));
    return li;
  });
}
