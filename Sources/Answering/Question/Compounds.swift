/// Indonesian compounds that are written as one word or as two: `ibukota`, `ibu kota`.
enum Compounds {
  /// Returns the two words of a compound that is written as one, or nil for other words.
  static func parts(of word: String) -> String? {
    guard let pair = pairs.first(where: { $0.0 + $0.1 == word }) else { return nil }
    return pair.0 + " " + pair.1
  }

  /// Returns the compound of two words as one word, or nil for other words.
  static func whole(_ first: String, _ second: String) -> String? {
    pairs.contains { $0 == (first, second) } ? first + second : nil
  }

  private static let pairs: [(String, String)] = [
    ("ibu", "kota"), ("kerja", "sama"), ("tanda", "tangan"), ("orang", "tua"), ("olah", "raga"),
    ("tanggung", "jawab"), ("terima", "kasih"), ("rumah", "sakit"), ("mata", "hari"),
    ("bumi", "putra"), ("sapu", "tangan"), ("mata", "uang"), ("lalu", "lintas"),
    ("pasca", "sarjana"), ("uji", "coba"), ("serah", "terima"), ("daya", "saing"),
    ("duta", "besar"), ("kereta", "api"), ("air", "terjun"), ("garis", "bawah"), ("tata", "bahasa"),
    ("wali", "kota"), ("juru", "bicara"), ("bela", "sungkawa"), ("suka", "rela"), ("beri", "tahu"),
    ("antar", "kota"), ("jalan", "tol"), ("kaca", "mata"), ("hulu", "balang"), ("peran", "serta"),
  ]
}
