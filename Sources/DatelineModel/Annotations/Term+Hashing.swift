extension Term {
  /// FNV-1a of a word's lower-case stem, the ``hash`` under which its weight is kept.
  @inlinable
  public static func hash<Word: RandomAccessCollection>(ofWord word: Word) -> UInt32
  where Word.Element == UInt8 {
    var hash: UInt32 = 2_166_136_261
    for byte in word.prefix(stemLength(word)) {
      hash = (hash ^ UInt32(byte >= 65 && byte <= 90 ? byte | 0x20 : byte)) &* 16_777_619
    }
    return hash
  }

  /// How many bytes of a word are its stem: endings of number and tense are cut off.
  ///
  /// The steps are those of `Scripts/make-event-tables.py`, which makes the table of weights.
  @inlinable
  public static func stemLength<Word: RandomAccessCollection>(_ word: Word) -> Int
  where Word.Element == UInt8 {
    func ends(_ suffix: StaticString) -> Bool {
      let count = suffix.utf8CodeUnitCount
      guard word.count >= count else { return false }
      return suffix.withUTF8Buffer { bytes in
        for (byte, ending) in zip(word.suffix(count), bytes) where byte | 0x20 != ending {
          return false
        }
        return true
      }
    }
    var n = word.count
    if n > 4, ends("ing") {
      n -= 3
    } else if n > 4, ends("ied") {
      n -= 2
    } else if n > 3, ends("ed") {
      n -= 2
    } else if n > 4, ends("ies") {
      n -= 2
    } else if n > 4, ends("sses") || ends("shes") || ends("ches") || ends("xes") {
      n -= 2
    } else if n > 3, ends("s"), !ends("ss"), !ends("us") {
      n -= 1
    }
    if n > 4, word[word.index(word.startIndex, offsetBy: n - 1)] | 0x20 == UInt8(ascii: "e") {
      n -= 1
    }
    return n
  }
}
