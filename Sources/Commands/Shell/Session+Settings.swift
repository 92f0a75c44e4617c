extension Session {
  /// `top 5`, `top=5`; a name alone shows it, nothing shows all.
  mutating func set(_ words: String) throws(CommandError) {
    let parts = words.split(maxSplits: 1) { $0 == " " || $0 == "=" }.map { String($0).trimmed }
    guard let name = parts.first else { return showSettings(SessionSetting.all) }
    guard let setting = SessionSetting.named(name) else {
      return say(.unknownSetting(name, known: SessionSetting.all.map(\.name)))
    }
    guard parts.count == 2 else { return showSettings([setting]) }
    let hadColor = settings.color
    guard setting.write(&self, parts[1]) else {
      return say(.badValue(parts[1], of: name, values: setting.values))
    }
    if isInteractive || settings.width != nil || settings.color != hadColor {
      writer.typesetter = settings.typesetter
    }
    showSettings([setting])
  }

  mutating func setLanguage(_ tag: String) throws(CommandError) {
    guard LanguageChoice(argument: tag) != nil else {
      return say(.commandNeeds(":lang", argument: "id"))
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

  /// ASCII with spaces behind it, one at least.
  func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
