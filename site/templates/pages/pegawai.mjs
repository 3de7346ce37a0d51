/** One person: facts, what the rules say for a chosen date, and the archive. */

import {ambil} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {bukaBerkas} from '../js/buka.mjs';
import {daftar, parameter, satu, tampil} from '../js/dom.mjs';
import {baca} from '../js/galat.mjs';
import {ingatan} from '../js/sesi.mjs';
import {tampilkanSyarat} from '../js/syarat.mjs';

const id = parameter('id') || ingatan()?.id;
const sendiri = id === ingatan()?.id;
const tmt = satu('#tmt');
for (const ke of ['fakta', 'unggah']) satu(`#ke-${ke}`).href = `/pegawai/${ke}/?id=${id}`;

const muat = () => baca(satu('#data'), async () => {
  const p = await ambil(`/api/pegawai/${id}`);
  satu('#nama').textContent = p.nama;
  const lengkap = [p.pangkat, p.golongan].filter(Boolean).join(', ');
  daftar(satu('#data'), 'templat-data', [{...p, golongan_lengkap: lengkap, ajakan: sendiri ? 'Usulkan saya' : 'Usulkan PNS ini'}]);
  tampil(satu('#sisanya'));
  tampil(satu('#ke-unggah'), p.boleh_arsip);
  const {isi} = await ambil('/api/periode');
  tmt.replaceChildren(...isi.map((satuan) => new Option(tanggal(satuan.tmt), satuan.tmt)));
  await nilai();
  await arsip();
});

const nilai = () => baca(satu('#syarat'), async () => {
  const {isi} = await ambil(`/api/pegawai/${id}/kelayakan?tmt=${tmt.value}`, {urut: 'syarat'});
  tampilkanSyarat(satu('#syarat'), isi);
});

async function arsip() {
  const {isi} = await ambil(`/api/pegawai/${id}/berkas`);
  const baris = isi.filter((s) => s.terbaru);
  if (!baris.length) return daftar(satu('#arsip'), 'templat-kosong', [{}]);
  return daftar(satu('#arsip'), 'templat-arsip', baris, {olah: pasangBuka});
}

/** Without a version to look at there is nothing to press. */
function pasangBuka(unsur, {terbaru: {buka}}) {
  const tombol = satu('button', unsur);
  if (buka) tombol.addEventListener('click', () => bukaBerkas(buka));
  else tombol.replaceWith(tombol.textContent);
}

tmt.addEventListener('change', nilai);
muat();
