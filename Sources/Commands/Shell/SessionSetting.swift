import Library
import Model
import TextAnalysis

/// A setting of the shell. The table `all` gives dispatch, completion and help.
struct SessionSetting: Sendable {
  var name: String
  /// What it may be set to, as help shows and completion offers it.
  var values: [String]
  var summary: Phrase
  var read: @Sendable (Session) -> String
  /// Returns false for a value that is none of its own.
  var write: @Sendable (inout Session, String) -> Bool

  static let widths = 20...1000

  static let all: [SessionSetting] = [
    SessionSetting(
      name: "top", values: ["3", "5", "10"],
      summary: Phrase(english: "citations of an answer", indonesian: "kutipan tiap jawaban"),
      read: { "\($0.settings.top)" },
      write: { session, value in
        guard let count = Int(value), TopOption.range.contains(count) else { return false }
        session.settings.top = count
        return true
      }),
    SessionSetting(
      name: "lang", values: ["auto", "en", "id"],
      summary: Phrase(english: "language of questions", indonesian: "bahasa pertanyaan"),
      read: { $0.options.language?.rawValue ?? "auto" },
      write: { session, value in
        guard let choice = LanguageChoice(argument: value) else { return false }
        session.options.language = choice.language
        session.forgetReader()
        return true
      }),
    SessionSetting(
      name: "width", values: ["auto", "60", "80", "100"],
      summary: Phrase(english: "columns of text", indonesian: "lebar teks dalam kolom"),
      read: { $0.settings.width.map { "\($0)" } ?? "auto" },
      write: { session, value in
        let width = Int(value)
        guard value == "auto" || width.map(widths.contains) ?? false else { return false }
        session.settings.width = width
        return true
      }),
    SessionSetting(
      name: "color", values: ColorChoice.allCases.map(\.rawValue),
      summary: Phrase(english: "colour", indonesian: "warna"),
      read: { $0.settings.color.rawValue },
      write: { session, value in
        guard let choice = ColorChoice(rawValue: value) else { return false }
        session.settings.color = choice
        return true
      }),
    SessionSetting(
      name: "links", values: LinkChoice.allCases.map(\.rawValue),
      summary: Phrase(
        english: "sources that can be clicked", indonesian: "sumber yang dapat diklik"),
      read: { $0.settings.links.rawValue },
      write: { session, value in
        guard let choice = LinkChoice(rawValue: value) else { return false }
        session.settings.links = choice
        return true
      }),
    SessionSetting(
      name: "pager", values: ["auto", "off"],
      summary: Phrase(
        english: "a pager for what is taller than the window",
        indonesian: "pager untuk yang lebih tinggi daripada jendela"),
      read: { $0.settings.isPaged ? "auto" : "off" },
      write: { session, value in
        guard value == "auto" || value == "off" else { return false }
        session.settings.isPaged = value == "auto"
        return true
      }),
  ]

  static func named(_ name: String) -> SessionSetting? { all.first { $0.name == name } }
}
