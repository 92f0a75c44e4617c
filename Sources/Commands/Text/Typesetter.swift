import Glibc
import Platform

/// Sets styled text in lines of a terminal's width.
///
/// Lines break at spaces, before and after wide characters (which are written without spaces), and
/// inside a word only where it is longer than a line. What steers a terminal is made visible.
struct Typesetter: Sendable, Equatable {
  /// Columns of a line.
  var width: Int
  var isColored: Bool
  /// Whether text may lead somewhere.
  var hasLinks = false

  init(width: Int, isColored: Bool, hasLinks: Bool = false) {
    self.width = width
    self.isColored = isColored
    self.hasLinks = hasLinks
  }

  /// Columns that text beside a margin has at least.
  private static let leastRoom = 20
  private static let narrowIndent = 4

  /// For standard output.
  init(forOutput color: ColorChoice, links: LinkChoice = .auto) {
    let isTerminal = Terminal.isTerminal(STDOUT_FILENO)
    let isColored = color.isColored(onTerminal: isTerminal, environment: .process)
    self.init(
      width: Terminal.textWidth(STDOUT_FILENO, environment: .process), isColored: isColored,
      hasLinks: links.areShown(
        onTerminal: isTerminal, isColored: isColored, environment: .process))
  }

  /// Lines that are made up already, those that are too long broken and moved in.
  func block(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard DisplayWidth.columns(of: String(line)) > width else { return line + "\n" }
      let margin = line.prefix { $0 == " " }
      return lines(
        [StyledText(String(line.dropFirst(margin.count)))], first: String(margin),
        indent: margin.count + 2)
    }.joined()
  }

  /// The lines of `pieces`, each ended by a line feed.
  ///
  /// - Parameters:
  ///   - first: stands before the first line.
  ///   - indent: columns that the other lines are moved in by.
  func lines(_ pieces: [StyledText], first: String = "", indent: Int = 0) -> String {
    // In a window that leaves no room beside the margin, text goes on below it.
    let isNarrow = width - indent < Self.leastRoom
    var setter = LineSetter(
      width: max(width, Self.leastRoom / 2), isColored: isColored,
      indent: isNarrow ? min(indent, Self.narrowIndent) : indent)
    setter.begin(first, mayBreak: isNarrow)
    for piece in pieces {
      let mark = isColored ? "" : piece.style.plainMark
      setter.add(mark + piece.text + mark, piece.style, link: hasLinks ? piece.link : nil)
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
  private var look = Look()
  private var word: [(scalar: Unicode.Scalar, look: Look)] = []
  private var wordColumns = 0
  /// Bytes of the word that wait to be put out.
  private var pending: [UInt8] = []
  /// The look of the space that is due before the next word; nil where none is.
  private var space: Look?
  /// What links lead to; a look names them by their number, from 1.
  private var links: [String] = []
  private var lineIsEmpty = true
  /// Whether the last character was wide, so that a line may end after it.
  private var isAfterWide = false

  /// How a character is shown.
  private struct Look: Equatable {
    var style = Style.plain
    /// 0 for none.
    var link = 0
  }

  init(width: Int, isColored: Bool, indent: Int) {
    self.width = width
    self.isColored = isColored
    self.indent = indent
  }

  /// - Parameter mayBreak: whether the first word may stand below the margin.
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
      // A combining mark stays with what it marks.
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

  /// Puts out what has the same look: all at once, since to add to a string takes long.
  private mutating func flush() {
    output += String(decoding: pending, as: UTF8.self)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func set(_ new: Look) {
    if new.link != look.link {
      // Operating system command 8: the link's start, or its end where there is no URL.
      output += "\u{1B}]8;;\(new.link == 0 ? "" : links[new.link - 1])\u{1B}\\"
    }
    if isColored, new.style.sgr != look.style.sgr {
      if !look.style.sgr.isEmpty { output += "\u{1B}[0m" }
      if !new.style.sgr.isEmpty { output += "\u{1B}[\(new.style.sgr)m" }
    }
    look = new
  }
}
