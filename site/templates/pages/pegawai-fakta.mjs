/** A person's histories as tables, each fact with its source; what contradicts itself; propose a change after seeing what it does. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {pasangUnggah} from '../components/unggah/behaviour.mjs';
import {ambil, kirim} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {bukaBerkas} from '../js/buka.mjs';
import {bukaBagian, daftar, kabari, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {akibat} from '../js/fakta.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca, tampilkanGalat} from '../js/galat.mjs';
import {barisJanggal, tempat} from '../js/janggal.mjs';
import {ingatan} from '../js/sesi.mjs';
import {tabelFakta} from '../js/tabel-fakta.mjs';
import {isiUnit} from '../js/unit.mjs';

const id = parameter('id') || ingatan()?.id;
const form = satu('#fakta');
const alamat = `/api/pegawai/${id}/fakta`;
const KATA = {tambah: 'Tambah', ganti: 'Perbaiki', hapus: 'Hapus', nihil: 'Nyatakan tidak ada'};
let usul;

const muat = () => baca(satu('#kelompok'), async () => {
  const wadah = satu('#kelompok');
  const r = await ambil(alamat);
  satu('#nama').textContent = r.nama;
  satu('.kembali').href = `/pegawai/?id=${id}`;
  daftar(wadah, 'templat-kelompok', r.kelompok.map((k) => ({...k, boleh_usul: r.boleh_usul, boleh_tambah: r.boleh_usul && k.boleh_tambah})), {olah: kelompok});
  tampil(satu('#bagian-usul'), r.usul.length);
  daftar(satu('#usul'), 'templat-usul', r.usul, {olah: usulan});
  tampil(satu('#janggal'), r.janggal.length);
  satu('#janggal ul').replaceChildren(...r.janggal.map((j) => barisJanggal(r, j, (k, b) => buka(k, 'ganti', b))));
  const minta = parameter('jenis');
  if (minta && !usul) mulai(r, wadah, minta);
});

/** The task that brought one here: its row ready to be put right, else its table in sight. */
function mulai(r, wadah, jenis) {
  const [k, b] = tempat(r, jenis, parameter('sasaran'));
  if (b && r.boleh_usul && !b.menunggu) buka(k, 'ganti', b);
  else if (k) {
    const bagian = wadah.children[r.kelompok.indexOf(k)];
    satu('details', bagian).open = true;
    bagian.scrollIntoView();
  }
}

function kelompok(unsur, k) {
  tabelFakta(unsur, k, (aksi, b) => (aksi === 'lihat' ? bukaBerkas(b.berkas) : buka(k, aksi, b)));
  for (const tombol of semua(':scope > .baris [data-aksi]', unsur)) tombol.addEventListener('click', () => buka(k, tombol.dataset.aksi));
}

function usulan(unsur, u) {
  for (const tombol of semua('[data-aksi]', unsur)) tombol.addEventListener('click', () => (tombol.dataset.aksi === 'lihat' ? bukaBerkas(u.berkas) : tarik(u).catch(tampilkanGalat)));
}

function buka(k, tindakan, b) {
  const diri = k.jenis === 'data_diri';
  usul = {jenis: k.jenis, tindakan, ...(b?.id && {sasaran: b.id})};
  form.reset();
  satu('#sasaran').textContent = b ? `Sekarang: ${diri ? b.sel.join(' ') : b.teks}` : '';
  tampil(satu('#sasaran'), b);
  for (const bagian of semua('[data-macam]', form)) {
    const ya = bagian.dataset.macam === k.jenis && tindakan !== 'hapus' && tindakan !== 'nihil';
    tampil(bagian, ya);
    for (const bidang of semua('input, select', bagian)) {
      const pakai = ya && (!diri || bidang.name in b.isi);
      bidang.disabled = !pakai;
      if (diri) tampil(bidang.closest('.isian'), pakai);
      const lama = b?.isi[bidang.name];
      if (pakai && lama !== undefined && lama !== null) bidang.value = bidang.dataset.jenis === 'tanggal' ? tanggal(lama) : lama;
    }
  }
  const unit = form.elements.unit;
  const ini = usul;
  // The offices come later than the form: what was there before is chosen among them then, unless another was chosen or another row opened.
  if (!unit.disabled) isiUnit(unit).then(() => ini === usul && (unit.value ||= b?.isi.unit), tampilkanGalat);
  bukaBagian('usulkan', `${KATA[tindakan]}: ${k.sebutan}`);
}

async function tarik(u) {
  if (!(await tanya('tanya-tarik'))) return;
  await kirim('POST', `/api/fakta/${u.id}/penarikan`, {versi: u.versi});
  kabari('Usulan ditarik.');
  await muat();
}

/** A document that can be chosen as source. */
function dokumen(berkas, label, pilih) {
  const {elements} = form;
  const ada = [...elements.berkas.options].find((o) => o.value === berkas) ?? new Option(label, berkas);
  elements.berkas.append(ada);
  if (pilih) elements.berkas.value = berkas;
}

formulir(form, async ({sumber, berkas, ...isi}) => {
  const badan = {...usul, isi, sumber, ...(berkas && {berkas})};
  const coba = await kirim('POST', alamat, {...badan, uji: true});
  satu('#akibat').replaceChildren(...akibat(coba.akibat));
  if (!(await tanya('tanya-usul'))) return;
  await kirim('POST', alamat, badan);
  tampil(satu('#usulkan'), false);
  kabari('Usulan dikirim ke BKPSDM.');
  await muat();
});
satu('#batal').addEventListener('click', () => tampil(satu('#usulkan'), false));
muat();
pasangUnggah(satu('.unggah'), () => ({pegawai: id, slot: 'bukti-fakta'}), (b) => dokumen(b.id, `${b.label}, ${b.nama_asal}`, true));
ambil(`/api/pegawai/${id}/berkas`).then(({isi}) => isi.filter((s) => s.terbaru).forEach((s) => dokumen(s.terbaru.id, s.label)), () => {});
