/** Four corners over a photo: dragged, tapped into place, or moved with the arrow keys; each says where it stands. */

import {satu, semua} from '../../js/dom.mjs';

const NAMA = ['kiri atas', 'kanan atas', 'kanan bawah', 'kiri bawah'];
const ARAH = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
let isi;

/** Show a canvas with these corners (shares of width and height) in the svg. */
export function tunjukkanSudut(svg, foto, alamat, sudut) {
  const {width: w, height: h} = foto;
  const jari = 29 * Math.max(w / Math.max(200, svg.parentElement.clientWidth), h / (0.78 * innerHeight));
  isi = {svg, w, h, jari, sudut: sudut.map((s) => [...s])};
  // Room around the photo, so that a corner on its border can still be held.
  svg.setAttribute('viewBox', `${-jari} ${-jari} ${w + 2 * jari} ${h + 2 * jari}`);
  const gambar = satu('image', svg);
  for (const [nama, nilai] of [['href', alamat], ['width', w], ['height', h]]) gambar.setAttribute(nama, nilai);
  lukis();
}

/** Where the corners stand now. */
export const sudutKini = () => isi.sudut.map((s) => [...s]);

/** Listen to the svg; once per page. */
export function pasangSudut(svg) {
  let pegang = -1;
  const bulatan = semua('circle', svg);
  svg.addEventListener('pointerdown', (acara) => {
    const kena = bulatan.indexOf(acara.target);
    const terpilih = bulatan.indexOf(document.activeElement);
    pegang = kena < 0 ? terpilih : kena;
    if (pegang < 0) return;
    acara.preventDefault();
    bulatan[pegang].focus();
    svg.setPointerCapture(acara.pointerId);
    if (kena < 0) geser(pegang, titik(acara));
  });
  svg.addEventListener('pointermove', (acara) => pegang >= 0 && geser(pegang, titik(acara)));
  for (const habis of ['pointerup', 'pointercancel']) svg.addEventListener(habis, () => (pegang = -1));
  svg.addEventListener('keydown', (acara) => {
    const i = bulatan.indexOf(acara.target);
    const arah = ARAH[acara.key];
    if (i < 0 || !arah) return;
    acara.preventDefault();
    const langkah = acara.shiftKey ? 0.03 : 0.005;
    geser(i, isi.sudut[i].map((n, s) => n + arah[s] * langkah));
  });
}

function titik({clientX, clientY}) {
  const {x, y} = new DOMPoint(clientX, clientY).matrixTransform(isi.svg.getScreenCTM().inverse());
  return [x / isi.w, y / isi.h];
}

function geser(i, tempat) {
  isi.sudut[i] = tempat.map((n) => Math.min(1, Math.max(0, n)));
  lukis();
}

function lukis() {
  satu('polygon', isi.svg).setAttribute('points', isi.sudut.map(([x, y]) => `${x * isi.w},${y * isi.h}`).join(' '));
  for (const [i, unsur] of semua('circle', isi.svg).entries()) {
    const [x, y] = isi.sudut[i];
    for (const [nama, nilai] of [['cx', x * isi.w], ['cy', y * isi.h], ['r', isi.jari]]) unsur.setAttribute(nama, nilai);
    unsur.setAttribute('aria-label', `Sudut ${NAMA[i]}, ${Math.round(x * 100)} persen dari kiri, ${Math.round(y * 100)} persen dari atas`);
  }
}
