import CTransfer
import Glibc

/// A file without a name, in memory. It disappears with its last descriptor.
final class MemoryFile {
  let descriptor: Int32

  init(_ bytes: [UInt8]) throws(HTTPError) {
    descriptor = memfd_create("tanya", UInt32(tanya_memory_closes))
    guard descriptor >= 0 else { throw .notStarted(code: errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written, off_t(written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .notStarted(code: errno) }
      written += count
    }
  }

  deinit { close(descriptor) }

  /// Returns all bytes of the file.
  func contents() -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, filled in
      while filled < buffer.count {
        let count = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(filled))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        filled += count
      }
    }
  }
}
