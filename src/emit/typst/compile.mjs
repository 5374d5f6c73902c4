// Sets all PDFs of a build in one process: Typst starts once and its caches serve every template.
//
// Standard input: one JSON object
//   {"templates": DIR, "own": {"folder": PATH, "files": [NAME, …]},
//    "fonts": [{"folder": DIR, "shown": PATH}, …],
//    "theme": {"clinic", "footer", "font", "logo": {"file", "alt"}, "colours": {"accent": "#0e4d5c", …}},
//    "words": {KEY: TEXT, …}, "bundles": {"learner": FILE}, "timestamp": UNIX SECONDS, "inputs": {"paper": "a4", …},
//    "jobs": [{"template": "handout.typ", "output": FILE, "bundle": "learner",
//    "inputs": {"exercise": "plank"}}]}
// All of the theme but its colours may be left out. `templates` holds what a template may read: plain files that
// guidec staged. Those that `own` names are copies from its folder, which messages name instead.
// Standard output: one JSON line {"typst": VERSION OF THE PACKAGE}, then one a job, as it finishes
//   {"output", "pages", "milliseconds"}
//   {"output", "errors": [{"message", "file", "line", "column", "hints"}]}
// `file` is relative to the templates, or the path of the file that was copied; `file`, `line` and `column` (from
// 1) are null where Typst names no place. Exit status: 0 all set, 1 a template failed, 2 could not start (one line
// {"error", "hint"}).
//
// The folder of each output exists already. A template sees the templates folder as its root, the theme
// as the file `sys.inputs.theme` (with `families`, the fonts to use), what guidec prints as the file
// `sys.inputs.words`, its job's bundle as the file `sys.inputs.bundle` and the bundle's pictures below the folder
// `sys.inputs.pictures`; their paths are relative to the bundle's folder, or to the request's
// `pictures` where it has one. Typst's warnings are errors here: an unknown font or a layout that
// does not settle is no page to hand out.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const PACKAGE = "@myriaddreamin/typst-ts-node-compiler";
const PICTURES = "pictures";
const THEME = "theme.json";
const WORDS = "words.json";

// The face of the PDFs.
const FAMILY = "Open Sans";

// Families that have other letters, the better ones first; those installed stand in.
const STAND_INS = [
  ...["Arabic", "Hebrew", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu", "Kannada",
    "Malayalam", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "Ethiopic", "Armenian", "Georgian", "Symbols"]
    .map((script) => `Noto Sans ${script}`),
  "Noto Sans Symbols2",
  "DejaVu Sans",
];
// Chinese, Japanese and Korean share letters that each draws in its own way.
const EAST_ASIAN = { ja: "JP", ko: "KR", "zh-TW": "TC", "zh-Hant": "TC", "zh-HK": "HK" };
const EAST_ASIAN_STAND_INS = ["Noto Sans CJK SC", "Noto Sans CJK JP", "Droid Sans Fallback"];

// Debian's packages of fonts, by the letters that they have.
const PACKAGES = [
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u, "fonts-droid-fallback or fonts-noto-cjk"],
  [/\p{Script=Hangul}/u, "fonts-noto-cjk"],
  [/\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Armenian}|\p{Script=Georgian}/u,
    "fonts-dejavu-core or fonts-noto-core"],
  [/\p{Letter}|\p{Mark}/u, "fonts-noto-core"],
];

class StartError extends Error {
  constructor(message, hint = "") {
    super(message);
    this.hint = hint;
  }
}

async function loadTypst() {
  try {
    const { NodeCompiler } = await import(PACKAGE);
    const { version } = createRequire(import.meta.url)(`${PACKAGE}/package.json`);
    return { NodeCompiler, version };
  } catch (error) {
    throw new StartError(`cannot load the npm package ${PACKAGE}: ${firstLine(error)}`);
  }
}

