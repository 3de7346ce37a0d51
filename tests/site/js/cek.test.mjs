import assert from 'node:assert/strict';
import test from 'node:test';
import {fakta, perlu, urutan} from '../../../site/templates/js/cek.mjs';

const TANYA = {
  golongan: {giliran: '0', bila: [''], isi: {'*': {'golongan.0.gol': '{nilai}'}}, lanjut: {'*': ['tmt']}},
  tmt: {giliran: '9', bila: [''], isi: {'*': {'golongan.0.tmt': '{tanggal}', 'golongan.1.gol': '{golongan}'}}, lanjut: {}},
  lalu: {giliran: '0', bila: [''], isi: {Baik: {'kinerja.+': {tahun: '{tahun-1}', predikat: 'Baik'}}}, lanjut: {}},
  dulu: {giliran: '0', bila: [''], isi: {Baik: {'kinerja.+': {tahun: '{tahun-2}', predikat: 'Baik'}}}, lanjut: {}},
  eselon: {giliran: '1', bila: ['eselon'], isi: {'*': {'jabatan.0.eselon': '{nilai}'}}, lanjut: {}},
  ujian: {giliran: '1', bila: ['REGULER:ujian'], isi: {}, lanjut: {}},
  hukuman: {giliran: '2', bila: ['hukuman'], isi: {tidak: {hukuman: []}}, lanjut: {}},
};
const kosong = {jawab: {}, minta: []};

test('a question that follows from an answer stands right after it, and only then', () => {
  assert.deepEqual(urutan(TANYA, kosong), ['golongan', 'lalu', 'dulu']);
  assert.deepEqual(urutan(TANYA, {...kosong, jawab: {golongan: {nilai: 'III/b'}}}), ['golongan', 'tmt', 'lalu', 'dulu']);
  assert.deepEqual(urutan(TANYA, {...kosong, jawab: {golongan: {nilai: 'tidak-tahu'}}}), ['golongan', 'lalu', 'dulu']);
});

test('answers become facts; what is not known becomes nothing at all', () => {
  const jawab = {golongan: {nilai: 'III/b'}, tmt: {tanggal: '2023-04-01', 'tidak-tahu': false}, lalu: {nilai: 'Baik'}, dulu: {nilai: 'tidak-tahu'}, hukuman: {nilai: 'tidak'}};
  assert.deepEqual(fakta(TANYA, {jawab, minta: ['hukuman']}, 2026), {golongan: [{gol: 'III/b', tmt: '2023-04-01'}, {gol: 'III/b'}], kinerja: [{tahun: 2025, predikat: 'Baik'}], hukuman: []});
  assert.deepEqual(fakta(TANYA, {jawab: {...jawab, tmt: {'tidak-tahu': true}}, minta: []}, 2026).golongan, [{gol: 'III/b'}]);
  assert.deepEqual(fakta(TANYA, kosong, 2026), {});
});

test('an answer to a question that no longer applies is left out', () => {
  assert.deepEqual(fakta(TANYA, {jawab: {eselon: {nilai: 'IV.a'}}, minta: []}, 2026), {});
});

test('the rules ask: what the post needs first, then what everybody is asked', () => {
  const temuan = [{kode: 'belum-diketahui-hukuman'}, {kode: 'belum-diketahui-eselon'}, {kode: 'belum-diketahui-ujian'}];
  const isi = [{jenis: 'STRUKTURAL', putusan: 'PERLU_TELAAH', paling_cepat: null, temuan}];
  assert.deepEqual(perlu(TANYA, kosong, isi), ['eselon']);
  assert.deepEqual(perlu(TANYA, {...kosong, minta: ['eselon']}, isi), ['hukuman']);
  assert.deepEqual(perlu(TANYA, {...kosong, minta: ['eselon', 'hukuman']}, isi), []);
  assert.deepEqual(perlu(TANYA, kosong, [{...isi[0], jenis: 'REGULER'}]), ['eselon', 'ujian']);
});

test('a verdict that nothing more can change asks nothing more', () => {
  const temuan = [{kode: 'belum-diketahui-hukuman'}];
  assert.deepEqual(perlu(TANYA, kosong, [{jenis: 'REGULER', putusan: 'TMS', paling_cepat: null, temuan}]), []);
  assert.deepEqual(perlu(TANYA, kosong, [{jenis: 'REGULER', putusan: 'TMS', paling_cepat: '2027-08-01', temuan}]), ['hukuman']);
});
