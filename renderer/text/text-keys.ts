// Generated from content/languages/it by `npm run content:generate`. Do not edit.
import type { TextValue } from './phrase.ts';

/** Every text a component may name, with the values it needs; null where it needs none. */
export interface TextValues {
  'common.serviceName': null;
  'common.ownerName': null;
  'common.demoLabel': null;
  'common.demoShort': null;
  'common.ticketCode': {
    digits: TextValue;
    letter: TextValue;
    words: TextValue;
  };
  'common.timeOfDay': {
    hours: TextValue;
    hoursNumber: number;
    minutes: TextValue;
    minutesNumber: number;
  };
  'common.minutes': {
    count: number;
  };
  'common.lessThanAMinute': null;
  'common.translationAwaitsReview': null;
  'common.languages.choose': null;
  'common.aboutMinutes': {
    count: number;
  };
  'common.betweenMinutes': {
    from: TextValue;
    to: TextValue;
  };
  'kiosk.window.title': null;
  'kiosk.frame.label': null;
  'kiosk.frame.back': null;
  'kiosk.frame.startAgain': null;
  'kiosk.frame.help': null;
  'kiosk.frame.notices': null;
  'kiosk.frame.clear': null;
  'kiosk.frame.language': null;
  'kiosk.frame.scrollDown': null;
  'kiosk.frame.scrollUp': null;
  'kiosk.attract.title': null;
  'kiosk.attract.touch': null;
  'kiosk.attract.line': null;
  'kiosk.attract.language': null;
  'kiosk.attract.closedTitle': null;
  'kiosk.attract.closedLine': null;
  'kiosk.attract.closedTouch': null;
  'kiosk.attract.codesOnlyTitle': null;
  'kiosk.attract.codesOnlyLine': null;
  'kiosk.attract.appointment': null;
  'kiosk.needs.title': null;
  'kiosk.needs.help': null;
  'kiosk.needs.unsureLabel': null;
  'kiosk.needs.unsureLine': null;
  'kiosk.needs.moreLabel': null;
  'kiosk.needs.previousLabel': null;
  'kiosk.needs.mandatedLabel': null;
  'kiosk.needs.mandatedLine': null;
  'kiosk.needs.audienceLabel': null;
  'kiosk.needs.audienceLine': null;
  'kiosk.needs.youngLabel': null;
  'kiosk.needs.youngLine': null;
  'kiosk.needs.finderLabel': null;
  'kiosk.needs.finderLine': null;
  'kiosk.offering.what': null;
  'kiosk.offering.whom': null;
  'kiosk.offering.bring': null;
  'kiosk.offering.officialName': {
    name: TextValue;
  };
  'kiosk.offering.continueLabel': null;
  'kiosk.offering.continueLine': null;
  'kiosk.offering.bringAny': null;
  'kiosk.offering.more': null;
  'kiosk.offering.whomMore': null;
  'kiosk.mandated.title': null;
  'kiosk.mandated.intro': null;
  'kiosk.mandated.question': null;
  'kiosk.mandated.takeNumberLabel': null;
  'kiosk.mandated.takeNumberLine': null;
  'kiosk.audience.title': null;
  'kiosk.audience.intro': null;
  'kiosk.audience.milanTitle': null;
  'kiosk.audience.milanBody': null;
  'kiosk.young.title': null;
  'kiosk.young.intro': null;
  'kiosk.young.listen': null;
  'kiosk.young.papers': null;
  'kiosk.young.danger': null;
  'kiosk.young.numberLabel': null;
  'kiosk.young.numberLine': null;
  'kiosk.finder.title': null;
  'kiosk.finder.help': null;
  'kiosk.finder.keys': null;
  'kiosk.finder.placeLabel': null;
  'kiosk.finder.placeLine': null;
  'kiosk.finder.placeTitle': null;
  'kiosk.finder.placeHelp': null;
  'kiosk.finder.placeKeys': null;
  'kiosk.finder.space': null;
  'kiosk.finder.empty': null;
  'kiosk.finder.written': {
    text: TextValue;
  };
  'kiosk.finder.found': {
    count: number;
  };
  'kiosk.finder.nextNames': null;
  'kiosk.finder.previousNames': null;
  'kiosk.finder.notFound': null;
  'kiosk.finder.postalCode': null;
  'kiosk.finder.numbersLabel': null;
  'kiosk.finder.municipi': {
    numbers: TextValue;
  };
  'kiosk.finder.severalTitle': null;
  'kiosk.finder.severalHelp': {
    name: TextValue;
  };
  'kiosk.finder.officesTitle': {
    number: TextValue;
  };
  'kiosk.finder.here': {
    number: TextValue;
  };
  'kiosk.finder.elsewhere': {
    number: TextValue;
  };
  'kiosk.finder.outside': null;
  'kiosk.finder.quarter': null;
  'kiosk.finder.source': {
    date: TextValue;
  };
  'kiosk.finder.placeSource': {
    name: TextValue;
    source: TextValue;
  };
  'kiosk.appointment.title': null;
  'kiosk.appointment.help': null;
  'kiosk.appointment.yesLabel': null;
  'kiosk.appointment.yesLine': null;
  'kiosk.appointment.noLabel': null;
  'kiosk.appointment.noLine': null;
  'kiosk.appointment.booking': {
    firstKey: TextValue;
    phone: TextValue;
    secondKey: TextValue;
  };
  'kiosk.appointment.yesWithCodeLine': null;
  'kiosk.residence.deskFirst': null;
  'kiosk.notices.title': null;
  'kiosk.notices.intro': null;
  'kiosk.notices.ownLabel': null;
  'kiosk.notices.ownLine': null;
  'kiosk.notices.readPoints': null;
  'kiosk.notices.readFull': null;
  'kiosk.notices.fullMissing': null;
  'kiosk.notices.qr': null;
  'kiosk.notices.statusSummary': null;
  'kiosk.notices.statusOwn': null;
  'kiosk.notices.statusChecked': null;
  'kiosk.notices.version': {
    date: TextValue;
    version: TextValue;
  };
  'kiosk.notices.officialVersion': {
    date: TextValue;
    version: TextValue;
  };
  'kiosk.notices.officialDate': {
    date: TextValue;
  };
  'kiosk.notices.officialUndated': null;
  'kiosk.notices.back': null;
  'kiosk.notices.print': null;
  'kiosk.notices.printing': null;
  'kiosk.notices.printed': null;
  'kiosk.notices.notPrinted': null;
  'kiosk.final.title': null;
  'kiosk.final.summary': {
    offering: TextValue;
  };
  'kiosk.final.noticeTitle': null;
  'kiosk.final.notice': null;
  'kiosk.final.noticeMore': null;
  'kiosk.final.priorityLabel': null;
  'kiosk.final.priorityLine': null;
  'kiosk.final.takeLabel': null;
  'kiosk.final.takeLine': null;
  'kiosk.final.waiting': {
    count: number;
  };
  'kiosk.final.appointmentLabel': null;
  'kiosk.final.appointmentLine': null;
  'kiosk.final.code': {
    code: TextValue;
  };
  'kiosk.final.codeLine': null;
  'kiosk.final.otherCodeLine': null;
  'kiosk.final.waitingRange': {
    people: TextValue;
    range: TextValue;
  };
  'kiosk.final.noticeWithCode': null;
  'kiosk.printing.title': null;
  'kiosk.printing.line': null;
  'kiosk.ticket.title': null;
  'kiosk.ticket.ahead': {
    count: number;
  };
  'kiosk.ticket.printed': null;
  'kiosk.ticket.printedUnsure': null;
  'kiosk.ticket.shownOnly': null;
  'kiosk.ticket.notPrinted': null;
  'kiosk.ticket.noPaper': null;
  'kiosk.ticket.next': null;
  'kiosk.ticket.promise': null;
  'kiosk.ticket.priority': null;
  'kiosk.ticket.doneLabel': null;
  'kiosk.ticket.returning': {
    count: number;
  };
  'kiosk.ticket.printing': null;
  'kiosk.ticket.stayLabel': null;
  'kiosk.ticket.range': {
    range: TextValue;
  };
  'kiosk.help.title': null;
  'kiosk.help.personLine': null;
  'kiosk.help.usingLabel': null;
  'kiosk.help.usingLine': null;
  'kiosk.help.keysLine': null;
  'kiosk.help.close': null;
  'kiosk.help.callLabel': null;
  'kiosk.help.callLine': null;
  'kiosk.help.callDone': null;
  'kiosk.help.callUnseen': null;
  'kiosk.help.callFailed': null;
  'kiosk.idle.soon': null;
  'kiosk.idle.title': null;
  'kiosk.idle.line': {
    count: number;
  };
  'kiosk.idle.stay': null;
  'kiosk.idle.leave': null;
  'kiosk.clear.done': null;
  'kiosk.problems.serverGoneTitle': null;
  'kiosk.problems.serverGoneLine': null;
  'kiosk.problems.queueFullTitle': null;
  'kiosk.problems.queueFullLine': null;
  'kiosk.problems.unexpectedTitle': null;
  'kiosk.problems.unexpectedLine': null;
  'kiosk.problems.tryAgain': null;
  'kiosk.problems.toStart': null;
  'kiosk.problems.unknownAppointmentTitle': null;
  'kiosk.problems.unknownAppointmentLine': null;
  'kiosk.problems.alreadyCheckedInTitle': null;
  'kiosk.problems.alreadyCheckedInLine': null;
  'kiosk.problems.code': {
    code: TextValue;
  };
  'kiosk.problems.rewriteCode': null;
  'kiosk.problems.withoutCodeLabel': null;
  'kiosk.problems.withoutCodeLine': null;
  'kiosk.code.title': null;
  'kiosk.code.help': null;
  'kiosk.code.keys': null;
  'kiosk.code.erase': null;
  'kiosk.code.empty': null;
  'kiosk.code.written': {
    code: TextValue;
  };
  'kiosk.code.unreadable': null;
  'kiosk.code.confirmLabel': null;
  'kiosk.code.confirmLine': null;
  'kiosk.code.missingLabel': null;
  'kiosk.code.missingLine': null;
  'kiosk.closed.title': null;
  'kiosk.closed.codesOnlyTitle': null;
  'kiosk.closed.line': null;
  'kiosk.closed.meanwhile': null;
  'kiosk.closed.today': {
    time: TextValue;
  };
  'kiosk.closed.tomorrow': {
    time: TextValue;
  };
  'kiosk.closed.later': {
    day: TextValue;
    time: TextValue;
  };
  'kiosk.closed.desk': null;
  'kiosk.closed.back': null;
  'kiosk.closed.wishLine': null;
  'kiosk.closed.openTitle': null;
  'kiosk.display.button': null;
  'kiosk.display.title': null;
  'kiosk.display.size': null;
  'kiosk.display.sizeStandard': null;
  'kiosk.display.sizeLarge': null;
  'kiosk.display.sizeLarger': null;
  'kiosk.display.sizeLargest': null;
  'kiosk.display.theme': null;
  'kiosk.display.themeLight': null;
  'kiosk.display.themeContrastLight': null;
  'kiosk.display.themeContrastDark': null;
  'kiosk.display.themeLow': null;
  'kiosk.display.lowLabel': null;
  'kiosk.display.lowLine': null;
  'kiosk.display.done': null;
  'kiosk.voice.button': null;
  'kiosk.voice.buttonNone': null;
  'kiosk.voice.welcome': null;
  'kiosk.voice.none': null;
  'kiosk.voice.chosen': null;
  'kiosk.voice.notChosen': null;
  'kiosk.voice.personal': null;
  'kiosk.voice.unspoken': null;
  'kiosk.voice.title': null;
  'kiosk.voice.repeat': null;
  'kiosk.voice.pause': null;
  'kiosk.voice.goOn': null;
  'kiosk.voice.slower': null;
  'kiosk.voice.faster': null;
  'kiosk.voice.quieter': null;
  'kiosk.voice.louder': null;
  'kiosk.voice.speed': {
    step: TextValue;
    steps: TextValue;
  };
  'kiosk.voice.volume': {
    step: TextValue;
    steps: TextValue;
  };
  'kiosk.voice.darkLabel': null;
  'kiosk.voice.darkLine': null;
  'kiosk.voice.darkNow': null;
  'kiosk.voice.lightNow': null;
  'ticket.paper.service': null;
  'ticket.paper.owner': null;
  'ticket.paper.ahead': {
    count: number;
  };
  'ticket.paper.range': {
    range: TextValue;
  };
  'ticket.paper.estimate': null;
  'ticket.paper.issuedAt': {
    date: TextValue;
    time: TextValue;
  };
  'ticket.paper.next': null;
  'ticket.paper.promise': null;
  'ticket.paper.privacy': null;
  'ticket.paper.demo': null;
  'phone.qr.line': null;
  'phone.page.title': null;
  'phone.page.near': null;
  'phone.page.privacy': null;
  'phone.page.updated': {
    time: TextValue;
  };
  'phone.called.title': null;
  'phone.called.line': {
    counter: TextValue;
  };
  'phone.called.counter': null;
  'phone.serving.line': {
    counter: TextValue;
  };
  'phone.parked.line': null;
  'phone.missed.title': null;
  'phone.missed.line': null;
  'phone.over.title': null;
  'phone.over.line': null;
  'phone.lost.line': null;
  'phone.gone.title': null;
  'phone.gone.line': null;
  'offices.list.municipio': {
    number: TextValue;
  };
  'offices.list.main': null;
  'offices.list.secondary': null;
  'offices.list.address': {
    cap: TextValue;
    street: TextValue;
    streetNumber: TextValue;
  };
  'offices.list.addressWithoutCap': {
    street: TextValue;
    streetNumber: TextValue;
  };
  'offices.list.byAppointment': null;
  'offices.list.telephoneOnly': null;
  'desk.window.title': null;
  'desk.signIn.title': null;
  'desk.signIn.account': null;
  'desk.signIn.password': null;
  'desk.signIn.showPassword': null;
  'desk.signIn.hidePassword': null;
  'desk.signIn.submit': null;
  'desk.signIn.working': null;
  'desk.signIn.expired': null;
  'desk.counter.title': null;
  'desk.counter.choose': {
    counter: TextValue;
  };
  'desk.counter.queues': {
    queues: TextValue;
  };
  'desk.counter.taken': null;
  'desk.counter.free': null;
  'desk.counter.release': null;
  'desk.counter.current': {
    counter: TextValue;
  };
  'desk.counter.resume': {
    counter: TextValue;
  };
  'desk.counter.leftWith': {
    code: TextValue;
  };
  'desk.counter.chooseQueues': {
    counter: TextValue;
  };
  'desk.counter.settings': null;
  'desk.counter.changeQueues': null;
  'desk.counter.pause': null;
  'desk.counter.pauseFor': null;
  'desk.counter.resumeWork': null;
  'desk.counter.pausedHere': {
    reason: TextValue;
    time: TextValue;
  };
  'desk.counter.pausedAfter': {
    reason: TextValue;
  };
  'desk.waiting.title': null;
  'desk.waiting.nobody': null;
  'desk.waiting.number': null;
  'desk.waiting.queue': null;
  'desk.waiting.since': null;
  'desk.waiting.minutes': {
    count: number;
  };
  'desk.waiting.lessThanAMinute': null;
  'desk.waiting.priority': null;
  'desk.waiting.next': null;
  'desk.waiting.more': {
    count: TextValue;
    shown: TextValue;
  };
  'desk.waiting.estimate': null;
  'desk.waiting.about': null;
  'desk.waiting.appointment': null;
  'desk.waiting.appointmentAt': {
    time: TextValue;
  };
  'desk.waiting.walkIn': null;
  'desk.waiting.returned': null;
  'desk.waiting.resumed': null;
  'desk.waiting.transferred': null;
  'desk.waiting.continued': null;
  'desk.waiting.reservedFor': {
    counter: TextValue;
  };
  'desk.waiting.notBefore': {
    time: TextValue;
  };
  'desk.next.title': null;
  'desk.next.call': null;
  'desk.next.none': null;
  'desk.next.fromTime': {
    time: TextValue;
  };
  'desk.next.callPaper': {
    code: TextValue;
  };
  'desk.next.paused': null;
  'desk.current.title': null;
  'desk.current.nobody': null;
  'desk.current.called': null;
  'desk.current.serving': null;
  'desk.current.calls': {
    count: number;
  };
  'desk.current.lastCall': {
    time: TextValue;
  };
  'desk.current.waited': {
    count: number;
  };
  'desk.current.servingSince': {
    count: number;
  };
  'desk.current.recall': null;
  'desk.current.start': null;
  'desk.current.close': null;
  'desk.current.noShow': null;
  'desk.current.noShowAfterCalls': {
    count: number;
  };
  'desk.current.noShowAfterSeconds': {
    count: number;
  };
  'desk.current.park': null;
  'desk.current.transfer': null;
  'desk.current.continue': null;
  'desk.current.cancel': null;
  'desk.done.called': {
    code: TextValue;
    counter: TextValue;
  };
  'desk.done.recalled': {
    code: TextValue;
  };
  'desk.done.started': {
    code: TextValue;
  };
  'desk.done.closed': {
    code: TextValue;
  };
  'desk.done.noShow': {
    code: TextValue;
  };
  'desk.done.paused': null;
  'desk.done.resumed': null;
  'desk.done.queuesChanged': null;
  'desk.done.parked': {
    code: TextValue;
  };
  'desk.done.putBack': {
    code: TextValue;
  };
  'desk.done.returned': {
    code: TextValue;
  };
  'desk.done.transferredToQueue': {
    code: TextValue;
    queue: TextValue;
  };
  'desk.done.transferredToCounter': {
    code: TextValue;
    counter: TextValue;
  };
  'desk.done.continued': {
    code: TextValue;
    queue: TextValue;
  };
  'desk.done.cancelled': {
    code: TextValue;
  };
  'desk.done.undone': null;
  'desk.done.rollStarted': null;
  'desk.done.rollEnded': null;
  'desk.others.title': null;
  'desk.others.free': null;
  'desk.others.closed': null;
  'desk.others.called': {
    code: TextValue;
  };
  'desk.others.serving': {
    code: TextValue;
  };
  'desk.others.paused': {
    reason: TextValue;
  };
  'desk.others.left': {
    code: TextValue;
  };
  'desk.others.takeOver': {
    code: TextValue;
  };
  'desk.totals.title': null;
  'desk.totals.issued': {
    count: number;
  };
  'desk.totals.closed': {
    count: number;
  };
  'desk.totals.noShows': {
    count: number;
  };
  'desk.totals.cancelled': {
    count: number;
  };
  'desk.session.signOut': null;
  'desk.session.language': null;
  'desk.session.theme': null;
  'desk.session.themeLight': null;
  'desk.session.themeDark': null;
  'desk.session.themeSystem': null;
  'desk.session.privacy': null;
  'desk.session.noticeVersion': {
    date: TextValue;
    version: TextValue;
  };
  'desk.connection.notAnswered': null;
  'desk.connection.lost': null;
  'desk.connection.back': null;
  'desk.connection.loading': null;
  'desk.help.called': {
    time: TextValue;
  };
  'desk.help.calledAt': {
    place: TextValue;
    time: TextValue;
  };
  'desk.help.answer': null;
  'desk.trouble.kiosk': null;
  'desk.trouble.kioskAt': {
    place: TextValue;
  };
  'desk.trouble.paperNearEnd': {
    kiosk: TextValue;
  };
  'desk.trouble.paperOut': {
    kiosk: TextValue;
  };
  'desk.trouble.coverOpen': {
    kiosk: TextValue;
  };
  'desk.trouble.fault': {
    kiosk: TextValue;
  };
  'desk.trouble.unreachable': {
    kiosk: TextValue;
  };
  'desk.trouble.kioskContent': {
    kiosk: TextValue;
  };
  'desk.trouble.boardContent': null;
  'desk.trouble.serverContent': null;
  'desk.trouble.where': {
    file: TextValue;
    line: TextValue;
    others: number;
  };
  'desk.pauseReasons.break': null;
  'desk.pauseReasons.backOffice': null;
  'desk.pauseReasons.meeting': null;
  'desk.pauseReasons.technical': null;
  'desk.pauseChoices.break': null;
  'desk.pauseChoices.backOffice': null;
  'desk.pauseChoices.meeting': null;
  'desk.pauseChoices.technical': null;
  'desk.queues.title': {
    counter: TextValue;
  };
  'desk.queues.line': null;
  'desk.queues.queue': {
    queue: TextValue;
  };
  'desk.queues.up': {
    queue: TextValue;
  };
  'desk.queues.down': {
    queue: TextValue;
  };
  'desk.queues.needed': null;
  'desk.queues.open': null;
  'desk.queues.save': null;
  'desk.queues.moved': {
    place: TextValue;
    queue: TextValue;
  };
  'desk.queues.figures': null;
  'desk.estimate.range': {
    from: TextValue;
    to: TextValue;
  };
  'desk.estimate.upTo': {
    to: TextValue;
  };
  'desk.estimate.unknown': null;
  'desk.estimate.none': null;
  'desk.reasons.longestWaiting': {
    count: number;
    queue: TextValue;
  };
  'desk.reasons.longestWaitingAgain': {
    count: number;
    queue: TextValue;
  };
  'desk.reasons.reserved': {
    count: number;
    queue: TextValue;
  };
  'desk.reasons.priority': {
    count: number;
    queue: TextValue;
  };
  'desk.reasons.appointment': {
    count: number;
    queue: TextValue;
  };
  'desk.reasons.overtakenEnough': {
    count: number;
    queue: TextValue;
  };
  'desk.reasons.preferredQueue': {
    count: number;
    queue: TextValue;
  };
  'desk.reasons.chosen': {
    count: number;
    queue: TextValue;
  };
  'desk.reasons.paperRoll': null;
  'desk.calledBecause.longestWaiting': {
    queue: TextValue;
  };
  'desk.calledBecause.longestWaitingAgain': {
    queue: TextValue;
  };
  'desk.calledBecause.reserved': {
    queue: TextValue;
  };
  'desk.calledBecause.priority': {
    queue: TextValue;
  };
  'desk.calledBecause.appointment': {
    queue: TextValue;
  };
  'desk.calledBecause.overtakenEnough': {
    queue: TextValue;
  };
  'desk.calledBecause.preferredQueue': {
    queue: TextValue;
  };
  'desk.calledBecause.chosen': {
    queue: TextValue;
  };
  'desk.calledBecause.paperRoll': null;
  'desk.lists.label': null;
  'desk.lists.waiting': {
    count: TextValue;
  };
  'desk.lists.parked': {
    count: TextValue;
  };
  'desk.lists.noShows': {
    count: TextValue;
  };
  'desk.lists.appointments': {
    count: TextValue;
  };
  'desk.lists.noParked': null;
  'desk.lists.noNoShows': null;
  'desk.lists.noAppointments': null;
  'desk.lists.actions': null;
  'desk.lists.parkedLabel': null;
  'desk.lists.noShowsLabel': null;
  'desk.lists.appointmentsLabel': null;
  'desk.lists.since': null;
  'desk.lists.counter': null;
  'desk.lists.time': null;
  'desk.lists.appointmentCode': null;
  'desk.lists.arrival': null;
  'desk.lists.notArrived': null;
  'desk.lists.arrived': {
    code: TextValue;
  };
  'desk.ticket.menu': {
    code: TextValue;
  };
  'desk.ticket.call': null;
  'desk.ticket.putBack': null;
  'desk.ticket.cameBack': null;
  'desk.ticket.cancel': null;
  'desk.ticket.toQueue': null;
  'desk.ticket.toCounter': null;
  'desk.ticket.queue': {
    queue: TextValue;
  };
  'desk.ticket.counter': {
    counter: TextValue;
  };
  'desk.ticket.checkIn': null;
  'desk.ticket.checkInFirst': null;
  'desk.undo.button': {
    code: TextValue;
  };
  'desk.undo.seconds': {
    count: number;
  };
  'desk.figures.waiting': {
    count: number;
  };
  'desk.figures.newcomer': null;
  'desk.tools.title': null;
  'desk.tools.issue': null;
  'desk.tools.roll': null;
  'desk.tools.import': null;
  'desk.issue.title': null;
  'desk.issue.line': null;
  'desk.issue.queue': null;
  'desk.issue.entry': null;
  'desk.issue.priority': null;
  'desk.issue.priorityLine': null;
  'desk.issue.give': null;
  'desk.issue.given': null;
  'desk.issue.sayIt': null;
  'desk.issue.ahead': {
    count: number;
    queue: TextValue;
  };
  'desk.issue.wait': {
    range: TextValue;
  };
  'desk.roll.title': null;
  'desk.roll.when': null;
  'desk.roll.both': null;
  'desk.roll.first': null;
  'desk.roll.firstLine': null;
  'desk.roll.start': null;
  'desk.roll.isOn': {
    code: TextValue;
  };
  'desk.roll.end': null;
  'desk.roll.endLine': null;
  'desk.roll.short': {
    code: TextValue;
  };
  'desk.import.title': null;
  'desk.import.line': null;
  'desk.import.replaces': null;
  'desk.import.day': null;
  'desk.import.file': null;
  'desk.import.chosen': {
    name: TextValue;
  };
  'desk.import.noFile': null;
  'desk.import.fileNeeded': null;
  'desk.import.tooLarge': null;
  'desk.import.load': null;
  'desk.import.loaded': {
    count: number;
    day: TextValue;
  };
  'desk.import.badRows': {
    count: number;
  };
  'desk.import.rowLine': null;
  'desk.import.rowProblem': null;
  'desk.import.rowValue': null;
  'desk.rowProblems.badCode': null;
  'desk.rowProblems.badTime': null;
  'desk.rowProblems.unknownQueue': null;
  'desk.rowProblems.codeTwice': null;
  'desk.rowProblems.missingColumn': null;
  'desk.rowProblems.unknownColumn': null;
  'desk.rowProblems.notReadable': null;
  'desk.dialog.close': null;
  'board.window.title': null;
  'board.call.title': null;
  'board.call.announcement': {
    code: TextValue;
    counter: TextValue;
  };
  'board.latest.first': null;
  'board.latest.title': null;
  'board.latest.number': null;
  'board.latest.counter': null;
  'board.latest.none': null;
  'board.sound.off': null;
  'board.connection.lost': null;
  'board.connection.lastUpdate': {
    time: TextValue;
  };
  'board.clock.label': {
    time: TextValue;
  };
  'errors.badRequest': null;
  'errors.notFound': null;
  'errors.methodNotAllowed': null;
  'errors.payloadTooLarge': null;
  'errors.unsupportedMediaType': null;
  'errors.misdirectedRequest': null;
  'errors.unauthenticated': null;
  'errors.forbidden': null;
  'errors.wrongCredentials': null;
  'errors.tooManyAttempts': {
    minutes: number;
  };
  'errors.unknownCounter': {
    counter: TextValue;
  };
  'errors.counterTaken': {
    counter: TextValue;
  };
  'errors.noCounter': null;
  'errors.unknownQueue': {
    queue: TextValue;
  };
  'errors.queueFull': {
    queue: TextValue;
  };
  'errors.ticketExists': null;
  'errors.ticketNotFound': null;
  'errors.ticketNotAtCounter': null;
  'errors.wrongTicketStatus': null;
  'errors.counterNotOpen': {
    counter: TextValue;
  };
  'errors.counterAlreadyOpen': {
    counter: TextValue;
  };
  'errors.counterBusy': {
    counter: TextValue;
  };
  'errors.nobodyWaiting': {
    time: string;
  };
  'errors.counterPaused': {
    counter: TextValue;
  };
  'errors.counterNotPaused': {
    counter: TextValue;
  };
  'errors.noQueues': {
    counter: TextValue;
  };
  'errors.tooEarlyForNoShow': {
    calls: number;
    seconds: TextValue;
  };
  'errors.sameQueue': {
    queue: TextValue;
  };
  'errors.nothingToUndo': null;
  'errors.undoTooLate': null;
  'errors.officeClosed': {
    time: string;
  };
  'errors.dayEnded': null;
  'errors.unknownAppointment': null;
  'errors.alreadyCheckedIn': null;
  'errors.appointmentTwice': {
    code: TextValue;
  };
  'errors.badAppointmentList': null;
  'errors.dayIsOver': {
    day: TextValue;
  };
  'errors.noPaperRoll': null;
  'errors.paperRollStarted': null;
  'errors.paperNumberUsed': {
    number: TextValue;
  };
  'errors.commandIdReused': null;
  'errors.unavailable': null;
  'errors.internal': null;
}

export type TextKey = keyof TextValues;
