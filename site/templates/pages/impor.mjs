/** Bring a roster: upload, dry run, findings by row, confirmation, progress. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {ambil, kirim, penolakan} from '../js/api.mjs';
import {sha256} from '../js/berkas.mjs';
import {angka} from '../js/bentuk.mjs';
import {daftar, fokus, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const JALAN = ['antre_uji', 'antre_terap'];
let impor;
let muatBaris;

async function tunggu(id) {
  for (;;) {
    impor = await ambil(`/api/impor/${id}`);
    satu('#jalan').textContent = `${impor.keadaan_sebutan}${impor.keadaan === 'antre_terap' ? `: ${angka(impor.kemajuan)} dari ${angka(impor.diterima)} orang` : ''}.`;
    if (!JALAN.includes(impor.keadaan)) return tampilkan();
    await new Promise((jadi) => setTimeout(jadi, 1500));
  }
}

function tampilkan() {
  tampil(satu('#laporan'));
  daftar(satu('#ringkas'), 'templat-ringkas', [impor]);
  tampil(satu('#terapkan'), impor.keadaan === 'siap');
  satu('#terapkan').textContent = `Terapkan ${angka(impor.diterima)} orang`;
  muatBaris ??= halamanDaftar(satu('#baris'), 'templat-baris', {
    alamat: () => `/api/impor/${impor.id}/${satu('#macam').value}`,
    ubah: (b) => ({...b, perubahan: b.ubah.map(([nama, lama, baru]) => `${nama}: ${lama} menjadi ${baru}`).join('; ')}),
    kosong: () => daftar(satu('#baris'), 'templat-kosong', [{}]),
  });
  muatBaris();
  muatDaftar();
  fokus(satu('#laporan-judul'));
}

async function muatDaftar() {
  const {isi} = await ambil('/api/impor');
  daftar(satu('#daftar'), 'templat-impor', isi, {olah: (unsur, i) => (satu('button', unsur).addEventListener('click', () => tunggu(i.id).catch(tampilkanGalat)), unsur)});
}

formulir(satu('#unggah'), async () => {
  const [file] = satu('#buku').files;
  if (!file) throw penolakan('Pilih berkasnya dulu.');
  satu('#jalan').textContent = 'Mengunggah…';
  const {id, tiket} = await kirim('POST', '/api/impor', {nama: file.name, ukuran: file.size, sha256: await sha256(file)});
  const jawab = await fetch(tiket.url, {method: tiket.cara, headers: tiket.kepala, body: new Blob([file], {type: ''})});
  if (!jawab.ok) throw penolakan('Berkas belum sampai di penyimpanan.', {petunjuk: 'Coba lagi.'});
  await kirim('POST', `/api/impor/${id}/uji`);
  await tunggu(id);
});
satu('#macam').addEventListener('change', () => muatBaris?.());
satu('#unduh').addEventListener('click', async () => {
  const baris = [['macam', 'baris', 'kode', 'pesan']];
  for (const macam of ['ditolak', 'peringatan', 'celah']) {
    let kursor = '';
    do {
      const jawab = await ambil(`/api/impor/${impor.id}/${macam}?batas=100${kursor ? `&kursor=${encodeURIComponent(kursor)}` : ''}`);
      baris.push(...jawab.isi.map((b) => [macam, b.baris, b.kode, b.pesan]));
      kursor = jawab.kursor;
    } while (kursor);
  }
  const teks = baris.map((sel) => sel.map((s) => `"${String(s).replaceAll('"', '""').replace(/^[=+\-@]/, "'$&")}"`).join(';')).join('\r\n');
  const a = Object.assign(document.createElement('a'), {href: URL.createObjectURL(new Blob(['\ufeff', teks], {type: 'text/csv'})), download: 'baris-bermasalah.csv'});
  a.click();
  URL.revokeObjectURL(a.href);
});
satu('#terapkan').addEventListener('click', async () => {
  if (!(await tanya('tanya-terap'))) return;
  try {
    await kirim('POST', `/api/impor/${impor.id}/penerapan`, {versi: impor.versi});
    await tunggu(impor.id);
  } catch (galat) {
    tampilkanGalat(galat);
  }
});
muatDaftar().catch(tampilkanGalat);
