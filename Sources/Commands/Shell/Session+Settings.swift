import Glibc
import Platform

/// Commands for the data that outlives a session.
extension Session {
  /// Shows the most recently typed lines.
  mutating func showHistory(_ pattern: String) {
    let wanted = pattern.lowercased()
    let lines = history().enumerated()
      .filter { wanted.isEmpty || $0.element.lowercased().contains(wanted) }
    guard !lines.isEmpty else { return say(SessionMessage.noHistory) }
    for (number, line) in lines.suffix(Self.historyShown) {
      output.append(
        writer.typesetter.lines([StyledText(line)], first: "\(number + 1)  ", indent: 6))
    }
  }

  private static let historyShown = 20

  /// Writes settings to the user's configuration file, which is created if it does not exist.
  mutating func save(_ chosen: [SessionSetting]) throws(CommandError) {
    guard let path = configurationPath else { return say(SessionMessage.noConfiguration) }
    var text = ""
    do throws(FileError) {
      if access(path, F_OK) == 0 {
        text = String(decoding: try readFile(path), as: UTF8.self)
      } else {
        try Folder.create(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
      }
    } catch {
      throw .file(error)
    }
    for setting in chosen {
      text = ConfigurationEdit.text(text, setting: setting.key, to: setting.saved(self))
    }
    do throws(ConfigurationError) {
      // A text that could not be read again is not written.
      _ = try ConfigurationFile(
        parsing: Array(text.utf8), path: path, isProject: false,
        places: ConfigurationFile.Places(home: "/", data: "/"))
    } catch {
      throw .configuration(error)
    }
    do throws(FileError) {
      try OutputFile.replace(path, with: Array(text.utf8))
    } catch {
      throw .file(error)
    }
    say(SessionMessage.savedSettings(to: path))
  }
}
