/** The device's own drawer (IndexedDB `sikap`): `draf` what is being filled in, `antrian` files on their way, `cache` last answers. */

const TOKO = ['draf', 'antrian', 'cache'];
let pintu;

function buka() {
  pintu ??= new Promise((ya, tidak) => {
    const minta = indexedDB.open('sikap', 1);
    minta.onupgradeneeded = () => TOKO.forEach((toko) => minta.result.createObjectStore(toko));
    minta.onsuccess = () => {
      minta.result.onversionchange = () => minta.result.close();
      minta.result.onclose = () => (pintu = undefined);
      ya(minta.result);
    };
    minta.onerror = () => tidak(minta.error);
  });
  return pintu;
}

async function kerja(toko, mode, lakukan) {
  const db = await buka();
  return new Promise((ya, tidak) => {
    const urusan = db.transaction(toko, mode, {durability: 'strict'});
    const minta = lakukan(urusan.objectStore(toko));
    urusan.oncomplete = () => ya(minta?.result);
    urusan.onabort = urusan.onerror = () => tidak(urusan.error);
  });
}

/** Keep `nilai` under `kunci`; resolved once it is on the disk. */
export const taruh = (toko, kunci, nilai) => kerja(toko, 'readwrite', (isi) => isi.put(nilai, kunci));

/** Keep `nilai` in place of what is kept there; where that was taken away meanwhile, nothing: false. */
export const ganti = (toko, kunci, nilai) => kerja(toko, 'readwrite', (isi) => {
  const minta = isi.count(kunci);
  minta.onsuccess = () => minta.result && isi.put(nilai, kunci);
  return minta;
});

/** What is kept, or undefined. */
export const lihat = (toko, kunci) => kerja(toko, 'readonly', (isi) => isi.get(kunci));

/** Everything kept whose key begins so. */
export const lihatSemua = (toko, awalan = '') => kerja(toko, 'readonly', (isi) => isi.getAll(IDBKeyRange.bound(awalan, `${awalan}\uffff`)));

/** Forget one. */
export const hapus = (toko, kunci) => kerja(toko, 'readwrite', (isi) => isi.delete(kunci));

/** Forget all whose key begins so. */
export const hapusSemua = (toko, awalan) => kerja(toko, 'readwrite', (isi) => isi.delete(IDBKeyRange.bound(awalan, `${awalan}\uffff`)));
