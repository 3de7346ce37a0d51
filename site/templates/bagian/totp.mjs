/** Setting up the second factor. */

import {kirim} from '../js/api.mjs';
import {buat, fokus, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';

/** Show the recovery codes once; `selesai` when they are kept. */
export function tampilkanPemulihan(kode, selesai) {
  const kotak = satu('#totp-pemulihan');
  satu('#totp-daftar').replaceChildren(...kode.map((teks) => buat('li', teks, {className: 'besar'})));
  tampil(satu('#totp-pasang'), false);
  tampil(kotak);
  fokus(satu('h2', kotak));
  satu('[data-aksi=cetak-pemulihan]').onclick = () => print();
  satu('[data-aksi=selesai-pemulihan]').onclick = () => {
    satu('#totp-daftar').replaceChildren();
    tampil(kotak, false);
    selesai();
  };
}

/** Ask for a secret, show it, and take the first code. */
export async function pasangTotp(selesai) {
  const isi = await kirim('POST', '/api/saya/totp');
  satu('#totp-qr path').setAttribute('d', isi.qr);
  satu('#totp-qr').setAttribute('viewBox', `-4 -4 ${isi.sisi} ${isi.sisi}`);
  satu('#totp-rahasia').textContent = isi.rahasia.replace(/(.{4})(?=.)/g, '$1 ');
  if (isi.alamat.startsWith('otpauth://')) satu('#totp-alamat').href = isi.alamat;
  tampil(satu('#totp-pasang'));
  formulir(satu('#totp-kode'), async ({kode}) => {
    tampilkanPemulihan((await kirim('POST', '/api/saya/totp/kode', {kode})).kode, selesai);
  });
}
