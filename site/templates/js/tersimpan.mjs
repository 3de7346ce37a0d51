/** Read with a fallback: the last good answer, kept on this device for this person. Never for officers' lists of people. */

import {ambil} from './api.mjs';
import {ingatan} from './sesi.mjs';
import {lihat, taruh} from './simpan.mjs';

/** {data, pada}: `pada` is null for a fresh answer, the moment it was kept when the network did not answer. */
export async function ambilAtauIngat(alamat, baca = () => ambil(alamat)) {
  const kunci = () => `${ingatan()?.id}:${alamat}`;
  try {
    const data = await baca();
    // Before it is known whose it is nothing is kept: signing out clears only what has an owner.
    if (ingatan()) await taruh('cache', kunci(), {data, pada: Date.now()}).catch(() => {});
    return {data, pada: null};
  } catch (galat) {
    const lama = ['luring', 'lambat'].includes(galat.kode) && ingatan() && (await lihat('cache', kunci()));
    if (lama) return lama;
    throw galat;
  }
}
