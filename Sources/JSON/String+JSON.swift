extension String {
  /// The text of a string or number token that was scanned in `text`.
  init(decoding token: JSONScanner.Token, of text: UnsafeBufferPointer<UInt8>) {
    let source = UnsafeBufferPointer(rebasing: text[token.range])
    guard token.kind == .escapedString else {
      self.init(decoding: source, as: UTF8.self)
      return
    }
    // An escape is never shorter than what it stands for.
    self.init(unsafeUninitializedCapacity: source.count) { target in
      JSONUnescaper(source: source, target: target).run()
    }
  }
}
