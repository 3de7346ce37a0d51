/** Shows refusals: a summary on top that takes the focus, the same sentence beside each field, and "try again" for a whole page. */

import {buat, fokus, salin, satu, sekali, semua, tampil} from './dom.mjs';

const ringkasan = (di) => satu('.galat', di) ?? satu('.galat');

/** Take all error words away. */
export function bersihkan(di = document) {
  tampil(ringkasan(di), false);
  for (const kata of semua('.isian__galat', di)) tampil(kata, false);
  for (const bidang of semua('[aria-invalid]', di)) bidang.removeAttribute('aria-invalid');
  document.title = document.title.replace(/^Perlu diperbaiki: /, '');
}

/** Show an Error of api.mjs, or findings of the page itself, for the form (or page) `di`. */
export function tampilkanGalat(galat, di = document) {
  if (galat.kode === 'disusul') return;
  bersihkan(di);
  const temuan = galat.temuan.map((satuan) => ({...satuan, bidang: cariBidang(di, satuan.bidang)}));
  for (const {bidang, pesan} of temuan) if (bidang) tandai(bidang, pesan);
  const kotak = ringkasan(di);
  satu('h2', kotak).textContent = temuan.length ? 'Ada isian yang perlu diperbaiki' : galat.message;
  satu('p', kotak).textContent = galat.petunjuk ?? '';
  satu('ul', kotak).replaceChildren(...temuan.map(baris));
  const masuk = galat.status === 401;
  const jalan = satu('button', kotak);
  tampil(jalan, masuk || galat.kode === 'bentrok');
  jalan.textContent = masuk ? 'Masuk lagi di tab baru' : 'Muat ulang';
  jalan.onclick = () => (masuk ? open('/masuk/') : location.reload());
  tampil(kotak);
  fokus(kotak);
  document.title = `Perlu diperbaiki: ${document.title}`;
}

function baris({bidang, pesan, dasar}) {
  const unsur = buat('li');
  const kata = buat(bidang ? 'a' : 'span', pesan);
  if (bidang) {
    kata.href = `#${bidang.id}`;
    kata.addEventListener('click', (acara) => {
      acara.preventDefault();
      bidang.focus();
    });
  }
  unsur.append(kata);
  if (dasar) unsur.append(buat('small', ` Dasar: ${dasar}`));
  return unsur;
}

function cariBidang(di, jalur) {
  const nama = (jalur ?? '').split('.').pop();
  return nama && di.querySelector ? satu(`[name="${CSS.escape(nama)}"]:not([type=hidden])`, di) : null;
}

function tandai(bidang, pesan) {
  const kata = document.getElementById(`${bidang.dataset.galat ?? bidang.id}-galat`);
  bidang.setAttribute('aria-invalid', 'true');
  if (kata) {
    kata.textContent = pesan;
    tampil(kata);
  }
}

/** A part of the page could not be read: put "try again" in its place. `ulangi` reads it again. */
export function tampilkanUlangi(wadah, galat, ulangi) {
  if (galat.kode === 'disusul') return;
  const kotak = salin('templat-ulangi');
  satu('p', kotak).textContent = `${galat.message} ${galat.petunjuk}`.trim();
  satu('button', kotak).onclick = () => ulangi();
  wadah.removeAttribute('aria-busy');
  wadah.replaceChildren(kotak);
}

/** Read a part of the page; when it cannot be read, "try again" stands in its place. */
export async function baca(wadah, muat) {
  wadah.setAttribute('aria-busy', 'true');
  try {
    await muat();
  } catch (galat) {
    tampilkanUlangi(wadah, galat, () => baca(wadah, muat));
  }
}

/** Do it when this is pressed, once however often; a refusal is shown on top. */
export function saat(unsur, lakukan) {
  unsur.addEventListener('click', sekali(() => Promise.resolve().then(lakukan).catch(tampilkanGalat)));
}
