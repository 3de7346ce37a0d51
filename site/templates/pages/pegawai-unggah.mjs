/** A paper for a person's archive, without a case: which one it is, then the box that takes it. */

import {pasangUnggah} from '../components/unggah/behaviour.mjs';
import {ambil} from '../js/api.mjs';
import {kabari, parameter, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {ingatan} from '../js/sesi.mjs';

const pegawai = parameter('id') || ingatan()?.id;
const slot = parameter('slot') ?? '';
const form = satu('#pilih');
const {jenis} = form.elements;
const dipilih = [...jenis.options].find(({value, dataset}) => value && (dataset.akhiran ? slot.startsWith(`${value}-`) : slot === value));

async function kenalkan() {
  if (pegawai !== ingatan()?.id) satu('#untuk').textContent = `Untuk ${(await ambil(`/api/pegawai/${pegawai}`)).nama}`;
  if (!dipilih) return;
  const [terbaru] = (await ambil(`/api/pegawai/${pegawai}/berkas/${slot}`)).isi;
  if (terbaru) satu('#sekarang').textContent = `Sekarang di arsip: ${terbaru.keterangan}`;
}

function diterima(berkas) {
  satu('#sesudah p').textContent = `Diterima, ${berkas.halaman} halaman. Sidik isi (SHA-256): ${berkas.sha256}`;
  satu('#sesudah a').href = `/pegawai/dokumen/?id=${berkas.id}`;
  tampil(satu('#sesudah'));
  kabari(`Diterima: ${berkas.label}.`);
}

for (const unsur of semua('[data-arsip]')) unsur.href = `/pegawai/?id=${pegawai}`;
satu('#lain').href = `?id=${pegawai}`;
tampil(form, !dipilih);
tampil(satu('#kirim'), dipilih);
if (dipilih) {
  satu('#judul').textContent = `${dipilih.text} ${slot.slice(dipilih.value.length + 1).toUpperCase()}`;
  pasangUnggah(satu('.unggah'), () => ({pegawai, slot}), diterima);
}
jenis.addEventListener('change', () => semua('[data-untuk]').forEach((b) => tampil(b, b.dataset.untuk === jenis.selectedOptions[0].dataset.akhiran)));
formulir(form, async (isi) => {
  const akhiran = isi[jenis.selectedOptions[0].dataset.akhiran];
  location.assign(`?${new URLSearchParams({id: pegawai, slot: akhiran ? `${isi.jenis}-${akhiran.toLowerCase()}` : isi.jenis})}`);
});
// Without signal the paper can still be photographed: it waits for its way.
kenalkan().catch((galat) => {
  if (galat.status === 404) for (const unsur of [form, satu('#kirim')]) tampil(unsur, false);
  if (galat.status) tampilkanGalat(galat);
});
