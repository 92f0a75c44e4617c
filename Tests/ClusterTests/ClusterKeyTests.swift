import Cluster
import Glibc
import Platform
import Retrieval
import TestSupport
import Testing

struct ClusterKeyTests {
  private func settings(_ change: (inout ClusterSettings) -> Void) -> ClusterSettings {
    var settings = ClusterSettings(name: "work")
    settings.url = "https://search.example.org:9200"
    change(&settings)
    return settings
  }

  @Test("an API key, and a password with its user")
  func authorizes() throws {
    let environment = Environment(["KEY": " open sesame\n"])
    let key = settings { $0.key = .variable("KEY") }
    #expect(try key.authorization(environment: environment) == "ApiKey open sesame")
    let password = settings {
      $0.key = .variable("KEY")
      $0.user = "Aladdin"
    }
    // The example of RFC 7617, section 2.
    #expect(
      try password.authorization(environment: environment) == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    #expect(try settings { _ in }.authorization(environment: environment) == nil)
  }

  @Test("a file of which only its owner may read", arguments: [0o600, 0o400, 0o640, 0o604])
  func readsFile(_ permissions: mode_t) throws {
    let folder = try TemporaryFolder()
    let path = folder.write("key", "abc\n")
    chmod(path, permissions)
    let settings = settings { $0.key = .file(path) }
    if permissions & 0o077 == 0 {
      #expect(try settings.authorization(environment: Environment([:])) == "ApiKey abc")
    } else {
      #expect(throws: SourceError("work", .openKey(path: path))) {
        try settings.authorization(environment: Environment([:]))
      }
    }
  }

  @Test("a key that is not there, empty or has control characters")
  func refuses() throws {
    let folder = try TemporaryFolder()
    let cases: [(ClusterSettings.Key, SourceError.Problem)] = [
      (.variable("NONE"), .noVariable("NONE")), (.variable("EMPTY"), .malformedKey),
      (.variable("LINES"), .malformedKey),
      (.file(folder.path + "/none"), .unreadableKey(path: folder.path + "/none", code: ENOENT)),
    ]
    for (key, problem) in cases {
      #expect(throws: SourceError("work", problem)) {
        try settings { $0.key = key }
          .authorization(environment: Environment(["EMPTY": " ", "LINES": "a\nX-Evil: b"]))
      }
    }
  }

  @Test(
    "a key does not leave the machine in clear text",
    arguments: [
      ("http://search.example.org", true), ("http://10.0.0.1:9200", true),
      ("http://localhost:9200", false), ("http://127.0.0.1:9200", false),
      ("http://[::1]:9200", false), ("https://search.example.org", false),
      ("http://localhost.example.org", true),
    ])
  func encrypts(_ url: String, _ isRefused: Bool) throws {
    let settings = settings {
      $0.url = url
      $0.key = .variable("KEY")
    }
    let environment = Environment(["KEY": "abc"])
    if isRefused {
      #expect(throws: SourceError("work", .keyInClear(url: url))) {
        try settings.authorization(environment: environment)
      }
    } else {
      #expect(try settings.authorization(environment: environment) == "ApiKey abc")
    }
  }

  @Test("addresses, names of indexes and of fields")
  func checksNames() {
    for url in ["http://a", "https://a.b:9200/prefix", "http://[::1]:9200"] {
      #expect(ClusterSettings.isAddress(url))
    }
    for url in ["", "a", "file:///a", "http://", "http://u:p@a", "https://a/?q", "http://a b"] {
      #expect(!ClusterSettings.isAddress(url))
    }
    for name in ["docs", "docs-2026.03", "a_b"] { #expect(ClusterSettings.isIndexName(name)) }
    for name in ["", "_all", "Docs", "a,b", "a*", "../x", "a/b", "-x"] {
      #expect(!ClusterSettings.isIndexName(name))
    }
    for name in ["text", "page.body", "teks_isi"] { #expect(ClusterSettings.isFieldName(name)) }
    for name in ["", "a*", "a b", "a^2", "a\"b"] { #expect(!ClusterSettings.isFieldName(name)) }
  }
}
