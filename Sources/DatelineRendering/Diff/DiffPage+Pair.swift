internal import DatelineModel
internal import EDTF
internal import Mustache

extension DiffPage {
  /// Two accounts beside one another: what both tell first, then what one alone tells.
  func aligned() -> TemplateValue? {
    guard let pair else { return nil }
    let both = diff.entries.filter {
      $0.reported[pair.left] != nil && $0.reported[pair.right] != nil
    }
    let left = diff.entries.filter {
      $0.reported[pair.left] != nil && $0.reported[pair.right] == nil
    }
    let right = diff.entries.filter {
      $0.reported[pair.left] == nil && $0.reported[pair.right] != nil
    }
    // Where many are compared, what only one of the two tells stands in the matrix.
    let isWhole = diff.sources.count == 2
    let rows = both + (isWhole ? left + right : Array(left.prefix(12)) + Array(right.prefix(12)))
    let shown = rows.prefix(DiffPage.most)
    let hidden = both.count + left.count + right.count - shown.count
    return [
      "left": .text(name(pair.left)), "right": .text(name(pair.right)),
      "lead": .text(
        say(
          "{events} in both, {left} only on the left, {right} only on the right.",
          [
            "events": say.counted(both.count, "event"), "left": String(left.count),
            "right": String(right.count),
          ])),
      "rows": .list(shown.map { row($0, pair.left, pair.right) }),
      "rest": rest(hidden, "event"),
    ]
  }

  private func row(_ entry: TimelineDiff.Entry, _ left: String, _ right: String) -> TemplateValue {
    let (a, b) = (entry.reported[left], entry.reported[right])
    let kind = a != nil && b != nil ? "both" : a != nil ? "left" : "right"
    let differences = entry.differences.filter {
      $0.values[left] != nil && $0.values[right] != nil && $0.values[left] != $0.values[right]
    }
    let worst = differences.map { DiffMark($0.kind) }
      .min { DiffMark.allCases.firstIndex(of: $0)! < DiffMark.allCases.firstIndex(of: $1)! }
    let gravest = differences.contains { $0.kind == .conflict } ? DiffMark.conflict : worst ?? .told
    var told = (quote(a), quote(b))
    if a != nil, b != nil, let x = told.0, let y = told.1 {
      let marked = WordDifference(x.plain, y.plain)
      // Where hardly a word is common, marks would only say that the sentences are two.
      if marked.likeness >= 0.4 {
        told.0?.words = DiffPage.runs(marked.left)
        told.1?.words = DiffPage.runs(marked.right)
      }
    }
    func side(_ source: String, _ report: TimelineDiff.Report?, _ quote: ToldQuote?)
      -> TemplateValue
    {
      guard let report else {
        return [
          "side": .text(name(source)), "why": .text(absence(entry, source)), "isAbsent": true,
        ]
      }
      return [
        "isAbsent": false, "side": .text(name(source)),
        "differences": .list(
          differences.map { difference in
            let mine = say.value(difference.values[source] ?? "", of: difference.aspect)
            let other = say.value(
              difference.values[source == left ? right : left] ?? "", of: difference.aspect)
            return [
              "aspect": .text(say(difference.word)),
              "words": .list(DiffPage.runs(WordDifference(mine, other).left)),
            ]
          }),
        "words": .list(quote?.words ?? []), "published": .text(days(report)),
        "url": .text(PageText.link(report.quotes.first?.url) ?? ""),
        "copied": .text(entry.copied(source, name: name, in: say) ?? ""),
      ]
    }
    return [
      "kind": .text(kind), "isBoth": .flag(kind == "both"), "isLeft": .flag(kind == "left"),
      "isRight": .flag(kind == "right"), "date": .text(date(entry.date)),
      "label": .text(PageText.cut(entry.label, limit: 140)), "mark": gravest.value(in: say),
      "says": .text(
        differences.isEmpty
          ? say("no difference found")
          : differences.map {
            let mark = DiffMark($0.kind)
            let words = "\(say($0.word)): \(say(mark == .told ? "other words" : mark.word))"
            return $0.resolution == nil
              ? words : say("{difference}, settled by the reader", ["difference": words])
          }
          .joined(separator: " · ")),
      "left": side(left, a, told.0), "right": side(right, b, told.1),
    ]
  }

  private struct ToldQuote {
    var plain: String
    var words: [TemplateValue]
  }

  private func quote(_ report: TimelineDiff.Report?) -> ToldQuote? {
    guard let text = DiffTextWriter(diff: diff).quote(of: report) else { return nil }
    let plain = PageText.cut(text, limit: options.quoteLength)
    return ToldQuote(plain: plain, words: [["text": .text(plain), "differs": false]])
  }

  /// Words joined to runs that differ or do not.
  private static func runs(_ words: [WordDifference.Word]) -> [TemplateValue] {
    var runs: [(text: String, differs: Bool)] = []
    for word in words {
      if let last = runs.last, last.differs == word.differs {
        runs[runs.count - 1].text += " " + word.text
      } else {
        runs.append((word.text, word.differs))
      }
    }
    return runs.map { ["text": .text($0.text), "differs": .flag($0.differs)] }
  }

  private func days(_ report: TimelineDiff.Report) -> String {
    var days: [String] = []
    for quote in report.quotes {
      let day = published(quote.published)
      if !days.contains(day) { days.append(day) }
    }
    let rest = days.count - 3
    let first = days.prefix(3).joined(separator: ", ")
    return say(
      "published {days}",
      [
        "days": rest > 0
          ? say("{days} and {n} more", ["days": first, "n": String(rest)]) : first
      ])
  }
}
