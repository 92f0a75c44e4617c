/// The reason why a source of passages outside of tanya gave none.
public struct SourceError: Error, Hashable, Sendable {
  /// The name of the source in the user's configuration.
  public var source: String
  public var problem: Problem

  public init(_ source: String, _ problem: Problem) {
    self.source = source
    self.problem = problem
  }

  public enum Problem: Hashable, Sendable {
    /// The helper program that sends requests is not installed.
    case noHelper(String)
    /// The helper program failed, with its exit status.
    case helperFailed(status: Int, String)
    /// The server was not reached. The text is the helper's own.
    case unreachable(url: String, String)
    /// The server's certificate was not accepted. The text is the helper's own.
    case untrusted(url: String, String)
    /// No response came within the time, in milliseconds.
    case timedOut(milliseconds: Int)
    /// The key is missing or wrong (401).
    case unauthorized
    /// The key is valid, but may not read the index (403).
    case forbidden(index: String)
    /// There is no such index (404).
    case noIndex(String)
    /// The server is busy, and was so until the time was over (429).
    case busy
    /// The server cannot answer now (502, 503, 504, or no shard answered).
    case unavailable(String)
    /// The server redirects to another address, which is not followed.
    case redirected(status: Int)
    /// Another status, with the server's own words.
    case status(Int, String)
    /// The response is no JSON. The offset counts bytes from its start.
    case notJSON(offset: Int)
    /// The response is longer than the limit, in bytes.
    case tooLarge(limit: Int)
    /// The response is JSON, but lacks what was asked for.
    case unexpected(String)
    /// The index has no such field.
    case missingField(String, index: String)
    /// The server's version is older than the oldest that is supported.
    case oldVersion(String, oldest: String)
    /// The environment has no such variable for the key.
    case noVariable(String)
    /// The file of the key cannot be read, with the value of `errno`.
    case unreadableKey(path: String, code: Int32)
    /// Others may read the file of the key, or it belongs to another user.
    case openKey(path: String)
    /// The key is empty or has control characters.
    case malformedKey
    /// The key would cross the network without encryption.
    case keyInClear(url: String)
    /// What was asked for does not exist outside of an index.
    case notOffered
  }
}
