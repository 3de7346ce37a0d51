/** How I want to be told; and the code that proves the number on record to be mine. */

import {ambil, kirim} from '../js/api.mjs';
import {daftar, kabari, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca, saat} from '../js/galat.mjs';

const form = satu('#pilihan');
const tunggu = satu('#tunggu');

function tunjukkan(p) {
  daftar(satu('#nomor'), 'templat-nomor', [{...p, perlu: p.telepon_ujung && !p.nomor_dipakai}]);
  saat(satu('#nomor button'), mintaKode);
  for (const {name, type, value} of form.elements) if (type === 'radio') form.elements[name].value = p[name] ?? value;
  for (const nama of ['ringkas', 'orang_lain']) form.elements[nama].checked = p[nama];
  const surel = satu('[value=surel]', form);
  surel.disabled = !p.surel;
  surel.nextElementSibling.textContent = p.surel ? 'Surel (email)' : 'Surel (email): alamat Anda belum tercatat';
  tampil(form);
}

async function mintaKode() {
  await kirim('POST', '/api/saya/nomor');
  tampil(satu('#nomor-kode'));
  satu('#kode-nomor').focus();
}

formulir(form, async (isi) => {
  tunjukkan(await kirim('PUT', '/api/saya/pilihan', isi));
  kabari('Pilihan tersimpan.');
});
formulir(satu('#nomor-kode'), async (isi) => {
  tunjukkan(await kirim('POST', '/api/saya/nomor/kode', isi));
  tampil(satu('#nomor-kode'), false);
  kabari('Nomor sudah dibenarkan.');
});
baca(tunggu, async () => {
  tunjukkan(await ambil('/api/saya/pilihan'));
  tunggu.remove();
});
