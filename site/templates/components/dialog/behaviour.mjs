/** Ask before what cannot be taken back. */

/** Open `<dialog id>`; true when the person agreed, false on "Kembali" or Escape. */
export function tanya(id) {
  const dialog = document.getElementById(id);
  dialog.returnValue = 'tidak';
  dialog.showModal();
  return new Promise((jawab) => dialog.addEventListener('close', () => jawab(dialog.returnValue === 'ya'), {once: true}));
}
