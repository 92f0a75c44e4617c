import CZlib
import Platform
import TestSupport
import Testing

/// Returns `bytes` as one gzip member.
func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
  let folder = try TemporaryFolder()
  let path = folder.path + "/member"
  let file = try #require(gzopen(path, "wb"))
  gzwrite(file, bytes, UInt32(bytes.count))
  gzclose(file)
  return try readFile(path)
}

func gzip(_ text: String) throws -> [UInt8] { try gzip(Array(text.utf8)) }
