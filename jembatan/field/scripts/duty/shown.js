// So long before its beginning somebody may check in to a duty; the desk says the same.
const EARLY = 2 * 60 * 60_000;

// What the templates show, of the document and of what waits to be sent: times by the programme's clock, addresses to call and to write to.
export function shown(kept, waiting, texts, language, openings, mine) {
  if (!kept) return {};
  const clock = clockOf(kept.programme.zone, language);
  const wait = (kind, test) => waiting.some((deed) => deed.kind === kind && test(deed.data));
  const seen = (kind, each) => wait("seen", (data) => data.kind === kind && data.id === each.id && data.version === each.version);
  const scans = waiting.filter(({ kind }) => kind === "scan");
  const fresh = (kind, each) => each.changed && !seen(kind, each);
  const duties = kept.duties.map((duty) => ({
    ...duty,
    ...when(duty, clock),
    ...change(duty, fresh("duty", duty), clock),
    key: `duty-${duty.id}`,
    with: duty.mates.join(", "),
    handOver: texts.handOver.replace("%s", (duty.next ?? []).join(", ")),
    mayHandOver: duty.next?.length > 0 && Date.parse(duty.starts_at) < Date.now(),
    isIn: duty.in_at && !duty.out_at,
    inAt: duty.in_at && texts.inAt.replace("%s", clock.time(duty.in_at)),
    outAt: duty.out_at && texts.outAt.replace("%s", clock.time(duty.out_at)),
    cannot: (duty.absent || wait("cannot", (data) => data.duty === duty.id)) && !wait("can", (data) => data.duty === duty.id),
    expected: duty.expected && !wait("cannot", (data) => data.duty === duty.id) && !wait("can", (data) => data.duty === duty.id),
    isOver: Date.parse(duty.ends_at) < Date.now(),
  }));
  for (const duty of duties) {
    duty.isAway = duty.cannot && !duty.expected;
    duty.mayCannot = !duty.isOver && !duty.isAway;
    duty.mayCan = !duty.isOver && duty.cannot;
  }
  const schedule = kept.schedule.map((line) => ({ ...line, ...when(line, clock), ...change({ ...line, place: line.where }, fresh(line.kind, line), clock) }));
  const gone = (kept.gone ?? []).map((each) => ({ ...each, ...when(each, clock), kind: "seat", isGone: !each.cancelled, changed: !seen("seat", each) }));
  const unread = (kind, list) => list.map((each) => ({ ...each, open: !each.acknowledged && !wait(kind, (data) => data.id === each.id) }));
  const handovers = unread("handover", kept.handovers);
  const broadcasts = unread("broadcast", kept.broadcasts);
  return {
    ...kept,
    asOf: clock.time(kept.made_at),
    zone: kept.programme.clock ?? kept.programme.zone,
    duties,
    now: duties.filter((duty) => !duty.isOver),
    scans: scans.map(({ happened_at }) => ({ told: texts.scanned.replace("%s", clock.time(happened_at)) })),
    changes: [...gone, ...duties.map((each) => ({ ...each, kind: "duty" })), ...schedule].filter(({ changed }) => changed),
    days: days(schedule),
    dutyDays: days(duties.filter((duty) => !duty.isOver)),
    delegations: kept.delegations.map((each) => ({ ...each, speaks: each.languages.join(", "), members: each.members.map(reached) })),
    contacts: kept.contacts.map((each) => ({ ...reached(each), is: [texts[each.role], each.about].filter(Boolean).join(" · ") })),
    handovers,
    handings: duties.filter(({ mayHandOver }) => mayHandOver).map(({ id, title, next }) => ({ id, told: `${title} → ${next.join(", ")}` })).reverse(),
    given: (kept.given ?? []).map((each) => ({ ...each, told: each.acknowledged_at && texts.acknowledged.replace("%s", clock.time(each.acknowledged_at)) })),
    broadcasts,
    offers: (kept.offers ?? []).map((each) => ({ ...each, ...when(each, clock) })),
    ...ofMine(mine, clock, texts),
    ...opened(kept, openings, (duty) => wait("take", (data) => data.duty === duty.id), clock, texts),
    claims: (kept.claims ?? []).map((each) => ({
      ...each,
      day: clock.day(`${each.day}T12:00:00Z`),
      told: texts[each.state],
      isWaiting: each.state === "waiting",
      isAccepted: each.state === "accepted",
      isDeclined: each.state === "declined",
      much: each.amount || texts.hours.replace("%s", clock.number(each.minutes / 60)),
    })),
    troubles: (kept.troubles ?? []).map((each) => ({ ...reached(each), told: `${clock.time(each.happened_at)} · ${texts[each.severity]}`, urgent: each.severity === "urgent", help: each.severity === "help" })),
    handed: handovers.filter(({ open }) => !open),
    read: broadcasts.filter(({ open }) => !open),
    team: kept.team.map((member) => ofTeam(member, clock, texts, wait)).sort((one, other) => one.rank - other.rank),
    choices: [{ id: "", title: texts.noDuty }, ...duties.map(({ id, title }) => ({ id: String(id), title }))],
    today: new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
  };
}

