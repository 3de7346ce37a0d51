/** Contradictions of one person's facts: where each is put right, and each as a line with its button. */

import {buat} from './dom.mjs';

/** [kind, row] of a task among a person's facts; the row is undefined when no single one is meant. */
export function tempat(r, jenis, sasaran) {
  const k = r.kelompok.find((satuan) => satuan.jenis === jenis);
  return [k, sasaran ? k?.isi.find((b) => b.id === sasaran || (!b.id && sasaran in b.isi)) : undefined];
}

/** One contradiction; `buka(kind, row)` when its button is pressed. */
export function barisJanggal(r, j, buka) {
  const li = buat('li');
  li.append(buat('b', j.arti), buat('div', `${j.pesan} Dibereskan: ${j.pembenah}.`));
  const [k, b] = tempat(r, j.fakta, j.sasaran);
  if (!b || !r.boleh_usul || b.menunggu) return li;
  const tombol = buat('button', 'Perbaiki', {type: 'button', className: 'tombol tombol--teks'});
  tombol.append(buat('span', ` ${j.arti}`, {className: 'tersembunyi'}));
  tombol.addEventListener('click', () => buka(k, b));
  li.append(tombol);
  return li;
}
