import Model

/// The translations of each key, the likeliest first: by their source, then by their score.
struct RankedLists {
  /// A translation: the number of the term in its vocabulary, and its source.
  struct Entry: Hashable {
    var term: Int32
    var source: DictionaryKind
  }

  /// A finding that a term translates a key.
  struct Finding {
    var key: Int32
    var source: DictionaryKind
    var term: Int32
    var score: Float
  }

  private(set) var entries: [Entry] = []
  /// The range in `entries` of each key.
  private var ranges: [Range<Int>]

  subscript(key: Int) -> ArraySlice<Entry> { entries[ranges[key]] }

  /// Ranks findings. The scores of equal findings are added, and of terms with equal scores the one
  /// that appeared first comes first. Each key gets at most `SynonymSet.maximumTranslations`
  /// distinct terms.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is the number of findings.
  init(_ findings: [Finding], keyCount: Int) {
    ranges = Array(repeating: 0..<0, count: keyCount)
    let sums = Self.sums(findings)
    var order = Array(sums.indices)
    order.sort { left, right in
      let (left, right) = (sums[left], sums[right])
      if left.key != right.key { return left.key < right.key }
      if left.source != right.source { return left.source < right.source }
      if left.score != right.score { return left.score > right.score }
      return left.term < right.term
    }
    var index = 0
    while index < order.count {
      let key = sums[order[index]].key
      let start = entries.count
      while index < order.count, sums[order[index]].key == key {
        let finding = sums[order[index]]
        index += 1
        guard entries.count - start < SynonymSet.maximumTranslations,
          !entries[start...].contains(where: { $0.term == finding.term })
        else { continue }
        entries.append(Entry(term: finding.term, source: finding.source))
      }
      ranges[Int(key)] = start..<entries.count
    }
  }

  private static func sums(_ findings: [Finding]) -> [Finding] {
    var findings = findings
    findings.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      if left.source != right.source { return left.source < right.source }
      return left.term < right.term
    }
    var sums: [Finding] = []
    for finding in findings {
      if let last = sums.last, last.key == finding.key, last.source == finding.source,
        last.term == finding.term
      {
        sums[sums.count - 1].score += finding.score
      } else {
        sums.append(finding)
      }
    }
    return sums
  }
}
