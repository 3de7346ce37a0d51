import assert from 'node:assert/strict';
import test from 'node:test';
import {bacaFormulir, periksaFormulir} from '../../../site/templates/js/formulir.mjs';

const bidang = (name, value, lain = {}) => ({name, value, type: 'text', dataset: {}, closest: () => null, ...lain});
const form = (...elements) => ({elements});

test('what people type becomes what the counter takes', () => {
  const isi = bacaFormulir(form(
    bidang('nip', '19680817 199403 1 905', {dataset: {jenis: 'nip'}}),
    bidang('tanggal', '1 April 2026', {dataset: {jenis: 'tanggal'}}),
    bidang('gaji', '3.456.200', {dataset: {jenis: 'bulat'}}),
    bidang('catatan', ''),
    bidang('yakin', 'on', {type: 'checkbox', checked: true}),
    bidang('butir', 'a', {type: 'checkbox', checked: true, dataset: {banyak: ''}}),
    bidang('butir', 'b', {type: 'checkbox', checked: false, dataset: {banyak: ''}}),
    bidang('putusan', 'terima', {type: 'radio', checked: false}),
    bidang('putusan', 'kembalikan', {type: 'radio', checked: true}),
  ));
  assert.deepEqual(isi, {nip: '196808171994031905', tanggal: '2026-04-01', gaji: 3456200, yakin: true, butir: ['a'], putusan: 'kembalikan'});
});

test('a date that is none is sent as typed and pointed at', () => {
  const f = form(bidang('tanggal', ' besok ', {dataset: {jenis: 'tanggal', kosong: 'Isi tanggal.'}}));
  assert.deepEqual(bacaFormulir(f), {tanggal: 'besok'});
  assert.match(periksaFormulir(f, bacaFormulir(f))[0].pesan, /1\/4\/2026/);
});

test('empty fields are named with the words of the schema, once each', () => {
  const f = form(
    bidang('nip', '', {dataset: {kosong: 'Masukkan NIP.'}}),
    bidang('butir', 'a', {type: 'checkbox', checked: false, dataset: {banyak: '', kosong: 'Pilih satu.'}}),
    bidang('putusan', 'x', {type: 'radio', checked: false, dataset: {kosong: 'Pilih.'}}),
    bidang('catatan', ''),
    bidang('lain', '', {dataset: {kosong: 'Isi.'}, closest: () => ({})}),
  );
  assert.deepEqual(periksaFormulir(f, bacaFormulir(f)).map((t) => t.pesan), ['Masukkan NIP.', 'Pilih satu.', 'Pilih.']);
});

test('a shape that does not fit is described, not blamed', () => {
  const f = form(bidang('nip', '123', {dataset: {jenis: 'nip', kosong: 'Masukkan NIP.', pola: '^[0-9]{18}$', bentukPesan: 'NIP harus terdiri dari 18 angka.'}}));
  assert.deepEqual(periksaFormulir(f, bacaFormulir(f)), [{bidang: 'nip', pesan: 'NIP harus terdiri dari 18 angka.'}]);
});
