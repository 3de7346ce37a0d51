/** Accounts: who holds which role, where; slips at the counter; locks. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {ambil, kirim} from '../js/api.mjs';
import {bukaCetak} from '../js/buka.mjs';
import {buat, daftar, fokus, kabari, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat, tampilkanUlangi} from '../js/galat.mjs';

const form = satu('#peran');
const SEBUTAN = Object.fromEntries([...form.elements.peran].map((kotak) => [kotak.value, document.querySelector(`label[for="${kotak.id}"]`).textContent]));
let akun;

async function muat() {
  try {
    const {isi} = await ambil('/api/akun');
    daftar(satu('#daftar'), 'templat-akun', isi.map(kata), {olah: (unsur, a) => (satu('button', unsur).addEventListener('click', () => buka(a.id)), unsur)});
  } catch (galat) {
    tampilkanUlangi(satu('#daftar'), galat, muat);
  }
}

const kata = (a) => ({...a, kata: a.peran.filter((p) => p !== 'pns').map((p) => SEBUTAN[p] ?? p).join(', '), keadaan: [a.aktif ? 'Aktif' : 'Belum diaktifkan', a.kode_terpasang ? 'kode pengaman terpasang' : 'tanpa kode pengaman', a.terkunci ? 'dikunci' : ''].filter(Boolean).join(', ')});

async function buka(id) {
  try {
    akun = await ambil(`/api/akun/${id}`);
    if (form.elements.lingkup.options.length < 2) {
      const {isi} = await ambil('/api/unit?batas=100');
      form.elements.lingkup.append(...isi.map((u) => Object.assign(buat('option', u.nama), {value: u.id})));
    }
    if (akun.lingkup && ![...form.elements.lingkup.options].some((o) => o.value === akun.lingkup)) form.elements.lingkup.append(Object.assign(buat('option', akun.lingkup_nama), {value: akun.lingkup}));
    satu('#ubah-judul').textContent = akun.nama;
    for (const kotak of form.elements.peran) kotak.checked = akun.peran.includes(kotak.value);
    form.elements.lingkup.value = akun.lingkup ?? '';
    for (const radio of form.elements.terkunci) radio.checked = (radio.value === 'ya') === akun.terkunci;
    tampil(satu('#lepas'), akun.kode_terpasang);
    tampil(satu('#ubah'));
    fokus(satu('#ubah-judul'));
  } catch (galat) {
    tampilkanGalat(galat);
  }
}

formulir(satu('#form-cari'), async ({cari}) => {
  const {isi, pesan} = await kirim('POST', '/api/pencarian', {cari, batas: 10});
  daftar(satu('#hasil'), 'templat-hasil', isi, {olah: (unsur, p) => (satu('button', unsur).addEventListener('click', () => buka(p.id)), unsur)});
  kabari(pesan || `${isi.length} orang ditemukan.`);
});
formulir(form, async ({peran = [], lingkup = null, terkunci}) => {
  akun = await kirim('PATCH', `/api/akun/${akun.id}`, {versi: akun.versi, peran, lingkup, terkunci: terkunci === 'ya'});
  kabari(`Peran ${akun.nama} tersimpan.`);
  muat();
});
satu('#slip').addEventListener('click', () => bukaCetak(`/api/akun/${akun.id}/slip`));
satu('#lepas').addEventListener('click', async () => {
  if (!(await tanya('tanya-lepas'))) return;
  await kirim('DELETE', `/api/akun/${akun.id}/totp`).catch(tampilkanGalat);
  buka(akun.id);
});
muat();
