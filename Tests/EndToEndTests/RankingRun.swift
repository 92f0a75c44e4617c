import Glibc

/// One run of `tanya eval` in a folder of its own, where no index is found.
struct RankingRun {
  var status: Int32
  /// Both streams.
  var output: String

  struct Failure: Error { var code: Int32 }

  /// The folder of the questions and of what they are expected to come to.
  static let fixtures: String = {
    let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return folders.dropLast().joined(separator: "/") + "/Fixtures"
  }()

  /// The program lies beside the bundle of the tests.
  private static let program: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bundle = String(
      decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return bundle.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/tanya"
  }()

  /// - Parameter questions: written to a file whose path is the first argument.
  init(_ arguments: String..., questions: String? = nil, in folder: TemporaryPlace) throws {
    var arguments = arguments
    if let questions {
      try folder.write(questions, to: "questions.txt")
      arguments.insert("questions.txt", at: 0)
    }
    try self.init(arguments: arguments, in: folder)
  }

  init(arguments: [String], in folder: TemporaryPlace) throws {
    let words = ["env", "-i", Self.program, "eval"] + arguments
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    guard let pipe = popen("cd '\(folder.path)' && \(line) 2>&1 </dev/null", "r") else {
      throw Failure(code: errno)
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      bytes += buffer[..<count]
    }
    status = pclose(pipe) >> 8 & 0xFF
    output = String(decoding: bytes, as: UTF8.self)
  }
}

/// A folder that goes away with its value.
final class TemporaryPlace {
  let path: String

  init() throws {
    var template = Array("/tmp/tanya-ranking-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw RankingRun.Failure(code: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    // Only files: what is in there was made here.
    for name in ["questions.txt", "run.json"] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  func write(_ text: String, to name: String) throws {
    guard let file = fopen("\(path)/\(name)", "w") else {
      throw RankingRun.Failure(code: errno)
    }
    fwrite(text, 1, text.utf8.count, file)
    fclose(file)
  }
}
