/** Lists of the counter as a CSV file that a spreadsheet opens. */

import {buat} from './dom.mjs';
import {semuaIsi} from './halaman-daftar.mjs';

// A cell that begins like a formula must stay text in a spreadsheet.
const sel = (isi) => `"${String(isi).replace(/^(?=[=+\-@\t])/, "'").replaceAll('"', '""')}"`;

/** Every page of the lists at `alamat`, under `judul`; `ubah(row, address)` answers a row's cells. Gives how many rows there were. */
export async function unduhCsv(nama, judul, alamat, ubah) {
  const baris = [judul];
  for (const daftar of alamat) for await (const b of semuaIsi(`${daftar}?batas=100`)) baris.push(ubah(b, daftar));
  const teks = baris.map((b) => `${b.map(sel).join(';')}\r\n`);
  buat('a', '', {href: URL.createObjectURL(new Blob(['\ufeff', ...teks], {type: 'text/csv'})), download: nama}).click();
  return baris.length - 1;
}
