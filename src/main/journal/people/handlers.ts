import type { Handlers, MethodsOf } from '../context.ts';
import { removePerson } from '../trash/removePerson.ts';
import { getPerson } from './getPerson.ts';
import { listCircles } from './listCircles.ts';
import { listPeople } from './listPeople.ts';
import { createPerson, updatePerson } from './writePerson.ts';

/** Who is in the journal, and in which circle. */
export const people: Handlers<MethodsOf<'people' | 'circles'>> = {
  'people.list': listPeople,
  'people.get': (context, { id }) => getPerson(context, id),
  'people.suggest': (context, { text, limit }) =>
    context.people
      .suggest(text, limit)
      .map(({ id, name, preferredName, circleId }) => ({ id, name, preferredName, circleId })),
  'people.names': (context, { ids }) =>
    ids.flatMap((id) => {
      const row = context.people.row(id);
      return row ? [{ id, name: row.name, preferredName: row.preferredName }] : [];
    }),
  'people.create': (context, { person }) => createPerson(context, person),
  'people.update': (context, { id, person }) => {
    updatePerson(context, id, person);
    return null;
  },
  'people.remove': (context, { id }) => removePerson(context, id),
  'circles.list': (context) => listCircles(context),
};
