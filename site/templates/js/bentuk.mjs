/** How dates, numbers and NIP are written for people, and how what people type is read. Pure: no page, no network. */

const BULAN = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
const ZONA = 'Asia/Jakarta';

/** "2026-04-01" -> "1 April 2026". A moment is shown as its day in WIB. */
export function tanggal(iso) {
  if (!iso) return '';
  const [tahun, bulan, hari] = (iso.length > 10 ? hariWib(iso) : iso).split('-').map(Number);
  return `${hari} ${BULAN[bulan - 1]} ${tahun}`;
}

/** A moment -> its day in WIB as "YYYY-MM-DD". */
export function hariWib(saat) {
  return new Date(saat).toLocaleDateString('sv-SE', {timeZone: ZONA});
}

/** "2026-11-03T02:12:00Z" -> "3 November 2026 pukul 09.12". */
export function waktu(iso) {
  if (!iso) return '';
  const jam = new Date(iso).toLocaleTimeString('id-ID', {timeZone: ZONA, hour: '2-digit', minute: '2-digit'});
  return `${tanggal(iso)} pukul ${jam.replace(':', '.')}`;
}

/** "2026-04-01" -> "April 2026": how people name a period. */
export function periode(iso) {
  return tanggal(iso).replace(/^\d+ /, '');
}

/** 1234567 -> "1.234.567". */
export function angka(nilai) {
  return nilai === null || nilai === undefined || nilai === '' ? '' : Number(nilai).toLocaleString('id-ID');
}

/** 3456200 -> "Rp3.456.200". */
export function rupiah(nilai) {
  return nilai === null || nilai === undefined || nilai === '' ? '' : `Rp${angka(nilai)}`;
}

/** Bytes -> "214 KB", "1,2 MB". */
export function ukuran(byte) {
  if (byte >= 1e6) return `${(byte / 1e6).toLocaleString('id-ID', {maximumFractionDigits: 1})} MB`;
  return `${Math.max(1, Math.round(byte / 1e3))} KB`;
}

/** 18 digits -> its four groups; anything else as one. */
export function kelompokNip(nip) {
  const bagian = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(nip ?? '');
  return bagian ? bagian.slice(1) : [nip ?? ''];
}

/** What people type for a NIP -> its digits ("NIP. 19680817 199403 1 905"). */
export function bacaNip(teks) {
  return teks.trim().replace(/^NIP/i, '').replace(/[\s.-]/g, '');
}

/** "1/4/2026", "1-4-2026", "1 April 2026", "1 apr 2026", "2026-04-01" -> "2026-04-01"; '' when it is no date. */
export function bacaTanggal(teks) {
  const rapi = teks.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(rapi);
  const lokal = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4})$/.exec(rapi);
  if (!iso && !lokal) return '';
  const [hari, bulan, tahun] = iso ? [iso[3], iso[2], iso[1]] : lokal.slice(1);
  const nomor = /^\d/.test(bulan) ? Number(bulan) : BULAN.findIndex((nama) => nama.toLowerCase().startsWith(bulan)) + 1;
  const hasil = new Date(Date.UTC(Number(tahun), nomor - 1, Number(hari)));
  const sama = hasil.getUTCMonth() === nomor - 1 && hasil.getUTCDate() === Number(hari);
  return nomor && sama ? hasil.toISOString().slice(0, 10) : '';
}

/** The formats that `data-bentuk` of a template may name. */
export const BENTUK = {tanggal, waktu, periode, angka, rupiah, ukuran};
