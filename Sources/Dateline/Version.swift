/// The version of Dateline: what `dateline --version` prints.
public let version = "0.1.0"
