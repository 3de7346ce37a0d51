/** Bring a file, of any kind of import: upload, columns where they may be pointed out, dry run, findings, confirmation, progress. */

import {tanya} from '../components/dialog/behaviour.mjs';
import {ambil, kirim, penolakan} from '../js/api.mjs';
import {titipkan} from '../js/titipan.mjs';
import {angka} from '../js/bentuk.mjs';
import {unduhCsv} from '../js/csv.mjs';
import {daftar, fokus, isi, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {saat, tampilkanGalat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const PUSAT = `/api${location.pathname.slice(0, -1)}`;
const peta = satu('#peta');
const terapkan = satu('#terapkan');
const macam = satu('#macam');
let impor, ditunggu;
let muatBaris;

async function tunggu(id) {
  // Another that was asked for meanwhile is the one that is shown.
  for (const ini = (ditunggu = {}); ; ) {
    const baru = await ambil(`${PUSAT}/${id}`);
    if (ini !== ditunggu) return;
    impor = baru;
    satu('#jalan').textContent = `${impor.keadaan_sebutan}${impor.keadaan === 'antre_terap' ? `: ${angka(impor.kemajuan)} dari ${angka(impor.diterima)} orang` : ''}.`;
    if (!impor.keadaan.startsWith('antre')) return tampilkan();
    await new Promise((jadi) => setTimeout(jadi, 1200));
  }
}

function tampilkan() {
  tampil(satu('#laporan'));
  daftar(satu('#ringkas'), 'templat-ringkas', [impor]);
  if (peta) kolom();
  tampil(satu('#hasil'), impor.jumlah);
  tampil(terapkan, impor.keadaan === 'siap');
  isi(terapkan.parentElement, impor);
  terapkan.disabled = impor.halangan;
  if (impor.jumlah) {
    muatBaris ??= halamanDaftar(satu('#baris'), 'templat-baris', {
      alamat: () => `${PUSAT}/${impor.id}/${macam.value}`,
      ubah: (b) => ({...b, kode: b.ubah.length ? b.kode : '', perubahan: b.ubah.map(([apa, lama, baru]) => `${apa}: ${lama} menjadi ${baru}`).join('; ')}),
    });
    muatBaris();
  }
  muatDaftar();
  fokus(satu('#laporan-judul'));
}

function kolom() {
  satu('#bagian-peta').open = impor.keadaan === 'ditolak';
  tampil(satu('#bagian-peta'), impor.keadaan !== 'selesai');
  for (const nama of ['jenis', 'sumber']) if (peta.elements[nama]) peta.elements[nama].value = impor[nama] ?? '';
  daftar(satu('#kolom'), 'templat-kolom', impor.kolom.map(([nama, label, wajib]) => ({nama, label: wajib ? label : `${label} (boleh dikosongkan)`})), {olah: (unsur, {nama}) => {
    const pilih = satu('select', unsur);
    satu('label', unsur).htmlFor = pilih.id = `kolom-${nama}`;
    pilih.dataset.kolom = nama;
    pilih.append(...impor.judul.filter(Boolean).map((j) => new Option(j)));
    pilih.value = impor.peta[nama] ?? '';
  }});
}

const muatDaftar = halamanDaftar(satu('#daftar'), 'templat-impor', {
  alamat: () => PUSAT,
  lagi: satu('#impor-lagi'),
  tekan: (i) => tunggu(i.id).catch(tampilkanGalat),
  sesudah: () => tampil(satu('#sebelumnya'), satu('#sebelumnya button:not([hidden])')),
});

async function minta(id, apa, isian) {
  await kirim('POST', `${PUSAT}/${id}/${apa}`, isian);
  await tunggu(id);
}

formulir(satu('#unggah'), async () => {
  const [file] = satu('#buku').files;
  if (!file) throw penolakan('Pilih berkasnya dulu.');
  satu('#jalan').textContent = 'Mengunggah…';
  const {id} = await titipkan(PUSAT, file);
  await minta(id, 'uji');
});
if (peta) {
  formulir(peta, ({jenis = null, ...lain}) => {
    // Another kind has other columns: they are guessed anew.
    const kolom = jenis === (impor.jenis ?? null) ? semua('[data-kolom]').filter((p) => p.value).map((p) => [p.dataset.kolom, p.value]) : [];
    return minta(impor.id, 'uji', {...lain, ...(jenis && {jenis}), peta: Object.fromEntries(kolom)});
  });
}
macam.addEventListener('change', () => muatBaris?.());
saat(satu('#unduh'), () => {
  const lihat = [...macam.options].map((o) => o.value).filter((nilai) => nilai !== 'ubah');
  return unduhCsv('baris-bermasalah.csv', ['macam', 'baris', 'kode', 'pesan'], lihat.map((m) => `${PUSAT}/${impor.id}/${m}`), (b, dari) => [dari.split('/').pop(), b.baris, b.kode, b.pesan]);
});
saat(terapkan, async () => (await tanya('tanya-terap')) && minta(impor.id, 'penerapan', {versi: impor.versi}));
