import DatelineModel

extension RoleFinder {
  /// Casts those in the subject, its own preposition phrases told apart.
  func readSubject(of deed: Deed, into cast: inout Cast) {
    let whole = deed.clause.subject
    let front = passage.frontEnd(of: whole)
    let subject = front..<whole.upperBound
    // "A camp for refugees was attacked": whom it stands for, where nobody else is told.
    var stood: ActorReference?
    for one in phrases.references(in: whole) {
      if one.tokens.lowerBound < front {
        if one.isLocation,
          phrases.governor(of: one, from: whole.lowerBound) == .preposition(.place)
        {
          cast.consider(one, 1)
        }
        continue
      }
      if tellsOfAnother(one, in: subject) || passage.isInserted(one.tokens.lowerBound, in: whole) {
        continue
      }
      switch phrases.governor(of: one, from: front) {
      case .preposition(.place):
        if deed.isSituated {
          cast.consider(one, 1)
        } else if one.isLocation {
          cast.consider(one, 2)
        }
      case .preposition(.aside): break
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
      case .preposition(.origin) where one.isLocation:
        if phrases.isContained(one) { cast.add(one, as: deed.subjectRole) }
      case .modifier
      where deed.isSubjectNoun && one.tokens.lowerBound > deed.head
        && phrases.isOpposed(one):
        // "riots against Avarian policies" go on.
        cast.add(one, as: .recipient)
      case .modifier: readOwner(one, of: deed, into: &cast)
      case .preposition(.of) where !deed.isSubjectNoun && phrases.isTown(one): break
      case .preposition(.of) where phrases.isOwnerOfThing(one, downTo: front): break
      case .preposition(.of)
      where deed.isSubjectNoun && deed.clause.group == nil && one.tokens.upperBound < deed.head:
        // "Statement of the ministry on the attack".
        break
      default: readHead(one, of: deed, into: &cast)
      }
    }
    if let stood, cast.parts.isEmpty, !deed.isMutual { cast.add(stood, as: .recipient) }
  }

  /// Leads up to another or says who one is.
  private func tellsOfAnother(_ one: ActorReference, in subject: Range<Int>) -> Bool {
    phrases.leadsToAnother(one, in: subject) || phrases.isIncluded(one)
      || phrases.isApposition(one, from: subject.lowerBound)
      || phrases.isOffice(one, in: subject)
  }

  /// "Kelt's shelling", "Russian air strikes": who stands before the head of the phrase.
  private func readOwner(_ one: ActorReference, of deed: Deed, into cast: inout Cast) {
    if deed.isSubjectNoun, one.tokens.upperBound <= deed.head {
      // "the evacuees bombing": done to them.
      phrases.isTown(one)
        ? cast.consider(one, 2)
        : cast.add(one, as: deed.strikes(one, phrases) ? .recipient : .actor)
    } else if phrases.ownsDeed(one) {
      // "Kelt shelling": a town is where it happens. "Avaria's demand was refused": by somebody else.
      let isActedOn = deed.isPassive && deed.trigger.isVerb
      phrases.isTown(one)
        ? cast.consider(one, 1) : cast.add(one, as: isActedOn ? .recipient : .actor)
    } else if !one.isDemonym, phrases.isPossessor(one),
      !phrases.headFollows(one, in: deed.clause.subject)
    {
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
        deed.isMutual || one.tokens.upperBound <= deed.head && !deed.strikes(one, phrases)
      cast.add(one, as: acts ? .actor : .recipient)
    } else {
      if phrases.isTown(one) {
        cast.consider(one, 3)
        // "Avaria City refuted these claims": a capital that speaks.
        if deed.letsTownsSpeak { cast.parts.append((one, .actor)) }
      }
      cast.add(one, as: deed.subjectRole)
    }
  }
}
