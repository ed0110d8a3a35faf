import DatelineModel

extension RoleFinder {
  /// Casts those in the subject, its own preposition phrases told apart.
  func readSubject(of deed: Deed, into cast: inout Cast) {
    let whole = deed.clause.subject
    let front = passage.frontEnd(of: whole)
    let subject = front..<whole.upperBound
    let otherDeed = otherDeed(in: subject, than: deed)
    let ownNoun = ownNoun(in: subject, of: deed)
    // "A camp for refugees was attacked": whom it stands for, where nobody else is told.
    var stood: ActorReference?
    for one in phrases.references(in: whole) {
      if one.tokens.lowerBound < front {
        if one.isLocation,
          phrases.governor(of: one, from: whole.lowerBound) == .preposition(.place)
            // "In the town of Orsk shelling", where the comma is lost.
            || passage.isLed(one)
        {
          cast.consider(one, 1)
        }
        continue
      }
      if tellsOfAnother(one, in: subject) || passage.isInserted(one.tokens.lowerBound, in: whole) {
        continue
      }
      let governor = phrases.governor(of: one, from: front)
      if governor == .preposition(.agent), deed.trigger.isVerb, deed.clause.group == nil,
        one.tokens.lowerBound > deed.head
      {
        // "Journalist arrested by police", a headline without "was".
        cast.add(one, as: .actor)
        continue
      }
      if !deed.isSubjectNoun, governor != .preposition(.place),
        one.tokens.lowerBound < deed.head || deed.clause.group != nil,
        isOfOtherVerb(one, from: front, of: deed)
      {
        // "A camp housing refugees was attacked".
        if deed.isPassive, governor == .none { stood = stood ?? one }
        continue
      }
      switch governor {
      case .preposition(.target) where ownNoun.map { $0 < one.tokens.lowerBound } == true,
        .preposition(.of) where ownNoun.map { $0 < one.tokens.lowerBound } == true:
        phrases.isTown(one) ? cast.consider(one, 1) : cast.add(one, as: .recipient)
      case .preposition(let role)
      where (role == .agent || role == .of || role == .target)
        && otherDeed.map { $0 < one.tokens.lowerBound } == true:
        readOther(one, of: deed, into: &cast)
      case .preposition(.place):
        if deed.isSituated {
          cast.consider(one, 1)
        } else if one.isLocation {
          cast.consider(one, 2)
        }
      case .preposition(.aside): break
      case .preposition(.agent) where deed.speaks, .preposition(.origin) where deed.speaks:
        // "A statement from Avaria City denounced the rebels".
        if phrases.isTown(one) { cast.parts.append((one, .actor)) }
        cast.add(one, as: .actor)
      case .preposition(.agent):
        cast.add(one, as: deed.isPassive && !deed.isSubjectNoun ? .recipient : .actor)
      case .preposition(.target):
        guard deed.isSubjectNoun, !deed.isMutual else {
          if phrases.isTown(one), deed.trigger.type == .assault {
            cast.consider(one, 1)
          } else if deed.isPassive {
            stood = stood ?? one
          }
          break
        }
        phrases.isTown(one) ? cast.consider(one, 1) : cast.add(one, as: .recipient)
      case .preposition(.origin) where deed.isSubjectNoun && deed.comesFromDoer:
        if !phrases.isTown(one) { cast.add(one, as: .actor) }
      case .preposition(.origin)
      where one.isLocation && deed.isSubjectNoun && deed.trigger.type == .retreat:
        // "The withdrawal of troops from Avaria began".
        phrases.isTown(one) ? cast.consider(one, 2) : cast.add(one, as: .recipient)
      case .preposition(.origin) where one.isLocation:
        if phrases.isContained(one) { cast.add(one, as: deed.subjectRole) }
      case .modifier where deed.isSubjectNoun && deed.isOn(one, phrases):
        cast.add(one, as: .recipient)
      case .modifier: readOwner(one, of: deed, into: &cast)
      case .preposition(.of) where !deed.isSubjectNoun && phrases.isTown(one): break
      case .preposition(.of)
      where phrases.isOwnerOfThing(one, downTo: front) || phrases.isOfSeparate(one, downTo: front):
        break
      case .preposition(.of)
      where deed.isSubjectNoun && deed.clause.group == nil && one.tokens.upperBound < deed.head:
        // "Statement of the ministry on the attack".
        break
      case .preposition(.of)
      where deed.isSubjectNoun && deed.trigger.type.isDemand
        && phrases.isOfDeed(one, behind: deed.head):
        // "An appeal for the release of sailors": what is asked for.
        break
      case .preposition(.of) where deed.isSubjectNoun && deed.trigger.traits.contains(.doer):
        cast.add(one, as: .actor)
      default: readHead(one, of: deed, into: &cast)
      }
    }
    if let stood, cast.parts.isEmpty, !deed.isMutual { cast.add(stood, as: .recipient) }
  }

