import CSampleLibrary

extension SampleLibrary {
  /// The English–Indonesian glossary that ships with tanya. It is this project's own work and is
  /// read in both directions.
  ///
  /// The text is UTF-8 with the header `en<TAB>id`. A line that starts with `#` is a comment. An
  /// entry is an English word or phrase, a tab, and its translations separated by `; `, the
  /// likeliest first.
  ///
  /// The bytes are valid as long as the program runs and are not copied.
  public static var glossary: UnsafeRawBufferPointer {
    let file = tanya_glossary()
    return UnsafeRawBufferPointer(start: file.bytes, count: file.count)
  }
}
