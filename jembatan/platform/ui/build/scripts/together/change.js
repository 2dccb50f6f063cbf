// What one edit in a text box did to its text: at `start`, `removed` UTF-16 units gave way to `added`. The caret behind the edit says
// which of several equal letters it was; a pair that is one character is never split.
export function changeBetween(before, after, caret) {
  const most = Math.min(after.length - caret, before.length);
  let end = 0;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const rest = Math.min(before.length, after.length) - end;
  let start = 0;
  while (start < rest && before[start] === after[start]) start++;
  if (start && isHigh(before[start - 1])) start--;
  if (end && isLow(before[before.length - end])) end--;
  return { start, removed: before.length - end - start, added: after.slice(start, after.length - end) };
}

// Where a place in the text is after somebody else's edit (a delta of Yjs). What is put in right at the place comes behind it.
export function moved(place, delta) {
  let at = 0;
  for (const { retain = 0, insert = "", delete: gone = 0 } of delta) {
    if (at + retain >= place && !insert && !gone) return place;
    at += retain;
    if (insert && at < place) place += insert.length;
    if (gone && at < place) place -= Math.min(gone, place - at);
    at += insert.length;
  }
  return place;
}

function isHigh(unit) {
  return unit >= "\ud800" && unit <= "\udbff";
}

function isLow(unit) {
  return unit >= "\udc00" && unit <= "\udfff";
}
