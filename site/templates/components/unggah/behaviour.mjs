/** A document's box: take a photo or choose a file; says what happens to it until the receipt. */

import {satu, semua, tampil} from '../../js/dom.mjs';
import {antrean} from '../../js/sesi.mjs';

const KATA = {
  menunggu: 'Tersimpan di perangkat ini. Menunggu sinyal.', mengirim: 'Sedang dikirim…', terkirim: 'Terkirim dan diterima.',
  masuk: 'Tersimpan di perangkat ini. Masuk lagi agar terkirim.', ditolak: 'Belum dapat diterima.',
};

// Fetched when the page has come to rest: nobody chooses a file in the first second.
const unggahan = () => import('../../js/berkas.mjs');
setTimeout(() => unggahan().catch(() => {}), 2000);

/**
 * Make a box of the component work. `untuk()` gives {pegawai, slot, usulan?}; `selesai(berkas)` gets the receipt, also of a file
 * that was chosen before the page was loaded again. `olah(file)` may turn a photo into something else first (the scanner).
 */
export function pasangUnggah(kotak, untuk, selesai = () => {}, olah = async (file) => file) {
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
  };
  new BroadcastChannel('antrean').onmessage = ({data}) => milik(data) && tunjukkan(data);
  antrean().then((isi) => isi.filter(milik).forEach(tunjukkan));
  for (const bidang of semua('.unggah__berkas', kotak)) {
    bidang.addEventListener('change', async () => {
      const [file] = bidang.files;
      if (!file) return;
      lapor('Menyiapkan berkas…');
      try {
        const {unggahBerkas} = await unggahan();
        await unggahBerkas(await olah(file), untuk());
      } catch (galat) {
        lapor(`${galat.message} ${galat.petunjuk ?? ''}`.trim(), true);
      }
      bidang.value = '';
    });
  }
}
