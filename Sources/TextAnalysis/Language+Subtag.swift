extension Language {
  /// `en` of `en-US`, in lower case (BCP 47, 2.1.1: case carries no meaning).
  var primarySubtag: String {
    String(
      decoding: rawValue.utf8.prefix { $0.isASCIILetter }.map(\.asciiLowercased), as: UTF8.self)
  }
}
