// Who speaks with whom, drawn: ours are circles, theirs squares, those with open signals red. While anything moves only as many of the
// strongest links are drawn as this machine can draw in a short frame; all of them as soon as it rests.
import { Layout } from "./layout.js";

const [NAME, OURS, GROUP, MAILS, SIGNALS, , CUT, HOUSE] = [0, 1, 2, 3, 4, 5, 6, 7];
const FEWEST_LINKS = 300;
const [SHORT, LONG] = [18, 28];
const FRAME = 8;
const REST = 140;

class Picture {
  constructor(box, data) {
    this.canvas = box.querySelector("canvas");
    this.told = box.querySelector(".network-told");
    this.pen = this.canvas.getContext("2d");
    this.data = data;
    data.links.sort((one, other) => other[2] - one[2]);
    this.layout = new Layout(
      data.nodes.length,
      data.nodes.map((node) => node[GROUP]),
      data.links,
    );
    const small = Math.min(1, Math.sqrt(400 / data.nodes.length));
    this.radius = data.nodes.map((node) => small * (3 + Math.min(9, Math.sqrt(node[MAILS]) / 2)));
    this.probes = this.#probes(box);
    this.scale = 1;
    this.left = 0;
    this.top = 0;
    this.chosen = -1;
    this.moved = false;
    this.room = 2000;
    this.#listen();
    this.#measure();
    this.move();
  }

