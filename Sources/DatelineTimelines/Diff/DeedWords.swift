import DatelineModel

/// What the words that tell a deed say beside that it was done: how it came out, and what its teller
/// thinks of it.
struct DeedWords {
  /// By dictionary form: of each question that a word answers, the answer.
  private let answers: [String: [(question: String, answer: String)]]
  /// By dictionary form: the deeds that a word is one of several names of.
  private let deeds: [String: [String]]

  static let shipped = DeedWords(
    answers: LearnedTable(LearnedTable.builtIn("answers.tsv")),
    wordings: LearnedTable(LearnedTable.builtIn("wordings.tsv")))

  init(answers: LearnedTable, wordings: LearnedTable) {
    var answered: [String: [(question: String, answer: String)]] = [:]
    for row in answers.rows {
      for word in row[2].split(separator: ",") {
        answered[String(word), default: []].append((String(row[0]), String(row[1])))
      }
    }
    self.answers = answered
    var named: [String: [String]] = [:]
    for row in wordings.rows {
      for word in row[1].split(separator: ",") {
        named[String(word), default: []].append(String(row[0]))
      }
    }
    deeds = named
  }

  /// What a report's word answers: that of "rejected" to a vote is "no".
  func answers(of mention: Mention) -> [(question: String, answer: String)] {
    mention.lemma.flatMap { answers[$0] } ?? []
  }

  /// The deeds that a report has one of several words for: "liberated" a taking.
  func deeds(named mention: Mention) -> [String] { mention.lemma.flatMap { deeds[$0] } ?? [] }
}
