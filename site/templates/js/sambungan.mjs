/** On every page: the service worker, the "no signal" strip, "new version", and the one Trusted Types policy. */

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
