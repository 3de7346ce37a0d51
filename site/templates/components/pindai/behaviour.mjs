/** The phone as a scanner: photos become pages, pages one PDF. Every page is kept on this device until the receipt. */

import {fokus, kabari, satu, tampil} from '../../js/dom.mjs';
import {hapus, lihat, taruh} from '../../js/simpan.mjs';
import {lukisDaftar, saatDitekan, ucapkan} from './daftar.mjs';
import {buka, jadiHalaman, siapkanLembar} from './gambar.mjs';
import {pasangSudut, sudutKini, tunjukkanSudut} from './sudut.mjs';
import {pilihMutu, susunPdf} from './susun.mjs';
import {YAKIN} from './tepi.mjs';

const SELURUH = [[0, 0], [1, 0], [1, 1], [0, 1]];
const panel = satu('.pindai');
const coba = (lakukan) => ucapkan(satu('.isian__galat', panel), lakukan);
const cari = (nama) => satu(`.pindai__${nama}`, panel);
let urusan, lembar;

/** Take photos for a box: `kunci` names its draft on this device, `kirim(file)` queues the PDF. Without photos only the draft is shown. */
export async function pindai(kotak, kunci, foto, kirim) {
  if (urusan?.kunci !== kunci) {
    urusan = {kunci, kirim, antre: [], halaman: (await lihat('draf', kunci).catch(() => null)) ?? []};
    kotak.after(panel);
    daftarkan();
  }
  urusan.antre.push(...foto.map((blob) => ({blob, ke: urusan.halaman.length + urusan.antre.length})));
  if (!lembar) await berikut();
}

/** The next photo that waits to be shown with its corners; without one, the list. */
async function berikut() {
  lembar = urusan.antre.shift();
  tampil(cari('atur'), false);
  tampil(cari('daftar'), !lembar && urusan.halaman.length);
  tampil(panel, lembar || urusan.halaman.length);
  if (!lembar) return;
  kabari('Mencari tepi kertas…');
  const siap = await coba(async () => {
    Object.assign(lembar, await siapkanLembar(lembar));
    cari('temuan').textContent = lembar.yakin < YAKIN ? 'Tepi kertas belum ditemukan. Letakkan keempat bulatan di sudut kertas.' : 'Kertas ditemukan. Periksa keempat sudutnya.';
    tampil(cari('atur'));
    tunjukkanSudut(cari('foto'), lembar.foto, lembar.alamat, lembar.sudut);
    fokus(satu('h2', panel));
  });
  kabari('');
  if (!siap && urusan.antre.length) await berikut();
  else if (!siap) lembar = undefined;
  tampil(cari('daftar'), !lembar && urusan.halaman.length);
}

async function pakai(sudut) {
  const {foto, blob, ke} = lembar;
  kabari('Meluruskan halaman…');
  await coba(async () => {
    const jadi = await jadiHalaman(foto, sudut);
    urusan.halaman.splice(ke, 1, {blob, sudut, ...jadi});
    await simpan();
  });
  await selesaiAtur();
}

async function selesaiAtur() {
  URL.revokeObjectURL(lembar.alamat);
  kabari('');
  await berikut();
  if (!lembar) fokus(satu('h2', panel));
}

async function simpan() {
  daftarkan();
  tampil(panel, urusan.halaman.length || urusan.antre.length);
  await (urusan.halaman.length ? taruh('draf', urusan.kunci, urusan.halaman) : hapus('draf', urusan.kunci));
}

const batas = Number(panel.dataset.batas);
const daftarkan = () => lukisDaftar(panel, urusan.halaman, batas, (buat, i, tombol) => coba(() => LAKU[buat](i, tombol)));

async function tukar(i, j) {
  [urusan.halaman[i], urusan.halaman[j]] = [urusan.halaman[j], urusan.halaman[i]];
  await simpan();
  kabari(`Sekarang halaman ${j + 1}.`);
  fokus(cari('halaman').children[j]);
}

async function buatUlang(tugas) {
  urusan.antre.unshift(tugas);
  return lembar ? undefined : berikut();
}

const LAKU = {
  naik: (i) => tukar(i, i - 1),
  turun: (i) => tukar(i, i + 1),
  atur: (i) => buatUlang({blob: urusan.halaman[i].blob, sudut: urusan.halaman[i].sudut, ke: i}),
  ulang: (i, bidang) => bidang.files[0] && buatUlang({blob: bidang.files[0], ke: i}),
  async putar(i) {
    const {blob, sudut} = urusan.halaman[i];
    const putar = [3, 0, 1, 2].map((n) => sudut[n]);
    urusan.halaman[i] = {blob, sudut: putar, ...(await jadiHalaman(await buka(blob), putar))};
    await simpan();
    satu('[data-buat=putar]', cari('halaman').children[i]).focus();
  },
  async hapus(i) {
    urusan.halaman.splice(i, 1);
    await simpan();
    fokus(satu('h2', panel));
  },
};

async function kirimkan() {
  const isiPdf = susunPdf(pilihMutu(urusan.halaman, batas));
  await urusan.kirim(new File([isiPdf], `${satu('h1').textContent}.pdf`, {type: 'application/pdf'}), [urusan.kunci, urusan.halaman.length]);
  urusan = undefined;
  tampil(panel, false);
}

pasangSudut(cari('foto'));
const AKSI = {pakai: () => pakai(sudutKini()), seluruh: () => pakai(SELURUH), batal: selesaiAtur, kirim: () => coba(kirimkan)};
saatDitekan(panel, AKSI);
satu('[data-aksi=tambah]', panel).addEventListener('change', ({target}) => {
  buatUlang({blob: target.files[0], ke: urusan.halaman.length});
  target.value = '';
});
