import Glibc

/// Sets styled text in lines of a terminal's width.
///
/// Lines break at spaces, before and after wide characters (which are written without spaces), and
/// inside a word only where it is longer than a line. What steers a terminal is made visible.
struct Typesetter: Sendable, Equatable {
  /// Columns of a line.
  var width: Int
  var isColored: Bool

  init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  /// For standard output.
  init(forOutput color: ColorChoice) {
    self.init(
      width: Terminal.textWidth(STDOUT_FILENO, environment: .process),
      isColored: color.isColored(
        onTerminal: Terminal.isTerminal(STDOUT_FILENO), environment: .process))
  }

  /// The lines of `pieces`, each ended by a line feed.
  ///
  /// - Parameters:
  ///   - first: stands before the first line.
  ///   - indent: columns that the other lines are moved in by.
  func lines(_ pieces: [StyledText], first: String = "", indent: Int = 0) -> String {
    var setter = LineSetter(width: max(width, indent + 20), isColored: isColored, indent: indent)
    setter.begin(first)
    for piece in pieces {
      let mark = isColored ? "" : piece.style.plainMark
      setter.add(mark + piece.text + mark, piece.style)
    }
    return setter.finish()
  }
}

/// The state of setting one paragraph: lines that are done, and the word that is being collected.
private struct LineSetter {
  let width: Int
  let isColored: Bool
  let indent: Int

  private var output = ""
  private var column = 0
  private var style = Style.plain
  private var word: [(scalar: Unicode.Scalar, style: Style)] = []
  private var wordColumns = 0
  /// The style of the space that is due before the next word; nil where none is.
  private var space: Style?
  private var lineIsEmpty = true
  /// Whether the last character was wide, so that a line may end after it.
  private var isAfterWide = false

  init(width: Int, isColored: Bool, indent: Int) {
    self.width = width
    self.isColored = isColored
    self.indent = indent
  }

  mutating func begin(_ text: String) {
    output += text
    column = DisplayWidth.columns(of: text)
  }

  mutating func add(_ text: String, _ style: Style) {
    for scalar in text.unicodeScalars {
      guard let scalar = VisibleText.replacement(for: scalar) else { continue }
      if scalar == " " {
        endWord()
        if !lineIsEmpty { space = space ?? style }
        continue
      }
      let columns = DisplayWidth.columns(of: scalar)
      // A combining mark stays with what it marks.
      if columns > 0 {
        if columns == 2 || isAfterWide || wordColumns + columns > width - indent { endWord() }
        isAfterWide = columns == 2
      }
      word.append((scalar, style))
      wordColumns += columns
    }
  }

  mutating func finish() -> String {
    endWord()
    set(.plain)
    return output + "\n"
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let gap = space == nil ? 0 : 1
    if !lineIsEmpty && column + gap + wordColumns > width {
      set(.plain)
      output += "\n" + String(repeating: " ", count: indent)
      column = indent
    } else if let space {
      if space != style { set(word[0].style == space ? space : .plain) }
      output += " "
      column += 1
    }
    for (scalar, style) in word {
      set(style)
      output.unicodeScalars.append(scalar)
    }
    column += wordColumns
    (space, lineIsEmpty, wordColumns) = (nil, false, 0)
    word.removeAll(keepingCapacity: true)
  }

  private mutating func set(_ new: Style) {
    guard isColored, new.sgr != style.sgr else {
      style = new
      return
    }
    if !style.sgr.isEmpty { output += "\u{1B}[0m" }
    if !new.sgr.isEmpty { output += "\u{1B}[\(new.sgr)m" }
    style = new
  }
}
