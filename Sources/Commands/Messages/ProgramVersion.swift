import CBuild
import JSON
import SegmentFormat

/// The version of the program, which is stated only here.
enum ProgramVersion {
  static let number = "0.1.0"
  /// The date of this version, for the manual page.
  static let date = "2026-11-28"

  /// The commit that a release was built from, as 40 hexadecimal digits; nil for other builds.
  static let commit: String? = {
    let commit = String(cString: tanya_build_commit())
    return commit.isEmpty ? nil : commit
  }()

  static let name = "tanya \(number)"

  /// The version for people, such as `tanya 0.1.0 (commit 0123456789ab, index format 4)`.
  static var line: String {
    let build = commit.map { "commit \($0.prefix(12)), " } ?? ""
    return "\(name) (\(build)index format \(Manifest.version))"
  }

  /// Returns the version for scripts, such as `{"version": "0.1.0", "commit": "…", "format": 4}`.
  /// The commit is null if it is not known.
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
