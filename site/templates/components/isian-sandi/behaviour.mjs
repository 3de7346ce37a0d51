/** "Tampilkan": the password can be seen while it is typed. It is hidden again when the form is sent. */

for (const tombol of document.querySelectorAll('[data-module=isian-sandi]')) {
  const bidang = document.getElementById(tombol.dataset.untuk);
  const atur = (tampak) => {
    bidang.type = tampak ? 'text' : 'password';
    tombol.setAttribute('aria-pressed', String(tampak));
    tombol.firstChild.textContent = tampak ? 'Sembunyikan' : 'Tampilkan';
  };
  tombol.addEventListener('click', () => atur(bidang.type === 'password'));
  bidang.form.addEventListener('submit', () => atur(false), true);
}
