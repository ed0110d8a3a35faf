extension ReadingLimits {
  /// Refuses markup that the parser would take too long or too much memory for.
  ///
  /// libxml2 compares each attribute of an element with all before it, so their number is bounded
  /// before it sees them.
  func check(markup bytes: [UInt8]) throws(ReadingFault) {
    guard bytes.count <= pageBytes else {
      throw ReadingFault(
        "the page is larger than \(sizeText(pageBytes)) (limit pageBytes)",
        "save the article by itself")
    }
    guard !hasCrowdedElement(bytes) else {
      throw ReadingFault(
        "an element has more than \(attributes) attributes (limit attributes)",
        "save the page again, or leave it out")
    }
  }

  private func hasCrowdedElement(_ bytes: [UInt8]) -> Bool {
    var isInTag = false
    var quote: UInt8 = 0
    var words = 0
    var before: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      defer { before = byte }
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case 0x3C:
        let next = index + 1 < bytes.count ? bytes[index + 1] | 0x20 : 0
        isInTag = (97...122).contains(next)
        words = 0
      case 0x3E: isInTag = false
      case 0x22, 0x27: if isInTag, before == 0x3D || isSpace(before) { quote = byte }
      default:
        // What is not parted from the next by white space is by quotes or a stroke.
        guard isInTag, isSpace(before) || before == 0x22 || before == 0x27 || before == 0x2F,
          !isSpace(byte)
        else { continue }
        words += 1
        if words > attributes { return true }
      }
    }
    return false
  }
}