  /// "[Sanctions] on Avaria were lifted": the noun of the verb's own phrase, "lift sanctions".
  private func ownNoun(in subject: Range<Int>, of deed: Deed) -> Int? {
    guard deed.isPassive, let noun = deed.ownNoun else { return nil }
    return subject.first { passage.hash($0) == noun }
  }

  /// "The [bombing] of Avaria killed 20": the deed that heads the subject of another.
  private func otherDeed(in subject: Range<Int>, than deed: Deed) -> Int? {
    guard !deed.isSubjectNoun, ownNoun(in: subject, of: deed) == nil else { return nil }
    for position in subject {
      switch passage.tags[position] {
      case .determiner, .adjective, .number, .possessive, .adverb: continue
      case .noun:
        let next = position + 1
        guard passage.reference[position] < 0, next < subject.upperBound,
          passage.tags[next] == .preposition
        else { continue }
        // "The first [deployment] of troops arrived": they did.
        if passage.cues[position].contains(.membership) { return nil }
        return passage.lexicon.isDeedNoun(passage.hash(position)) ? position : nil
      default: return nil
      }
    }
    return nil
  }

  /// "The bombing of Avaria by Belmar killed 20": who bombed killed them; "the killing of a boy by settlers
  /// sparked riots", and nobody of these rioted.
  private func readOther(_ one: ActorReference, of deed: Deed, into cast: inout Cast) {
    guard deed.trigger.type == .assault, deed.trigger.isVerb, !deed.isPassive,
      phrases.governor(of: one, from: deed.clause.subject.lowerBound) == .preposition(.agent)
    else {
      if one.isLocation { cast.consider(one, 1) }
      return
    }
    cast.add(one, as: .actor)
  }

  /// "A group backed by Avaria attacked", "rebels fighting the army withdrew": part of what describes
  /// somebody, and not of what he does.
  private func isOfOtherVerb(_ one: ActorReference, from front: Int, of deed: Deed) -> Bool {
    var position = one.tokens.lowerBound - 1
    while position > front {
      switch passage.tags[position] {
      case .noun, .adjective, .determiner, .number, .possessive, .preposition, .to, .adverb, .time:
        position -= 1
      case .participle, .gerund, .base:
        if passage.tags[position] == .gerund, passage.tags[position - 1] == .preposition,
          position - 2 > front
        {
          // "soldiers accused of killing [a priest] were arrested": on to "accused".
          position -= 2
          continue
        }
        // "A shell fired by the army hit": the army hit; "a convoy led by the army was hit": it was not.
        // "The chief operating officer" is one phrase, and "a group called the Red Front" are one.
        if passage.verbs[position]?.cues.contains(.titled) == true { return false }
        let before = passage.tags[position] == .base ? position - 2 : position - 1
        guard before >= front else { return false }
        return switch passage.tags[before] {
        case .noun: passage.reference[before] >= 0 || deed.isPassive
        // "A bomb, planted by rebels, killed ten": they did; "a report, written by experts, drew criticism": they
        // did not.
        case .comma where deed.trigger.type != .assault:
          before > front && passage.tags[before - 1] == .noun
        case .comma, .adverb: before > front && passage.reference[before - 1] >= 0
        case .gerund: true
        default: false
        }
      case .coordinator
      where one.tokens.upperBound < deed.head && passage.tags[one.tokens.upperBound] == .comma:
        // "A bishop, joined by priests and [nuns], met the king".
        position -= 1
      default: return false
      }
    }
    return false
  }

