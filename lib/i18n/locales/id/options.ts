import type { Options } from '../en/options';
import { pluralIn } from '../plural';
import { connection } from './connection';
import { elsewhere } from './elsewhere';
import { keys } from './keys';
import { settings } from './settings';

const number = pluralIn('id')({ other: '#' });

/** Indonesian messages of the options page. */
export const options: Options = {
  ...settings,
  ...connection,
  elsewhere,
  keys,
  title: 'Setelan',
  unofficial: 'Tidak resmi. Tidak dibuat atau didukung oleh Jimeng, Dreamina, atau ByteDance.',
  upscaling: {
    title: 'Pembesaran',
    size: 'Ukuran',
    sizeHint:
      'Ukuran bawaan. Menu klik kanan selalu memberi pilihan. 4K mungkin memerlukan keanggotaan {site}. {site} yang menentukan ukuran piksel tepatnya.',
    upscaler: 'Pembesar',
  },
  upscalers: {
    auto: {
      name: 'Otomatis',
      text: 'Dimulai dengan HD Cerdas. Jika {site} tidak menghasilkan gambar yang lebih besar, pembesar lainnya dicoba. Yang berhasil diingat selama seminggu.',
    },
    'super-resolution': {
      name: 'Resolusi super',
      text: 'Hanya yang ini. Jimeng jarang menyelesaikannya untuk gambar yang diunggah, dan mungkin mengembalikan ukuran yang sama.',
    },
    'smart-hd': {
      name: 'HD Cerdas',
      text: 'Mengarang detail halus, jadi teks dan wajah mungkin berubah. Di Jimeng, 2K memakan 1 kredit saat terakhir dilihat.',
    },
    'fast-hd': {
      name: 'HD Cepat',
      text: 'Cepat, dan gratis di Jimeng saat terakhir dilihat. Mengabaikan 2K dan 4K dan kira-kira menggandakan ukuran gambar.',
    },
  },
  ways: {
    title: 'Menu dan keyboard',
    pointer: 'Tawarkan “Perbesar gambar di sini” pada halaman, tautan, dan video',
    pointerHint:
      'Untuk latar belakang, grafik, dan gambar yang tertutup atau belum dimuat: di sana browser tidak melihat gambar. Browser tidak dapat mengetahuinya lebih dulu, jadi entri ini juga muncul di tempat tanpa gambar.',
    noShortcut: 'Belum diatur',
    changeShortcuts: 'Ubah pintasan',
  },
  access: {
    title: 'Akses ke situs',
    why: 'Sebagian besar gambar tidak memerlukan izin: saat Anda mengeklik, ekstensi hanya dapat membaca halaman itu. Namun banyak halaman menyimpan gambarnya di situs lain, dan sebagian situs itu hanya memberikannya kepada ekstensi yang Anda izinkan. Gambar seperti itu menunggu dan hanya meminta izin untuk satu situs itu.',
    sites: 'Situs yang Anda izinkan',
    noSites: 'Belum ada.',
    revoke: 'Cabut',
    revokeSite: (site) => `Cabut ${site}`,
    everywhere: 'Semua situs',
    everywhereHint:
      'Tidak ada gambar yang perlu bertanya lagi. Browser akan mengizinkan ekstensi membaca setiap situs yang Anda kunjungi; ekstensi tetap hanya membaca gambar yang Anda pilih.',
    permissions: {
      title: 'Izin',
      hint: 'Semua yang diizinkan browser kepada ekstensi ini, dan alasannya.',
      show: 'Tampilkan semua',
      reasons: {
        activeTab:
          'Membaca halaman tempat Anda memakainya, setelah Anda mengeklik, dan bukan halaman lain.',
        scripting:
          'Menemukan dan membaca gambar di halaman itu. Di situs yang Anda izinkan, juga mengingat tempat Anda terakhir mengeklik kanan.',
        contextMenus: 'Menambahkan entri ke menu klik kanan.',
        menus: 'Memberi tahu bagian halaman mana yang Anda klik kanan.',
        storage: 'Menyimpan setelan ini.',
        unlimitedStorage: 'Mencegah browser menghapus riwayat saat ruang menipis.',
        alarms: 'Melanjutkan tugas saat popup ditutup.',
        downloads: 'Menyimpan hasil, dan memeriksa bahwa setiap file tertulis.',
        cookies:
          'Memeriksa apakah Anda sudah masuk ke Jimeng atau Dreamina. Login itu sendiri tidak pernah disimpan.',
        declarativeNetRequestWithHostAccess:
          'Menetapkan asal permintaannya sendiri, yang diwajibkan {site} dan beberapa situs gambar.',
        offscreen: 'Mengonversi gambar dan membuat file di halaman tersembunyi miliknya sendiri.',
        sidePanel: 'Menampilkan riwayat di samping halaman.',
        notifications: 'Memberi tahu saat gambar siap. Hanya dipakai jika Anda mengaktifkannya.',
        'https://*/*':
          'Situs akun Anda dan situs gambar: yang Anda izinkan di sini, dan bukan yang lain.',
        'http://*/*': 'Sama, untuk situs tanpa enkripsi.',
      },
    },
  },
  history: {
    title: 'Riwayat',
    why: 'Riwayat Anda hanya disimpan di browser ini.',
    storage: 'Ruang',
    storageHint: (rows, size) =>
      size ? `${number(rows)} gambar, ${size} di browser ini.` : `${number(rows)} gambar.`,
    keep: 'Simpan',
    keepHint:
      'Entri lama dihapus otomatis beserta gambarnya. Tugas yang berjalan dan hasil yang belum disimpan tetap ada.',
    keepRows: 'Berapa gambar yang disimpan',
    keepDays: 'Berapa lama gambar disimpan',
    rows: (count) => (count === 0 ? 'Berapa pun' : `${number(count)} terakhir`),
    days: (count) =>
      count === 0 ? 'Selamanya' : count === 365 ? 'Selama setahun' : `Selama ${number(count)} hari`,
    space: 'Ruang untuk hasil',
    spaceHint:
      'Hasil yang melebihi batas ini dihapus, mulai dari yang paling lama disimpan. Entri, gambar mini, dan gambar aslinya tetap ada.',
    spaceUsed: (results, sources) => `Hasil memakai ${results}, gambar asli ${sources}.`,
    keepSpace: 'Berapa ruang yang boleh dipakai hasil',
    size: (size) => (size ? `Paling banyak ${size}` : 'Ukuran berapa pun'),
    unsaved: 'Hapus juga hasil yang belum disimpan',
    unsavedHint: 'Gambar selesai yang belum Anda simpan mungkin telah memakan kredit.',
    file: 'Ekspor dan impor',
    fileHint:
      'File berisi nama, alamat dan judul halaman, alamat gambar, serta hasil tiap tugas. Tidak ada gambar, data login, atau tautan ke hasil. Impor tidak mengubah entri yang sudah ada.',
    exportNow: 'Ekspor',
    importNow: 'Impor',
    imported: ({ added, known, skipped }) =>
      `${number(added)} gambar ditambahkan, ${number(known)} sudah ada, ${number(skipped)} tidak terbaca.`,
    importing: 'Mengimpor',
    tooLarge: 'File ini terlalu besar untuk riwayat hasil ekspor. File tidak dibaca.',
    importBroken: (added) =>
      `Impor terhenti: ${number(added)} gambar ditambahkan. Impor file lagi untuk sisanya.`,
    notImported: 'File ini bukan riwayat hasil ekspor.',
    clear: 'Kosongkan',
    clearHint:
      'Menghapus semua gambar yang tidak lagi berjalan, beserta filenya. Tugas yang berjalan tetap ada.',
    clearNow: 'Kosongkan riwayat',
  },
  privacy: {
    title: 'Privasi',
    points: [
      {
        to: 'Ke situs akun Anda, Jimeng atau Dreamina (ByteDance)',
        text: 'Gambar yang Anda pilih, ukurannya, dan metodenya, melalui akun itu.',
      },
      {
        to: 'Ke situs asal gambar',
        text: 'Permintaan untuk gambar itu. Cookie Anda untuk situs itu hanya disertakan jika situs menolak tanpa cookie.',
      },
      {
        to: 'Tetap di browser ini',
        text: 'Riwayat beserta gambar dan alamat halamannya, sampai Anda menghapusnya. Setelan ini juga, kecuali Anda mengirimnya ke sinkronisasi browser.',
      },
      {
        to: 'Tidak pernah disimpan',
        text: 'Data login Anda. Ekstensi memeriksa apakah Anda sudah masuk dan menyimpan sidik, hanya untuk membedakan akun.',
      },
    ],
    nothingElse:
      'Selain itu, tidak ada data yang keluar dari browser. Tidak ada analitik dan tidak ada server kami.',
  },
};
