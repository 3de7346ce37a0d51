/** A page that is one list, of the address that stands with it. */

import {satu} from '../js/dom.mjs';
import {halamanDaftar} from '../js/halaman-daftar.mjs';

const wadah = satu('[data-alamat]');
halamanDaftar(wadah, 'templat-baris', {alamat: () => wadah.dataset.alamat});
