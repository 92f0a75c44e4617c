import Answering
import Model
import Testing
import TextAnalysis

@Suite struct QuestionClassifierTests {
  @Test(
    "an English question is typed by its words",
    arguments: [
      ("Who built the lighthouse?", QuestionType.person),
      ("When was the harbour opened?", .date),
      ("In which year did the mill close?", .date),
      ("Where is the archive kept?", .place),
      ("What is the capital of Norway?", .place),
      ("How many bridges cross the river?", .number),
      ("How tall is the tower?", .number),
      ("How much did the ferry cost?", .money),
      ("What share of the fields is irrigated?", .percentage),
      ("How long did the strike last?", .duration),
      ("Which company runs the ferry?", .organization),
      ("Which crop needs shade?", .choice),
      ("What is photosynthesis?", .definition),
      ("What's an irrational number?", .definition),
      ("What does NATO stand for?", .acronym),
      ("Why did the mill close?", .reason),
      ("How is paper made?", .method),
      ("Does the ferry run on Sunday?", .yesNo),
      ("What time does the ferry leave?", .date),
      ("What time zone does the ferry use?", .choice),
      ("How much time do I have?", .duration),
      ("What allowance do sailors get?", .money),
    ])
  func english(question: String, type: QuestionType) {
    #expect(QuestionClassifier().questionType(of: query(question)).type == type)
  }

  @Test(
    "an Indonesian question is typed by its words",
    arguments: [
      ("Siapa yang membangun mercusuar itu?", QuestionType.person),
      ("Siapakah arsitek menara itu?", .person),
      ("Kapan pelabuhan dibuka?", .date),
      ("Pada tahun berapa pabrik itu ditutup?", .date),
      ("Jembatan itu diresmikan tanggal berapa?", .date),
      ("Di mana arsip disimpan?", .place),
      ("Dari manakah asal kopi itu?", .place),
      ("Apa ibu kota Norwegia?", .place),
      ("Berapa jembatan yang melintasi sungai?", .number),
      ("Berapa persen sawah yang diairi?", .percentage),
      ("Berapa harga tiket feri?", .money),
      ("Berapa lama pemogokan berlangsung?", .duration),
      ("Universitas mana yang membuka cabang?", .organization),
      ("Di sektor apa robot digunakan?", .choice),
      ("Apa itu fotosintesis?", .definition),
      ("Apa kepanjangan dari PBB?", .acronym),
      ("Mengapa pabrik ditutup?", .reason),
      ("Kenapa harga naik?", .reason),
      ("Bagaimana kertas dibuat?", .method),
      ("Apakah feri berangkat pada hari Minggu?", .yesNo),
      ("Apakah presiden boleh membubarkan dewan?", .yesNo),
      ("Apakah kota itu sudah aman?", .yesNo),
      ("Apakah profesi Budi Hartono?", .choice),
      ("Berapa tunjangan makan pegawai?", .money),
    ])
  func indonesian(question: String, type: QuestionType) {
    #expect(QuestionClassifier().questionType(of: query(question, .indonesian)).type == type)
  }

  @Test(
    "a question about an article asks for a statement of it",
    arguments: [
      ("Who wrote the article on tea?", ExpectedAnswer.Statement?.some(.author)),
      ("When was the tea article posted?", .date),
      ("Which website published the article on tea?", .publisher),
      ("When was the note about tea written?", .date),
      ("Who wrote about tea?", .author),
      ("Siapa yang menulis tentang teh?", .author),
      ("Who wrote the letter?", .author),
      ("What is the title of the article on tea?", .title),
      ("Siapa penulis artikel tentang teh?", .author),
      ("Apa judul artikel tentang teh?", .title),
      ("Kapan artikel tentang teh diterbitkan?", .date),
      ("Who planted the first tea?", nil),
    ])
  func statement(question: String, statement: ExpectedAnswer.Statement?) {
    #expect(QuestionClassifier().questionType(of: query(question)).statement == statement)
  }

  @Test(
    "who someone is asks for a description, who holds an office for a name",
    arguments: [
      ("Who is Maria Skovgaard?", ExpectedAnswer.Form.description),
      ("Siapa itu Budi Hartono?", .description),
      ("Who is the mayor of Aarhus?", .plain),
      ("Siapa Menteri Perdagangan?", .plain),
    ])
  func form(question: String, form: ExpectedAnswer.Form) {
    #expect(QuestionClassifier().questionType(of: query(question)).form == form)
  }

  @Test("an empty question has no type") func empty() {
    #expect(QuestionClassifier().questionType(of: query("")).type == .other)
  }
}
