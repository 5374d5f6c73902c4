#!/usr/bin/env node
// Scores a learner's answers by the rules that the bundle gives: score.mjs PACK ANSWERS
// ANSWERS is a JSON object from a question's id to what was answered, in the form of the bundle's `answer`:
// an id, a list of ids, an object of pairs, or a number. A learner's pack has no key to score by.
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { openPack, run, Unreadable } from './pack.mjs';

const isWithin = (given, { min, max, minSeconds, maxSeconds }) =>
  given >= (min ?? minSeconds) && given <= (max ?? maxSeconds);

// How many parts of the answer are right, by method.
const RIGHT = {
  'all-or-nothing': ({ kind, answer }, given) =>
    Number(kind === 'number' ? isWithin(given, answer) : isDeepStrictEqual(given, answer)),
  'each-choice': ({ choices }, given) =>
    choices.filter(({ id, correct }) => given.includes(id) === correct).length,
  'each-place': ({ answer }, given) => answer.filter((id, place) => given[place] === id).length,
  'each-pair': ({ answer }, given) =>
    Object.entries(answer).filter(([choice, match]) => given[choice] === match).length,
};

// From 0 to the question's points. What was not answered has none.
function scoreOf(question, given) {
  const { points, method, parts } = question.scoring;
  return given === undefined ? 0 : (points * RIGHT[method](question, given)) / parts;
}

const shown = (number) => String(Math.round(number * 100) / 100);

await run(async (file, answersFile) => {
  const { bundle } = await openPack(file);
  if (!bundle.quiz) throw new Unreadable('the guide has no quiz');
  if (bundle.quiz.questions.length === 0) throw new Unreadable('the quiz has no questions');
  if (bundle.edition !== 'instructor') throw new Unreadable("a learner's pack has no key");
  const answers = JSON.parse(await readFile(answersFile, 'utf8'));
  let total = 0;
  let most = 0;
  for (const question of bundle.quiz.questions) {
    const score = scoreOf(question, answers[question.id]);
    total += score;
    const { points } = question.scoring;
    most += points;
    console.log(`${shown(score).padEnd(4)}  ${question.id}`);
    if (score < points && question.why) console.log(`      ${question.why.text}`);
  }
  console.log(`${shown(total)} of ${most}`);
});
