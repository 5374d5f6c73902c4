#!/usr/bin/env node
// A session timer that knows nothing of exercises: session.mjs PACK
// Runs the routine, or each exercise where the guide has none, on a clock of its own: prints when each cue
// begins and what a voice says, and fails when the clock does not end where the bundle says.
import { openPack, run, Unreadable } from './pack.mjs';

const clock = (seconds) => `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;

function runTimeline(title, timeline) {
  console.log(title);
  if (timeline.cues.length === 0) throw new Unreadable('no cue to call');
  let now = 0;
  for (const cue of timeline.cues) {
    const start = cue.plannedStartSeconds ?? cue.startSeconds;
    if (start !== now) throw new Unreadable(`${cue.id} begins at ${start} s, the clock is at ${now} s`);
    console.log(`${clock(now)}  ${cue.say ?? cue.label}${cue.openEnded ? ' [waits for you]' : ''}`);
    now += cue.plannedSeconds ?? cue.seconds;
  }
  console.log(`${clock(now)}  Done.`);
  if (now !== timeline.plannedSeconds) throw new Unreadable(`ends at ${now} s, not ${timeline.plannedSeconds} s`);
  const ids = timeline.cues.map((cue) => cue.id);
  if (new Set(ids).size !== ids.length) throw new Unreadable('two cues have the same id');
}

await run(async (file) => {
  const { bundle } = await openPack(file);
  if (bundle.routine) {
    runTimeline(bundle.routine.title ?? bundle.guide.title, bundle.routine.timeline);
  } else {
    bundle.exercises.forEach(({ name, timeline }) => runTimeline(name, timeline));
  }
  if (!bundle.routine && bundle.exercises.length === 0) console.log(`${bundle.guide.title}: no exercises`);
});
