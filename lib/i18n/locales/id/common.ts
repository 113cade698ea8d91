import type { Common } from '../en/common';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('id');
const number = plural({ other: '#' });
const creditCount = plural({ other: '# kredit' });

/** Indonesian messages shared by several pages. */
export const common: Common = {
  join: (first, second) => `${first} ${second}`,
  units,
  app: {
    title: 'Perbesar dengan Dreamina',
    credits: creditCount,
    openService: (credits) => `Sisa ${credits}. Buka {site}`,
    settings: 'Setelan',
    openPanel: 'Buka di panel samping',
  },
  menu,
  intake,
  add: {
    invite: { drop: 'Jatuhkan, tempel', or: ' atau ', choose: 'pilih', what: ' gambar' },
    dropNow: 'Jatuhkan untuk memperbesar',
    choose: 'Pilih gambar',
    target: 'Perbesar ke',
    membership: '4K mungkin memerlukan keanggotaan {site}.',
    cost: (credits, day) =>
      credits === 0 ? `Gratis, per ${day}` : `Sekitar ${creditCount(credits)}, per ${day}`,
    pick: 'Pilih gambar di halaman ini',
    several: 'Pilih beberapa gambar di halaman ini',
    notImages: 'Itu bukan gambar. Jatuhkan atau tempel file gambar.',
  },
  empty: {
    title: 'Klik kanan gambar apa pun',
    text: 'Pilih “Perbesar dengan Dreamina”, lalu 2K atau 4K. Gambar yang lebih besar muncul di sini, siap disimpan.',
    pointer: {
      before: 'Tidak ada entri menu? Arahkan penunjuk ke gambar dan tekan ',
      after: '.',
    },
    pick: { before: 'Atau pilih di halaman dengan ', after: ' di atas.' },
    privacy:
      'Gambar dikirim ke {site} (ByteDance) melalui akun Anda sendiri. Selain itu, tidak ada data yang keluar dari browser.',
  },
  notices: {
    allowAccess: 'Izinkan akses',
    reachTitle: 'Halaman ini tidak dapat diakses',
    reachText:
      'Panel samping hanya dapat mengakses halaman tempat Anda baru saja memakai ekstensi. Klik kanan gambarnya, atau klik dulu tombol bilah alat di halaman itu.',
    unreadableTitle: 'Riwayat tidak dapat dibaca saat ini',
    unreadableText:
      'Browser tidak dapat membuka penyimpanannya. Tidak ada yang dihapus. Jika mencoba lagi tidak membantu, mulai ulang browser.',
    tryAgain: 'Coba lagi',
    newerTitle: 'Riwayat Anda berasal dari versi yang lebih baru',
    newerText:
      'Riwayat ini ditulis oleh versi ekstensi yang lebih baru. Tidak ada yang diubah atau dihapus. Perbarui ekstensi untuk melihatnya lagi.',
    fullTitle: 'Penyimpanan penuh: satu gambar tidak ditambahkan',
    fullText:
      'Browser tidak dapat menyimpan gambar terakhir. Hapus hasil yang tidak diperlukan atau kosongkan ruang disk, lalu klik gambarnya lagi.',
    fullElsewhere:
      'Browser tidak dapat menyimpan gambar terakhir. Kosongkan ruang disk, lalu klik gambarnya lagi.',
    makeRoom: 'Pilih yang akan dihapus',
    fullRead: 'Oke',
    signInTitle: 'Masuk ke {site}',
    signInText:
      'Pembesaran dilakukan dengan akun Anda sendiri. Ekstensi ini tidak pernah melihat kata sandi Anda.',
    otherJars: {
      containers:
        'Masuk di tab biasa. Akun yang masuk di dalam kontainer dipakai untuk gambar di tab kontainer itu.',
      isolated: 'Isolasi pihak pertama menyembunyikan status masuk. Nonaktifkan dulu.',
    },
    signInWaiting: plural({ other: '# gambar menunggu dan akan dilanjutkan otomatis.' }),
  },
  broken: {
    row: 'Terjadi kesalahan di ekstensi: gambar ini tidak dapat ditampilkan.',
    title: 'Halaman ini tidak dapat ditampilkan',
    text: 'Terjadi kesalahan di ekstensi. Riwayat dan gambar Anda masih ada. Muat ulang halaman. Jika tidak membantu, salin laporan dan kirimkan ke pengembang.',
    reload: 'Muat ulang',
    copy: 'Salin laporan',
    copied: 'Disalin',
    copyFailed: 'Laporan tidak dapat disalin',
  },
  history: {
    search: 'Cari',
    sort: 'Urutkan',
    sorts: { newest: 'Terbaru', oldest: 'Terlama', name: 'Nama', size: 'Terbesar' },
    filter: 'Tampilkan',
    filters: { all: 'Semua', running: 'Diproses', done: 'Selesai', needs: 'Perlu Anda' },
    select: 'Pilih',
    choose: (name) => `Pilih ${name}`,
    nothing: 'Tidak ada gambar yang cocok.',
    reading: 'Memuat…',
    justDone: plural({ other: '# gambar selesai' }),
    removed: plural({ other: '# gambar dihapus' }),
    undo: 'Urungkan',
    joined: (target) => `Sudah diperbesar ke ${target}`,
    showJoined: 'Tampilkan',
    selection: {
      title: 'Gambar terpilih',
      all: 'Semua',
      count: plural({ other: '# dipilih' }),
      end: 'Selesai memilih',
      save: (count) => (count > 0 ? `Simpan ${number(count)}` : 'Simpan pilihan'),
      retry: (count) => (count > 0 ? `Coba lagi ${number(count)}` : 'Coba lagi pilihan'),
      remove: (count) => (count > 0 ? `Hapus ${number(count)}` : 'Hapus pilihan'),
      retryHint:
        'Hanya mencoba lagi gambar yang tidak memakan kredit. Coba lagi yang lain satu per satu.',
      more: 'Cara simpan lainnya',
      zip: 'Simpan sebagai ZIP',
      csv: 'Simpan daftar (CSV)',
      json: 'Simpan daftar (JSON)',
    },
    zip,
  },
  actions: {
    save: 'Simpan',
    saving: 'Menyimpan…',
    saved: 'Tersimpan',
    alreadyThere: 'Sudah ada',
    saveAgain: 'Simpan lagi',
    saveAs: 'Simpan sebagai…',
    copy: 'Salin gambar',
    copying: 'Menyalin…',
    copied: 'Disalin',
    copyFailed: 'Browser tidak dapat menyalin gambar. Simpan saja.',
    compare: 'Bandingkan',
    retry: 'Coba lagi',
    haveCredits: 'Saya punya kredit',
    retryMayCost: 'Coba lagi (mungkin memakan kredit)',
    pollAgain: 'Periksa lagi',
    useAccount: 'Gunakan akun ini',
    useAccountMayCost: 'Gunakan akun ini (mungkin memakan kredit lagi)',
    useAccountHint: 'Memperbesar gambar dengan akun yang sedang masuk.',
    cancel: 'Batal',
    remove: 'Hapus',
    openPage: 'Buka halaman',
    more: 'Lainnya',
    signIn: 'Masuk',
    readConsent: 'Baca dan setujui',
    allow: (host) => `Izinkan ${host}`,
    allowEverywhere: 'Izinkan di semua situs',
    use2k: 'Perbesar ke 2K',
    useExisting: 'Pakai hasilnya',
    showOther: 'Tampilkan',
    upscale: 'Perbesar',
    upscaleAgain: 'Perbesar lagi',
    againWith: 'Perbesar lagi…',
    upscaleAnyway: 'Tetap perbesar',
    keepOriginal: 'Pakai apa adanya (gratis)',
    useShown: 'Pakai yang ada di halaman',
    useScreen: 'Pakai yang tampak di layar',
    useScreenHint: 'Tanpa izin, tetapi hanya sebesar yang tampak sekarang.',
    openService: 'Buka {site}',
    continueInPage: 'Lanjutkan lewat halaman {site}',
    skipPage: 'Kirim tanpa halaman itu',
    checkConnection: 'Periksa koneksi',
    chooseFile: 'Pilih file',
  },
  pageConsent: {
    only: '{site} hanya menerima pesanan dari halamannya sendiri.',
    sentence:
      'Jika Anda setuju, ekstensi membuka halaman {site} di tab latar belakang, bila belum ada yang terbuka, dan halaman itu yang mengirim pesanan Anda.',
    agree: 'Setuju',
    decline: 'Nanti saja',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: 'Dari perangkat Anda',
    unnamed: 'Gambar tanpa judul',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `sisa sekitar ${duration}`,
    retryIn: (duration) => `dicoba lagi dalam ${duration}`,
    progress: (name) => `Progres ${name}`,
    thumbnail: (target) => `ke ${target}`,
    serviceSaid: 'Keterangan {site}:',
    reference: (ret) => `kode ${ret}`,
    switched: (now, before) => `Beralih ke ${now} karena ${before} tidak selesai di {site}.`,
    switchedForSize: (now, before) =>
      `Beralih ke ${now} karena ${before} tidak memperbesar gambar.`,
    sentSmaller:
      'Dikirim sebagai file yang lebih kecil karena {site} tidak menyelesaikan file yang lebih besar.',
    cancelled: 'Dibatalkan sebelum pembesaran dimulai. Tidak ada kredit yang dipotong.',
    cancelledLate:
      'Dibatalkan setelah pembesaran dimulai. {site} mungkin tetap menyelesaikannya dan memotong kredit Anda.',
    savedPlain: {
      format: 'Disimpan dalam format asli: tidak dapat dikonversi.',
      note: 'Disimpan tanpa sumber: tidak ada tempat untuk catatan di file.',
    },
    saveFailed: 'Browser tidak dapat menulis file. Gambarnya masih di sini.',
    kept: 'gambar asli dipakai, gratis',
    largerOriginal: ({ size, host, shown }) =>
      `Memakai gambar asli yang lebih besar${size ? ` (${size})` : ''}${host ? ` dari ${host}` : ''}${shown ? `, bukan yang ada di halaman (${shown})` : ''}`,
    fromScreen: 'Diambil dari layar',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools: {
    'super-resolution': 'Resolusi super',
    'smart-hd': 'HD Cerdas',
    'fast-hd': 'HD Cepat',
  },
  stages: {
    preparing: 'Menyiapkan',
    uploading: 'Mengunggah',
    slot: 'Menunggu giliran',
    ordering: 'Mengirim ke {site}',
    checking: 'Memeriksa apakah sudah diterima',
    generating: 'Memperbesar',
    collecting: 'Mengunduh hasil',
    joining: 'Menggabungkan bagian',
    done: 'Siap',
    failed: 'Gagal',
    cancelled: 'Dibatalkan',
  },
  waiting: {
    'sign-in': 'Anda belum masuk ke {site}. Proses berlanjut setelah Anda masuk.',
    consent:
      'Anda belum menyetujui pengiriman gambar ke {site}. Proses berlanjut setelah Anda setuju.',
    'page-consent':
      'Pesanan ini melalui halaman {site} sendiri. Proses berlanjut setelah Anda menyetujuinya.',
    otherAccount: (name, isKnown) => {
      if (name) {
        return `Masuk ke {site} sebagai ${name}, akun yang mengirim gambar ini. Proses lalu berlanjut otomatis.`;
      }
      return isKnown
        ? 'Gambar ini dikirim oleh akun {site} lain. Masuk ke akun itu dan proses berlanjut otomatis.'
        : 'Akun {site} yang sedang masuk tidak mengirim gambar ini. Masuk ke akun yang mengirimnya dan proses berlanjut otomatis.';
    },
    network: 'Tidak ada koneksi ke {site}. Proses berlanjut setelah koneksi pulih.',
    permission: {
      before: 'Gambar ini tersimpan di ',
      after: '. Membacanya memerlukan izin Anda.',
    },
    uploadHost: {
      before: '{site} meminta gambar ini dikirim ke ',
      after: '. Mengirimnya ke sana memerlukan izin Anda.',
    },
    resultHost: {
      before: '{site} menyimpan hasilnya di ',
      after: '. Mengambilnya memerlukan izin Anda. Tidak ada kredit lagi yang dipotong.',
    },
    serviceHost: { before: 'Untuk melanjutkan diperlukan izin Anda untuk ', after: '.' },
    cookies: {
      before: 'Gambar ini tersimpan di ',
      after:
        ', yang tidak mengirimkannya ke pengunjung anonim. Jika Anda izinkan, permintaan menyertakan cookie Anda untuk situs itu, hanya untuk gambar ini.',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `Gambar ini sedang diperbesar ke ${target}.`;
        case 'unconfirmed':
          return `Kredit untuk gambar ini dalam ${target} mungkin sudah dipotong. Coba lagi yang sebelumnya: hasilnya dicari dulu.`;
        case 'gone':
          return `Hasil ${target} tidak lagi tersimpan di sini. Memperbesar gambar ini lagi mungkin memakan kredit.`;
        default:
          return `Anda sudah memperbesar gambar ini ke ${target}. Pakai hasil itu secara gratis?`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `Gambar ini sudah sebesar ${target}. Memakainya apa adanya gratis.`
        : `Gambar ini sudah ${size}, sebesar ${target}. Memakainya apa adanya gratis.`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') {
        return 'Anda telah mencapai batas hari ini di {site}. Proses berlanjut besok.';
      }
      if (code === 'membership-needed') {
        return `${target} memerlukan keanggotaan {site}. Tidak ada kredit yang dipotong.`;
      }
      const left = balance === undefined ? '' : ` (sisa ${number(balance)})`;
      return `Kredit {site} tidak cukup${left}. Proses berlanjut setelah kredit cukup.`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? 'Kontrol risiko {site} menolak ini. Semuanya dijeda dan dilanjutkan nanti. Periksa apakah situs {site} meminta Anda mengonfirmasi sesuatu.'
        : '{site} sibuk dan meminta jeda. Proses berlanjut otomatis. Tidak ada kredit yang dipotong.',
    dayLimit: (credits) =>
      `Pesanan berikutnya bisa melewati batas ${creditCount(credits)} per hari. Ini berlanjut besok, atau bila Anda mengubah batas di pengaturan.`,
    stillRunning: (polledAt) =>
      `Masih diproses di {site}${polledAt ? `, terakhir diperiksa pukul ${polledAt}` : ''}. Proses berlanjut otomatis. Memeriksa lagi gratis.`,
  },
  announce: {
    done: (name) => `${name} siap.`,
    saved: (name) => `${name} tersimpan.`,
    failed: (name, sentence) => `${name} gagal. ${sentence}`,
    waiting: (name, sentence) => `${name} menunggu. ${sentence}`,
    stage: (name, stage) => `${name}: ${stage}`,
  },
  flaws: {
    black: 'Hasilnya hitam.',
    uniform: 'Hasilnya hanya satu warna.',
    'transparency-lost': 'Sebagian gambar asli transparan; hasilnya tidak.',
    'wrong-shape': 'Bentuk hasil berbeda dari aslinya. Gambar mungkin terpotong atau teregang.',
    'not-larger': 'Hasilnya tidak lebih besar dari aslinya.',
    'short-of-target': (target) => `Hasilnya lebih kecil dari ${target}.`,
  },
  charged: {
    no: 'Tidak ada kredit yang dipotong.',
    maybe: 'Kredit mungkin telah dipotong.',
  },
  refund: {
    yes: 'Kredit Anda telah dikembalikan.',
    no: 'Kredit Anda tidak dikembalikan.',
    unknown: 'Tidak diketahui apakah kredit Anda dikembalikan.',
  },
};