  /// Leads up to another or says who one is.
  private func tellsOfAnother(_ one: ActorReference, in subject: Range<Int>) -> Bool {
    phrases.leadsToAnother(one, in: subject) || phrases.isIncluded(one)
      || phrases.isApposition(one, from: subject.lowerBound)
      || phrases.isOffice(one, in: subject)
  }

  /// "Kelt's shelling", "Russian air strikes": who stands before the head of the phrase.
  private func readOwner(_ one: ActorReference, of deed: Deed, into cast: inout Cast) {
    if phrases.seatsDeed(one, in: deed.clause) {
      cast.consider(one, 2)
    } else if deed.isSubjectNoun, phrases.isOfTitle(one, before: deed.head) {
      // "Avarian President Novak's visit": his.
    } else if deed.isSubjectNoun, one.tokens.upperBound <= deed.head {
      // "the evacuees bombing": done to them.
      phrases.isTown(one)
        ? cast.consider(one, 2)
        : cast.add(one, as: deed.strikes(one, phrases) || isAnti(one) ? .recipient : .actor)
    } else if phrases.ownsDeed(one) {
      // "Kelt shelling": a town is where it happens. "Avaria's demand was refused": by somebody else.
      let isActedOn = deed.trigger.isVerb && (deed.isPassive || deed.subjectRole == .recipient)
      if phrases.isTown(one) {
        cast.consider(one, 1)
        // "Avaria City's demand was refused": as good as the city itself.
        if isActedOn, deed.trigger.type.isDemand { cast.parts.append((one, .recipient)) }
      } else if !isActedOn || deed.trigger.topic != "statement" {
        // "Avaria's offer was announced": done nothing.
        cast.add(one, as: isActedOn ? .recipient : .actor)
      }
    } else if one.isDemonym, deed.trigger.type == .assault, !deed.isPassive,
      passage.isOfWeapon(one.tokens.lowerBound)
    {
      cast.add(one, as: .actor)
    } else if !one.isDemonym ? phrases.isPossessor(one) : deed.isOnOwnerOfSubject,
      !phrases.headFollows(one, in: deed.clause.subject),
      !deed.isPassive || deed.trigger.topic != "statement"
    {
      // "Novak's house was searched", "Avarian villages were shelled".
      cast.add(one, as: deed.subjectRole)
    }
  }

  /// "The army attacked": who heads the subject.
  private func readHead(_ one: ActorReference, of deed: Deed, into cast: inout Cast) {
    if deed.isSituated, one.isLocation {
      cast.consider(one, 1)
    } else if deed.isReported {
      // "It reported air strikes": whoever tells of a deed has no part in it.
    } else if deed.isSubjectNoun {
      if phrases.isTown(one) { cast.consider(one, 2) }
      let acts =
        deed.isMutual
        || one.tokens.upperBound <= deed.head && !deed.strikes(one, phrases)
      cast.add(one, as: acts ? .actor : .recipient)
    } else {
      if phrases.isTown(one) {
        cast.consider(one, 3)
        // "Avaria City refuted these claims": a capital that speaks.
        if deed.letsTownsSpeak || deed.letsCapitalsAct && phrases.isCapital(one) {
          cast.parts.append((one, .actor))
        }
      }
      cast.add(one, as: deed.subjectRole)
    }
  }
}
