/** The public requirement checker: one question at a time; the rules themselves say what else they must know. Answers stay in this tab. */

import {ambil, kirim} from '../js/api.mjs';
import {hariWib, tanggal} from '../js/bentuk.mjs';
import {daftarJawaban, daftarTanya, fakta, isikan, perlu, redupkan, urutan} from '../js/cek.mjs';
import {fokus, kabari, satu, semua, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {bersihkan, tampilkanGalat} from '../js/galat.mjs';
import {tampilkanSyarat} from '../js/syarat.mjs';

const KUNCI = 'sikap-cek';
const LAYAR = Object.fromEntries(semua('[data-tanya]').map((s) => [s.dataset.tanya, s]));
const TANYA = daftarTanya(LAYAR);
const HARI = hariWib(Date.now());
const TAHUN = parseInt(HARI);
const JUDUL = document.title;
const tmt = satu('#tmt');
let ingat = {jawab: {}, minta: [], tmt: '', ...JSON.parse(sessionStorage.getItem(KUNCI) ?? '{}')};

const pilihan = (hari) => new Option(tanggal(hari), hari);
const formDari = (nama) => satu('form', LAYAR[nama]);
const urut = () => urutan(TANYA, ingat);
const tanyakan = (untuk) => kirim('POST', '/api/publik/kelayakan', {...fakta(TANYA, ingat, TAHUN), tmt_usul: untuk, per_tanggal: HARI}, {urut: 'syarat'});

function catat(baru) {
  ingat = {...ingat, ...baru};
  sessionStorage.setItem(KUNCI, JSON.stringify(ingat));
}

/** To the next question without an answer; when there is none, ask the rules; they may have further questions. Who goes back meanwhile stays there. */
async function lanjut() {
  const kosong = urut().find((n) => !ingat.jawab[n]);
  if (kosong) return buka(kosong);
  const di = history.state?.cek;
  let {isi, saran} = await tanyakan(ingat.tmt || tmt.options[0].value);
  if (di !== history.state?.cek) return undefined;
  const lagi = perlu(TANYA, ingat, isi);
  if (lagi.length) return catat({minta: [...ingat.minta, ...lagi]}), lanjut();
  const awal = !ingat.tmt && !saran && isi.map((k) => k.paling_cepat_diusulkan).filter(Boolean).sort()[0];
  if (awal > tmt.options[0].value) {
    catat({tmt: awal});
    ({isi} = await tanyakan(awal));
  }
  return buka('hasil', isi);
}

function buka(nama, isi) {
  if (history.state?.cek !== nama) history.pushState({cek: nama}, '');
  lihat(nama, isi);
}

function lihat(nama, isi) {
  bersihkan();
  for (const [n, bagian] of Object.entries(LAYAR)) tampil(bagian, n === nama);
  for (const [apa, ya] of [['#pembuka', !nama], ['#kembali', nama], ['#hapus-baris', Object.keys(ingat.jawab).length], ['#hasil', nama === 'hasil'], ['#kemajuan', LAYAR[nama]]]) tampil(satu(apa), Boolean(ya));
  if (LAYAR[nama]) bertanya(nama);
  else if (nama) hasil(isi);
  const kepala = nama && satu('h2', LAYAR[nama] ?? satu('#hasil'));
  document.title = nama ? `${kepala.textContent} - ${JUDUL}` : JUDUL;
  if (nama) fokus(kepala);
}

function bertanya(nama) {
  const kira = ingat.minta.some((n) => TANYA[n].giliran === '2') ? 0 : 6;
  satu('#kemajuan').textContent = `Pertanyaan ${urut().indexOf(nama) + 1} dari ${kira ? 'sekitar ' : ''}${urut().length + kira}`;
  isikan(formDari(nama), ingat.jawab[nama]);
}

function hasil(isi) {
  if (!isi) return void lanjut().catch(tampilkanGalat);
  if (ingat.tmt && !semua('option', tmt).some((o) => o.value === ingat.tmt)) tmt.append(pilihan(ingat.tmt));
  tmt.value = ingat.tmt || tmt.options[0].value;
  satu('#hari').textContent = tanggal(HARI);
  daftarJawaban(satu('#jawaban'), urut().map((n) => ({n, bagian: LAYAR[n], j: ingat.jawab[n]})), buka);
  tampilkanSyarat(satu('#syarat'), isi);
}

async function pindah() {
  catat({tmt: tmt.value});
  tampilkanSyarat(satu('#syarat'), (await tanyakan(tmt.value)).isi);
  kabari(`Dihitung untuk ${tanggal(tmt.value)}.`);
}

async function mulai() {
  for (const tanda of semua('[data-tahun]')) tanda.textContent = TAHUN - tanda.dataset.tahun;
  const {isi} = await ambil('/api/publik/periode', {masuk: false}).catch(() => ({isi: []}));
  tmt.replaceChildren(...(isi.length ? isi.map((p) => p.tmt) : [`${TAHUN + 1}-04-01`]).map(pilihan));
  kembali();
  satu('#mulai').disabled = false;
}

/** The view that the browser's history names, if it still applies. */
function kembali() {
  const di = history.state?.cek;
  lihat(di === 'hasil' || urut().includes(di) ? di : undefined);
}

function hapus() {
  catat({jawab: {}, minta: [], tmt: ''});
  sessionStorage.removeItem(KUNCI);
  history.pushState(null, '');
  lihat();
  fokus(satu('h1'));
}

for (const nama of Object.keys(LAYAR)) {
  formulir(formDari(nama), async (isi) => {
    if (isi['nilai-pak']) isi['nilai-pak'] = isi['nilai-pak'].replace(',', '.');
    if (JSON.stringify(isi) !== JSON.stringify(ingat.jawab[nama])) catat({jawab: {...ingat.jawab, [nama]: isi}, minta: [], tmt: ''});
    await lanjut();
  });
  formDari(nama).addEventListener('change', () => redupkan(formDari(nama)));
}
tmt.addEventListener('change', () => pindah().catch(tampilkanGalat));
const klik = {mulai: () => lanjut().catch(tampilkanGalat), kembali: () => history.back(), cetak: () => print(), hapus};
for (const [id, kerja] of Object.entries(klik)) satu(`#${id}`).addEventListener('click', kerja);
addEventListener('popstate', kembali);
mulai();
