/**
 * Files on their way: an entry survives reload, closed page and killed browser, and is dropped only after its receipt. The page
 * sends while it is open; the service worker sends when it is not. Both take the lock per attempt, so neither starves the other.
 */

import {TUNGGU_MS, kirimSatu, siapa, tunda} from './kirim.mjs';
import {antrean, ingatan} from './sesi.mjs';
import {hapus, taruh} from './simpan.mjs';

const saluran = new BroadcastChannel('antrean');
const pendengar = new Set();
let bangun;
let berjalan = false;

/** Call `fn(kejadian)` after every change: {id, slot, pegawai, keadaan, bagian (0..1), berkas (receipt), pesan}. Gives the way to stop. */
export function pantau(fn) {
  pendengar.add(fn);
  return () => pendengar.delete(fn);
}

function umumkan({id, slot, pegawai}, keadaan, lain = {}) {
  const kejadian = {id, slot, pegawai, keadaan, ...lain};
  for (const fn of pendengar) fn(kejadian);
  saluran.postMessage(kejadian);
}
saluran.onmessage = ({data}) => pendengar.forEach((fn) => fn(data));

/** Keep a new entry on the disk, then start sending. `isi`: {pegawai, slot, nama, ukuran, sha256, tipe, blob, usulan?}. */
export async function masukkan(isi) {
  const e = {...isi, id: crypto.randomUUID(), kunci: crypto.randomUUID(), saya: ingatan().id, keadaan: 'menunggu', coba: 0, pada: Date.now(), nanti: 0};
  for (const lama of await antrean()) if (lama.slot === e.slot && lama.pegawai === e.pegawai) {
    // What takes the place of a case's document is that case's document.
    e.usulan ??= lama.usulan;
    await hapus('antrian', `${lama.saya}:${lama.id}`);
  }
  await taruh('antrian', `${e.saya}:${e.id}`, e);
  umumkan(e, 'menunggu');
  jalankan();
  return e.id;
}

/** Forget an entry that the person no longer wants to send. */
export async function buang(id) {
  await hapus('antrian', `${ingatan().id}:${id}`);
  umumkan({id}, 'dibuang');
}

/** Send all that is due, one by one. Called at page load, on `online`, when the page comes to the front, and after waiting. */
export async function jalankan({segera = false} = {}) {
  clearTimeout(bangun);
  if (berjalan) return;
  berjalan = true;
  let pemilik;
  const milik = () => (pemilik ??= siapa());
  try {
    for (const e of await antrean()) {
      if (e.keadaan !== 'ditolak' && (segera || e.nanti < (e.keadaan === 'masuk' ? ingatan()?.pada : Date.now()))) await coba(e.id, milik);
    }
  } finally {
    berjalan = false;
  }
  const sisa = (await antrean()).filter((e) => e.keadaan === 'menunggu');
  if (!sisa.length) return;
  navigator.serviceWorker?.ready.then((sw) => sw.sync?.register('kirim')).catch(() => {});
  bangun = setTimeout(jalankan, Math.max(500, Math.min(...sisa.map((e) => e.nanti)) - Date.now()));
}

function coba(id, milik) {
  return navigator.locks.request('kirim', async () => {
    // Read again inside the lock: the worker may have sent it meanwhile.
    const e = (await antrean()).find((satuan) => satuan.id === id);
    if (!e) return;
    try {
      if ((await milik()) !== e.saya) return;
      umumkan(e, 'mengirim', {bagian: 0});
      const berkas = await kirimSatu(e, unggah);
      umumkan(e, 'terkirim', {berkas});
    } catch (galat) {
      const kata = await tunda(e, galat);
      if (kata) umumkan(e, kata.keadaan, kata);
    }
  });
}

/** Bytes by XHR, since fetch tells no progress. Answers the status; 0 when the line broke, or nothing has moved for TUNGGU_MS. */
function unggah(e, tiket) {
  return new Promise((selesai) => {
    const xhr = new XMLHttpRequest();
    let macet;
    const bergerak = () => {
      clearTimeout(macet);
      macet = setTimeout(() => xhr.abort(), TUNGGU_MS);
    };
    xhr.open(tiket.cara, tiket.url);
    for (const [nama, isi] of Object.entries(tiket.kepala)) if (!/^(content-length|host)$/i.test(nama)) xhr.setRequestHeader(nama, isi);
    xhr.upload.onprogress = ({loaded}) => {
      bergerak();
      umumkan(e, 'mengirim', {bagian: loaded / e.ukuran});
    };
    xhr.onloadend = () => {
      clearTimeout(macet);
      selesai(xhr.status);
    };
    bergerak();
    xhr.send(e.blob);
  });
}
