import Testing

@testable import Corpus

@Suite("Dates") struct CalendarDateTests {
  @Test(
    "a date is read in the forms that articles use",
    arguments: [
      ("2025-12-31", "2025-12-31"), ("2025-08-18T18:39:54.073Z", "2025-08-18"),
      ("2025/1/2", "2025-01-02"), ("12/31/2025", "2025-12-31"), ("17/12/2025", "2025-12-17"),
      ("17.12.2025", "2025-12-17"), ("5/5/2025", "2025-05-05"),
      ("Dec 17, 2025 - 16:43", "2025-12-17"), ("December 17th, 2025", "2025-12-17"),
      ("Dec. 7 2025", "2025-12-07"), ("17 December 2025", "2025-12-17"),
      ("1st of May, 2024", "2024-05-01"), ("17 Desember 2025", "2025-12-17"),
      ("Rabu, 17 Agustus 2025", "2025-08-17"), ("Rabu (17/12/2025)", "2025-12-17"),
      ("Wednesday, May 1, 2024", "2024-05-01"), ("29 Feb 2024", "2024-02-29"),
      ("31-Okt-2024", "2024-10-31"),
    ])
  func read(text: String, expected: String) {
    #expect(CalendarDate(in: text)?.description == expected)
  }

  @Test(
    "what is open or no date is not guessed",
    arguments: [
      "03/04/2025", "29 Feb 2023", "2025-13-01", "31/31/2025", "December 2025", "2025", "soon", "",
      "12/31/25", "31 April 2024", "999999999999", "1 2 3",
    ])
  func refuse(text: String) { #expect(CalendarDate(in: text) == nil) }
}
