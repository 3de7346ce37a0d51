/** On every page for signed-in people: the header's links, who may be here, the queue strip, the warning before time runs out. */

import {alamatMasuk} from './api.mjs';
import {fokus, satu, semua, tampil} from './dom.mjs';
import {antrean, berperan, ingatan, saya} from './sesi.mjs';

const PERINGATAN_MS = 600_000;

/** Shows the links that are this person's, four at most, and turns away who has no business here. */
function sesuaikan() {
  const tautan = semua('.menu__tautan').filter((satuan) => berperan(...satuan.dataset.peran.split(' ')));
  const akun = tautan.pop();
  for (const satuan of [...tautan.slice(0, 3), akun].filter(Boolean)) satuan.parentElement.hidden = false;
  const peran = document.body.dataset.peran.split(' ');
  if (berperan(...peran)) return;
  for (const bagian of semua('#isi > *')) bagian.hidden = true;
  const kotak = satu('#bukan-untuk-anda');
  tampil(kotak);
  fokus(kotak);
}

async function hitung() {
  const isi = await antrean();
  const masuk = isi.some((e) => e.keadaan === 'masuk');
  const ditolak = isi.filter((e) => e.keadaan === 'ditolak').length;
  const kata = masuk ? 'berkas menunggu Anda masuk lagi' : ditolak ? 'berkas belum terkirim, perlu Anda lihat' : 'berkas menunggu dikirim';
  satu('#antrean a').textContent = `${isi.length} ${kata}`;
  tampil(satu('#antrean'), isi.length);
}

/** The sender is fetched only when there is something to send. */
async function dorong(cara) {
  if ((await antrean()).length) (await import('./antrean.mjs')).jalankan(cara);
}

/** Counts from the last word to the counter in any tab; the counter itself decides when a session ends. */
function jagaWaktu() {
  const habis = Number(document.body.dataset.diamMenit) * 60_000;
  const kotak = satu('#waktu-habis');
  let terakhir = Date.now();
  new PerformanceObserver((daftar) => {
    if (daftar.getEntries().some((satuan) => satuan.name.includes('/api/'))) terakhir = Date.now();
  }).observe({type: 'resource', buffered: true});
  setInterval(() => {
    const sisa = habis - (Date.now() - terakhir);
    if (sisa < 0) location.assign(alamatMasuk());
    else if (sisa < PERINGATAN_MS && kotak.hidden) tampil(kotak);
  }, 20_000);
  satu('button', kotak).addEventListener('click', async () => {
    await saya({segar: true});
    tampil(kotak, false);
  });
}

async function mulai() {
  // Without an answer the page's own script says so in its own place.
  if (!ingatan()) return;
  const {id} = ingatan();
  // Another person has signed in on this device, or nobody is any more: this page is not his to see or to press.
  for (const saat of ['storage', 'pageshow']) addEventListener(saat, () => localStorage['sikap-saya'] !== '' && ingatan()?.id !== id && location.reload());
  sesuaikan();
  jagaWaktu();
  await hitung();
  new BroadcastChannel('antrean').onmessage = ({data}) => data.keadaan !== 'mengirim' && hitung();
  addEventListener('online', () => dorong({segera: true}));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && dorong());
  dorong();
  navigator.serviceWorker?.ready.then((sw) => sw.active?.postMessage({siapkan: ingatan()?.peran ?? []}));
}

mulai().catch(() => {});

