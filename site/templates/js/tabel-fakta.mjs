/** One kind of facts as a table: its own columns, then source document, author and date, and what may be done with a row. */

import {buat, daftar, satu, semua} from './dom.mjs';

const BERSAMA = ['Sumber', 'Dicatat'];
/** More rows than this stay closed at first: a career of thirty years is sixteen screens of a phone. */
const SEKALI_LIHAT = 1;

/** Fill the table in `unsur` for the kind `k`; `saat(what, row)` when a button of a row is pressed. */
export function tabelFakta(unsur, k, saat) {
  const rincian = satu('details', unsur);
  satu('summary', rincian).textContent = ringkas(k);
  rincian.open = k.isi.length <= SEKALI_LIHAT || k.isi.some((b) => b.menunggu);
  const judul = [...k.kolom, ...BERSAMA, ...(k.boleh_usul ? ['Tindakan'] : [])];
  satu('thead tr', unsur).append(...judul.map((teks) => buat('th', teks, {scope: 'col'})));
  const isi = k.isi.map((b) => ({...b, boleh_usul: k.boleh_usul && !b.menunggu, boleh_hapus: k.boleh_usul && !b.menunggu && b.id}));
  daftar(satu('tbody', unsur), 'templat-baris', isi, {olah: (baris, b) => lengkapi(baris, k, b, saat)});
}

/** What a closed table holds: how many rows, and the newest. A person's own line has fields and not rows. */
function ringkas({jenis, isi}) {
  if (jenis === 'data_diri') return isi.map((b) => b.sel[0]).join(', ');
  return `${isi.length} catatan, terbaru ${isi[0]?.sel.slice(0, 2).filter(Boolean).join(', ')}`;
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
