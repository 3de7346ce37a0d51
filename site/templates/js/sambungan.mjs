/** On every page: the service worker, the strips "no signal", "not loaded yet" and "new version", and the one Trusted Types policy. */

const kebijakan = window.trustedTypes?.createPolicy('sikap', {
  createScriptURL: (alamat) => {
    if (alamat !== '/sw.js') throw new TypeError(alamat);
    return alamat;
  },
});
const strip = document.querySelector('#luring');
const versi = document.querySelector('#versi-baru');

function periksa() {
  strip.hidden = navigator.onLine;
}
addEventListener('online', periksa);
addEventListener('offline', periksa);
periksa();

// A module that does not arrive leaves the page's buttons dead: that is said at once.
const belum = document.querySelector('#belum-siap');
let utuh = true;
function mati({target}) {
  if (target.tagName !== 'SCRIPT') return;
  utuh = false;
  belum.dataset.kini = '';
}
addEventListener('error', mati, true);
addEventListener('load', () => utuh && belum?.remove());

async function pasang() {
  const lama = navigator.serviceWorker.controller;
  await navigator.serviceWorker.register(kebijakan ? kebijakan.createScriptURL('/sw.js') : '/sw.js');
  // The first worker takes over a page that is new already; only a later one means a new version.
  if (lama) navigator.serviceWorker.addEventListener('controllerchange', () => (versi.hidden = false));
}
versi.querySelector('button').addEventListener('click', () => location.reload());
if ('serviceWorker' in navigator) addEventListener('load', () => pasang().catch(() => {}));

try {
  const saya = JSON.parse(localStorage.getItem('sikap-saya'));
  for (const tautan of saya ? document.querySelectorAll('[data-masuk]') : []) {
    tautan.textContent = 'Beranda';
    tautan.href = '/beranda/';
  }
} catch {
  // A browser that keeps nothing shows "Masuk", which is true.
}
