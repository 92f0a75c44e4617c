import Glibc
import Platform
import Testing

/// A folder that goes when the test is done.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/platform-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { mkdtemp($0.baseAddress!) }
    path = String(cString: try #require(made))
  }

  deinit { Self.remove(path) }

  /// What is in the folder.
  var names: [String] { (try? Folder.names(in: path)) ?? [] }

  private static func remove(_ path: String) {
    guard unlink(path) != 0 else { return }
    for name in (try? Folder.names(in: path)) ?? [] { remove(path + "/" + name) }
    rmdir(path)
  }
}
