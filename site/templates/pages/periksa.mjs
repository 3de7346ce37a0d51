/** The verifikator's screen: page images left, facts and the decision right; one key to the next document. */

import {ambil, kirim} from '../js/api.mjs';
import {bukaBerkas} from '../js/buka.mjs';
import {buat, daftar, fokus, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat, tampilkanUlangi} from '../js/galat.mjs';
import {dahului, siapkan} from '../js/gambar-halaman.mjs';

const id = parameter('id');
const form = satu('#putus');
const WARNA = {diterima: 'selesai', dikembalikan: 'bts_bkpsdm', rusak: 'bts_bkpsdm', terverifikasi: 'selesai'};
const sebutan = (b) => (b.putusan === 'kembalikan' ? 'Akan dikembalikan' : b.keadaan_sebutan);
let usulan;
let kini = 0;

async function muat() {
  try {
    usulan = await ambil(`/api/usulan/${id}`);
    satu('#judul').textContent = `Periksa ${usulan.pegawai.nama}`;
    if (!usulan.aksi.some((a) => a.aksi === 'nyatakan_ms')) return location.replace(`/usulan/lihat/?id=${encodeURIComponent(id)}`);
    kini = Math.max(0, usulan.butir.findIndex((b) => b.putusan === null));
    tampilkan();
  } catch (galat) {
    tampilkanUlangi(satu('#gambar'), galat, muat);
  }
  return undefined;
}

function tampilkan() {
  const b = usulan.butir[kini];
  satu('#berkas-judul').textContent = b.label;
  satu('#ket-berkas').textContent = b.tentang;
  satu('#isyarat').replaceChildren(...b.isyarat.map((i) => buat('li', `${i.baik ? '✓' : '⚠ Periksa:'} ${i.pesan}`)));
  daftar(satu('#fakta'), 'templat-fakta', [{...b, pegawai: usulan.pegawai}], {tekan: () => bukaBerkas(b.terdahulu.buka)});
  hitung();
  for (const radio of form.elements.putusan) radio.checked = radio.value === b.putusan;
  form.elements.alasan.value = '';
  form.elements.catatan.value = b.catatan;
  form.elements.halaman.value = b.halaman ?? '';
  tampil(satu('#rinci'), b.putusan === 'kembalikan');
  // Not before: a choice made early would be taken back here.
  satu('#pilihan').disabled = false;
  tampil(satu('#asli'), b.berkas && !b.berkas.rusak_pada);
  gambar(b);
}

function hitung() {
  const sisa = usulan.butir.filter((x) => (x.berkas || x.wajib) && x.putusan === null).length;
  satu('#kemajuan').textContent = sisa ? `${sisa} berkas belum diputuskan.` : 'Semua berkas sudah diputuskan. Kembali ke usulan untuk menyelesaikan.';
  daftar(satu('#semua'), 'templat-satu', usulan.butir.map((x) => ({...x, warna: x.putusan === 'kembalikan' ? 'bts_bkpsdm' : WARNA[x.keadaan] ?? 'draf', keadaan_sebutan: sebutan(x)})), {olah: pilihBaris});
}

function pilihBaris(unsur, b) {
  satu('button', unsur).addEventListener('click', () => pindah(usulan.butir.findIndex((x) => x.slot === b.slot)));
  return unsur;
}

async function gambar(b) {
  const wadah = satu('#gambar');
  const kata = (teks) => (wadah.removeAttribute('aria-busy'), wadah.replaceChildren(buat('p', teks)));
  if (!b.berkas) return kata('Tidak ada berkas untuk dilihat.');
  if (b.berkas.rusak_pada) return kata('Berkas ini rusak di tempat penyimpanan dan tidak ditampilkan. Kembalikan agar diunggah lagi.');
  wadah.setAttribute('aria-busy', 'true');
  try {
    const isi = await siapkan(b);
    if (!tampak(b)) return undefined;
    if (!isi[0]) return kata(b.berkas.pratinjau < 0 ? 'Halamannya tidak dapat digambar. Buka PDF asli.' : 'Gambar halaman sedang dibuat. Buka PDF asli, atau tunggu sebentar.');
    wadah.replaceChildren(...isi);
    wadah.removeAttribute('aria-busy');
    isi[0].onload = () => dahului(usulan.butir[berikut()]).catch(() => {});
    if (isi[0].complete) isi[0].onload();
  } catch (galat) {
    if (tampak(b)) tampilkanUlangi(wadah, galat, () => gambar(b));
  }
  return undefined;
}

/** Is this the document on the screen? By its slot: an answer that comes meanwhile brings the whole case anew. */
const tampak = ({slot}) => usulan.butir[kini].slot === slot;
const berikut = () => usulan.butir.findIndex((b, i) => i > kini && b.putusan === null);

function pindah(ke) {
  if (ke < 0 || ke >= usulan.butir.length) return;
  kini = ke;
  tampilkan();
  fokus(satu('#berkas-judul'));
}

formulir(form, async ({putusan, alasan = '', catatan = '', halaman = null}) => {
  const kembali = putusan === 'kembalikan';
  const di = kini;
  const isi = {versi: usulan.versi, slot: usulan.butir[di].slot, putusan, ...(kembali ? {alasan, catatan, halaman} : {})};
  usulan = await kirim('POST', `/api/usulan/${id}/pemeriksaan`, isi);
  // Who went on meanwhile has chosen there already: his choices stay, and he stays.
  if (kini !== di) return hitung();
  const lanjut = berikut();
  return pindah(lanjut >= 0 ? lanjut : Math.max(kini, usulan.butir.findIndex((b) => b.putusan === null)));
});
for (const radio of form.elements.putusan) radio.addEventListener('change', () => tampil(satu('#rinci'), radio.value === 'kembalikan' && radio.checked));
for (const tombol of semua('[data-geser]')) tombol.addEventListener('click', () => pindah(kini + Number(tombol.dataset.geser)));
satu('#asli').addEventListener('click', () => bukaBerkas(usulan.butir[kini].berkas.id));
satu('#kembali').href = `/usulan/lihat/?id=${encodeURIComponent(id)}`;
const pintas = satu('#pintas');
pintas.checked = localStorage.getItem('sikap-pintas') === '1';
pintas.addEventListener('change', () => localStorage.setItem('sikap-pintas', pintas.checked ? '1' : '0'));
document.addEventListener('keydown', (acara) => {
  const mengetik = acara.target.matches('input[type=text], textarea, select');
  if (!pintas.checked || mengetik || acara.ctrlKey || acara.metaKey || acara.altKey || !usulan) return;
  const tekan = {t: 'terima', k: 'kembalikan'}[acara.key.toLowerCase()];
  if (tekan) {
    for (const radio of form.elements.putusan) if (radio.value === tekan) radio.click();
    if (tekan === 'terima') form.requestSubmit();
    else form.elements.alasan.focus();
  } else if (acara.key === 'ArrowRight') pindah(kini + 1);
  else if (acara.key === 'ArrowLeft') pindah(kini - 1);
  else return;
  acara.preventDefault();
});
muat().catch(tampilkanGalat);
