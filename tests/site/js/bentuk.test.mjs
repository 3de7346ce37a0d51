import assert from 'node:assert/strict';
import test from 'node:test';
import * as bentuk from '../../../site/templates/js/bentuk.mjs';

for (const teks of ['1/4/2026', '01-04-2026', '1 April 2026', ' 1 apr 2026', '1.4.2026', '2026-04-01', '1  APRIL  2026']) {
  test(`"${teks}" is read as 1 April 2026`, () => assert.equal(bentuk.bacaTanggal(teks), '2026-04-01'));
}

for (const teks of ['', '31/2/2026', '1/13/2026', '0/4/2026', '1/4/26', 'besok', '1 xyz 2026', '29 Februari 2025', '1/4/2026 a']) {
  test(`"${teks}" is no date`, () => assert.equal(bentuk.bacaTanggal(teks), ''));
}

test('every month is known by its name and its first three letters', () => {
  for (let b = 1; b <= 12; b += 1) {
    const iso = `2026-${String(b).padStart(2, '0')}-05`;
    const nama = bentuk.tanggal(iso);
    assert.equal(bentuk.bacaTanggal(nama), iso);
    assert.equal(bentuk.bacaTanggal(nama.replace(/ (\w{3})\w* /, ' $1 ')), iso);
  }
});

test('a moment late in the evening UTC is the next day in WIB', () => {
  assert.equal(bentuk.tanggal('2026-11-03T18:00:00Z'), '4 November 2026');
  assert.equal(bentuk.waktu('2026-11-03T02:12:00Z'), '3 November 2026 pukul 09.12');
});

test('numbers are written as in Indonesia', () => {
  assert.equal(bentuk.angka(1234567), '1.234.567');
  assert.equal(bentuk.rupiah(3456200), 'Rp3.456.200');
  assert.equal(bentuk.ukuran(1234000), '1,2 MB');
  assert.equal(bentuk.ukuran(213900), '214 KB');
  assert.equal(bentuk.ukuran(3), '1 KB');
});

test('what is absent is written as nothing', () => {
  for (const nama of ['tanggal', 'waktu', 'periode', 'angka', 'rupiah']) assert.equal(bentuk[nama](null), '');
  assert.equal(bentuk.angka(0), '0');
});

test('a NIP is grouped for eyes and read however it is typed', () => {
  assert.deepEqual(bentuk.kelompokNip('196808171994031905'), ['19680817', '199403', '1', '905']);
  assert.deepEqual(bentuk.kelompokNip('123'), ['123']);
  for (const teks of ['19680817 199403 1 905', 'NIP. 19680817 199403 1 905', ' 19680817-199403-1-905 ', '196808171994031905']) {
    assert.equal(bentuk.bacaNip(teks), '196808171994031905');
  }
});
