import CReadline
import Glibc
import Synchronization

/// A request for completion: a line up to the cursor, and the word that ends there.
public struct CompletionRequest: Sendable, Equatable {
  public var line: String
  /// The offset of the word in `line`, in UTF-8 bytes.
  public var wordOffset: Int

  public init(line: String, wordOffset: Int) {
    self.line = line
    self.wordOffset = wordOffset
  }

  public var word: String { String(decoding: line.utf8.dropFirst(wordOffset), as: UTF8.self) }
}

/// The words that can replace the word at the cursor, best first.
public struct Completions: Sendable, Equatable {
  public var words: [String]
  /// A Boolean value that indicates whether the words are paths. Only the last components of paths
  /// are shown, and a path that ends with a slash is not yet a complete word.
  public var areFiles: Bool

  public init(words: [String] = [], areFiles: Bool = false) {
    self.words = words
    self.areFiles = areFiles
  }
}

public typealias WordSource = @Sendable (CompletionRequest) -> Completions

/// The word source of the terminal. It is global, because readline's callbacks cannot capture
/// variables.
let currentWordSource = Mutex<WordSource?>(nil)

/// Completes a word as readline's `rl_attempted_completion_function`. Returns a NULL-terminated
/// array of malloc'ed strings, beginning with their longest common prefix.
func attemptCompletion(
  word: UnsafePointer<CChar>?, start: CInt, end: CInt
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  tanya_rl_use_words(0, 0)
  guard let line = tanya_rl_line(), let source = currentWordSource.withLock({ $0 }) else {
    return nil
  }
  let bytes = UnsafeRawBufferPointer(start: line, count: Int(end))
  let completions = source(
    CompletionRequest(line: String(decoding: bytes, as: UTF8.self), wordOffset: Int(start)))
  guard let first = completions.words.first else { return nil }
  let isFolder = completions.areFiles && completions.words.count == 1 && first.hasSuffix("/")
  tanya_rl_use_words(completions.areFiles ? 1 : 0, isFolder ? 1 : 0)
  var matches = completions.words
  if matches.count > 1 { matches.insert(commonPrefix(of: matches), at: 0) }
  guard
    let list = calloc(matches.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
  else { return nil }
  let strings = list.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
  for (index, match) in matches.enumerated() { strings[index] = strdup(match) }
  return strings
}

/// Returns the longest common prefix of words, in whole characters.
func commonPrefix(of words: [String]) -> String {
  guard var prefix = words.first?[...] else { return "" }
  for word in words.dropFirst() {
    while !word.utf8.starts(with: prefix.utf8) { prefix.removeLast() }
  }
  return String(prefix)
}
