/**
 * The questions of the requirement checker: which apply, which facts the answers give, which are still needed; and their forms.
 *
 * `tanya`: {name: {giliran, bila, isi, lanjut}} of schemas/cek_tanya; `ingat`: {jawab: {name: answer}, minta: [names]}.
 */

import {tanggal} from './bentuk.mjs';
import {daftar, satu, semua} from './dom.mjs';

const takTahu = (j) => !j || j.nilai === 'tidak-tahu' || Boolean(j['tidak-tahu']);

const pilih = (peta, j) => (takTahu(j) ? undefined : (peta[j.nilai] ?? peta['*']));

/** Every question that applies now, those that follow from an answer right after it. */
export function urutan(tanya, {jawab, minta}) {
  const bercabang = (nama) => [nama, ...(pilih(tanya[nama].lanjut, jawab[nama]) ?? []).flatMap(bercabang)];
  return [...Object.keys(tanya).filter((n) => tanya[n].giliran === '0'), ...minta].flatMap(bercabang);
}

/** The facts that the answers give, as the counter takes them; `tahun` is this year. */
export function fakta(tanya, ingat, tahun) {
  const hasil = {};
  for (const nama of urutan(tanya, ingat)) {
    const j = ingat.jawab[nama];
    const peta = JSON.parse(JSON.stringify(pilih(tanya[nama].isi, j) ?? {}), (_, v) => (v?.[0] === '{' ? terisi(v.slice(1, -1), j, ingat, tahun) : v));
    for (const [jalur, nilai] of Object.entries(peta)) taruh(hasil, jalur.split('.'), nilai);
  }
  return hasil;
}

/** "{x}" of the table: a year counted back from this one, what was typed here, or what was chosen at question x. */
function terisi(kata, j, ingat, tahun) {
  const lalu = /^tahun-(\d)$/.exec(kata);
  return lalu ? tahun - lalu[1] : (j[kata] ?? ingat.jawab[kata]?.nilai);
}

function taruh(wadah, [kunci, ...sisa], nilai) {
  const di = kunci[0] === '+' ? wadah.length : kunci;
  if (sisa.length) taruh((wadah[di] ??= /^[\d+]/.test(sisa[0]) ? [] : {}), sisa, nilai);
  else if (nilai !== undefined) wadah[di] = nilai;
}

/** Questions whose answer could still change a verdict of `isi`: what the post asks first, then what is asked of everybody. */
export function perlu(tanya, ingat, isi) {
  const terbuka = isi.filter((k) => k.putusan !== 'TMS' || k.paling_cepat);
  const kode = new Set(terbuka.flatMap((k) => k.temuan.flatMap((t) => [t.kode, `${k.jenis}:${t.kode}`])).map((k) => k.replace('belum-diketahui-', '')));
  const ada = urutan(tanya, ingat);
  const nama = Object.keys(tanya).filter((n) => !ada.includes(n) && tanya[n].bila.some((b) => kode.has(b)));
  const giliran = nama.map((n) => tanya[n].giliran).sort()[0];
  return nama.filter((n) => tanya[n].giliran === giliran);
}

/** The sections of the page -> the table that js/cek.mjs reads. */
export const daftarTanya = (layar) => Object.fromEntries(Object.entries(layar).map(([n, {dataset: d}]) => [n, {giliran: d.giliran, bila: d.bila.split(' '), isi: JSON.parse(d.isi), lanjut: JSON.parse(d.lanjut)}]));

/** Answers in words, each with the way back to its question. */
export function daftarJawaban(wadah, baris, buka) {
  const tahun = (bagian) => satu('[data-tahun]', bagian)?.textContent ?? '';
  daftar(wadah, 'templat-jawaban', baris.map(({n, bagian, j}) => ({n, pendek: bagian.dataset.pendek.replace(/\{.*\}/, tahun(bagian)), kata: kata(bagian, j)})), {tekan: ({n}) => buka(n)});
}

/** Put an answer back into its form (none: empty it). */
export function isikan(form, j = {}) {
  for (const bidang of form.elements) {
    if (bidang.type === 'radio') bidang.checked = j.nilai === bidang.value;
    else if (bidang.type === 'checkbox') bidang.checked = Boolean(j[bidang.name]);
    else if (bidang.name) bidang.value = bidang.dataset.jenis ? tanggal(j[bidang.name]) : (j[bidang.name] ?? '');
  }
  redupkan(form);
}

/** "Saya tidak tahu" takes the other fields of its form out. */
export function redupkan(form) {
  const tanda = form.elements['tidak-tahu'];
  for (const bidang of tanda ? semua('.isian__kotak', form) : []) bidang.disabled = tanda.checked;
}

function kata(bagian, j) {
  if (takTahu(j)) return 'Tidak tahu';
  const tanda = semua('option, [type=radio]', bagian).find((u) => u.value === j.nilai);
  return tanda?.label ?? tanda?.labels[0].textContent ?? Object.values(j).filter(Boolean).map((v) => (/^\d{4}-/.test(v) ? tanggal(v) : v.replace('.', ','))).join(', ');
}
