/** Who is signed in on this device, as far as the page needs to know before the counter has answered. Decides nothing. */

import {ambil} from './api.mjs';
import {lihatSemua} from './simpan.mjs';

const KUNCI = 'sikap-saya';

/** What is remembered: {id, nama, peran[], pada} or null. */
export function ingatan() {
  try {
    return JSON.parse(localStorage.getItem(KUNCI));
  } catch {
    return null;
  }
}

let janji;
/** GET /api/saya, once per page. Remembers who it is, for the header. */
export function saya({segar} = {}) {
  if (segar) janji = undefined;
  janji ??= ambil('/api/saya').then((isi) => {
    localStorage.setItem(KUNCI, JSON.stringify({id: isi.id, nama: isi.nama, peran: isi.peran, pada: Date.now()}));
    return isi;
  });
  janji.catch(() => (janji = undefined));
  return janji;
}

/** Files of this person that wait on this device, oldest first. Never those of somebody else on a shared phone. */
export async function antrean() {
  const id = ingatan()?.id;
  return id ? (await lihatSemua('antrian', `${id}:`)).sort((a, b) => a.pada - b.pada) : [];
}

/** Does the person hold one of these roles? */
export const berperan = (...peran) => peran.some((satu) => ingatan()?.peran?.includes(satu));

// Right after signing in nobody is remembered yet: whoever asks who it is waits for the answer, or every page would take him for a stranger.
await (ingatan() || saya().catch(() => {}));
