import CSampleLibrary

extension SampleLibrary {
  /// The shipped English–Indonesian glossary, this project's own work, to be read in both directions.
  ///
  /// UTF-8, tab-separated, with the header `en<TAB>id`; a line that starts with `#` is a comment.
  /// An entry is an English word or phrase, a tab, and its translations parted by `; `, the likeliest
  /// first. The bytes live as long as the program; nothing is copied.
  public static var glossary: UnsafeRawBufferPointer {
    let file = tanya_glossary()
    return UnsafeRawBufferPointer(start: file.bytes, count: file.count)
  }
}
