/**
 * A form that sends JSON: reads what was typed the way people type, says what is missing in the schema's own words
 * (`data-kosong`, `data-bentuk-pesan`), sends once however often the button is pressed, and keeps everything on a refusal.
 */

import {penolakan} from './api.mjs';
import {bacaNip, bacaTanggal, tanggal} from './bentuk.mjs';
import {semua, satu, tampil} from './dom.mjs';
import {bersihkan, tampilkanGalat} from './galat.mjs';

const BACA = {
  nip: bacaNip,
  tanggal: (teks) => bacaTanggal(teks) || teks.trim(),
  bulat: (teks) => (/^[\d. ]+$/.test(teks) ? Number(teks.replace(/[. ]/g, '')) : teks.trim()),
};

/** The fields of a form as the counter wants them; empty ones are left out. Check boxes with one name become a list. */
export function bacaFormulir(form) {
  const hasil = {};
  for (const bidang of form.elements) {
    const {name, type, dataset} = bidang;
    if (!name || bidang.disabled) continue;
    if (type === 'checkbox') {
      if (!('banyak' in dataset)) hasil[name] = bidang.checked;
      else hasil[name] = [...(hasil[name] ?? []), ...(bidang.checked ? [bidang.value] : [])];
    } else if (type === 'radio') {
      if (bidang.checked) hasil[name] = bidang.value;
    } else if (bidang.value !== '') {
      hasil[name] = (BACA[dataset.jenis] ?? ((teks) => teks))(bidang.value);
    }
  }
  return hasil;
}

/** What the page itself can see is missing: the same findings that the counter would send. */
export function periksaFormulir(form, isi) {
  const temuan = [];
  for (const bidang of form.elements) {
    const {kosong, pola, bentukPesan, jenis} = bidang.dataset;
    const terlihat = bidang.name && !bidang.disabled && !bidang.closest('[hidden]') && !temuan.some((t) => t.bidang === bidang.name);
    if (!terlihat) continue;
    const isinya = isi[bidang.name];
    const lowong = isinya === undefined || isinya === '' || isinya === false || (Array.isArray(isinya) && !isinya.length);
    if (lowong && kosong) temuan.push({bidang: bidang.name, pesan: kosong});
    else if (!lowong && pola && !new RegExp(pola).test(isinya)) temuan.push({bidang: bidang.name, pesan: bentukPesan});
    else if (!lowong && jenis === 'tanggal' && !/^\d{4}-\d\d-\d\d$/.test(isinya)) temuan.push({bidang: bidang.name, pesan: 'Tulis tanggal seperti 1/4/2026 atau 1 April 2026.'});
  }
  return temuan;
}

/**
 * Make `form` work. `kirim(isi)` sends; its refusals are shown at the fields.
 */
export function formulir(form, kirim) {
  form.noValidate = true;
  form.addEventListener('submit', async (acara) => {
    acara.preventDefault();
    if (form.ariaBusy === 'true') return;
    const isi = bacaFormulir(form);
    const temuan = periksaFormulir(form, isi);
    if (temuan.length) return void tampilkanGalat(penolakan('', {temuan}), form);
    bersihkan(form);
    sibuk(form, true);
    try {
      await kirim(isi);
    } catch (galat) {
      if (!galat.temuan) throw galat;
      tampilkanGalat(galat, form);
    } finally {
      sibuk(form, false);
    }
  });
  // While it is typed: a line that comes when the field is left moves the button away from under the press that left it.
  for (const bidang of semua('[data-jenis=tanggal]', form)) bidang.addEventListener('input', () => bacakan(bidang));
}

function sibuk(form, ya) {
  form.ariaBusy = String(ya);
  for (const tombol of semua('button[type=submit]', form)) {
    tombol.setAttribute('aria-disabled', String(ya));
    tombol.dataset.teks ??= tombol.textContent;
    tombol.textContent = ya ? 'Mengirim…' : tombol.dataset.teks;
  }
}

function bacakan(bidang) {
  const dibaca = bacaTanggal(bidang.value);
  const baris = satu(`#${CSS.escape(bidang.id)}-baca`);
  if (!baris) return;
  baris.textContent = dibaca ? `Terbaca: ${tanggal(dibaca)}` : '';
  tampil(baris, dibaca);
}
