/**
 * How one file travels: ticket, bytes straight to the storage, receipt, and its place in the usulan. Shared by pages and the
 * service worker. Every step taken is written down first, so that it goes on where it stopped; the bytes, and the
 * photos they were made of, leave the device's drawer only after the receipt.
 */

import {ganti, hapus, lihat} from './simpan.mjs';

/** How long one call may take, milliseconds. */
export const TUNGGU_MS = 120_000;

/** What an answer's status makes of an entry: menunggu (again later), masuk (sign in first), ditolak (stop and say why). */
export function sifat(status) {
  if (status === 401) return 'masuk';
  return status < 400 || status === 409 || status === 408 || status === 425 || status === 429 || status >= 500 ? 'menunggu' : 'ditolak';
}

/** Milliseconds to wait after this many tries: 1, 2, 4 … 60 s, spread by `acak` (0..1). */
export function jeda(coba, acak = Math.random()) {
  return Math.round(Math.min(60, 2 ** coba) * 1000 * (0.5 + acak / 2));
}

function gagal(status, pesan) {
  return Object.assign(new Error(pesan), {status});
}

async function panggil(cara, alamat, isi, kunci) {
  const jawab = await fetch(alamat, {
    method: cara, signal: AbortSignal.timeout(TUNGGU_MS), body: isi && JSON.stringify(isi),
    headers: isi ? {'Content-Type': 'application/json', 'X-SIKAP': '1', 'Idempotency-Key': kunci} : {},
  }).catch(() => {
    throw gagal(0, 'Menunggu sinyal.');
  });
  const badan = await jawab.json().catch(() => null);
  if (!jawab.ok) throw gagal(jawab.status, [badan?.detail, badan?.petunjuk].filter(Boolean).join(' ') || 'Belum dapat dikirim.');
  // Half an answer is none: what it said is asked again with the same key.
  if (!badan) throw gagal(0, 'Menunggu sinyal.');
  return badan;
}

/** Whose session the next request would carry, asked of the counter itself: on a shared phone the device's memory may lag behind. */
export const siapa = async () => (await panggil('GET', '/api/saya')).id;

/** One attempt at entry `e`. `put(e, tiket)` sends the bytes and answers a status. Gives the receipt; throws an Error with `status`. */
export async function kirimSatu(e, put) {
  const {pegawai, slot, nama, ukuran, sha256, tipe} = e;
  if (!e.berkas) {
    const jawab = await panggil('POST', '/api/berkas', {pegawai, slot, nama, ukuran, sha256, tipe}, e.kunci).catch(async (galat) => {
      // Done before, but its answer is gone for good: another ticket, the old one is swept.
      if (galat.status === 409) await catat(e, {kunci: crypto.randomUUID()});
      throw galat;
    });
    await catat(e, {berkas: jawab.id, tiket: jawab.tiket, terunggah: !jawab.tiket});
  }
  if (!e.terunggah) {
    const status = await put(e, e.tiket);
    // 412: these bytes lie there already, from an attempt whose answer was lost.
    if (!(status >= 200 && status < 300) && status !== 412) {
      if (status >= 400 && status < 500) await catat(e, {berkas: '', tiket: null, kunci: crypto.randomUUID()});
      throw gagal(0, 'Unggahan terputus.');
    }
    await catat(e, {terunggah: true});
  }
  const alamat = `/api/berkas/${e.berkas}`;
  const resi = await (e.tiket ? panggil('POST', `${alamat}/penerimaan`, {}, e.berkas) : panggil('GET', alamat));
  if (resi.keadaan === 'ditolak') throw gagal(422, resi.tolak_pesan || 'Berkas belum dapat diterima.');
  if (e.usulan) await pasang(e);
  await hapus('antrian', `${e.saya}:${e.id}`);
  // The photos it was made of, unless others have come to them meanwhile.
  const [draf, banyak] = e.foto ?? [];
  if (draf && (await lihat('draf', draf))?.length === banyak) await hapus('draf', draf);
  return resi;
}

async function pasang(e) {
  const {versi} = await panggil('GET', `/api/usulan/${e.usulan}`);
  await panggil('PUT', `/api/usulan/${e.usulan}/berkas/${e.slot}`, {versi, berkas: e.berkas}, `${e.berkas}-${versi}`);
}

/** Change an entry and keep it. One that the person has dropped or replaced meanwhile does not come back: its attempt ends here. */
async function catat(e, ubah) {
  Object.assign(e, ubah);
  if (!(await ganti('antrian', `${e.saya}:${e.id}`, {...e}))) throw gagal(0, '');
}

/** Write down how an attempt failed, and when to try again. Gives what is to be announced; null for an entry that is no longer there. */
export function tunda(e, {status = 0, message: pesan}) {
  const keadaan = sifat(status);
  const ubah = {keadaan, pesan, coba: e.coba + 1, nanti: Date.now() + (keadaan === 'masuk' ? 0 : jeda(e.coba))};
  return catat(e, ubah).then(() => ubah, () => null);
}
