/** Planning: who may rise in the next 24 months, what is missing, how many answers rest on it, and the nominative list. */

import {ambil} from '../js/api.mjs';
import {angka, tanggal} from '../js/bentuk.mjs';
import {buat, daftar, satu, semua, tampil} from '../js/dom.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';
import {berperan} from '../js/sesi.mjs';

const [opd, pilih] = [satu('#opd'), satu('#pilih')];
const kueri = (isi) => new URLSearchParams({...isi, ...(opd.value && {opd: opd.value})});
const opsi = (teks, value) => Object.assign(buat('option', teks), {value});

function baris(h) {
  const kurang = h.kurang.map((k) => `${k.arti} (${k.pembenah})`).join('; ');
  return buat('li', `${h.jenis_sebutan}${h.golongan_baru ? ` ke ${h.golongan_baru}` : ''}, ${h.paling_cepat ? tanggal(h.paling_cepat) : 'tanggal belum dapat ditentukan'}. ${kurang ? `Belum diketahui: ${kurang}.` : 'Tidak ada fakta yang kurang.'}`);
}

async function hitung() {
  try {
    const h = await ambil(`/api/ramalan-hitungan?${kueri({})}`);
    const catatan = h.sedang_dihitung || h.antre ? ' Sebagian sedang dihitung ulang.' : '';
    satu('#ringkas').textContent = `${h.opd}: ${angka(h.jawaban)} jawaban tentang ${angka(h.orang)} PNS; ${angka(h.bertumpu)} bertumpu pada fakta yang belum diketahui.${catatan}`;
    const lama = pilih.value;
    satu('#pilih-periode').replaceChildren(opsi('Semua periode', 'ramalan'), ...h.periode.map(([tmt, n]) => opsi(`${tanggal(tmt)}: ${angka(n)} orang`, `ramalan periode ${tmt}`)));
    satu('#pilih-kurang').replaceChildren(opsi('Semua jenis fakta', 'celah'), ...h.kurang.map((k) => opsi(`${k.arti}: ${angka(k.jumlah)} orang`, `celah kurang ${k.kode}`)));
    pilih.value = lama;
    if (!pilih.value) pilih.value = 'ramalan';
  } catch (galat) {
    tampilkanGalat(galat);
  }
}

const muat = halamanDaftar(satu('#daftar'), 'templat-orang', {
  alamat: () => {
    const [apa, nama, nilai] = pilih.value.split(' ');
    return `/api/${apa}?${kueri(nama ? {[nama]: nilai} : {})}`;
  },
  ubah: (p) => ({...p, fakta: p.hasil.flatMap((h) => h.kurang).find((k) => k.fakta)?.fakta}),
  olah: (unsur, p) => (satu('[data-daftar]', unsur).replaceChildren(...p.hasil.map(baris)), unsur),
  kosong: () => daftar(satu('#daftar'), 'templat-kosong', [{}]),
});

function ganti() {
  tampil(satu('#cetak'), pilih.value.includes('periode') && (opd.value || !opd.options[1]));
  muat();
}

pilih.addEventListener('change', ganti);
opd.addEventListener('change', async () => (await hitung(), ganti()));
for (const tombol of semua('[data-bentuk-cetak]')) {
  tombol.addEventListener('click', async () => {
    try {
      const {url} = await ambil(`/api/laporan/nominatif?${kueri({periode: pilih.value.split(' ')[2], bentuk: tombol.dataset.bentukCetak})}`);
      location.assign(url);
    } catch (galat) {
      tampilkanGalat(galat);
    }
  });
}
hitung();
if (berperan('verifikator', 'kabid', 'operator_siasn', 'auditor')) ambil('/api/unit?batas=100').then(({isi}) => opd.append(...isi.map((u) => opsi(u.nama, u.id))), () => {});
else tampil(opd.parentElement, false);
