/** Home: what waits for me, my cases, what I may expect next. */

import {angka, waktu} from '../js/bentuk.mjs';
import {daftar, satu, semua, tampil} from '../js/dom.mjs';
import {baca} from '../js/galat.mjs';
import {saya} from '../js/sesi.mjs';
import {tampilkanSyarat} from '../js/syarat.mjs';
import {ambilAtauIngat} from '../js/tersimpan.mjs';

const wadah = satu('#menunggu');

baca(wadah, async () => {
  const {data, pada} = await ambilAtauIngat('/api/saya', saya);
  satu('#lama').textContent = pada ? `Tanpa sinyal. Keadaan terakhir: ${waktu(new Date(pada).toISOString())}.` : '';
  tampil(satu('#lama'), pada);
  satu('#sapaan').textContent = data.nama;
  tampilkanMenunggu(data.menunggu);
  tampil(satu('#bagian-usulan'), data.usulan.length);
  daftar(satu('#usulan'), 'templat-usulan', data.usulan);
  tampil(satu('#bagian-syarat'), data.kelayakan.length);
  tampilkanSyarat(satu('#syarat'), data.kelayakan);
  tampil(satu('#sisanya'));
  satu('#ke-saya').href = `/pegawai/?id=${data.id}`;
  satu('#kabar-baru').textContent = data.kabar_baru && `(${data.kabar_baru})`;
  const pekerjaan = semua('[data-untuk]');
  for (const li of pekerjaan) tampil(li, li.dataset.untuk.split(' ').some((peran) => data.peran.includes(peran)));
  tampil(satu('#pekerjaan'), pekerjaan.some((li) => !li.hidden));
});

function tampilkanMenunggu(isi) {
  if (!isi.length) return daftar(wadah, 'templat-tenang', [{}]);
  const baris = isi.map((satuan) => ({...satuan, kata: satuan.rincian || `${satuan.lanjut ? 'Lebih dari ' : ''}${angka(satuan.jumlah)} perlu ditindaklanjuti`}));
  return daftar(wadah, 'templat-menunggu', baris, {olah: (unsur, {ke}) => (satu('a', unsur).href = ke)});
}
