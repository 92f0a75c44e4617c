public import Corpus
import Model
import SegmentFormat
import TextAnalysis
import Translation

/// The short forms that texts explain, in the order of their first occurrence, with the number of
/// times that each is explained.
struct ShortFormCounts: Sendable {
  private(set) var forms: [ShortForm] = []
  private var places: [ShortForm: Int] = [:]

  /// Adds the short forms that a text explains.
  mutating func add(_ text: Span<UInt8>, in language: Language) {
    ShortFormScanner.forEach(in: text) { match in
      add(
        ShortForm(
          short: text.string(match.short), expansion: text.string(match.expansion),
          language: language))
    }
  }

  private mutating func add(_ form: ShortForm) {
    var key = form
    key.count = 0
    if let place = places[key] {
      forms[place].count += form.count
    } else {
      places[key] = forms.count
      forms.append(form)
    }
  }

  /// Returns the table in which questions look up short forms, or nil if there are none.
  static func table(of forms: [ShortForm]) -> [UInt8]? {
    guard !forms.isEmpty else { return nil }
    return ShortFormTable.compile(forms)
  }
}

/// Returns the table of the short forms that documents explain, or nil if they explain none.
public func shortFormTable(of documents: [Document]) -> [UInt8]? {
  var worker = IndexWorker(number: 0)
  _ = worker.index(documents, source: 0)
  return ShortFormCounts.table(of: worker.shortForms.forms)
}

extension Span<UInt8> {
  fileprivate func string(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

/// The short forms of several sources, collected from units that arrive in any order.
struct ShortFormsBySource: Sendable {
  private struct Key: Hashable, Sendable {
    var source: Int
    /// The short form, with a count of 0.
    var form: ShortForm
  }

  private struct Found: Sendable {
    var count = 0
    /// The unit of the first occurrence, and the index among the short forms of that unit.
    var first = (ordinal: Int.max, place: 0)
  }

  private var found: [Key: Found] = [:]

  /// The approximate size of the short forms in memory, in bytes.
  var byteCount: Int {
    // Each key has two strings, which may be too long to be stored inline.
    found.capacity * (MemoryLayout<(Key, Found)>.stride + 2 * 48)
  }

  /// - Parameters:
  ///   - forms: The short forms of one unit, each once.
  ///   - source: The index of the unit's file.
  ///   - ordinal: The ordinal of the unit.
  mutating func add(_ forms: [ShortForm], of source: Int, ordinal: Int) {
    for (place, form) in forms.enumerated() {
      var key = Key(source: source, form: form)
      key.form.count = 0
      var known = found[key] ?? Found()
      known.count += form.count
      if (ordinal, place) < known.first { known.first = (ordinal, place) }
      found[key] = known
    }
  }

  /// Returns the short forms of each source, in the order of their first occurrence there.
  func inOrder(sourceCount: Int) -> [[ShortForm]] {
    var forms = [[ShortForm]](repeating: [], count: sourceCount)
    for (key, found) in found.sorted(by: { $0.value.first < $1.value.first }) {
      var form = key.form
      form.count = found.count
      forms[key.source].append(form)
    }
    return forms
  }
}
