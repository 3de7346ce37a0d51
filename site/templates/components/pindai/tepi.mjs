/** Where the paper lies in a photo: lamp and writing taken away, the best marked of the four-sided figures made of straight edges, its sides drawn to the steepest light. */

import {potong, temu, urut} from './bidang.mjs';
import {segiDariGaris} from './garis.mjs';
import {putihkan} from './luruskan.mjs';

/** From here on the corners are called found: on made-up photos a paper by itself reaches 0.88 and more, also on a white desk; an empty desk 0. */
export const YAKIN = 0.8;
const SUDUT_BAWAAN = [[0.04, 0.04], [0.96, 0.04], [0.96, 0.96], [0.04, 0.96]];

/**
 * Pixels of a small photo (RGBA, about 320 on the long side) -> {sudut: four [x, y] from top left clockwise as shares of width and
 * height, yakin: 0..1}. Below YAKIN nothing was found: the corners are then a frame for the person to move.
 */
export function cariTepi({data, width: w, height: h}) {
  const k = tanpaTulisan(tanpaBayang(data, w, h), w, h);
  let terbaik = {yakin: 0, skor: 0};
  for (const segi of segiDariGaris(k, w, h)) {
    const yakin = dukungan(segi, k, w, h);
    // Of two that are as well marked the larger one: what lies beyond the paper can be cut off later, what was cut off is lost.
    const skor = yakin * (0.7 + 0.3 * Math.sqrt(potong(segi) / (w * h)));
    if (skor > terbaik.skor) terbaik = {segi, yakin, skor};
  }
  if (terbaik.yakin < YAKIN) return {sudut: SUDUT_BAWAAN.map((s) => [...s]), yakin: terbaik.yakin};
  const tajam = rapatkan(terbaik.segi, haluskan(data, w, h), w, h);
  return {sudut: urut(tajam.map(([x, y]) => [jepit((x + 0.5) / w, 1), jepit((y + 0.5) / h, 1)])), yakin: terbaik.yakin};
}

/** Grey with the lamp divided out: on a white desk paper and desk differ less than the two ends of the paper. */
function tanpaBayang(data, width, height) {
  const datar = {data: data.slice(), width, height};
  putihkan(datar);
  return haluskan(datar.data, width, height);
}

/** Thin dark strokes filled in: the brightest within four pixels, then the darkest of those. */
function tanpaTulisan(k, w, h) {
  let hasil = k;
  for (const olah of [Math.max, Math.min]) {
    for (const langkah of [1, w]) {
      const asal = hasil;
      hasil = asal.map((n, i) => {
        for (let d = 1; d < 5; d++) n = olah(n, asal[i - d * langkah] ?? n, asal[i + d * langkah] ?? n);
        return n;
      });
    }
  }
  return hasil;
}

/** Grey, softened over 3x3. */
function haluskan(data, w, h) {
  const asal = new Float32Array(w * h);
  for (let i = 0, j = 0; i < asal.length; i++, j += 4) asal[i] = 0.3 * data[j] + 0.6 * data[j + 1] + 0.1 * data[j + 2];
  const hasil = asal.slice();
  for (let y = 1; y < h - 1; y++) {
    for (let x = 1; x < w - 1; x++) {
      let jumlah = 0;
      for (let dy = -w; dy <= w; dy += w) for (let dx = -1; dx < 2; dx++) jumlah += asal[y * w + x + dy + dx];
      hasil[y * w + x] = jumlah / 9;
    }
  }
  return hasil;
}

const jepit = (n, atas) => Math.min(atas, Math.max(0, n));
const ambil = (k, w, h, x, y) => k[jepit(Math.round(y), h - 1) * w + jepit(Math.round(x), w - 1)];

/** Points along each side: [x, y, normal x, normal y] with the normal pointing outward (corners clockwise). */
function* titik([ax, ay], [bx, by], n) {
  const panjang = Math.hypot(bx - ax, by - ay) || 1;
  for (let i = 0; i < n; i++) {
    const t = 0.06 + (0.88 * (i + 0.5)) / n;
    yield [ax + (bx - ax) * t, ay + (by - ay) * t, (by - ay) / panjang, (ax - bx) / panjang];
  }
}

const beda = (k, w, h, x, y, nx, ny, r) => ambil(k, w, h, x - nx * r, y - ny * r) - ambil(k, w, h, x + nx * r, y + ny * r);

/** How much of the outline has paper inside and something darker outside; the photo's own border counts little. */
function dukungan(segi, k, w, h) {
  let setuju = 0;
  for (let i = 0; i < 4; i++) {
    for (const [x, y, nx, ny] of titik(segi[i], segi[(i + 1) % 4], 24)) {
      const tepi = x < 3 || y < 3 || x > w - 4 || y > h - 4;
      setuju += tepi ? 0.35 : Math.min(1, Math.max(0, (beda(k, w, h, x, y, nx, ny, 3) - 4) / 14));
    }
  }
  return setuju / 96;
}

/** Move each side to where the light falls steepest, by a line through the points that agree. */
function rapatkan(segi, k, w, h) {
  const garis = segi.map((a, i) => luruskanSisi([...titik(a, segi[(i + 1) % 4], 40)].map((t) => tercuram(t, k, w, h)), a, segi[(i + 1) % 4]));
  const baru = garis.map((g, i) => temu(garis[(i + 3) % 4], g));
  return baru.every((p, i) => p && Math.hypot(p[0] - segi[i][0], p[1] - segi[i][1]) < 0.06 * Math.max(w, h)) ? baru : segi;
}

function tercuram([x, y, nx, ny], k, w, h) {
  let terbaik = [0, 6];
  for (let s = -7; s <= 7; s += 0.5) {
    const d = beda(k, w, h, x + nx * s, y + ny * s, nx, ny, 1.5);
    if (d > terbaik[1]) terbaik = [s, d];
  }
  return [x + nx * terbaik[0], y + ny * terbaik[0], terbaik[1] > 6];
}

function luruskanSisi(semua, a, b) {
  let pakai = semua.filter(([, , nyata]) => nyata);
  let garis = [a[0], a[1], b[0] - a[0], b[1] - a[1]];
  for (let putaran = 0; putaran < 4 && pakai.length > 9; putaran++) {
    const n = pakai.length;
    const [mx, my] = [0, 1].map((s) => pakai.reduce((j, p) => j + p[s], 0) / n);
    const [sxx, syy, sxy] = pakai.reduce(([xx, yy, xy], [x, y]) => [xx + (x - mx) ** 2, yy + (y - my) ** 2, xy + (x - mx) * (y - my)], [0, 0, 0]);
    const arah = 0.5 * Math.atan2(2 * sxy, sxx - syy);
    garis = [mx, my, Math.cos(arah), Math.sin(arah)];
    pakai = pakai.filter(([x, y]) => Math.abs((x - mx) * garis[3] - (y - my) * garis[2]) < Math.max(1, 3 - putaran));
  }
  return garis;
}
