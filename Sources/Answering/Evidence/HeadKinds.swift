/// The kinds of answers that the heads of columns and the labels of values announce: a price stands
/// under *Harga* and a place under *Location*, whether or not the question says so.
enum HeadKinds {
  /// Returns whether one of some words announces answers of a type.
  static func announces(_ type: QuestionType, _ words: [Word]) -> Bool {
    words.contains { word in
      if QuestionTables.shared.type(ofNoun: word.key) == type { return true }
      let mark = mark(of: type)
      return mark != 0 && table[word.key] & mark != 0
    }
  }

  private static func mark(of type: QuestionType) -> UInt64 {
    switch type {
    case .person: 1 << 0
    case .place: 1 << 1
    case .date: 1 << 2
    case .number: 1 << 3
    default: 0
    }
  }

  private static let table = {
    var table = WordMarks(capacity: 80)
    table.insert("name nama who", mark: 1 << 0)
    table.insert("address where venue room shelf alamat tempat ruang ruangan", mark: 1 << 1)
    table.insert("when time waktu jam pukul jadwal mulai selesai", mark: 1 << 2)
    table.insert("qty quantity count total stock units stok kuantitas banyaknya", mark: 1 << 3)
    return table
  }()
}
