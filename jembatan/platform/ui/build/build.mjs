// Bundles styles and scripts, and gathers the icons of icons.txt in one sprite. Output: ../static/built (not in git).
import { build } from "esbuild";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "..", "static", "built");
const rooms = join(here, "..", "..", "..");

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
await Promise.all([bundle(), sprite()]);

async function bundle() {
  await build({
    entryPoints: {
      app: join(here, "scripts/app.js"),
      together: join(here, "scripts/together/together.js"),
      styles: join(here, "styles/styles.css"),
      ...(await scriptsOfRooms()),
    },
    outdir: built,
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome123", "firefox121", "safari17.5"],
    legalComments: "none",
    loader: { ".woff2": "file" },
    assetNames: "fonts/[name]-[hash]",
    logLevel: "warning",
  });
}

// A room's scripts/NAME.js becomes built/NAME.js; what it imports stands in scripts/NAME/.
async function scriptsOfRooms() {
  const found = {};
  for (const room of await readdir(rooms)) {
    const scripts = await readdir(join(rooms, room, "scripts")).catch(() => []);
    for (const name of scripts.filter((each) => each.endsWith(".js"))) found[basename(name, ".js")] = join(rooms, room, "scripts", name);
  }
  return found;
}

async function sprite() {
  const names = (await readFile(join(here, "icons.txt"), "utf8")).split("\n").filter(Boolean);
  const symbols = await Promise.all(names.map(symbol));
  await writeFile(join(built, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

async function symbol(name) {
  const path = createRequire(import.meta.url).resolve(`lucide-static/icons/${name}.svg`);
  const shapes = (await readFile(path, "utf8")).replace(/<!--.*?-->/gs, "").match(/<svg[^>]*>(.*)<\/svg>/s)[1];
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s+/g, " ").trim()}</symbol>`;
}
