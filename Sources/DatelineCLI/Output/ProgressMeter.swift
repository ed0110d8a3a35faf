/// How far the work is, in words and as a bar.
struct ProgressMeter {
  var articles = 0
  /// Of the inputs, read so far.
  var bytes = 0
  /// Of the inputs altogether; nil where that is not known.
  var totalBytes: Int?
  /// What is done after all articles have been read.
  var phase: String?

  /// The line after so many milliseconds, in no more than so many columns.
  ///
  /// ```swift
  /// meter.line(milliseconds: 10_000, columns: 80)
  /// // "[#########---------------------] 30 %  412 articles  41/s  24 s left"
  /// ```
  func line(milliseconds: Int, columns: Int) -> String {
    if let phase { return String("\(phase) …".prefix(columns)) }
    var words = "\(articles) \(articles == 1 ? "article" : "articles")"
    if milliseconds > 0, articles > 0 {
      let rate = articles * 1000 / milliseconds
      words += rate > 0 ? "  \(rate)/s" : "  \(articles * 60_000 / milliseconds)/min"
    }
    guard let totalBytes, totalBytes > 0 else { return String("\(words) …".prefix(columns)) }
    let done = min(bytes, totalBytes)
    let share = done * 100 / totalBytes
    if done > 0, done < totalBytes {
      words +=
        "  " + ProgressMeter.time((totalBytes - done) * (milliseconds / 100) / done * 100) + " left"
    }
    let number = (share < 10 ? " " : "") + "\(share) %"
    let room = columns - words.utf8.count - number.utf8.count - 5
    guard room >= 8 else { return String("\(number)  \(words)".prefix(columns)) }
    let width = min(room, 32)
    let filled = width * share / 100
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    return "[\(bar)] \(number)  \(words)"
  }

  /// A stretch of time in its two largest units.
  private static func time(_ milliseconds: Int) -> String {
    let seconds = (milliseconds + 999) / 1000
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }
}
