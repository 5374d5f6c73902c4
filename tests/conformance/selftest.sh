#!/usr/bin/env bash
# Shows that every judge accepts what is sound and rejects what is broken. Makes its own inputs.
set -euo pipefail
here=$(dirname "$(realpath "$0")")

# shellcheck source=tests/conformance/verdicts.sh
source "$here/verdicts.sh"

# document FILE MARKDOWN [PANDOC OPTION...]
document() {
  pandoc --from markdown --output "$1" --metadata title=Test --metadata lang=en "${@:3}" <<<"$2"
}

# Each argument is FILE=TYPST.
pdfs() { node "$here/pdfs.mjs" "$@"; }

document sound.epub 'Sound.'
document broken-link.epub '[A link](nowhere.xhtml) that leads nowhere.'
document unused-file.epub 'A file that no page shows.' --epub-embed-font="$here/selftest.sh"
accepts 'a sound EPUB' epubcheck.mjs sound.epub
rejects 'a broken link' RSC-007 epubcheck.mjs sound.epub broken-link.epub
rejects 'mere advice on usage' OPF-097 epubcheck.mjs unused-file.epub

figure='#figure(rect[Up], alt: "An arrow that points up")'
pdfs sound.pdf="= One"$'\n'"$figure"$'\n== Two\nText.' plain.pdf='= One'
/usr/bin/python3 - <<'PY'
import pikepdf


def variant(name, change):
    with pikepdf.open("sound.pdf") as pdf:
        change(pdf)
        pdf.save(f"{name}.pdf")


def with_role(pdf, role):
    return next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == role)


def untag(pdf):
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def untitle(pdf):
    del pdf.Root.Metadata


def remove_bookmarks(pdf):
    del pdf.Root.Outlines


def remove_language(pdf):
    del pdf.Root.Lang


def remove_alternative_text(pdf):
    del with_role(pdf, "/Figure").Alt


def skip_a_level(pdf):
    with_role(pdf, "/H2").S = pikepdf.Name.H3


def remove_fonts(pdf):
    for value in pdf.objects:
        if isinstance(value, pikepdf.Dictionary):
            for key in ("/FontFile2", "/FontFile3"):
                if key in value:
                    del value[key]


for change in (
    untag,
    untitle,
    remove_bookmarks,
    remove_language,
    remove_alternative_text,
    skip_a_level,
    remove_fonts,
):
    variant(change.__name__, change)
PY
accepts 'a sound PDF' pdf_ua.sh sound.pdf plain.pdf
rejects 'an untagged PDF' 'untag.pdf: PDF/UA-1 7.1' pdf_ua.sh sound.pdf untag.pdf
rejects 'a PDF without alternative text' 'PDF/UA-1 7.3' pdf_ua.sh remove_alternative_text.pdf

rejects 'what is no PDF' 'not a PDF' pdf_ua.sh sound.epub

