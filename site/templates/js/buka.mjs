/** Open a document or a printed paper: the counter gives a short-lived address, the browser opens it in its own tab. */

import {ambil, kirim} from './api.mjs';
import {kabari} from './dom.mjs';

async function bukaDi(minta) {
  // Opened at once, inside the click: a browser blocks windows that come later.
  const jendela = window.open('', '_blank');
  try {
    const {url} = await minta();
    if (jendela) jendela.location = url;
    else location.assign(url);
  } catch (galat) {
    jendela?.close();
    kabari(`${galat.message} ${galat.petunjuk}`.trim());
  }
}

/** What the counter makes ready at this address. */
export const buka = (alamat) => bukaDi(() => ambil(alamat));

/** Look at (or save) one version of a document. */
export const bukaBerkas = (id, {unduh = false} = {}) => buka(`/api/berkas/${id}/isi?unduh=${unduh}`);

let mencetak;

/** A paper that the system prints: receipt, covering letter, slip. One at a time: a second slip ends the first. */
export const bukaCetak = (alamat) => (mencetak ??= bukaDi(() => kirim('POST', alamat)).finally(() => (mencetak = null)));
