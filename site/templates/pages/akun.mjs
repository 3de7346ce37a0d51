/** Own account: sign out, second factor, password, phone number, devices. */

import '../components/isian-sandi/behaviour.mjs';
import {tanya} from '../components/dialog/behaviour.mjs';
import {ambil, kirim} from '../js/api.mjs';
import {daftar, isi, kabari, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca, saat, tampilkanGalat} from '../js/galat.mjs';
import {adaBelumTerkirim, keluar} from '../js/keluar.mjs';
import {saya} from '../js/sesi.mjs';

const totp = () => import('../bagian/totp.mjs');
const aksi = (nama, lakukan) => saat(satu(`[data-aksi=${nama}]`), lakukan);

async function tampilkanSaya(segar = true) {
  const data = await saya({segar});
  isi(satu('.rincian'), data);
  satu('#totp-ket').textContent = data.kode_terpasang
    ? 'Terpasang. Saat masuk, Anda diminta kode dari aplikasi di ponsel.'
    : 'Belum terpasang. Kode pengaman menjaga akun Anda walaupun kata sandi diketahui orang.';
  tampil(satu('[data-aksi=totp-pasang]'), !data.kode_terpasang);
  tampil(satu('#totp-ubah'), data.kode_terpasang);
}

const tampilkanSesi = () => baca(satu('#sesi'), async () => {
  const {isi: baris} = await ambil('/api/saya/sesi');
  daftar(satu('#sesi'), 'templat-sesi', baris, {olah: berikanTombol});
  tampil(satu('[data-aksi=keluar-lain]'), baris.length > 1);
});

function berikanTombol(unsur, {id, perangkat}) {
  const tombol = satu('button', unsur);
  tombol.ariaLabel = `Keluarkan ${perangkat}`;
  saat(tombol, async () => {
    await kirim('DELETE', `/api/saya/sesi/${id}`);
    kabari(`${perangkat} sudah dikeluarkan.`);
    await tampilkanSesi();
  });
}

aksi('keluar', async () => {
  if ((await adaBelumTerkirim()) && !(await tanya('tanya-keluar'))) return;
  await keluar();
});
aksi('keluar-lain', async () => {
  await kirim('DELETE', '/api/saya/sesi');
  kabari('Semua perangkat lain sudah dikeluarkan.');
  await tampilkanSesi();
});
aksi('totp-pasang', async () => {
  await (await totp()).pasangTotp(tampilkanSaya);
  tampil(satu('[data-aksi=totp-pasang]'), false);
});
formulir(satu('#totp-atur'), async ({sandi, mau}) => {
  if (mau === 'baru') {
    const {kode} = await kirim('POST', '/api/saya/totp/pemulihan', {sandi});
    return (await totp()).tampilkanPemulihan(kode, tampilkanSaya);
  }
  await kirim('DELETE', '/api/saya/totp', {sandi});
  kabari('Kode pengaman sudah dilepas.');
  return tampilkanSaya();
});
formulir(satu('#ganti-sandi'), async (data) => {
  await kirim('POST', '/api/saya/sandi', data);
  satu('#ganti-sandi').reset();
  kabari('Kata sandi sudah diganti. Perangkat lain ikut keluar.');
  await tampilkanSesi();
});
formulir(satu('#form-telepon'), async (data) => {
  await kirim('POST', '/api/saya/telepon', data);
  tampil(satu('#telepon-kode'));
  satu('#kode-telepon').focus();
});
formulir(satu('#telepon-kode'), async (data) => {
  await kirim('POST', '/api/saya/telepon/kode', data);
  tampil(satu('#telepon-kode'), false);
  kabari('Nomor telepon sudah diganti.');
  await tampilkanSaya();
});

tampilkanSaya(false).catch(tampilkanGalat);
tampilkanSesi();
