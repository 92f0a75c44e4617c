import Model
import TextAnalysis

/// Reads subtitles (SubRip, WebVTT, SubStation Alpha). The cues are joined, and divided into
/// sentences, each on a line of its own with the time at which it begins.
struct SubtitleReader: FormatReader {
  /// The number of milliseconds without a cue that ends a paragraph, unless a sentence clearly
  /// continues: after a comma, or in lower case.
  private static let pause = 1500
  /// The number of milliseconds without a cue that ends a sentence in any case.
  private static let longPause = 5000

  func read(_ input: SourceInput) throws(ReadingError) -> [ExtractedText] {
    let file = SubtitleFile(try TextDecoder.utf8(input.bytes))
    var metadata = Metadata()
    if let title = file.title { metadata.addTitle(title) }
    var writer = MarkupWriter()
    var paragraph = SubtitleParagraph()
    for cue in file.cues {
      if let end = paragraph.end, Self.isBreak(from: end, to: cue, after: paragraph) {
        paragraph.write(to: &writer)
      }
      paragraph.append(cue)
    }
    paragraph.write(to: &writer)
    return [ExtractedText(writer, metadata: metadata)]
  }

  /// Returns whether a cue begins a new paragraph.
  private static func isBreak(
    from end: Int, to cue: SubtitleFile.Cue, after paragraph: SubtitleParagraph
  ) -> Bool {
    guard let first = cue.text.first else { return true }
    let gap = cue.start - end
    let continues = (0x61...0x7A).contains(first) || paragraph.endsWithComma
    return gap >= longPause || gap >= pause && !continues
  }
}

/// The cues between two pauses.
struct SubtitleParagraph {
  /// The number of bytes at which a sentence is divided between cues. Captions that a program has
  /// made often have no punctuation.
  private static let longestSentence = 600

  private var text: [UInt8] = []
  /// The offset in the text and the time of each cue.
  private var starts: [(offset: Int, time: Int)] = []
  /// The time at which the last cue ends, in milliseconds, or nil if there is none.
  private(set) var end: Int?

  var endsWithComma: Bool { text.last == UInt8(ascii: ",") }

  mutating func append(_ cue: SubtitleFile.Cue) {
    guard !cue.text.isEmpty else { return }
    if !text.isEmpty { text.append(0x20) }
    starts.append((text.count, cue.start))
    text += cue.text
    end = max(end ?? 0, cue.end)
  }

  /// Writes the sentences, and begins an empty paragraph.
  mutating func write(to writer: inout MarkupWriter) {
    var cue = 0
    for sentence in SentenceSplitter.sentences(in: text.span) {
      var start = sentence.lowerBound
      while start < sentence.upperBound {
        while cue + 1 < starts.count, starts[cue + 1].offset <= start { cue += 1 }
        let end = cut(sentence.upperBound, from: start, after: cue)
        writer.place(Place(.time, starts[cue].time / 1000))
        writer.line(text[start..<end])
        start = end
      }
    }
    writer.endParagraph()
    self = SubtitleParagraph()
  }

  /// Returns the end of the line that begins at `start`: that of the sentence, or of the last cue
  /// before it becomes too long.
  private func cut(_ end: Int, from start: Int, after cue: Int) -> Int {
    guard end - start > Self.longestSentence else { return end }
    var next = cue + 1
    while next < starts.count, starts[next].offset < end,
      starts[next].offset - start <= Self.longestSentence || next == cue + 1
    {
      next += 1
    }
    guard next - 1 > cue else { return end }
    return starts[next - 1].offset
  }
}
