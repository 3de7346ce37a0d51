/** Pages as JPEG -> one A4 PDF, each embedded as it is. Pure. */

const A4 = [595.28, 841.89];

/** Choose one JPEG per page, the best quality at which all fit below `batas` bytes. `halaman`: [{jpeg: Blob[] best first, lebar, tinggi}]. */
export function pilihMutu(halaman, batas) {
  let pilihan = [];
  for (let mutu = 0; mutu < (halaman[0]?.jpeg.length ?? 0); mutu++) {
    pilihan = halaman.map(({jpeg, lebar, tinggi}) => ({jpeg: jpeg[mutu], lebar, tinggi}));
    if (ukuranPdf(pilihan) <= batas) break;
  }
  return pilihan;
}

/** About how many bytes the PDF will have; never less than it will. */
export const ukuranPdf = (pilihan) => pilihan.reduce((jumlah, {jpeg}) => jumlah + jpeg.size + 620, 500);

/** [{jpeg: Blob, lebar, tinggi}] -> Blob of the PDF: A4 upright or lying as the page is, the picture as large as it goes. */
export function susunPdf(pilihan) {
  const benda = [['<</Type/Catalog/Pages 2 0 R>>'], [`<</Type/Pages/Kids[${pilihan.map((_, i) => `${3 + i * 3} 0 R`).join(' ')}]/Count ${pilihan.length}>>`]];
  for (const [i, {jpeg, lebar, tinggi}] of pilihan.entries()) {
    const n = 3 + i * 3;
    const [w, h] = lebar > tinggi ? [A4[1], A4[0]] : A4;
    const skala = Math.min(w / lebar, h / tinggi);
    const isi = `q ${[lebar * skala, 0, 0, tinggi * skala, (w - lebar * skala) / 2, (h - tinggi * skala) / 2].map((a) => a.toFixed(2)).join(' ')} cm /G Do Q`;
    benda.push(
      [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources<</XObject<</G ${n + 1} 0 R>>>>/Contents ${n + 2} 0 R>>`],
      [`<</Type/XObject/Subtype/Image/Width ${lebar}/Height ${tinggi}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.size}>>stream\n`, jpeg, '\nendstream'],
      [`<</Length ${isi.length}>>stream\n${isi}\nendstream`],
    );
  }
  const bagian = ['%PDF-1.4\n'];
  let letak = bagian[0].length;
  const daftar = benda.map((potong, i) => {
    const awal = letak;
    for (const satu of [`${i + 1} 0 obj`, ...potong, '\nendobj\n']) {
      bagian.push(satu);
      letak += satu.size ?? satu.length;
    }
    return `${String(awal).padStart(10, '0')} 00000 n \n`;
  });
  bagian.push(`xref\n0 ${benda.length + 1}\n0000000000 65535 f \n${daftar.join('')}trailer<</Size ${benda.length + 1}/Root 1 0 R>>\nstartxref\n${letak}\n%%EOF\n`);
  return new Blob(bagian, {type: 'application/pdf'});
}
