import Bytes
public import Model

extension Analyzer {
  /// Raised with every change to the rules of tokenizing, folding or stemming.
  private static let ruleVersion: StaticString = "rules 2, utf8proc 2, snowball 2.2"

  /// One hash of the rules, the word list and the stemmer of a language, equal on every machine;
  /// where an index was written under another one, it has to be rebuilt.
  public static func fingerprint(of language: Language) -> UInt64 {
    var hash = FNVHash()
    func combine(_ text: StaticString) {
      text.withUTF8Buffer { hash.combine($0) }
      hash.combine([0])
    }
    combine(ruleVersion)
    combine(FunctionWords.list(of: language) ?? "")
    hash.combine((SnowballStemmer.algorithm(of: language) ?? "").utf8)
    return hash.value
  }
}