  #probes(box) {
    const probes = {};
    for (const name of ["ink", "line", "ours", "theirs", "signal"]) {
      const probe = document.createElement("span");
      probe.className = `network-${name}`;
      probe.hidden = true;
      box.append(probe);
      probes[name] = probe;
    }
    return probes;
  }

  #colours() {
    const colours = {};
    for (const [name, probe] of Object.entries(this.probes)) colours[name] = getComputedStyle(probe).color;
    return colours;
  }

  #measure() {
    const ratio = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.canvas.width = this.width * ratio;
    this.canvas.height = this.height * ratio;
    this.ratio = ratio;
  }

  // The whole network in sight, until the reader has moved it.
  #fit() {
    let [least, most] = [Infinity, -Infinity];
    let [upper, lower] = [Infinity, -Infinity];
    for (let node = 0; node < this.layout.count; node += 1) {
      least = Math.min(least, this.layout.x[node]);
      most = Math.max(most, this.layout.x[node]);
      upper = Math.min(upper, this.layout.y[node]);
      lower = Math.max(lower, this.layout.y[node]);
    }
    this.scale = Math.min(3.5, this.width / (most - least + 120), this.height / (lower - upper + 120));
    this.left = this.width / 2 - ((least + most) / 2) * this.scale;
    this.top = this.height / 2 - ((upper + lower) / 2) * this.scale;
  }

  // Draws in the next frame, and in those after it while anything moves; the full picture comes with the rest.
  move() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.#draw(this.data.links.length), REST);
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.#pace();
      const goesOn = this.layout.run(FRAME);
      if (!this.moved) this.#fit();
      this.#draw(this.room);
      if (goesOn) this.move();
    });
  }

  // Fewer links where the last frame was long, more where it was short.
  #pace() {
    const now = performance.now();
    const took = now - (this.frame ?? now);
    this.frame = now;
    if (took > LONG && took < REST) this.room = Math.max(FEWEST_LINKS, 0.7 * this.room);
    if (took > 0 && took < SHORT) this.room = Math.min(this.data.links.length, 1.1 * this.room);
  }

  #draw(links) {
    const { pen, layout, data } = this;
    const colours = this.#colours();
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    pen.setTransform(this.ratio * this.scale, 0, 0, this.ratio * this.scale, this.ratio * this.left, this.ratio * this.top);
    pen.lineWidth = 0.7 / this.scale;
    this.#lines(data.links.slice(0, links), colours.line);
    if (this.chosen >= 0) this.#lines(data.links.filter((link) => link[0] === this.chosen || link[1] === this.chosen), colours.ink);
    for (const kind of ["ours", "theirs", "signal"]) {
      pen.fillStyle = colours[kind];
      pen.beginPath();
      data.nodes.forEach((node, number) => {
        const own = node[SIGNALS] ? "signal" : node[OURS] ? "ours" : "theirs";
        if (own === kind) this.#shape(node, layout.x[number], layout.y[number], this.radius[number]);
      });
      pen.fill();
    }
    this.#names(colours.ink);
  }

  #lines(links, colour) {
    const { pen, layout } = this;
    pen.strokeStyle = colour;
    pen.beginPath();
    for (const [one, other] of links) {
      pen.moveTo(layout.x[one], layout.y[one]);
      pen.lineTo(layout.x[other], layout.y[other]);
    }
    pen.stroke();
  }

  #shape(node, x, y, radius) {
    if (node[OURS]) {
      this.pen.moveTo(x + radius, y);
      this.pen.arc(x, y, radius, 0, 2 * Math.PI);
    } else this.pen.rect(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  // Names of as many as there is room for, the busiest first.
  #names(colour) {
    const { pen, layout, data } = this;
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.fillStyle = colour;
    pen.font = `12px ${getComputedStyle(this.told).fontFamily}`;
    this.order ??= data.nodes.map((_node, number) => number).sort((one, other) => data.nodes[other][MAILS] - data.nodes[one][MAILS]);
    const taken = new Set();
    let room = 40;
    for (const number of this.order) {
      const x = layout.x[number] * this.scale + this.left;
      const y = layout.y[number] * this.scale + this.top;
      const place = `${Math.round(x / 130)} ${Math.round(y / 18)}`;
      if (x < 0 || y < 0 || x > this.width || y > this.height || taken.has(place)) continue;
      taken.add(place);
      pen.fillText(data.nodes[number][NAME], x + this.radius[number] * this.scale + 3, y + 4);
      if (--room === 0) return;
    }
  }

  #near(event) {
    const box = this.canvas.getBoundingClientRect();
    const x = (event.clientX - box.left - this.left) / this.scale;
    const y = (event.clientY - box.top - this.top) / this.scale;
    let [best, found] = [(12 / this.scale + 6) ** 2, -1];
    for (let node = 0; node < this.layout.count; node += 1) {
      const distance = (this.layout.x[node] - x) ** 2 + (this.layout.y[node] - y) ** 2;
      if (distance < best) [best, found] = [distance, node];
    }
    return found;
  }

  #tell(number) {
    if (number === this.chosen) return;
    this.chosen = number;
    const node = this.data.nodes[number];
    this.told.textContent = node
      ? [node[NAME], this.data.groups[node[GROUP]], node[MAILS], node[CUT] ? "◆" : "", node[SIGNALS] ? `⚠ ${node[SIGNALS]}` : ""].filter(Boolean).join(" · ")
      : "";
    this.move();
  }

  #zoom(factor, x = this.width / 2, y = this.height / 2) {
    this.moved = true;
    const scale = Math.min(8, Math.max(0.05, this.scale * factor));
    this.left = x - ((x - this.left) * scale) / this.scale;
    this.top = y - ((y - this.top) * scale) / this.scale;
    this.scale = scale;
    this.move();
  }

  #shift(x, y) {
    this.moved = true;
    this.left += x;
    this.top += y;
    this.move();
  }

  #listen() {
    const { canvas } = this;
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.from = [event.clientX, event.clientY];
      this.dragged = false;
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!this.from) return this.#tell(this.#near(event));
      const [x, y] = [event.clientX - this.from[0], event.clientY - this.from[1]];
      if (!this.dragged && Math.hypot(x, y) < 4) return undefined;
      this.dragged = true;
      this.from = [event.clientX, event.clientY];
      return this.#shift(x, y);
    });
    canvas.addEventListener("pointerup", (event) => {
      const number = this.#near(event);
      const node = this.data.nodes[number];
      this.from = null;
      if (!this.dragged && node?.[SIGNALS] && node[HOUSE]) location.assign(`${this.data.list}?view=all&organisation=${node[HOUSE]}`);
    });
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      const box = canvas.getBoundingClientRect();
      this.#zoom(Math.exp(-event.deltaY / 500), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    canvas.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
      if (event.key in steps) this.#shift(...steps[event.key]);
      else if (event.key === "+" || event.key === "=") this.#zoom(1.3);
      else if (event.key === "-") this.#zoom(1 / 1.3);
      else return;
      event.preventDefault();
    });
    window.addEventListener("resize", () => {
      this.#measure();
      this.move();
    });
  }
}

for (const box of document.querySelectorAll("[data-network]")) {
  const answer = await fetch(box.dataset.network, { headers: { Accept: "application/json" } });
  if (answer.ok) new Picture(box, { ...(await answer.json()), list: box.dataset.list });
}
