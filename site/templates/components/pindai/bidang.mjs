/** Plane geometry for finding paper: bright regions, their outline, the four-sided figure around it. Pure. */

/** Connected regions of `k` (w x h values) at or above `ambang`, of at least `sedikit` pixels: {luas, lambung: outline clockwise}. */
export function luasan(k, w, h, ambang, sedikit) {
  const cap = new Uint8Array(w * h);
  const antre = new Int32Array(w * h);
  const hasil = [];
  for (let awal = 0; awal < k.length; awal += 3) {
    if (cap[awal] || k[awal] < ambang) continue;
    const kiri = new Int32Array(h).fill(w);
    const kanan = new Int32Array(h).fill(-1);
    let [depan, akhir] = [0, 1];
    antre[0] = awal;
    cap[awal] = 1;
    while (depan < akhir) {
      const i = antre[depan++];
      const y = Math.floor(i / w);
      const x = i - y * w;
      if (x < kiri[y]) kiri[y] = x;
      if (x > kanan[y]) kanan[y] = x;
      if (x > 0 && !cap[i - 1] && k[i - 1] >= ambang) cap[(antre[akhir++] = i - 1)] = 1;
      if (x < w - 1 && !cap[i + 1] && k[i + 1] >= ambang) cap[(antre[akhir++] = i + 1)] = 1;
      if (y > 0 && !cap[i - w] && k[i - w] >= ambang) cap[(antre[akhir++] = i - w)] = 1;
      if (y < h - 1 && !cap[i + w] && k[i + w] >= ambang) cap[(antre[akhir++] = i + w)] = 1;
    }
    if (akhir < sedikit) continue;
    const tepi = [];
    let luas = 0;
    for (let y = 0; y < h; y++) {
      if (kanan[y] < 0) continue;
      luas += kanan[y] - kiri[y] + 1;
      tepi.push([kiri[y], y], [kanan[y], y]);
    }
    hasil.push({luas, lambung: lambung(tepi)});
  }
  return hasil;
}

const silang = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);

/** Convex hull, clockwise on a screen. */
export function lambung(titik) {
  const urut = titik.toSorted ? titik.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]) : [...titik].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const separuh = (isi) => {
    const tumpuk = [];
    for (const p of isi) {
      while (tumpuk.length > 1 && silang(tumpuk.at(-2), tumpuk.at(-1), p) <= 0) tumpuk.pop();
      tumpuk.push(p);
    }
    return tumpuk.slice(0, -1);
  };
  return [...separuh(urut), ...separuh(urut.reverse())];
}

/** Area of a polygon, positive when clockwise on a screen. */
export function potong(p) {
  return p.reduce((jumlah, [x, y], i) => jumlah + x * p[(i + 1) % p.length][1] - p[(i + 1) % p.length][0] * y, 0) / 2;
}

/** The hull's edges dropped one by one, the cheapest in area first, until four sides are left; null when that can't be. */
export function segiEmpat(asal) {
  const p = [...asal];
  while (p.length > 4) {
    let terbaik = null;
    for (let i = 0; i < p.length; i++) {
      const [a, b, c, d] = [0, 1, 2, 3].map((n) => p[(i + n) % p.length]);
      const x = ujung(a, b, c, d);
      const luas = x && Math.abs(silang(b, x, c)) / 2;
      if (x && (!terbaik || luas < terbaik.luas)) terbaik = {luas, i: (i + 1) % p.length, x};
    }
    if (!terbaik) return null;
    p[terbaik.i] = terbaik.x;
    p.splice((terbaik.i + 1) % p.length, 1);
  }
  return p.length === 4 ? p : null;
}

/** Where a->b and d->c meet when drawn on beyond b and c. */
function ujung(a, b, c, d) {
  const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - d[0], c[1] - d[1]];
  const s = ux * vy - uy * vx;
  if (Math.abs(s) < 1e-9) return null;
  const t = ((d[0] - b[0]) * vy - (d[1] - b[1]) * vx) / s;
  return t >= 0 ? [b[0] + ux * t, b[1] + uy * t] : null;
}

/** Where two lines [x, y, direction x, direction y] meet; null when they run side by side. */
export function temu([ax, ay, ux, uy], [bx, by, vx, vy]) {
  const silang = ux * vy - uy * vx;
  if (Math.abs(silang) < 1e-6) return null;
  const t = ((bx - ax) * vy - (by - ay) * vx) / silang;
  return [ax + ux * t, ay + uy * t];
}

/** Four corners, clockwise, beginning at the top left. */
export function urut(sudut) {
  const awal = sudut.reduce((i, [x, y], j) => (x + y < sudut[i][0] + sudut[i][1] ? j : i), 0);
  return [0, 1, 2, 3].map((i) => sudut[(awal + i) % 4]);
}
