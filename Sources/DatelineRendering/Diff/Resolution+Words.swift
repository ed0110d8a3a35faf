internal import DatelineModel

extension TimelineDiff.Difference.Resolution {
  /// What the reader has settled, as a sentence: "Settled by the reader: 12, because …."
  var words: String { words(in: .english) }

  func words(in say: Wording) -> String {
    because.isEmpty
      ? say("Settled by the reader: {value}.", ["value": value])
      : say(
        "Settled by the reader: {value}, because {why}.", ["value": value, "why": because])
  }
}
