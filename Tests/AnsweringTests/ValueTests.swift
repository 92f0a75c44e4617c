import Model
import Testing
import TextAnalysis

@testable import Answering

@Suite("Values in more of their forms") struct ValueTests {
  @Test(
    "an amount is a whole token with its sign, groups, multiplier, currency and unit",
    arguments: [
      ("a toll of CHF 3'200 a year", Language.english, "CHF 3'200"),
      ("a toll of 4 750,25 EUR a year", .english, "4 750,25 EUR"),
      ("the hull weighs 17\u{202F}300 kg", .english, "17\u{202F}300 kg"),
      ("about half a million gulls", .english, "half a million"),
      ("two thirds of the crew", .english, "two thirds"),
      ("dua pertiga awak kapal", .indonesian, "dua pertiga"),
      ("ditonton puluhan ribu orang", .indonesian, "puluhan ribu"),
      ("hundreds of thousands of eels", .english, "hundreds of thousands"),
      ("it fell to −7 °C at night", .english, "−7 °C"),
      ("turun hingga minus 3 derajat Celsius", .indonesian, "minus 3 derajat Celsius"),
      ("was fined £2.4m for it", .english, "£2.4m"),
      ("holds 2.5×10^8 litres", .english, "2.5×10^8 litres"),
      ("holds 2.5 × 10⁸ litres", .english, "2.5 × 10⁸"),
      ("call 31-450-7788 at once", .english, "31-450-7788"),
      ("soup is 9 € here", .english, "9 €"),
      ("pumps 40 litres per minute", .english, "40 litres per minute"),
      ("costs 15-20 crowns", .english, "15-20 crowns"),
      ("between 8 and 11 kilometres", .english, "8 and 11 kilometres"),
      ("antara 8 dan 11 kilometer", .indonesian, "8 dan 11 kilometer"),
      ("two and a half years", .english, "two and a half years"),
      ("one and a half litres of milk", .english, "one and a half litres"),
      ("satu setengah kuintal jagung", .indonesian, "satu setengah kuintal"),
      ("a quarter of a million eels", .english, "a quarter of a million"),
      ("three quarters of an hour", .english, "three quarters of an hour"),
      ("half a mile of rope", .english, "half a mile"),
      ("one in nine otters", .english, "one in nine"),
      ("satu dari delapan murid", .indonesian, "satu dari delapan"),
      ("sepertiga murid", .indonesian, "sepertiga"),
      ("several hundred gulls", .english, "several hundred"),
      ("a toll of A$310", .english, "A$310"),
      ("stir in 300 g flour", .english, "300 g"),
      ("tuang 3 dl susu", .indonesian, "3 dl"),
      ("selesai dalam empat hari kerja", .indonesian, "empat hari kerja"),
      ("tarifnya Rp3.200 per meter kubik", .indonesian, "Rp3.200 per meter kubik"),
      ("tiket HK$75 saja", .indonesian, "HK$75"),
      ("put at $1.7–1.9 billion", .english, "$1.7–1.9 billion"),
      ("sekitar 250 hingga 300 murid", .indonesian, "250 hingga 300"),
      ("it counted 4.1e7 pulses", .english, "4.1e7"),
      ("ran at 3.5 x 10^7 watts", .english, "3.5 x 10^7 watts"),
      ("covers 8¾ acres", .english, "8¾ acres"),
      ("is 5 ft 11 in tall", .english, "5 ft 11 in"),
      ("took 3 hours 20 minutes", .english, "3 hours 20 minutes"),
      ("selama 2 jam 40 menit", .indonesian, "2 jam 40 menit"),
      ("a panel of 90 x 60 cm", .english, "90 x 60 cm"),
      ("it was 9 degrees below zero", .english, "9 degrees below zero"),
      ("suhu 6 derajat di bawah nol", .indonesian, "6 derajat di bawah nol"),
      ("cooled to –60 °C", .english, "–60 °C"),
      ("order QX-2021/0044 is here", .english, "QX-2021/0044"),
      ("pump RT-200/5", .english, "RT-200/5"),
      ("call +46 31 20 11 08 now", .english, "+46 31 20 11 08"),
      ("telepon (0271) 611-204", .indonesian, "(0271) 611-204"),
      ("drank 7 g of salt", .english, "7 g"),
      ("runs at 45 km/h there", .english, "45 km/h"),
    ])
  func wholeAmount(text: String, language: Language, expected: String) {
    let mentions = QuantityRecognizer.mentions(in: scan(text, language), taken: [])
    #expect(mentions.first.map { cut(text, $0.range) } == expected)
  }

  @Test(
    "times of day are found in words and in digits without a colon",
    arguments: [
      ("opens at half past nine", Language.english, "half past nine"),
      ("leaves at a quarter to four", .english, "a quarter to four"),
      ("rings at seven o'clock in the evening", .english, "seven o'clock in the evening"),
      ("leaves at 16.35", .english, "16.35"),
      ("leaves at 22h15", .english, "22h15"),
      ("came at 6.20 in the morning", .english, "6.20 in the morning"),
      ("dimulai jam sembilan malam", .indonesian, "jam sembilan malam"),
      ("berangkat pukul setengah tujuh pagi", .indonesian, "pukul setengah tujuh pagi"),
      ("buka pukul 07.00 sampai 10.00", .indonesian, "pukul 07.00 sampai 10.00"),
    ])
  func clock(text: String, language: Language, expected: String) {
    let mentions = ClockRecognizer.mentions(in: scan(text, language), taken: []).mentions
    #expect(mentions.map { cut(text, $0.range) } == [expected])
  }

