import SegmentFormat

/// The surface forms of all workers under one numbering, with the order of terms and the surfaces
/// that share a stem.
struct MergedVocabulary {
  /// One distinct surface form: its bytes and its stem's, in some worker's arena.
  private struct Form {
    var worker: Int
    var surface: Range<Int>
    var stem: Range<Int>
  }

  private let arenas: [[UInt8]]
  private var forms: [Form] = []
  /// For each worker, the merged number of each of its surface forms.
  private(set) var numbers: [[UInt32]] = []

  var count: Int { forms.count }

  init(_ vocabularies: [Vocabulary]) {
    arenas = vocabularies.map(\.arena)
    var known: [Key: UInt32] = [:]
    known.reserveCapacity((vocabularies.map(\.count).max() ?? 0) * 2)
    for (worker, vocabulary) in vocabularies.enumerated() {
      var numbers: [UInt32] = []
      numbers.reserveCapacity(vocabulary.count)
      for id in 0..<vocabulary.count {
        let form = Form(
          worker: worker, surface: vocabulary.surfaces[id], stem: vocabulary.stems[id])
        let fresh = UInt32(forms.count)
        // One worker's own forms are distinct already.
        if vocabularies.count == 1 {
          numbers.append(fresh)
          forms.append(form)
          continue
        }
        let key = Key(bytes: vocabulary.arena[form.surface])
        if let number = known[key] {
          numbers.append(number)
        } else {
          known[key] = fresh
          numbers.append(fresh)
          forms.append(form)
        }
      }
      self.numbers.append(numbers)
    }
  }

  private struct Key: Hashable {
    var bytes: ArraySlice<UInt8>
    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
    static func == (a: Key, b: Key) -> Bool { a.bytes.elementsEqual(b.bytes) }
  }

  func surface(_ number: Int) -> ArraySlice<UInt8> {
    arenas[forms[number].worker][forms[number].surface]
  }

  func stem(_ number: Int) -> ArraySlice<UInt8> {
    arenas[forms[number].worker][forms[number].stem]
  }

  /// Whether stemming leaves the form as it is.
  func isOwnStem(_ number: Int) -> Bool { forms[number].stem == forms[number].surface }

  /// Numbers of all surface forms in the byte order of the forms.
  func orderBySurface() -> [UInt32] { order { surface($0) } }

  /// Groups of surface forms that share a stem, in the byte order of the stems.
  func groupsByStem() -> [[UInt32]] {
    var groups: [[UInt32]] = []
    for number in order({ stem($0) }) {
      if let last = groups.last?.last, stem(Int(last)).elementsEqual(stem(Int(number))) {
        groups[groups.count - 1].append(number)
      } else {
        groups.append([number])
      }
    }
    return groups
  }

  /// Sorts by the first eight bytes as one number, and by the rest only where these are equal.
  private func order(_ bytes: (Int) -> ArraySlice<UInt8>) -> [UInt32] {
    var keyed: [(leading: UInt64, number: UInt32)] = []
    keyed.reserveCapacity(count)
    for number in 0..<count {
      let leading = bytes(number).withUnsafeBytes { TermDictionary.leadingBytes($0) }
      keyed.append((leading, UInt32(number)))
    }
    keyed.sort { a, b in
      if a.leading != b.leading { return a.leading < b.leading }
      let x = bytes(Int(a.number))
      let y = bytes(Int(b.number))
      if x.elementsEqual(y) { return a.number < b.number }
      return x.lexicographicallyPrecedes(y)
    }
    return keyed.map(\.number)
  }
}
