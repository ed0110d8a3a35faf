public import DatelineModel
import EDTF

/// One annotated article as a TimeML document: its creation time, and its time expressions inline.
///
/// Source: TimeML 1.2.1. The timex at index *n* has the `tid` *n* + 1; the creation time is `t0`.
/// ```swift
/// // "Talks opened yesterday." of 2 August 2019 holds
/// // <TIMEX3 tid="t1" type="DATE" value="2019-08-01" temporalFunction="true" anchorTimeID="t0">
/// ```
public struct TimeMLDocument: Sendable {
  private let annotated: AnnotatedArticle
  /// The indices of the expressions that are written; no attribute names another.
  private let written: Set<Int>

  public init(_ annotated: AnnotatedArticle) {
    self.annotated = annotated
    var written: Set<Int> = []
    var ends = (title: 0, text: 0)
    for (index, timex) in annotated.timexes.enumerated() {
      // Of two that overlap only the first is written, since XML elements cannot cross.
      guard timex.span.start >= (timex.inTitle ? ends.title : ends.text) else { continue }
      written.insert(index)
      if timex.inTitle { ends.title = timex.span.end } else { ends.text = timex.span.end }
    }
    self.written = written
  }

  /// The document as UTF-8.
  public var bytes: [UInt8] { Array(text.utf8) }

  private var text: String {
    let article = annotated.article
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
      <DOCID>\(xmlEscaped(article.id))</DOCID>

      """
    if let published = article.published {
      let value = published.date.calendarDate?.description ?? published.date.description
      xml += """
        <DCT><TIMEX3 tid="t0" type="DATE" value="\(xmlEscaped(value))" temporalFunction="false" \
        functionInDocument="CREATION_TIME">\(xmlEscaped(published.text))</TIMEX3></DCT>

        """
    }
    if let title = article.title { xml += "<TITLE>\(tagged(title, inTitle: true))</TITLE>\n" }
    return xml + "<TEXT>\(tagged(article.text, inTitle: false))</TEXT>\n</TimeML>\n"
  }

  /// The text with a tag around each expression that is written.
  private func tagged(_ text: String, inTitle: Bool) -> String {
    var xml = ""
    var end = 0
    for (index, timex) in annotated.timexes.enumerated()
    where timex.inTitle == inTitle && written.contains(index) {
      xml += xmlEscaped(text[TextSpan(end, timex.span.start)])
      xml += "<TIMEX3 " + attributes(of: timex, tid: index + 1) + ">"
      xml += xmlEscaped(text[timex.span]) + "</TIMEX3>"
      end = timex.span.end
    }
    return xml + xmlEscaped(text[TextSpan(end, text.utf8.count)])
  }

  private func attributes(of timex: Timex, tid: Int) -> String {
    var pairs = [
      ("tid", "t\(tid)"), ("type", timex.kind.rawValue), ("value", timex.value),
      ("temporalFunction", timex.anchor == nil ? "false" : "true"),
    ]
    if let anchor = timex.anchor, let id = anchorID(anchor) { pairs.append(("anchorTimeID", id)) }
    if let mod = timex.mod { pairs.append(("mod", mod)) }
    if let quant = timex.quant { pairs.append(("quant", quant)) }
    if let freq = timex.freq { pairs.append(("freq", freq)) }
    if let begin = timex.beginPoint, isWritten(begin) {
      pairs.append(("beginPoint", "t\(begin + 1)"))
    }
    if let end = timex.endPoint, isWritten(end) { pairs.append(("endPoint", "t\(end + 1)")) }
    return pairs.map { "\($0)=\"\(xmlEscaped($1))\"" }.joined(separator: " ")
  }

  private func anchorID(_ anchor: String) -> String? {
    if anchor == "published" { return isWritten(-1) ? "t0" : nil }
    guard anchor.first == "t", let number = Int(anchor.dropFirst()) else { return nil }
    return isWritten(number - 1) ? anchor : nil
  }

  /// Whether an element carries the id of this index; -1 is the time of publication.
  private func isWritten(_ index: Int) -> Bool {
    index < 0 ? annotated.article.published != nil : written.contains(index)
  }
}

/// Text as XML content or an attribute's value; characters that XML 1.0 forbids become U+FFFD.
private func xmlEscaped(_ text: some StringProtocol) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "\t", "\n": escaped.unicodeScalars.append(scalar)
    case "\r": escaped += "&#13;"
    case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": escaped.unicodeScalars.append("\u{FFFD}")
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
