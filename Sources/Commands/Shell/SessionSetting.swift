import Library
import Model
import TextAnalysis

/// A setting of the shell. The table ``all`` is used for dispatch, completion and help.
struct SessionSetting: Sendable {
  var name: String
  /// The setting of the configuration file as which this setting is saved.
  var key: ConfigurationKey
  /// Examples of values, for help and completion.
  var values: [String]
  var summary: Phrase
  var read: @Sendable (Session) -> String
  /// Sets the value. Returns `false` if it is invalid.
  var write: @Sendable (inout Session, String) -> Bool

  static let widths = ConfigurationKey.widthRange

  static let all: [SessionSetting] = [
    SessionSetting(
      name: "top", key: .top, values: ["3", "5", "10"],
      summary: Phrase(english: "citations of an answer", indonesian: "kutipan tiap jawaban"),
      read: { "\($0.settings.top)" },
      write: { session, value in
        guard let count = Int(value), TopOption.range.contains(count) else { return false }
        session.settings.top = count
        return true
      }),
    SessionSetting(
      name: "lang", key: .language, values: ["auto", "en", "id"],
      summary: Phrase(english: "language of questions", indonesian: "bahasa pertanyaan"),
      read: { $0.options.language?.rawValue ?? "auto" },
      write: { session, value in
        guard let choice = LanguageChoice(argument: value) else { return false }
        session.options.language = choice.language
        session.forgetReader()
        return true
      }),
    SessionSetting(
      name: "width", key: .width, values: ["auto", "60", "80", "100"],
      summary: Phrase(english: "columns of text", indonesian: "lebar teks dalam kolom"),
      read: { $0.settings.width.map { "\($0)" } ?? "auto" },
      write: { session, value in
        let width = Int(value)
        guard value == "auto" || width.map(widths.contains) ?? false else { return false }
        session.settings.width = width
        return true
      }),
    SessionSetting(
      name: "color", key: .color, values: ColorChoice.allCases.map(\.rawValue),
      summary: Phrase(english: "colour", indonesian: "warna"),
      read: { $0.settings.color.rawValue },
      write: { session, value in
        guard let choice = ColorChoice(rawValue: value) else { return false }
        session.settings.color = choice
        return true
      }),
    SessionSetting(
      name: "links", key: .links, values: LinkChoice.allCases.map(\.rawValue),
      summary: Phrase(
        english: "sources that can be clicked", indonesian: "sumber yang dapat diklik"),
      read: { $0.settings.links.rawValue },
      write: { session, value in
        guard let choice = LinkChoice(rawValue: value) else { return false }
        session.settings.links = choice
        return true
      }),
    SessionSetting(
      name: "pager", key: .paging, values: ["auto", "off"],
      summary: Phrase(
        english: "a pager for what is taller than the window",
        indonesian: "pager untuk yang lebih tinggi daripada jendela"),
      read: { $0.settings.isPaged ? "auto" : "off" },
      write: { session, value in
        guard value == "auto" || value == "off" else { return false }
        session.settings.isPaged = value == "auto"
        return true
      }),
    SessionSetting(
      name: "timing", key: .timing, values: ["on", "off"],
      summary: Phrase(
        english: "the time that an answer took", indonesian: "lama sebuah jawaban"),
      read: { $0.settings.isTimed ? "on" : "off" },
      write: { session, value in
        guard value == "on" || value == "off" else { return false }
        session.settings.isTimed = value == "on"
        return true
      }),
  ]

  /// Returns the value in the notation of a configuration file; nil if the setting is to be
  /// removed.
  func saved(_ session: Session) -> String? {
    let value = read(session)
    return switch key.kind {
    case .integer: Int(value).map { "\($0)" }
    case .boolean: value == "on" ? "true" : "false"
    default: ConfigurationEdit.quoted(value)
    }
  }

  static func named(_ name: String) -> SessionSetting? { all.first { $0.name == name } }
}

/// The settings of a session.
struct SessionSettings: Sendable, Equatable {
  /// The number of citations of an answer.
  var top = TopOption.citations
  /// The number of columns for text; nil to follow the window.
  var width: Int?
  var color = ColorChoice.auto
  var links = LinkChoice.auto
  var isPaged = true
  /// A Boolean value that indicates whether the index is updated before a question if few sources
  /// have changed.
  var isRefreshed = true
  /// The maximum time for such an update, in milliseconds.
  var patience = Library.refreshPatience
  /// A Boolean value that indicates whether the time for an answer is shown.
  var isTimed = false
  var palette = Palette()
  /// The commands of the pager and the editor in the configuration; nil for those of the
  /// environment.
  var pager: String?
  var editor: String?

  /// The typesetter for the current standard output, whose window may have been resized.
  var typesetter: Typesetter {
    var typesetter = Typesetter(forOutput: color, links: links)
    typesetter.palette = palette
    if let width { typesetter.width = width }
    return typesetter
  }
}

extension SessionSettings {
  init(_ configuration: Configuration) {
    self.init(
      top: configuration.integer(.top) ?? TopOption.citations, width: configuration.integer(.width),
      color: configuration.choice(.color) ?? .auto, links: configuration.choice(.links) ?? .auto,
      isPaged: configuration.text(.paging) != "off",
      isRefreshed: configuration.boolean(.refresh) ?? true,
      patience: configuration.integer(.patience) ?? Library.refreshPatience,
      isTimed: configuration.boolean(.timing) ?? false, palette: configuration.palette,
      pager: configuration.text(.pager), editor: configuration.text(.editor))
  }
}

extension Session {
  /// Handles `top 5` or `top=5`. A name alone shows that setting, and an empty line shows all of
  /// them. With `--save`, the setting is saved for later sessions, or all settings if none is
  /// named.
  mutating func set(_ words: String) throws(CommandError) {
    let (words, isSaved) = Self.withoutSaving(words)
    let parts = words.split(maxSplits: 1) { $0 == " " || $0 == "=" }.map { String($0).trimmed }
    guard let name = parts.first else {
      return isSaved ? try save(SessionSetting.all) : showSettings(SessionSetting.all)
    }
    guard let setting = SessionSetting.named(name) else {
      return say(SessionMessage.unknownSetting(name, known: SessionSetting.all.map(\.name)))
    }
    guard parts.count == 2 else {
      return isSaved ? try save([setting]) : showSettings([setting])
    }
    let hadColor = settings.color
    guard setting.write(&self, parts[1]) else {
      return say(SessionMessage.badValue(parts[1], of: name, values: setting.values))
    }
    if isInteractive || settings.width != nil || settings.color != hadColor {
      writer.typesetter = settings.typesetter
    }
    showSettings([setting])
    if isSaved { try save([setting]) }
  }

  private static func withoutSaving(_ words: String) -> (String, isSaved: Bool) {
    let parts = words.split(separator: " ")
    let rest = parts.filter { $0 != "--save" }
    return (rest.joined(separator: " "), rest.count < parts.count)
  }

  mutating func setLanguage(_ tag: String) throws(CommandError) {
    guard LanguageChoice(argument: tag) != nil else {
      return say(SessionMessage.usage(":lang", "id"))
    }
    try set("lang \(tag)")
  }

  private mutating func showSettings(_ settings: [SessionSetting]) {
    for setting in settings {
      let start = "  " + padded(setting.name, to: 7) + padded(setting.read(self), to: 8)
      let values = setting.values.joined(separator: ", ")
      output.append(
        writer.typesetter.lines(
          [StyledText("\(setting.summary.text(in: language)): \(values)", .quiet)],
          first: start, indent: start.utf8.count))
    }
  }

  /// Pads ASCII text with spaces, at least one.
  func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
