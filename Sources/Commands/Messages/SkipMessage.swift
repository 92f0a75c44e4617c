import Corpus

/// Messages that give the reason why a source was skipped in a few words. Sources with equal
/// messages are reported together.
enum SkipMessage {
  static func phrase(_ reason: SkippedSource.Reason) -> Phrase {
    switch reason {
    case .binary: return Phrase(english: "binary", indonesian: "berkas biner")
    case .notUTF8: return Phrase(english: "not UTF-8", indonesian: "bukan UTF-8")
    case .unreadable(let code):
      let cause = SystemReason.phrase(code)
      return Phrase(
        english: "unreadable (\(cause.english))",
        indonesian: "tidak dapat dibaca (\(cause.indonesian))")
    case .empty: return Phrase(english: "without words", indonesian: "tanpa kata")
    case .tooLarge: return Phrase(english: "too large", indonesian: "terlalu besar")
    case .unsupportedFormat(let name):
      let name = VisibleText.line(name)
      return Phrase(
        english: "in an unsupported format (\(name))",
        indonesian: "dalam format yang tidak dibaca (\(name))")
    case .unsupportedEncoding(let name):
      let name = VisibleText.line(name)
      return Phrase(
        english: "in an unsupported encoding (\(name))",
        indonesian: "dalam enkode yang tidak dibaca (\(name))")
    case .nestedTooDeeply:
      return Phrase(
        english: "made so that reading it takes too long",
        indonesian: "dibuat sehingga terlalu lama dibaca")
    case .unpacksTooLarge:
      return Phrase(
        english: "too large when unpacked", indonesian: "terlalu besar setelah dibuka")
    case .unusableName:
      return Phrase(
        english: "with a name that cannot be cited (not UTF-8, or control characters)",
        indonesian: "dengan nama yang tidak dapat dikutip (bukan UTF-8, atau tanda kendali)")
    case .special: return Phrase(english: "not a regular file", indonesian: "bukan berkas biasa")
    case .symbolicLinkLoop:
      return Phrase(
        english: "in a loop of symbolic links", indonesian: "dalam lingkaran tautan simbolis")
    case .changedWhileRead:
      return Phrase(
        english: "changing while it was read", indonesian: "berubah selagi dibaca")
    case .damagedCompression:
      return Phrase(english: "with damaged compression", indonesian: "dengan kompresi yang rusak")
    case .damaged: return Phrase(english: "damaged", indonesian: "rusak")
    case .cutOff:
      return Phrase(english: "cut off before the end", indonesian: "terpotong sebelum akhirnya")
    case .partlyRead:
      return Phrase(
        english: "read in part only (too many rows, or too much text)",
        indonesian: "dibaca sebagian saja (barisnya atau teksnya terlalu banyak)")
    case .encrypted: return Phrase(english: "encrypted", indonesian: "terenkripsi")
    case .noTextLayer:
      return Phrase(
        english: "without a text layer (scanned?)",
        indonesian: "tanpa lapisan teks (hasil pindai?)")
    case .helperMissing(let command, let package):
      return Phrase(
        english: "waiting for \(command) (apt-get install \(package))",
        indonesian: "menunggu \(command) (apt-get install \(package))")
    case .helperFailed(let command):
      return Phrase(
        english: "that \(command) could not read",
        indonesian: "yang tidak dapat dibaca \(command)")
    case .malformedLine(_, let problem): return phrase(problem)
    }
  }

  private static func phrase(_ problem: SkippedSource.LineProblem) -> Phrase {
    switch problem {
    case .json:
      Phrase(english: "a line that is not a JSON object", indonesian: "baris yang bukan objek JSON")
    case .missingID: Phrase(english: "a line without an _id", indonesian: "baris tanpa _id")
    case .missingContent:
      Phrase(
        english: "a line with neither title nor text",
        indonesian: "baris tanpa judul maupun teks")
    case .tooLong:
      Phrase(english: "a line that is too long", indonesian: "baris yang terlalu panjang")
    case .repeatedID:
      Phrase(
        english: "with the id of another document", indonesian: "dengan id dokumen yang lain")
    }
  }

  /// Returns the message of `tanya text` about a file, or a part of it, that it cannot read.
  static func unread(_ skipped: SkippedSource) -> Phrase {
    let (place, reason) = (place(skipped).disarmed, phrase(skipped.reason))
    return Phrase(
      english: "tanya: \(place.english): \(reason.english)",
      indonesian: "tanya: \(place.indonesian): \(reason.indonesian)")
  }

  /// Returns the path, with the line or byte if the reason has one.
  static func place(_ skipped: SkippedSource) -> Phrase {
    switch skipped.reason {
    case .malformedLine(let line, .repeatedID(let id, let first)):
      Phrase(
        english: "\(skipped.path)\(line == 0 ? "" : ":\(line)") (\(id), as \(first))",
        indonesian: "\(skipped.path)\(line == 0 ? "" : ":\(line)") (\(id), seperti \(first))")
    case .malformedLine(let line, _): Phrase(verbatim: "\(skipped.path):\(line)")
    case .notUTF8(let offset):
      Phrase(
        english: "\(skipped.path) (byte \(offset))", indonesian: "\(skipped.path) (bita \(offset))")
    default: Phrase(verbatim: skipped.path)
    }
  }
}
