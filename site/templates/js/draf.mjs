/** What is being filled in, kept on this device for this person until it has been sent. Never passwords, codes or files. */

import {semua} from './dom.mjs';
import {ingatan} from './sesi.mjs';
import {hapus, lihat, taruh} from './simpan.mjs';

const bolehDiingat = ({name, type}) => name && !['password', 'file', 'hidden'].includes(type);
const kunciDraf = (nama) => `${ingatan()?.id}:${nama}`;
const terpilih = ({type}) => type === 'checkbox' || type === 'radio';

/** Fill `form` with what was left under `nama` (say "usulan-<id>-surat") and keep what is typed from now on. True when something was restored. */
export async function ingatDraf(form, nama) {
  const bidang = () => semua('input, select, textarea', form).filter(bolehDiingat);
  const lama = await lihat('draf', kunciDraf(nama)).catch(() => null);
  for (const satuan of lama ? bidang() : []) {
    const isi = lama[terpilih(satuan) ? `${satuan.name}=${satuan.value}` : satuan.name];
    if (isi === undefined) continue;
    if (terpilih(satuan)) satuan.checked = isi;
    else satuan.value = isi;
  }
  form.addEventListener('input', () => {
    const isi = bidang().map((satuan) => (terpilih(satuan) ? [`${satuan.name}=${satuan.value}`, satuan.checked] : [satuan.name, satuan.value]));
    taruh('draf', kunciDraf(nama), Object.fromEntries(isi)).catch(() => {});
  });
  return Boolean(lama);
}

/** Sent: forget it. */
export const lupakanDraf = (nama) => hapus('draf', kunciDraf(nama));
