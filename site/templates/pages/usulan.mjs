/** The cases of a desk, oldest first; take the next; one act for many after a preview. */

import {ambil, kirim} from '../js/api.mjs';
import {buat, daftar, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat, tampilkanUlangi} from '../js/galat.mjs';
import {berperan} from '../js/sesi.mjs';

const STATUS = {
  draf: 'Draf', diajukan_pns: 'Diajukan PNS', perbaikan_pns: 'Perlu dilengkapi PNS', diusulkan_opd: 'Menunggu diperiksa', verifikasi: 'Sedang diperiksa',
  bts_bkpsdm: 'Berkas perlu diperbaiki', menunggu_persetujuan: 'Menunggu persetujuan', menunggu_tms: 'Menunggu keputusan TMS', siap_kirim_bkn: 'Siap dikirim ke BKN',
  diproses_bkn: 'Diproses BKN', bts_bkn: 'BKN meminta perbaikan', pertek_terbit: 'Pertek terbit', perbaikan_pertek: 'Pertek diperbaiki', sk_terbit: 'SK terbit',
  selesai: 'Selesai', tms: 'Tidak memenuhi syarat', dibatalkan: 'Dibatalkan',
};
const MASSAL = {draf: ['pengelola_opd', 'pengusulan'], diajukan_pns: ['pengelola_opd', 'pengusulan'], menunggu_persetujuan: ['kabid', 'persetujuan'], siap_kirim_bkn: ['operator_siasn', 'pengiriman']};
const wadah = satu('#isi-daftar');
const saring = satu('#saring');
const tampilan = {};
let kursor = null;
let nomina = '';
let bersama = {};

function pilihan() {
  const semuaMeja = berperan('verifikator', 'kabid', 'operator_siasn', 'auditor');
  const meja = semuaMeja ? 'semua' : berperan('pengelola_opd') ? 'opd' : 'saya';
  if (meja === 'saya') return [['Usulan saya', 'saya', '']];
  const awal = berperan('verifikator') ? [['Yang sedang saya periksa', 'pegang', 'verifikasi']] : [];
  return [...awal, ...Object.entries(STATUS).map(([kode, nama]) => [nama, meja, kode])];
}

function siapkan() {
  const isi = pilihan();
  saring.replaceChildren(...isi.map(([nama, meja, status]) => Object.assign(buat('option', nama), {value: `meja=${meja}&status=${status}`})));
  for (const [nama, meja, status] of isi) tampilan[`meja=${meja}&status=${status}`] = {nama, meja, status};
  const minta = isi.find(([, meja, status]) => status === parameter('status') && (!parameter('meja') || parameter('meja') === meja)) ?? isi.find(([, , s]) => s === parameter('status')) ?? isi.find(([, , s]) => s === 'diusulkan_opd') ?? isi[0];
  saring.value = `meja=${minta[1]}&status=${minta[2]}`;
  tampil(satu('#ambil'), berperan('verifikator'));
}

async function muat(tambah = false) {
  const {meja, status} = tampilan[saring.value];
  try {
    const jawab = await ambil(`/api/usulan?meja=${meja}${status ? `&status=${status}` : ''}${tambah && kursor ? `&kursor=${encodeURIComponent(kursor)}` : ''}`);
    kursor = jawab.kursor;
    const [peran, nama] = MASSAL[status] ?? [];
    nomina = peran && berperan(peran) ? nama : '';
    if (jawab.isi.length || tambah) daftar(wadah, 'templat-usulan', jawab.isi, {tambah, olah: centang});
    else daftar(wadah, 'templat-kosong', [{}]);
    satu('#jumlah').textContent = jawab.isi.length ? `${semua('.kartu', wadah).length}${kursor ? ' pertama' : ''} usulan.` : '';
    tampil(satu('#muat-lagi'), kursor);
    tampil(satu('#kolektif'), nomina && jawab.isi.length);
    for (const bagian of semua('[data-untuk]', satu('#kolektif'))) tampil(bagian, bagian.dataset.untuk === nomina || (nomina === 'pengiriman' && bagian.dataset.untuk === 'pengusulan'));
    hitung();
  } catch (galat) {
    tampilkanUlangi(wadah, galat, muat);
  }
}

function centang(unsur, u) {
  if (!nomina) return unsur;
  const kotak = Object.assign(document.createElement('input'), {type: 'checkbox', className: 'opsi__tanda', id: `pilih-${u.id}`, checked: false});
  kotak.dataset.pilih = u.id;
  kotak.dataset.versi = u.versi;
  const label = Object.assign(buat('label', `Pilih ${u.pegawai.nama}`, 'opsi__teks'), {htmlFor: kotak.id});
  const baris = buat('p', '', 'opsi');
  baris.append(kotak, label);
  unsur.append(baris);
  kotak.addEventListener('change', hitung);
  return unsur;
}

const dipilih = () => semua('[data-pilih]:checked').map(({dataset}) => ({id: dataset.pilih, versi: Number(dataset.versi)}));

function hitung() {
  satu('#dipilih').textContent = dipilih().length;
  tampil(satu('#kerjakan'), false);
}

function lapor({hasil, berhasil, uji, cetak}) {
  const li = hasil.map((h) => buat('li', `${h.nama} (${h.nomor}): ${h.pesan}`));
  const ul = buat('ul');
  ul.append(...li);
  const kata = uji ? `${berhasil} dari ${hasil.length} siap dikerjakan.` : `${berhasil} dari ${hasil.length} berhasil.`;
  const isi = [buat('p', kata), ul];
  if (cetak) isi.push(Object.assign(buat('a', 'Cetak surat pengantar dan daftarnya'), {href: cetak, target: '_blank', rel: 'noopener'}));
  satu('#pratinjau').replaceChildren(...isi);
}

formulir(satu('#form-kolektif'), async (isi) => {
  bersama = nomina === 'persetujuan' ? {} : isi;
  const jawab = await kirim('POST', `/api/kolektif/${nomina}`, {uji: true, usulan: dipilih(), isian: bersama});
  lapor(jawab);
  satu('#kerjakan').textContent = `Kerjakan ${jawab.berhasil} usulan`;
  tampil(satu('#kerjakan'), jawab.berhasil);
});
satu('#kerjakan').addEventListener('click', async () => {
  tampil(satu('#kerjakan'), false);
  try {
    lapor(await kirim('POST', `/api/kolektif/${nomina}`, {uji: false, usulan: dipilih(), isian: bersama}, {batas: 120_000}));
    const cetakan = satu('#pratinjau').cloneNode(true);
    await muat();
    satu('#pratinjau').replaceWith(cetakan);
  } catch (galat) {
    tampilkanGalat(galat);
  }
});
satu('#ambil').addEventListener('click', async () => {
  try {
    location.assign(`/periksa/?id=${(await kirim('POST', '/api/antrean/berikutnya')).id}`);
  } catch (galat) {
    tampilkanGalat(galat.status === 404 ? Object.assign(galat, {message: 'Antrean kosong.', petunjuk: 'Tidak ada usulan yang dapat Anda ambil sekarang.'}) : galat);
  }
});
saring.addEventListener('change', () => ((kursor = null), muat()));
satu('#muat-lagi').addEventListener('click', () => muat(true));
siapkan();
muat();
