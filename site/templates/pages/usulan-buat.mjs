/** Begin a proposal: kind and period, with what the rules suggest; then the case with its checklist. */

import {ambil, kirim} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {buat, daftar, parameter, satu} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {tampilkanUlangi} from '../js/galat.mjs';

const pegawai = parameter('pegawai');
const {jenis, periode} = satu('#buat').elements;

async function muat() {
  try {
    const [p, {isi}] = await Promise.all([ambil(`/api/pegawai/${pegawai}`), ambil('/api/periode')]);
    daftar(satu('#siapa'), 'templat-siapa', [p]);
    periode.replaceChildren(...isi.map((s) => Object.assign(buat('option', `${tanggal(s.tmt)} (batas OPD ${tanggal(s.usul_tutup_opd)})`), {value: s.tmt})));
    const {saran, isi: hasil} = await ambil(`/api/pegawai/${pegawai}/kelayakan?tmt=${periode.value}`);
    const dekat = saran ?? hasil[0]?.jenis;
    if (dekat) jenis.value = dekat;
    const awal = hasil.find((h) => h.jenis === dekat)?.paling_cepat;
    const pilih = isi.find((s) => awal && s.tmt >= awal);
    if (pilih) periode.value = pilih.tmt;
    satu('#saran').textContent = awal ? `Menurut data, paling cepat ${tanggal(awal)}.` : 'Data belum cukup untuk menghitung kapan; Anda tetap dapat memilih.';
  } catch (galat) {
    tampilkanUlangi(satu('#siapa'), galat, muat);
  }
}

formulir(satu('#buat'), async (isi, kunci) => {
  const u = await kirim('POST', '/api/usulan', {...isi, pegawai}, {kunci});
  location.assign(`/usulan/lihat/?id=${u.id}`);
});
muat();
