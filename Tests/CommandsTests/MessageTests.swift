import Answering
import Bytes
import Corpus
import Glibc
import Indexing
import Library
import Model
import Platform
import Retrieval
import SegmentFormat
import Testing
import TextAnalysis

@testable import Commands

struct ErrorMessageTests {
  @Test(
    "an error says what, where and what to do",
    arguments: [
      (.index(.noIndex(path: "/x")), ["/x", "tanya index --index /x"]),
      (
        .index(.analysisChanged(path: "/x/1.segment", language: .indonesian)),
        ["/x/1.segment", "(id)", "tanya index --index /x"]
      ),
      (
        .index(.format(FormatError(.newer(9), file: "/x/manifest"))),
        ["/x/manifest", "format 9", "newer"]
      ),
      (
        .index(.format(FormatError(.older(1), file: "/x/m"))),
        ["/x/m", "format 1", "tanya index --index /x"]
      ),
      (
        .index(.format(FormatError(.foreign, file: "/x/m"))),
        ["/x/m", "not written by tanya", "--index"]
      ),
      (
        .index(.format(FormatError(.truncated(expected: 9, found: 3), file: "/x/s"))),
        ["/x/s", "expected 9 bytes, found 3", "--rebuild"]
      ),
      (
        .index(
          .format(FormatError(.checksum(expected: 1, found: 2), file: "/x/s", section: "terms"))),
        ["/x/s", "should be 1 and is 2", "section terms", "--rebuild"]
      ),
      (
        .index(.format(FormatError(.malformed, file: "/x/s", offset: 77))),
        ["/x/s", "byte 77", "with tanya index --index /x --rebuild"]
      ),
      (
        .index(.format(FormatError(.malformed, file: "/x/manifest"))),
        ["/x/manifest", "with tanya index --rebuild PATH…"]
      ),
      (
        .index(.format(FormatError(.malformed, file: "/x/000001.catalog"))),
        ["/x/000001.catalog", "with tanya index --rebuild PATH…"]
      ),
      (.index(.file(FileError(.read, path: "/x/s", code: EIO))), ["cannot read /x/s", "error"]),
      (.indexing(.folderTaken(path: "/x", found: "photo.jpg")), ["/x", "photo.jpg", "--index"]),
      (.indexing(.locked(path: "/x")), ["/x", "another tanya", "wait"]),
      (
        .indexing(.source(FileError(.status, path: "/y", code: ENOENT))),
        ["/y", "No such file", "unchanged"]
      ),
      (.indexing(.notIndexed(path: "/y")), ["/y", "tanya status"]),
      (.indexing(.nothingToIndex(path: "/x")), ["tanya index ~/Documents"]),
      (.indexing(.tooManyPassages(5_000_000_000)), ["5,000,000,000", "--index"]),
      (.input(path: "q.txt", code: ENOENT), ["q.txt", "No such file"]),
      (.output(code: ENOSPC), ["cannot write", "No space"]),
      (.editor(command: "vim"), ["vim", "VISUAL"]),
      (
        .nothingAdmitted(Narrowing(patterns: [DocumentPattern("x*")], since: DateBorder("2026"))),
        [":in x*", ":since 2026", ":sources"]
      ),
      (.line(3, .emptyQuestion), ["line 3", "empty"]),
      (
        .line(3, .nothingAdmitted(Narrowing(patterns: [DocumentPattern("x")]))),
        ["line 3", ":in x", "quotation marks"]
      ),
      (.emptyQuestion, ["empty", "tanya ask"]),
    ] as [(CommandError, [String])])
  func says(error: CommandError, words: [String]) {
    let text = ErrorMessage.phrase(error).english
    #expect(words.allSatisfy { text.contains($0) }, "\(text)")
  }

