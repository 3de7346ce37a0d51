/** Begin a proposal: kind and period, with what the rules suggest; then the case with its checklist. */

import {ambil, kirim, pergi} from '../js/api.mjs';
import {tanggal} from '../js/bentuk.mjs';
import {daftar, parameter, satu} from '../js/dom.mjs';
import {formulir} from '../js/formulir.mjs';
import {baca} from '../js/galat.mjs';
import {tampilkanSyarat} from '../js/syarat.mjs';

const pegawai = parameter('pegawai');
const {jenis, periode} = satu('#buat').elements;

baca(satu('#siapa'), async () => {
  const [p, {isi}] = await Promise.all([ambil(`/api/pegawai/${pegawai}`), ambil('/api/periode')]);
  daftar(satu('#siapa'), 'templat-siapa', [p]);
  periode.replaceChildren(...isi.map((s) => new Option(`${tanggal(s.tmt)} (${s.sisa_hari} hari lagi)`, s.tmt)));
  const {saran, isi: hasil} = await ambil(`/api/pegawai/${pegawai}/kelayakan?tmt=${periode.value}`);
  const dekat = saran ?? hasil[0]?.jenis;
  if (dekat) jenis.value = dekat;
  const awal = hasil.find((h) => h.jenis === dekat)?.paling_cepat;
  const pilih = isi.find((s) => awal && s.tmt >= awal);
  if (pilih) periode.value = pilih.tmt;
  satu('#saran').textContent = awal ? `Menurut data, paling cepat ${tanggal(awal)}.` : 'Data belum cukup untuk menghitung kapan; Anda tetap dapat memilih.';
  // Not before: an early press would find nothing chosen, and what was chosen early would be overwritten.
  satu('#pilihan').disabled = false;
  await nilai();
});

/** Move kind or period and the answer moves. */
async function nilai() {
  const {isi} = jenis.value && periode.value ? await ambil(`/api/pegawai/${pegawai}/kelayakan?tmt=${periode.value}&jenis=${jenis.value}`, {urut: 'syarat'}) : {isi: []};
  tampilkanSyarat(satu('#syarat'), isi);
}

satu('#buat').addEventListener('change', () => baca(satu('#syarat'), nilai));

formulir(satu('#buat'), async (isi) => {
  const u = await kirim('POST', '/api/usulan', {...isi, pegawai});
  await pergi(`/usulan/lihat/?id=${u.id}`);
});
