/** Accounts: who holds which role, where; slips at the counter; locks. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {ambil, kirim} from '../js/api.mjs';
import {bukaCetak} from '../js/buka.mjs';
import {bukaBagian, daftar, kabari, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca, saat, tampilkanGalat} from '../js/galat.mjs';
import {isiUnit} from '../js/unit.mjs';

const form = satu('#peran');
let akun;

const muat = () => baca(satu('#daftar'), async () => {
  const {isi} = await ambil('/api/akun');
  daftar(satu('#daftar'), 'templat-akun', isi, {tekan: buka});
});

const buka = ({id}) => tunjukkan(id).catch(tampilkanGalat);

async function tunjukkan(id) {
  const {lingkup} = form.elements;
  const ini = await ambil(`/api/akun/${id}`, {urut: 'akun'});
  await isiUnit(lingkup);
  akun = ini;
  if (akun.lingkup && ![...lingkup.options].some((o) => o.value === akun.lingkup)) lingkup.append(new Option(akun.lingkup_nama, akun.lingkup));
  lingkup.value = akun.lingkup ?? '';
  for (const kotak of form.elements.peran) kotak.checked = akun.peran.includes(kotak.value);
  form.elements.terkunci.value = akun.terkunci ? 'ya' : 'tidak';
  tampil(satu('#lepas'), akun.kode_terpasang);
  bukaBagian('ubah', akun.nama);
}

formulir(satu('#form-cari'), async ({cari}) => {
  const {isi, pesan} = await kirim('POST', '/api/pencarian', {cari, batas: 10});
  daftar(satu('#hasil'), 'templat-hasil', isi, {tekan: buka});
  kabari(pesan);
});
formulir(form, async ({peran = [], lingkup = null, terkunci}) => {
  akun = await kirim('PATCH', `/api/akun/${akun.id}`, {versi: akun.versi, peran, lingkup, terkunci: terkunci === 'ya'});
  kabari(`Peran ${akun.nama} tersimpan.`);
  muat();
});
satu('#slip').addEventListener('click', () => bukaCetak(`/api/akun/${akun.id}/slip`));
saat(satu('#lepas'), async () => {
  if (!(await tanya('tanya-lepas'))) return;
  await kirim('DELETE', `/api/akun/${akun.id}/totp`);
  buka(akun);
});
muat();
