#!/usr/bin/env bash
# Shows that the readers reject what is broken: selftest.sh GUIDE FOLDER, the folder of a sound delivery.
set -euo pipefail
here=$(dirname "$(realpath "$0")")
(($# == 2)) || { echo 'usage: selftest.sh GUIDE FOLDER' >&2; exit 2; }
guide=$1
folder=$(realpath "$2")

# shellcheck source=tests/conformance/verdicts.sh
source "$here/../conformance/verdicts.sh"

# pack NAME SCRIPT [sealed]: the guide's pack with a `bundle` that the script has changed; sealed, the
# manifest vouches for it all the same.
pack() {
  mkdir "$1"
  (cd "$1" && unzip -q "$folder/$guide.zip" && node --eval "
    const fs = require('fs'), crypto = require('crypto');
    const bundle = JSON.parse(fs.readFileSync('bundle.json', 'utf8'));
    const manifest = JSON.parse(fs.readFileSync('manifest.json', 'utf8'));
    $2;
    fs.writeFileSync('bundle.json', JSON.stringify(bundle));
    if ('${3-}' === 'sealed') {
      const bytes = fs.readFileSync('bundle.json');
      Object.assign(manifest.files.find(({ path }) => path === 'bundle.json'),
        { size: bytes.length, sha256: crypto.createHash('sha256').update(bytes).digest('hex') });
      fs.writeFileSync('manifest.json', JSON.stringify(manifest));
    }" && zip -q -r "../$1.zip" .)
}

pack sound '' sealed
accepts_quietly() { "$here/session.mjs" "$1" >/dev/null || { echo "session.mjs rejects $1"; failed=$((failed + 1)); }; }
accepts_quietly sound.zip
pack touched 'bundle.guide.title += "!"'
rejects 'a pack that was touched' 'bundle.json is damaged' session.mjs touched.zip
pack newer 'bundle.bundleVersion = "3.0.0"' sealed
rejects 'a later major version' 'of version 3.0.0' session.mjs newer.zip
pack other 'bundle.format = "other"' sealed
rejects 'another format' 'no bundle' session.mjs other.zip
pack slow 'bundle.routine.timeline.cues[2].plannedSeconds = 99' sealed
rejects 'a cue that runs over' 'the clock is at' session.mjs slow.zip
pack long 'bundle.routine.timeline.plannedSeconds += 1' sealed
rejects 'a total that is wrong' 'ends at' session.mjs long.zip
pack twins 'bundle.routine.timeline.cues[1].id = bundle.routine.timeline.cues[0].id' sealed
rejects 'two cues of one name' 'the same id' session.mjs twins.zip
pack lacking 'bundle.assets.push({ path: "pictures/x.png", sizeBytes: 1, sha256: "" })' sealed
rejects 'a pack without its picture' 'lacks pictures/x.png' session.mjs lacking.zip

# Every way of counting: all or nothing, and parts that count by themselves.
cat >answers.json <<'JSON'
{ "one": "b", "some": ["a", "c"], "order": ["x", "z", "y"], "pairs": { "p": "1", "q": "1" }, "number": 35 }
JSON
pack scored '
  const choices = (...ids) => ids.map(([id, correct]) => ({ id, correct }));
  const scoring = (method, parts, points = 1) => ({ points, method, parts });
  bundle.edition = "instructor";
  bundle.quiz = { questions: [
    { id: "one", kind: "single-choice", answer: "b", scoring: scoring("all-or-nothing", 1, 2) },
    { id: "some", scoring: scoring("each-choice", 4), choices: choices(["a", true], ["b", true], ["c", false], ["d", false]) },
    { id: "order", answer: ["x", "y", "z"], scoring: scoring("each-place", 3) },
    { id: "pairs", answer: { p: "1", q: "2" }, scoring: scoring("each-pair", 2), why: { text: "Two." } },
    { id: "number", kind: "number", answer: { minSeconds: 30, maxSeconds: 40 }, scoring: scoring("all-or-nothing", 1) },
    { id: "unanswered", answer: "a", scoring: scoring("all-or-nothing", 1) },
  ] }' sealed
cat >expected.txt <<'TEXT'
2     one
0.5   some
0.33  order
0.5   pairs
      Two.
1     number
0     unanswered
4.33 of 7
TEXT
accepts_same() { diff <("$here/score.mjs" "$1" answers.json) "$2" || failed=$((failed + 1)); }
accepts_same scored.zip expected.txt

head -n -1 "$folder/$guide.ndjson" >cut.ndjson
rejects 'a stream without its end' 'was cut' stream.mjs cut.ndjson "$folder/$guide.json"
sed 3d "$folder/$guide.ndjson" >short.ndjson
rejects 'a stream that lacks a record' 'was cut' stream.mjs short.ndjson "$folder/$guide.json"
rejects 'a stream of another edition' 'not the `edition` of' \
  stream.mjs "$folder/instructor/$guide.ndjson" "$folder/$guide.json"

change() { node --eval "const b = JSON.parse(require('fs').readFileSync('$folder/$guide.json')); $1;
  console.log(JSON.stringify(b))" >changed.json; }
change 'b.exercises[0].steps[0].text += "."'
rejects 'a text that is not its tree' 'changed.json: ' prose.mjs changed.json
change 'b.exercises[0].steps[0].mdast.children[0].children.push({ type: "text", value: "More." })'
rejects 'a tree that is not its text' 'changed.json: ' prose.mjs changed.json
change 'b.guide.sections[1].id = b.guide.sections[0].id'
rejects 'two sections of one name' 'is there twice' links.mjs changed.json
change 'b.routine.exercises[0] = "nothing"'
rejects 'an exercise that is not there' 'no exercise `nothing`' links.mjs changed.json
change 'b.references.pop()'
rejects 'a source that is not there' 'no reference' links.mjs changed.json

released=$here/../conformance/released/bundle-1.1.0.schema.json
compatible() { node --eval "const s = JSON.parse(require('fs').readFileSync('$released')); $1;
  console.log(JSON.stringify(s)); console.error(JSON.stringify({ bundleVersion: '$2' }))" >schema.json 2>version.json; }
judge=(../conformance/bundle_compatibility.py "$released" schema.json version.json)
compatible 's.definitions.exercise.properties.colour = { type: "string" }' 1.2.0
accepts 'a new key with a minor version' "${judge[@]}"
compatible 's.definitions.exercise.properties.colour = { type: "string" }' 1.1.1
rejects 'a new key with a patch' 'minor: /exercises[]: the key `colour` came' "${judge[@]}"
compatible 's.definitions.cue.properties.kind.enum.push("breathe")' 1.2.0
accepts 'a new kind with a minor version' "${judge[@]}"
compatible 's.definitions.exercise.properties.sides.enum.push("either")' 1.2.0
rejects 'a new value of a closed list' 'the value `either` came' "${judge[@]}"
compatible 'delete s.definitions.exercise.properties.purpose' 1.2.0
rejects 'a key that went' 'the key `purpose` went' "${judge[@]}"
compatible 's.definitions.cue.required = s.definitions.cue.required.filter((key) => key !== "label")' 1.2.0
rejects 'a key that may be missing' 'the key `label` is not always there' "${judge[@]}"
compatible 's.definitions.cue.properties.seconds.type = "number"' 1.2.0
rejects 'another type' '`type` was integer and is number' "${judge[@]}"
compatible 's.definitions.cue.properties.seconds.type = "number"' 2.0.0
accepts 'another type with a major version' "${judge[@]}"
compatible 's.definitions.cue.properties.seconds.description = "Other words."' 1.1.1
accepts 'other words with a patch' "${judge[@]}"
compatible '' 1.0.0
rejects 'a version that falls' 'the version fell' "${judge[@]}"

verdict
