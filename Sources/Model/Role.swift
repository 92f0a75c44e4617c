/// The kind of text that a passage is, so that boilerplate cannot become an answer.
public enum Role: UInt8, Sendable, CaseIterable {
  /// The article itself.
  case body = 0
  /// A line that states the author, date, publisher or title.
  case metadata = 1
  /// Newsletter invitations, share buttons, image placeholders: indexed, but never an answer.
  case boilerplate = 2
}
