/** Paper by its four edges, for desks as bright as it: straight steps of light found by a Hough transform, each with the side on which it is brighter. */

import {potong, temu} from './bidang.mjs';

const ARAH = 180;
const SELANGKAH = 2;
const CALON = 6;
const CURAM = 8;

/**
 * Grey `k` (w x h) -> every four-sided figure, at least a sixth of the picture, whose sides are strong edges that are brighter inside:
 * corners from top left clockwise.
 */
export function* segiDariGaris(k, w, h) {
  const sisi = [[], [], [], []];
  for (const g of garis(k, w, h)) {
    // The normal points to the bright side: right, down, left, up for the left, top, right and bottom edge.
    const s = Math.abs(g[2]) > Math.abs(g[3]) ? (g[2] > 0 ? 1 : 3) : g[3] > 0 ? 2 : 0;
    if (sisi[s].length < CALON) sisi[s].push(g);
  }
  const [kiri, atas, kanan, bawah] = sisi;
  for (const a of atas) {
    for (const b of kanan) {
      for (const c of bawah) {
        for (const d of kiri) {
          const p = [temu(d, a), temu(a, b), temu(b, c), temu(c, d)];
          if (p.every((q) => q && q[0] > -4 && q[1] > -4 && q[0] < w + 4 && q[1] < h + 4) && potong(p) > (w * h) / 6) yield p;
        }
      }
    }
  }
}

/** The strongest lines [x, y, direction x, direction y]; the bright side lies to the left of the direction on a screen. */
function garis(k, w, h) {
  const lebar = Math.ceil((2 * Math.hypot(w, h)) / SELANGKAH) + 2;
  const suara = new Float32Array(ARAH * lebar);
  const arah = Array.from({length: ARAH}, (_, n) => [Math.cos((n * 2 * Math.PI) / ARAH), Math.sin((n * 2 * Math.PI) / ARAH)]);
  for (let y = 2; y < h - 2; y++) {
    for (let x = 2; x < w - 2; x++) {
      const i = y * w + x;
      const [gx, gy] = [k[i + 1] - k[i - 1], k[i + w] - k[i - w]];
      const kuat = Math.hypot(gx, gy);
      if (kuat < CURAM) continue;
      const n = Math.round((Math.atan2(gy, gx) * ARAH) / (2 * Math.PI)) + ARAH;
      for (let m = n - 1; m <= n + 1; m++) {
        const [c, s] = arah[m % ARAH];
        suara[(m % ARAH) * lebar + Math.round((x * c + y * s) / SELANGKAH + lebar / 2)] += Math.min(kuat, 30);
      }
    }
  }
  return puncak(suara, lebar).map(([n, r]) => {
    const [c, s] = arah[n];
    const jauh = (r - lebar / 2) * SELANGKAH;
    return [c * jauh, s * jauh, s, -c];
  });
}

/** Places in the votes that no neighbour outdoes, the strongest first. */
function puncak(suara, lebar) {
  const hasil = [];
  for (let i = 0; i < suara.length; i++) {
    if (suara[i] < 300) continue;
    const [n, r] = [Math.floor(i / lebar), i % lebar];
    let unggul = true;
    for (let dn = -4; dn <= 4 && unggul; dn++) for (let dr = -3; dr <= 3; dr++) if ((suara[((n + dn + ARAH) % ARAH) * lebar + r + dr] ?? 0) > suara[i]) unggul = false;
    if (unggul) hasil.push([n, r, suara[i]]);
  }
  return hasil.sort((a, b) => b[2] - a[2]);
}
