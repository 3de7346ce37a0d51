/** What the rules say, as cards: what is missing, what is not known, what is met, which papers. The sentences come from the counter. */

import {daftar, satu} from './dom.mjs';

/** Verdicts -> cards of `templat-syarat` in `wadah`. */
export function tampilkanSyarat(wadah, isi) {
  daftar(wadah, 'templat-syarat', isi.map(kartu), {olah: (unsur, k) => {
    for (const nama of ['kurang', 'gelap', 'alasan', 'catatan']) daftar(satu(`[data-daftar=${nama}]`, unsur), 'templat-temuan', k[nama]);
    daftar(satu('[data-daftar=berkas]', unsur), 'templat-kertas', k.berkas);
  }});
}

function kartu(k) {
  const bagian = (nama) => k.temuan.filter((t) => t.kelompok === nama);
  const berkas = (k.berkas ?? []).map((b) => ({...b, ket: [b.sebab, b.wajib ? '' : 'bila diminta'].filter(Boolean).join(', ')}));
  return {...k, kurang: bagian('kurang'), gelap: bagian('gelap'), catatan: bagian('catatan'), berkas};
}
