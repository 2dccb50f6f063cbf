// Fills a copy of a template: data-text="name" is its words, data-href="name" its address, data-value="name" its value, data-if and data-unless say whether it is there,
// data-set="a=name b=name" its own data; data-each="name" repeats the template inside it. Words never become elements.
export function fill(template, data) {
  const copy = template.content.cloneNode(true);
  for (const each of copy.querySelectorAll("[data-if]")) if (!is(data[each.dataset.if])) each.remove();
  for (const each of copy.querySelectorAll("[data-unless]")) if (is(data[each.dataset.unless])) each.remove();
  for (const each of copy.querySelectorAll("[data-text]")) each.textContent = data[each.dataset.text] ?? "";
  for (const each of copy.querySelectorAll("[data-href]")) each.href = data[each.dataset.href];
  for (const each of copy.querySelectorAll("[data-id]")) each.id = data[each.dataset.id];
  for (const each of copy.querySelectorAll("[data-value]")) each.value = data[each.dataset.value] ?? "";
  for (const each of copy.querySelectorAll("[data-set]")) {
    for (const pair of each.dataset.set.split(" ")) {
      const [name, from] = pair.split("=");
      each.dataset[name] = data[from];
    }
  }
  // Last: what is repeated has been filled with words of its own.
  for (const each of copy.querySelectorAll("[data-each]")) {
    const inner = each.querySelector(":scope > template");
    each.replaceChildren(...(data[each.dataset.each] ?? []).map((item) => fill(inner, item)));
  }
  return copy;
}

function is(value) {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
