/** A person's histories, each fact with its source; propose a change after seeing what it does. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {ambil, kirim} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {bukaBerkas} from '../js/buka.mjs';
import {buat, daftar, fokus, kabari, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {akibat} from '../js/fakta.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat, tampilkanUlangi} from '../js/galat.mjs';
import {ingatan} from '../js/sesi.mjs';

const id = parameter('id') || ingatan()?.id;
const form = satu('#fakta');
const alamat = `/api/pegawai/${id}/fakta`;
const KATA = {tambah: 'Tambah', ganti: 'Perbaiki', hapus: 'Hapus', nihil: 'Nyatakan tidak ada'};
const WARNA = {diusulkan: 'diajukan_pns', sah: 'selesai', ditolak: 'tms', ditarik: 'draf'};
let usul;

async function muat() {
  const wadah = satu('#kelompok');
  try {
    const r = await ambil(alamat);
    satu('#nama').textContent = r.nama;
    satu('.kembali').href = `/pegawai/?id=${id}`;
    daftar(wadah, 'templat-kelompok', r.kelompok.map((k) => ({...k, boleh_usul: r.boleh_usul})), {olah: kelompok});
    tampil(satu('#bagian-usul'), r.usul.length);
    daftar(satu('#usul'), 'templat-usul', r.usul.map((u) => ({...u, warna: WARNA[u.keadaan]})), {olah: (unsur, u) => (satu('button', unsur).addEventListener('click', () => tarik(u)), unsur)});
    const minta = parameter('jenis');
    if (minta && !usul) [...wadah.children].find((_, i) => r.kelompok[i].jenis === minta)?.scrollIntoView();
  } catch (galat) {
    tampilkanUlangi(wadah, galat, muat);
  }
}

function kelompok(unsur, k) {
  daftar(satu('[data-isi]', unsur), 'templat-baris', k.isi.map((b) => ({...b, boleh_usul: k.boleh_usul && !b.menunggu})), {olah: (baris, b) => pasang(baris, k, b)});
  for (const tombol of semua(':scope > .baris [data-aksi]', unsur)) tombol.addEventListener('click', () => buka(k, tombol.dataset.aksi));
  return unsur;
}

function pasang(baris, k, b) {
  for (const tombol of semua('[data-aksi]', baris)) {
    tombol.addEventListener('click', () => (tombol.dataset.aksi === 'lihat' ? bukaBerkas(b.berkas) : buka(k, tombol.dataset.aksi, b)));
  }
  return baris;
}

function buka(k, tindakan, b) {
  usul = {jenis: k.jenis, tindakan, ...(b && {sasaran: b.id})};
  form.reset();
  satu('#usulkan-judul').textContent = `${KATA[tindakan]}: ${k.sebutan}`;
  satu('#sasaran').textContent = b ? `Sekarang: ${b.teks}` : '';
  tampil(satu('#sasaran'), b);
  for (const bagian of semua('[data-macam]', form)) {
    const ya = bagian.dataset.macam === k.jenis && tindakan !== 'hapus' && tindakan !== 'nihil';
    tampil(bagian, ya);
    for (const bidang of semua('input, select', bagian)) {
      bidang.disabled = !ya;
      const lama = b?.isi[bidang.name];
      if (ya && lama !== undefined && lama !== null) bidang.value = bidang.dataset.jenis === 'tanggal' ? tanggal(lama) : lama;
    }
  }
  tampil(satu('#usulkan'));
  fokus(satu('#usulkan-judul'));
}

async function tarik(u) {
  if (!(await tanya('tanya-tarik'))) return;
  try {
    await kirim('POST', `/api/fakta/${u.id}/penarikan`, {versi: u.versi});
    kabari('Usulan ditarik.');
    await muat();
  } catch (galat) {
    tampilkanGalat(galat);
  }
}

formulir(form, async ({sumber, berkas, ...isi}, kunci) => {
  const badan = {...usul, isi, sumber, ...(berkas && {berkas})};
  const coba = await kirim('POST', alamat, {...badan, uji: true});
  satu('#akibat').replaceChildren(...akibat(coba.akibat));
  if (!(await tanya('tanya-usul'))) return;
  await kirim('POST', alamat, badan, {kunci});
  tampil(satu('#usulkan'), false);
  kabari('Usulan dikirim ke BKPSDM.');
  await muat();
});
satu('#batal').addEventListener('click', () => tampil(satu('#usulkan'), false));
muat();
ambil(`/api/pegawai/${id}/berkas`).then(({isi}) => {
  form.elements.berkas.append(...isi.filter((s) => s.terbaru).map((s) => Object.assign(buat('option', s.label), {value: s.terbaru.id})));
}, () => {});
