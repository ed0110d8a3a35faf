/// The colours and fonts of pages and pictures: each colour is a role, with a value for light and
/// dark grounds and for forced colours.
///
/// ```swift
/// Theme.standard.light(.talks)     // "#1559a6"
/// Theme.standard.variables(for: ":root")
/// // ":root{color-scheme:light dark;--paper:#fcfcfb;…}@media(prefers-color-scheme:dark){…}…"
/// ```
public struct Theme: Hashable, Sendable {
  /// What a colour stands for.
  public enum Token: String, CaseIterable, Sendable {
    /// Grounds: the first, and the second that lies on it.
    case paper, panel
    /// Text: first, second and quiet.
    case ink, ink2, ink3
    /// Hair rules, which mean nothing; borders and axes, which do.
    case rule, line
    /// Links and focus.
    case link
    /// The ground of differing words.
    case mark
    case talks, agree, fight, politics, statement
    /// Contradiction; precision and revised figures.
    case conflict, prec
  }

  /// The values of one colour, as CSS writes them.
  public struct Colour: Hashable, Sendable {
    public var light: String
    public var dark: String
    /// A CSS system colour.
    public var forced: String

    public init(light: String, dark: String, forced: String) {
      self.light = light
      self.dark = dark
      self.forced = forced
    }
  }

  public var colours: [Token: Colour]
  /// CSS font stacks: for what happened; for when, who and how many.
  public var serif: String
  public var sans: String
  /// A style sheet among the templates that pages have after their own; nil for none.
  public var sheet: String?

  public init(colours: [Token: Colour], serif: String, sans: String, sheet: String? = nil) {
    self.colours = colours
    self.serif = serif
    self.sans = sans
    self.sheet = sheet
  }

  /// The value on a light ground, which is also the one for print.
  public func light(_ token: Token) -> String { colours[token]?.light ?? "#17191d" }

  /// CSS rules that define `--paper`, `--ink` and so on for what `selector` selects.
  public func variables(for selector: String) -> String {
    func block(_ scheme: String, _ value: KeyPath<Colour, String>) -> String {
      let pairs = Token.allCases.compactMap { token in
        colours[token].map { "--\(token.rawValue):\($0[keyPath: value])" }
      }
      return selector + "{" + scheme + pairs.joined(separator: ";") + "}"
    }
    return block("color-scheme:light dark;", \.light)
      + "@media(prefers-color-scheme:dark){" + block("", \.dark) + "}"
      + "@media(forced-colors:active){" + block("", \.forced) + "}"
      + "@media print{" + block("", \.light) + "}"
  }

  /// CSS rules that define the variables for a whole page, whose reader may choose: the root's
  /// attribute `data-theme` is `light` or `dark` then.
  public func pageVariables() -> String {
    func block(_ selector: String, _ scheme: String, _ value: KeyPath<Colour, String>) -> String {
      let pairs = Token.allCases.compactMap { token in
        colours[token].map { "--\(token.rawValue):\($0[keyPath: value])" }
      }
      return selector + "{" + scheme + pairs.joined(separator: ";") + "}"
    }
    let dark = ":root:not([data-theme=light])"
    return block(":root", "color-scheme:light dark;", \.light)
      + ":root[data-theme=light]{color-scheme:light}"
      + "@media(prefers-color-scheme:dark){" + block(dark, "", \.dark) + "}"
      + block(":root[data-theme=dark]", "color-scheme:dark;", \.dark)
      + "@media(forced-colors:active){" + block(":root,:root[data-theme]", "", \.forced) + "}"
      + "@media print{" + block(":root,\(dark),:root[data-theme]", "color-scheme:light;", \.light)
      + "}"
  }

  /// The themes that ship, by name.
  public static let all: [String: Theme] = ["standard": .standard, "ledger": .ledger]

  /// Sans throughout, denser rows, the side column always on.
  public static let ledger = Theme(
    colours: standard.colours, serif: standard.sans, sans: standard.sans, sheet: "ledger.css")

  /// The one that pages have unless another is asked for. Every hue passes as text (4.5 : 1) on both grounds.
  public static let standard = Theme(
    colours: [
      .paper: Colour(light: "#fcfcfb", dark: "#131519", forced: "Canvas"),
      .panel: Colour(light: "#f2f3f1", dark: "#1d2127", forced: "Canvas"),
      .ink: Colour(light: "#17191d", dark: "#eceae5", forced: "CanvasText"),
      .ink2: Colour(light: "#474c55", dark: "#bfc3c9", forced: "CanvasText"),
      .ink3: Colour(light: "#5f656f", dark: "#a0a6af", forced: "CanvasText"),
      .rule: Colour(light: "#d6d9d6", dark: "#343a42", forced: "GrayText"),
      .line: Colour(light: "#858b94", dark: "#7c848e", forced: "CanvasText"),
      .link: Colour(light: "#0b4f8f", dark: "#8fc4ff", forced: "LinkText"),
      .mark: Colour(light: "#fff0b8", dark: "#4a3d06", forced: "Mark"),
      .talks: Colour(light: "#1559a6", dark: "#7fb9f5", forced: "CanvasText"),
      .agree: Colour(light: "#00695c", dark: "#5ccab4", forced: "CanvasText"),
      .fight: Colour(light: "#b3261e", dark: "#ff9285", forced: "CanvasText"),
      .politics: Colour(light: "#6b3a9e", dark: "#c8a8f5", forced: "CanvasText"),
      .statement: Colour(light: "#745400", dark: "#e0bb5c", forced: "CanvasText"),
      .conflict: Colour(light: "#b3261e", dark: "#ff9285", forced: "CanvasText"),
      .prec: Colour(light: "#00695c", dark: "#5ccab4", forced: "CanvasText"),
    ],
    serif: "Charter,'Bitstream Charter','Iowan Old Style','Sitka Text',Georgia,'Noto Serif',"
      + "'Liberation Serif',serif",
    sans: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','Helvetica Neue',"
      + "'Liberation Sans',Arial,sans-serif")
}
