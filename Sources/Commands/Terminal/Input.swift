import Glibc
import Platform

/// A file of questions, or standard input. The file is closed when the last reference is released.
final class Input {
  /// The path, or "standard input" for `-`.
  let name: String
  let descriptor: Int32

  init(_ path: String) throws(CommandError) {
    let isStandardInput = path == "-"
    descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    name = isStandardInput ? "standard input" : path
    guard descriptor >= 0 else { throw .input(path: path, code: errno) }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Appends the bytes that are available, and waits for some if there are none.
  ///
  /// - Returns: `false` at the end of the input.
  func read(into buffer: inout [UInt8]) throws(CommandError) -> Bool {
    while true {
      guard Interrupt.awaitInput(on: descriptor) else { throw .interrupted }
      let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
        let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
        if count > 0 { buffer.append(contentsOf: chunk[..<count]) }
        return count
      }
      if count >= 0 { return count > 0 }
      let code = errno
      if code != EINTR, code != EAGAIN { throw .input(path: name, code: code) }
    }
  }

  func readToEnd() throws(CommandError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(into: &bytes) {}
    return bytes
  }
}
