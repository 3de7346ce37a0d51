/** Second factor that a role requires, set up at the first sign-in. */

import {alamatKembali, lanjutkan} from '../js/api.mjs';
import {parameter} from '../js/dom.mjs';
import {tampilkanGalat} from '../js/galat.mjs';
import {pasangTotp} from '../bagian/totp.mjs';

pasangTotp(() => lanjutkan({lanjut: 'beranda'}, alamatKembali(parameter('kembali')))).catch((galat) => tampilkanGalat(galat));
