/** The counter: JSON in, JSON out; every refusal becomes an Error that carries `kode`, `petunjuk`, `temuan` and `status`. */

const BATAS_MS = 25_000;
const LURING = 'Tidak ada sambungan internet.';
const LAMBAT = 'Jawaban belum datang. Sambungan sedang lambat.';

/** A refusal as an Error. */
export const penolakan = (pesan, lain = {}) => Object.assign(new Error(pesan), {temuan: [], petunjuk: '', status: 0, kode: ''}, lain);

/** A fresh key for one intention. Works without https, too. */
export const kunciBaru = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

/** Where to sign in, coming back here afterwards. */
export const alamatMasuk = (di = location) => `/masuk/?kembali=${encodeURIComponent(di.pathname + di.search)}`;

/** The way back after signing in: only an address of this site. */
export const alamatKembali = (teks) => (/^\/(?![/\\])[\x21-\x7e]*$/.test(teks ?? '') ? teks : '/beranda/');

/** After a step of signing in: `jawab.lanjut` is "beranda" (in: go to `kembali`), "kode" or "pasang-kode". */
export function lanjutkan({lanjut}, kembali) {
  // Whoever was remembered here may not be the one who signs in now; the next page asks. Nobody yet is not nobody any more: js/bingkai.mjs.
  localStorage.setItem('sikap-saya', '');
  return pergi(lanjut === 'beranda' ? kembali : `/masuk/${lanjut}/?kembali=${encodeURIComponent(kembali)}`);
}

/** Leave for another page. Not done until one comes back to this one: what led there must not be pressed again while the next is on its way. */
export const pergi = (ke) => new Promise((kembali) => {
  addEventListener('pageshow', kembali);
  location.assign(ke);
});

/**
 * Read. `masuk: false` leaves a 401 to the caller instead of going to the sign-in page. Of the calls with one `urut` only the newest is
 * heard: the others end as a refusal `disusul`, which nobody is shown.
 */
export const ambil = (alamat, pilihan = {}) => minta('GET', alamat, pilihan);

/** Write: `cara` POST, PUT, PATCH or DELETE. Sent again before there was an answer, it is the same intention: a slow link makes no second case. */
export const kirim = (cara, alamat, isi, pilihan = {}) => minta(cara, alamat, {isi: isi ?? {}, ...pilihan});

/** What was sent and has no answer yet -> its key. */
const belum = new Map();

const terkini = {};
async function minta(cara, alamat, {urut, ...pilihan}) {
  const ini = urut && (terkini[urut] = {});
  try {
    return await panggil(cara, alamat, pilihan);
  } finally {
    if (ini !== terkini[urut]) throw penolakan('', {kode: 'disusul'});
  }
}

async function panggil(cara, alamat, {isi, batas = BATAS_MS, masuk = true}) {
  const body = cara === 'GET' ? undefined : JSON.stringify(isi);
  const apa = `${cara} ${alamat} ${body}`;
  if (body && !belum.has(apa)) belum.set(apa, kunciBaru());
  const kepala = body ? {'X-SIKAP': '1', 'Idempotency-Key': belum.get(apa), 'Content-Type': 'application/json'} : {};
  const jawab = await hubungi(alamat, {method: cara, headers: kepala, signal: AbortSignal.timeout(batas), body});
  const hasil = jawab.ok && jawab.status !== 204 ? await badan(jawab) : null;
  if (jawab.status < 500) belum.delete(apa);
  if (jawab.ok) return hasil;
  const galat = dariJawaban(jawab.status, await badan(jawab).catch(() => null));
  // Who sends stays: what he typed would be gone with the page.
  if (jawab.status === 401 && masuk && !body) location.assign(alamatMasuk());
  throw galat;
}

async function hubungi(alamat, permintaan) {
  try {
    return await fetch(alamat, permintaan);
  } catch (sebab) {
    const lambat = sebab.name === 'TimeoutError';
    throw penolakan(lambat ? LAMBAT : LURING, {kode: lambat ? 'lambat' : 'luring', petunjuk: 'Yang Anda isi tetap ada di halaman ini. Coba lagi saat sinyal lebih baik.'});
  }
}

async function badan(jawab) {
  try {
    return await jawab.json();
  } catch {
    throw penolakan('Jawaban dari layanan terpotong di jalan.', {kode: 'terpotong', petunjuk: 'Coba lagi.', status: jawab.status});
  }
}

/** A problem+json body (or none) -> the Error to throw. */
export function dariJawaban(status, isi) {
  const cadangan = status >= 500 ? 'Layanan sedang terganggu. Data Anda tidak hilang.' : 'Permintaan ini belum dapat dikerjakan.';
  return penolakan(isi?.detail || isi?.title || cadangan, {
    status, kode: isi?.kode ?? '', petunjuk: isi?.petunjuk ?? (status >= 500 ? 'Coba lagi beberapa menit lagi.' : ''), temuan: isi?.temuan ?? [],
  });
}
