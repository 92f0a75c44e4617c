import ArgumentParser

/// The verdict below which a question counts as unanswered.
enum RequiredVerdict: String, CaseIterable, ExpressibleByArgument {
  case related, answered
}

/// Options for questions that the documents do not answer, or not with certainty.
struct VerdictOptions: ParsableArguments {
  @Option(
    help: "The verdict that exit status 0 needs: related, or answered to be strict.")
  var require = RequiredVerdict.related

  @Flag(help: "If the verdict is none, show up to three passages that come nearest.")
  var nearest = false
}
