/** Planning: who may rise in the next 24 months, what is missing, how many answers rest on it, and the nominative list. */

import {ambil} from '../js/api.mjs';
import {angka, tanggal, waktu} from '../js/bentuk.mjs';
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

const naik = (h) => buat('li', `${h.jenis_sebutan}${h.golongan_baru ? ` ke ${h.golongan_baru}` : ''}, ${h.paling_cepat ? tanggal(h.paling_cepat) : 'tanggal belum dapat ditentukan'}${h.diusulkan && h.diusulkan !== h.paling_cepat ? `; masih dapat diusulkan untuk ${tanggal(h.diusulkan)}` : ''}.`);

/** One task: what is wrong, whose work it is, and the way to the fact. */
function tugas({pegawai}, t) {
  const li = buat('li', `${t.arti} (${t.pembenah}). ${t.pesan} `);
  if (t.fakta && melihat) {
    const kueri = new URLSearchParams({id: pegawai, jenis: t.fakta, ...(t.sasaran && {sasaran: t.sasaran})});
    li.append(buat('a', 'Bereskan', {href: `/pegawai/fakta/?${kueri}`}));
    li.lastChild.append(buat('span', ` ${t.arti}`, {className: 'tersembunyi'}));
  }
  return li;
}

/** What is lost, and until when it can be saved. */
const bahaya = ({terancam, batas, tugas: isi}) => (terancam && isi.length ? `Terancam kehilangan ${tanggal(terancam)}${batas ? `; batas OPD ${tanggal(batas)}` : ''}` : '');

/** How far the worker is, and how old what stands here is. */
function kemajuan(h) {
  const terakhir = h.selesai ? `Terakhir selesai dihitung ${waktu(h.selesai)}.` : '';
  if (h.sedang_dihitung) return `${h.ditandai ? `Sedang dihitung: ${angka(h.dihitung)} dari ${angka(h.ditandai)} orang.` : 'Hitungan segera dimulai.'} ${terakhir}`;
  return `${terakhir} ${h.antre ? 'Sebagian sedang dihitung ulang karena faktanya berubah.' : ''}`;
}

async function hitung() {
  const h = await ambil(`/api/ramalan-hitungan?${kueri({})}`);
  const hilang = h.terancam[0] ? ` Bila tidak dibereskan, ${angka(h.terancam[0][1])} orang kehilangan periode ${tanggal(h.terancam[0][0])}.` : '';
  satu('#ringkas').textContent = `${h.opd}: ${angka(h.jawaban)} kemungkinan naik pangkat dari ${angka(h.orang)} PNS; ${angka(h.bertumpu)} di antaranya belum pasti karena datanya belum lengkap.${hilang}`;
  satu('#kemajuan').textContent = kemajuan(h);
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
  ubah: (p) => ({...p, bahaya: bahaya(p)}),
  olah: (unsur, p) => {
    satu('[data-daftar]', unsur).replaceChildren(...p.hasil.map(naik), ...p.tugas.map((t) => tugas(p, t)));
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
saat(opd, async () => (await hitung(), ganti()), 'change');
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
