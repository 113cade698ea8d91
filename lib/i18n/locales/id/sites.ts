import type { Sites } from '../en/sites';

export const siteNames: Sites['names'] = { jimeng: 'Jimeng', dreamina: 'Dreamina' };

/** Indonesian: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: 'Jimeng', dreamina: 'Dreamina (beta)' },
  beta: 'Beta: dibuat dari laporan publik dan belum pernah dicoba langsung. Kirim laporan setelah Anda memperbesar gambar pertama.',
  places: {
    jimeng: 'jimeng.jianying.com, untuk Tiongkok daratan',
    dreamina: 'dreamina.capcut.com, untuk wilayah lain',
  },
  inContainer: (site) => `${site}, kontainer`,
  switchTo: (site, other) => `Gambar baru dikirim ke ${site}. Beralih ke ${other}`,
  accessTitle: (site) => `Izinkan akses ke ${site}`,
  accessText: (site) =>
    `Ekstensi ini tidak dapat mengakses situs ${site}. Izinkan akses untuk memperbesar gambar.`,
  reasons: {
    account: 'login, tugas, dan kredit',
    upload: 'menerima gambar yang Anda pilih',
    result: 'mengirimkan hasilnya',
  },
  and: '; ',
  priceUnknown:
    'Biaya di situs ini belum diketahui. Ini dilanjutkan setelah gambar lain menunjukkannya, atau jika Anda tetap memperbesarnya.',
  hosts: 'Situs yang akan dimintai akses',
};
