internal import DatelineModel
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4's own examples, and lengths around the end of a block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func digestsAreThoseOfTheStandard(text: String, digest: String) {
    #expect(SHA256.digest(of: text.utf8).hexadecimal == digest)
  }

  @Test func aMillionLettersGiveTheDigestOfTheStandard() {
    #expect(
      SHA256.digest(of: String(repeating: "a", count: 1_000_000).utf8).hexadecimal
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func piecesGiveTheSameDigestAsTheWhole() {
    let bytes = (0..<300).map { UInt8($0 % 251) }
    for length in [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 300] {
      let whole = SHA256.digest(of: bytes[..<length])
      for size in [1, 7, 64, 100] {
        var hash = SHA256()
        for start in stride(from: 0, to: length, by: size) {
          hash.update(bytes[start..<min(start + size, length)])
        }
        #expect(hash.digest() == whole, "length \(length), pieces of \(size)")
      }
    }
  }

  @Test func aPolicyGetsBase64() {
    #expect(
      SHA256.digest(of: "".utf8).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }
}
