public import DatelineModel

/// Reads every article of `inputs`, one at a time, in the order in which they stand.
///
/// An input is a file, a folder (walked in sorted order) or `-` for standard input. Whatever cannot
/// be read gives a notice and the reading goes on; only an error that `each` throws ends it.
/// Of a file of many articles no more than one is in memory.
///
/// * Ids are those that records give; a file's path under its input; else the first 16 digits of
///   the SHA-256 of source, published, title and text as they are handed over, in UTF-8, absent
///   ones empty, with a zero byte between each two.
/// * The same id with another text is an error, and the second article is not handed over. The
///   same id with the same text is a duplicate, and gets `#2` (`#3` …) behind its id.
/// * `completing` may add what can be found out about an article, such as a date of publication;
///   only what has none after it counts as undated.
///
/// * `progress` is told how many bytes of the inputs each step has read.
///
/// ```swift
/// var titles: [String] = []
/// let tally = try readArticles(from: ["articles.jsonl"]) { print($0) } each: { article in
///   titles.append(article.title ?? "")
/// }
/// // tally.articles == titles.count
/// ```
@discardableResult
public func readArticles(
  from inputs: [String], options: ReadingOptions = ReadingOptions(),
  notice: (ReadingNotice) -> Void, completing: @escaping (inout Article) -> Void = { _ in },
  progress: @escaping (Int) -> Void = { _ in },
  each: (Article) throws -> Void
) throws -> ReadingTally {
  try withoutActuallyEscaping(notice) { notice in
    try withoutActuallyEscaping(each) { each in
      let reader = ArticleReader(
        options: options, notice: notice, completing: completing, progress: progress,
        each: each)
      try reader.read(inputs)
      return reader.tally
    }
  }
}
