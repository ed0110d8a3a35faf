/// A name without what spellings differ in: case, accents, hyphens, apostrophes and articles.
///
/// ```swift
/// FoldedName("Al-Fu'ah").text  // "fuah"
/// ```
struct FoldedName: Hashable {
  let text: String

  init(_ name: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z": bytes.append(UInt8(scalar.value))
      case "A"..."Z": bytes.append(UInt8(scalar.value) | 0x20)
      case "'", "’", "‘", "`", ".", "ʼ", "\u{AD}": break
      case "-", "–", "\u{A0}", "_", "/", ",", "\"", " ":
        if bytes.last != 32, !bytes.isEmpty { bytes.append(32) }
      default:
        if let plain = FoldedName.plain[scalar] {
          bytes.append(contentsOf: plain.utf8)
        } else {
          bytes.append(contentsOf: UTF8.encode(scalar)!)
        }
      }
    }
    if bytes.last == 32 { bytes.removeLast() }
    text = String(decoding: FoldedName.withoutArticles(bytes), as: UTF8.self)
  }

  /// "the Syrian army", "al-Nusra", "El Salvador": an article is no part of a name of several words.
  private static func withoutArticles(_ words: [UInt8]) -> [UInt8] {
    guard words.contains(32) else { return words }
    var kept: [UInt8] = []
    kept.reserveCapacity(words.count)
    var start = 0
    while start < words.count {
      let end = words[start...].firstIndex(of: 32) ?? words.count
      if !isArticle(words[start..<end]) {
        if !kept.isEmpty { kept.append(32) }
        kept.append(contentsOf: words[start..<end])
      }
      start = end + 1
    }
    return kept
  }

  private static func isArticle(_ word: ArraySlice<UInt8>) -> Bool {
    switch word.count {
    case 2:
      word.elementsEqual("al".utf8) || word.elementsEqual("el".utf8)
        || word.elementsEqual("an".utf8)
    case 3: word.elementsEqual("the".utf8)
    default: false
    }
  }

  /// The last word, which is a person's surname.
  var lastWord: Substring { text.split(separator: " ").last ?? "" }
  var isOneWord: Bool { !text.utf8.contains(32) }

  private static let plain: [Unicode.Scalar: String] = {
    let rows = [
      ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄą"), ("c", "ÇçĆćĈĉĊċČč"), ("d", "ĎďĐđÐð"),
      ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚě"),
      ("g", "ĜĝĞğĠġĢģ"), ("h", "ĤĥĦħ"), ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı"), ("k", "Ķķ"), ("l", "ĹĺĻļĽľŁł"),
      ("n", "ÑñŃńŅņŇň"), ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐő"), ("r", "ŔŕŖŗŘř"), ("s", "ŚśŜŝŞşŠšȘș"),
      ("t", "ŢţŤťŦŧȚț"), ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų"), ("w", "Ŵŵ"), ("y", "ÝýÿŶŷŸ"),
      ("z", "ŹźŻżŽž"), ("ae", "Ææ"), ("oe", "Œœ"), ("ss", "ß"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, letters) in rows {
      for letter in letters.unicodeScalars { table[letter] = plain }
    }
    return table
  }()
}

extension String {
  /// A name as an id: lower-case ASCII words joined by hyphens; a hash where nothing is left.
  var slug: String {
    let words = FoldedName(self).text.utf8.split {
      !(97...122).contains($0) && !(48...57).contains($0)
    }
    if words.isEmpty {
      return isEmpty ? "unnamed" : "x" + String(StableHash(self).value, radix: 16)
    }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }
}