function ofMine({ state, answer }, clock, texts) {
  return {
    mineKnown: state === "known",
    mineAsked: state === "asked",
    mineUnknown: state === "unreachable",
    mineDeclined: answer.declined,
    mineWish: answer.asked_at && texts.wished.replace("%s", clock.day(answer.asked_at)),
  };
}

function opened(kept, { state, answer }, taking, clock, texts) {
  const lines = (answer.duties ?? []).map((each) => ({ ...each, ...when(each, clock), taking: taking(each), several: each.free > 1 && texts.seats.replace("%s", each.free) }));
  const is = (one) => kept.may_take && state === one;
  return {
    openDays: days(is("known") ? lines : []),
    openNone: is("known") && !lines.length,
    openAsked: is("asked"),
    openUnknown: is("unreachable"),
  };
}

// Whom the leader has to look after stands first: who is late, then who cannot come, is expected, is there; then everybody else.
function ofTeam(member, clock, texts, wait) {
  const duties = member.duties.map((duty) => dutyOfTeam(member, duty, clock, texts, wait)).filter(({ state, isOver }) => !(state === "due" && isOver));
  const any = (name) => duties.some((duty) => duty[name] && !duty.isOver);
  const rank = [any("isLate"), member.absent, any("isDue"), any("isIn"), true].indexOf(true);
  return { ...reached(member), duties, rank };
}

function dutyOfTeam(member, duty, clock, texts, wait) {
  const now = Date.now();
  const isOver = Date.parse(duty.ends_at) < now;
  const mayBegin = Date.parse(duty.starts_at) - EARLY < now && !isOver;
  const asked = wait("check", (data) => data.officer === member.id && data.duty === duty.id);
  return {
    ...duty,
    ...when(duty, clock),
    officer: member.id,
    told: texts[duty.state],
    isDue: duty.state === "due" && mayBegin,
    isIn: duty.state === "in",
    isLate: duty.state === "late" || duty.state === "missing",
    isOut: duty.state === "out",
    asked,
    another: clock.day(duty.starts_at) === clock.day(now) ? "" : clock.day(duty.starts_at),
    isOver,
    mayComeIn: !asked && mayBegin && ["due", "late", "missing"].includes(duty.state),
    mayGo: !asked && duty.state === "in",
  };
}

function reached(who) {
  const digits = (who.phone ?? "").replace(/[^0-9+]/g, "");
  const name = who.name ?? [who.address_form, who.full_name].filter(Boolean).join(" ");
  return { ...who, name, call: digits && `tel:${digits}`, whatsapp: digits.startsWith("+") && `https://wa.me/${digits.slice(1)}` };
}

function when(each, clock) {
  return { time: `${clock.time(each.starts_at)}–${clock.time(each.ends_at)}`, day: clock.day(each.starts_at) };
}

// What a duty or an item was, beside what it is, until its officer has said that they have read it; the day where it is another one.
function change(each, changed, clock) {
  const was = changed && each.was?.starts_at ? each.was : null;
  if (!was) return { changed };
  const before = when(was, clock);
  const now = when(each, clock);
  const told = (titled, { day, time }) => [titled, before.day === now.day ? time : `${day}, ${time}`].filter(Boolean).join(" · ");
  const another = was.title !== each.title || was.place !== each.place || was.starts_at !== each.starts_at || was.ends_at !== each.ends_at;
  return {
    changed,
    wasTold: another && [told(was.title === each.title ? "" : was.title, before), was.place].filter(Boolean).join(" · "),
    nowTold: another && [told("", now), each.place].filter(Boolean).join(" · "),
    noted: was.note !== each.note && each.note,
  };
}

function days(lines) {
  const found = new Map();
  for (const line of lines) found.set(line.day, [...(found.get(line.day) ?? []), line]);
  return [...found].map(([day, each]) => ({ day, lines: each }));
}

function clockOf(zone, language) {
  const time = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: zone, weekday: "long", day: "numeric", month: "long" });
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return { number: (value) => number.format(value), time: (moment) => time.format(new Date(moment)), day: (moment) => day.format(new Date(moment)) };
}
