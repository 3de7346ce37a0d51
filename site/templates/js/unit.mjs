/** Offices to choose from, however many there are. */

import {semuaIsi} from './halaman-daftar.mjs';

let janji;

/** Append the OPDs to the page's `<select>` for them, once: all of them or none. */
export const isiUnit = (pilihan) => (janji ??= isi(pilihan)).catch((galat) => {
  janji = null;
  throw galat;
});

async function isi(pilihan) {
  const semua = [];
  for await (const u of semuaIsi('/api/unit?batas=100')) if (!u.digabung_ke) semua.push(new Option(u.nama, u.id));
  pilihan.append(...semua);
}
