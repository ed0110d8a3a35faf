extension TimelineDiff {
  /// Why sides do not tell a happening, by side; nil for one that tells it in its own words.
  ///
  /// Of many sides and many happenings nearly every pair is an absence. So the days on which sides
  /// published are kept once for all happenings, and why a side is absent is found when it is asked.
  ///
  /// ```swift
  /// let absent: TimelineDiff.Absences = ["Beta": .silent]
  /// absent["Beta"]   // .silent
  /// absent["Alpha"]  // nil
  /// ```
  public struct Absences: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private var stated: [String: Absence]
    private var silence: Silence?

    /// The last of several values under one key counts.
    public init(dictionaryLiteral elements: (String, Absence)...) {
      stated = Dictionary(elements) { $1 }
    }

    /// `stated` is known; `silence` tells it of the others.
    public init(stated: [String: Absence], silence: Silence) {
      self.stated = stated
      self.silence = silence
    }

    public subscript(side: String) -> Absence? { stated[side] ?? silence?.absence(of: side) }

    private var all: [String: Absence] {
      guard let silence else { return stated }
      var all = stated
      for side in silence.publishing.keys { all[side] = self[side] }
      return all
    }

    public static func == (a: Absences, b: Absences) -> Bool { a.all == b.all }

    public func hash(into hasher: inout Hasher) { hasher.combine(all) }
  }

  /// When a happening could be known, and who published then; days are counted from 1970.
  public struct Silence: Sendable {
    /// Sorted days for each side, also for those that published on none that is known.
    let publishing: [String: [Int]]
    /// The sides that tell the happening.
    let tellers: Set<String>
    /// The day of the first report.
    let told: Int?
    /// The first day on which it could be known.
    let known: Int?
    /// Days after the first report within which a side that publishes is silent.
    let window: Int

    public init(
      publishing: [String: [Int]], tellers: Set<String>, told: Int?, known: Int?, window: Int
    ) {
      self.publishing = publishing
      self.tellers = tellers
      self.told = told
      self.known = known
      self.window = window
    }

    func absence(of side: String) -> Absence? {
      guard !tellers.contains(side), let days = publishing[side] else { return nil }
      guard let known else { return .gap }
      let high = (told ?? known) + window
      var (start, end) = (0, days.count)
      while start < end {
        let middle = (start + end) / 2
        if days[middle] < known { start = middle + 1 } else { end = middle }
      }
      if start < days.count, days[start] <= high { return .silent }
      // What ended long before it published nothing near that time.
      return start > 0 && days[start - 1] >= known - window ? .before : .gap
    }
  }
}
