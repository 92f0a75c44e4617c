import Model

/// The beginnings of lines that state author, date, publisher or title, in English and Indonesian.
enum StatementPhrases {
  /// The phrases in lowercase, longest first. Some of them count only if a colon follows.
  static let all: [(key: MetadataKey, phrase: String, needsColon: Bool)] =
    list.split(separator: "\n").flatMap { line in
      let fields = line.split(separator: "|").map { $0.split(separator: " ") }
      guard let name = fields.first?.first, let key = keys[name] else {
        return [(key: MetadataKey, phrase: String, needsColon: Bool)]()
      }
      return fields.dropFirst().map { words in
        let phrase = words.joined(separator: " ")
        let needsColon = phrase.hasSuffix(":")
        return (key, needsColon ? String(phrase.dropLast()) : phrase, needsColon)
      }
    }.sorted { $0.phrase.utf8.count > $1.phrase.utf8.count }

  private static let keys: [Substring: MetadataKey] = [
    "author": .author, "date": .date, "publisher": .publisher, "title": .title,
  ]

  private static let list = """
    author | written by | by | author: | authors: | story by | text by | words by | reported by
    author | reporter: | oleh | ditulis oleh | penulis | penulis: | reporter | laporan | teks:
    date | posted on | posted | published on | published at | published | publication date
    date | date: | date published | released on | first published | last updated | updated on
    date | updated | diterbitkan pada | diterbitkan | dipublikasikan pada | dipublikasikan
    date | tayang pada | tayang | terbit | tanggal: | tanggal terbit | diunggah pada | dimuat
    publisher | publisher: | source: | published by: | sumber: | penerbit: | media:
    title | title: | judul:
    """
}
