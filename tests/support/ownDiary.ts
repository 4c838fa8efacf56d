/** A few days written for tests, for where the sample of a real diary is not at hand. */
export const ownDiary: readonly { readonly day: string; readonly text: string }[] = [
  {
    day: '2019-03-02',
    text: 'Rain all day. Carried the piano up four flights with Jonas and two strangers who would not be thanked.',
  },
  {
    day: '2019-03-09',
    text: 'Grandmother taught me her plum dumplings at last, and would not let me write the quantities down.',
  },
  {
    day: '2019-04-21',
    text: 'The lighthouse keeper showed us the lamp, and how the old clockwork used to turn it by a falling weight.',
  },
  {
    day: '2019-06-30',
    text: 'Too hot to sleep. Sat on the roof with Mira and counted eleven satellites before the clouds came in.',
  },
  {
    day: '2019-08-14',
    text: 'Lost the rowing boat’s only oar below the weir and paddled home with a biscuit tin lid.',
  },
  {
    day: '2019-10-05',
    text: 'At the market a man sold keys without locks. I bought the smallest one for Mira.',
  },
  {
    day: '2019-12-24',
    text: 'The power failed during the goose. We finished by candle, and nobody wanted the light back.',
  },
  {
    day: '2020-01-17',
    text: 'Jonas has been offered the post in Trondheim. He asked what I would do, and I did not say it well.',
  },
  {
    day: '2020-05-11',
    text: 'First swim of the year, shouting. The lake is still of the opinion that it is March.',
  },
  {
    day: '2020-09-02',
    text: 'Found my father’s slide rule in the piano stool, with his initials scratched twice, as if he doubted the first.',
  },
];

/** Sentences of it, and the day on which each stands. */
export const ownSentences: readonly (readonly [sentence: string, day: string])[] = [
  ['two strangers who would not be thanked', '2019-03-02'],
  ['her plum dumplings at last', '2019-03-09'],
  ['turn it by a falling weight', '2019-04-21'],
  ['counted eleven satellites before the clouds', '2019-06-30'],
  ['paddled home with a biscuit tin lid', '2019-08-14'],
  ['a man sold keys without locks', '2019-10-05'],
  ['nobody wanted the light back', '2019-12-24'],
  ['offered the post in trondheim', '2020-01-17'],
  ['still of the opinion that it is march', '2020-05-11'],
  ['fathers slide rule in the piano stool', '2020-09-02'],
];
