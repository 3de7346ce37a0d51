/** Plane geometry for finding paper. Pure. */

/** Area of a polygon, positive when clockwise on a screen. */
export function potong(p) {
  return p.reduce((jumlah, [x, y], i) => jumlah + x * p[(i + 1) % p.length][1] - p[(i + 1) % p.length][0] * y, 0) / 2;
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
