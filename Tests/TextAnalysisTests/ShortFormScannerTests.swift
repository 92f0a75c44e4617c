import TestSupport
import Testing
import TextAnalysis

@Suite struct ShortFormScannerTests {
  @Test(
    "a short form stands beside the words that spell it",
    arguments: [
      ("Small and medium enterprises (SMEs), which", "SMEs = Small and medium enterprises"),
      (
        "most small-scale *usaha mikro, kecil, dan menengah* (UMKM)",
        "UMKM = usaha mikro, kecil, dan menengah"
      ),
      ("produk domestik bruto (PDB, gross)", "PDB = produk domestik bruto"),
      ("the Bureau of Tea and Trade (BTT) said", "BTT = Bureau of Tea and Trade"),
      ("a Memorandum of Understanding (MoU) with", "MoU = Memorandum of Understanding"),
      ("by NTU (National Tea Union), which", "NTU = National Tea Union"),
      (
        "oleh Komdigi (Kementerian Komunikasi dan Digital)",
        "Komdigi = Kementerian Komunikasi dan Digital"
      ),
      ("Kementerian Komunikasi dan\nDigital (Komdigi)", "Komdigi = Komunikasi dan\nDigital"),
      ("Kementerian Tenaga Kerja (Kemenaker) dan", "Kemenaker = Kementerian Tenaga Kerja"),
      ("Badan Riset Teh Nasional (Baristeh)", "Baristeh = Badan Riset Teh Nasional"),
      (
        "Indonesia Applied Economy & Regulatory Network (IADERN)",
        "IADERN = Indonesia Applied Economy & Regulatory Network"
      ),
      ("Presiden Joko Widodo (Jokowi)", "Jokowi = Joko Widodo"),
      (
        "artificial intelligence (AI) and machine learning (ML)",
        "AI = artificial intelligence; ML = machine learning"
      ),
    ])
  func pairs(text: String, expected: String) { #expect(found(in: text) == expected) }

  @Test(
    "other brackets are none",
    arguments: [
      "", "(", "()", "(AI)", "x (", "the meeting in Jakarta (Friday)", "the old capital (Rome)",
      "Ministry of Finance Sri Mulyani (Golkar)", "a river (see map)", "(a) first (b) second",
      "The agency. Its intelligence (AI)", "World Bank (1944)", "kota Bandung (BDG",
      "three words here (one two three)", "Bank (BANK)", "ß (Ää)", "a royal mechanic (Rome)",
    ])
  func none(text: String) { #expect(found(in: text) == "") }

  @Test(
    "a name with capitals before a bracket may have a short form that it does not spell",
    arguments: [
      (
        "by the National Cyber and Crypto Agency (BSSN) of",
        "BSSN = National Cyber and Crypto Agency"
      ),
      ("Kepolisian Negara (Polri)", "Polri = Kepolisian Negara"),
      ("from Indonesia (RI)", "RI = Indonesia"), ("a river (SEE)", ""), ("Monday (Friday)", ""),
    ])
  func names(text: String, expected: String) {
    #expect(found(in: text, isSpelled: false) == expected)
  }

  @Test("hostile bytes are read to the end")
  func hostile() {
    let pieces: [[UInt8]] = [[0x28], [0x29], [0xFF], [0xC3], Array("AB".utf8), Array(" ab".utf8)]
    var random = SplitMix64(seed: 5)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random))
        .flatMap { _ in pieces.randomElement(using: &random) ?? [] }
      ShortFormScanner.forEach(in: bytes.span, takingNames: true) { match in
        #expect(match.short.upperBound <= bytes.count && match.expansion.upperBound <= bytes.count)
        #expect(!match.short.overlaps(match.expansion))
      }
    }
  }

  @Test("words of one repeated letter do not make the search for a spelling exponential")
  func repeatedLetters() {
    // About 10¹⁰ ways to take fifteen letters from eight words, none of which gives the b.
    let words = Array(repeating: "A" + String(repeating: "a", count: 23), count: 8)
    let text = words.joined(separator: " ") + " (Aaaaaaaaaaaaaaab)"
    #expect(found(in: text).isEmpty)
  }

  private func found(in text: String, isSpelled: Bool = true) -> String {
    var found: [String] = []
    let bytes = Array(text.utf8)
    ShortFormScanner.forEach(in: bytes.span, takingNames: !isSpelled) { match in
      guard match.isSpelled == isSpelled else { return }
      let parts = [match.short, match.expansion].map { String(decoding: bytes[$0], as: UTF8.self) }
      found.append(parts.joined(separator: " = "))
    }
    return found.joined(separator: "; ")
  }
}
