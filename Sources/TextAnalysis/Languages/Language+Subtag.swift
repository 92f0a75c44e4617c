import Bytes
import Model

extension Language {
  /// `en` of `en-US`, in lower case (BCP 47, 2.1.1: case carries no meaning).
  var primarySubtag: String {
    String(
      decoding: rawValue.utf8.prefix { $0.isASCIILetter }.map(\.asciiLowercased), as: UTF8.self)
  }

  /// Whether a stem begins as its words do, as far as the first three bytes of either go and with
  /// `y` and `i` being one, and has at least two bytes where the word has three: tried on the 217,697
  /// words of ASCII letters in 440,000 passages.
  var stemsKeepBeginnings: Bool { ["fr", "de", "es", "it", "pt"].contains(primarySubtag) }
}
