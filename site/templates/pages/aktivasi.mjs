/** First activation of an account. */

import '../components/isian-sandi/behaviour.mjs';
import {kodeBaru} from './_kode-baru.mjs';

kodeBaru('aktivasi');
