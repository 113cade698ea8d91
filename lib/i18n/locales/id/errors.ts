import type { Errors } from '../en/errors';

/** Indonesian error sentences. */
export const errors: Errors = {
  'signed-out': 'Anda dikeluarkan dari {site}. Masuk, lalu coba lagi.',
  'confirmation-needed':
    '{site} meminta Anda menyetujui sesuatu dulu, misalnya ketentuannya. Buka halamannya, jawab di sana, lalu coba lagi.',
  'no-credits': 'Kredit di akun {site} Anda tidak cukup.',
  'membership-needed': (p) => `${p.target} memerlukan keanggotaan {site}.`,
  'daily-limit': 'Akun {site} Anda telah mencapai batas hari ini. Coba lagi besok.',
  busy: '{site} terlalu sibuk dan tidak menerima ini. Coba lagi nanti.',
  'risk-control':
    'Kontrol risiko {site} menolak ini. Mencoba lagi akan memperburuknya. Penyebabnya mungkin VPN atau alamat pusat data. Periksa apa yang diminta situs {site}.',
  'account-restricted':
    '{site} membatasi akun Anda dari membuat gambar. Hanya situs {site} yang dapat menjelaskan alasannya.',
  'input-refused': 'Pemeriksaan konten {site} menolak gambar ini.',
  'output-refused': 'Pemeriksaan konten {site} menolak hasilnya.',
  'content-refused': 'Pemeriksaan konten {site} menolak ini.',
  'copyright-refused': '{site} menolak gambar ini karena alasan hak cipta.',
  outdated:
    '{site} telah berubah dan tidak lagi menerima versi ekstensi ini. Tunggu pembaruan. Sementara itu, gunakan situs {site}.',
  'system-busy': '{site} selalu menjawab sedang sibuk. Coba lagi nanti.',
  'page-signature-missing':
    '{site} hanya menerima permintaan jenis ini dari halamannya sendiri. Anda dapat melanjutkan lewat halaman itu.',
  'page-unavailable':
    'Halaman {site} tidak dapat disiapkan, jadi tidak ada yang dikirim. Buka {site}, masuk di sana, lalu coba lagi.',
  'region-refused':
    '{site} tidak tersedia dari wilayah atau jaringan Anda. Penyebabnya mungkin VPN atau alamat pusat data.',
  'generation-failed': '{site} tidak dapat memperbesar gambar ini dan tidak memberi alasan.',
  'upload-unreadable': '{site} tidak dapat membaca gambar yang diterimanya.',
  'upload-refused': 'Penyimpanan {site} menolak unggahan.',
  'upload-corrupted': 'Gambar rusak dalam perjalanan ke {site}.',
  'host-not-allowed': '{site} menyebut alamat yang tidak aman, jadi ekstensi tidak memakainya.',
  'result-deleted': 'Hasilnya dihapus di {site} sebelum sempat diunduh.',
  'result-expired': 'Tautan ke hasil sudah kedaluwarsa. “Coba lagi” meminta tautan baru.',
  'result-missing': '{site} melaporkan berhasil, tetapi tidak memberikan gambar.',
  'http-refused': '{site} menolak permintaan tanpa memberi alasan.',
  'server-error': '{site} sedang bermasalah. Coba lagi nanti.',
  'bad-response': 'Jawaban {site} tidak dapat dipahami.',
  network: 'Koneksi ke {site} terputus.',
  timeout: '{site} tidak menjawab tepat waktu.',
  'line-too-slow':
    'Koneksi Anda terlalu lambat untuk gambar ini. Sudah dicoba tiga kali, masing-masing dengan waktu lebih lama. Coba lagi dengan koneksi lebih cepat atau gunakan file yang lebih kecil.',
  'unknown-refusal': '{site} menolak ini karena alasan yang tidak dikenal ekstensi.',
  'image-empty': 'File gambar kosong.',
  'image-is-page': 'Situs mengirim halaman web, bukan gambar. Anda mungkin harus masuk di sana.',
  'image-unknown-type': 'Jenis gambar ini tidak dapat diperbesar. Gunakan JPEG, PNG, atau WebP.',
  'image-broken': 'File gambar rusak atau tidak lengkap.',
  'image-too-small':
    'Gambar ini terlalu kecil untuk diperbesar. Halamannya mungkin punya yang lebih besar.',
  'image-too-large': 'Gambar ini terlalu besar untuk {site}. Pilih file yang lebih kecil.',
  'image-too-many-pixels':
    'Gambar ini lebih dari 51 megapiksel dan memerlukan terlalu banyak memori. Perkecil, lalu pilih file itu.',
  'image-blank': 'Gambarnya kosong. Halaman mungkin belum selesai memuatnya.',
  'image-heic':
    'Browser ini tidak dapat membaca gambar HEIC. Buka fotonya, simpan sebagai JPEG, lalu pilih file itu.',
  'image-jxl':
    'Browser ini tidak dapat membaca gambar JPEG XL. Buka gambarnya, simpan sebagai JPEG atau PNG, lalu pilih file itu.',
  'image-tiff':
    'Browser tidak dapat membaca gambar TIFF. Buka gambarnya, simpan sebagai JPEG atau PNG, lalu pilih file itu.',
  'image-psd': 'Ini file Photoshop (PSD). Ekspor sebagai PNG atau JPEG, lalu pilih file itu.',
  'image-pdf':
    'Ini dokumen PDF. Simpan gambar di dalamnya sebagai JPEG atau PNG, lalu pilih file itu.',
  'image-svg-unreadable':
    'Grafik SVG ini tidak dapat dikonversi menjadi gambar. Gunakan versi PNG.',
  'image-result-too-large':
    'Gambar ini begitu panjang sehingga hasilnya akan terlalu besar untuk ditampilkan. Potong menjadi gambar yang lebih pendek, lalu pilih file-file itu.',
  'image-too-many-parts':
    'Gambar ini begitu panjang dan sempit sehingga memerlukan lebih dari 32 pesanan. Potong menjadi gambar yang lebih pendek, lalu pilih file-file itu.',
  'source-not-found': (p) => `${p.host ?? 'Situs itu'} tidak lagi memiliki gambar ini.`,
  'source-refused': (p) =>
    `${p.host ?? 'Situs itu'} tidak mengizinkan ekstensi membaca gambar ini. Simpan dari halamannya, lalu pilih file itu.`,
  'source-host-error': (p) => `${p.host ?? 'Situs itu'} sedang bermasalah.`,
  'source-unreachable': (p) => `${p.host ?? 'Situs itu'} tidak dapat dijangkau.`,
  'source-timeout': (p) => `${p.host ?? 'Situs itu'} tidak mengirim gambar tepat waktu.`,
  'source-gone':
    'Halaman yang memuat gambar ini ditutup atau telah berubah. Buka halamannya dan klik gambarnya lagi.',
  'source-hidden':
    'Gambar ini tidak tampak. Beralih ke tabnya, gulir ke gambar, lalu coba lagi di sana.',
  'source-malformed': 'Data gambar di halaman tidak dapat dibaca.',
  'source-private':
    'Gambar ada di komputer ini atau jaringan Anda sendiri, tetapi halamannya tidak. Simpan sendiri gambarnya, lalu pilih file itu.',
  'source-unsupported':
    'Ekstensi tidak dapat membaca gambar dari jenis halaman ini. Untuk file lokal, aktifkan “Izinkan akses ke URL file” di setelan browser untuk ekstensi ini, atau pilih file di sini.',
  'submit-unconfirmed':
    'Permintaan sudah dikirim, tetapi {site} tidak menjawab dan tidak mencantumkannya.',
  'result-broken': 'Hasilnya bukan gambar yang valid.',
  'join-failed':
    'Bagian yang sudah diperbesar tidak dapat digabungkan menjadi satu gambar. Semuanya tersimpan. “Coba lagi” menggabungkannya lagi dan tidak mengirim pesanan baru.',
  'save-failed': 'Browser tidak dapat menulis file. Gambarnya masih di sini.',
  'storage-full': 'Penyimpanan browser penuh. Hapus beberapa gambar di sini, lalu coba lagi.',
  'input-lost': 'Gambar asli tidak lagi tersimpan. Buka halamannya dan klik gambarnya lagi.',
  'row-damaged':
    'Entri ini rusak di penyimpanan browser dan tidak dapat dilanjutkan. Hapus, lalu klik gambarnya lagi.',
  internal: 'Terjadi kesalahan di ekstensi.',
};
