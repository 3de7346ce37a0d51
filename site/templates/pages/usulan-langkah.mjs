/** One act of the workflow: the fields it asks for, what stands in the way, a warning before what can't be taken back. */

import {pasangUnggah} from '../components/unggah/behaviour.mjs';
import {ambil, kirim, pergi} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {buat, parameter, salin, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat} from '../js/galat.mjs';

const id = parameter('id');
const aksi = parameter('aksi');
const form = satu('#langkah');
let usulan;
let langkah;
let berkas = '';

async function muat() {
  try {
    usulan = await ambil(`/api/usulan/${id}`);
    langkah = usulan.aksi.find((a) => a.aksi === aksi);
    if (!langkah) return location.replace(`/usulan/lihat/?id=${encodeURIComponent(id)}`);
    satu('#judul').textContent = langkah.tombol;
    document.title = document.title.replace(/^.*?(?= - )/, langkah.tombol);
    satu('#kirim').textContent = langkah.tombol;
    satu('#siapa').textContent = `${usulan.pegawai.nama}, ${usulan.jenis_sebutan}, periode ${tanggal(usulan.periode)}`;
    satu('#peringatan p').textContent = langkah.peringatan;
    tampil(satu('#peringatan'), langkah.peringatan);
    satu('#halangan').replaceChildren(...langkah.penghalang.map((kata) => buat('li', kata)));
    await siapkan(langkah.isian);
    // Not before: what was chosen early would be overwritten, and an early press knows no act.
    satu('#isian').disabled = false;
  } catch (galat) {
    tampilkanGalat(galat);
  }
  return undefined;
}

/** Show what the counter says that this act asks in this case. */
async function siapkan(nama) {
  for (const bagian of semua('[data-isian]', form)) {
    const pakai = nama.includes(bagian.dataset.isian);
    tampil(bagian, pakai);
    for (const bidang of semua('input, select, textarea', bagian)) bidang.disabled = !pakai;
  }
  if (nama.includes('butir')) satu('#butir').replaceChildren(...usulan.butir.map(barisButir));
  if (nama.includes('kepada')) isiPilihan('kepada', (await ambil(`/api/verifikator?usulan=${id}`)).isi.map((v) => [v.id, v.nama]));
  if (nama.includes('periode')) isiPilihan('periode', (await ambil('/api/periode')).isi.filter((p) => p.tmt !== usulan.periode).map((p) => [p.tmt, tanggal(p.tmt)]));
  if (nama.includes('tenggat')) form.elements.tenggat.value = tanggal(new Date(Date.now() + 7 * 864e5).toISOString());
  if (nama.includes('tmt')) form.elements.tmt.value = tanggal(usulan.periode);
  tampil(satu('[data-isian=catatan] .isian__boleh'), !langkah.wajib_catatan);
  const slot = aksi === 'catat_sk' ? 'sk-kp-baru' : 'pertek';
  if (nama.includes('berkas')) pasangUnggah(satu('[data-isian=berkas] .unggah'), () => ({pegawai: usulan.pegawai.id, slot}), (b) => (berkas = b.id));
  if (nama.includes('surat')) pasangUnggah(satu('[data-isian=surat] .unggah'), () => ({pegawai: usulan.pegawai.id, slot: 'surat-kuasa-opd'}), (b) => (berkas = b.id));
}

function isiPilihan(nama, isi) {
  form.elements[nama].append(...isi.map(([nilai, kata]) => new Option(kata, nilai)));
}

function barisButir(b) {
  const unsur = salin('templat-butir', b);
  const kotak = satu('[data-pilih]', unsur);
  for (const bidang of semua('[id]', unsur)) {
    satu(`[for=${bidang.id}]`, unsur).htmlFor = `${bidang.id}-${b.slot}`;
    bidang.id += `-${b.slot}`;
  }
  kotak.dataset.pilih = b.slot;
  kotak.checked = b.putusan === 'kembalikan';
  satu('[data-catatan]', unsur).value = b.putusan === 'kembalikan' ? b.catatan : '';
  const rinci = satu('[data-rinci]', unsur);
  tampil(rinci, kotak.checked);
  kotak.addEventListener('change', () => tampil(rinci, kotak.checked));
  return unsur;
}

function kumpulkan(isi) {
  const hasil = {versi: usulan.versi};
  for (const [nama, nilai] of Object.entries(isi)) hasil[nama.startsWith('alasan_') && nama !== 'alasan_beda' ? 'alasan' : nama] = nilai;
  const nama = langkah.isian;
  if (nama.includes('butir')) {
    hasil.butir = semua('#butir .kartu').filter((k) => satu('[data-pilih]', k).checked).map((k) => ({slot: satu('[data-pilih]', k).dataset.pilih, alasan: satu('[data-alasan]', k).value, catatan: satu('[data-catatan]', k).value}));
  }
  if (nama.includes('berkas')) hasil.berkas = berkas;
  if (nama.includes('surat') && berkas) hasil.surat = berkas;
  return hasil;
}

satu('#kembali').href = `/usulan/lihat/?id=${encodeURIComponent(id)}`;
formulir(form, async (isi) => {
  if (langkah.isian.includes('berkas') && !berkas) throw Object.assign(new Error('PDF-nya belum diterima.'), {temuan: [], petunjuk: 'Unggah PDF-nya dan tunggu sampai tertulis diterima.', status: 0});
  await kirim('POST', `/api/usulan/${id}/${langkah.alamat}`, kumpulkan(isi));
  await pergi(`/usulan/lihat/?id=${encodeURIComponent(id)}&selesai=1`);
});
muat();
