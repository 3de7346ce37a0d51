/** A photo becomes a one-page A4 PDF before it is sent: upright, at most 1600 px, JPEG embedded as it is. PDF stays as it is. */

const SISI = 1600;
const MUTU = [0.6, 0.5, 0.4, 0.32];
const BATAS = 1_000_000;
const A4 = [595, 842];

/** File -> File: PDF untouched, a photo as PDF under BKN's limit where that is possible. */
export async function jadiPdf(file) {
  if (!file.type.startsWith('image/')) return file;
  const gambar = await createImageBitmap(file, {imageOrientation: 'from-image'});
  const skala = Math.min(1, SISI / Math.max(gambar.width, gambar.height));
  const kanvas = Object.assign(document.createElement('canvas'), {width: Math.round(gambar.width * skala), height: Math.round(gambar.height * skala)});
  kanvas.getContext('2d').drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
  gambar.close();
  let jpeg;
  for (const mutu of MUTU) {
    jpeg = await new Promise((jadi) => kanvas.toBlob(jadi, 'image/jpeg', mutu));
    if (jpeg.size < BATAS - 2000) break;
  }
  const pdf = susun(new Uint8Array(await jpeg.arrayBuffer()), kanvas.width, kanvas.height);
  return new File([pdf], file.name.replace(/\.\w+$/, '') + '.pdf', {type: 'application/pdf'});
}

/** One JPEG on one A4 page, centred within a small margin. */
export function susun(jpeg, lebar, tinggi) {
  const [w, h] = lebar > tinggi ? [A4[1], A4[0]] : A4;
  const skala = Math.min((w - 20) / lebar, (h - 20) / tinggi);
  const [gw, gh] = [lebar * skala, tinggi * skala];
  const isi = `q ${gw.toFixed(2)} 0 0 ${gh.toFixed(2)} ${((w - gw) / 2).toFixed(2)} ${((h - gh) / 2).toFixed(2)} cm /G Do Q`;
  const benda = [
    ['<</Type/Catalog/Pages 2 0 R>>'], ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Resources<</XObject<</G 4 0 R>>>>/Contents 5 0 R>>`],
    [`<</Type/XObject/Subtype/Image/Width ${lebar}/Height ${tinggi}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`, jpeg, '\nendstream'],
    [`<</Length ${isi.length}>>stream\n${isi}\nendstream`],
  ];
  const bagian = ['%PDF-1.4\n'];
  let letak = bagian[0].length;
  const daftar = [];
  benda.forEach((potong, i) => {
    daftar.push(letak);
    for (const satu of [`${i + 1} 0 obj`, ...potong, 'endobj\n']) {
      bagian.push(satu);
      letak += satu.length;
    }
  });
  bagian.push(`xref\n0 6\n0000000000 65535 f \n${daftar.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${letak}\n%%EOF\n`);
  return new Blob(bagian, {type: 'application/pdf'});
}
