"""A small sound workspace, to which the attacks add theirs."""

EXERCISE = """# yaml-language-server: $schema=x/exercise.schema.json
id: plank
name: Plank
kind: strength
purpose: Builds strength around your trunk.
equipment: [mat]
sides: together
dose:
  hold: 30 s
steps:
  - Rest on your forearms on a mat.
  - Hold for {hold}.
stop-if: You feel sharp pain.
"""
# Without its sections.
GUIDE = """# yaml-language-server: $schema=x/guide.schema.json
id: hips
title: Hip pain
language: en-US
version: 1.0.0
authors: [A. Writer]
licence: CC-BY-4.0
reviewed: 2026-11-22
review-every: 24 months
main-message: Rest first.
seek-help-if: [You cannot put weight on your leg.]
disclaimer: This guide does not replace advice from your doctor.
"""
