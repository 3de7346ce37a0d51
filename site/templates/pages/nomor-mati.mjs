/** Numbers that cannot be reached, and the list as a file for E-Kinerja. */

import {ambil} from '../js/api.mjs';
import {kelompokNip} from '../js/bentuk.mjs';
import {daftar, kabari, satu, tampil} from '../js/dom.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const KOLOM = ['nip', 'nama', 'unit', 'opd', 'telepon_ujung', 'sejak', 'alasan'];
// A cell that begins like a formula must stay text in a spreadsheet.
const sel = (isi) => `"${String(isi).replace(/^(?=[=+\-@\t])/, "'").replaceAll('"', '""')}"`;

halamanDaftar(satu('#daftar'), 'templat-nomor', {
  alamat: () => '/api/nomor-mati?batas=20',
  kosong: () => daftar(satu('#daftar'), 'templat-kosong', [{}]),
  sesudah: (isi) => isi.length && tampil(satu('#unduh')),
});

async function unduh() {
  const baris = [KOLOM.map(sel).join(';')];
  let kursor = '';
  do {
    const jawab = await ambil(`/api/nomor-mati?batas=100${kursor && `&kursor=${encodeURIComponent(kursor)}`}`);
    // A NIP in groups: as one number of 18 digits a spreadsheet would round it.
    baris.push(...jawab.isi.map((b) => KOLOM.map((k) => sel(k === 'nip' ? kelompokNip(b.nip).join(' ') : b[k])).join(';')));
    kursor = jawab.kursor;
  } while (kursor);
  const alamat = URL.createObjectURL(new Blob([`\ufeff${baris.join('\r\n')}\r\n`], {type: 'text/csv'}));
  Object.assign(document.createElement('a'), {href: alamat, download: 'nomor-tidak-dapat-dihubungi.csv'}).click();
  kabari(`${baris.length - 1} nomor diunduh.`);
}
satu('#unduh').addEventListener('click', () => unduh().catch(tampilkanGalat));
