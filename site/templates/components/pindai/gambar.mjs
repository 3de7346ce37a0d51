/** A photo as the browser gives it -> pixels; a flat page -> JPEGs; and what a person would want to know before sending. */

import {penolakan} from '../../js/api.mjs';
import {cariTepi} from './tepi.mjs';
import {luruskan, putihkan, ukuranHalaman} from './luruskan.mjs';

const SISI = 2200;
const SISI_CARI = 320;
const MUTU = [0.6, 0.5, 0.4, 0.32, 0.24];

const kanvas = (width, height) => Object.assign(document.createElement('canvas'), {width, height});

/** Blob -> canvas, upright, at most 2200 pixels on the long side. Refuses with words what this browser can't open. */
export async function buka(blob, sisi = SISI) {
  let gambar;
  try {
    gambar = await createImageBitmap(blob, {imageOrientation: 'from-image'});
  } catch {
    throw penolakan('Foto ini tidak dapat dibuka di peramban ini.', {petunjuk: 'Pakai tombol Ambil foto, atau simpan foto sebagai JPG lalu pilih lagi.'});
  }
  const hasil = kecilkan(gambar, sisi);
  gambar.close();
  return hasil;
}

function kecilkan(gambar, sisi) {
  const skala = Math.min(1, sisi / Math.max(gambar.width, gambar.height));
  const hasil = kanvas(Math.max(1, Math.round(gambar.width * skala)), Math.max(1, Math.round(gambar.height * skala)));
  const kuas = hasil.getContext('2d', {willReadFrequently: true});
  Object.assign(kuas, {imageSmoothingQuality: 'high', fillStyle: '#fff'});
  kuas.fillRect(0, 0, hasil.width, hasil.height);
  kuas.drawImage(gambar, 0, 0, hasil.width, hasil.height);
  return hasil;
}

const piksel = (k) => k.getContext('2d', {willReadFrequently: true}).getImageData(0, 0, k.width, k.height);

/** The paper in a canvas of `buka`: {sudut, yakin} as `cariTepi`. */
export const cariKertas = (foto) => cariTepi(piksel(kecilkan(foto, SISI_CARI)));

/** A photo made ready to be shown: {foto, alamat to show it, sudut, yakin}; corners that are known are kept. */
export async function siapkanLembar({blob, sudut}) {
  const foto = await buka(blob);
  const alamat = URL.createObjectURL(await new Promise((jadi) => foto.toBlob(jadi, 'image/jpeg', 0.7)));
  return {foto, alamat, ...(sudut ? {sudut, yakin: 1} : cariKertas(foto))};
}

/** Canvas and corners (shares) -> {jpeg: Blob[] best first, lebar, tinggi, cela: words of advice}. */
export async function jadiHalaman(foto, sudut) {
  const s = sudut.map(([x, y]) => [x * foto.width, y * foto.height]);
  const [lebar, tinggi] = ukuranHalaman(s);
  const isi = luruskan(piksel(foto), s, lebar, tinggi);
  const cela = keluhan(isi, sudut);
  putihkan(isi);
  const bersih = kanvas(lebar, tinggi);
  bersih.getContext('2d').putImageData(isi, 0, 0);
  const jpeg = [];
  for (const mutu of MUTU) jpeg.push(await new Promise((jadi) => bersih.toBlob(jadi, 'image/jpeg', mutu)));
  return {jpeg, lebar, tinggi, cela};
}

/** Numbers behind the advice: `tajam` the steepest ink edges as a share of the ink's contrast, `terang` the paper's grey 0..255. */
export function ukurMutu({data, width: w, height: h}) {
  const kelabu = (i) => data[i * 4 + 1];
  const jenjang = new Uint32Array(256);
  const curam = new Uint32Array(256);
  let jumlah = 0;
  for (let y = 40; y < h - 40; y += 2) {
    for (let x = 40; x < w - 40; x++) {
      const i = y * w + x;
      jenjang[kelabu(i)]++;
      curam[Math.min(255, Math.max(Math.abs(kelabu(i) - kelabu(i + 2)), Math.abs(kelabu(i) - kelabu(i + 2 * w))))]++;
      jumlah++;
    }
  }
  const bagian = (isi, batas) => {
    let n = 0;
    return isi.findIndex((b) => (n += b) >= batas * jumlah);
  };
  const terang = bagian(jenjang, 0.8);
  return {terang, tajam: bagian(curam, 0.995) / Math.max(25, terang - bagian(jenjang, 0.004))};
}

function keluhan(isi, sudut) {
  const {tajam, terang} = ukurMutu(isi);
  return [
    tajam < 0.42 && 'Tampak kabur. Pegang ponsel dengan dua tangan, ketuk layar agar fokus, lalu foto ulang.',
    terang < 85 && 'Tampak gelap. Cari tempat yang lebih terang, lalu foto ulang.',
    sudut.flat().some((n) => n < 0.004 || n > 0.996) && 'Tepi kertas mungkin terpotong. Mundurkan ponsel sampai keempat sudut tampak.',
  ].filter(Boolean);
}
