/** The list of pages under the scanner: picture, advice, and what can be done with each; the size of the PDF before it is sent. */

import {ukuran} from '../../js/bentuk.mjs';
import {isi, satu, semua, tampil} from '../../js/dom.mjs';
import {pilihMutu, ukuranPdf} from './susun.mjs';

let alamat = [];

/** Draw the list anew. `laku(apa, i, unsur)` is called for "atur", "putar", "naik", "turun", "ulang", "hapus" of page i. */
export function lukisDaftar(panel, halaman, batas, laku) {
  alamat.forEach((satuan) => URL.revokeObjectURL(satuan));
  alamat = halaman.map(({jpeg}) => URL.createObjectURL(jpeg[0]));
  satu('.pindai__halaman', panel).replaceChildren(...halaman.map((satuan, i) => baris(panel, satuan, i, halaman.length, laku)));
  const besar = ukuranPdf(pilihMutu(halaman, batas));
  const lebih = besar > batas ? ` Lebih dari ${ukuran(batas)} yang diterima BKN: kurangi halamannya bila bisa.` : '';
  satu('.pindai__ukuran', panel).textContent = `${halaman.length} halaman, PDF ${ukuran(besar)}.${lebih}`;
}

function baris(panel, halaman, i, banyak, laku) {
  const templat = satu('.pindai__templat', panel).content.firstElementChild;
  const unsur = isi(templat.cloneNode(true), {nama: `Halaman ${i + 1}`, cela: halaman.cela.join(' ')});
  Object.assign(satu('img', unsur), {src: alamat[i], alt: `Hasil pindai halaman ${i + 1}`, width: halaman.lebar, height: halaman.tinggi});
  for (const tombol of semua('[data-buat]', unsur)) {
    const {buat} = tombol.dataset;
    tombol.setAttribute('aria-label', `${tombol.textContent || 'Foto ulang'} halaman ${i + 1}`);
    tampil(tombol, (buat !== 'naik' || i) && (buat !== 'turun' || i < banyak - 1));
    tombol.addEventListener(buat === 'ulang' ? 'change' : 'click', () => laku(buat, i, tombol));
  }
  return unsur;
}

/** Do it: true, or false when it was refused; the refusal is said in `kotak`, and the page goes on. */
export async function ucapkan(kotak, lakukan) {
  tampil(kotak, false);
  try {
    await lakukan();
    return true;
  } catch (galat) {
    kotak.textContent = `${galat.message} ${galat.petunjuk ?? ''}`.trim();
    tampil(kotak);
    return false;
  }
}

/** Make the buttons named in `aksi` work, one press at a time. */
export function saatDitekan(panel, aksi) {
  let sibuk = false;
  for (const [nama, laku] of Object.entries(aksi)) {
    satu(`[data-aksi=${nama}]`, panel).addEventListener('click', async () => {
      if (sibuk) return;
      sibuk = true;
      await laku().finally(() => (sibuk = false));
    });
  }
}
