/** Bring a table of histories: upload, kind and columns, dry run, confirmation, progress. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {ambil, kirim, penolakan} from '../js/api.mjs';
import {sha256} from '../js/berkas.mjs';
import {angka} from '../js/bentuk.mjs';
import {buat, daftar, fokus, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const PUSAT = '/api/impor-riwayat';
let impor;
let muatBaris;

async function tunggu(id) {
  for (;;) {
    impor = await ambil(`${PUSAT}/${id}`);
    satu('#jalan').textContent = `${impor.keadaan_sebutan}.`;
    if (!impor.keadaan.startsWith('antre')) return tampilkan();
    await new Promise((jadi) => setTimeout(jadi, 1200));
  }
}

function tampilkan() {
  tampil(satu('#laporan'));
  daftar(satu('#ringkas'), 'templat-ringkas', [impor]);
  kolom();
  satu('#bagian-peta').open = impor.keadaan === 'ditolak';
  tampil(satu('#bagian-peta'), impor.keadaan !== 'selesai');
  tampil(satu('#hasil'), impor.jumlah);
  tampil(satu('#terapkan'), impor.keadaan === 'siap');
  satu('#terapkan').textContent = `Terapkan ${angka(impor.baru + impor.berubah)} fakta`;
  if (impor.jumlah) {
    muatBaris ??= halamanDaftar(satu('#baris'), 'templat-baris', {
      alamat: () => `${PUSAT}/${impor.id}/${satu('#macam').value}`,
      ubah: (b) => ({...b, perubahan: b.ubah.map(([, lama, baru]) => `${lama} menjadi: ${baru}`).join('; ')}),
      kosong: () => daftar(satu('#baris'), 'templat-kosong', [{}]),
    });
    muatBaris();
  }
  muatDaftar();
  fokus(satu('#laporan-judul'));
}

function kolom() {
  const form = satu('#peta');
  form.elements.jenis.value = impor.jenis ?? '';
  form.elements.sumber.value = impor.sumber;
  daftar(satu('#kolom'), 'templat-kolom', impor.kolom.map(([nama, label, wajib]) => ({nama, label: wajib ? label : `${label} (boleh dikosongkan)`})), {olah: (unsur, {nama}) => {
    const pilih = satu('select', unsur);
    satu('label', unsur).htmlFor = pilih.id = `kolom-${nama}`;
    pilih.dataset.kolom = nama;
    pilih.append(buat('option'), ...impor.judul.filter(Boolean).map((j) => buat('option', j)));
    pilih.options[0].textContent = 'Tidak ada';
    pilih.options[0].value = '';
    pilih.value = impor.peta[nama] ?? '';
    return unsur;
  }});
}

async function muatDaftar() {
  const {isi} = await ambil(PUSAT);
  daftar(satu('#daftar'), 'templat-impor', isi, {olah: (unsur, i) => (satu('button', unsur).addEventListener('click', () => tunggu(i.id).catch(tampilkanGalat)), unsur)});
}

formulir(satu('#unggah'), async () => {
  const [file] = satu('#buku').files;
  if (!file) throw penolakan('Pilih berkasnya dulu.');
  satu('#jalan').textContent = 'Mengunggah…';
  const {id, tiket} = await kirim('POST', PUSAT, {nama: file.name, ukuran: file.size, sha256: await sha256(file)});
  const jawab = await fetch(tiket.url, {method: tiket.cara, headers: tiket.kepala, body: new Blob([file], {type: ''})});
  if (!jawab.ok) throw penolakan('Berkas belum sampai di penyimpanan.', {petunjuk: 'Coba lagi.'});
  await kirim('POST', `${PUSAT}/${id}/uji`);
  await tunggu(id);
});
formulir(satu('#peta'), async ({jenis, sumber = ''}) => {
  const peta = jenis === impor.jenis ? Object.fromEntries(semua('[data-kolom]').filter((p) => p.value).map((p) => [p.dataset.kolom, p.value])) : {};
  await kirim('POST', `${PUSAT}/${impor.id}/uji`, {jenis, sumber, peta});
  await tunggu(impor.id);
});
satu('#macam').addEventListener('change', () => muatBaris?.());
satu('#terapkan').addEventListener('click', async () => {
  if (!(await tanya('tanya-terap'))) return;
  try {
    await kirim('POST', `${PUSAT}/${impor.id}/penerapan`, {versi: impor.versi});
    await tunggu(impor.id);
  } catch (galat) {
    tampilkanGalat(galat);
  }
});
muatDaftar().catch(tampilkanGalat);
