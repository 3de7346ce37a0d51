/** Refused rows of a roster whose NIP is one digit off: put right from the SK CPNS, or dismissed with a reason and brought back. */

import {kirim} from '../js/api.mjs';
import {bukaBagian, kabari, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {saat} from '../js/galat.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const abai = satu('#abai');
let kini;

const muat = halamanDaftar(satu('#daftar'), 'templat-nip', {
  alamat: () => `/api/nip-meleset?abai=${abai.value}`,
  olah: (unsur, n) => semua('button', unsur).forEach((tombol) => saat(tombol, () => AKSI[tombol.dataset.aksi](n))),
});

const kerjakan = (apa, isi) => kirim('POST', `/api/nip-meleset/${kini.id}/${apa}`, {...isi, versi: kini.versi});

async function selesai(kata) {
  for (const nama of ['bagian', 'lepas']) tampil(satu(`#${nama}`), false);
  kabari(kata);
  await muat();
}

/** Open the part of the page that asks for more. */
const buka = (nama, kata) => (n) => {
  kini = n;
  satu(`#${nama} form`).reset();
  satu('#bagian-saran').textContent = n.pesan;
  bukaBagian(nama, `${kata} ${n.nama}`);
};

const AKSI = {
  betulkan: buka('bagian', 'Betulkan NIP'),
  lepas: buka('lepas', 'Keluarkan dari daftar:'),
  async pulih(n) {
    kini = n;
    await kerjakan('pemulihan');
    await selesai(`${n.nama} kembali ke daftar.`);
  },
};

formulir(satu('#betulkan'), async (isi) => selesai(`${(await kerjakan('pembetulan', isi)).nama} sudah tercatat.`));
formulir(satu('#lepas form'), async (isi) => {
  await kerjakan('pengabaian', isi);
  await selesai(`${kini.nama} dikeluarkan dari daftar.`);
});
for (const tombol of semua('[data-batal]')) tombol.addEventListener('click', () => tampil(tombol.closest('section'), false));
abai.addEventListener('change', muat);
