import type { Connection } from '../en/connection';
import { pluralIn } from '../plural';

const plural = pluralIn('id');
const recorded = plural({ other: '# jawaban direkam' });

/** Indonesian messages of the connection check and of the versions. */
export const connection: Connection = {
  connection: {
    title: 'Koneksi',
    lead: 'Jika gambar gagal, periksa dulu di sini.',
    check: 'Setiap langkah sebelum pesanan',
    checkHint:
      'Mencoba setiap langkah yang gratis, dan mengunggah gambar kecil hasil lukisan. Tidak memakan kredit dan tidak mengirim pesanan.',
    start: 'Periksa koneksi',
    again: 'Periksa lagi',
    checking: 'Memeriksa…',
    needsConsent:
      'Setujui di halaman pertama sebelum memeriksa. Sampai saat itu tidak ada yang dikirim.',
    allGood: 'Semua langkah berfungsi.',
    someBad: plural({ other: '# langkah gagal.' }),
    steps: {
      cookie: { name: 'Cookie sesi', good: 'Anda sudah masuk ke {site} di browser ini.' },
      read: { name: 'Permintaan bertanda tangan', good: '{site} menerima tanda tangan dan sesi.' },
      balance: { name: 'Kredit', good: '{site} memberitahukan sisa kredit.' },
      token: { name: 'Kunci unggahan', good: '{site} memberikan kunci untuk mengunggah.' },
      apply: { name: 'Tempat unggahan', good: '{site} menyebutkan server untuk gambar.' },
      put: { name: 'Unggahan', good: 'Server menerima gambar kecil itu.' },
      commit: { name: 'Konfirmasi unggahan', good: '{site} mengonfirmasi gambarnya.' },
      'look-up': {
        name: 'Status tugas',
        good: '{site} menjawab untuk tugas yang tidak ada.',
      },
      sent: { name: 'Header permintaan', good: 'Sama seperti di situs {site}.' },
    },
    states: {
      waiting: 'Belum',
      running: 'Berjalan',
      good: 'Berfungsi',
      bad: 'Gagal',
      skipped: 'Dilewati',
    },
    problems: {
      'cookie-missing': 'Tidak ada sesi {site} di browser ini. Masuk di situs {site}.',
      'no-access': 'Ekstensi ini tidak dapat mengakses situs {site}. Izinkan di “Situs akun”.',
      'needs-earlier': 'Dilewati karena langkah sebelumnya gagal.',
      stopped: 'Dilewati karena pemeriksaan dihentikan.',
      unexpected: '{site} menjawab bahwa tugas itu ada.',
      'rule-missing':
        'Aturan yang menetapkan Origin dan Referer tidak berlaku. Mulai ulang browser.',
      'signed-out': '{site} tidak menerima sesi ini. Masuk lagi di situsnya.',
      'risk-control':
        'Kontrol risiko {site} menolak permintaan. Pemeriksaan dihentikan. Buka {site} dan tunggu sebentar.',
      'account-restricted': '{site} membatasi akun ini. Pemeriksaan dihentikan.',
      'confirmation-needed': '{site} meminta Anda menyetujui sesuatu di situsnya dulu.',
      outdated: '{site} tidak lagi menerima versi ini. Lihat “Lanjutan” di bawah.',
      'system-busy': '{site} sibuk, atau tidak menerima tanda tangan.',
      busy: 'Terlalu banyak permintaan. Tunggu satu menit.',
      'region-refused':
        '{site} tidak tersedia dari jaringan ini. Penyebabnya mungkin VPN atau alamat pusat data.',
      'bad-response': 'Bentuk jawaban tidak sesuai harapan.',
      network: 'Tidak ada koneksi.',
      timeout: 'Tidak ada jawaban tepat waktu.',
      'line-too-slow': 'Unggahan terlalu lambat.',
      'server-error': 'Terjadi kesalahan di server {site}.',
      'host-not-allowed': '{site} menyebut server yang tidak boleh diakses ekstensi ini.',
      'upload-refused': 'Unggahan ditolak.',
      'http-refused': 'Server {site} menolak permintaan.',
      'unknown-refusal': '{site} menolak permintaan dengan kode yang tidak dikenal.',
      'upload-corrupted': 'Server menerima data yang berbeda dari yang dikirim.',
    },
    otherProblem: (code) => `Gagal: ${code}.`,
    number: (code) => `Kode ${code}.`,
    missing: (path) => `Tidak ada: ${path}.`,
    sent: {
      set: (header) => `${header}: ditetapkan.`,
      notSet: (header) => `${header}: tidak ditetapkan.`,
      cookies: 'Cookie: dikirim dan dikenali.',
      noCookies: 'Cookie: tidak dikenali.',
      unknownCookies: 'Cookie: tidak diketahui.',
      how: 'Ekstensi tidak dapat membaca header yang terkirim. Inilah yang ditunjukkan oleh aturan dan jawabannya.',
    },
    test: 'Kirim satu gambar uji',
    testHint: (cost) =>
      `Benar-benar memperbesar gambar kecil dari halaman selamat datang ke 2K. ${cost}`,
    testCost: plural({ other: 'Biayanya # kredit saat terakhir dilihat.' }),
    testFree: 'Gratis saat terakhir dilihat.',
    testCostUnknown: 'Biayanya belum diketahui.',
    testNow: 'Kirim',
    testSent: 'Dimulai. Lihat di riwayat.',
    testNoRoom: 'Penyimpanan browser penuh.',
    report: 'Laporan koneksi',
    reportHint:
      'Versi, nama server, kode kesalahan, waktu, serta nama kolom dan jenis jawaban. Tanpa isi: tidak ada sesi, gambar, alamat halaman, atau nama.',
    copy: 'Salin',
    copied: 'Disalin',
    notCopied: 'Browser tidak dapat menyalinnya. Simpan saja.',
    ms: (count) => `${count} md`,
    save: 'Simpan sebagai file',
    record: 'Rekam 10 menit ke depan',
    recordHint:
      'Menambahkan nama kolom dan jenis semua jawaban {site} ke laporan. Hanya disimpan di memori sampai browser ditutup. Tombol bilah alat menampilkan REC.',
    recorded: (count) => `${recorded(count)}.`,
    recordingUntil: (time, count) => `Aktif sampai ${time}. ${recorded(count)}.`,
  },
  advanced: {
    title: 'Lanjutan',
    versions: 'Versi',
    hint: 'Versi yang disebutkan ekstensi kepada {site}. Ubah hanya jika {site} menolak permintaan karena usang dan seseorang memberi tahu nilai yang lebih baru.',
    show: 'Tampilkan versi',
    builtIn: (value, day) => `Bawaan: ${value}, dilihat ${day}.`,
    overridden: 'Diubah',
    invalidNumber: 'Gunakan angka dengan titik, misalnya 8.4.0. Tidak disimpan.',
    invalidName: 'Gunakan huruf, angka, _ dan koma. Tidak disimpan.',
    reset: 'Gunakan versi bawaan',
    notes: {
      appvr: 'Semua permintaan',
      daVersion: 'Semua permintaan',
      webVersion: 'Semua permintaan',
      appSdkVersion: 'Semua permintaan',
      aigcFeatures: 'Semua permintaan',
      rootModel: 'Pesanan',
      draftMinVersion: 'Pesanan, draf',
      componentMinVersion: 'Pesanan, komponen',
      originalAppvr: 'Resolusi super',
      originalDaVersion: 'Resolusi super',
    },
  },
};
