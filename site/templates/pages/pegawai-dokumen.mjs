/** What one paper of the archive says of itself: number, date, TMT, issuer, year. */

import {ambil, kirim} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {bukaBerkas} from '../js/buka.mjs';
import {daftar, kabari, parameter, satu, tampil} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca} from '../js/galat.mjs';

const form = satu('#surat');
const alamat = `/api/berkas/${parameter('id')}`;
let kini;

function tunjukkan(b) {
  kini = b;
  satu('#judul').textContent = b.label;
  satu('#kembali').href = `/pegawai/?id=${b.pegawai}`;
  daftar(satu('#dokumen'), 'templat-dokumen', [b, ...b.lain], {tekan: ({buka}) => bukaBerkas(buka)});
  for (const [nama, isinya] of Object.entries(b.surat)) {
    const bidang = form.elements[nama];
    bidang.value = (bidang.dataset.jenis === 'tanggal' && tanggal(isinya)) || (isinya ?? '');
  }
  tampil(form, b.boleh_isi);
  satu('#isian').disabled = false;
}

formulir(form, async (isi) => {
  tunjukkan(await kirim('PUT', `${alamat}/surat`, {...isi, versi: kini.versi}));
  kabari('Keterangan surat tersimpan.');
});
baca(satu('#dokumen'), async () => tunjukkan(await ambil(alamat)));
