/** My messages, newest first; what is shown counts as read. */

import {kirim} from '../js/api.mjs';
import {satu} from '../js/dom.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

halamanDaftar(satu('#kotak'), 'templat-kabar', {
  alamat: () => '/api/saya/kabar',
  ubah: (k) => ({...k, baru: !k.dibaca}),
  sesudah: (isi) => isi.filter((k) => !k.dibaca).forEach((k) => kirim('POST', `/api/saya/kabar/${k.id}/dibaca`).catch(() => {})),
});
