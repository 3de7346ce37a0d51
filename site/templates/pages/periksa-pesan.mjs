/** Is this message ours? By the code at its end; what is asked is kept nowhere. */

import {kirim} from '../js/api.mjs';
import {daftar, fokus, satu} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';

formulir(satu('#form-tanda'), async (isi) => {
  const jawab = await kirim('POST', '/api/publik/pesan', isi);
  daftar(satu('#hasil'), jawab.dikenal ? 'templat-dikenal' : 'templat-asing', [jawab]);
  fokus(satu('#hasil'));
});
