import Model
public import Retrieval
import TextAnalysis

/// A question that leans on the one before it (*and in China?*, *kapan?*, *when was it founded?*),
/// made whole with that one's words.
public struct FollowUp: Sendable {
  /// What is to be asked in its place.
  public var question: String

  /// Nil for a question that stands by itself.
  ///
  /// One leans on another where it has no content words, where it opens as an addition without
  /// asking anything, or where it is short and says *it*, *dia* or *-nya*.
  public init?(_ query: Query, after previous: Query) {
    let asked = AskedWords(query)
    let before = AskedWords(previous)
    guard !query.terms.isEmpty, !before.content.isEmpty, asked.leansOnAnother else { return nil }
    question =
      asked.isFragment && !asked.content.isEmpty
      ? Self.replacing(in: before, with: asked) : Self.carrying(before, into: asked)
    if question == query.text { return nil }
  }

  /// The earlier question, with what is named now in the place of its like: *in China* for *in
  /// Indonesia*, a country for a country, a name for a name; at its end where there is none.
  private static func replacing(in before: AskedWords, with asked: AskedWords) -> String {
    let all = asked.start..<asked.terms.count
    if !asked.isContent(asked.start),
      let place = before.terms.lastIndex(where: { $0.surface == asked.terms[asked.start].surface }),
      place + 1 < before.terms.count, before.isContent(place + 1)
    {
      let end = before.names.first { $0.contains(place + 1) }?.upperBound ?? (place + 2)
      return before.text(replacing: place..<end, with: asked.text(of: all)) + "?"
    }
    if let name = asked.names.last,
      let like = before.names.last(where: {
        before.isGeographic($0) == asked.isGeographic(name)
      })
    {
      return before.text(replacing: like, with: asked.text(of: name)) + "?"
    }
    return before.text(of: 0..<before.terms.count) + " " + asked.text(of: all) + "?"
  }

  /// The new question, with the topic of the earlier one where its pronoun stands, else at its
  /// end. What says something of its own takes over only whom or what it is about.
  private static func carrying(_ before: AskedWords, into asked: AskedWords) -> String {
    let stems = Set(asked.content.map { asked.terms[$0].stem })
    let names = before.names.flatMap { Array($0) }
    let topic = (asked.content.isEmpty || names.isEmpty ? before.topic : names)
      .filter { !stems.contains(before.terms[$0].stem) }
      .map { before.terms[$0].text }.joined(separator: " ")
    let all = asked.start..<asked.terms.count
    if let pronoun = asked.pronoun {
      return asked.text(of: asked.start..<pronoun, then: topic, pronoun + 1..<all.upperBound) + "?"
    }
    return asked.text(of: all, then: topic, all.upperBound..<all.upperBound) + "?"
  }
}
