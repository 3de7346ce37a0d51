/** The demo's sign-in helper. Only a demo answers /api/publik/demo; elsewhere it is a 404 and nothing is shown. */

import {ambil} from '../js/api.mjs';
import {daftar, satu, tampil} from '../js/dom.mjs';

/** Show the demo accounts, if this is a demo; `pilih(akun)` is called with the one that is pressed. */
export async function demo(pilih, saring = () => true) {
  const isi = await ambil('/api/publik/demo', {masuk: false}).catch(() => null);
  if (!isi?.akun?.length) return;
  const baris = isi.akun.filter(saring).map((akun) => ({...akun, sebutan: akun.sebutan ?? akun.peran, kode: akun.kode ?? isi.kode?.[akun.nip]}));
  daftar(satu('#demo-akun'), 'templat-demo', baris, {tekan: pilih});
  tampil(satu('#demo'));
}
