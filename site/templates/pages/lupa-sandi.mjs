/** A new password for somebody who forgot his. */

import '../components/isian-sandi/behaviour.mjs';
import {kodeBaru} from '../bagian/kode-baru.mjs';

kodeBaru('pemulihan');
