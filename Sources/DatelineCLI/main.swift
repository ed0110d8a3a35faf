#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

Interruption.watch()
exit(run(Array(CommandLine.arguments.dropFirst())))
