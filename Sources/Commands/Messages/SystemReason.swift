import Glibc

/// The system's description of an `errno`.
enum SystemReason {
  /// Returns the description of an error.
  ///
  /// The C library has Indonesian descriptions only if its translations are installed, so this type
  /// has its own for the errors that occur with files.
  static func phrase(_ code: Int32) -> Phrase {
    let english = String(cString: strerror(code))
    return Phrase(english: english, indonesian: indonesian[code] ?? english)
  }

  private static let indonesian: [Int32: String] = [
    EPERM: "Operasi tidak diizinkan",
    ENOENT: "Tidak ada berkas atau folder seperti itu",
    EIO: "Kesalahan baca/tulis pada perangkat",
    ENOMEM: "Memori tidak cukup",
    EACCES: "Akses ditolak",
    EBUSY: "Perangkat atau berkas sedang dipakai",
    EEXIST: "Berkas sudah ada",
    EXDEV: "Berada di sistem berkas lain",
    ENOTDIR: "Bukan folder",
    EISDIR: "Ini sebuah folder",
    EINVAL: "Argumen tidak sah",
    ENFILE: "Terlalu banyak berkas terbuka di sistem",
    EMFILE: "Terlalu banyak berkas terbuka",
    EFBIG: "Berkas terlalu besar",
    ENOSPC: "Tidak ada ruang tersisa di perangkat",
    EROFS: "Sistem berkas hanya dapat dibaca",
    EPIPE: "Pipa terputus",
    ENAMETOOLONG: "Nama berkas terlalu panjang",
    ENOTEMPTY: "Folder tidak kosong",
    ELOOP: "Terlalu banyak tautan simbolis",
    EDQUOT: "Kuota disk terlampaui",
  ]
}
