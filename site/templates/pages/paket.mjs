/** Packs for BKN: ask for one, watch it being made, download its parts. */

import {ambil, kirim} from '../js/api.mjs';
import {angka, tanggal, ukuran} from '../js/bentuk.mjs';
import {buat, daftar, kabari, parameter, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {saat, tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';
import {isiUnit} from '../js/unit.mjs';

const WARNA = {siap: 'selesai', kosong: 'bts_bkpsdm', gagal: 'gagal', dihapus: 'dibatalkan'};
const form = satu('#minta');
const usulan = parameter('usulan');
let tunggu;

const muat = halamanDaftar(satu('#daftar'), 'templat-paket', {
  alamat: () => '/api/paket',
  ubah: (p) => ({...p, warna: WARNA[p.keadaan] ?? 'draf', hitung: p.jumlah ? `${angka(p.keadaan === 'dibuat' ? p.selesai : p.jumlah)}${p.keadaan === 'dibuat' ? ` dari ${angka(p.jumlah)}` : ''} berkas, ${angka(p.kasus)} usulan` : ''}),
  olah(unsur, p) {
    satu('.baris', unsur).append(...p.bagian.map((b) => {
      const tombol = buat('button', `Unduh${p.bagian.length > 1 || p.keadaan === 'dibuat' ? ` bagian ${b.nomor}` : ''} (${ukuran(b.ukuran)})`, {type: 'button', className: 'tombol tombol--biasa'});
      saat(tombol, async () => location.assign((await ambil(`/api/paket/${p.id}/${b.nomor}`)).url));
      return tombol;
    }));
  },
  sesudah(isi) {
    clearTimeout(tunggu);
    if (isi.some((p) => ['antre', 'dibuat'].includes(p.keadaan))) tunggu = setTimeout(muat, 3000);
  },
});

if (usulan) {
  const tautan = satu('#untuk-usulan a');
  tautan.href = `/usulan/lihat/?id=${encodeURIComponent(usulan)}`;
  tampil(satu('#banyak'), false);
  ambil(`/api/usulan/${usulan}`).then((u) => (tautan.textContent = `${u.nomor}, ${u.pegawai.nama}`, tampil(satu('#untuk-usulan'))), tampilkanGalat);
} else {
  ambil('/api/periode?semua=true').then(({isi}) => form.elements.periode.append(...isi.map((p) => new Option(tanggal(p.tmt), p.tmt))), tampilkanGalat);
  isiUnit(form.elements.opd).catch(tampilkanGalat);
}
formulir(form, async ({tujuan, ...isi}) => {
  await kirim('POST', '/api/paket', {tujuan, ...(usulan ? {usulan} : isi)});
  kabari('Paket sedang dibuat. Halaman ini memberi tahu bila siap.');
  form.reset();
  muat();
});
