internal import DatelineModel
internal import Mustache

/// Puts a page's style sheet and script into it, with a policy that allows these and nothing else.
struct PageShell {
  let templates: TemplateSet
  let options: SiteOptions

  /// The page of a template as UTF-8.
  ///
  /// Beside `value` the template sees `lang`, `dir`, `style`, `script` and `policy`.
  func page(
    _ template: String, style sheets: [String], script: String?, _ value: [String: TemplateValue]
  ) throws(TemplateError) -> [UInt8] {
    let rules = (sheets + [options.theme.sheet].compactMap(\.self))
      .map { compact(templates.asset($0)) }.joined()
    let style =
      options.theme.pageVariables() + fonts + rules
      + options.theme.pictureRules(withVariables: false)
    let code = script.map { templates.asset($0) } ?? ""
    var value = value
    value["lang"] = .text(PageText.clean(options.locale))
    value["say"] = .phrases(
      Wording(locale: options.locale, templates: templates).phrases)
    value["dir"] = .text(options.direction)
    // What would end the element early can only come from a user's own files.
    value["style"] = .text(style.replacing("</", with: "<\\/"))
    value["script"] = .text(code.replacing("</", with: "<\\/"))
    value["policy"] = .text(
      "default-src 'none'; style-src '\(hash(style))'; "
        + (code.isEmpty ? "" : "script-src '\(hash(code))'; ")
        + "base-uri 'none'; form-action 'none'")
    return try templates.bytes(template, .object(value))
  }

  private var fonts: String { ":root{--serif:\(options.theme.serif);--sans:\(options.theme.sans)}" }

  private func hash(_ text: String) -> String {
    "sha256-" + SHA256.digest(of: Array(text.replacing("</", with: "<\\/").utf8)).base64
  }

  /// A style sheet without comments and indentation.
  private func compact(_ css: String) -> String {
    var text = ""
    for line in css.split(separator: "\n") {
      let rule = line.drop { $0 == " " }
      if rule.hasPrefix("/*"), rule.hasSuffix("*/") { continue }
      text += rule
    }
    return text
  }
}
