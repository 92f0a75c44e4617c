public import TextAnalysis

/// A short name and the long one that a text says it stands for, such as `SMEs` and `small and
/// medium enterprises`. Each is searched for where the other is asked for, in every language.
public struct ShortForm: Hashable, Sendable {
  public var short: String
  public var expansion: String
  /// Of the expansion.
  public var language: Language
  /// How often the texts say so.
  public var count: Int

  public init(short: String, expansion: String, language: Language, count: Int = 1) {
    self.short = short
    self.expansion = expansion
    self.language = language
    self.count = count
  }

  /// Words that an expansion may have; longer ones are left out.
  public static let maximumLength = 8

  /// Puts short forms into the form in which `ShortFormTable` takes them, to be kept beside the
  /// index of the texts that have them.
  ///
  /// A long form may be a name in a text of another language: each is stemmed in all of them.
  public static func compile(_ forms: some Sequence<ShortForm>) -> [UInt8] {
    let languages = Set(forms.map(\.language)).subtracting([.undetermined])
      .sorted { $0.rawValue < $1.rawValue }
    let shorts = Vocabulary(.undetermined)
    let found = languages.map { language in
      let expansions = Vocabulary(language, maximumLength: maximumLength)
      var found = FoundPairs(.text, from: shorts, to: expansions)
      for form in forms {
        guard let short = shorts.number(of: form.short.utf8.span),
          let expansion = expansions.number(of: form.expansion.utf8.span)
        else { continue }
        found.add(short, expansion, score: Float(form.count))
      }
      return found
    }
    return TableHeader.encode(entries: [], sections: TableCompiler.sections(of: found))
  }
}
