import Glibc
import Platform

/// Wraps styled text to the width of the terminal.
///
/// Lines break at spaces, before and after wide characters (which are written without spaces), and
/// inside a word only if it is longer than a line. Control characters are made visible.
struct Typesetter: Sendable, Equatable {
  /// The number of columns of a line.
  var width: Int
  var isColored: Bool
  /// A Boolean value that indicates whether links are written.
  var hasLinks = false
  var palette = Palette()

  init(width: Int, isColored: Bool, hasLinks: Bool = false) {
    self.width = width
    self.isColored = isColored
    self.hasLinks = hasLinks
  }

  /// The minimum number of columns for text beside a margin.
  private static let leastRoom = 20
  private static let narrowIndent = 4

  /// Creates a typesetter for standard output.
  init(forOutput color: ColorChoice, links: LinkChoice = .auto) {
    let isTerminal = Terminal.isTerminal(STDOUT_FILENO)
    let isColored = color.isColored(onTerminal: isTerminal, environment: .process)
    self.init(
      width: Terminal.textWidth(STDOUT_FILENO, environment: .process), isColored: isColored,
      hasLinks: links.areShown(
        onTerminal: isTerminal, isColored: isColored, environment: .process))
  }

  /// Breaks and indents the lines that are too long.
  func block(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard DisplayWidth.columns(of: String(line)) > width else { return line + "\n" }
      let margin = line.prefix { $0 == " " }
      return lines(
        [StyledText(String(line.dropFirst(margin.count)))], first: String(margin),
        indent: margin.count + 2)
    }.joined()
  }

  /// Returns the lines of `pieces`; each ends with a line feed.
  ///
  /// - Parameters:
  ///   - first: The margin of the first line.
  ///   - indent: The number of columns by which the other lines are indented.
  func lines(_ pieces: [StyledText], first: String = "", indent: Int = 0) -> String {
    // If the window leaves no room beside the margin, text continues below it.
    let isNarrow = width - indent < Self.leastRoom
    var setter = LineSetter(
      width: max(width, Self.leastRoom / 2), isColored: isColored, palette: palette,
      indent: isNarrow ? min(indent, Self.narrowIndent) : indent)
    setter.begin(first, mayBreak: isNarrow)
    for piece in pieces {
      let mark = isColored ? "" : piece.style.plainMark
      setter.add(mark + piece.text + mark, piece.style, link: hasLinks ? piece.link : nil)
    }
    return setter.finish()
  }
}

/// The state of wrapping a paragraph: the finished lines, and the current word.
private struct LineSetter {
  let width: Int
  let isColored: Bool
  let palette: Palette
  let indent: Int

  private var output = ""
  private var column = 0
  private var look = Look()
  private var word: [(scalar: Unicode.Scalar, look: Look)] = []
  private var wordColumns = 0
  /// The bytes of the word that are not yet in the output.
  private var pending: [UInt8] = []
  /// The look of the space before the next word; nil if there is none.
  private var space: Look?
  /// The targets of links, to which a look refers by number, from 1.
  private var links: [String] = []
  private var lineIsEmpty = true
  /// A Boolean value that indicates whether the last character was wide, so that a line may end
  /// after it.
  private var isAfterWide = false

  /// The appearance of a character.
  private struct Look: Equatable {
    var style = Style.plain
    /// The number of the link; 0 for none.
    var link = 0
  }

  init(width: Int, isColored: Bool, palette: Palette, indent: Int) {
    self.width = width
    self.isColored = isColored
    self.palette = palette
    self.indent = indent
  }

  /// - Parameter mayBreak: `true` if the first word may move below the margin.
  mutating func begin(_ text: String, mayBreak: Bool) {
    output += text
    column = DisplayWidth.columns(of: text)
    lineIsEmpty = !mayBreak || column <= indent
  }

  mutating func add(_ text: String, _ style: Style, link: String? = nil) {
    if let link { links.append(link) }
    let look = Look(style: style, link: link == nil ? 0 : links.count)
    for scalar in text.unicodeScalars {
      guard let scalar = VisibleText.replacement(for: scalar) else { continue }
      if scalar == " " {
        endWord()
        if !lineIsEmpty { space = space ?? look }
        continue
      }
      let columns = DisplayWidth.columns(of: scalar)
      // A combining mark stays with its character.
      if columns > 0 {
        if columns == 2 || isAfterWide || wordColumns + columns > width - indent { endWord() }
        isAfterWide = columns == 2
      }
      word.append((scalar, look))
      wordColumns += columns
    }
  }

  mutating func finish() -> String {
    endWord()
    set(Look())
    return output + "\n"
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let gap = space == nil ? 0 : 1
    if !lineIsEmpty && column + gap + wordColumns > width {
      set(Look())
      output += "\n" + String(repeating: " ", count: indent)
      column = indent
    } else if let space {
      if space != look { set(word[0].look == space ? space : Look()) }
      output += " "
      column += 1
    }
    for (scalar, look) in word {
      if look != self.look {
        flush()
        set(look)
      }
      if scalar.isASCII {
        pending.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        pending.append(contentsOf: String(scalar).utf8)
      }
    }
    flush()
    column += wordColumns
    (space, lineIsEmpty, wordColumns) = (nil, false, 0)
    word.removeAll(keepingCapacity: true)
  }

  /// Appends consecutive characters of the same look at once, because appending to a string is
  /// slow.
  private mutating func flush() {
    output += String(decoding: pending, as: UTF8.self)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func set(_ new: Look) {
    if new.link != look.link {
      // Operating system command 8 begins a link, or ends it if there is no URL.
      output += "\u{1B}]8;;\(new.link == 0 ? "" : links[new.link - 1])\u{1B}\\"
    }
    if isColored, palette.sgr(new.style) != palette.sgr(look.style) {
      if !palette.sgr(look.style).isEmpty { output += "\u{1B}[0m" }
      let sgr = palette.sgr(new.style)
      if !sgr.isEmpty { output += "\u{1B}[\(sgr)m" }
    }
    look = new
  }
}
