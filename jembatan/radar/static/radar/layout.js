// Where the nodes of the network lie: links pull, near nodes push (looked up in a grid), everything is drawn to the middle.
const LINK = 42;
const CELL = 64;
const PUSH = 900;
const MIDDLE = 0.004;

export class Layout {
  constructor(count, groups, links) {
    this.count = count;
    this.links = links;
    this.x = new Float32Array(count);
    this.y = new Float32Array(count);
    this.dx = new Float32Array(count);
    this.dy = new Float32Array(count);
    this.heat = 1;
    this.degree = new Uint16Array(count);
    for (const [one, other] of links) {
      this.degree[one] += 1;
      this.degree[other] += 1;
    }
    this.#begin(groups);
  }

  // Those of one group begin beside each other, so that they end there.
  #begin(groups) {
    const number = Math.max(...groups) + 1;
    const radius = 14 * Math.sqrt(this.count);
    for (let node = 0; node < this.count; node += 1) {
      const angle = (2 * Math.PI * groups[node]) / number;
      const spread = 6 + 5 * Math.sqrt(node);
      this.x[node] = radius * Math.cos(angle) + spread * Math.cos(node * 2.4);
      this.y[node] = radius * Math.sin(angle) + spread * Math.sin(node * 2.4);
    }
  }

  get moves() {
    return this.heat > 0.02;
  }

  // As many steps as fit into the time; returns whether anything still moves.
  run(milliseconds) {
    const end = performance.now() + milliseconds;
    while (this.moves && performance.now() < end) this.#step();
    return this.moves;
  }

  #step() {
    this.dx.fill(0);
    this.dy.fill(0);
    this.#pull();
    this.#push();
    const most = 30 * this.heat;
    for (let node = 0; node < this.count; node += 1) {
      const moveX = this.dx[node] - MIDDLE * this.x[node];
      const moveY = this.dy[node] - MIDDLE * this.y[node];
      const length = Math.hypot(moveX, moveY) || 1;
      const scale = Math.min(length, most) / length;
      this.x[node] += moveX * scale;
      this.y[node] += moveY * scale;
    }
    this.heat *= 0.975;
  }

  #pull() {
    for (const [one, other] of this.links) {
      const x = this.x[other] - this.x[one];
      const y = this.y[other] - this.y[one];
      const distance = Math.hypot(x, y) || 1;
      const force = (0.5 * (distance - LINK)) / distance / Math.min(this.degree[one], this.degree[other]);
      this.dx[one] += x * force * 0.5;
      this.dy[one] += y * force * 0.5;
      this.dx[other] -= x * force * 0.5;
      this.dy[other] -= y * force * 0.5;
    }
  }

  #push() {
    const cells = new Map();
    for (let node = 0; node < this.count; node += 1) {
      const cell = Math.floor(this.x[node] / CELL) * 65536 + Math.floor(this.y[node] / CELL);
      const there = cells.get(cell);
      if (there) there.push(node);
      else cells.set(cell, [node]);
    }
    for (const [cell, there] of cells) {
      for (const side of [0, 1, 65535, 65536, 65537]) {
        const others = side ? cells.get(cell + side) : there;
        if (others) this.#apart(there, others);
      }
    }
  }

  // In a crowded cell a few stand for all, so that a step never takes long.
  #apart(there, others) {
    const stride = Math.max(1, Math.floor((there.length * others.length) / 4000));
    for (let a = 0; a < there.length; a += 1) {
      for (let b = there === others ? a + 1 : a % stride; b < others.length; b += stride) {
        const one = there[a];
        const other = others[b];
        const x = this.x[one] - this.x[other] || 0.1;
        const y = this.y[one] - this.y[other] || 0.1;
        const force = (PUSH * stride) / (x * x + y * y + 20);
        const length = Math.hypot(x, y);
        this.dx[one] += (x / length) * force;
        this.dy[one] += (y / length) * force;
        this.dx[other] -= (x / length) * force;
        this.dy[other] -= (y / length) * force;
      }
    }
  }
}