  @Test(
    "amounts are no times of day",
    arguments: ["sold at 2.50 euros", "grew by 12.30 per cent", "version 9.30", "the 5G network"])
  func noClock(text: String) {
    #expect(ClockRecognizer.mentions(in: scan(text), taken: []).mentions.isEmpty)
  }

  @Test(
    "reference numbers count nothing",
    arguments: [
      "see sec. 7.3", "Pasal 12", "version 4.10", "No. 8", "table 5", "release 2.8.1", "§ 9",
    ])
  func reference(text: String) {
    let mentions = QuantityRecognizer.mentions(in: scan(text), taken: [])
    #expect(mentions.allSatisfy { $0.isReference })
  }

  @Test(
    "dates are found in more of their forms",
    arguments: [
      ("closed on 03.11.2018 for good", Language.english, "03.11.2018"),
      ("unveiled on 9 Oct. 1987 here", .english, "9 Oct. 1987"),
      ("sealed on 4 Feb '21 there", .english, "4 Feb '21"),
      ("runs 12–15 June 2023 again", .english, "12–15 June 2023"),
      ("runs June 12–15, 2023 again", .english, "June 12–15, 2023"),
      ("closed on Tuesdays", .english, "Tuesdays"),
      ("in the summer of 1954", .english, "summer of 1954"),
      ("sejak awal 2017 itu", .indonesian, "awal 2017"),
      ("dibuka 4 s.d. 19 Juli 2022", .indonesian, "4 s.d. 19 Juli 2022"),
      ("tutup 2 s/d 6 Mei 2023", .indonesian, "2 s/d 6 Mei 2023"),
      ("sank on 17/18 March 1907", .english, "17/18 March 1907"),
      ("in the second quarter of 2029", .english, "second quarter of 2029"),
      ("didirikan pada 1298 H", .indonesian, "1298 H"),
    ])
  func date(text: String, language: Language, expected: String) {
    let mentions = DateRecognizer.mentions(in: scan(text, language)).mentions
    #expect(mentions.first.map { cut(text, $0.range) } == expected)
  }

  @Test(
    "times of day are found",
    arguments: [
      ("shuts at 8 p.m. daily", Language.english, "8 p.m."),
      ("leaves at 06:15 sharp", .english, "06:15"),
      ("mulai pukul 20.15 WIB di balai", .indonesian, "pukul 20.15 WIB"),
      ("buka jam 7 pagi", .indonesian, "jam 7 pagi"),
      ("open 9:30–17:00 on weekdays", .english, "9:30–17:00"),
      ("rests at noon", .english, "noon"),
    ])
  func time(text: String, language: Language, expected: String) {
    let mentions = ClockRecognizer.mentions(in: scan(text, language), taken: []).mentions
    #expect(mentions.first.map { cut(text, $0.range) } == expected)
  }

  @Test(
    "numbers that are no times of day",
    arguments: ["a bag of 3 malam", "12.5 metres", "at 25:00", "1:1000 scale", "Pasal 7"])
  func noTime(text: String) {
    #expect(ClockRecognizer.mentions(in: scan(text, .indonesian), taken: []).mentions.isEmpty)
  }

  @Test(
    "a measure wants a unit of its dimension",
    arguments: [
      ("How long is the Brakk pier?", "The Brakk pier is 84 metres long.", "84 metres"),
      ("How heavy is the bell of Brakk?", "The bell of Brakk weighs 3 tonnes.", "3 tonnes"),
      ("How old is the oak of Brakk?", "The oak of Brakk is 400 years old.", "400 years"),
    ])
  func measure(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
    let other = passage(text.replacing(expected, with: "9 litres"))
    #expect(ask(question, [other]).headline == nil)
  }

  @Test(
    "the value belongs to the words of its own clause",
    arguments: [
      (
        "When did the crew reach the bay?",
        "The crew left Brakk on 2 April 1903 and reached the bay on 9 May 1903.", "9 May 1903"
      ),
      (
        "How much does a sack of flour cost?",
        "At the mill a sack of oats costs 4 euros, a sack of flour 6 euros.", "6 euros"
      ),
      (
        "How many mills of the valley were burnt?",
        "Of the 40 mills of the valley, 12 were sold, 9 were burnt and the rest stood.", "9"
      ),
    ])
  func clause(question: String, text: String, expected: String) {
    #expect(ask(question, [passage(text)]).text == expected)
  }

  @Test("a change gives its result, or its origin when that is asked for")
  func change() {
    let text = passage(
      "Harga gula naik dari Rp9.000 menjadi Rp11.500 pada bulan Juni.", language: .indonesian)
    let now = ask("Berapa harga gula setelah naik?", [text], language: .indonesian)
    let before = ask("Berapa harga gula sebelum naik?", [text], language: .indonesian)
    #expect(now.text == "Rp11.500")
    #expect(before.text == "Rp9.000")
  }

  @Test(
    "a negated clause is no certain answer",
    arguments: [
      ("When was the Brakk tunnel dug?", "The Brakk tunnel was not dug in 1931 as promised."),
      ("How many guests missed the ferry?", "No guest missed the ferry, but two guests were wet."),
    ])
  func negation(question: String, text: String) {
    #expect(ask(question, [passage(text)]).headline == nil)
  }
}
