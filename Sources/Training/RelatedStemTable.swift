import Bytes
import Model
import Platform
import TextAnalysis

/// The nearest stems of each stem by their vectors, in the format in which `CRelatedWords` stores
/// them: lines `stem other4 another3`, sorted by the bytes of the first stem, nearest first.
///
/// A stem's vector is the mean of those of its words, normalized, after the mean of all words was
/// taken off. The nearness is the cosine of two vectors. Words that begin alike are left out,
/// because they match anyway.
struct RelatedStemTable {
  /// The bounds of a table.
  struct Limits {
    /// The least cosine of two related stems.
    var cosine: Float
    /// The greatest number of related stems of a stem.
    var count: Int
  }

  let text: String

  /// Reads a file of word vectors in text form (a word and its numbers a line, separated by spaces),
  /// more frequent words first.
  init(
    vectors path: String, language: Language, limits: Limits
  ) throws(TrainingFailure) {
    let file: MappedFile
    do throws(FileError) {
      file = try MappedFile(path: path)
    } catch {
      throw .file(error)
    }
    let stems = StemVectors(lines: file.bytes, analyzer: Analyzer(language: language))
    text = Self.lines(of: stems, limits).joined()
  }

  /// Returns the strength of a relation in tenths: 0.35 for a cosine of 0.5, which is half as sure as
  /// a word with the same beginning, and the more the nearer.
  static func strength(ofCosine cosine: Float) -> Int {
    Int((10 * min(0.6, max(0.1, cosine - 0.15))).rounded())
  }

  private static func lines(of stems: StemVectors, _ limits: Limits) -> [String] {
    let tasks = NumberedTasks<String, Never>(count: stems.count)
    onThreads(processorCount) { _ in
      while let number = tasks.next() {
        var near: [(stem: Int, cosine: Float)] = []
        for other in 0..<stems.count where other != number {
          let cosine = stems.cosine(number, other)
          guard cosine >= limits.cosine, !stems.beginAlike(number, other) else { continue }
          near.append((other, cosine))
        }
        near.sort { ($1.cosine, $0.stem) < ($0.cosine, $1.stem) }
        let others = near.prefix(limits.count).map {
          " \(stems.stems[$0.stem])\(strength(ofCosine: $0.cosine))"
        }
        tasks.finish(
          number, with: others.isEmpty ? "" : stems.stems[number] + others.joined() + "\n")
      }
    }
    return tasks.results()
  }
}

/// The vectors of stems, in the order of the bytes of the stems.
private struct StemVectors {
  private(set) var stems: [String] = []
  /// The first word of each stem.
  private var words: [String] = []
  /// The normalized vectors, one after the other.
  private var numbers: [Float] = []
  private var width = 0

  var count: Int { stems.count }

  init(lines: UnsafeRawBufferPointer, analyzer: Analyzer) {
    var read: [(word: String, vector: [Float])] = []
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: " "))
      guard let word = cells.first, word.count > 2, word.allSatisfy({ 0x61...0x7A ~= $0 })
      else { continue }
      let vector = cells.dropFirst().compactMap { Float(String(decoding: $0, as: UTF8.self)) }
      let text = String(decoding: word, as: UTF8.self)
      guard !analyzer.isStopWord(text.utf8.span), read.isEmpty || vector.count == width else {
        continue
      }
      width = vector.count
      read.append((text, vector))
    }
    var mean = [Float](repeating: 0, count: width)
    for (_, vector) in read {
      for place in mean.indices { mean[place] += vector[place] / Float(read.count) }
    }
    var sums: [String: (word: String, vector: [Float])] = [:]
    for (word, vector) in read {
      let stem = analyzer.analyze(word).first?.stem ?? word
      let own = Self.normalized(zip(vector, mean).map { $0 - $1 })
      if let sum = sums[stem] {
        sums[stem] = (sum.word, zip(sum.vector, own).map { $0 + $1 })
      } else {
        sums[stem] = (word, own)
      }
    }
    stems = sums.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for stem in stems {
      guard let sum = sums[stem] else { continue }
      words.append(sum.word)
      numbers += Self.normalized(sum.vector)
    }
  }

  private static func normalized(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }

  func cosine(_ a: Int, _ b: Int) -> Float {
    // Sixteen at a time; `zip` alone would take minutes for a table.
    var sums = SIMD16<Float>()
    var sum: Float = 0
    numbers.withUnsafeBytes { bytes in
      let size = MemoryLayout<Float>.size
      var place = 0
      while place + 16 <= width {
        let first = (a * width + place) * size
        let second = (b * width + place) * size
        sums.addProduct(
          bytes.loadUnaligned(fromByteOffset: first, as: SIMD16<Float>.self),
          bytes.loadUnaligned(fromByteOffset: second, as: SIMD16<Float>.self))
        place += 16
      }
      while place < width {
        sum += numbers[a * width + place] * numbers[b * width + place]
        place += 1
      }
    }
    return sum + sums.sum()
  }

  /// Returns whether two words share at least five letters at their beginnings, and 0.7 of the longer
  /// word.
  func beginAlike(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (words[a].utf8, words[b].utf8)
    let shared = zip(first, second).prefix { $0 == $1 }.count
    return shared >= 5 && 10 * shared >= 7 * max(first.count, second.count)
  }
}
