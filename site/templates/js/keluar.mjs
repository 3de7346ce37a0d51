/** Leaving: what of a person lies on this device, and how it goes with him. */

import {kirim, pergi} from './api.mjs';
import {antrean, ingatan} from './sesi.mjs';
import {hapusSemua, lihatSemua} from './simpan.mjs';

/** Something of this person would be lost with this device's drawer: files on their way, or photos not sent yet. */
export async function adaBelumTerkirim() {
  const {id} = ingatan();
  const isi = await Promise.all([antrean(), ...['pindai', 'massal'].map((apa) => lihatSemua('draf', `${id}:${apa}:`))]);
  return isi.flat().length > 0;
}

/** Forget the person and everything of his on this device (drafts, queue, answers). */
async function lupakan() {
  const {id} = ingatan();
  localStorage.removeItem('sikap-saya');
  await Promise.all(['draf', 'antrian', 'cache'].map((toko) => hapusSemua(toko, `${id}:`)));
}

/** Sign out here. Files not sent yet would be lost: ask first with `adaBelumTerkirim()`. */
export async function keluar() {
  await kirim('DELETE', '/api/sesi', {}, {masuk: false}).catch((galat) => {
    if (galat.status !== 401) throw galat;
  });
  await lupakan();
  await pergi('/masuk/?keluar=1');
}
