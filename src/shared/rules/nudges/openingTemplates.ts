/**
 * Words to begin with, by occasion. They are offered to be copied and changed, never sent. Change and add freely; the
 * tests hold three things:
 *
 * - `{name}` is what the person is called. It stands in each.
 * - `{fact}` is a few words of a fact that the user noted. A line that has it is used only where there is one, and the
 *   fact is then shown beside it. Nothing else may be claimed: no “I saw that …”, no “as you know”.
 * - There are enough of each kind for a day: no two people are given the same line.
 */
export const openingTemplates = {
  rhythmDue: [
    'Hello {name}, it has been a while, and I was thinking of you. How are you?',
    'Dear {name}, no reason for writing but that I would like to hear from you. What is on your mind these days?',
    '{name}, how have you been? I would be glad to hear what the last weeks were like for you.',
    'Hello {name}, would you have time for a call this week? I would like to hear how you are.',
    'Hello {name}, what was good lately, and what was not? I have not heard from you in a while.',
    '{name}, I was thinking of you. Shall we talk soon?',
    'Dear {name}, I miss our talks. When would be a good time for one?',
    '{name}, I wanted to ask how you are, before even more time goes by.',
    'Hello {name}, it has been too quiet between us, and that is as much my doing. How are things?',
    'Hello {name}, it has been a while. How is it going with {fact}?',
    'Dear {name}, I have been wondering how {fact} is going. And how are you?',
    '{name}, is there news about {fact}? I would like to hear it from you.',
  ],
  // Of people who are only ever written about nobody knows how long it has been.
  writtenAbout: [
    'Hello {name}, I was thinking of you. How are you?',
    '{name}, you were on my mind, and so I wanted to say hello. How are things?',
    'Dear {name}, I would like to hear what is on your mind these days.',
    'Hello {name}, would you have time to talk one of these days?',
    '{name}, how are you? I would be glad of a word from you.',
    'Hello {name}, what was good lately, and what was not?',
    'Dear {name}, I thought of you, and wondered how you are.',
    '{name}, shall we sit down together soon? I would like to hear how you are.',
    'Hello {name}, no reason but that I like to hear from you. How are you?',
    'Hello {name}, how is it going with {fact}? I was thinking of you.',
    '{name}, what is new about {fact}? I would like to hear it from you.',
  ],
  myPromise: [
    'Hello {name}, I owe you something, and have not forgotten it. Here it is:',
    '{name}, I said that I would, and here it is:',
    'Hello {name}, this took me longer than I promised. Here it is at last:',
    'Dear {name}, as I promised:',
    'Hello {name}, I have not forgotten what I promised you. Do you still need it?',
  ],
  theirPromise: [
    'Hello {name}, do you remember what we talked about? There is no hurry, I only wanted to ask.',
    '{name}, may I ask after what we spoke of? If it does not fit now, that is fine.',
    'Hello {name}, is there anything you need from me for what we spoke of?',
    'Dear {name}, how far has it come, what we talked about? I am curious, not impatient.',
  ],
  replyOwed: [
    'Hello {name}, thank you for writing, and for your patience. ',
    'Dear {name}, I was glad to hear from you, and I am sorry that this comes late. ',
    '{name}, your message deserved a better answer than a quick one, so here it is: ',
    'Hello {name}, I have been meaning to answer you. ',
    'Hello {name}, thank you for thinking of me. ',
  ],
  birthday: [
    'Happy birthday, {name}. I hope that the day is kind to you.',
    '{name}, all the best for your birthday. I am glad to know you.',
    'Dear {name}, happy birthday. What do you wish for, for the year that begins?',
    'Happy birthday, {name}. How are you spending the day?',
    '{name}, I wish you a very good day, and a good year after it. Happy birthday.',
  ],
  birthdayLate: [
    'Dear {name}, happy birthday, a little late but from the heart. How was the day?',
    '{name}, your birthday passed without a word from me, and here it is: all the best to you.',
    'Hello {name}, I wish you a good new year of life, belatedly. Did you have a nice day?',
  ],
  anniversary: [
    'Dear {name}, I thought of what day it is, and wish you a good one.',
    '{name}, all the best on your day. I hope that there is time to celebrate it.',
    'Hello {name}, I remembered the day, and I am thinking of you.',
  ],
  remembrance: [
    'Dear {name}, I know what day it is, and I am thinking of you.',
    '{name}, there is no need to answer. I only wanted you to know that you are in my thoughts today.',
    'Dear {name}, I am thinking of you today. If you would like company, I am here.',
  ],
  newJob: [
    'Congratulations, {name}. What are you looking forward to most?',
    '{name}, I was so glad to hear your news about work. How are the first days?',
    'Dear {name}, congratulations. I would like to hear all about it when you have settled in.',
    'Hello {name}, all the best for the new beginning. What is it like so far?',
  ],
  askHowItWent: [
    'Hello {name}, how did it go? I was thinking of you.',
    '{name}, I remembered the day. How was it?',
    'Dear {name}, I have been wondering how it went. Tell me when you feel like it.',
    'Hello {name}, how did it go with {fact}?',
    '{name}, I was thinking of you and of {fact}. How was it?',
  ],
  timeToMeet: [
    'Hello {name}, we have written so much and never met. Would you like to have a coffee together?',
    '{name}, I would like to meet you in person at last. Where would be easy for you?',
    'Hello {name}, shall we take a walk together one of these days, instead of writing?',
    'Dear {name}, is there a day in the next weeks on which we could meet?',
  ],
  giveSomething: [
    'Hello {name}, you have helped me more than once lately. Is there something that I can do for you?',
    '{name}, what are you working on? I would like to be of use for a change.',
    'Hello {name}, this is not a question. I only wanted to hear how you are, and whether I can help with anything.',
    'Dear {name}, the last times I came to you for help. What would help you just now?',
  ],
  thank: [
    'Dear {name}, I have not thanked you properly yet, and it meant a lot to me. Thank you.',
    '{name}, thank you. What you did for me was not a small thing, and I have not forgotten it.',
    'Hello {name}, I wanted to thank you. It mattered to me.',
    'Dear {name}, I should have said it sooner: thank you.',
  ],
  bridgeCold: [
    'Hello {name}, we have not spoken in a long time, and I would be sorry to lose sight of you. How are you?',
    '{name}, what is new in your part of the world? I hear of it from nobody but you.',
    'Dear {name}, it has been long. Shall we catch up?',
  ],
  neverWritten: [
    'Hello {name}, we do not know each other yet, and I have been curious about what you do. May I ask you something about it?',
    'Dear {name}, I have noticed you for a while, and wanted to say hello.',
    'Hello {name}, we have never really spoken. I would like to change that.',
  ],
  share: [
    'Hello {name}, this made me think of you:',
    '{name}, you may like this:',
    'Dear {name}, I kept this because I thought that it was for you:',
    'Hello {name}, this has to do with {fact}, so I thought of you:',
    '{name}, here is something about {fact}, for you:',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type OpeningKind = keyof typeof openingTemplates;
