import TextAnalysis

/// The languages as questions name them: *the Indonesian article*.
enum LanguageNames {
  static func language(named word: WordKey) -> Language? { names[word] }

  private static let names: [WordKey: Language] = [
    WordKey("english"): .english, WordKey("inggris"): .english,
    WordKey("indonesian"): .indonesian, WordKey("indonesia"): .indonesian,
  ]
}
