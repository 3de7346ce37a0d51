/** The second factor. */

import {alamatKembali, kirim, lanjutkan} from '../js/api.mjs';
import {parameter, satu} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {demo} from '../bagian/demo.mjs';

const form = satu('#form-kode');

formulir(form, async (isi) => {
  const jawab = await kirim('POST', '/api/sesi/kode', {kode: isi.kode.trim()}, {masuk: false});
  await lanjutkan(jawab, alamatKembali(parameter('kembali')));
});
demo(
  (akun) => {
    form.elements.kode.value = akun.kode;
    satu('button[type=submit]', form).focus();
  },
  (akun) => akun.nip === sessionStorage.getItem('sikap-demo-nip'),
);
