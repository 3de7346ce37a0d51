/** The cases of a desk, oldest first; take the next; one act for many after a preview. */

import {ambil, kirim, pergi} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {buat, fokus, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {saat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';
import {isiUnit} from '../js/unit.mjs';
import {berperan} from '../js/sesi.mjs';

const MASSAL = {draf: ['pengelola_opd', 'pengusulan'], diajukan_pns: ['pengelola_opd', 'pengusulan'], menunggu_persetujuan: ['kabid', 'persetujuan'], siap_kirim_bkn: ['operator_siasn', 'pengiriman']};
const saring = satu('#saring');
const {status, periode, opd, petugas} = saring.elements;
const bkpsdm = berperan('verifikator', 'kabid', 'operator_siasn', 'auditor');
const meja = bkpsdm ? 'semua' : berperan('pengelola_opd') ? 'opd' : 'saya';
/** Does what the last preview has shown, whatever was ticked since. */
let kerjakan;

/** The act that can be done here for many at once; '' when there is none. */
function nomina() {
  const [peran, nama] = MASSAL[status.value] ?? [];
  return peran && berperan(peran) ? nama : '';
}

/** The lists that are this person's, and the one that was asked for. */
function pilihMeja() {
  const punya = {saya: meja === 'saya', pegang: berperan('verifikator')};
  for (const o of [...status.options]) if (!(punya[o.dataset.meja] ?? meja !== 'saya')) o.remove();
  const ada = [...status.options];
  tampil(saring, ada[1]);
  const minta = ada.filter((o) => o.value === parameter('status'));
  const pas = minta.find((o) => ['', o.dataset.meja ?? meja].includes(parameter('meja')));
  const tugas = ada.find((o) => meja === 'semua' && berperan(MASSAL[o.value]?.[0]));
  (pas ?? minta[0] ?? tugas ?? ada.find((o) => o.value === 'diusulkan_opd') ?? ada[0]).selected = true;
}

function isiSaringan() {
  const boleh = [[periode, meja !== 'saya'], [opd, bkpsdm], [petugas, berperan('kabid')]];
  for (const [pilih, ya] of boleh) tampil(pilih.parentElement, ya);
  if (meja !== 'saya') ambil('/api/periode?semua=true').then(({isi}) => periode.append(...isi.map((p) => new Option(tanggal(p.tmt), p.tmt)))).catch(() => {});
  if (bkpsdm) isiUnit(opd).catch(() => {});
  if (berperan('kabid')) ambil('/api/verifikator').then(({isi}) => petugas.append(...isi.map((v) => new Option(v.nama, v.id)))).catch(() => {});
}

function centang(unsur, u) {
  if (!nomina()) return;
  const kotak = buat('input', '', {type: 'checkbox', className: 'opsi__tanda', id: `pilih-${u.id}`});
  Object.assign(kotak.dataset, {pilih: u.id, versi: u.versi});
  const baris = buat('p', '', {className: 'opsi'});
  baris.append(kotak, buat('label', `Pilih ${u.pegawai.nama}`, {className: 'opsi__teks', htmlFor: kotak.id}));
  unsur.append(baris);
  kotak.addEventListener('change', hitung);
}

const dipilih = () => semua('[data-pilih]:checked').map(({dataset}) => ({id: dataset.pilih, versi: Number(dataset.versi)}));

function hitung() {
  satu('#dipilih').textContent = dipilih().length;
  tampil(satu('#kerjakan'), false);
}

function sesudah() {
  const banyak = semua('#isi-daftar [data-id]').length;
  const apa = nomina();
  satu('#jumlah').textContent = banyak ? `${banyak} usulan${satu('#muat-lagi').hidden ? '' : ' pertama'}.` : '';
  tampil(satu('#kolektif'), apa && banyak);
  for (const bagian of semua('[data-untuk]')) tampil(bagian, bagian.dataset.untuk.split(' ').includes(apa));
  hitung();
}

function lapor({hasil, berhasil, uji, cetak}) {
  const ul = buat('ul');
  ul.append(...hasil.map((h) => buat('li', `${h.nama} (${h.nomor}): ${h.pesan}`)));
  const isi = [buat('p', `${berhasil} dari ${hasil.length} ${uji ? 'siap dikerjakan' : 'berhasil'}.`), ul];
  if (cetak) isi.push(buat('a', 'Cetak surat pengantar dan daftarnya', {href: cetak, target: '_blank', rel: 'noopener'}));
  satu('#pratinjau').replaceChildren(...isi);
}

pilihMeja();
isiSaringan();
tampil(satu('#ambil'), berperan('verifikator'));
const muat = halamanDaftar(satu('#isi-daftar'), 'templat-usulan', {
  alamat: () => `/api/usulan?${new URLSearchParams([['meja', status.selectedOptions[0].dataset.meja ?? meja], ...new FormData(saring)].filter(([, isi]) => isi))}`,
  olah: centang,
  sesudah,
});
saring.addEventListener('change', muat);
formulir(satu('#form-kolektif'), async (isi) => {
  const [ke, badan] = [`/api/kolektif/${nomina()}`, {usulan: dipilih(), isian: nomina() === 'persetujuan' ? {} : isi}];
  const jawab = await kirim('POST', ke, {uji: true, ...badan});
  kerjakan = () => kirim('POST', ke, {uji: false, ...badan}, {batas: 120_000});
  lapor(jawab);
  satu('#kerjakan').textContent = `Kerjakan ${jawab.berhasil} usulan`;
  tampil(satu('#kerjakan'), jawab.berhasil);
});
saat(satu('#kerjakan'), async () => {
  tampil(satu('#kerjakan'), false);
  lapor(await kerjakan());
  await muat();
  fokus(satu('#pratinjau'));
});
saat(satu('#pilih-semua'), () => semua('[data-pilih]:not(:checked)').forEach((kotak) => kotak.click()));
saat(satu('#ambil'), async () => {
  const berikutnya = await kirim('POST', '/api/antrean/berikutnya').catch((galat) => {
    throw galat.status === 404 ? Object.assign(galat, {message: 'Antrean kosong.', petunjuk: 'Tidak ada usulan yang dapat Anda ambil sekarang.'}) : galat;
  });
  await pergi(`/periksa/?id=${berikutnya.id}`);
});
