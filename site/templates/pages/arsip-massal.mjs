/** Old scans by the folder: kept on this device first, guessed, put right by a person, then sent by the queue. */

import {kirim} from '../js/api.mjs';
import {antrean, ingatan} from '../js/sesi.mjs';
import {unggahBerkas} from '../js/berkas.mjs';
import {daftar, kabari, satu, semua, tampil} from '../js/dom.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {jatuhan, salinan} from '../js/jatuh.mjs';
import {hapus, lihatSemua, taruh} from '../js/simpan.mjs';
import {pakaiTitipan, titipanLain, titipkan} from '../js/titipan.mjs';

const awalan = `${ingatan()?.id}:massal:`;
const simpan = async (b) => b.blob && taruh('draf', awalan + b.id, b);
const cocok = (b) => b.pegawai && b.slot;
const asing = (b) => !b.pegawai && !b.dibaca && b.blob.type.endsWith('pdf');
let isi = [];

/** On the disk before anything else: a folder dropped is a folder kept. */
async function terima(berkas) {
  const lewat = [];
  for await (const [f, nama] of berkas) {
    if (/(^|\/)\./.test(nama) || isi.some((b) => b.nama === nama && b.ukuran === f?.size)) continue;
    const blob = await salinan(f);
    if (blob) {
      const b = {id: crypto.randomUUID(), nama, ukuran: blob.size, pada: Date.now(), blob, orang: [], pegawai: '', slot: ''};
      await simpan(b);
      isi.push(b);
      hitung();
    } else lewat.push(nama);
  }
  kabari(lewat.length ? `Tidak diambil (kosong, di atas 5 MB, tak terbaca, bukan PDF atau foto): ${lewat.join(', ')}.` : '');
  await tebak(isi.filter((b) => !b.ditebak)).finally(tampilkan);
}

async function tebak(baru, kata) {
  for (let i = 0; i < baru.length; i += 20) {
    const potong = baru.slice(i, i + 20);
    const jawab = await kirim('POST', '/api/arsip/tebakan', {berkas: potong.map((b) => ({nama: (kata ?? b.nama).slice(-300)}))});
    for (const [n, t] of jawab.isi.entries()) {
      await simpan(Object.assign(potong[n], {orang: t.orang, pegawai: t.yakin ? t.orang[0].id : '', ditebak: true, ...(kata ? {} : {slot: t.slot})}));
    }
  }
}

function hitung() {
  const siap = isi.filter(cocok).length;
  satu('#hitung').textContent = isi.length ? `${isi.length} berkas tersisa; ${siap} sudah cocok.` : satu('#hitung').textContent && 'Tidak ada berkas yang tersisa.';
  tampil(satu('#semua'), siap);
  tampil(satu('#isi-pdf'), isi.some(asing));
}

const tampilkan = () => (daftar(satu('#daftar'), 'templat-berkas', isi, {olah: baris}), hitung());

function baris(unsur, b) {
  const [pegawai, cari, jenis, akhiran, lihat, kirimkan, buang] = semua('[data-apa]', unsur);
  pegawai.append(...b.orang.map((o) => new Option(`${o.nama}, ${o.nip}`, o.id)));
  pegawai.value = b.pegawai;
  jenis.value = b.slot;
  if (!jenis.value) [jenis.value, akhiran.value] = [b.slot.replace(/-[^-]*$/, ''), b.slot.split('-').pop()];
  const perlu = () => jenis.selectedOptions[0]?.dataset.sebutan;
  const baca = () => {
    tampil(akhiran.closest('div'), perlu());
    satu('span', akhiran.parentElement).textContent = perlu() ?? '';
    Object.assign(b, {pegawai: pegawai.value, slot: perlu() ? akhiran.value && `${jenis.value}-${akhiran.value.trim().toLowerCase()}` : jenis.value});
    const tag = satu('.tag', unsur);
    [tag.textContent, tag.dataset.status] = cocok(b) ? ['Cocok', 'selesai'] : ['Perlu dilengkapi', 'draf'];
  };
  const pergi = () => (unsur.remove(), hitung());
  for (const kotak of [pegawai, jenis, akhiran]) kotak.addEventListener('change', () => (baca(), hitung(), simpan(b).catch(tampilkanGalat)));
  cari.addEventListener('change', () => tebak([b], cari.value).then(tampilkan, tampilkanGalat));
  lihat.addEventListener('click', () => open(b.alamat ?? URL.createObjectURL(b.blob)));
  kirimkan.addEventListener('click', () => cocok(b) ? kirimkanSatu(b).then(pergi, (galat) => kabari(galat.message)) : kabari('Pilih pemilik dan jenisnya.'));
  buang.addEventListener('click', () => lepas(b).then(pergi));
  baca();
}

const lepas = async (b) => (await hapus('draf', awalan + b.id), (isi = isi.filter((x) => x !== b)));

/** Into the queue, and only then out of this heap. One document of one person at a time: the queue keeps the newest. */
async function kirimkanSatu(b) {
  if ((await antrean()).some((e) => e.pegawai === b.pegawai && e.slot === b.slot)) throw new Error('Berkas lain untuk dokumen ini masih dikirim. Kirim lagi nanti.');
  await (b.blob ? unggahBerkas(new File([b.blob], b.nama.split('/').pop()), {pegawai: b.pegawai, slot: b.slot}) : pakaiTitipan(b));
  await lepas(b);
}

satu('#semua').addEventListener('click', async () => {
  let gagal = 0;
  for (const b of isi.filter(cocok)) await kirimkanSatu(b).catch(() => (gagal += 1));
  tampilkan();
  kabari(gagal ? `${gagal} berkas belum dapat dikirim. Periksa satu per satu.` : 'Semua yang cocok sedang dikirim.');
});
/** Who is written in each. One that cannot be received says nothing, and stops no other. */
async function cariPemilik() {
  let usul = 0;
  for (const b of isi.filter(asing)) {
    kabari(`Membaca ${b.nama}…`);
    try {
      const {tiket, ...untuk} = await titipkan('/api/titipan', b.blob, b.nama);
      b.sha256 = untuk.sha256;
      b.orang = (await kirim('POST', '/api/titipan/pembacaan', untuk)).orang;
    } catch (galat) {
      if (!/413|422/.test(galat.status)) throw galat;
    }
    usul += b.orang.length > 0;
    b.dibaca = true;
    await simpan(b);
  }
  kabari(`${usul} berkas mendapat usul pemilik.`);
}
satu('#isi-pdf button').addEventListener('click', ({target}) => {
  target.disabled = true;
  cariPemilik().catch(tampilkanGalat).finally(() => ((target.disabled = false), tampilkan()));
});
jatuhan(satu('#jatuh'), (berkas) => terima(berkas).catch(tampilkanGalat));

const dariLain = () => titipanLain((sidik) => isi.some((b) => b.sha256 === sidik), (b) => (isi.push(b), tampilkan()));
lihatSemua('draf', awalan).then((ada) => ((isi = ada.sort((a, b) => a.pada - b.pada)), tampilkan(), dariLain().catch(() => {})), tampilkanGalat);
