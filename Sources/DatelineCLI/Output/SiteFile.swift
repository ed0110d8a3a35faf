struct SiteFile {
  let path: String
  let bytes: [UInt8]
}
