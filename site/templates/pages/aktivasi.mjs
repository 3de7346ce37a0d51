/** First activation of an account. */

import '../components/isian-sandi/behaviour.mjs';
import {kodeBaru} from '../bagian/kode-baru.mjs';

kodeBaru('aktivasi');
