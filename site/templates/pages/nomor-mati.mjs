/** Numbers that cannot be reached, and the list as a file for E-Kinerja; filled in, it comes back by the import of numbers. */

import {kelompokNip} from '../js/bentuk.mjs';
import {unduhCsv} from '../js/csv.mjs';
import {kabari, satu, tampil} from '../js/dom.mjs';
import {saat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const PUSAT = '/api/nomor-mati';
const KOLOM = ['nip', 'nama', 'unit', 'opd', 'telepon_ujung', 'sejak', 'alasan'];

halamanDaftar(satu('#daftar'), 'templat-nomor', {
  alamat: () => PUSAT,
  sesudah: (isi) => isi.length && tampil(satu('#unduh')),
});
saat(satu('#unduh'), async () => {
  // A NIP in groups: as one number of 18 digits a spreadsheet would round it.
  const banyak = await unduhCsv('nomor-tidak-dapat-dihubungi.csv', [...KOLOM, 'nomor_baru'], [`${PUSAT}/unduhan`], (b) => [...KOLOM.map((k) => (k === 'nip' ? kelompokNip(b.nip).join(' ') : b[k])), '']);
  kabari(`${banyak} nomor diunduh.`);
});
