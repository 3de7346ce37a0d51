/** Files that go to storage without a queue, and what a person left there to be read: the bytes are there, only the owner is missing. */

import {ambil, kirim, penolakan} from './api.mjs';

/** SHA-256 of a Blob as 64 hex digits. */
export async function sha256(blob) {
  const sidik = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(sidik)].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** Announce a file at `alamat` and send its bytes straight to storage. Gives what was announced and what was answered; refuses with words. */
export async function titipkan(alamat, file, nama = file.name) {
  const apa = {nama: nama.slice(-200), ukuran: file.size, sha256: await sha256(file)};
  const jawab = await kirim('POST', alamat, apa);
  const {url, cara, kepala} = jawab.tiket;
  const {ok, status} = await fetch(url, {method: cara, headers: kepala, body: new Blob([file], {type: ''})});
  // 412: these bytes lie there already.
  if (!ok && status !== 412) throw penolakan('Berkas belum sampai di penyimpanan.', {petunjuk: 'Coba lagi.'});
  return {...apa, ...jawab};
}

/** `tiap` gets each with its proposals, but those of which `ada(sha256)` says that they are known here. */
export async function titipanLain(ada, tiap) {
  for (const {alamat, ...untuk} of (await ambil('/api/titipan')).isi) {
    if (ada(untuk.sha256)) continue;
    tiap({...untuk, ...(await kirim('POST', '/api/titipan/pembacaan', untuk)), id: untuk.sha256, alamat, pegawai: '', dibaca: true, ditebak: true});
  }
}

/** Have one received for its owner, without its bytes. Refuses with words. */
export async function pakaiTitipan({nama, ukuran, sha256, pegawai, slot}) {
  const {tiket} = await kirim('POST', '/api/berkas', {nama, ukuran, sha256, pegawai, slot});
  if (tiket) throw penolakan('Titipan ini sudah dihapus. Pilih lagi berkasnya.');
}
