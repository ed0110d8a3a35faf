import Synchronization
import Testing

@testable import DatelineExtraction

@Suite("Reading the tables of a pack") struct PackReadingTests {
  @Test(
    "A cell is parted at marks, without empty parts",
    arguments: [
      ("act  for", " ", Int.max, ["act", "for"]),
      ("a=b=c", "=", 2, ["a", "b=c"]),
      ("=b", "=", 2, ["b"]),
      ("с|до|", "|", Int.max, ["с", "до"]),
      ("", ",", Int.max, []),
    ] as [(String, Unicode.Scalar, Int, [String])])
  func parts(cell: String, mark: Unicode.Scalar, most: Int, expected: [String]) {
    #expect(cell.parts(at: mark, most: most) == expected.map { $0[...] })
  }

  @Test("What is made ahead is made once, whoever asks for it")
  func madeOnce() async {
    let count = Atomic(0)
    let deferred = Deferred { count.add(1, ordering: .relaxed).newValue }
    deferred.makeAhead()
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          deferred.makeAhead()
          return deferred.value
        }
      }
      for await value in group { #expect(value == 1) }
    }
    #expect(count.load(ordering: .relaxed) == 1)
  }

  @Test(
    "A verb's forms are each told once, and a word that is no verb stands for itself",
    arguments: [
      ("lie", ["lain", "lay", "lie", "lied", "lies", "lying"]), ("Astana", ["Astana"]),
    ])
  func forms(lemma: String, expected: [String]) throws {
    let forms = VerbForms(try PackFiles.embedded.table("events/verbs.tsv", of: "en"))
    #expect(forms[lemma] == expected)
  }
}
