/** One case: where it stands, whose move it is, its documents, what the rules say, and everything that happened. */

import {bukaBerkas, bukaCetak} from '../js/buka.mjs';
import {buat, daftar, fokus, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {baca} from '../js/galat.mjs';
import {berperan} from '../js/sesi.mjs';
import {tampilkanSyarat} from '../js/syarat.mjs';
import {ambilAtauIngat} from '../js/tersimpan.mjs';

const id = parameter('id');
const alamat = `/api/usulan/${id}`;

function tampilkan(u) {
  daftar(satu('#ringkas'), 'templat-ringkas', [{...u, paket: berperan('operator_siasn', 'kabid'), golongan_kata: [u.golongan_lama, u.golongan_baru].filter(Boolean).join(' ke ')}], {olah: lengkapi});
  satu('#judul').textContent = `Usulan ${u.pegawai.nama}`;
  tombolAksi(u);
  tampil(satu('#sisanya'));
  satu('#sudah-ada').textContent = u.sudah_ada ? `${u.sudah_ada} berkas tidak perlu diunggah lagi karena sudah pernah diperiksa.` : '';
  daftar(satu('#butir'), 'templat-butir', u.butir.map((b) => ({...b, usulan: u.id, lihat: !b.dapat && b.berkas?.buka, diam: !b.dapat && !b.berkas?.buka})), {tekan: ({berkas: b}) => bukaBerkas(b.buka)});
  tampil(satu('#bagian-syarat'), u.kelayakan);
  if (u.kelayakan) tampilkanSyarat(satu('#syarat'), [u.kelayakan]);
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
}

const tautan = (teks, nada, href) => buat('a', teks, {href, className: `tombol tombol--${nada}`});

function tombolAksi(u) {
  const memeriksa = u.aksi.some((a) => a.aksi === 'nyatakan_ms');
  // What the desk is for stands first, what ends a case last.
  const urut = (a) => (a.utama ? 0 : a.peringatan ? 2 : 1);
  const isi = [...u.aksi].sort((a, b) => urut(a) - urut(b)).map((a) => tautan(a.tombol, a.utama && !memeriksa ? 'utama' : a.peringatan ? 'bahaya' : 'biasa', `/usulan/langkah/?id=${id}&aksi=${a.aksi}`));
  if (memeriksa) isi.unshift(tautan('Periksa berkas', 'utama', `/periksa/?id=${id}`));
  satu('#aksi').replaceChildren(...isi);
  satu('#halangan').replaceChildren(...u.aksi.filter((a) => a.utama).flatMap((a) => a.penghalang).map((kata) => buat('li', kata)));
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

baca(satu('#ringkas'), async () => tampilkan((await ambilAtauIngat(alamat)).data));
