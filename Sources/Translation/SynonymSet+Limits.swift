import Glibc
public import Model

extension SynonymSet {
  /// The largest number of members of a set beside the question's own words.
  public static let maximumTranslations = 10
  /// The largest number of words of a phrase, on either side.
  public static let maximumPhraseLength = 4

  /// The weight of the translation at `rank`, in 0..<maximumTranslations from the likeliest:
  /// (1 + rank)^-0.6.
  static func weight(ofRank rank: Int) -> Double { weights[rank] }

  private static let weights = (0..<maximumTranslations).map { pow(1 + Double($0), -0.6) }
}
