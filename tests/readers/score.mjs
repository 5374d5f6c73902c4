#!/usr/bin/env node
// Scores a learner's answers: score.mjs PACK ANSWERS
// ANSWERS is a JSON object from a question's id to the id of the choice that was given. A learner's pack has
// no key to score by.
import { readFile } from 'node:fs/promises';
import { openPack, run, Unreadable } from './pack.mjs';

function scoreOf({ choices }, given) {
  return choices.some(({ id, correct }) => correct && id === given) ? 1 : 0;
}

await run(async (file, answersFile) => {
  const { bundle } = await openPack(file);
  if (!bundle.quiz) throw new Unreadable('the guide has no quiz');
  if (bundle.edition !== 'instructor') throw new Unreadable('a learner\'s pack has no key');
  const answers = JSON.parse(await readFile(answersFile, 'utf8'));
  let total = 0;
  for (const question of bundle.quiz.questions) {
    const score = scoreOf(question, answers[question.id]);
    total += score;
    console.log(`${score}  ${question.id}`);
    if (score < 1 && question.why) console.log(`   ${question.why.text}`);
  }
  console.log(`${total} of ${bundle.quiz.questions.length}`);
});
