/* The service worker: opens the site without signal, and sends waiting files when no page is open. /api/ is never kept. */

const VERSI = '{versi}';
const CANGKANG = '{cangkang}';
const LACI = `sikap-${VERSI}`;

'{modul}';

self.addEventListener('install', (acara) => {
  acara.waitUntil(caches.open(LACI).then((laci) => laci.addAll(CANGKANG.umum.map(segar))).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (acara) => {
  acara.waitUntil(bersihkan().then(() => self.clients.claim()));
});

self.addEventListener('message', (acara) => {
  if (acara.data?.siapkan) acara.waitUntil(siapkan(acara.data.siapkan).catch(() => {}));
});

self.addEventListener('fetch', (acara) => {
  const {request} = acara;
  const alamat = new URL(request.url);
  if (request.method !== 'GET' || alamat.origin !== location.origin || alamat.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') acara.respondWith(halaman(acara, alamat));
  else if (alamat.pathname.startsWith('/a/')) acara.respondWith(dariLaci(acara, request));
});

self.addEventListener('sync', (acara) => {
  if (acara.tag === 'kirim') acara.waitUntil(kirimSemua());
});

function segar(alamat) {
  return new Request(alamat, alamat.startsWith('/a/') ? {} : {cache: 'reload'});
}

async function bersihkan() {
  const lama = (await caches.keys()).filter((nama) => nama.startsWith('sikap-') && nama !== LACI);
  await Promise.all(lama.map((nama) => caches.delete(nama)));
}

async function siapkan(peran) {
  const laci = await caches.open(LACI);
  const ada = new Set((await laci.keys()).map((satuan) => new URL(satuan.url).pathname));
  const kurang = [...new Set(peran.flatMap((satuan) => CANGKANG[satuan] || []))].filter((alamat) => !ada.has(alamat));
  await laci.addAll(kurang.map(segar));
}

async function halaman(acara, alamat) {
  const laci = await caches.open(LACI);
  const ada = await laci.match(alamat.pathname);
  if (ada) return ada;
  try {
    const jawab = await fetch(acara.request);
    if (jawab.ok && !jawab.redirected) acara.waitUntil(laci.put(alamat.pathname, jawab.clone()));
    return jawab;
  } catch {
    return laci.match('/luring/');
  }
}

async function dariLaci(acara, request) {
  const laci = await caches.open(LACI);
  const ada = await laci.match(request);
  if (ada) return ada;
  const jawab = await fetch(request);
  if (jawab.ok) acara.waitUntil(laci.put(request, jawab.clone()));
  return jawab;
}

async function unggahDariPekerja(e, tiket) {
  const kepala = Object.fromEntries(Object.entries(tiket.kepala).filter(([nama]) => !/^(content-length|host)$/i.test(nama)));
  const jawab = await fetch(tiket.url, {method: tiket.cara, headers: kepala, body: e.blob, signal: AbortSignal.timeout(5 * TUNGGU_MS)}).catch(() => ({status: 0}));
  return jawab.status;
}

async function kirimSemua() {
  const saya = await siapa().catch((galat) => {
    if (galat.status === 401) return '';
    throw galat;
  });
  if (!saya) return;
  const saluran = new BroadcastChannel('antrean');
  for (const {id} of await lihatSemua('antrian', `${saya}:`)) await kirimDariPekerja(saya, id, saluran);
  const sisa = (await lihatSemua('antrian', `${saya}:`)).some((e) => e.keadaan === 'menunggu');
  // Thrown so that the browser tries again later; quietly done would be the end of it.
  if (sisa) throw new Error('belum semua terkirim');
}

function kirimDariPekerja(saya, id, saluran) {
  return navigator.locks.request('kirim', {signal: AbortSignal.timeout(30000)}, async () => {
    const e = await lihat('antrian', `${saya}:${id}`);
    if (!e || e.keadaan !== 'menunggu') return;
    try {
      const berkas = await kirimSatu(e, unggahDariPekerja);
      saluran.postMessage({id, slot: e.slot, pegawai: e.pegawai, keadaan: 'terkirim', berkas});
    } catch (galat) {
      const kata = await tunda(e, galat);
      if (kata) saluran.postMessage({id, slot: e.slot, pegawai: e.pegawai, ...kata});
    }
  });
}
