/** Files and whole folders, dropped on a place or chosen by its inputs. */

import {semua} from './dom.mjs';
import {BATAS, kenali} from './berkas.mjs';

/** Every file of what was dropped, folders all the way down: [File, path]; the File is null where it cannot be read. */
async function* telusuri(entri) {
  for (const e of entri) {
    if (e?.isFile) yield [await new Promise((ya) => e.file(ya, () => ya(null))), e.fullPath.slice(1)];
    else if (e) {
      const pembaca = e.createReader();
      // A folder is read in portions of a hundred; an empty one is the end.
      for (let bagian; (bagian = await new Promise((ya, tidak) => pembaca.readEntries(ya, tidak))).length;) yield* telusuri(bagian);
    }
  }
}

/** Call `fn(pairs of [File, path])` for each drop on `tempat` and each choice in it; waits for it before the input is emptied. */
export function jatuhan(tempat, fn) {
  for (const bidang of semua('input[type=file]', tempat)) bidang.addEventListener('change', () => fn([...bidang.files].map((f) => [f, f.webkitRelativePath || f.name])).finally(() => (bidang.value = '')));
  tempat.addEventListener('dragover', (acara) => acara.preventDefault());
  tempat.addEventListener('drop', (acara) => {
    acara.preventDefault();
    fn(telusuri([...acara.dataTransfer.items].map((i) => i.webkitGetAsEntry())));
  });
}

/** The bytes of a PDF or photo, of its true type; '' for what is empty, too large, unreadable or something else. */
export async function salinan(f) {
  try {
    const type = f.size <= BATAS && (await kenali(f));
    return type && new Blob([await f.arrayBuffer()], {type});
  } catch {
    return '';
  }
}
