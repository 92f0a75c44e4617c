/// A set of kinds of mention.
struct MentionKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let number = MentionKinds(.number)
  static let money = MentionKinds(.money)
  static let percentage = MentionKinds(.percentage)
  static let duration = MentionKinds(.duration)
  static let date = MentionKinds(.date)
  static let name = MentionKinds(.name)
  static let acronym = MentionKinds(.acronym)

  static let quantities: MentionKinds = [.number, .money, .percentage, .duration]

  init(rawValue: UInt8) { self.rawValue = rawValue }
  init(_ kind: Mention.Kind) { rawValue = 1 << kind.rawValue }

  func contains(_ kind: Mention.Kind) -> Bool { contains(MentionKinds(kind)) }
}
