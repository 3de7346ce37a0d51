/** A document's box: take a photo or choose a file; says what happens to it until the receipt. */

import {satu, semua, tampil} from '../../js/dom.mjs';
import {antrean, ingatan} from '../../js/sesi.mjs';
import {lihat} from '../../js/simpan.mjs';

const KATA = {
  menunggu: 'Tersimpan di perangkat ini. Menunggu sinyal.', mengirim: 'Sedang dikirim…', terkirim: 'Terkirim dan diterima.',
  masuk: 'Tersimpan di perangkat ini. Masuk lagi agar terkirim.', ditolak: 'Belum dapat diterima.',
};

// Fetched when the page has come to rest: nobody chooses a file in the first second.
const unggahan = () => import('../../js/berkas.mjs');
setTimeout(() => unggahan().catch(() => {}), 2000);

/**
 * Make a box of the component work. `untuk()` gives {pegawai, slot, usulan?}; `selesai(berkas)` gets the receipt, also of a file
 * that was chosen before the page was loaded again. On a page with a scanner, photos go through it; a PDF passes as it is.
 */
export function pasangUnggah(kotak, untuk, selesai = () => {}) {
  const draf = () => `${ingatan()?.id}:pindai:${untuk().pegawai}:${untuk().slot}`;
  const pindai = async (foto) => (await import('../pindai/behaviour.mjs')).pindai(kotak, draf(), foto, masukkan);
  const masukkan = async (file, foto) => (await unggahan()).unggahBerkas(file, {...untuk(), foto});
  const milik = (e) => e.slot === untuk().slot && e.pegawai === untuk().pegawai;
  const keadaan = satu('.unggah__keadaan', kotak);
  const bilah = satu('progress', kotak);
  const lapor = (kata, galat) => {
    keadaan.textContent = galat ? '' : kata;
    satu('.isian__galat', kotak).textContent = galat ? kata : '';
    tampil(satu('.isian__galat', kotak), galat);
  };
  const tunjukkan = (kejadian) => {
    tampil(bilah.parentElement, kejadian.keadaan === 'mengirim');
    bilah.value = kejadian.bagian ?? 0;
    lapor(kejadian.keadaan === 'ditolak' ? kejadian.pesan : KATA[kejadian.keadaan] ?? '', kejadian.keadaan === 'ditolak');
    if (kejadian.keadaan === 'terkirim') selesai(kejadian.berkas);
    if (kejadian.keadaan === 'ditolak') bukaDraf();
  };
  new BroadcastChannel('antrean').onmessage = ({data}) => milik(data) && tunjukkan(data);
  const pemindai = satu('.pindai');
  // Photos stay until the receipt: those of a file on its way come back when it is refused, or when another photo is added.
  const bukaDraf = () => pemindai && lihat('draf', draf()).then((ada) => ada && pindai([])).catch(() => {});
  antrean().then((isi) => [isi.find(milik)].forEach((e) => (e ? tunjukkan(e) : bukaDraf())));
  for (const bidang of semua('.unggah__berkas', kotak)) {
    bidang.addEventListener('change', async () => {
      const dipilih = [...bidang.files];
      bidang.value = '';
      if (!dipilih.length) return;
      lapor('Menyiapkan berkas…');
      tampil(satu('.pindai .isian__galat'), false);
      try {
        await siapkan(dipilih);
      } catch (galat) {
        lapor(`${galat.message} ${galat.petunjuk ?? ''}`.trim(), true);
      }
    });
    // Chosen while the page was still being made ready.
    if (bidang.files.length) bidang.dispatchEvent(new Event('change'));
  }
  async function siapkan(dipilih) {
    const foto = dipilih.filter(({name, type}) => /^image\/(?!tif)/.test(type) || /\.hei[cf]$/i.test(name));
    if (pemindai && foto.length === dipilih.length) {
      await pindai(foto);
      if (satu('.unggah__keadaan', kotak).textContent === 'Menyiapkan berkas…') lapor('');
    } else if (dipilih.length > 1) lapor('Pilih satu PDF, atau beberapa foto sekaligus.', true);
    else await masukkan(dipilih[0]);
  }
}
