/**
 * The page: find, fill, show. Markup stays in the page's HTML (`<template id>`); data only ever becomes text.
 *
 * In a template: `data-f="pegawai.nama"` is filled with that value (`data-bentuk="tanggal"` says how it is written),
 * `data-bila="tenggat"` / `data-bila="!tenggat"` is shown only if there is / is no such value,
 * `data-href="/usulan/?id={id}"` becomes the link, `data-status-dari="status"` colours a tag, `data-id` of the first
 * element is set to the row's `id`.
 */

import {BENTUK, kelompokNip} from './bentuk.mjs';

/** First element for this selector. */
export const satu = (pemilih, di = document) => di.querySelector(pemilih);

/** All of them, as an array. */
export const semua = (pemilih, di = document) => [...di.querySelectorAll(pemilih)];

/** "pegawai.nama" of an object; undefined where the way ends. */
export const nilai = (data, jalur) => jalur.split('.').reduce((kini, kunci) => kini?.[kunci], data);

const ada = (isi) => (Array.isArray(isi) ? isi.length > 0 : Boolean(isi));

/** Fill every marked element in `akar` (and itself) from `data`; gives `akar` back. */
export function isi(akar, data) {
  for (const unsur of [akar, ...semua('*', akar)]) {
    const tanda = unsur.dataset;
    if (!tanda) continue;
    if (tanda.f) tulis(unsur, nilai(data, tanda.f), tanda.bentuk);
    if (tanda.bila) unsur.hidden = tanda.bila[0] === '!' ? ada(nilai(data, tanda.bila.slice(1))) : !ada(nilai(data, tanda.bila));
    if (tanda.href) unsur.setAttribute('href', tanda.href.replace(/\{([\w.]+)\}/g, (_, jalur) => encodeURIComponent(nilai(data, jalur) ?? '')));
    if (tanda.statusDari) tanda.status = nilai(data, tanda.statusDari) ?? '';
  }
  return akar;
}

/** Write one value as text; a NIP in groups that are copied without spaces. */
export function tulis(unsur, isinya, bentuk) {
  if (bentuk === 'nip') {
    unsur.classList.add('nip');
    unsur.replaceChildren(...kelompokNip(isinya).map((bagian) => buat('span', bagian)));
  } else {
    const teks = bentuk ? BENTUK[bentuk](isinya) : isinya;
    unsur.textContent = Array.isArray(teks) ? teks.join(', ') : (teks ?? '');
  }
}

/** The same act, but never again while it is on its way. */
export function sekali(lakukan) {
  let sibuk;
  return () => (sibuk ??= Promise.resolve(lakukan()).finally(() => (sibuk = null)));
}

/** A new element with this text and these properties. */
export const buat = (nama, teks = '', lain = {}) => Object.assign(document.createElement(nama), {textContent: teks, ...lain});

/** A filled copy of `<template id>`: its first element. */
export function salin(id, data = {}) {
  const unsur = document.getElementById(id).content.firstElementChild.cloneNode(true);
  if (data.id) unsur.dataset.id = data.id;
  return isi(unsur, data);
}

/**
 * Rows -> copies of a template inside `wadah`, replacing what is there (or added with `tambah`); ends its `aria-busy`.
 * `tekan(row)` when the copy's button is pressed; `olah(copy, row)` does what a template cannot.
 */
export function daftar(wadah, id, baris, {tambah, olah, tekan} = {}) {
  const unsur = baris.map((data) => {
    const satuan = salin(id, data);
    if (tekan) satu('button', satuan).addEventListener('click', sekali(() => tekan(data)));
    olah?.(satuan, data);
    return satuan;
  });
  if (tambah) wadah.append(...unsur);
  else wadah.replaceChildren(...unsur);
  wadah.removeAttribute('aria-busy');
}

/** Show, or hide if what follows is nothing. */
export function tampil(unsur, ...ya) {
  if (unsur) unsur.hidden = ya.length && !ya[0];
}

/** Say it to screen readers, and to eyes in the line under the header, without moving the focus. */
export function kabari(teks) {
  const baris = satu('#kabar');
  baris.textContent = teks;
  tampil(baris, teks);
}

/** Move the focus to a heading or panel that has just appeared. */
export function fokus(unsur) {
  unsur.tabIndex = -1;
  unsur.focus();
}

/** Open the page's hidden part `#nama` under this heading (`#nama-judul`). */
export function bukaBagian(nama, judul) {
  const kepala = satu(`#${nama}-judul`);
  kepala.textContent = judul;
  tampil(satu(`#${nama}`));
  fokus(kepala);
}

/** `?id=` and the like of this page; '' when absent. */
export const parameter = (nama) => new URLSearchParams(location.search).get(nama) ?? '';
