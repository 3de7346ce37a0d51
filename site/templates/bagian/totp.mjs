/** Setting up the second factor. */

import {kirim} from '../js/api.mjs';
import {buat, fokus, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';

const SVG = 'http://www.w3.org/2000/svg';

/** Rows of "1" and "0" -> an SVG with a white border, as scanners want it. */
function gambarQr(baris) {
  const svg = document.createElementNS(SVG, 'svg');
  const garis = document.createElementNS(SVG, 'path');
  const sisi = baris.length + 8;
  const jalur = baris.flatMap((isi, y) => [...isi].map((kotak, x) => (kotak === '1' ? `M${x + 4} ${y + 4}h1v1h-1z` : '')));
  garis.setAttribute('d', jalur.join(''));
  svg.setAttribute('viewBox', `0 0 ${sisi} ${sisi}`);
  svg.setAttribute('width', '240');
  svg.setAttribute('height', '240');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'Kode QR untuk aplikasi pengaman; kuncinya tertulis di bawah');
  svg.append(garis);
  return svg;
}

/** Show the recovery codes once; `selesai` when they are kept. */
export function tampilkanPemulihan(kode, selesai) {
  const kotak = satu('#totp-pemulihan');
  satu('#totp-daftar').replaceChildren(...kode.map((teks) => buat('li', teks, 'besar')));
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
  satu('#totp-qr').replaceChildren(gambarQr(isi.qr));
  satu('#totp-rahasia').textContent = isi.rahasia.replace(/(.{4})(?=.)/g, '$1 ');
  if (isi.alamat.startsWith('otpauth://')) satu('#totp-alamat').href = isi.alamat;
  tampil(satu('#totp-pasang'));
  formulir(satu('#totp-kode'), async ({kode}, kunci) => {
    tampilkanPemulihan((await kirim('POST', '/api/saya/totp/kode', {kode}, {kunci})).kode, selesai);
  });
}