function readRequest() {
  let request;
  try {
    request = JSON.parse(fs.readFileSync(0, "utf8"));
  } catch (error) {
    throw new StartError(`standard input is not a JSON request: ${error.message}`);
  }
  for (const key of ["templates", "fonts", "theme", "words", "bundles", "timestamp", "inputs", "jobs"]) {
    if (request?.[key] === undefined) throw new StartError(`the request has no \`${key}\``);
  }
  const isJob = (job) => ["template", "output", "bundle"].every((key) => typeof job?.[key] === "string");
  if (!Array.isArray(request.jobs) || !request.jobs.every(isJob)) {
    throw new StartError("a job has no `template`, `output` or `bundle`");
  }
  for (const folder of [request.templates, ...request.fonts.map(({ folder }) => folder)]) {
    if (!fs.existsSync(folder)) throw new StartError(`no such folder: ${folder}`);
  }
  return {
    ...request,
    root: path.resolve(request.templates),
    own: { folder: request.own?.folder ?? "", files: new Set(request.own?.files ?? []) },
    fonts: request.fonts.map(({ folder, shown }) => ({ folder: path.resolve(folder), shown })),
  };
}

function readBundle(file) {
  try {
    const bytes = fs.readFileSync(file);
    return { bytes, value: JSON.parse(bytes.toString("utf8")) };
  } catch (error) {
    throw new StartError(`cannot read the bundle ${file}: ${error.message}`);
  }
}

// Every text that is printed.
function* texts(value) {
  if (typeof value === "string") yield value;
  else if (value !== null && typeof value === "object") {
    for (const item of Object.values(value)) yield* texts(item);
  }
}

// Typst would take packages from the home folder, or fetch them. Where it looks there is nothing, and the way out
// leads nowhere; guidec lets it open no socket either.
function leaveOutPackages() {
  Object.assign(process.env, {
    XDG_DATA_HOME: "/dev/null",
    XDG_CACHE_HOME: "/dev/null",
    HTTPS_PROXY: "http://127.0.0.1:0",
    https_proxy: "http://127.0.0.1:0",
  });
  delete process.env.NO_PROXY;
  delete process.env.no_proxy;
}

// Typst would also search the machine's own fonts. While it starts, a fontconfig file that lists our
// folders and nothing else keeps a page the same on every machine, and spares the search. It lies beside the bundles,
// so that guidec removes it where this program is killed.
function startTypst(NodeCompiler, root, folders, beside) {
  const escape = (text) =>
    text.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);
  const list = folders.map((folder) => `<dir>${escape(folder)}</dir>`).join("");
  const scratch = fs.mkdtempSync(path.join(path.dirname(beside), "fonts-"));
  try {
    const file = path.join(scratch, "fonts.conf");
    fs.writeFileSync(file, `<?xml version="1.0"?><fontconfig>${list}</fontconfig>`);
    process.env.FONTCONFIG_FILE = file;
    return NodeCompiler.create({
      workspace: root,
      fontArgs: [{ fontPaths: folders }],
    });
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

// Those of `families` that are at hand: Typst warns of the others.
function familiesAtHand(compiler, root, families) {
  const probe = path.join(root, "families.typ");
  compiler.mapShadow(probe, Buffer.from(`#set text(font: ${JSON.stringify(families)
    .replace("[", "(").replace("]", ",)")})\nx`));
  const warnings = compiler.compile({ mainFilePath: probe }).takeWarnings();
  compiler.unmapShadow(probe);
  const unknown = warnings ? compiler.fetchDiagnostics(warnings).map(({ message }) => message) : [];
  return families.filter((family) =>
    !unknown.some((message) => message.includes(`unknown font family: ${family.toLowerCase()}`)));
}

// The fonts to set texts in: the theme's, then ours, then what has other letters.
function chooseFamilies(compiler, request, language) {
  const [base] = language.split("-");
  const place = EAST_ASIAN[language] ?? EAST_ASIAN[base];
  const wanted = [request.theme.font, FAMILY].filter(Boolean);
  const all = [...wanted, ...STAND_INS, ...(place ? [`Noto Sans CJK ${place}`] : []), ...EAST_ASIAN_STAND_INS];
  const found = familiesAtHand(compiler, request.root, [...new Set(all)]);
  if (!found.includes(wanted[0])) {
    throw new StartError(
      `there is no font \`${wanted[0]}\` in ${request.fonts.map(({ shown }) => `\`${shown}\``).join(" or ")}`,
      request.theme.font
        ? "put its files into the folder that `theme.fonts` names, or correct `theme.font`"
        : "install Debian's fonts-open-sans");
  }
  return found;
}

// Paths of all pictures in the bundle: those of exercises, and images in prose.
function* picturePaths(value) {
  if (Array.isArray(value)) {
    for (const item of value) yield* picturePaths(item);
  } else if (value !== null && typeof value === "object") {
    if (value.type === "image" && !/^[a-z][a-z0-9+.-]*:/i.test(value.url)) yield value.url;
    for (const [key, item] of Object.entries(value)) {
      if (key === "pictures" && Array.isArray(item)) {
        for (const picture of item) yield picture.file;
      }
      yield* picturePaths(item);
    }
  }
}

function addBundle(compiler, request, name, bundle, bundleFile) {
  compiler.mapShadow(path.join(request.root, `${name}.json`), bundle.bytes);
  const folder = path.resolve(request.pictures ?? path.dirname(bundleFile));
  for (const file of new Set(picturePaths(bundle.value))) {
    const inside = path.relative(folder, path.resolve(folder, file));
    if (inside.startsWith("..") || path.isAbsolute(inside)) {
      throw new StartError(`picture ${file} lies outside the pictures' folder`);
    }
    let bytes;
    try {
      bytes = fs.readFileSync(path.join(folder, inside));
    } catch (error) {
      throw new StartError(`cannot read picture ${file}: ${error.message}`);
    }
    compiler.mapShadow(path.join(request.root, PICTURES, name, inside), bytes);
  }
}

