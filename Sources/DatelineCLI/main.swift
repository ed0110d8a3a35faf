#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

Interruption.watch()
Progress.start()
exit(run(Array(CommandLine.arguments.dropFirst())))
