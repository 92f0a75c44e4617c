import CBuild
import JSON
import SegmentFormat

/// The version of the program; no other place names it.
enum ProgramVersion {
  static let number = "0.1.0"
  /// The day of this version, for the manual page.
  static let date = "2026-11-28"

  /// The commit that a release was built from, as 40 hexadecimal digits; nil for other builds.
  static let commit: String? = {
    let commit = String(cString: tanya_build_commit())
    return commit.isEmpty ? nil : commit
  }()

  static let name = "tanya \(number)"

  /// For people: `tanya 0.1.0 (commit 0123456789ab, index format 4)`.
  static var line: String {
    let build = commit.map { "commit \($0.prefix(12)), " } ?? ""
    return "\(name) (\(build)index format \(Manifest.version))"
  }

  /// For scripts: `{"version": "0.1.0", "commit": "…", "format": 4}`, with a null commit if it is
  /// not known.
  static func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", number)
      writer.member("commit", commit)
      writer.member("format", Manifest.version)
    }
    writer.newline()
    return writer.bytes
  }
}
