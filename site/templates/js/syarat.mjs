/** What the rules say, as lines a person can read: verdict, since when, what stands in the way and on which article. */

import {rupiah, tanggal} from './bentuk.mjs';
import {buat} from './dom.mjs';

const PUTUSAN = {MS: 'Memenuhi syarat', TMS: 'Belum memenuhi syarat', PERLU_TELAAH: 'Perlu ditelaah'};

/** Verdict -> {judul, putusan, sebutan, kapan, isi: <li>[]}. */
export function kartuSyarat(k) {
  const ke = k.golongan_baru ? ` ke golongan ${golongan(k.golongan_baru)}` : '';
  return {
    judul: `${k.jenis.replaceAll('_', ' ').toLowerCase().replace(/^./, (h) => h.toUpperCase())}${ke}`,
    putusan: k.putusan, sebutan: PUTUSAN[k.putusan], kapan: kapan(k),
    isi: [...[...k.temuan].sort((a, b) => b.menghalangi - a.menghalangi), ...k.alasan.map((a) => ({...a, karena: true}))].map(baris),
  };
}

function kapan(k) {
  const gaji = k.gaji_pokok ? ` Gaji pokok menjadi ${rupiah(k.gaji_pokok)}, masa kerja ${k.mkg[0]} tahun ${k.mkg[1]} bulan.` : '';
  const awal = k.paling_cepat ? `Paling cepat ${tanggal(k.paling_cepat)}.` : 'Belum dapat ditentukan kapan.';
  return `Dinilai untuk ${tanggal(k.per_tanggal)}. ${awal}${gaji}`;
}

function baris({pesan, dasar, menghalangi, pembenah, karena}) {
  const li = buat('li', `${menghalangi ? 'Menghalangi: ' : ''}${karena ? 'Terpenuhi: ' : ''}${pesan} ${pembenah && !karena ? `Yang dapat memperbaiki: ${pembenah}. ` : ''}`);
  if (dasar) li.append(buat('small', `Dasar: ${dasar}`));
  return li;
}

const RUMAWI = ['I', 'II', 'III', 'IV'];
/** 10 -> "III/b". */
export const golongan = (urut) => (urut > 12 ? `IV/${'abcde'[urut - 13]}` : `${RUMAWI[Math.floor((urut - 1) / 4)]}/${'abcd'[(urut - 1) % 4]}`);
