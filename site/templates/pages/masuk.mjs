/** Sign in: NIP and password; then home, the second factor, or setting it up. */

import '../components/isian-sandi/behaviour.mjs';
import {alamatKembali, kirim, lanjutkan} from '../js/api.mjs';
import {kelompokNip} from '../js/bentuk.mjs';
import {parameter, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {demo} from '../bagian/demo.mjs';

const form = satu('#masuk');
const NIP_DEMO = 'sikap-demo-nip';

tampil(satu('#sudah-keluar'), parameter('keluar') === '1');
formulir(form, async (isi) => {
  sessionStorage.setItem(NIP_DEMO, isi.nip);
  await lanjutkan(await kirim('POST', '/api/sesi', isi, {masuk: false}), alamatKembali(parameter('kembali')));
});
demo((akun) => {
  form.elements.nip.value = kelompokNip(akun.nip).join(' ');
  form.elements.sandi.value = akun.sandi;
  satu('button[type=submit]', form).focus();
});
