import Model
import TextAnalysis

/// The languages as questions name them: *the Indonesian article*.
enum LanguageNames {
  static func language(named word: WordKey) -> Language? {
    if english.contains(word) { return .english }
    return indonesian.contains(word) ? .indonesian : nil
  }

  private static let english = [WordKey("english"), WordKey("inggris")]
  private static let indonesian = [WordKey("indonesian"), WordKey("indonesia")]
}
