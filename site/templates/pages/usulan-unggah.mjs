/** One document of a case: why it is asked, what was wrong, and the box that takes the new one. */

import {pasangUnggah} from '../components/unggah/behaviour.mjs';
import {kirim, pergi} from '../js/api.mjs';
import {tanggal, waktu} from '../js/bentuk.mjs';
import {kabari, parameter, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {ambilAtauIngat} from '../js/tersimpan.mjs';

const id = parameter('id');
const slot = parameter('slot');
const alamat = `/api/usulan/${id}`;
let usulan;

async function muat() {
  try {
    // Without signal the last answer will do: photos can still be taken and wait for their way.
    usulan = (await ambilAtauIngat(alamat)).data;
    const b = usulan.butir.find((satuan) => satuan.slot === slot);
    if (!b) return location.replace(satu('#kembali').href);
    satu('#judul').textContent = b.label;
    satu('#sebab').textContent = `${usulan.pegawai.nama} · ${b.sebab}`;
    satu('#diminta p').textContent = `Perlu diperbaiki. ${b.perlu}`;
    tampil(satu('#diminta'), b.diminta);
    tampil(satu('#jawab'), b.diminta);
    satu('#sekarang').textContent = b.berkas ? `Sekarang: ${b.berkas.nama_asal}, ${b.berkas.halaman} halaman, diterima ${tanggal(b.berkas.diterima_pada)}.` : '';
    tampil(satu('#sekarang'), b.berkas);
    satu('#resi p').textContent = `Diterima ${waktu(b.berkas?.diterima_pada)}. Sidik isi (SHA-256): ${b.berkas?.sha256}`;
    tampil(satu('#resi'), b.berkas);
  } catch (galat) {
    tampilkanGalat(galat);
  }
  return undefined;
}

/** The queue has put it into its line already. */
function diterima(berkas) {
  kabari(`Diterima: ${berkas.label}, ${berkas.halaman} halaman.`);
  muat();
}

for (const unsur of ['#kembali', '#selesai']) satu(unsur).href = `/usulan/lihat/?id=${encodeURIComponent(id)}`;
await muat();
// Whose case it is must be known, or what is chosen here could go nowhere.
tampil(satu('.unggah'), usulan);
if (usulan) pasangUnggah(satu('.unggah'), () => ({pegawai: usulan.pegawai.id, slot, usulan: id}), diterima);
formulir(satu('#jawab'), async (isi) => {
  await kirim('PUT', `${alamat}/berkas/${slot}/jawaban`, {...isi, versi: usulan.versi});
  await pergi(`/usulan/lihat/?id=${encodeURIComponent(id)}`);
});
