// Sets all PDFs of a build in one process: Typst starts once and its caches serve every template.
//
// Standard input: one JSON object
//   {"templates": DIR, "fonts": [DIR, …], "bundles": {"learner": FILE}, "timestamp": UNIX SECONDS,
//    "paper": "a4", "jobs": [{"template": "handout.typ", "output": FILE, "bundle": "learner",
//    "inputs": {"exercise": "plank"}}]}
// Standard output: one JSON line {"typst": VERSION OF THE PACKAGE}, then one a job, as it finishes
//   {"output", "pages", "milliseconds"}
//   {"output", "errors": [{"message", "file", "line", "column", "hints"}]}
// `file` is relative to the templates; `file`, `line` and `column` (from 1) are null where Typst
// names no place. Exit status: 0 all set, 1 a template failed, 2 could not start (one line
// {"error"}).
//
// The folder of each output exists already. A template sees the templates folder as its root, its job's
// bundle as the file `sys.inputs.bundle` and the bundle's pictures below the folder
// `sys.inputs.pictures`; their paths are relative to the bundle's folder, or to the request's
// `pictures` where it has one. Typst's warnings are errors here: an unknown font or a layout that
// does not settle is no page to hand out.

import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const PACKAGE = "@myriaddreamin/typst-ts-node-compiler";
const PICTURES = "pictures";

class StartError extends Error {}

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
  for (const key of ["templates", "fonts", "bundles", "timestamp", "paper", "jobs"]) {
    if (request?.[key] === undefined) throw new StartError(`the request has no \`${key}\``);
  }
  for (const folder of [request.templates, ...request.fonts]) {
    if (!fs.existsSync(folder)) throw new StartError(`no such folder: ${folder}`);
  }
  return { ...request, templates: path.resolve(request.templates) };
}

function readBundle(file) {
  try {
    const bytes = fs.readFileSync(file);
    return { bytes, value: JSON.parse(bytes.toString("utf8")) };
  } catch (error) {
    throw new StartError(`cannot read the bundle ${file}: ${error.message}`);
  }
}

// Typst would also search the machine's own fonts. While it starts, a fontconfig file that lists our
// folders and nothing else keeps a page the same on every machine, and spares the search.
function startTypst(NodeCompiler, request) {
  const folders = request.fonts.map((folder) => path.resolve(folder));
  const escape = (text) =>
    text.replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`);
  const list = folders.map((folder) => `<dir>${escape(folder)}</dir>`).join("");
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "guidec-fonts-"));
  try {
    const file = path.join(scratch, "fonts.conf");
    fs.writeFileSync(file, `<?xml version="1.0"?><fontconfig>${list}</fontconfig>`);
    process.env.FONTCONFIG_FILE = file;
    return NodeCompiler.create({
      workspace: request.templates,
      fontArgs: [{ fontPaths: folders }],
    });
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
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

function addBundle(compiler, request, name, bundleFile) {
  const bundle = readBundle(bundleFile);
  compiler.mapShadow(path.join(request.templates, `${name}.json`), bundle.bytes);
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
    compiler.mapShadow(path.join(request.templates, PICTURES, name, inside), bytes);
  }
}

const firstLine = (error) => String(error?.message ?? error).split("\n")[0];

// One error out of a diagnostic and the calls that led to it (severity 4).
function toErrors(diagnostics, templates) {
  const place = ({ path: file, range }) => ({
    file: file ? path.relative(templates, file) : null,
    line: range ? range.start.line + 1 : null,
    column: range ? range.start.character + 1 : null,
  });
  const errors = [];
  for (const diagnostic of diagnostics) {
    const { file, line, column } = place(diagnostic);
    if (diagnostic.severity === 4 && errors.length > 0) {
      errors.at(-1).hints.push(`${diagnostic.message} at ${file}:${line}:${column}`);
    } else {
      const hints = diagnostic.hints ?? [];
      errors.push({ message: diagnostic.message, file, line, column, hints: [...hints] });
    }
  }
  return errors;
}

// The PDF exporter throws its diagnostics as Rust debug text, without a place.
function exportErrors(error, template) {
  const unquote = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return text.slice(1, -1);
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
  return errors.length > 0
    ? errors
    : [{ message: text, file: template, line: null, column: null, hints: [] }];
}

function setPdf(compiler, request, job) {
  const started = process.hrtime.bigint();
  const inputs = {
    bundle: `/${job.bundle}.json`,
    pictures: `/${PICTURES}/${job.bundle}`,
    paper: request.paper,
    ...job.inputs,
  };
  const result = compiler.compile({
    mainFilePath: path.join(request.templates, job.template),
    inputs: Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, String(value)])),
  });
  const problems = [result.takeError(), result.takeWarnings()].filter(Boolean);
  if (problems.length > 0) {
    const diagnostics = problems.flatMap((problem) => compiler.fetchDiagnostics(problem));
    return { output: job.output, errors: toErrors(diagnostics, request.templates) };
  }
  let pdf;
  try {
    pdf = compiler.pdf(result.result, {
      pdfStandard: "ua-1",
      creationTimestamp: request.timestamp,
    });
  } catch (error) {
    return { output: job.output, errors: exportErrors(error, job.template) };
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
  const compiler = startTypst(NodeCompiler, request);
  for (const [name, file] of Object.entries(request.bundles)) addBundle(compiler, request, name, file);

  const print = (line) => fs.writeSync(1, `${JSON.stringify(line)}\n`);
  print({ typst: version });
  let status = 0;
  for (const job of request.jobs) {
    const outcome = setPdf(compiler, request, job);
    if (outcome.errors) status = 1;
    print(outcome);
  }
  return status;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  fs.writeSync(1, `${JSON.stringify({ error: error.message })}\n`);
  process.exitCode = 2;
}
