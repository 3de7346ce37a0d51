/** From four corners to a flat white page: the perspective undone, the shadow divided out colour by colour, so that stamps keep theirs. */

const PETAK = 16;

/** Width and height in pixels of the page between these corners (in pixels, clockwise from top left); A4 and F4 are recognised. */
export function ukuranHalaman(s, panjang = 1600) {
  const sisi = [0, 1, 2, 3].map((i) => Math.hypot(s[i][0] - s[(i + 1) % 4][0], s[i][1] - s[(i + 1) % 4][1]));
  const [datar, tegak] = [(sisi[0] + sisi[2]) / 2, (sisi[1] + sisi[3]) / 2];
  const asli = Math.max(datar, tegak) / Math.max(1, Math.min(datar, tegak));
  const rasio = asli > 1.3 && asli < 1.475 ? 297 / 210 : asli >= 1.475 && asli < 1.62 ? 330 / 215 : asli;
  const pendek = Math.max(8, Math.round(panjang / rasio));
  return tegak >= datar ? [pendek, panjang] : [panjang, pendek];
}

/** RGBA pixels and corners (in pixels) -> RGBA pixels of the flat page. */
export function luruskan({data, width: w, height: h}, s, lebar, tinggi) {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = s;
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2];
  const [sx, sy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const bagi = dx1 * dy2 - dx2 * dy1 || 1e-9;
  const g = (sx * dy2 - dx2 * sy) / bagi;
  const k = (dx1 * sy - sx * dy1) / bagi;
  const [a, b, d, e] = [x1 - x0 + g * x1, x3 - x0 + k * x3, y1 - y0 + g * y1, y3 - y0 + k * y3];
  const hasil = new ImageData(lebar, tinggi);
  const ke = hasil.data;
  for (let y = 0, n = 0; y < tinggi; y++) {
    const v = (y + 0.5) / tinggi;
    for (let x = 0; x < lebar; x++, n += 4) {
      const u = (x + 0.5) / lebar;
      const m = g * u + k * v + 1;
      const px = Math.min(w - 1.001, Math.max(0, (a * u + b * v + x0) / m - 0.5));
      const py = Math.min(h - 1.001, Math.max(0, (d * u + e * v + y0) / m - 0.5));
      const [ix, iy] = [px | 0, py | 0];
      const [fx, fy] = [px - ix, py - iy];
      const i = (iy * w + ix) * 4;
      const j = iy + 1 < h ? i + w * 4 : i;
      for (let c = 0; c < 3; c++) {
        const atas = data[i + c] + (data[i + 4 + c] - data[i + c]) * fx;
        ke[n + c] = atas + (data[j + c] + (data[j + 4 + c] - data[j + c]) * fx - atas) * fy;
      }
      ke[n + 3] = 255;
    }
  }
  return hasil;
}

/** Divide by the local tone of the paper, in place. What is no paper (a portrait, a dark seal) is lifted at most threefold. */
export function putihkan({data, width: w, height: h}) {
  const [gw, gh] = [Math.ceil(w / PETAK), Math.ceil(h / PETAK)];
  for (let c = 0; c < 3; c++) {
    const nada = nadaKertas(data, w, h, gw, gh, c);
    for (let y = 0; y < h; y++) {
      const ty = Math.min(gh - 1, Math.max(0, (y + 0.5) / PETAK - 0.5));
      const iy = Math.min(gh - 2, ty | 0) < 0 ? 0 : Math.min(gh - 2, ty | 0);
      const fy = ty - iy;
      const baris = Float32Array.from({length: gw}, (_, x) => nada[iy * gw + x] * (1 - fy) + (nada[Math.min(gh - 1, iy + 1) * gw + x] ?? 0) * fy);
      for (let x = 0, i = y * w * 4 + c; x < w; x++, i += 4) {
        const tx = Math.min(gw - 1, Math.max(0, (x + 0.5) / PETAK - 0.5));
        const ix = tx | 0;
        const kertas = baris[ix] + ((baris[ix + 1] ?? baris[ix]) - baris[ix]) * (tx - ix);
        // A tenth above the paper's tone is called white: grain in white paper costs bytes and says nothing.
        data[i] = 255 - Math.max(0, 228 - (data[i] * 246) / kertas) * 1.11;
      }
    }
  }
}

/** The paper's tone in each cell: its brightest softened pixel, spread over ink and smoothed. */
function nadaKertas(data, w, h, gw, gh, c) {
  let nada = new Float32Array(gw * gh);
  for (let y = 0; y < h - 1; y += 2) {
    for (let x = 0; x < w - 1; x += 2) {
      const i = (y * w + x) * 4 + c;
      const n = (data[i] + data[i + 4] + data[i + w * 4] + data[i + w * 4 + 4]) / 4;
      const g = ((y / PETAK) | 0) * gw + ((x / PETAK) | 0);
      if (n > nada[g]) nada[g] = n;
    }
  }
  const lantai = nada.reduce((m, n) => Math.max(m, n), 1) / 3;
  nada = sekitar(sekitar(nada, gw, gh, (isi) => Math.max(...isi)), gw, gh, (isi) => isi.reduce((j, n) => j + n, 0) / isi.length);
  return sekitar(nada, gw, gh, (isi) => Math.max(lantai, isi.reduce((j, n) => j + n, 0) / isi.length));
}

function sekitar(nada, gw, gh, olah) {
  return nada.map((_, i) => {
    const [x, y] = [i % gw, (i / gw) | 0];
    const isi = [];
    for (let b = Math.max(0, y - 1); b <= Math.min(gh - 1, y + 1); b++) for (let a = Math.max(0, x - 1); a <= Math.min(gw - 1, x + 1); a++) isi.push(nada[b * gw + a]);
    return olah(isi);
  });
}
