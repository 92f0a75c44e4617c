import Answering

/// What is said in and about tables of facts.
enum FactMessage: Sendable, Equatable {
  case nothing(FactKind, topic: String)
  /// Above the facts of a group; nil where they need none.
  case heading(Fact.Group)

  var phrase: Phrase? {
    switch self {
    case .nothing(.dates, let topic):
      Phrase(
        english: "No sentence about \(topic) holds a date.",
        indonesian: "Tidak ada kalimat tentang \(topic) yang memuat tanggal.")
    case .nothing(.quantities, let topic):
      Phrase(
        english: "No sentence about \(topic) holds a number.",
        indonesian: "Tidak ada kalimat tentang \(topic) yang memuat angka.")
    case .heading(.date): nil
    case .heading(.dayOfYear): Phrase(english: "Without a year", indonesian: "Tanpa tahun")
    case .heading(.money(let unit)), .heading(.measure(let unit)): Phrase(verbatim: unit)
    case .heading(.percentage): Phrase(english: "Percentages", indonesian: "Persentase")
    case .heading(.duration): Phrase(english: "Durations", indonesian: "Jangka waktu")
    case .heading(.number): Phrase(english: "Other numbers", indonesian: "Angka lain")
    }
  }
}
