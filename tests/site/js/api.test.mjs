import assert from 'node:assert/strict';
import test from 'node:test';
import {alamatKembali, alamatMasuk, dariJawaban, kirim, kunciBaru} from '../../../site/templates/js/api.mjs';
import {jeda, sifat} from '../../../site/templates/js/kirim.mjs';

for (const jahat of ['https://jahat.example', '//jahat.example', '/\\jahat.example', 'javascript:alert(1)', '', null, '/a\nb', 'beranda/']) {
  test(`the way back never leads to ${JSON.stringify(jahat)}`, () => assert.equal(alamatKembali(jahat), '/beranda/'));
}

test('the way back keeps a page of this site with its question', () => {
  assert.equal(alamatKembali('/usulan/?id=abc'), '/usulan/?id=abc');
  assert.equal(alamatMasuk({pathname: '/usulan/', search: '?id=abc'}), '/masuk/?kembali=%2Fusulan%2F%3Fid%3Dabc');
});

test('a refusal carries its words, its code and its findings', () => {
  const galat = dariJawaban(409, {detail: 'Data ini baru saja diubah orang lain.', kode: 'bentrok', petunjuk: 'Muat ulang.', temuan: []});
  assert.equal(galat.message, 'Data ini baru saja diubah orang lain.');
  assert.deepEqual([galat.status, galat.kode, galat.petunjuk], [409, 'bentrok', 'Muat ulang.']);
});

test('an answer that is no JSON still has words', () => {
  assert.match(dariJawaban(502, null).message, /sedang terganggu/);
  assert.match(dariJawaban(400, null).message, /belum dapat dikerjakan/);
});

test('every key is a new UUID, with or without a secure context', () => {
  const pola = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  assert.match(kunciBaru(), pola);
  const asli = crypto.randomUUID;
  crypto.randomUUID = undefined;
  const tanpa = kunciBaru();
  crypto.randomUUID = asli;
  assert.match(tanpa, pola);
});

for (const [status, apa] of [[0, 'menunggu'], [20, 'menunggu'], [401, 'masuk'], [408, 'menunggu'], [409, 'menunggu'], [429, 'menunggu'], [500, 'menunggu'], [503, 'menunggu'], [400, 'ditolak'], [403, 'ditolak'], [413, 'ditolak'], [422, 'ditolak']]) {
  test(`a file answered with ${status} is: ${apa}`, () => assert.equal(sifat(status), apa));
}

test('waiting doubles, is spread, and never passes a minute', () => {
  assert.deepEqual([0, 1, 2, 5, 6, 40].map((n) => jeda(n, 1)), [1000, 2000, 4000, 32000, 60000, 60000]);
  assert.equal(jeda(2, 0), 2000);
});

/** Send this and then the same again, the counter answering as told (null: the line breaks); the keys that were sent. */
async function kunciDari(jawaban, ...permintaan) {
  const kunci = [];
  const asli = globalThis.fetch;
  globalThis.fetch = async (_, {headers}) => {
    kunci.push(headers['Idempotency-Key']);
    const isi = jawaban.shift();
    if (!isi) throw new TypeError('putus');
    return new Response(...isi);
  };
  for (const [alamat, isi] of permintaan) await kirim('POST', alamat, isi).catch(() => {});
  globalThis.fetch = asli;
  return kunci;
}

const BAIK = ['{}', {status: 200}];
for (const [apa, pertama] of [['a line that breaks', null], ['a fault of the service', ['{}', {status: 503}]], ['half an answer', ['{"id"', {status: 201}]]]) {
  test(`after ${apa} the same request keeps its key, and has a new one once it was answered`, async () => {
    const [a, b, c] = await kunciDari([pertama, BAIK, BAIK], ['/api/a', {n: apa}], ['/api/a', {n: apa}], ['/api/a', {n: apa}]);
    assert.equal(a, b);
    assert.notEqual(b, c);
  });
}

test('a refusal is an answer, and another request is another intention', async () => {
  const tolak = ['{"kode": "bentrok"}', {status: 409}];
  const kunci = await kunciDari([tolak, null, null, null], ['/api/a', {}], ['/api/a', {}], ['/api/b', {}], ['/api/a', {n: 1}]);
  assert.equal(new Set(kunci).size, 4);
});
