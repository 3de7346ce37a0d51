/** The office tree, a level at a time; the administrator adds, renames, moves and merges. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {kirim} from '../js/api.mjs';
import {buat, bukaBagian, daftar, kabari, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {halamanDaftar, semuaIsi} from '../js/halaman-daftar.mjs';
import {berperan} from '../js/sesi.mjs';

const induk = parameter('induk');
const admin = berperan('admin');
let sekelas = [];
let kini;

const muat = halamanDaftar(satu('#daftar'), 'templat-unit', {
  alamat: () => `/api/unit?batas=50${induk ? `&induk=${induk}` : ''}`,
  ubah: (u) => ({...u, boleh: admin && !u.digabung_ke}),
  tekan: buka,
  sesudah: (isi) => (sekelas = [...sekelas.filter((u) => !isi.some((b) => b.id === u.id)), ...isi]),
});

function buka(u) {
  kini = u;
  satu('#nama').elements.nama.value = u.nama;
  const ke = satu('#tujuan').elements.ke;
  ke.replaceChildren(ke.options[0], ...sekelas.filter((s) => s.id !== u.id && !s.digabung_ke).map((s) => new Option(s.nama, s.id)));
  bukaBagian('ubah', u.nama);
}

async function selesai(kata) {
  tampil(satu('#ubah'), false);
  kabari(kata);
  await muat();
}

/** Whose units these are. */
async function sebutInduk() {
  for await (const u of semuaIsi('/api/unit?batas=100')) if (u.id === induk) satu('#judul').textContent = u.nama;
}

for (const bagian of semua('[data-admin]')) tampil(bagian, admin);
if (induk) {
  satu('#naik').append(buat('a', 'Kembali ke daftar OPD', {href: '/unit/'}));
  sebutInduk().catch(() => {});
}
formulir(satu('#baru'), async ({nama}) => {
  await kirim('POST', '/api/unit', {nama, ...(induk ? {induk} : {})});
  satu('#baru').reset();
  await selesai('Unit ditambahkan.');
});
formulir(satu('#nama'), async ({nama}) => {
  await kirim('PATCH', `/api/unit/${kini.id}`, {versi: kini.versi, nama});
  await selesai('Nama unit tersimpan.');
});
formulir(satu('#tujuan'), async ({ke, cara}) => {
  if (cara === 'gabung' && !(await tanya('tanya-gabung'))) return;
  if (cara === 'gabung') await kirim('POST', `/api/unit/${kini.id}/penggabungan`, {versi: kini.versi, ke});
  else await kirim('PATCH', `/api/unit/${kini.id}`, {versi: kini.versi, induk: ke});
  await selesai('Unit sedang dipindahkan beserta pegawainya.');
});
