/** One case: where it stands, whose move it is, its documents, what the rules say, and everything that happened. */

import {ambil} from '../js/api.mjs';
import {bukaBerkas, bukaCetak} from '../js/buka.mjs';
import {buat, daftar, fokus, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {tampilkanUlangi} from '../js/galat.mjs';
import {golongan, kartuSyarat} from '../js/syarat.mjs';
import {ambilAtauIngat} from '../js/tersimpan.mjs';

const id = parameter('id');
const alamat = `/api/usulan/${id}`;
const WARNA = {'belum-ada': 'draf', diproses: 'draf', ada: 'draf', terverifikasi: 'selesai', dikembalikan: 'bts_bkpsdm', dijawab: 'draf', diterima: 'selesai'};
const DAPAT = {pns: ['draf', 'perbaikan_pns', 'bts_bkpsdm', 'bts_bkn'], lain: ['draf', 'diajukan_pns', 'perbaikan_pns', 'bts_bkpsdm', 'bts_bkn']};

async function muat() {
  try {
    const {data: u} = await ambilAtauIngat(alamat, () => ambil(alamat));
    tampilkan(u);
  } catch (galat) {
    tampilkanUlangi(satu('#ringkas'), galat, muat);
  }
}

function tampilkan(u) {
  const baru = u.kelayakan?.golongan_baru ? golongan(u.kelayakan.golongan_baru) : '';
  daftar(satu('#ringkas'), 'templat-ringkas', [{...u, golongan_kata: baru ? `${u.golongan_lama} ke ${baru}` : u.golongan_lama}], {olah: lengkapi});
  satu('#judul').textContent = `Usulan ${u.pegawai.nama}`;
  tombolAksi(u);
  satu('#sudah-ada').textContent = u.sudah_ada ? `${u.sudah_ada} berkas tidak perlu diunggah lagi karena sudah pernah diperiksa.` : '';
  const boleh = u.aksi.some((a) => ['ajukan', 'usulkan', 'perbaiki', 'kembalikan', 'batalkan'].includes(a.aksi)) && DAPAT.lain.includes(u.status) && !u.aksi.some((a) => a.aksi === 'nyatakan_ms');
  daftar(satu('#butir'), 'templat-butir', u.butir.map((b) => baris(u, b, boleh)), {olah: pasangLihat});
  tampil(satu('#bagian-syarat'), u.kelayakan);
  if (u.kelayakan) daftar(satu('#syarat'), 'templat-syarat', [kartuSyarat(u.kelayakan)], {olah: (unsur, {isi}) => (satu('[data-daftar]', unsur).replaceChildren(...isi), unsur)});
  daftar(satu('#riwayat'), 'templat-peristiwa', u.riwayat);
  konfirmasi(u);
}

function lengkapi(unsur, u) {
  satu('[data-tahap]', unsur).replaceChildren(...u.tahapan.map((nama, i) => {
    const li = buat('li', nama);
    if (i + 1 === u.tahap) li.setAttribute('aria-current', 'step');
    return li;
  }));
  const buka = {sk: () => bukaBerkas(u.sk_berkas.id, {unduh: true}), pertek: () => bukaBerkas(u.pertek_berkas.id), 'tanda-terima': () => bukaCetak(`${alamat}/tanda-terima`), 'surat-pengantar': () => bukaCetak(`${alamat}/surat-pengantar`)};
  for (const tombol of semua('[data-buka]', unsur)) tombol.addEventListener('click', buka[tombol.dataset.buka]);
  return unsur;
}

function tombolAksi(u) {
  const memeriksa = u.aksi.some((a) => a.aksi === 'nyatakan_ms');
  const tautan = u.aksi.map((a) => Object.assign(buat('a', a.tombol, `tombol tombol--${a.utama ? 'utama' : a.peringatan ? 'bahaya' : 'biasa'}`), {href: `/usulan/langkah/?id=${id}&aksi=${a.aksi}`}));
  if (memeriksa) tautan.unshift(Object.assign(buat('a', 'Periksa berkas', 'tombol tombol--utama'), {href: `/periksa/?id=${id}`}));
  if (memeriksa) for (const t of tautan.slice(1)) t.className = t.className.replace('utama', 'biasa');
  satu('#aksi').replaceChildren(...tautan);
  satu('#halangan').replaceChildren(...u.aksi.filter((a) => a.utama).flatMap((a) => a.penghalang).map((kata) => buat('li', kata)));
}

function baris(u, b, boleh) {
  const dapat = boleh && (b.keadaan !== 'diterima' || b.diminta);
  const ket = [b.sebab, b.diminta || b.putusan === 'kembalikan' ? [b.alasan, b.catatan, b.halaman && `halaman ${b.halaman}`].filter(Boolean).join(', ') : '', b.jawaban && `Jawaban: ${b.jawaban}`, b.wajib ? '' : 'boleh dikosongkan'];
  return {...b, usulan: u.id, dapat, lihat: !dapat && b.berkas, diam: !dapat && !b.berkas, ket: ket.filter(Boolean).join('. '), warna: WARNA[b.keadaan]};
}

function pasangLihat(unsur, b) {
  satu('button', unsur).addEventListener('click', () => bukaBerkas(b.berkas.id));
  return unsur;
}

/** After an act: a panel that stays, with what was done, the number, and what comes next. */
function konfirmasi(u) {
  if (!parameter('selesai')) return;
  const kotak = satu('#berhasil');
  satu('h2', kotak).textContent = u.riwayat[0]?.sebutan ?? 'Tersimpan';
  satu('strong', kotak).textContent = u.nomor;
  satu('#berhasil-lanjut').textContent = `Berikutnya: ${u.berikutnya}`;
  tampil(kotak);
  fokus(kotak);
}

muat();
