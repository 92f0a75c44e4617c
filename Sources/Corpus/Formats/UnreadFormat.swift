/// A format that is recognized but not read.
///
/// Its files are reported as skipped. Without a row here, they would be read as plain text.
public struct UnreadFormat: Sendable {
  /// A description of the files, in English.
  public let name: String
  /// The file name extensions: see `FormatRow.endings`.
  public let endings: [String]
  /// The first bytes by which some of these formats are recognized, with the extension that
  /// represents the format in reports.
  let magic: [(bytes: [UInt8], ending: String)]
  /// A program with which a person can convert such a file to one that is read, or nil if the files
  /// contain no text worth quoting.
  public let helper: HelperProgram?

  private init(
    _ name: String, _ endings: String, magic: KeyValuePairs<String, String> = [:],
    helper: HelperProgram? = nil
  ) {
    self.name = name
    self.endings = endings.split { $0 == " " || $0 == "\n" }.map(String.init)
    self.magic = magic.map { ending, bytes in
      (bytes.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, ending)
    }
    self.helper = helper
  }

  /// All formats that are recognized but not read. In `magic`, a character represents the byte of
  /// its code point.
  public static let all = [
    UnreadFormat(
      "Word documents of before 2007", "doc",
      magic: ["doc": "\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}"],
      helper: HelperProgram(
        command: "catdoc", package: "catdoc", usage: "catdoc -d utf-8 FILE > NAME.txt")),
    UnreadFormat(
      "spreadsheets, slides and drawings", "odg ppt vsd xls"),
    UnreadFormat("pages to print", "dvi eps ps", magic: ["ps": "%!PS"]),
    UnreadFormat(
      "pictures", "avif bmp gif heic ico jpeg jpg png pnm ppm psd svg svgz tif tiff webp xcf",
      magic: ["png": "\u{89}PNG", "jpg": "\u{FF}\u{D8}\u{FF}", "gif": "GIF8"]),
    UnreadFormat(
      "sound", "aac flac m4a mid mka mp3 ogg opus wav wma", magic: ["ogg": "OggS", "flac": "fLaC"]),
    UnreadFormat("films", "avi flv m4v mkv mov mp4 mpeg mpg swf webm wmv"),
    UnreadFormat(
      "archives",
      """
      7z apk br bz2 cab deb dmg img iso jar lz lz4 lzma msi rar rpm snap tar tbz tgz txz whl xz zip
      zst
      """,
      magic: [
        "zip": "PK\u{3}\u{4}", "bz2": "BZh", "xz": "\u{FD}7zXZ\u{0}", "7z": "7z\u{BC}\u{AF}",
        "zst": "(\u{B5}/\u{FD}",
      ]),
    UnreadFormat(
      "programs", "a bin class css dll elc exe js ko map o pyc pyo so wasm",
      magic: ["so": "\u{7F}ELF"]),
    UnreadFormat(
      "data", "dat db gmo mo parquet pickle sqlite sqlite3",
      magic: ["sqlite": "SQLite format 3"]),
    UnreadFormat("fonts", "ef eot otf pfb tfm ttc ttf woff woff2"),
  ]
}
