/** Documents that are no longer what they were when they were received. */

import {satu} from '../js/dom.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

halamanDaftar(satu('#daftar'), 'templat-rusak', {
  alamat: () => '/api/berkas-rusak?batas=20',
});
