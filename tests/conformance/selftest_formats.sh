#!/usr/bin/env bash
# Shows that formats.py and, with the argument `all`, the judges of ci/conformance accept the reports of
# a sound guidec and reject those of a broken one; with `sound`, only the first:
# selftest_formats.sh GUIDEC SOURCES [sound | all [JUNIT-SCHEMA]]
set -euo pipefail
here=$(dirname "$(realpath "$0")")
guidec=$(realpath "$1")
sources=$(realpath "$2")
schema=${4:+$(realpath "$4")}

# shellcheck source=tests/conformance/verdicts.sh
source "$here/verdicts.sh"

cp -r "$sources" clean
"$here/broken_workspace.py" "$sources" broken

mkdir reports
for format in text concise json jsonl sarif github gitlab junit checkstyle rdjson; do
  # Exit status 1 says that there are findings.
  "$guidec" lint broken --color never --max-findings 0 --format "$format" >"reports/$format" || (($? == 1))
done

# broken_guidec FORMAT COMMAND: a guidec that repeats those reports, that format through a command.
broken_guidec() {
  cat >"$1" <<SH
#!/bin/bash
if [[ \${!#} == $1 ]]; then $2 <reports/$1; else cat "reports/\${!#}"; fi
exit 1
SH
  chmod +x "$1"
}

accepts 'the reports of a clean workspace' formats.py "$guidec" clean
accepts 'the reports of a broken workspace' formats.py "$guidec" broken 80
if [[ ${3-} == sound ]]; then
  verdict
  exit
fi
rejects 'findings that are not there' 'findings, 1000 expected' formats.py "$guidec" clean 1000

broken_guidec jsonl 'head --lines=-1'
rejects 'a finding too few' 'findings, ' formats.py ./jsonl broken
broken_guidec text "sed 's/^error/error\\x1b[0m/'"
rejects 'a control character' 'text: a control character' formats.py ./text broken
broken_guidec concise "sed 's/:1:14:/:1:15:/'"
rejects 'another column' 'where json has' formats.py ./concise broken
broken_guidec sarif "sed 's/\"startColumn\": 14/\"startColumn\": 15/'"
rejects 'a column that is not the byte' 'is not byte' formats.py ./sarif broken
broken_guidec github "sed 's/%25/%/g'"
rejects 'an escape too few' 'github: ' formats.py ./github broken
broken_guidec gitlab "sed 's/\"fingerprint\": .*/\"fingerprint\": \"a\",/'"
rejects 'equal fingerprints' 'a fingerprint twice' formats.py ./gitlab broken
broken_guidec rdjson "sed 's/\"ERROR\"/\"WARNING\"/'"
rejects 'another severity' 'rdjson: ' formats.py ./rdjson broken
broken_guidec junit "sed 's/&lt;/</g'"
rejects 'markup in XML' 'ParseError' formats.py ./junit broken
broken_guidec checkstyle "sed 's/&#10;/ /g'"
rejects 'a lost line end' 'checkstyle: ' formats.py ./checkstyle broken
broken_guidec json "sed 's/\"byteBegin\": 1/\"byteBegin\": 2/'"
rejects 'JSON that is wrong of the file' 'where json has' formats.py ./json broken

if [[ ${3-} == all ]]; then
  cp reports/sarif sound.sarif
  accepts 'sound SARIF' sarif.mjs sound.sarif
  sed 's/"ruleIndex": [0-9]*/"ruleIndex": 9999/' sound.sarif >index.sarif
  rejects 'a rule that is not there' SARIF1009 sarif.mjs index.sarif
  sed 's/"level": "error"/"level": "fatal"/' sound.sarif >level.sarif
  rejects 'a level that is not there' 'allowed values' sarif.mjs level.sarif
  rejects 'what the Multitool cannot read' 'did not read it' sarif.mjs level.sarif
  sed 's/"fullDescription"/"longDescription"/' sound.sarif >key.sarif
  rejects 'an unknown key' longDescription sarif.mjs key.sarif
fi

if [[ -n $schema ]]; then
  cp reports/junit sound.xml
  accepts 'sound JUnit' junit.sh "$schema" sound.xml
  sed 's/<failure /<fault /; s/<\/failure>/<\/fault>/' sound.xml >element.xml
  rejects 'an unknown element' fault junit.sh "$schema" element.xml
  sed 's/ tests="[0-9]*"//' sound.xml >attribute.xml
  rejects 'a missing attribute' "attribute 'tests' is required" junit.sh "$schema" attribute.xml
  tr '[' '\033' <sound.xml >control.xml
  rejects 'a control character' 'PCDATA invalid Char' junit.sh "$schema" control.xml
fi

verdict
