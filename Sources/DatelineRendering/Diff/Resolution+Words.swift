internal import DatelineModel

extension TimelineDiff.Difference.Resolution {
  /// What the reader has settled, as a sentence: "Settled by the reader: 12, because …."
  var words: String {
    "Settled by the reader: " + value + (because.isEmpty ? "." : ", because " + because + ".")
  }
}
