import CLibFuzzer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The parser that `DATELINE_PARSER` names.
private let parser: Parser = {
  let wanted = getenv("DATELINE_PARSER").map { String(cString: $0) } ?? ""
  guard let parser = Parser(rawValue: wanted) else {
    fatalError(
      "no parser “\(wanted)”: set DATELINE_PARSER to one of "
        + Parser.allCases.map(\.rawValue).joined(separator: ", "))
  }
  return parser
}()

/// Hands the program over to libFuzzer; SwiftPM takes this for the main function.
@_cdecl("fuzz_parsers_main")
public func fuzzParsersMain(
  _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var words = words
  _ = parser
  return LLVMFuzzerRunDriver(&count, &words) { bytes, count in
    parser.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
}
