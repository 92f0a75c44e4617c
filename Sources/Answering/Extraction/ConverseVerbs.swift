/// Verbs that tell one event from its two sides: whoever buys something is the one to whom it is
/// sold, and whoever is beaten loses.
enum ConverseVerbs {
  /// The place of the agent of one verb in a sentence with the other one.
  enum Slot: Equatable {
    case agent
    case patient
    /// Behind one of the row's prepositions.
    case behind([WordKey])
  }

  /// Returns the place of the one whom a question asks about in a sentence with another verb, or nil
  /// if the two verbs do not tell one event.
  static func slot(asked: WordKey, stated: WordKey) -> Slot? {
    let common = rows.asked[asked] & rows.stated[stated]
    return common == 0 ? nil : rows.slots[common.trailingZeroBitCount]
  }

  /// A Boolean value that indicates whether a question with this verb may be answered by a sentence
  /// with another one.
  static func isAsked(_ word: WordKey) -> Bool { rows.asked[word] != 0 }

  /// Calls `body` with the verbs that state what a question with a verb asks, each in UTF-8.
  static func forEachStated(forAsked word: WordKey, _ body: (Span<UInt8>) -> Void) {
    let asked = rows.asked[word]
    guard asked != 0 else { return }
    let bytes = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    for (row, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated()
    where asked & 1 << UInt64(row) != 0 {
      let verbs = line.split(separator: UInt8(ascii: ":"))[1]
      for verb in verbs.split(separator: UInt8(ascii: " ")) {
        body(UnsafeBufferPointer(rebasing: verb).span)
      }
    }
  }

  /// In each line the verb of the question, the verb of the sentence, and the place in the sentence of
  /// the one who is asked for: its agent, its patient, or what follows a preposition.
  private static let table: StaticString = """
    buy buys bought purchase purchased acquire acquired membeli : sell sells sold resold menjual dijual : to kepada ke
    sell sells sold menjual : buy bought purchase purchased acquired membeli dibeli : from dari
    borrow borrows borrowed meminjam : lend lends lent loaned meminjamkan dipinjamkan : to kepada ke
    lend lends lent loaned meminjamkan : borrow borrows borrowed meminjam dipinjam : from dari
    teach teaches taught mengajar mengajari : learn learns learned learnt study studied belajar berguru : from under with dari pada kepada
    give gives gave donate donated memberi memberikan : receive receives received inherit inherited menerima mewarisi : from dari
    receive receives received inherit inherited menerima : give gives gave given donated memberi memberikan diberikan : to kepada
    employ employs employed mempekerjakan : work works worked bekerja : for untuk di pada
    win wins won menang memenangkan memenangi : beat beats beaten defeat defeats defeated mengalahkan dikalahkan menaklukkan : agent
    lose loses lost kalah : beat beats beaten defeat defeats defeated mengalahkan dikalahkan menaklukkan : patient
    """

  private struct Rows {
    /// The rows of each verb, as a mask.
    var asked = WordMarks(capacity: 80)
    var stated = WordMarks(capacity: 80)
    var slots: [Slot] = []
  }

  private static let rows = {
    var rows = Rows()
    var reader = WordListReader(table)
    var column = 0
    var places: [WordKey] = []
    while let (word, mark) = reader.next() {
      let row: UInt64 = 1 << UInt64(rows.slots.count)
      switch column {
      case 0: rows.asked.insert(word, mark: row)
      case 1: rows.stated.insert(word, mark: row)
      default: places.append(word)
      }
      if mark == UInt8(ascii: ":") {
        column += 1
      } else if mark == UInt8(ascii: "\n") {
        rows.slots.append(
          places == [agent] ? .agent : places == [patient] ? .patient : .behind(places))
        column = 0
        places = []
      }
    }
    return rows
  }()

  private static let agent = WordKey("agent")
  private static let patient = WordKey("patient")
}
