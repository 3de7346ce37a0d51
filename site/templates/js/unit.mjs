/** Offices to choose from, however many there are. */

import {semuaIsi} from './halaman-daftar.mjs';

/** Append the OPDs to a `<select>`. */
export async function isiUnit(pilihan) {
  for await (const u of semuaIsi('/api/unit?batas=100')) if (!u.digabung_ke) pilihan.append(new Option(u.nama, u.id));
}