structure=(pdf_structure.py --figures 1 --bookmarks)
accepts 'a sound PDF' "${structure[@]}" sound.pdf
accepts 'a PDF without figures' pdf_structure.py plain.pdf
rejects 'a figure too few' '0 figures, 1 expected' "${structure[@]}" plain.pdf
rejects 'a figure too many' '1 figures, 0 expected' pdf_structure.py sound.pdf
for pictures in '{}' '{}, {}'; do
  guide=guide-${#pictures}
  mkdir -p "$guide/handouts" "$guide/instructor"
  cp sound.pdf "$guide/handouts/plank.pdf"
  echo "{\"exercises\": [{\"id\": \"plank\", \"pictures\": [$pictures]}]}" |
    tee "$guide/$guide.json" >"$guide/instructor/$guide.json"
done
accepts 'the picture that the bundle has' pdf_structure.py --guide guide-2
rejects 'a picture left out' '1 figures, 2 expected' pdf_structure.py --guide guide-6
mkdir -p sheet/handouts
echo '{"exercises": [{"id": "plank", "stopIf": [{"text": "It hurts."}]}]}' >sheet/sheet.json
pdfs sheet/handouts/plank.pdf='It hurts.'
accepts 'a stop rule on the front' pdf_front.py sheet
pdfs sheet/handouts/plank.pdf='Hold. #pagebreak() It hurts.'
rejects 'a stop rule overleaf' 'is not on the first page' pdf_front.py sheet
rejects 'an untagged PDF' 'not tagged' "${structure[@]}" untag.pdf
rejects 'a PDF without a title' 'no title' "${structure[@]}" untitle.pdf
rejects 'a PDF without bookmarks' 'no bookmarks' "${structure[@]}" remove_bookmarks.pdf
rejects 'a PDF without a language' 'no language' "${structure[@]}" remove_language.pdf
rejects 'a figure without alternative text' '1 figures without' \
  "${structure[@]}" remove_alternative_text.pdf
rejects 'a skipped heading level' 'level 3 follows one of level 1' "${structure[@]}" skip_a_level.pdf
rejects 'a font that is not embedded' 'is not embedded' "${structure[@]}" remove_fonts.pdf

pdfs off.pdf='#place(dx: -3cm)[Outside]' over.pdf='Words.#place(dy: -1em)[Others.]'
accepts 'words on their page' pdf_page.py sound.pdf plain.pdf
rejects 'a word beside the page' 'is not on the page' pdf_page.py sound.pdf off.pdf
rejects 'a word on another' '` lies on `' pdf_page.py over.pdf

# shellcheck disable=SC2016  # "$schema" is a key of JSON
draft='"$schema": "http://json-schema.org/draft-07/schema#"'
echo "{$draft, \"required\": [\"id\"], \"x-guidec-note\": 1}" >sound.schema.json
echo "{$draft, \"requried\": [\"id\"]}" >misspelt.schema.json
echo '{"id": "a"}' >sound.json
echo '{"name": "a"}' >incomplete.json
accepts 'sound JSON' json_schema.mjs sound.schema.json sound.json
rejects 'incomplete JSON' "required property 'id'" \
  json_schema.mjs sound.schema.json sound.json incomplete.json
accepts 'a sound schema' json_schema.mjs --schemas sound.schema.json
rejects 'a misspelt schema' 'unknown keyword: "requried"' json_schema.mjs --schemas sound.schema.json misspelt.schema.json
accepts 'two schemas in one process' json_schema.mjs sound.schema.json --holds id sound.json -- sound.schema.json sound.json
rejects 'a fault in the second of two' "incomplete.json: /: must have required property 'id'" \
  json_schema.mjs sound.schema.json sound.json -- sound.schema.json incomplete.json

why='A warm muscle gives more easily than a cold one, and so it is less likely to tear.'
answer='Answer: B. A warm one'
cat >bundle.json <<JSON
{"quiz": {"questions": [{"ask": {"text": "Which muscle gives?"}, "answer": "warm", "why": {"text": "$why"},
 "choices": [{"id": "cold", "text": {"text": "A cold one"}}, {"id": "warm", "text": {"text": "A warm one"}}]}]}}
JSON
echo '{"quiz": {"questions": [{"ask": {"text": "Why?"}}]}}' >unexplained.json
narrow='#set page(width: 6cm)'$'\n#set par(justify: true)\n'
pdfs key.pdf="$narrow $why" quiz.pdf='Why warm up?' leaking.pdf="$narrow Why warm up? $why" \
  answering.pdf="$narrow A warm one. $answer" hiding.pdf="#set document(description: \"$why\")"$'\nWhy?'
secret=(no_leak.py --bundle bundle.json --key key.pdf)
accepts 'a PDF that tells nothing' "${secret[@]}" quiz.pdf
rejects 'a PDF that tells' 'leaking.pdf: tells: A warm' "${secret[@]}" quiz.pdf leaking.pdf
rejects 'a PDF that answers' 'answering.pdf: tells: the answer' "${secret[@]}" answering.pdf
rejects 'a PDF whose metadata tell' 'hiding.pdf: tells' "${secret[@]}" hiding.pdf
for format in epub docx odt html md rst; do
  text="Why warm up? A warm one."
  document "quiz.$format" "$text" --standalone
  document "leaking.$format" "$text $why" --standalone
  document "answering.$format" "$text $answer" --standalone
  document "proving.$format" "$text Where the guide says so: here" --standalone
  accepts "$format that tells nothing" "${secret[@]}" "quiz.$format"
  rejects "$format that tells" "leaking.$format: tells: A warm" "${secret[@]}" "leaking.$format"
  rejects "$format that answers" "answering.$format: tells: the answer" "${secret[@]}" "answering.$format"
  rejects "$format that proves" "proving.$format: tells: Where" "${secret[@]}" "proving.$format"
done
for format in epub docx odt html; do
  document "hiding.$format" 'Why warm up?' --standalone --metadata description="$why"
  rejects "$format whose metadata tell" "hiding.$format: tells" "${secret[@]}" "hiding.$format"
done
for format in epub html; do
  document "speaking.$format" "[Why]{title='$why'} warm up?" --standalone
  document "commenting.$format" "Why warm up? <!-- $why -->" --standalone
  rejects "$format with an attribute that tells" tells "${secret[@]}" "speaking.$format"
  rejects "$format with a comment that tells" tells "${secret[@]}" "commenting.$format"
done
/usr/bin/python3 -m zipfile -c pack.zip quiz.docx leaking.odt
rejects 'an archive in an archive that tells' 'pack.zip: tells' "${secret[@]}" pack.zip
rejects 'a file that should tell' 'quiz.md: tells nothing' "${secret[@]}" --seen leaking.md quiz.md
accepts 'JSON that tells nothing' "${secret[@]}" unexplained.json
rejects 'a bundle that tells' 'bundle.json: tells' "${secret[@]}" bundle.json
for key in '"answer": "x"' '"why": {}' '"proof": {}' '"provenAt": {}' '"choices": [{"correct": false}]'; do
  echo "{\"ask\": \"?\", $key}" | tee keyed.json >keyed.ndjson
  rejects "JSON with $key" 'tells: the key' "${secret[@]}" keyed.json
  rejects "records with $key" 'tells: the key' "${secret[@]}" keyed.ndjson
done
rejects 'a key that lacks a reason' 'quiz.pdf: lacks' no_leak.py --bundle bundle.json --key quiz.pdf quiz.pdf
rejects 'a bundle without reasons' 'no question has' \
  no_leak.py --bundle unexplained.json --key key.pdf quiz.pdf

dot='<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4" cx="4" cy="4"/></svg>'
echo "$dot" >dot.svg
echo '{"exercises": [{"pictures": [{"file": "dot.svg", "alt": "A dot."}]}]}' >pictured.json
words=(alternatives.py --bundle pictured.json)
pdfs pictured.pdf='#figure(rect[Up], alt: "A dot.")' other.pdf='#figure(rect[Up], alt: "A line.")'
accepts 'a PDF with its words' "${words[@]}" pictured.pdf
rejects 'a PDF with other words' 'no picture says: A dot.' "${words[@]}" other.pdf
for format in epub docx html; do
  document "pictured.$format" 'Look: ![A dot.](dot.svg) here' --standalone
  document "silent.$format" 'Look: ![](dot.svg) here' --standalone
  document "twice.$format" 'Look: ![A dot.](dot.svg) ![A dot.](dot.svg) here' --standalone
  accepts "$format with its words" "${words[@]}" "pictured.$format"
  rejects "silent $format" "silent.$format: no picture says" "${words[@]}" "silent.$format"
  rejects "$format with a picture too many" "twice.$format: a picture that" "${words[@]}" "twice.$format"
done

# compiler NAME SHELL: a compiler that writes what the shell command prints.
compiler() {
  printf '#!/bin/bash\nmkdir -p outputs/guide/instructor\n%s >outputs/guide/instructor/artefact.json\n' "$2" >"$1"
  chmod +x "$1"
}
mkdir sources
echo 'content' >sources/guide.yaml
compiler faithful 'cat sources/guide.yaml'
accepts 'a faithful compiler' reproducible.sh faithful sources json
compiler leaks-folder pwd
# shellcheck disable=SC2016  # the compiler expands it
compiler leaks-home 'echo "$HOME"'
compiler leaks-date 'date --utc +%F'
compiler leaks-zone 'date --date=@0'
compiler leaks-language 'printf %.1f 1'
compiler leaks-umask umask
if (($(nproc) > 1)); then compiler leaks-processors nproc; fi
if ((EUID == 0)); then
  compiler leaks-user 'id -u'
  chmod 755 .
fi
for leak in leaks-*; do
  rejects "a compiler that $leak" 'outputs/guide/instructor/artefact.json differ' reproducible.sh "$leak" sources json
done
compiler leaks 'echo "${SOURCE_DATE_EPOCH-}"'
rejects 'a compiler that dates what bears no date' 'SOURCE_DATE_EPOCH changed: json' \
  reproducible.sh leaks sources json
rejects 'a compiler that forgets a format' 'no .ndjson was built' reproducible.sh faithful sources json,ndjson
compiler broken 'echo no room >&2; exit 2'
rejects 'a compiler that fails' 'no room' reproducible.sh broken sources json
compiler idle 'rm -r outputs; mkdir outputs; exit 0; true'
rejects 'a compiler that builds nothing' 'built nothing' reproducible.sh idle sources json
mkdir -p earlier/guide/instructor
cp sources/guide.yaml earlier/guide/instructor/artefact.json
accepts 'what was built already' reproducible.sh faithful sources json earlier
echo 'other' >earlier/guide/instructor/artefact.json
rejects 'what was built otherwise' 'artefact.json differ' reproducible.sh faithful sources json earlier

printf '.TH TEST 1 "" "test" "User Commands"\n.SH NAME\ntest \\- a page\n' >sound.1
printf '.TH TEST 1 "" "test" "User Commands"\n.SH NAME\ntest \\- \\fXa page\n.RE\n' >broken.1
accepts 'a sound man page' man_page.sh sound.1
rejects 'a broken man page' 'broken.1' man_page.sh sound.1 broken.1

verdict
