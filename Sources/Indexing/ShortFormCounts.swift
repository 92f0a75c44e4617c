public import Corpus
import Model
import SegmentFormat
import TextAnalysis
import Translation

/// The short forms that texts explain, with how often each is explained so, in the order in which
/// they came.
struct ShortFormCounts: Sendable {
  private(set) var forms: [ShortForm] = []
  private var places: [ShortForm: Int] = [:]

  /// Takes those of a text.
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

  /// The table in which questions look them up; nil where there are none.
  static func table(of forms: [ShortForm]) -> [UInt8]? {
    guard !forms.isEmpty else { return nil }
    return ShortFormTable.compile(forms)
  }
}

/// The table of the short forms that documents at hand explain; nil where they explain none.
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
