public import TextAnalysis

/// A short name and the long one that a text says it stands for, such as `SMEs` and `small and
/// medium enterprises`. Each is searched for where the other is asked for, in every language.
public struct ShortForm: Hashable, Sendable {
  public var short: String
  public var expansion: String
  /// Of the expansion.
  public var language: Language

  public init(short: String, expansion: String, language: Language) {
    self.short = short
    self.expansion = expansion
    self.language = language
  }

  /// Words that an expansion may have; longer ones are left out.
  public static let maximumLength = 8

  /// Puts short forms into the form in which `TranslationTable.open` takes them, to be kept beside
  /// the index of the texts that have them.
  public static func compile(_ forms: some Sequence<ShortForm>) -> [UInt8] {
    let shorts = Vocabulary(.undetermined)
    var expansions: [Language: Vocabulary] = [:]
    var found: [Language: FoundPairs] = [:]
    for form in forms where form.language != .undetermined {
      let vocabulary =
        expansions[form.language] ?? Vocabulary(form.language, maximumLength: maximumLength)
      expansions[form.language] = vocabulary
      guard let short = shorts.number(of: form.short.utf8.span),
        let expansion = vocabulary.number(of: form.expansion.utf8.span)
      else { continue }
      found[form.language, default: FoundPairs(.text, from: shorts, to: vocabulary)]
        .add(short, expansion, position: 1)
    }
    let ordered = found.values.sorted {
      $0.target.language.rawValue < $1.target.language.rawValue
    }
    return TableHeader.encode(entries: [], sections: TableCompiler.sections(of: ordered))
  }
}
