import Library
import Model
import Platform
import TOML
import TestSupport
import Testing

@testable import Commands

struct ConfigurationTests {
  private func configuration(
    _ folder: TemporaryFolder, from place: String = "", variables: [String: String] = [:]
  ) throws -> Configuration {
    let variables = ["HOME": folder.path].merging(variables) { $1 }
    return try Configuration(
      environment: Environment(variables), from: folder.path + place)
  }

  private func problem(_ text: String, isProject: Bool = false) -> ConfigurationError? {
    do throws(ConfigurationError) {
      _ = try ConfigurationFile(
        parsing: Array(text.utf8), path: "/c", isProject: isProject,
        places: ConfigurationFile.Places(home: "/home/putri", data: "/data"))
      return nil
    } catch {
      return error
    }
  }

  @Test("without files nothing is chosen")
  func empty() throws {
    let configuration = try configuration(TemporaryFolder())
    #expect(configuration.entries.isEmpty && configuration.libraries.isEmpty)
    #expect(configuration.sources.map(\.state) == [.missing])
  }

  @Test("the user's file precedes the project's, which is that of the nearest folder above")
  func layers() throws {
    let folder = try TemporaryFolder([
      ".config/tanya/config.toml": "[defaults]\ntop = 5\n\n[shell]\npager = \"most\"\n",
      "p/.tanya.toml": "[defaults]\ntop = 7\nlanguage = \"id\"\n",
      ".tanya.toml": "[defaults]\nlanguage = \"en\"\nformat = \"json\"\n",
      "p/q/r/x": "",
    ])
    let configuration = try configuration(folder, from: "/p/q/r")
    #expect(configuration.integer(.top) == 5 && configuration.text(.pager) == "most")
    #expect(configuration.text(.language) == "id" && configuration.text(.format) == nil)
    #expect(configuration.entries[.top]?.line == 2)
    #expect(configuration.entries[.language]?.path == folder.path + "/p/.tanya.toml")
    #expect(configuration.language(LanguageChoice(argument: "auto")) == nil)
    #expect(configuration.language(nil) == .indonesian)
  }