  /// The facts of an error, unlike its English words, appear in both languages.
  @Test(
    "an error says the same in Indonesian",
    arguments: [
      (.index(.noIndex(path: "/x")), ["/x", "tidak ada indeks", "tanya index --index /x"]),
      (
        .index(.format(FormatError(.truncated(expected: 9, found: 3), file: "/x/s"))),
        ["/x/s", "rusak", "seharusnya 9 bita, ternyata 3", "--rebuild"]
      ),
      (.index(.format(FormatError(.newer(9)))), ["indeks", "berformat 9"]),
      (
        .index(.file(FileError(.read, path: "/x/s", code: EACCES))),
        ["tidak dapat membaca /x/s", "Akses ditolak"]
      ),
      (.indexing(.tooManyPassages(5_000_000_000)), ["5.000.000.000", "--index"]),
      (.line(3, .emptyQuestion), ["baris 3", "kosong"]),
    ] as [(CommandError, [String])])
  func saysInIndonesian(error: CommandError, words: [String]) {
    let text = ErrorMessage.phrase(error).indonesian
    #expect(words.allSatisfy { text.contains($0) }, "\(text)")
  }

  @Test("a reason that has no Indonesian words keeps the system's")
  func keepsReason() {
    let phrase = SystemReason.phrase(EXFULL)
    #expect(!phrase.english.isEmpty && phrase.english == phrase.indonesian)
  }

  @Test("names from outside cannot steer a terminal")
  func disarms() {
    let text = ErrorMessage.phrase(.input(path: "\u{1B}[2J", code: ENOENT)).english
    #expect(text.contains("␛[2J") && !text.contains("\u{1B}"))
  }

  @Test("several unsupported formats are reported together")
  func joinsFormats() {
    let formats = ["gz", "png", "gz", "js", "css"]
    let skipped = formats.enumerated().map {
      SkippedSource(path: "/\($0)", reason: .unsupportedFormat($1))
    }
    #expect(
      IndexMessage.skipped(skipped).map(\.english) == [
        "5 in unsupported formats (2 gz, 1 css, 1 js, …): /0, /1, /2, …"
      ])
    #expect(
      IndexMessage.skipped(Array(skipped.prefix(1))).map(\.english) == [
        "1 in an unsupported format (gz): /0"
      ])
  }

  @Test("skipped sources are reported by reason, the most frequent first")
  func tellsSkipped() {
    let skipped = [
      SkippedSource(path: "/b", reason: .binary),
      SkippedSource(path: "/c.jsonl", reason: .malformedLine(3, .missingID)),
      SkippedSource(path: "/d.jsonl", reason: .malformedLine(9, .missingID)),
    ]
    #expect(
      IndexMessage.skipped(skipped) == [
        Phrase(
          english: "2 a line without an _id: /c.jsonl:3, /d.jsonl:9",
          indonesian: "2 baris tanpa _id: /c.jsonl:3, /d.jsonl:9"),
        Phrase(english: "1 binary: /b", indonesian: "1 berkas biner: /b"),
      ])
  }
}

struct AnswerMessageTests {
  private static let all: [Phrase] =
    [
      AnswerMessage.unsupported(words: ["x"], .none),
      AnswerMessage.unsupported(words: ["x"], .related), AnswerMessage.onlyCommonWords,
      AnswerMessage.onlyRelated, AnswerMessage.retold(from: "x"),
      AnswerMessage.didYouMean([SpellingCorrection(typed: "a", meant: "b")]),
      AnswerMessage.score("1"), AnswerMessage.unranked, AnswerMessage.agree(2, words: "1"),
      AnswerMessage.differ(["1 [1]"]), AnswerMessage.sentence("1"), AnswerMessage.passage,
      AnswerMessage.words, AnswerMessage.type, AnswerMessage.position, AnswerMessage.language,
      IndexMessage.builtInLibrary, SessionMessage.builtInLibrary, SessionMessage.noMore,
      SessionMessage.noAnswerYet, SessionMessage.help, SessionMessage.nothingToUndo,
      SessionMessage.sourcesHeading, GlossaryMessage.needsIndex,
      AnswerMessage.noFacts(.dates, about: "x"), AnswerMessage.noFacts(.quantities, about: "x"),
    ]
    + [Fact.Group.dayOfYear, .percentage, .duration, .number].compactMap(AnswerMessage.heading)
    + [.moved, .changed, .gone].compactMap(AnswerMessage.remark)
    + [.passed, .failed, .untested].map { AnswerMessage.test("date", $0, words: "1998") }

