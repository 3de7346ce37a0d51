/** What a person left to be read on another device: the bytes are in storage already, only the owner is missing. */

import {ambil, kirim, penolakan} from './api.mjs';

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
