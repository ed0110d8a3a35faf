import DatelineModel
import Testing

@Suite struct ScalarOffsetsTests {
  @Test func countsScalarsAndNotBytes() {
    let text = String(repeating: "né à Хан-Шейхун 🙂 ", count: 40)
    let offsets = ScalarOffsets(text)
    var bytes = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.scalar(atByte: bytes) == index)
      bytes += String(scalar).utf8.count
    }
    #expect(offsets.scalar(atByte: bytes) == text.unicodeScalars.count)
  }
}
