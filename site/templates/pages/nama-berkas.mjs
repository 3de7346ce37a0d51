/** How documents are named for BKN: one line a kind, saved together. */

import {ambil, kirim} from '../js/api.mjs';
import {daftar, kabari, satu} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca} from '../js/galat.mjs';

const form = satu('#nama');
const wadah = satu('[data-daftar]', form);
let versi;

function tampilkan(tabel) {
  versi = tabel.versi;
  daftar(wadah, 'templat-nama', tabel.isi.map((b) => ({...b, contoh: b.contoh.replace(/\.pdf$/, '')})), {olah: baris});
  form.ariaBusy = 'false';
}

function baris(unsur, b) {
  const kotak = satu('input', unsur);
  Object.assign(kotak, {id: b.slot, name: b.slot, value: b.pola, placeholder: b.bawaan});
  kotak.removeAttribute('aria-label');
  satu('label', unsur).htmlFor = b.slot;
  const galat = satu('.isian__galat', unsur);
  galat.id = `${b.slot}-galat`;
  kotak.setAttribute('aria-describedby', galat.id);
}

formulir(form, async (pola) => {
  tampilkan(await kirim('PUT', '/api/nama-berkas', {versi, pola}));
  kabari('Nama berkas tersimpan.');
});
baca(wadah, async () => tampilkan(await ambil('/api/nama-berkas')));
