/** One person: facts, what the rules say for a chosen date, and the archive. */

import {ambil} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {bukaBerkas} from '../js/buka.mjs';
import {buat, daftar, parameter, satu} from '../js/dom.mjs';
import {tampilkanUlangi} from '../js/galat.mjs';
import {ingatan} from '../js/sesi.mjs';
import {kartuSyarat} from '../js/syarat.mjs';

const id = parameter('id') || ingatan()?.id;
const sendiri = id === ingatan()?.id;
const tmt = satu('#tmt');
satu('#ke-fakta').href = `/pegawai/fakta/?id=${id}`;

async function muat() {
  try {
    const p = await ambil(`/api/pegawai/${id}`);
    satu('#nama').textContent = p.nama;
    const telepon = p.telepon_ujung ? `berakhir ${p.telepon_ujung}` : 'belum ada';
    const lengkap = [p.pangkat, p.golongan].filter(Boolean).join(', ');
    daftar(satu('#data'), 'templat-data', [{...p, telepon, golongan_lengkap: lengkap, ajakan: sendiri ? 'Usulkan saya' : 'Usulkan PNS ini'}]);
    const {isi} = await ambil('/api/periode');
    tmt.replaceChildren(...isi.map((satuan) => Object.assign(buat('option', tanggal(satuan.tmt)), {value: satuan.tmt})));
    await nilai();
    await arsip();
  } catch (galat) {
    tampilkanUlangi(satu('#data'), galat, muat);
  }
}

async function nilai() {
  const wadah = satu('#syarat');
  try {
    const {isi} = await ambil(`/api/pegawai/${id}/kelayakan?tmt=${tmt.value}`);
    daftar(wadah, 'templat-syarat', isi.map(kartuSyarat), {olah: (unsur, baris) => (satu('[data-daftar]', unsur).replaceChildren(...baris.isi), unsur)});
  } catch (galat) {
    tampilkanUlangi(wadah, galat, nilai);
  }
}

async function arsip() {
  const {isi} = await ambil(`/api/pegawai/${id}/berkas`);
  const baris = isi.filter((s) => s.terbaru).map(({label, terbaru}) => ({
    label, berkas: terbaru.id, kapan: `Versi ${terbaru.nomor_versi}, ${tanggal(terbaru.diterima_pada)}, ${terbaru.halaman} halaman. ${terbaru.periksa}`,
    sebutan: terbaru.terverifikasi ? 'Sudah diperiksa' : 'Diterima', warna: terbaru.terverifikasi ? 'selesai' : 'draf',
  }));
  if (!baris.length) return daftar(satu('#arsip'), 'templat-kosong', [{}]);
  return daftar(satu('#arsip'), 'templat-arsip', baris, {olah: (unsur, {berkas}) => (satu('button', unsur).addEventListener('click', () => bukaBerkas(berkas)), unsur)});
}

tmt.addEventListener('change', nilai);
muat();