function addTheme(compiler, { theme, root }, families) {
  const seen = { ...theme, families };
  if (theme.logo) {
    const name = `logo${path.extname(theme.logo.file)}`;
    try {
      compiler.mapShadow(path.join(root, name), fs.readFileSync(theme.logo.file));
    } catch (error) {
      throw new StartError(`cannot read the logo ${theme.logo.file}: ${error.message}`);
    }
    seen.logo = { ...theme.logo, file: `/${name}` };
  }
  compiler.mapShadow(path.join(root, THEME), Buffer.from(JSON.stringify(seen)));
}

// How Typst begins to say that it has no such package.
const PACKAGE_ERROR =
  /^(?:package (?:not found|found, but|specification )|failed to (?:download|decompress|load) package)/;

const firstLine = (error) => String(error?.message ?? error).split("\n")[0];

// One error out of a diagnostic and the calls that led to it (severity 4).
function toErrors(diagnostics, { root, own }) {
  const nameOf = (file) => {
    const name = path.relative(root, file);
    return own.files.has(name) ? path.join(own.folder, name) : name;
  };
  const place = ({ path: file, range }) => ({
    file: file ? nameOf(file) : null,
    line: range ? range.start.line + 1 : null,
    column: range ? range.start.character + 1 : null,
  });
  const errors = [];
  for (const diagnostic of diagnostics) {
    const { file, line, column } = place(diagnostic);
    if (diagnostic.severity === 4 && errors.length > 0) {
      errors.at(-1).hints.push(`${diagnostic.message} at ${file}:${line}:${column}`);
    } else if (PACKAGE_ERROR.test(diagnostic.message)) {
      const hints = ["put its files into the folder that `theme.templates` names, and import them from there"];
      errors.push({ message: "packages cannot be used", file, line, column, hints });
    } else {
      // What Typst names is the copy.
      const shown = (text) => text.replaceAll(`${root}${path.sep}`, own.folder && `${own.folder}${path.sep}`);
      const hints = (diagnostic.hints ?? []).map(shown);
      errors.push({ message: shown(diagnostic.message), file, line, column, hints });
    }
  }
  return errors;
}

// What Typst would print as empty boxes, as one error: which signs, in what text, and what would help.
function missingSigns(messages, bundle, template) {
  const pattern = /the text `"(.*?)"` could not be displayed/su;
  const unescape = (text) => text.replace(/\\u\{([0-9a-f]+)\}/g, (_, code) =>
    String.fromCodePoint(parseInt(code, 16)));
  const signs = [...new Set(messages.map((message) => pattern.exec(message)?.[1]).filter(Boolean))]
    .map(unescape);
  if (signs.length === 0) return null;
  const shown = signs.slice(0, 8).map((sign) => `\`${sign}\``).join(", ");
  const where = [...texts(bundle)].find((text) => text.includes(signs[0]));
  const [, fonts] = PACKAGES.find(([letters]) => letters.test(signs.join(""))) ?? [];
  return {
    message: `no font at hand has ${shown}${signs.length > 8 ? ` and ${signs.length - 8} more` : ""}` +
      (where ? `, as in "${[...where].slice(0, 60).join("")}"` : ""),
    file: template,
    line: null,
    column: null,
    hints: [`${fonts ? `install Debian's ${fonts}` : "take the sign out"}, or put a font that has it into ` +
      "the folder that `theme.fonts` names"],
  };
}

