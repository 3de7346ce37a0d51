/** The start page: the deadline of the period that is open now. As little code as it takes: this is everybody's first page. */

import {tanggal} from '../js/bentuk.mjs';

const jawab = await fetch('/api/publik/periode').catch(() => null);
const {isi} = jawab?.ok ? await jawab.json() : {isi: []};
const buka = isi.find(({keadaan}) => keadaan === 'dibuka');
if (buka) {
  document.querySelector('#periode-tmt').textContent = tanggal(buka.tmt);
  document.querySelector('#periode-tutup').textContent = tanggal(buka.usul_tutup_opd);
}
document.querySelector('#periode').hidden = !buka;
document.querySelector('#tanpa-periode').hidden = Boolean(buka);
