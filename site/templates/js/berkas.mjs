/** From a chosen file to the queue: what it is, how big, and its SHA-256, before anything is asked of the network. */

import {penolakan} from './api.mjs';
import {masukkan} from './antrean.mjs';
import {ukuran} from './bentuk.mjs';
import {sha256} from './titipan.mjs';

const TIPE = {'%PDF': 'application/pdf', '\xff\xd8\xff': 'image/jpeg', '\x89PNG': 'image/png', RIFF: 'image/webp', 'II*': 'image/tiff', 'MM\0*': 'image/tiff'};

/** What the counter takes, in bytes. */
export const BATAS = 5_000_000;

/** What the first bytes say it is; '' when it is nothing we take. The name is not asked. */
export async function kenali(blob) {
  const awal = String.fromCharCode(...new Uint8Array(await blob.slice(0, 4).arrayBuffer()));
  return Object.entries(TIPE).find(([tanda]) => awal.startsWith(tanda))?.[1] ?? '';
}

/** Check a File for a slot and queue it. `untuk`: {pegawai, slot, usulan?}. Gives the entry's id; refuses with words. */
export async function unggahBerkas(file, untuk) {
  const tipe = await kenali(file);
  if (!file.size) throw penolakan('Berkas ini kosong.', {petunjuk: 'Pilih berkas lain.'});
  if (!tipe) throw penolakan('Berkas harus PDF atau foto (JPG, PNG).', {petunjuk: 'Simpan dokumen sebagai PDF, foto HEIC sebagai JPG, atau foto halamannya.'});
  if (file.size > BATAS) throw penolakan(`Berkas ini ${ukuran(file.size)}. Paling besar ${ukuran(BATAS)}.`, {petunjuk: 'Pindai ulang lebih kecil, atau foto halamannya.'});
  // A copy in memory: a File is only a promise that the gallery may break before the signal comes back.
  const blob = new Blob([await file.arrayBuffer()], {type: tipe});
  const nama = file.name.normalize('NFC').slice(-200) || 'berkas';
  return masukkan({...untuk, nama, ukuran: blob.size, tipe, sha256: await sha256(blob), blob});
}
