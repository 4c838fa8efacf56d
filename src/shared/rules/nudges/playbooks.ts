/**
 * Small gestures that suit an occasion, to choose from. Each is one sentence that could be done this week, by anybody,
 * for nearly no money. Change and add freely: nothing else depends on their words.
 */
const playbooks = {
  birthday: [
    'Call instead of writing, even if only for two minutes.',
    'Write a card by hand, and name one thing that you enjoyed together this year.',
    'Ask how they would like to celebrate, and offer to come along.',
    'Send a photo of the two of you from an earlier year.',
  ],
  anniversary: [
    'Write one line to say that you thought of the day.',
    'Send a photo from back then.',
    'Ask what they remember best of it.',
  ],
  remembrance: [
    'Write a line that asks for no answer: you are thinking of them today.',
    'Say the name of the person who is missed, and something you remember of them.',
    'Offer a walk, or to sit together, on a day of their choosing.',
    'Bring a meal, or flowers.',
  ],
  newJob: [
    'Congratulate them in their own name, with no request behind it.',
    'Ask what they look forward to most, and what they are nervous about.',
    'Introduce them to somebody who works near their new place, if both would like it.',
    'Make a note to ask again in a month, when the first days are over.',
  ],
  thank: [
    'Say what came of it, so that they know that it mattered.',
    'Write it by hand.',
    'Pass it on: say a good word of them to somebody who should hear it.',
  ],
  timeToMeet: [
    'Suggest one place and one day, so that saying yes is easy.',
    'A walk is easier to agree to than a dinner.',
    'If they live far away, suggest a call with pictures, and a day when one of you travels.',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PlaybookName = keyof typeof playbooks;

/** The gestures of a playbook, easiest first; none for none. */
export function gesturesOf(name: PlaybookName | null): readonly string[] {
  return name === null ? [] : playbooks[name];
}
