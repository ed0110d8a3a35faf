internal import DatelineModel
internal import EDTF
internal import Mustache

extension DiffPage {
  /// What outlets said of an event first, and what later articles of their own say instead; nil
  /// where no graph tells the articles apart.
  func changes() -> TemplateValue? {
    guard !graphs.isEmpty else { return nil }
    let all = OwnAccount.changes(in: graphs)
    let shown = all.prefix(80)
    return [
      "hasRows": .flag(!shown.isEmpty), "rest": rest(all.count - shown.count, "difference"),
      "rows": .list(
        shown.map { change in
          [
            "label": .text(PageText.cut(change.event.label, limit: 90)),
            "date": .text(date(change.event.date)),
            "source": .text(PageText.clean(change.source)),
            "what": .text(what(change.aspect).capitalizedWord),
            "steps": .list(
              change.steps.map { step in
                [
                  "value": .text(words(step.value)), "published": .text(published(step.published)),
                  "url": .text(step.url.flatMap(PictureLink.safe) ?? ""),
                ]
              }),
          ]
        }),
    ]
  }

  private func what(_ aspect: OwnAccount.Aspect) -> String {
    switch aspect {
    case .figure(let subject, let teller):
      say(subject.title)
        + (teller.map { ", " + say("by {name}", ["name": PageText.cut($0, limit: 60)]) } ?? "")
    case .status: say("status")
    case .date: say("date")
    }
  }

  private func words(_ value: OwnAccount.Value) -> String {
    switch value {
    case .figure(let figure): FigureInWords(figure, in: say).text
    case .status(let status): say.value(status.rawValue, of: .status)
    case .date(let date): say.short(date)
    }
  }
}