  @Test("every sentence is there in both languages, and they differ", arguments: all)
  func speaks(message: Phrase) {
    #expect(!message.english.isEmpty && message.english != message.indonesian)
    #expect(message.text(in: .indonesian) == message.indonesian)
    #expect(message.text(in: .undetermined) == message.english)
  }

  @Test("a source that did not change needs no remark, nor dates a heading")
  func saysNothing() {
    #expect(AnswerMessage.remark(.unchanged) == nil)
    #expect(AnswerMessage.heading(.date) == nil)
  }
}

struct SessionMessageTests {
  @Test(
    "what the shell says is said in both languages, with what it is about",
    arguments: [
      (SessionMessage.pasted(lines: 3), ["3", "(y)", "(j)", "(n)"]),
      (SessionMessage.overwrite("/a.md"), ["/a.md"]),
      (SessionMessage.saved(answers: 2, sources: 1, to: "/a.md"), ["2", "1", "/a.md"]),
      (SessionMessage.followUp("who?"), ["who?", ":undo"]),
      (SessionMessage.badLine(7, .emptyQuestion), ["7"]),
      (SessionMessage.noDocument(matching: "x*"), ["x*"]),
      (SessionMessage.moreDocuments(12), ["12", ":sources PATTERN"]),
      (SessionMessage.noDocument(number: 9, count: 5), ["9", "5"]),
      (SessionMessage.noCitation("3", count: 2), ["[3]", "[2]"]),
      (SessionMessage.narrowed(to: 2, of: 5, by: ":in x"), ["2", "5", ":in x", ":all"]),
      (SessionMessage.narrowed(to: 5, of: 5, by: ""), ["5"]),
      (SessionMessage.unknownCommand(":x", nearest: ":y"), [":x", ":y", ":help"]),
      (SessionMessage.usage(":x", "y"), [":x y"]),
      (SessionMessage.unknownSetting("font", known: ["top", "lang"]), ["font", "top, lang"]),
      (SessionMessage.badValue("x", of: "top", values: ["3", "5"]), ["x", "top", "3, 5"]),
    ] as [(Phrase, [String])])
  func says(phrase: Phrase, parts: [String]) {
    #expect(phrase.english != phrase.indonesian)
    for part in parts {
      #expect(phrase.english.contains(part) && phrase.indonesian.contains(part))
    }
  }
}

struct MessageLanguageTests {
  @Test(
    "the locale decides as it does for other programs",
    arguments: [
      ([:], Language.english), (["LANG": "id_ID.UTF-8"], .indonesian),
      (["LANG": "id"], .indonesian), (["LANG": "in_ID"], .indonesian),
      (["LANG": "id_ID.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"], .english),
      (["LANG": "en_US.UTF-8", "LC_ALL": "id_ID@latin"], .indonesian),
      (["LANG": "id_ID", "LC_ALL": ""], .indonesian), (["LANG": "idx_ID"], .english),
      (["LANG": "de_DE.UTF-8"], .english),
      (["LANG": "de_DE", "LANGUAGE": "jv:id:en"], .indonesian),
      (["LANG": "id_ID.UTF-8", "LANGUAGE": "en_GB:id"], .english),
      (["LANG": "id_ID.UTF-8", "LANGUAGE": ""], .indonesian),
      (["LANG": "C.UTF-8", "LANGUAGE": "id"], .english), (["LANGUAGE": "id"], .english),
      (["LC_ALL": "POSIX", "LANG": "id_ID"], .english),
    ] as [([String: String], Language)])
  func follows(variables: [String: String], language: Language) {
    #expect(Language.ofMessages(in: Environment(variables)) == language)
  }
}
