/** One kind of facts as a table: its own columns, then source document, author and date, and what may be done with a row. */

import {buat, daftar, satu, semua} from './dom.mjs';

const BERSAMA = ['Sumber', 'Dicatat'];

/** Fill the table in `unsur` for the kind `k`; `saat(what, row)` when a button of a row is pressed. */
export function tabelFakta(unsur, k, saat) {
  const judul = [...k.kolom, ...BERSAMA, ...(k.boleh_usul ? ['Tindakan'] : [])];
  satu('thead tr', unsur).append(...judul.map((teks) => buat('th', teks, {scope: 'col'})));
  const isi = k.isi.map((b) => ({...b, boleh_usul: k.boleh_usul && !b.menunggu, boleh_hapus: k.boleh_usul && !b.menunggu && b.id}));
  daftar(satu('tbody', unsur), 'templat-baris', isi, {olah: (baris, b) => lengkapi(baris, k, b, saat)});
}

function lengkapi(baris, k, b, saat) {
  baris.prepend(...b.sel.map((teks, n) => sel(teks, n && k.kolom[n])));
  if (!b.oleh) satu('[data-kepala=Dicatat]', baris).replaceChildren();
  if (!k.boleh_usul) baris.lastElementChild.remove();
  for (const tombol of semua('[data-aksi]', baris)) tombol.addEventListener('click', () => saat(tombol.dataset.aksi, b));
}

function sel(teks, kepala) {
  const unsur = buat(kepala ? 'td' : 'th', teks);
  if (kepala) unsur.dataset.kepala = kepala;
  else unsur.scope = 'row';
  return unsur;
}
