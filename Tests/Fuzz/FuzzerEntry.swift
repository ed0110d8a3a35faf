#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The parser by whose name the program was called, such as `fuzz-html`.
private let parser: Parser = {
  let program = CommandLine.arguments.first ?? ""
  let name = program.split(separator: "/").last.map(String.init) ?? program
  let wanted = getenv("DATELINE_PARSER").map { String(cString: $0) } ?? String(name.dropFirst(5))
  guard let parser = Parser(rawValue: wanted) else {
    fatalError(
      "no parser “\(wanted)”: set DATELINE_PARSER to one of "
        + Parser.allCases.map(\.rawValue).joined(separator: ", "))
  }
  return parser
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzerTestOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  parser.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
