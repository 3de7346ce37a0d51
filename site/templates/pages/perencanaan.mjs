/** Planning: who may rise in the next 24 months, what is missing, how many answers rest on it, and the nominative list. */

import {ambil} from '../js/api.mjs';
import {angka, tanggal} from '../js/bentuk.mjs';
import {buka} from '../js/buka.mjs';
import {buat, daftar, satu, semua, tampil} from '../js/dom.mjs';
import {saat, tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';
import {berperan} from '../js/sesi.mjs';
import {isiUnit} from '../js/unit.mjs';

const [opd, pilih] = [satu('#opd'), satu('#pilih')];
const bkpsdm = berperan('verifikator', 'kabid', 'operator_siasn', 'auditor');
/** May he open the persons, or only count them? */
const melihat = bkpsdm || berperan('pengelola_opd');
const kueri = (isi) => new URLSearchParams({...isi, ...(opd.value && {opd: opd.value})});

/** One task, and the way to the fact. */
function tugas({pegawai}, t) {
  const li = buat('li', `${t.kata} `);
  if (t.fakta && melihat) {
    const kueri = new URLSearchParams({id: pegawai, jenis: t.fakta, ...(t.sasaran && {sasaran: t.sasaran})});
    li.append(buat('a', 'Bereskan', {href: `/pegawai/fakta/?${kueri}`}));
    li.lastChild.append(buat('span', ` ${t.arti}`, {className: 'tersembunyi'}));
  }
  return li;
}

async function hitung() {
  const h = await ambil(`/api/ramalan-hitungan?${kueri({})}`, {urut: 'hitung'});
  for (const kata of ['ringkas', 'kemajuan']) satu(`#${kata}`).textContent = h[kata];
  const lama = pilih.value;
  // The period that was chosen stays chosen in an office where nobody rises.
  if (periode() && !h.periode.some(([tmt]) => tmt === periode())) h.periode.push([periode(), 0]);
  satu('#pilih-periode').replaceChildren(new Option('Semua periode', 'ramalan'), ...h.periode.sort().map(([tmt, n]) => new Option(`${tanggal(tmt)}: ${angka(n)} orang`, `ramalan periode ${tmt}`)));
  for (const macam of ['janggal', 'kurang']) satu(`#pilih-${macam}`).replaceChildren(...h[macam].map((k) => new Option(`${k.arti}: ${angka(k.jumlah)} orang`, `celah kurang ${k.kode}`)));
  pilih.value = lama;
  if (!pilih.value) pilih.value = 'ramalan';
}

const muat = halamanDaftar(satu('#daftar'), 'templat-orang', {
  alamat: () => {
    const [apa, nama, nilai] = pilih.value.split(' ');
    return `/api/${apa}?${kueri(nama ? {[nama]: nilai} : {})}`;
  },
  olah: (unsur, p) => {
    satu('[data-daftar]', unsur).replaceChildren(...p.hasil.map((h) => buat('li', h.kata)), ...p.tugas.map((t) => tugas(p, t)));
    if (!melihat) satu('a', unsur).replaceWith(p.nama);
  },
});

const periode = () => /periode (\S+)/.exec(pilih.value)?.[1];

function ganti() {
  tampil(satu('#cetak'), periode());
  const tanpa = opd.options[1] && !opd.value;
  tampil(satu('#tanpa-opd'), tanpa);
  tampil(satu('#calon'), !tanpa);
  satu('#cetak-judul').textContent = `Daftar nominatif ${tanggal(periode())}`;
  muat();
}

pilih.addEventListener('change', ganti);
opd.addEventListener('change', () => {
  ganti();
  const lama = pilih.value;
  hitung().then(() => pilih.value === lama || ganti(), tampilkanGalat);
});
for (const tombol of semua('[data-cetak]')) {
  saat(tombol, async () => {
    const [apa, bentuk] = tombol.dataset.cetak.split(' ');
    const alamat = `/api/laporan/nominatif?${kueri({periode: periode(), daftar: apa, bentuk})}`;
    if (bentuk === 'pdf') await buka(alamat);
    else location.assign((await ambil(alamat)).url);
  });
}
hitung().catch(tampilkanGalat);
if (bkpsdm || berperan('pimpinan')) isiUnit(opd).catch(() => {});
else tampil(opd.parentElement, false);