  @Test("libraries have sources, and an index of their own place or in the data folder")
  func libraries() throws {
    let folder = try TemporaryFolder()
    folder.write(
      "x/tanya/config.toml",
      """
      [libraries.office]
      sources = ["~/minutes", "/srv//reports/../notes"]

      [libraries.home]
      index = "~/home.index"
      """)
    let configuration = try configuration(
      folder, variables: ["XDG_CONFIG_HOME": folder.path + "/x", "XDG_DATA_HOME": "/data"])
    #expect(configuration.libraries.map(\.name) == ["office", "home"])
    #expect(configuration.libraries[0].index == "/data/tanya/libraries/office")
    #expect(configuration.libraries[0].sources == ["\(folder.path)/minutes", "/srv/notes"])
    #expect(configuration.libraries[1].index == "\(folder.path)/home.index")
    #expect(throws: CommandError.unknownLibrary("none", known: ["office", "home"])) {
      try configuration.location(of: ["none"])
    }
    let index = configuration.libraries[0].index
    #expect(throws: CommandError.libraryNotIndexed("office", folder: index)) {
      try configuration.location(of: ["office"])
    }
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      ("[defaults]\ntop = 0", .expected("defaults.top", .integer(1...100_000)), 2),
      ("[defaults]\nlanguage = \"ind1\"", .expected("defaults.language", .language), 2),
      ("[defaults]\nrefresh = \"no\"", .expected("defaults.refresh", .boolean), 2),
      ("[shell]\neditor = \" \"", .expected("shell.editor", .text), 2),
      ("[shell]\nediting = \"ed\"", .expected("shell.editing", .oneOf(["emacs", "vi"])), 2),
      ("[defaults]\nlibrary = [1]", .expected("defaults.library", .names), 2),
      (
        "top = 5",
        .unknown("top", known: ["defaults", "shell", "keys", "colors", "libraries", "clusters"]), 1
      ),
      ("[colors]\nanswer = \"pink\"", .expected("colors.answer", .oneOf(Palette.words)), 2),
      ("[libraries.a]\nindex = \"rel\"", .expected("libraries.a.index", .absolutePath), 2),
      ("[libraries.a]\nsources = [2]", .expected("libraries.a.sources", .absolutePaths), 2),
      ("[libraries.a]\nindex = \"/a\"\n[libraries.a]", .repeatedLibrary("a"), 3),
      ("[libraries.a]\nindex = \"/a\"\n[libraries.A]\nindex = \"/b\"", .repeatedLibrary("A"), 4),
      (
        "[libraries.\"a/b\"]\nindex = \"/a\"",
        .unknown("libraries.a/b.index", known: ["libraries.NAME.index"]), 2
      ),
      ("\n[defaults\n", .syntax(.expectedBracket), 2),
    ] as [(String, ConfigurationError.Problem, Int)])
  func refuses(text: String, expected: ConfigurationError.Problem, line: Int) {
    #expect(problem(text) == ConfigurationError(path: "/c", line: line, problem: expected))
  }

  @Test(
    "a project chooses defaults, and nothing that runs a program, names a library or hides a message",
    arguments: ConfigurationKey.allCases)
  func projects(key: ConfigurationKey) {
    let parts = key.rawValue.split(separator: ".")
    let value =
      switch key.kind {
      case .integer: "30"
      case .boolean: "true"
      case .choice(let choices): "\"\(choices[0])\""
      case .language: "\"id\""
      case .text, .names: "\"x\""
      }
    let text = "[\(parts[0])]\n\(parts[1]) = \(value)\n"
    #expect(problem(text) == nil)
    let isOfProject = [.top, .language, .format, .width].contains(key)
    let refused = ConfigurationError(
      path: "/c", line: 2, problem: .notOfProject(key.rawValue))
    #expect(problem(text, isProject: true) == (isOfProject ? nil : refused))
  }

  @Test(
    "a project has no libraries, keys and colours",
    arguments: ["libraries.a.index = '/'", "keys.x = 'undo'", "colors.answer = 'red'"])
  func projectTables(setting: String) {
    let dot = setting.split(separator: " ")[0].lastIndex(of: ".") ?? setting.startIndex
    let text = "[\(setting[..<dot])]\n\(setting[setting.index(after: dot)...])\n"
    #expect(problem(text) == nil)
    let name = String(setting.split(separator: " ")[0])
    #expect(problem(text, isProject: true)?.problem == .notOfProject(name))
  }

  @Test("colours are words")
  func colours() {
    var palette = Palette()
    #expect(palette.sgr(.answer) == Style.answer.sgr)
    let isBright = palette.choose("bold bright-green", for: .answer)
    #expect(isBright && palette.sgr(.answer) == "1;92")
    let isPlain = palette.choose("plain", for: .answer)
    #expect(isPlain && palette.sgr(.answer) == "")
    let isUnknown = palette.choose("bright-bold", for: .answer)
    #expect(!isUnknown)
    let styled = [StyledText("x", .answer)]
    var typesetter = Typesetter(width: 80, isColored: true)
    _ = palette.choose("underline red", for: .answer)
    typesetter.palette = palette
    #expect(typesetter.lines(styled) == "\u{1B}[4;31mx\u{1B}[0m\n")
  }

  @Test("the report says where each value comes from")
  func report() throws {
    let folder = try TemporaryFolder([
      ".config/tanya/config.toml":
        "[defaults]\ntop = 5\nlibrary = [\"a\", \"b\"]\n[shell]\npager = \"most\"\n[keys]\n'\\C-t' = 'undo'\n"
    ])
    let configuration = try configuration(folder)
    let path = folder.path + "/.config/tanya/config.toml"
    let report = ConfigurationReport(
      configuration, environment: Environment(["TANYA_PAGER": "less", "VISUAL": "vim"]))
    for line in [
      ("defaults.top", "5", "\(path):2"), ("defaults.library", "a, b", "\(path):3"),
      ("shell.pager", "less", "$TANYA_PAGER"), ("shell.editor", "vim", "$VISUAL"),
      ("defaults.language", "auto", nil), ("keys.\\C-t", "undo", "\(path):7"),
    ] as [(String, String, String?)] {
      let expected = ConfigurationReport.Line(name: line.0, value: line.1, origin: line.2)
      #expect(report.lines.contains(expected), "\(line)")
    }
    let text = report.text(Typesetter(width: 80, isColored: false), in: .english)
    #expect(text.contains("defaults.language  auto") && text.contains("default\n"))
  }
}
