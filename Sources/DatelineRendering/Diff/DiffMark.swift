internal import DatelineModel
internal import Mustache

/// What one cell of the matrix, or one difference, says: a shape, a word and a role of colour.
enum DiffMark: String, CaseIterable {
  case told, conflict, revised, other, precision, before, copied, silent, early, quoted, gap

  init(_ kind: TimelineDiff.Difference.Kind) {
    switch kind {
    case .conflict: self = .conflict
    case .revision: self = .revised
    case .otherCount: self = .other
    case .precision: self = .precision
    case .wording: self = .told
    }
  }

  init(_ entry: TimelineDiff.Entry, _ source: String) {
    if entry.absent[source] == .quoted {
      self = .quoted
      return
    }
    guard let report = entry.reported[source] else {
      switch entry.absent[source] {
      case .silent: self = .silent
      case .before: self = .early
      case .quoted: self = .quoted
      case .gap, nil: self = .gap
      }
      return
    }
    let kinds = entry.differences.filter { $0.values[source] != nil }.map(\.kind)
    if report.copyOf != nil {
      self = .copied
    } else if kinds.contains(.conflict) {
      self = .conflict
    } else if kinds.contains(.revision) {
      self = .revised
    } else if kinds.contains(.otherCount) {
      self = .other
    } else if report.status == .expected {
      self = .before
    } else {
      self = .told
    }
  }

  /// As the legend names it.
  var words: String {
    switch self {
    case .told: "reported"
    case .conflict: "in conflict with another"
    case .revised: "figure revised as counting went on"
    case .other: "another count, no conflict"
    case .precision: "more exact or less"
    case .before: "told beforehand"
    case .copied: "copied text, no voice of its own"
    case .silent: "silent, though it published"
    case .early: "published before it"
    case .quoted: "only through others"
    case .gap: "no article near that day: a gap, and not a silence"
    }
  }

  /// One word, for a cell or a heading.
  var word: String {
    switch self {
    case .told: "reported"
    case .conflict: "conflict"
    case .revised: "revised"
    case .other: "other count"
    case .precision: "precision"
    case .before: "beforehand"
    case .copied: "copied"
    case .silent: "silent"
    case .early: "published before it"
    case .quoted: "only through others"
    case .gap: "gap"
    }
  }

  /// The class that gives the colour.
  var role: String {
    switch self {
    case .conflict: "c-con"
    case .revised, .other, .precision: "c-pre"
    case .silent, .early, .quoted, .gap: "c-sil"
    case .told, .before, .copied: "c-ink"
    }
  }

  /// The outline in a box of 16 × 16, drawn in the colour of the text around it.
  var shape: String {
    let line = #"fill="none" stroke="currentColor" stroke-width="1.6""#
    return switch self {
    case .told: #"<circle cx="8" cy="8" r="4.6" fill="currentColor"/>"#
    case .conflict:
      #"<rect x="1.6" y="1.6" width="12.8" height="12.8" \#(line)/>"#
        + #"<path d="M4.4 6.2h7.2M4.4 9.8h7.2M10 3.8 6 12.2" \#(line)/>"#
    case .revised:
      #"<circle cx="8" cy="8" r="6.4" \#(line)/>"#
        + #"<path d="M5.4 10.6 10.4 5.6M6.6 5.4h4v4" \#(line)/>"#
    case .other:
      #"<circle cx="8" cy="8" r="6.4" \#(line)/><path d="M6.2 4.8v6.4M9.8 4.8v6.4" \#(line)/>"#
    case .precision:
      #"<circle cx="8" cy="8" r="6.4" \#(line)/>"#
        + #"<path d="M5 5.2h3.2a2.8 2.8 0 0 1 0 5.6H5" \#(line)/>"#
    case .before:
      #"<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" "#
        + #"stroke-width="1.6" stroke-dasharray="2 1.9"/>"#
    case .copied:
      #"<circle cx="6.4" cy="6.4" r="4" \#(line)/><circle cx="9.8" cy="9.8" r="4" \#(line)/>"#
    case .silent: #"<path d="M3 8h10" \#(line)/>"#
    case .early: #"<path d="M9.6 4 5.6 8l4 4" \#(line)/>"#
    case .quoted:
      #"<path d="M6.4 4.6C4.4 5.6 3.4 7 3.4 9M12.4 4.6c-2 1-3 2.4-3 4.4" \#(line)/>"#
        + #"<path d="M3.4 8.2h2.6v3H3.4zM9.4 8.2H12v3H9.4z" fill="currentColor"/>"#
    case .gap: #"<path d="M2 14 14 2M2 8 8 2M8 14l6-6" class="hatch"/>"#
    }
  }

  func value(in say: Wording) -> TemplateValue {
    [
      "id": .text(rawValue), "word": .text(say(word)), "words": .text(say(words)),
      "role": .text(role),
    ]
  }
}
