/** Page images of a document, and the first of the next one, fetched before it is asked for. */

import {ambil} from './api.mjs';

let siaga = {};

/** The images of a butir with a berkas, the first on its way; as prepared while their addresses live; [] while they are not drawn. */
export async function siapkan(b, fetchPriority = 'auto') {
  if (siaga.id === b.berkas.id && Date.now() < siaga.sampai) return siaga.isi;
  const {halaman} = await ambil(`/api/berkas/${b.berkas.id}/pratinjau`);
  return halaman.map((h, i) => Object.assign(document.createElement('img'), {
    fetchPriority, loading: i ? 'lazy' : 'eager', sizes: '(min-width: 60rem) 38rem, 100vw', srcset: Object.entries(h).map(([lebar, url]) => `${url} ${lebar}w`).join(', '), src: h[720],
    width: 720, height: 1018, decoding: 'async', alt: `${b.label}, halaman ${i + 1} dari ${halaman.length}`,
  }));
}

/** What is shown has come: fetch the first page of `b`, unless the line is dear or very slow. */
export async function dahului(b) {
  const {saveData, effectiveType} = navigator.connection ?? {};
  if (saveData || /2g/.test(effectiveType) || !b?.berkas) return;
  const isi = await siapkan(b, 'low');
  if (isi[0]) siaga = {id: b.berkas.id, sampai: Date.now() + 5e5, isi};
}