// The PDF exporter throws its diagnostics as Rust debug text, without a place.
function exportErrors(error, template, bundle) {
  const unquote = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return text.slice(1, -1).replaceAll('\\"', '"');
    }
  };
  const string = /"(?:[^"\\]|\\.)*"/g;
  const text = String(error?.message ?? error);
  const pattern = /message: ("(?:[^"\\]|\\.)*"), trace: .*?, hints: \[((?:"(?:[^"\\]|\\.)*"(?:, )?)*)\]/g;
  const errors = [...text.matchAll(pattern)].map(([, message, hints]) => ({
    message: unquote(message),
    file: template,
    line: null,
    column: null,
    hints: [...hints.matchAll(string)].map(([hint]) => unquote(hint)),
  }));
  const missing = missingSigns(errors.map(({ message }) => message), bundle, template);
  if (missing) return [missing];
  return errors.length > 0
    ? errors
    : [{ message: text, file: template, line: null, column: null, hints: [] }];
}

function setPdf(compiler, request, job, bundle) {
  const started = process.hrtime.bigint();
  const inputs = {
    bundle: `/${job.bundle}.json`,
    pictures: `/${PICTURES}/${job.bundle}`,
    theme: `/${THEME}`,
    words: `/${WORDS}`,
    ...request.inputs,
    ...job.inputs,
  };
  const result = compiler.compile({
    mainFilePath: path.join(request.root, job.template),
    inputs: Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, String(value)])),
  });
  const problems = [result.takeError(), result.takeWarnings()].filter(Boolean);
  if (problems.length > 0) {
    const diagnostics = problems.flatMap((problem) => compiler.fetchDiagnostics(problem));
    return { output: job.output, errors: toErrors(diagnostics, request) };
  }
  let pdf;
  try {
    pdf = compiler.pdf(result.result, {
      pdfStandard: "ua-1",
      creationTimestamp: request.timestamp,
    });
  } catch (error) {
    return { output: job.output, errors: exportErrors(error, job.template, bundle) };
  }
  try {
    fs.writeFileSync(job.output, pdf);
  } catch (error) {
    const message = `cannot write the file: ${error.message}`;
    return { output: job.output, errors: [{ message, file: null, line: null, column: null, hints: [] }] };
  }
  const milliseconds = Number((process.hrtime.bigint() - started) / 1000000n);
  return { output: job.output, pages: result.result.numOfPages, milliseconds };
}

async function main() {
  const { NodeCompiler, version } = await loadTypst();
  const request = readRequest();
  const bundles = {};
  for (const [name, file] of Object.entries(request.bundles)) bundles[name] = readBundle(file);
  const values = Object.values(bundles).map(({ value }) => value);
  leaveOutPackages();
  const compiler = startTypst(NodeCompiler, request.root, request.fonts.map(({ folder }) => folder),
    Object.values(request.bundles)[0]);
  for (const [name, file] of Object.entries(request.bundles)) {
    addBundle(compiler, request, name, bundles[name], file);
  }
  addTheme(compiler, request, chooseFamilies(compiler, request, values[0].guide.language));
  compiler.mapShadow(path.join(request.root, WORDS), Buffer.from(JSON.stringify(request.words)));

  const print = (line) => fs.writeSync(1, `${JSON.stringify(line)}\n`);
  print({ typst: version });
  let status = 0;
  for (const job of request.jobs) {
    const outcome = setPdf(compiler, request, job, bundles[job.bundle].value);
    if (outcome.errors) status = 1;
    print(outcome);
  }
  return status;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  fs.writeSync(1, `${JSON.stringify({ error: error.message, hint: error.hint })}\n`);
  process.exitCode = 2;
}
