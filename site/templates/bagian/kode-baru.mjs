/** Two steps of activation and reset: a code to the registered phone (or a slip), then a new password. */

import {kirim, lanjutkan} from '../js/api.mjs';
import {fokus, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';

/** `tujuan` is "aktivasi" or "pemulihan": the address and the purpose of the code. */
export function kodeBaru(tujuan) {
  const [minta, pakai] = [satu('#minta'), satu('#pakai')];
  const buka = (pesan) => {
    pakai.elements.nip.value = minta.elements.nip.value;
    satu('#pesan').textContent = pesan;
    tampil(minta, false);
    tampil(pakai);
    fokus(satu('#pakai-judul'));
  };
  satu('#punya-kode').addEventListener('click', () => buka(''));
  formulir(minta, async (isi) => {
    const jawab = await kirim('POST', '/api/akun/kode', {...isi, tujuan}, {masuk: false});
    buka(jawab.pesan);
  });
  formulir(pakai, async (isi) => {
    await lanjutkan(await kirim('POST', `/api/akun/${tujuan}`, isi, {masuk: false}), '/beranda/');
  });
}
